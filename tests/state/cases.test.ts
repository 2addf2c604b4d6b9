import { expect, it } from 'vitest';
import { outcomeConditions } from '../../src/core/cases/caseSelection.ts';
import { groupConditions } from '../../src/core/cases/groupConditions.ts';
import { isFlagged } from '../../src/core/scores/confusion.ts';
import { readLink, writeLink } from '../../src/io/link.ts';
import { restoredState, sessionOf } from '../../src/state/keptSession.ts';
import { linkOf } from '../../src/state/linkedState.ts';
import { selectConfusion, selectThreshold } from '../../src/state/selectors.ts';
import { createTunerStore } from '../../src/state/store.ts';
import { started } from './started.ts';
import { csvFile, testEnv } from './testEnv.ts';

const WINDOW = { offset: 0, limit: 1000 };

it('lists exactly the rows of a cell of the matrix, nearest to the threshold first', async () => {
  const { store } = await started('data=german-credit&t=0.24');
  const confusion = selectConfusion(store.getState());
  for (const outcome of ['tp', 'fp', 'fn', 'tn'] as const) {
    store.getState().showCases(outcomeConditions(outcome));
    const page = await store.getState().fetchCases(WINDOW);
    expect(page?.total).toBe(confusion?.[outcome]);
    expect(new Set(page?.rows.map((row) => row.outcome))).toEqual(new Set([outcome]));
    const distances = page?.rows.map(({ score }) => Math.abs(score - selectThreshold(store.getState()))) ?? [];
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
  }
  expect(store.getState().view).toBe('cases');
  expect(store.getState().caseSelection).toContainEqual({ kind: 'split', split: 'test' });
});

it('keeps the list in the link, and leaves out what another file does not have', async () => {
  const { store } = await started('data=german-credit&t=0.24');
  const { showCases, addCaseCondition, setCaseOrder, setCaseSearch } = store.getState();
  showCases(outcomeConditions('fp'));
  addCaseCondition({ kind: 'value', column: 'sex', value: 'female' });
  setCaseOrder({ column: 'age', isDescending: true });
  setCaseSearch('NewCar');
  const page = await store.getState().fetchCases(WINDOW);
  expect(page?.total).toBeGreaterThan(0);
  const hash = writeLink(linkOf(store.getState()));

  const again = await started(hash);
  expect(await again.store.getState().fetchCases(WINDOW)).toEqual(page);
  expect(again.store.getState().notices).toEqual([]);

  const other = await started(hash.replace('german-credit', 'streamlit-demo'));
  expect(other.store.getState().caseSelection).toEqual([
    { kind: 'label', isPositive: false },
    { kind: 'flagged', isFlagged: true },
    { kind: 'split', split: 'test' },
  ]);
  expect(other.store.getState().notices.map(({ code }) => code)).toEqual(['linkValueIgnored', 'linkValueIgnored']);
});

it('lists the rows of a group as the groups count them', async () => {
  const { store } = await started('data=german-credit&t=0.24');
  const grouping = {
    by: [
      { column: 'sex', edges: null },
      { column: 'age', edges: [25, 35] },
    ],
  };
  const selection = groupConditions(grouping, [
    { kind: 'value', text: 'female' },
    { kind: 'range', low: 25, high: 35 },
  ]);
  store.getState().setGrouping(grouping);
  await store.getState().refreshGroups();
  const group = store
    .getState()
    .groups?.value.groups.find(
      ({ values }) => JSON.stringify(values).includes('female') && JSON.stringify(values).includes('25,'),
    );
  store.getState().showCases(selection);
  const page = await store.getState().fetchCases(WINDOW);
  expect(group).toBeDefined();
  expect(page?.total).toBe((group?.index.positives.scores.length ?? 0) + (group?.index.negatives.scores.length ?? 0));
});

it('finds the rows between two thresholds as flips, and what they cost', async () => {
  const { store } = await started('data=german-credit&t=0.24');
  const other = { kind: 'threshold' as const, threshold: 0.5, rule: '>=' as const };
  const summary = await store.getState().fetchFlips([{ kind: 'flip', other, way: null }]);
  store.getState().showCases([{ kind: 'flip', other, way: 'intoFlagged' }]);
  const page = await store.getState().fetchCases(WINDOW);
  expect(page?.rows.every(({ score }) => score >= 0.24 && score < 0.5)).toBe(true);
  expect(summary?.all).toMatchObject({ positivesOut: 0, negativesOut: 0 });
  expect(page?.total).toBe((summary?.all.positivesIn ?? 0) + (summary?.all.negativesIn ?? 0));
});

it.each(['recall', 'flags', 'threshold'] as const)('holds two models against each other: %s', async (at) => {
  const { store } = await started('data=german-credit-models&t=0.3&model=p_logreg');
  const other = { kind: 'model' as const, model: 'p_gboost', at, threshold: 0.3 };
  const summary = await store.getState().fetchFlips([{ kind: 'flip', other, way: null }]);
  const otherThreshold = summary?.otherThreshold ?? Number.NaN;
  store.getState().showCases([]);
  const page = await store.getState().fetchCases(WINDOW);
  const names = ['id', 'split', 'class', 'p_logreg', 'p_gboost'];
  const counts = { positivesIn: 0, positivesOut: 0, negativesIn: 0, negativesOut: 0 };
  const flagged = { here: 0, there: 0, hits: 0, otherHits: 0 };
  for (const { score, cells } of page?.rows ?? []) {
    const now = isFlagged(score, 0.3, '>=');
    const before = isFlagged(Number(cells[names.indexOf('p_gboost')]), otherThreshold, '>=');
    const isPositive = cells[2] === 'bad';
    flagged.here += Number(now);
    flagged.there += Number(before);
    flagged.hits += Number(now && isPositive);
    flagged.otherHits += Number(before && isPositive);
    if (now !== before) counts[`${isPositive ? 'positives' : 'negatives'}${now ? 'In' : 'Out'}`] += 1;
  }
  expect(summary?.all).toEqual(counts);
  expect(counts.positivesIn + counts.positivesOut + counts.negativesIn + counts.negativesOut).toBeGreaterThan(0);
  if (at === 'flags') expect(flagged.there).toBe(flagged.here);
  if (at === 'recall') expect(flagged.otherHits).toBe(flagged.hits);
  if (at === 'threshold') expect(otherThreshold).toBe(0.3);
});

