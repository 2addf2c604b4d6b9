import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLink } from '../../src/io/link.ts';
import { linkOf } from '../../src/state/linkedState.ts';
import { RULE_IDS, type RuleId } from '../../src/state/ruleSettings.ts';
import { selectGoalInForce, selectRuleChoice, selectRules } from '../../src/state/rules.ts';
import { selectThreshold } from '../../src/state/selectors.ts';
import { createTunerStore, type TunerStore } from '../../src/state/store.ts';
import { violationsOf } from '../io/export/schema.ts';
import { started } from './started.ts';
import { csvFile, testEnv } from './testEnv.ts';

const GERMAN = 'data=german-credit';
const MODELS = 'data=german-credit-models';

/** What a goal chooses now. */
function chosen({ getState }: TunerStore, id: RuleId): number {
  const choice = selectRuleChoice(getState(), id);
  if (choice?.kind !== 'found') throw new Error(`${id} is not met.`);
  return choice.threshold;
}
const threshold = ({ getState }: TunerStore): number => selectThreshold(getState());
const goal = ({ getState }: TunerStore): RuleId | null => getState().decision.goal;

async function opened(text: string): Promise<TunerStore> {
  const store = createTunerStore(testEnv());
  await store.getState().openFiles([csvFile('own.csv', text)]);
  return store;
}

describe('a goal in force', () => {
  it('sets the threshold and is one step of undo with it', async () => {
    const { store } = await started(GERMAN);
    const { setGoal, undo, redo } = store.getState();
    setGoal('lowestCost');
    expect(threshold(store).toFixed(5)).toBe('0.24103');
    expect(goal(store)).toBe('lowestCost');
    undo();
    expect([threshold(store), goal(store)]).toEqual([0.5, null]);
    redo();
    expect(threshold(store).toFixed(5)).toBe('0.24103');
    expect(goal(store)).toBe('lowestCost');
  });

  it('takes the threshold along with prices, settings, the split chosen on and the rule, undo included', async () => {
    const { store } = await started(GERMAN);
    const { setGoal, setPrices, setRuleSettings, setChosenOn, setRule, undo } = store.getState();
    setGoal('lowestCost');
    const before = threshold(store);
    setPrices({ miss: 10 });
    expect(threshold(store)).toBe(chosen(store, 'lowestCost'));
    expect(threshold(store)).toBeLessThan(before);
    undo();
    expect([threshold(store), store.getState().decision.prices.miss]).toEqual([before, 5]);
    setPrices({ hit: -3 });
    expect(threshold(store)).toBe(chosen(store, 'lowestCost'));
    undo();

    setGoal('minRecall');
    setRuleSettings({ minRecall: 0.5 });
    const atHalf = threshold(store);
    setRuleSettings({ minRecall: 0.95 });
    expect(threshold(store)).toBe(chosen(store, 'minRecall'));
    expect(threshold(store)).toBeLessThan(atHalf);
    undo();
    expect([threshold(store), store.getState().decision.settings.minRecall]).toEqual([atHalf, 0.5]);

    setChosenOn('test');
    expect(threshold(store)).toBe(chosen(store, 'minRecall'));
    expect(threshold(store)).not.toBe(atHalf);
    setRule('>');
    expect(threshold(store)).toBe(chosen(store, 'minRecall'));
  });

  it('follows another model and another file', async () => {
    const { store } = await started(MODELS);
    const { setGoal, chooseModel, openFiles } = store.getState();
    setGoal('lowestCost');
    expect(threshold(store).toFixed(5)).toBe('0.13628');
    expect(selectRuleChoice(store.getState(), 'lowestCost')).toMatchObject({ value: 121 });
    await chooseModel('p_logreg');
    expect(threshold(store).toFixed(5)).toBe('0.24103');
    expect(selectRuleChoice(store.getState(), 'lowestCost')).toMatchObject({ value: 129 });
    expect(goal(store)).toBe('lowestCost');
    await openFiles([csvFile('own.csv', 'y_true,y_prob\n1,0.9\n1,0.8\n0,0.3\n0,0.2\n')]);
    expect([goal(store), threshold(store)]).toEqual(['lowestCost', 0.8]);
  });

  it('is out of force once the threshold is moved by hand, and nothing follows any more', async () => {
    const { store } = await started(GERMAN);
    const { setGoal, setThreshold, setPrices, moveThreshold, undo } = store.getState();
    setGoal('lowestCost');
    setThreshold(0.4);
    expect(goal(store)).toBeNull();
    setPrices({ miss: 50 });
    expect(threshold(store)).toBe(0.4);
    undo();
    undo();
    expect(goal(store)).toBe('lowestCost');
    moveThreshold('stepUp');
    expect(goal(store)).toBeNull();
  });

  it('that is left stays where it was', async () => {
    const { store } = await started(GERMAN);
    store.getState().setGoal('lowestCost');
    const before = threshold(store);
    store.getState().setGoal(null);
    store.getState().setPrices({ miss: 50 });
    expect([goal(store), threshold(store)]).toEqual([null, before]);
  });

  it('shows nobody the one without the other', async () => {
    const { store } = await started(GERMAN);
    store.getState().setGoal('lowestCost');
    const seen: boolean[] = [];
    store.subscribe(() => seen.push(threshold(store) === chosen(store, 'lowestCost')));
    store.getState().setPrices({ miss: 7 });
    store.getState().setChosenOn('test');
    store.setState({ chosenOn: null });
    expect(seen.length).toBeGreaterThanOrEqual(3);
    expect(seen).not.toContain(false);
  });

  it.each(RULE_IDS.filter((id) => id !== 'amountCost'))('%s: the threshold is what the list shows', async (id) => {
    const { store } = await started(GERMAN);
    store.getState().setGoal(id);
    expect(selectRules(store.getState()).map((rule) => rule.id)).toContain(id);
    expect(selectGoalInForce(store.getState())?.choice).toMatchObject({ kind: 'found', threshold: threshold(store) });
  });
});

