import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { confusionAt } from '../../src/core/scores/confusion.ts';
import { groupKey } from '../../src/core/slices/grouping.ts';
import { readLink, writeLink } from '../../src/io/link.ts';
import { readSession, storedSession } from '../../src/io/session.ts';
import { selectGroupsInForce, selectPolicyObjective } from '../../src/state/fairnessSelectors.ts';
import { restoredState, sessionOf } from '../../src/state/keptSession.ts';
import { linkOf } from '../../src/state/linkedState.ts';
import type { TunerStore } from '../../src/state/store.ts';
import { violationsOf } from '../io/export/schema.ts';
import { started } from './started.ts';
import { csvFile } from './testEnv.ts';

const bySex = { by: [{ column: 'sex', edges: null }] };

async function bySexStarted(hash = 'data=german-credit') {
  const { store, page } = await started(hash);
  store.getState().setGrouping(bySex);
  await Promise.all([store.getState().refreshGroups(), store.getState().refreshPolicies()]);
  return { store, page };
}

/** The policy of a strategy in the last answer. */
function policyOf(store: TunerStore, strategy: string) {
  const value = store.getState().policies?.value;
  const policy = value?.kind === 'found' ? value.policies.find((each) => each.policy.strategy === strategy) : undefined;
  if (policy?.policy.kind !== 'found') throw new Error(`No policy ${strategy}.`);
  return policy.policy;
}

const thresholdsOf = (store: TunerStore) => store.getState().decision.groups?.thresholds.map((each) => each.threshold);