it('matches models that stand one below the other by their id, and counts those without a partner', async () => {
  const rows = (model: string, turn: number) =>
    Array.from({ length: 10 }, (_, i) => `${i},${i % 2},${((i + turn) % 10) / 10},${model}`).slice(turn === 0 ? 0 : 1);
  const store = createTunerStore(testEnv());
  await store
    .getState()
    .openFiles([csvFile('stacked.csv', `id,y_true,y_prob,model\n${[...rows('a', 0), ...rows('b', 5)].join('\n')}\n`)]);
  await store.getState().changeInterpretation({ id: 'id' });
  store.getState().setThreshold(0.5);
  const other = { kind: 'model' as const, model: 'b', at: 'threshold' as const, threshold: 0.5 };
  const summary = await store.getState().fetchFlips([{ kind: 'flip', other, way: null }]);
  // Model b has the scores of the other half; case 0 is only in model a.
  expect(summary?.unpaired).toBe(1);
  expect(summary?.all).toEqual({ positivesIn: 3, positivesOut: 2, negativesIn: 2, negativesOut: 2 });
});

it('pairs only rows whose id names one case of each model, as Compare does', async () => {
  const store = createTunerStore(testEnv());
  // Id 1 comes twice in model a, id 2 twice in b, one row of each has none, and the labels of 3 contradict each other.
  const a = ['0,0,0.1,a', '1,1,0.9,a', '1,1,0.2,a', '2,0,0.9,a', '3,1,0.9,a', ',1,0.9,a', '4,1,0.9,a', '5,0,0.1,a'];
  const b = ['0,0,0.9,b', '1,1,0.1,b', '2,0,0.1,b', '2,0,0.2,b', '3,0,0.1,b', ',1,0.1,b', '4,1,0.1,b', '5,0,0.2,b'];
  await store.getState().openFiles([csvFile('stacked.csv', `id,y_true,y_prob,model\n${[...a, ...b].join('\n')}\n`)]);
  await store.getState().changeInterpretation({ id: 'id' });
  store.getState().setThreshold(0.5);
  const other = { kind: 'model' as const, model: 'b', at: 'threshold' as const, threshold: 0.5 };
  const summary = await store.getState().fetchFlips([{ kind: 'flip', other, way: null }]);
  // Left are 0, 4 and 5.
  expect(summary?.unpaired).toBe(5);
  expect(summary?.all).toEqual({ positivesIn: 1, positivesOut: 0, negativesIn: 0, negativesOut: 1 });
});

it('tells everything of one row, with the score of every class', async () => {
  const { store } = await started('data=digits');
  store.getState().showCases([]);
  const page = await store.getState().fetchCases({ offset: 0, limit: 1 });
  const whole = await store.getState().fetchCase(page?.rows[0].row ?? -1);
  expect(whole?.names[0]).toBe('id');
  expect(whole?.classes).toHaveLength(10);
  expect(whole?.classes.filter(({ isTrue }) => isTrue).map(({ label }) => label)).toEqual([whole?.cells[1]]);
  expect(await store.getState().fetchCase(10_000)).toBeNull();
});

it('keeps marks with the session, lists the marked rows and writes them', async () => {
  const { store, page } = await started('data=german-credit&t=0.24');
  const { showCases, markCase, saveCases } = store.getState();
  markCase(5, { note: 'was paid back, "late"' });
  markCase(7, { note: '' });
  markCase(7, null);
  const session = sessionOf(store.getState(), '');
  expect(restoredState(session).marks).toEqual(new Map([[5, { note: 'was paid back, "late"' }]]));
  showCases([{ kind: 'marked' }]);
  store.getState().setCaseSelection([{ kind: 'marked' }]);
  expect((await store.getState().fetchCases(WINDOW))?.rows.map(({ row }) => row)).toEqual([5]);
  await saveCases('jsonl', null);
  await saveCases('csv', 1);
  const [jsonl, csv] = await Promise.all(page.saved.map(({ blob }) => blob.text()));
  expect(page.saved.map(({ name }) => name)).toEqual(['german-credit-cases.jsonl', 'german-credit-cases.csv']);
  const record = JSON.parse(jsonl);
  expect(record).toMatchObject({ cutpoint_line: 7, cutpoint_label_wrong: 1, cutpoint_note: 'was paid back, "late"' });
  expect(csv.split('\r\n')).toHaveLength(3);
  expect(csv).toContain('"was paid back, ""late"""');
  // Another file has none of them.
  await store.getState().openFiles([csvFile('a.csv', 'y_true,y_prob\n0,0.2\n1,0.7\n')]);
  expect(store.getState().marks.size).toBe(0);
});

it('reports conditions that are none', () => {
  const { link, problems } = readLink('show=flagged:maybe&show=in:[1,2):age&show=flip:up:at:0.5:gte&sort=sideways');
  expect(link.caseSelection).toEqual([
    { kind: 'range', column: 'age', range: { low: 1, high: 2, isLowIn: true, isHighIn: false } },
  ]);
  expect(problems).toHaveLength(3);
});
