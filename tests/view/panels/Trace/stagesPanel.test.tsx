import { readFile } from 'node:fs/promises';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createTunerStore } from '../../../../src/state/store.ts';
import { StagesPanel } from '../../../../src/view/panels/Trace/StagesPanel.tsx';
import { started } from '../../../state/started.ts';
import { csvFile, testEnv } from '../../../state/testEnv.ts';
import { show } from '../../charts/openedStore.tsx';

const golden = (name: string) => readFile(`tests/golden/training/${name}`, 'utf8');

/** Each stage with its shape and what is said of it. */
const stages = () =>
  within(screen.getByRole('list', { name: 'Six stages' }))
    .getAllByRole('listitem')
    .map((item) => Array.from(item.children, (part) => part.textContent));

describe('the stages from the file to the curve', () => {
  it('of the lesson: six with shapes, 200 points, precision 0.889 and recall 0.815 at 0.5', async () => {
    const oracle = JSON.parse(await golden('oracle.json')).cases[0];
    const store = createTunerStore(testEnv());
    const files = await Promise.all(
      ['predictions.csv', 'history.csv', 'history_long.csv'].map(async (name) => csvFile(name, await golden(name))),
    );
    await store.getState().openFiles(files);
    show(<StagesPanel />, store);
    const found = stages();
    expect(found.map(([name, shape]) => [name, shape])).toEqual([
      ['Load', '200 × 2'],
      ['Split', 'not in this file'],
      ['Normalise', 'not in this file'],
      ['Train', '5 × 4'],
      ['Predict', '200 × 1'],
      ['Curve', `${oracle.ranking.n_distinct_scores} × 2`],
    ]);
    expect(found[0][2]).toBe('200 rows of 2 columns: 200 kept, 0 skipped. First row: y_true = 1, y_prob = 0.62050474.');
    expect(found[3][2]).toBe('5 epochs in history.csv. 80 epochs in history_long.csv.');
    const at = oracle.sweep.threshold.indexOf(0.5);
    const [precision, recall] = [oracle.sweep.precision[at], oracle.sweep.recall[at]];
    expect([precision.toFixed(3), recall.toFixed(3)]).toEqual(['0.889', '0.815']);
    expect(found[5][2]).toBe(
      '200 points, one for each different score. At score ≥ 0.50: precision 0.889, recall 0.815.',
    );
  });

  it('of a file with splits', async () => {
    const { store } = await started('data=training');
    show(<StagesPanel />, store);
    const found = stages();
    expect(found[1].slice(1)).toEqual(['1,600 × 3', 'By “split”: train 600, validation 500, test 500.']);
    expect(found[3].slice(1)).toEqual(['40 × 4', '40 epochs in training-history.csv.']);
    expect(found[4][1]).toBe('500 × 1');
  });

  it('of several classes: a column of scores each', async () => {
    const { store } = await started('data=digits');
    show(<StagesPanel />, store);
    expect(stages()[4][1]).toBe('899 × 10');
    expect(stages()[3][2]).toMatch(/^How the model learned\./);
  });
});
