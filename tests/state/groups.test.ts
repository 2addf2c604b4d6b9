import { describe, expect, it } from 'vitest';
import { confusionAt } from '../../src/core/scores/confusion.ts';
import type { Grouping, GroupRule } from '../../src/core/slices/grouping.ts';
import { readLink, writeLink } from '../../src/io/link.ts';
import { selectGrouping, selectGroups, selectRuleRows } from '../../src/state/groupSelectors.ts';
import { linkOf } from '../../src/state/linkedState.ts';
import { selectConfusion, selectThreshold } from '../../src/state/selectors.ts';
import { started } from './started.ts';
import { csvFile } from './testEnv.ts';

const BY_SEX: Grouping = { by: [{ column: 'sex', edges: null }] };
const BY_AGE: Grouping = { by: [{ column: 'age_band', edges: null }] };

describe('groups of the open file', () => {
  it('are measured on the split in view and add up to it', async () => {
    const { store } = await started('data=german-credit');
    const { setGrouping, refreshGroups, setThreshold, setSplit } = store.getState();
    await refreshGroups();
    expect(selectGroups(store.getState())).toBeNull();
    setGrouping(BY_SEX);
    await refreshGroups();
    setThreshold(0.3);
    const tps = () => {
      const { value } = selectGroups(store.getState()) ?? expect.fail();
      return value.groups.map(({ index }) => confusionAt(index, selectThreshold(store.getState()), '>=').tp);
    };
    const total = () => tps().reduce((sum, tp) => sum + tp, 0);
    expect(tps()).toHaveLength(2);
    expect(total()).toBe(selectConfusion(store.getState())?.tp);
    setSplit('validation');
    expect(selectGroups(store.getState())?.isCurrent).toBe(false);
    await refreshGroups();
    expect(selectGroups(store.getState())).toMatchObject({ isCurrent: true, split: 'validation' });
    expect(total()).toBe(selectConfusion(store.getState())?.tp);
  });

  it('are those asked for last', async () => {
    const { store } = await started('data=german-credit');
    const { setGrouping, refreshGroups } = store.getState();
    setGrouping(BY_AGE);
    const first = refreshGroups();
    setGrouping(BY_SEX);
    await Promise.all([first, refreshGroups()]);
    expect(selectGroups(store.getState())).toMatchObject({ grouping: BY_SEX, isCurrent: true });
    expect(selectGroups(store.getState())).toBe(selectGroups(store.getState()));
  });

  it('stay as they were when measuring others is cancelled; without any before, none are asked for', async () => {
    const { store } = await started('data=german-credit');
    const { setGrouping, refreshGroups, cancelGroups } = store.getState();
    setGrouping(BY_AGE);
    const first = refreshGroups();
    cancelGroups();
    await first;
    expect([selectGrouping(store.getState()), selectGroups(store.getState())]).toEqual([null, null]);
    setGrouping(BY_SEX);
    await refreshGroups();
    setGrouping(BY_AGE);
    const second = refreshGroups();
    cancelGroups();
    await second;
    expect(selectGrouping(store.getState())).toEqual(BY_SEX);
    expect(selectGroups(store.getState())).toMatchObject({ grouping: BY_SEX, isCurrent: true });
    expect(store.getState().notices).toEqual([]);
  });

  it('are forgotten with the file, and columns that are not there are left out', async () => {
    const { store } = await started('data=german-credit');
    const { setGrouping, refreshGroups, openFiles } = store.getState();
    setGrouping({ by: [...BY_SEX.by, { column: 'gone', edges: null }] });
    expect(selectGrouping(store.getState())).toEqual(BY_SEX);
    await refreshGroups();
    expect(selectGroups(store.getState())?.value.groups).toHaveLength(2);
    await openFiles([csvFile('other.csv', 'y_true,y_prob\n1,0.7\n0,0.2\n')]);
    expect(store.getState().grouping).toBeNull();
    expect(selectGroups(store.getState())).toBeNull();
  });
});

