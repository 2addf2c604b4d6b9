import { beforeEach, describe, expect, it } from 'vitest';
import type { Requirement } from '../../src/core/choose/requirements.ts';
import { readLink } from '../../src/io/link.ts';
import { linkOf } from '../../src/state/linkedState.ts';
import { selectAdmissible, selectRequirements } from '../../src/state/requirements.ts';
import { selectRuleChoice, selectRuleOf } from '../../src/state/rules.ts';
import { selectThreshold } from '../../src/state/selectors.ts';
import { createTunerStore, type TunerStore } from '../../src/state/store.ts';
import { csvFile, testEnv } from './testEnv.ts';

/** Precision 1, 1, 2/3, 3/4, 3/5 and recall 1/3, 2/3, 2/3, 1, 1 from 0.9 down to 0.5. */
const CSV = 'y_true,y_prob\n1,0.9\n1,0.8\n0,0.7\n1,0.6\n0,0.5\n';

const required = (change: Partial<Requirement>): Requirement => ({
  measure: 'recall',
  bound: 'atLeast',
  value: 1,
  byInterval: false,
  isOn: true,
  ...change,
});

let store: TunerStore;
const state = () => store.getState();
const runs = () => selectAdmissible(state())?.runs.map(({ low, high }) => [low, high]);

beforeEach(async () => {
  store = createTunerStore(testEnv());
  await state().openFiles([csvFile('rows.csv', CSV)]);
});

describe('requirements', () => {
  it('are none at first, and none in force where all are off', () => {
    expect(selectAdmissible(state())).toBeNull();
    state().setRequirements([required({ isOn: false })]);
    expect(selectAdmissible(state())).toBeNull();
  });

  it('are solved once, whatever else moves', () => {
    state().setRequirements([required({ value: 2 / 3 }), required({ measure: 'precision', value: 0.7 })]);
    const before = selectAdmissible(state());
    expect(runs()).toEqual([
      [0.8, 0.8],
      [0.6, 0.6],
    ]);
    state().setThreshold(0.55);
    expect(selectAdmissible(state())).toBe(before);
    state().setRule('>');
    expect(runs()).toEqual([
      [0.7, 0.7],
      [0.5, 0.5],
    ]);
  });

  it('of cost follow the prices', () => {
    state().setRequirements([required({ measure: 'cost', bound: 'atMost', value: 2 })]);
    expect(runs()).toEqual([[0.5, 0.6]]);
    state().setPrices({ miss: 1 });
    expect(runs()).toEqual([[0.5, 0.9]]);
  });

  it('are brought back by undo, and by a link', () => {
    const both = [
      required({ byInterval: true }),
      required({ measure: 'flagged', bound: 'atMost', value: 3, isOn: false }),
    ];
    state().setRequirements(both);
    expect(linkOf(state()).requirements).toEqual(both);
    const { link } = readLink('need=recall:min:1:interval&need=flagged:max:3:off');
    expect(link.requirements).toEqual(both);
    state().undo();
    expect(state().decision.requirements).toEqual([]);
    state().redo();
    expect(state().decision.requirements).toEqual(both);
  });

  it('leave intervals out where rows carry weights', async () => {
    await state().openFiles([
      csvFile('weighted.csv', 'y_true,y_prob,sample_weight\n1,0.9,1.5\n0,0.4,0.25\n1,0.3,2.5\n'),
    ]);
    state().setRequirements([required({ byInterval: true })]);
    expect(selectRequirements(state())[0].byInterval).toBe(false);
    expect(runs()).toEqual([[0.3, 0.3]]);
  });
});

describe('a goal', () => {
  it('chooses among the thresholds that meet all requirements, and follows them', () => {
    state().setPrices({ miss: 1, falseAlarm: 5 });
    state().setGoal('lowestCost');
    expect(selectThreshold(state())).toBe(0.8);
    state().setRequirements([required({})]);
    expect(selectThreshold(state())).toBe(0.6);
    expect(selectRuleOf(state(), 'lowestCost')?.choice).toMatchObject({ kind: 'found', threshold: 0.6, value: 5 });
    expect(selectRuleChoice(state(), 'lowestCost')).toMatchObject({ kind: 'found', threshold: 0.8, value: 1 });
    state().undo();
    expect(selectThreshold(state())).toBe(0.8);
  });

  it('has no answer where nothing meets them, and the threshold stays', () => {
    state().setGoal('lowestCost');
    const before = selectThreshold(state());
    state().setRequirements([required({ value: 1.1 })]);
    expect(selectRuleOf(state(), 'lowestCost')?.choice).toMatchObject({ kind: 'none', reason: 'requirementsUnmet' });
    expect(selectThreshold(state())).toBe(before);
  });
});
