import { expect, it } from 'vitest';
import { selectEvaluation, selectHasSplits } from '../../src/state/selectors.ts';
import { createTunerStore } from '../../src/state/store.ts';
import { csvFile, testEnv } from './testEnv.ts';

const FOLDED = `y_true,y_prob,fold\n${Array.from({ length: 30 }, (_, i) => `${i % 3 === 0 ? 1 : 0},${((i * 7) % 30) / 30},${i % 5}`).join('\n')}\n`;

it('folds are looked at together, and what is chosen without each of them comes from the worker', async () => {
  const store = createTunerStore(testEnv());
  await store.getState().openFiles([csvFile('folded.csv', FOLDED)]);
  expect(selectEvaluation(store.getState())).toMatchObject({ split: 'all', rows: 30 });
  expect(selectHasSplits(store.getState())).toBe(false);
  const choices = await store.getState().fetchOutOfFold({ kind: 'metric', id: 'f1' });
  // Two positives and four negatives in each fold of six.
  for (const { threshold, confusion } of choices ?? []) {
    expect(threshold).toBeGreaterThanOrEqual(0);
    expect((confusion?.tp ?? 0) + (confusion?.fn ?? 0)).toBe(2);
    expect((confusion?.fp ?? 0) + (confusion?.tn ?? 0)).toBe(4);
  }
  expect(choices?.map(({ fold }) => fold)).toEqual(['0', '1', '2', '3', '4']);
});

it('only the newest question is answered', async () => {
  const store = createTunerStore(testEnv());
  await store.getState().openFiles([csvFile('folded.csv', FOLDED)]);
  const older = store.getState().fetchOutOfFold({ kind: 'metric', id: 'f1' });
  const newer = store.getState().fetchOutOfFold({ kind: 'metric', id: 'f2' });
  expect(await older).toBeNull();
  expect(await newer).toHaveLength(5);
});
