import type { StateCreator } from 'zustand/vanilla';
import type { ColumnProfile } from '../core/dataset/profile.ts';
import { type GroupBy, isSameGrouping } from '../core/slices/grouping.ts';
import { DEFAULT_GROUP_CHOICE } from './groupChoice.ts';
import {
  groupsKey,
  rulesKey,
  selectGrouping,
  selectGroupRules,
  selectGroups,
  selectRuleRows,
} from './groupSelectors.ts';
import type { GroupsSlice } from './groupsState.ts';
import { createLatest, isCancelled } from './latest.ts';
import { noticeOf } from './notices.ts';
import { selectColumns, selectEvaluation } from './selectors.ts';
import type { TunerState } from './tunerState.ts';

/** A column of more numbers than this is cut into ranges at first. */
const MOST_NUMBERS = 12;

const isCut = ({ numericShare, distinct }: ColumnProfile): boolean => numericShare > 0.5 && distinct > MOST_NUMBERS;

export const createGroupsSlice = (): StateCreator<TunerState, [], [], GroupsSlice> => (set, get) => {
  const latest = createLatest();

  /** How a column makes groups: as it did before, else by ranges of its numbers where it has many, else by its values. */
  async function groupByColumn(name: string, signal: AbortSignal): Promise<GroupBy> {
    const before = get().groupBys.find(({ column }) => column === name);
    if (before !== undefined) return before;
    const column = selectColumns(get()).find((each) => each.name === name);
    const dataset = get().opened?.dataset;
    if (column === undefined || dataset === undefined || !isCut(column)) return { column: name, edges: null };
    const edges = await dataset.groupEdges(signal, name);
    return { column: name, edges: edges.length === 0 ? null : edges };
  }

  /** Takes a grouping over, and remembers for each column how it makes groups. */
  const take = (by: readonly GroupBy[]) =>
    set(({ groupBys }) => ({
      grouping: by.length === 0 ? null : { by },
      groupBys: [...groupBys.filter(({ column }) => !by.some((each) => each.column === column)), ...by],
    }));

  /** Has the worker measure the groups made by hand on the split in view, unless that is done. */
  async function refreshRules(): Promise<void> {
    const state = get();
    const { opened, isPreparing } = state;
    const rules = selectGroupRules(state);
    const evaluation = selectEvaluation(state);
    latest.cancel('rules');
    if (opened === null || isPreparing || rules.length === 0 || evaluation === null) return;
    if (selectRuleRows(state)?.isCurrent === true) return;
    const { dataset } = opened;
    const { split } = evaluation;
    const key = rulesKey(opened.prepared.interpretation, split, rules);
    try {
      const asked = rules.map(({ conditions }) => conditions);
      const value = await dataset.rules(latest.start('rules'), split, asked);
      if (get().opened?.dataset === dataset) set({ ruleRows: { dataset, key, rules, split, value } });
    } catch (error) {
      if (!isCancelled(error)) get().addNotice(noticeOf(error));
    }
  }

  return {
    grouping: null,
    groups: null,
    groupBys: [],
    groupRules: [],
    ruleRows: null,
    setGroupRules: (groupRules) => set({ groupRules }),
    groupChoice: DEFAULT_GROUP_CHOICE,
    setGrouping: (grouping) => {
      latest.cancel('columns');
      take(grouping?.by ?? []);
    },
    groupByColumns: async (columns) => {
      const signal = latest.start('columns');
      const { opened } = get();
      try {
        const by: GroupBy[] = [];
        for (const column of new Set(columns)) by.push(await groupByColumn(column, signal));
        if (!signal.aborted && get().opened?.dataset === opened?.dataset) take(by);
      } catch (error) {
        if (!isCancelled(error)) get().addNotice(noticeOf(error));
      }
    },
    setSubject: async (subject) => {
      const before = get().opened;
      await get().changeInterpretation({ subject: subject ?? undefined });
      // Where there are no rows to show nothing changed, and a notice says why.
      if (subject !== null && get().opened !== before) get().setView('tune');
    },
    setGroupChoice: (change) => set(({ groupChoice }) => ({ groupChoice: { ...groupChoice, ...change } })),
    cancelGroups: () => {
      latest.cancel('groups');
      latest.cancel('columns');
      const before = selectGroups(get())?.grouping ?? null;
      // The groups on screen may be of another split: measuring those was stopped too.
      get().setGrouping(isSameGrouping(before, selectGrouping(get())) ? null : before);
    },
    refreshGroups: async () => {
      void refreshRules();
      const state = get();
      const { opened, isPreparing } = state;
      const grouping = selectGrouping(state);
      const evaluation = selectEvaluation(state);
      // What was asked for in between must not take the place of what is there.
      latest.cancel('groups');
      if (opened === null || isPreparing || grouping === null || evaluation === null) return;
      if (selectGroups(state)?.isCurrent === true) return;
      const { dataset } = opened;
      const { split } = evaluation;
      const key = groupsKey(opened.prepared.interpretation, split, grouping);
      try {
        const value = await dataset.groups(latest.start('groups'), split, grouping);
        if (get().opened?.dataset === dataset) set({ groups: { dataset, key, grouping, split, value } });
      } catch (error) {
        if (!isCancelled(error)) get().addNotice(noticeOf(error));
      }
    },
  };
};
