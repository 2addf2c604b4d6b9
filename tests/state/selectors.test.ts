import { expect, it } from 'vitest';
import { selectRules } from '../../src/state/rules.ts';
import { selectBaseline, selectConfusion, selectLabelValues, selectScoreRange } from '../../src/state/selectors.ts';
import { createTunerStore } from '../../src/state/store.ts';
import { csvFile, testEnv } from './testEnv.ts';

const SELECTORS = { selectBaseline, selectConfusion, selectLabelValues, selectRules, selectScoreRange };

it.each(Object.entries(SELECTORS))('%s finds its value again while two files are shown in turn', async (_, select) => {
  const store = createTunerStore(testEnv());
  const states = [];
  for (const [name, scores] of [
    ['a.csv', [0.9, 0.2, 0.4]],
    ['b.csv', [3, -1, 0.5]],
  ] as const) {
    await store
      .getState()
      .openFiles([csvFile(name, `y_true,y_prob\n${scores.map((s, i) => `${i % 2},${s}`).join('\n')}\n`)]);
    states.push(store.getState());
  }
  const [a, b] = states;
  expect([a.opened?.name, b.opened?.name]).toEqual(['a.csv', 'b.csv']);
  const [first, other] = [select(a), select(b)];
  expect(first).not.toBe(other);
  expect(select(a)).toBe(first);
  expect(select(b)).toBe(other);
});