describe('groups in a link', () => {
  it('come back with all that is shown of them', async () => {
    const { store, page } = await started('data=german-credit&view=slices');
    const { groupByColumns, setGroupChoice } = store.getState();
    await groupByColumns(['age', 'sex']);
    expect(store.getState().grouping?.by).toEqual([{ column: 'age', edges: [25, 30, 35, 45] }, BY_SEX.by[0]]);
    setGroupChoice({ metrics: ['recall', 'rocAuc'], order: 'recall', isDescending: true, plotted: 'fnr' });
    const hash = writeLink(linkOf(store.getState()));
    expect(hash).toContain('view=slices');
    const again = await started(hash);
    const { grouping, groupChoice } = store.getState();
    expect(again.store.getState()).toMatchObject({ grouping, groupChoice, notices: [] });
    expect(writeLink(linkOf(again.store.getState()))).toBe(hash);
    expect(page.pushed).toBeDefined();
  });

  it('that are not there are said and left out', async () => {
    const { store } = await started(
      'data=german-credit&group=:sex&group=:gone&groupmetrics=recall,luck&grouporder=luck&groupchart=luck&group=x:age',
    );
    expect(store.getState().grouping).toEqual(BY_SEX);
    expect(store.getState().groupChoice).toMatchObject({
      metrics: ['recall'],
      order: 'group',
      plotted: 'selectionRate',
    });
    expect(store.getState().notices.map(({ code, values }) => [code, values.name])).toEqual([
      ['linkColumnMissing', 'group'],
      ['linkValueIgnored', 'groupmetrics'],
      ['linkValueIgnored', 'grouporder'],
      ['linkValueIgnored', 'groupchart'],
      ['linkValueIgnored', 'group'],
    ]);
    expect(linkOf(store.getState()).groupBys).toEqual(BY_SEX.by);
  });

  it('leave nothing behind on a page without groups', async () => {
    const { store } = await started('data=german-credit');
    const { groupBys, groupMetrics, groupOrder, groupPlotted } = linkOf(store.getState());
    expect([groupBys, groupMetrics, groupOrder, groupPlotted]).toEqual([undefined, undefined, undefined, undefined]);
    expect(readLink('group=1,2:a:b').link.groupBys).toEqual([{ column: 'a:b', edges: [1, 2] }]);
    expect(readLink('group=sex').link.groupBys).toEqual([{ column: 'sex', edges: null }]);
  });
});

it('columns are cut into ranges as before when they come back', async () => {
  const { store } = await started('data=german-credit');
  const { groupByColumns, setGrouping } = store.getState();
  await groupByColumns(['amount']);
  setGrouping({ by: [{ column: 'amount', edges: [1000, 5000] }] });
  await groupByColumns(['sex']);
  await groupByColumns(['sex', 'amount']);
  expect(store.getState().grouping?.by).toEqual([BY_SEX.by[0], { column: 'amount', edges: [1000, 5000] }]);
  await groupByColumns([]);
  expect(store.getState().grouping).toBeNull();
});

describe('groups made by hand', () => {
  const LARGE = {
    kind: 'range',
    column: 'amount',
    range: { low: 5000, high: Infinity, isLowIn: false, isHighIn: true },
  } as const;
  const FEMALE = { kind: 'value', column: 'sex', value: 'female' } as const;

  const ruleOf = (...conditions: GroupRule['conditions']): GroupRule => ({ name: '', conditions });

  it('hold the rows for which every condition holds, split by split', async () => {
    const { store } = await started('data=german-credit&t=0.3');
    store.getState().setGroupRules([ruleOf(LARGE, FEMALE), ruleOf(FEMALE)]);
    await store.getState().refreshGroups();
    await expect.poll(() => selectRuleRows(store.getState())?.isCurrent).toBe(true);
    const [both, female] = selectRuleRows(store.getState())?.value ?? expect.fail();
    const page = await store.getState().fetchRows({
      offset: 0,
      limit: 1000,
      order: 'file',
      split: 'test',
      outcome: null,
      threshold: 0.3,
      rule: '>=',
    });
    const names = store.getState().opened?.dataset.summary.columns.map(({ name }) => name) ?? [];
    const cell = (cells: readonly string[], name: string) => cells[names.indexOf(name)];
    const wanted = (page?.rows ?? []).filter(
      ({ cells }) => cell(cells, 'sex') === 'female' && Number(cell(cells, 'amount')) > 5000,
    );
    expect(both.rows).toBe(wanted.length);
    const { tp, fp } = confusionAt(both.index, 0.3, '>=');
    expect(tp + fp).toBe(wanted.filter(({ isFlagged }) => isFlagged).length);
    expect(female.rows).toBeGreaterThan(both.rows);
  });

  it('come back by link; those of columns that are not there are said', async () => {
    const { store } = await started('data=german-credit');
    const rules = [
      ruleOf(LARGE, FEMALE),
      ruleOf({ kind: 'value', column: 'purpose', value: 'a&b=c:%' }),
      { ...ruleOf(FEMALE), name: '5 = a & b, 100 %' },
      ruleOf({
        kind: 'words',
        column: 'purpose',
        range: { low: Number.NEGATIVE_INFINITY, high: 8, isLowIn: true, isHighIn: false },
      }),
    ];
    store.getState().setGroupRules(rules);
    const hash = writeLink(linkOf(store.getState()));
    const again = await started(hash);
    expect(again.store.getState().groupRules).toEqual(rules);
    expect(writeLink(linkOf(again.store.getState()))).toBe(hash);
    const gone = await started('data=german-credit&those=is:4:gone:x&those=luck');
    expect(gone.store.getState().groupRules).toEqual([]);
    expect(gone.store.getState().notices.map(({ values }) => values.name)).toEqual(['those', 'those']);
  });
});
