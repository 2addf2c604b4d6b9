import { expect, it } from 'vitest';
import { outcomeConditions, outcomeConditionsAt } from '../../src/core/cases/caseSelection.ts';
import { type Confusion, confusionAt } from '../../src/core/scores/confusion.ts';
import { groupKey } from '../../src/core/slices/grouping.ts';
import { groupThresholdOf } from '../../src/core/slices/groupThresholds.ts';
import { selectConfusion } from '../../src/state/selectors.ts';
import type { TunerStore } from '../../src/state/store.ts';
import { started } from './started.ts';

const OUTCOMES = ['tp', 'fp', 'fn', 'tn'] as const;
const WINDOW = { offset: 0, limit: 1000 };
const THRESHOLDS = { female: 0.31, male: 0.12 };

/** The sample at one threshold, with another for each sex. */
async function bySex() {
  const { store, page } = await started('data=german-credit&t=0.24');
  const grouping = { by: [{ column: 'sex', edges: null }] };
  store.getState().setGrouping(grouping);
  await store.getState().refreshGroups();
  const thresholds = Object.entries(THRESHOLDS).map(([text, threshold]) => ({
    values: [{ kind: 'value' as const, text }],
    threshold,
  }));
  store.getState().setGroups({ grouping, thresholds, chosenBy: null });
  return { store, page };
}

/** The sum of the groups, each counted in its own index. */
function countedByGroup(store: TunerStore): Confusion {
  const { groups, decision } = store.getState();
  const thresholdOf = groupThresholdOf(decision.groups, Number.NaN);
  const sum = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (const { values, index } of groups?.value.groups ?? []) {
    const counts = confusionAt(index, thresholdOf(groupKey(values)), '>=');
    for (const outcome of OUTCOMES) sum[outcome] += counts[outcome];
  }
  return sum;
}

it('lists the rows that the thresholds of groups put on each side, nearest to its own threshold first', async () => {
  const { store } = await bySex();
  const sum = countedByGroup(store);
  expect(sum).not.toEqual(selectConfusion(store.getState()));
  for (const outcome of OUTCOMES) {
    store.getState().showCases(outcomeConditions(outcome));
    const page = await store.getState().fetchCases(WINDOW);
    expect(page?.total).toBe(sum[outcome]);
    const rows = page?.rows ?? [];
    for (const row of rows) {
      const sex = row.cells.find((cell): cell is keyof typeof THRESHOLDS => Object.hasOwn(THRESHOLDS, cell));
      expect(row).toMatchObject({ outcome, threshold: THRESHOLDS[sex ?? 'female'] });
      expect(row.isFlagged).toBe(row.score >= row.threshold);
    }
    const distances = rows.map(({ score, threshold }) => Math.abs(score - threshold));
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    const whole = await store.getState().fetchCase(rows[0].row);
    expect(whole).toMatchObject({ outcome, threshold: rows[0].threshold });
  }
});

it('lists the rows behind the counts of the one threshold by their scores', async () => {
  const { store } = await bySex();
  const counts = selectConfusion(store.getState());
  for (const outcome of OUTCOMES) {
    store.getState().showCases(outcomeConditionsAt(outcome, 0.24, '>='));
    expect((await store.getState().fetchCases(WINDOW))?.total).toBe(counts?.[outcome]);
  }
});

it('orders all rows, and writes them, with the decision of their group', async () => {
  const { store, page } = await bySex();
  const query = { offset: 0, limit: 1000, order: 'file', split: 'test', threshold: 0.24, rule: '>=' } as const;
  const sum = countedByGroup(store);
  for (const outcome of OUTCOMES) {
    expect((await store.getState().fetchRows({ ...query, outcome }))?.total).toBe(sum[outcome]);
  }
  await store.getState().saveRows();
  const [head, ...lines] = ((await page.saved.at(-1)?.blob.text()) ?? '').trimEnd().split('\r\n');
  const names = head.split(',');
  const records = lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at], cell])));
  const ofTest = records.filter(({ split }) => split === 'test');
  for (const outcome of OUTCOMES) {
    expect(ofTest.filter(({ cutpoint_outcome }) => cutpoint_outcome === outcome.toUpperCase())).toHaveLength(
      sum[outcome],
    );
  }
  expect(new Set(records.map((each) => `${each.sex} ${each.cutpoint_threshold}`))).toEqual(
    new Set(['female 0.31', 'male 0.12']),
  );
  store.getState().showCases(outcomeConditions('fp'));
  await store.getState().saveCases('csv', null);
  const cases = ((await page.saved.at(-1)?.blob.text()) ?? '').trimEnd().split('\r\n');
  expect(cases).toHaveLength(1 + sum.fp);
});

it('follows the one threshold again once it decides about all', async () => {
  const { store } = await bySex();
  store.getState().showCases(outcomeConditions('fp'));
  const before = await store.getState().fetchCases(WINDOW);
  store.getState().setGroups(null);
  const after = await store.getState().fetchCases(WINDOW);
  expect(after?.total).toBe(selectConfusion(store.getState())?.fp);
  expect(after?.total).not.toBe(before?.total);
  expect(new Set(after?.rows.map(({ threshold }) => threshold))).toEqual(new Set([0.24]));
});

it('counts what changes sides from the one threshold to those of groups, group by group', async () => {
  const { store } = await bySex();
  const other = { kind: 'threshold', threshold: 0.24, rule: '>=' } as const;
  const found = await store.getState().fetchFlips([{ kind: 'flip', other, way: null }]);
  const groups = found?.byGroup?.groups ?? [];
  const measured = store.getState().groups?.value.groups ?? [];
  expect(groups.map(({ values }) => values)).toEqual(measured.map(({ values }) => values));
  for (const [at, { index }] of measured.entries()) {
    const [before, after] = [0.24, Object.values(THRESHOLDS)[at]].map((each) => confusionAt(index, each, '>='));
    const { positivesIn, positivesOut, negativesIn, negativesOut } = groups[at].counts;
    expect(positivesIn - positivesOut).toBe(after.tp - before.tp);
    expect(negativesIn - negativesOut).toBe(after.fp - before.fp);
    // A higher threshold only takes flags away, a lower one only gives some.
    expect(at === 0 ? positivesIn + negativesIn : positivesOut + negativesOut).toBe(0);
  }
  for (const key of ['positivesIn', 'positivesOut', 'negativesIn', 'negativesOut'] as const) {
    expect(groups.reduce((sum, { counts }) => sum + counts[key], 0)).toBe(found?.all[key]);
  }
  store.getState().showCases([{ kind: 'flip', other, way: 'intoFlagged' }]);
  const page = await store.getState().fetchCases(WINDOW);
  expect(page?.total).toBe((found?.all.positivesIn ?? 0) + (found?.all.negativesIn ?? 0));
});
