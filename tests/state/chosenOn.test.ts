import { describe, expect, it } from 'vitest';
import { linkOf } from '../../src/state/linkedState.ts';
import { selectRuleChoice } from '../../src/state/rules.ts';
import { selectChosenOn, selectEvaluation, selectPayoff } from '../../src/state/selectors.ts';
import { createTunerStore } from '../../src/state/store.ts';
import { started } from './started.ts';
import { csvFile, testEnv } from './testEnv.ts';

const fileOf = (...splits: readonly string[]) =>
  csvFile(
    'splits.csv',
    `split,y_true,y_prob\n${splits.flatMap((split, place) => [`${split},1,0.${place + 2}`, `${split},0,0.1`]).join('\n')}\n`,
  );

async function splitsOf(...splits: readonly string[]) {
  const store = createTunerStore(testEnv());
  await store.getState().openFiles([fileOf(...splits)]);
  return store;
}

describe('the split on which thresholds are chosen', () => {
  it.each(['validation', 'valid', 'X_val', 'Val', 'dev', 'calibration'])('is %s, where there is one', async (name) => {
    const state = (await splitsOf('train', name, 'test')).getState();
    expect(selectChosenOn(state)?.split).toBe(name);
    expect(selectEvaluation(state)?.split).toBe('test');
  });

  it.each([
    [['train', 'test'], 'test'],
    [['invalid', 'devices', 'test'], 'test'],
    [['development', 'oot'], 'oot'],
  ])('is the one in view for %j', async (splits, shown) => {
    expect(selectChosenOn((await splitsOf(...splits)).getState())?.split).toBe(shown);
  });

  it('is the one the user names, and the rules choose there', async () => {
    const { store, page } = await started('data=german-credit');
    expect(selectEvaluation(store.getState())?.split).toBe('test');
    expect(selectChosenOn(store.getState())?.split).toBe('validation');
    const choice = selectRuleChoice(store.getState(), 'lowestCost');
    expect(choice).toMatchObject({ kind: 'found', value: 129 });
    expect(choice?.kind === 'found' && choice.threshold.toFixed(5)).toBe('0.24103');

    store.getState().setChosenOn('test');
    expect(selectChosenOn(store.getState())).toBe(selectEvaluation(store.getState()));
    expect(selectRuleChoice(store.getState(), 'lowestCost')).not.toEqual(choice);
    expect(linkOf(store.getState()).chosenOn).toBe('test');
    await store.getState().applyLink({ data: 'german-credit' });
    expect(selectChosenOn(store.getState())?.split).toBe('validation');
    page.go('data=german-credit&on=test');
    await expect.poll(() => selectChosenOn(store.getState())?.split).toBe('test');
  });

  it('says which split of a link is not there', async () => {
    const { store } = await started('data=german-credit&on=nowhere');
    expect(store.getState().notices).toEqual([{ code: 'linkSplitMissing', values: { value: 'nowhere' } }]);
    expect(store.getState().chosenOn).toBeNull();
  });

  it('is not carried to another file, nor to a reading without that split', async () => {
    const store = await splitsOf('train', 'test');
    store.getState().setChosenOn('train');
    await store.getState().changeInterpretation({ split: null });
    expect(store.getState().chosenOn).toBeNull();
    store.getState().setChosenOn('all');
    await store.getState().openFiles([fileOf('a', 'b')]);
    expect(store.getState().chosenOn).toBeNull();
  });
});

it('gives what each outcome costs, the same object while the prices are', async () => {
  const store = await splitsOf('train', 'test');
  const payoff = selectPayoff(store.getState());
  expect(payoff).toEqual({ tp: 0, fp: 1, fn: 5, tn: 0 });
  expect(selectPayoff(store.getState())).toBe(payoff);
  store.getState().setPrices({ miss: 7, falseAlarm: 2 });
  expect(selectPayoff(store.getState())).toEqual({ tp: 0, fp: 2, fn: 7, tn: 0 });
});