describe('fault 8: a goal that cannot be met', () => {
  it('moves nothing and says why, until it can be met again', async () => {
    const store = await opened('y_true,y_prob\n1,0.9\n0,0.8\n1,0.4\n0,0.2\n0,0.1\n');
    const { setGoal, setRuleSettings } = store.getState();
    setRuleSettings({ minPrecision: 0.6 });
    setGoal('minPrecision');
    const met = threshold(store);
    expect(met).toBe(0.4);
    await store.getState().openFiles([csvFile('b.csv', 'y_true,y_prob\n0,0.9\n1,0.7\n0,0.1\n')]);
    expect(goal(store)).toBe('minPrecision');
    expect(selectGoalInForce(store.getState())?.choice).toEqual({
      kind: 'none',
      reason: 'precisionUnreachable',
      nearest: 0.5,
    });
    expect(threshold(store)).toBe(0.5);
    setRuleSettings({ minPrecision: 0.5 });
    expect(threshold(store)).toBe(0.7);
    setRuleSettings({ minPrecision: 0.99 });
    expect(threshold(store)).toBe(0.7);
  });

  it('without positives names that', async () => {
    const store = await opened('y_true,y_prob\n0,0.9\n0,0.8\n0,0.4\n');
    for (const id of ['minPrecision', 'minRecall', 'closestCorner'] as const) {
      store.getState().setGoal(id);
      expect(selectGoalInForce(store.getState())?.choice).toMatchObject({ kind: 'none', reason: 'noPositives' });
      expect(threshold(store)).toBe(0.5);
    }
  });

  it('with all scores tied flags nobody or everybody, as is cheaper', async () => {
    const store = await opened(`y_true,y_prob\n${'1,0.5\n0,0.5\n'.repeat(20)}`);
    const { setGoal, setPrices } = store.getState();
    setGoal('lowestCost');
    expect(threshold(store)).toBe(0.5);
    setPrices({ miss: 1, falseAlarm: 5 });
    expect(threshold(store)).toBe(Infinity);
  });
});