describe('thresholds for groups', () => {
  it('are chosen on the split for choosing, for the lowest cost or the goal in force', async () => {
    const { store } = await bySexStarted();
    expect(store.getState().policies?.split).toBe('validation');
    expect(policyOf(store, 'oneForAll').value).toBe(129);
    expect(policyOf(store, 'bestForEach').value).toBeLessThan(129);
    expect(selectPolicyObjective(store.getState()).isInForce).toBe(false);
    store.getState().setGoal('highestMetric');
    await store.getState().refreshPolicies();
    expect(store.getState().policies?.objective).toEqual({ kind: 'metric', id: 'f1' });
    store.getState().setGoal('minRecall');
    expect(selectPolicyObjective(store.getState())).toMatchObject({ objective: { kind: 'cost' }, isInForce: false });
  });

  it('are applied, undone, moved by hand in one step, and taken off', async () => {
    const { store } = await bySexStarted();
    const policy = policyOf(store, 'equalTruePositiveRates');
    store.getState().applyPolicy(policy, 0.02);
    const applied = policy.thresholds.map(({ threshold }) => threshold);
    expect(thresholdsOf(store)).toEqual(applied);
    expect(store.getState().decision.groups?.chosenBy).toEqual({
      strategy: 'equalTruePositiveRates',
      tolerance: 0.02,
      split: 'validation',
    });
    const [female] = store.getState().groups?.value.groups ?? [];
    for (const threshold of [0.3, 0.31, 0.32]) store.getState().setGroupThreshold(female.values, threshold, 'drag');
    expect(thresholdsOf(store)).toEqual([0.32, applied[1]]);
    expect(store.getState().decision.groups?.chosenBy).toBeNull();
    store.getState().undo();
    expect(thresholdsOf(store)).toEqual(applied);
    store.getState().setGroups(null);
    expect(selectGroupsInForce(store.getState())).toBeNull();
    store.getState().undo();
    store.getState().undo();
    expect(store.getState().decision.groups).toBeNull();
  });

  it('begin from the one threshold where one of them is moved first', async () => {
    const { store } = await bySexStarted();
    store.getState().setThreshold(0.4);
    const [female] = store.getState().groups?.value.groups ?? [];
    store.getState().moveGroupThreshold(female.values, 'stepUp');
    expect(thresholdsOf(store)).toEqual([0.41, 0.4]);
    store.getState().moveGroupThreshold(female.values, 'nextChange');
    const moved = thresholdsOf(store)?.[0] ?? Number.NaN;
    expect(moved).toBeGreaterThan(0.41);
    const flagged = (threshold: number) => {
      const { tp, fp } = confusionAt(female.index, threshold, '>=');
      return tp + fp;
    };
    expect(flagged(moved)).toBeLessThan(flagged(0.41));
  });

  it('go into the link and the kept session, infinite ones too, and come back', async () => {
    const { store } = await bySexStarted();
    store.getState().applyPolicy(policyOf(store, 'equalizedOdds'), 0.02);
    const [female] = store.getState().groups?.value.groups ?? [];
    store.getState().setGroupThreshold(female.values, Number.POSITIVE_INFINITY);
    store.getState().setFairness({ tolerance: 0.05, favourable: 'flagged', reference: groupKey(female.values) });
    const { groups } = store.getState().decision;
    const { fairness } = store.getState();
    const { link, problems } = readLink(writeLink(linkOf(store.getState())));
    expect(problems).toEqual([]);
    const session = readSession(JSON.parse(JSON.stringify(storedSession(sessionOf(store.getState(), '')))));
    if (typeof session === 'string') throw new Error(session);
    expect(restoredState(session).decision.groups).toEqual(groups);
    await store.getState().applyLink({ data: 'german-credit' });
    expect(store.getState().decision.groups).toBeNull();
    await store.getState().applyLink(link);
    expect(store.getState().decision.groups).toEqual(groups);
    expect(store.getState().fairness).toEqual(fairness);
  });

  it('are refused in a link that is broken, or names a column that is not there', async () => {
    expect(readLink('pergroup={"by":[]}').problems).toHaveLength(1);
    expect(readLink('pergroup=sex').problems).toHaveLength(1);
    const { store } = await bySexStarted();
    store.getState().applyPolicy(policyOf(store, 'bestForEach'), 0.02);
    const link = linkOf(store.getState());
    const { groupThresholds: groups } = link;
    if (groups === undefined) throw new Error('none');
    await store.getState().applyLink({
      ...link,
      groupThresholds: { ...groups, grouping: { by: [{ column: 'no such', edges: null }] } },
    });
    expect(store.getState().decision.groups).toBeNull();
    expect(store.getState().notices.map(({ code }) => code)).toContain('linkColumnMissing');
  });

  it('are written into JSON, as the schema has it, and into Python', async () => {
    const { store, page } = await bySexStarted();
    const policy = policyOf(store, 'bestForEach');
    store.getState().applyPolicy(policy, 0.02);
    await store.getState().saveOperatingPoint();
    const record = JSON.parse((await page.saved.at(-1)?.blob.text()) ?? '');
    const schema = JSON.parse(readFileSync('public/schema/operating-point.json', 'utf8'));
    expect(violationsOf(record, schema)).toEqual([]);
    expect(record.groupDecision.chosenBy).toEqual({ strategy: 'bestForEach', tolerance: 0.02, split: 'validation' });
    const validation = record.evaluations.find(({ split }: { split: string }) => split === 'validation');
    for (const { key, threshold, confusion } of policy.thresholds) {
      const [[, name]] = JSON.parse(key);
      expect(validation.groups.sex[name]).toMatchObject({ threshold, confusion });
      expect(Object.keys(validation.groups.sex[name].metrics)).toContain('rocAuc');
    }
    const code = store.getState().pythonCode();
    expect(code).toContain('thresholds = np.full(len(df), threshold)');
    expect(code).toContain(
      `thresholds[((df["sex"].str.strip() == "female")).to_numpy()] = ${policy.thresholds[0].threshold}`,
    );
    expect(code).toContain('y_pred = (y_score >= thresholds).astype(int)');
    expect(code).not.toContain('FixedThresholdClassifier(');
  });

  it('cost no more where a larger gap is allowed, and each point of that price can be applied', async () => {
    const { store } = await bySexStarted();
    await store.getState().refreshPrices();
    const value = store.getState().prices?.value;
    if (value?.kind !== 'found') throw new Error('No prices.');
    for (const strategy of new Set(value.policies.map(({ policy }) => policy.strategy))) {
      const costs = value.policies.flatMap(({ policy }) =>
        policy.strategy === strategy && policy.kind === 'found' ? [policy.value] : [],
      );
      expect(costs).toEqual([...costs].sort((a, b) => b - a));
      expect(costs.at(-1)).toBe(policyOf(store, 'bestForEach').value);
    }
    const point = value.policies.findLast(({ policy }) => policy.strategy === 'equalizedOdds');
    if (point?.policy.kind !== 'found') throw new Error('No point.');
    store.getState().applyPolicy(point.policy, point.tolerance);
    expect(store.getState().decision.groups?.chosenBy).toMatchObject({ strategy: 'equalizedOdds', tolerance: 0.5 });
  });

  it('are not looked for where there are too many groups, and go with the file', async () => {
    const { store } = await bySexStarted();
    store.getState().applyPolicy(policyOf(store, 'bestForEach'), 0.02);
    store.getState().setGrouping({ by: [{ column: 'id', edges: null }] });
    await store.getState().refreshPolicies();
    expect(store.getState().policies?.value).toEqual({ kind: 'tooManyGroups', count: 500 });
    expect(selectGroupsInForce(store.getState())).toBeNull();
    await store.getState().openFiles([csvFile('other.csv', 'y,score\n1,0.8\n0,0.3\n1,0.6\n0,0.2\n')]);
    expect(store.getState().decision.groups).toBeNull();
  });
});
