import { expect, it } from 'vitest';
import { selectRules } from '../../src/state/rules.ts';
import {
  selectBaseline,
  selectConfusion,
  selectLabelValues,
  selectScoreRange,
  selectThreshold,
} from '../../src/state/selectors.ts';
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

it('looks for a declared threshold once, however often the start is asked for', async () => {
  const store = createTunerStore(testEnv());
  const rows = '1,0.9,yes,0.3\n0,0.2,yes,0.3\n1,0.4,yes,0.3\n';
  await store.getState().openFiles([csvFile('a.csv', `y_true,y_prob,POSITIVE_CLASS,THRESHOLD\n${rows}`)]);
  const state = store.getState();
  if (state.opened === null) throw new Error('Nothing is open.');
  let looks = 0;
  const columns = new Proxy(state.opened.dataset.summary.columns, {
    get(target, name) {
      if (name === 'find') looks++;
      return Reflect.get(target, name);
    },
  });
  const { dataset } = state.opened;
  const watched = { ...dataset, summary: { ...dataset.summary, columns } };
  const asked = { ...state, opened: { ...state.opened, dataset: watched } };
  expect(selectThreshold(asked)).toBe(0.3);
  const first = looks;
  expect(first).toBeGreaterThan(0);
  expect(selectThreshold(asked)).toBe(0.3);
  expect(looks).toBe(first);
});