describe('a goal in the address', () => {
  it('comes back with its numbers and the list', async () => {
    const { store } = await started(GERMAN);
    const { setGoal, setRuleSettings, setShownRules, setPrices } = store.getState();
    setShownRules(['fbeta', 'flagCount']);
    setRuleSettings({ beta: 0.7, pt: 0.3, topCount: 40 });
    setPrices({ hit: -2, leftAlone: 0.5, miss: -1 });
    setGoal('fbeta');
    const link = linkOf(store.getState());
    expect(link).toMatchObject({ goal: 'fbeta', beta: 0.7, pt: 0.3, topCount: 40, shownGoals: ['fbeta', 'flagCount'] });
    const { store: other } = await started(
      `${GERMAN}&goal=fbeta&beta=0.7&pt=0.3&topn=40&goals=fbeta,flagCount&hit=-2&left=0.5&miss=-1`,
    );
    const { thresholds: _, ...decision } = store.getState().decision;
    expect(other.getState().decision).toMatchObject(decision);
    expect(other.getState().shownRules).toEqual(['fbeta', 'flagCount']);
    expect(threshold(other)).toBe(threshold(store));
  });

  it('that is not known is said; the threshold of the link holds', async () => {
    const { store } = await started(`${GERMAN}&t=0.4&goal=bestGuess&goals=nothing,flagTop&beta=99`);
    expect(store.getState().notices.map(({ values }) => values)).toEqual([
      { name: 'goal', value: 'bestGuess' },
      { name: 'goals', value: 'nothing' },
      { name: 'beta', value: '99' },
    ]);
    expect([threshold(store), goal(store)]).toEqual([0.4, null]);
    expect(store.getState().shownRules).toEqual(['flagTop']);
  });

  it('is in none where the threshold was set by hand', async () => {
    const { store, page } = await started(GERMAN);
    store.getState().setGoal('flagTop');
    store.getState().setThreshold(0.3);
    expect(linkOf(store.getState()).goal).toBeUndefined();
    expect(readLink(page.hash).link.goal).toBeUndefined();
  });
});

describe('classes with a threshold each', () => {
  it('another one that comes into view keeps its own, and the goal is left', async () => {
    const { store } = await started('data=news-topics');
    const { tuneClass, setGoal, setClassThreshold } = store.getState();
    await tuneClass('Sport');
    setGoal('highestMetric');
    const sport = threshold(store);
    await tuneClass('Finance');
    expect(goal(store)).toBeNull();
    expect(threshold(store)).toBe(0.5);
    expect(store.getState().decision.thresholds.Sport).toBe(sport);

    setGoal('highestMetric');
    setClassThreshold('Sport', 0.123);
    expect(goal(store)).toBe('highestMetric');
    setClassThreshold('Finance', 0.321);
    expect([goal(store), threshold(store)]).toEqual([null, 0.321]);
  });
});

describe('what is taken away', () => {
  it('names the goal and the split it was chosen on', async () => {
    const { store, page } = await started(GERMAN);
    store.getState().setGoal('lowestCost');
    expect(store.getState().pythonCode()).toContain(
      '# Goal: lowest cost (a miss costs 5 €, a false alarm costs 1 €), chosen on validation.\n',
    );
    expect(store.getState().pythonCode()).toContain(`threshold = ${threshold(store)}\n`);
    await store.getState().saveOperatingPoint();
    const record = JSON.parse((await page.saved.at(-1)?.blob.text()) ?? '');
    expect(record.goal).toEqual({
      objective: { kind: 'cost', payoff: { tp: 0, fp: 1, fn: 5, tn: 0 } },
      chosenOn: 'validation',
    });
    store.getState().setRequirements([
      { measure: 'recall', bound: 'atLeast', value: 0.8, byInterval: true, isOn: true },
      { measure: 'precision', bound: 'atLeast', value: 0.9, byInterval: false, isOn: false },
      { measure: 'costADay', bound: 'atMost', value: 2000, byInterval: false, isOn: true },
    ]);
    expect(store.getState().pythonCode()).toContain(
      'chosen on validation among the thresholds with:\n#   Recall at least 80.0 %, by the lower end of the 95 % interval\n#   Cost a day at most 2,000 € (1,000 cases a day, 30.0 % of them positive)\n',
    );
    await store.getState().saveOperatingPoint();
    const demanding = JSON.parse((await page.saved.at(-1)?.blob.text()) ?? '');
    expect(demanding.goal.requirements).toEqual([
      { measure: 'recall', bound: 'atLeast', value: 0.8, byInterval: true },
      {
        measure: 'costADay',
        bound: 'atMost',
        value: 2000,
        byInterval: false,
        payoff: { tp: 0, fp: 1, fn: 5, tn: 0 },
        production: { baseRate: 0.3, cases: 1000 },
      },
    ]);
    expect(violationsOf(demanding, JSON.parse(readFileSync('public/schema/operating-point.json', 'utf8')))).toEqual([]);
    store.getState().setThreshold(0.4);
    expect(store.getState().pythonCode()).not.toContain('# Goal');
    await store.getState().saveOperatingPoint();
    expect(JSON.parse((await page.saved.at(-1)?.blob.text()) ?? '')).not.toHaveProperty('goal');
  });
});
