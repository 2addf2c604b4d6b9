import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { selectTask } from '../../../../src/state/classSelectors.ts';
import { CaseTrace } from '../../../../src/view/panels/Cases/CaseTrace.tsx';
import { started } from '../../../state/started.ts';
import { csvFile } from '../../../state/testEnv.ts';
import { show } from '../../charts/openedStore.tsx';

type Store = Awaited<ReturnType<typeof started>>['store'];

/** The steps of a row as they are read. */
async function stepsOf(store: Store, row: number): Promise<string[]> {
  const whole = await store.getState().fetchCase(row);
  if (whole === null) throw new Error('no such row');
  await act(async () => show(<CaseTrace whole={whole} />, store));
  const list = screen.getByRole('list', { name: 'From the input to the outcome' });
  return within(list)
    .getAllByRole('listitem')
    .map((item) => item.textContent ?? '');
}

async function opens(text: string): Promise<Store> {
  const { store } = await started('');
  await store.getState().openFiles([csvFile('own.csv', text)]);
  return store;
}

describe('the way of one prediction', () => {
  it('names what is not in the file, and ends with the outcome', async () => {
    const store = await opens('y_true,y_prob\n1,0.7\n0,0.6\n0,0.2\n');
    expect(await stepsOf(store, 1)).toEqual([
      'Input Not in this file: what the model was given for this case.',
      'Model Not in this file: how features were normalised, and the layers up to the score.',
      'Score in the file “y_prob” holds 0.6.',
      'Threshold Is 0.60 ≥ 0.50? Yes.',
      'Decision Flagged as 1',
      'Outcome “y_true” holds 0. In truth it was 0: a false alarm.',
    ]);
  });

  it('under the other rule, with a score on the threshold', async () => {
    const store = await opens('y_true,y_prob,age\n1,0.5,30\n0,0.2,40\n1,0.9,50\n');
    store.getState().setRule('>');
    const steps = await stepsOf(store, 0);
    expect(steps[0]).toBe(
      'Input The file has 1 other column for this case, below. Whether the model was given it, it does not say.',
    );
    expect(steps.slice(3)).toEqual([
      'Threshold Is 0.50 > 0.50? No.',
      'Decision Not flagged as 1',
      'Outcome “y_true” holds 1. In truth it was 1: a miss.',
    ]);
  });

  it('of several classes: the highest score, own thresholds, and none of them', async () => {
    const { store } = await started('data=digits');
    const byHighest = (await stepsOf(store, 0)).at(-1);
    expect(byHighest).toMatch(/^All classes The highest score decides: (\w+) \(.*\)\. In truth it was \1: right\.$/);
  });

  it('of several classes with thresholds that none reaches', async () => {
    const { store } = await started('data=digits');
    store.getState().setClassChoice({ kind: 'thresholds' });
    for (const { label } of selectTask(store.getState())?.classes ?? []) store.getState().setClassThreshold(label, 1.5);
    const last = (await stepsOf(store, 0)).at(-1);
    expect(last).toMatch(/No score reaches its own threshold: the case goes to none of the classes/);
  });

  it('of several labels', async () => {
    const { store } = await started('data=news-topics');
    const last = (await stepsOf(store, 0)).at(-1);
    expect(last).toMatch(/^All labels Their own thresholds are reached by: .*\. In truth: .*\.$/);
  });
});
