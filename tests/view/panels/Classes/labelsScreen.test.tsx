import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { createTunerStore, type TunerStore } from '../../../../src/state/store.ts';
import { TunerContext } from '../../../../src/state/useTuner.ts';
import { CompareScreen } from '../../../../src/view/CompareScreen.tsx';
import { LabelsScreen } from '../../../../src/view/LabelsScreen.tsx';
import { csvFile, testEnv } from '../../../state/testEnv.ts';
import { textOf } from '../../textOf.ts';

const ROWS = ['y_a,p_a,y_b,p_b', '1,0.9,0,0.1', '0,0.2,1,0.8', '1,0.6,1,0.4', '0,0.7,0,0.3'].join('\n');

let store: TunerStore;

beforeEach(async () => {
  store = createTunerStore(testEnv());
  await store.getState().openFiles([csvFile('topics.csv', ROWS)]);
  render(
    <TunerContext value={store}>
      <LabelsScreen />
    </TunerContext>,
  );
  await screen.findByRole('heading', { name: 'Labels one by one' });
});

const sentence = () => textOf(screen.getByRole('region', { name: 'In one sentence' }));
const cellsOf = (name: RegExp) => screen.getByRole('row', { name }).querySelector('td')?.textContent;
/** Lets what a press asks the worker for come back. */
const settled = () =>
  act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    await store.getState().refreshClasses();
  });

it('says what the thresholds come to, whole cases first', () => {
  expect(sentence()).toBe(
    '2 of 4 cases get exactly the right labels: a subset accuracy of 50.0 %. Of the 4 labels that hold 75.0 % are found. Of the 4 labels that the model gives 75.0 % are right.',
  );
});

it('says why there is no Compare, until there are versions to compare', async () => {
  const averages = () => textOf(screen.getByRole('region', { name: 'All labels in one number' }));
  expect(averages()).toContain('There is no Compare for this file');
  const dated = ROWS.split('\n').map((row, at) => `${row},${at === 0 ? 'month' : `2024-0${(at % 2) + 1}`}`);
  await act(() => store.getState().openFiles([csvFile('months.csv', dated.join('\n'))]));
  await settled();
  expect(averages()).not.toContain('Compare');
});

it('says on Compare that one label is judged, and where to choose another', async () => {
  const dated = ROWS.split('\n').map((row, at) => `${row},${at === 0 ? 'month' : `2024-0${(at % 2) + 1}`}`);
  await act(() => store.getState().openFiles([csvFile('months.csv', dated.join('\n'))]));
  render(
    <TunerContext value={store}>
      <CompareScreen />
    </TunerContext>,
  );
  expect(textOf(screen.getByText(/is judged here/))).toBe(
    'Only “a” is judged here. To judge another label, press “Look at it alone” on Labels.',
  );
});

it('counts in its table what it says', () => {
  expect(cellsOf(/subset accuracy/)).toBe('0.500');
  // Two of the eight decisions are wrong: a of the last case, b of the third.
  expect(cellsOf(/Hamming loss/)).toBe('0.250');
  expect(cellsOf(/Labels per case, in truth/)).toBe('1.000');
  expect(cellsOf(/Cases without any label, in truth/)).toBe('0.250');
});

it('tunes one label by the goal that is chosen, and leaves the others', async () => {
  fireEvent.click(screen.getByRole('button', { name: 'Tune by the goal: b' }));
  await settled();
  // Of b, 0.4 and above are exactly the right ones.
  expect(store.getState().decision.thresholds).toEqual({ b: 0.4 });
  expect(sentence()).toContain('3 of 4 cases');
  act(() => store.getState().undo());
  await settled();
  expect(sentence()).toContain('2 of 4 cases');
});

it('tunes it by another goal once that is chosen', async () => {
  fireEvent.change(screen.getByRole('combobox', { name: 'Goal' }), { target: { value: 'flagTop' } });
  act(() => store.getState().setRuleSettings({ topShare: 0.25 }));
  fireEvent.click(screen.getByRole('button', { name: 'Tune by the goal: a' }));
  await settled();
  // A quarter of four cases is the one with 0.9.
  const { a } = store.getState().decision.thresholds;
  expect(a).toBeGreaterThan(0.7);
  expect(a).toBeLessThanOrEqual(0.9);
  expect(store.getState().decision.thresholds).not.toHaveProperty('b');
});

it('tunes all of them at once', async () => {
  fireEvent.click(screen.getByRole('button', { name: 'Tune each label' }));
  await settled();
  expect(Object.keys(store.getState().decision.thresholds)).toEqual(['a', 'b']);
});
