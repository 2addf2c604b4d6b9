import { act, render, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { createTunerStore, type TunerStore } from '../../../src/state/store.ts';
import { TunerContext } from '../../../src/state/useTuner.ts';
import { Announcement } from '../../../src/view/shell/Announcement.tsx';
import { csvFile, testEnv } from '../../state/testEnv.ts';
import { textOf } from '../textOf.ts';

const CLASSES = ['animal,cat,dog,owl', 'cat,0.75,0.125,0.125', 'cat,0.25,0.5,0.25', 'owl,0.125,0.125,0.75'].join('\n');
const LABELS = ['y_a,p_a,y_b,p_b', '1,0.9,0,0.1', '0,0.2,1,0.8', '1,0.6,1,0.4', '0,0.7,0,0.3'].join('\n');

let store: TunerStore;

beforeEach(() => {
  store = createTunerStore(testEnv());
  render(
    <TunerContext value={store}>
      <Announcement />
    </TunerContext>,
  );
});

/** What is told once a change rests, everything being worked out. */
async function told(change: () => unknown): Promise<string> {
  await act(async () => {
    await change();
    await store.getState().refreshClasses();
  });
  const said = () => textOf(screen.getByRole('status'));
  const before = said();
  await vi.waitFor(() => expect(said()).not.toBe(before), { timeout: 5000 });
  return said();
}

it('tells of all classes on their screen', async () => {
  await act(() => store.getState().openFiles([csvFile('animals.csv', CLASSES)]));
  expect(await told(() => store.getState().setView('classes'))).toBe(
    'animals.csv is open. The model decides 2 of 3 cases rightly (66.7 %).',
  );
  expect(await told(() => store.getState().setClassThreshold('owl', 0.9))).toBe(
    'The model decides 1 of 3 cases rightly (33.3 %).',
  );
});

it('tells of all labels on theirs', async () => {
  await act(() => store.getState().openFiles([csvFile('topics.csv', LABELS)]));
  expect(await told(() => store.getState().setView('classes'))).toBe(
    'topics.csv is open. 2 of 4 cases get exactly the right labels: a subset accuracy of 50.0 %.',
  );
});

it('tells of the class in view on the screen for one threshold', async () => {
  await act(() => store.getState().openFiles([csvFile('topics.csv', LABELS)]));
  expect(await told(() => store.getState().setView('tune'))).toContain('flags 3 of 4');
});
