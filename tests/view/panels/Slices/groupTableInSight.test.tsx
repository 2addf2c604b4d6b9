import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTunerStore } from '../../../../src/state/store.ts';
import { TunerContext } from '../../../../src/state/useTuner.ts';
import { SlicesScreen } from '../../../../src/view/SlicesScreen.tsx';
import { csvFile, testEnv } from '../../../state/testEnv.ts';
import { textOf } from '../../textOf.ts';

const ROWS = 'y_true,y_prob,region\n1,0.9,north\n0,0.8,north\n1,0.6,south\n0,0.1,south\n';

type Tell = (entries: readonly { readonly target: Element; readonly isIntersecting: boolean }[]) => void;
let tell: Tell = () => {};

beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: Tell) {
        tell = callback;
      }
      observe() {}
      unobserve() {}
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('follows every move in the rows in sight, and in the others once the threshold rests', async () => {
  const store = createTunerStore(testEnv());
  await store.getState().openFiles([csvFile('rows.csv', ROWS)]);
  render(
    <TunerContext value={store}>
      <SlicesScreen />
    </TunerContext>,
  );
  fireEvent.change(screen.getByRole('combobox', { name: 'Group' }), { target: { value: 'region' } });
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    await store.getState().refreshGroups();
  });
  const row = (name: string) =>
    within(screen.getByRole('table', { name: 'Who is affected?' })).getByRole('row', { name: new RegExp(`^${name}`) });
  const flagged = (name: string) => textOf(within(row(name)).getAllByRole('cell')[2].querySelector('span'));
  expect([flagged('all rows'), flagged('north'), flagged('south')]).toEqual(['75.0 %', '100.0 %', '50.0 %']);

  vi.useFakeTimers();
  act(() => tell([{ target: row('south'), isIntersecting: false }]));
  act(() => store.getState().setThreshold(0.85));
  expect([flagged('all rows'), flagged('north'), flagged('south')]).toEqual(['25.0 %', '50.0 %', '50.0 %']);
  act(() => vi.advanceTimersByTime(1000));
  expect(flagged('south')).toBe('0.0 %');

  act(() => store.getState().setThreshold(0.05));
  expect(flagged('south')).toBe('0.0 %');
  act(() => tell([{ target: row('south'), isIntersecting: true }]));
  expect(flagged('south')).toBe('100.0 %');
});
