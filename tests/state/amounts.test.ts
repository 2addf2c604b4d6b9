import { describe, expect, it } from 'vitest';
import { linkOf } from '../../src/state/linkedState.ts';
import { selectGoalInForce } from '../../src/state/rules.ts';
import { selectAmounts, selectThreshold } from '../../src/state/selectors.ts';
import { createTunerStore } from '../../src/state/store.ts';
import { csvFile, testEnv } from './testEnv.ts';

/** Two small frauds score high, one large one low; by count the cut is high, by amount low. */
const ROWS = `split,fraud,p,loss,work
validation,1,0.9,10,1
validation,1,0.8,10,1
validation,0,0.7,0,20
validation,0,0.6,0,20
validation,1,0.3,5000,1
validation,0,0.2,0,20
validation,1,0.1,,1
test,1,0.9,100,1
test,1,0.25,300,1
test,0,0.5,0,7
`;
const FACTORS = { tp: 0, fp: 1, fn: 1, tn: 0 };

async function opened() {
  const store = createTunerStore(testEnv());
  await store.getState().openFiles([csvFile('fraud.csv', ROWS)]);
  return store;
}

describe('the lowest cost by amounts', () => {
  it('counts what is at stake in each row, and the threshold follows once that is added up', async () => {
    const store = await opened();
    const { setGoal, setRuleSettings, measureAmounts } = store.getState();
    setGoal('amountCost');
    expect(selectGoalInForce(store.getState())?.choice).toMatchObject({ kind: 'none', reason: 'amountsUnset' });
    setRuleSettings({ amounts: { positives: 'loss', negatives: 'work', factors: FACTORS } });
    expect(selectGoalInForce(store.getState())?.choice).toMatchObject({ kind: 'none', reason: 'amountsPending' });
    expect(selectThreshold(store.getState())).toBe(0.5);
    await measureAmounts();
    // Two alarms of 20 are cheaper than a loss of 5000.
    expect(selectGoalInForce(store.getState())?.choice).toMatchObject({ kind: 'found', threshold: 0.3, value: 40 });
    expect(selectThreshold(store.getState())).toBe(0.3);
    expect(selectAmounts(store.getState())?.map(({ leftOut }) => leftOut)).toEqual([1, 0]);

    setRuleSettings({ amounts: { positives: 'loss', negatives: 'work', factors: { ...FACTORS, fp: 1000 } } });
    expect(selectGoalInForce(store.getState())?.choice).toMatchObject({ kind: 'found', threshold: 0.8, value: 5000 });
    expect(selectThreshold(store.getState())).toBe(0.8);
    store.getState().undo();
    expect(selectThreshold(store.getState())).toBe(0.3);
  });

  it('measures again for other columns and another reading, and forgets columns that a file does not have', async () => {
    const store = await opened();
    const { setRuleSettings, measureAmounts } = store.getState();
    setRuleSettings({ amounts: { positives: 'loss', negatives: null, factors: FACTORS } });
    await measureAmounts();
    const first = selectAmounts(store.getState());
    expect(first).not.toBeNull();
    setRuleSettings({ amounts: { positives: 'work', negatives: null, factors: FACTORS } });
    expect(selectAmounts(store.getState())).toBeNull();
    await measureAmounts();
    expect(selectAmounts(store.getState())).not.toBe(first);
    await store.getState().changeInterpretation({ split: null });
    expect(selectAmounts(store.getState())).toBeNull();
    await measureAmounts();
    expect(selectAmounts(store.getState())?.map(({ evaluation }) => evaluation.split)).toEqual(['all']);
    await store.getState().openFiles([csvFile('b.csv', 'y_true,y_prob\n1,0.9\n0,0.1\n')]);
    expect(store.getState().decision.settings.amounts.positives).toBeNull();
  });

  it('is part of the link, which says so of a column that is not there', async () => {
    const store = await opened();
    const { applyLink } = store.getState();
    await applyLink({ goal: 'amountCost', amountOfPositives: 'loss', amountFactors: [-0.5, 2, 1, 0] });
    expect(store.getState().decision.settings.amounts).toEqual({
      positives: 'loss',
      negatives: null,
      factors: { tp: -0.5, fp: 2, fn: 1, tn: 0 },
    });
    expect(linkOf(store.getState())).toMatchObject({ amountOfPositives: 'loss', amountFactors: [-0.5, 2, 1, 0] });
    await applyLink({ amountOfNegatives: 'nowhere' });
    expect(store.getState().notices).toEqual([
      { code: 'linkColumnMissing', values: { name: 'stakeneg', value: 'nowhere' } },
    ]);
    expect(store.getState().decision.settings.amounts.negatives).toBeNull();
  });
});
