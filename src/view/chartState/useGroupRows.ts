import { useMemo } from 'react';
import type { CellCondition } from '../../core/cases/caseSelection.ts';
import { groupConditions } from '../../core/cases/groupConditions.ts';
import type { MetricId } from '../../core/metrics/metric.ts';
import { type Confusion, confusionAt, type DecisionRule } from '../../core/scores/confusion.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { type GroupFigure, groupFigure } from '../../core/slices/groupFigure.ts';
import { groupKey } from '../../core/slices/grouping.ts';
import { groupThresholdOf } from '../../core/slices/groupThresholds.ts';
import type { MeasuredGroups, MeasuredRows } from '../../core/slices/measureGroups.ts';
import { subjectText } from '../../i18n/subjectText.ts';
import { translate } from '../../i18n/translate.ts';
import { aucIntervalOf } from '../../state/certainty.ts';
import { selectGroupsInForce } from '../../state/fairnessSelectors.ts';
import type { GroupOrder } from '../../state/groupChoice.ts';
import { type GroupsInView, selectGroups, selectRuleRows } from '../../state/groupSelectors.ts';
import { selectEvaluation } from '../../state/selectors.ts';
import { useTuner } from '../../state/useTuner.ts';
import { groupName } from '../terms/groupWords.ts';
import { useMarkerAtRest } from './useMarker.ts';

/** Rows of the table of groups, the same while the threshold moves. */
export interface GroupRow {
  readonly key: string;
  readonly name: string;
  /** What holds for its rows; null for rows that are no single group. */
  readonly conditions: readonly CellCondition[] | null;
  readonly measured: MeasuredRows;
  /** The groups that it is made of; null where it is a group itself, or measured as a whole. */
  readonly parts: readonly GroupRow[] | null;
}

export interface GroupRows {
  readonly whole: GroupRow;
  /** As they follow each other; what is in none of them comes last. */
  readonly groups: readonly GroupRow[];
}

const rowsOfAnswer = new WeakMap<MeasuredGroups, GroupRows>();

function rowsOf({ value, grouping }: GroupsInView, evaluation: Evaluation, hasIntervals: boolean): GroupRows {
  const known = rowsOfAnswer.get(value);
  if (known !== undefined) return known;
  const groups = value.groups.map((group) => ({
    key: groupKey(group.values),
    name: groupName(group.values),
    conditions: groupConditions(grouping, group.values),
    measured: group,
    parts: null,
  }));
  const rest =
    value.others === null
      ? []
      : [
          {
            key: 'others',
            name: translate('slices.others', { count: value.others.count }),
            conditions: null,
            measured: value.others,
            parts: null,
          },
        ];
  const all: readonly GroupRow[] = [...groups, ...rest];
  const rows = { whole: { ...wholeRow(evaluation, hasIntervals), parts: all }, groups: all };
  rowsOfAnswer.set(value, rows);
  return rows;
}

const rowsOfRules = new WeakMap<readonly MeasuredRows[], GroupRows>();

/** The groups made by hand of the last answer; null until there is one. */
export function useRuleRows(): GroupRows | null {
  const answer = useTuner(selectRuleRows);
  const evaluation = useTuner((state) => {
    const split = selectRuleRows(state)?.split;
    return state.opened?.prepared.evaluations.find((each) => each.split === split) ?? selectEvaluation(state);
  });
  const hasWeights = useTuner((state) => state.opened?.prepared.hasWeights ?? false);
  if (answer === null || evaluation === null) return null;
  const known = rowsOfRules.get(answer.value);
  if (known !== undefined) return known;
  const groups = answer.rules.map(({ name, conditions }, place) => ({
    key: `${place} ${subjectText(conditions)}`,
    name: name || subjectText(conditions),
    conditions,
    measured: answer.value[place],
    parts: null,
  }));
  const rows = { whole: wholeRow(evaluation, !hasWeights), groups };
  rowsOfRules.set(answer.value, rows);
  return rows;
}

function wholeRow(evaluation: Evaluation, hasIntervals: boolean): GroupRow {
  const aucInterval = hasIntervals ? aucIntervalOf(evaluation) : null;
  return {
    key: 'whole',
    name: translate('slices.whole'),
    conditions: null,
    measured: { ...evaluation, aucInterval },
    parts: null,
  };
}

/** The groups of the last answer; null until there is one. */
export function useGroupRows(): GroupRows | null {
  const groups = useTuner(selectGroups);
  const evaluation = useTuner((state) => {
    const split = selectGroups(state)?.split;
    return state.opened?.prepared.evaluations.find((each) => each.split === split) ?? selectEvaluation(state);
  });
  const hasWeights = useTuner((state) => state.opened?.prepared.hasWeights ?? false);
  return groups === null || evaluation === null ? null : rowsOf(groups, evaluation, !hasWeights);
}

export interface At {
  readonly threshold: number;
  readonly rule: DecisionRule;
  /** The threshold of each group, by its key; null or left out where the one above decides about all. */
  readonly thresholdOf?: ((key: string) => number) | null;
}

/** Decides about each group as the thresholds in force do: by its own where the groups in view are those that have some. */
export function useGroupDecision(): <T extends At>(at: T) => T {
  const groups = useTuner(selectGroupsInForce);
  return useMemo(() => {
    if (groups === null) return (at) => at;
    // One look-up for all moves of the one threshold, which stands in where a group has none of its own.
    const own = groupThresholdOf(groups, Number.NaN);
    return (at) => ({
      ...at,
      thresholdOf: (key: string) => {
        const threshold = own(key);
        return Number.isNaN(threshold) ? at.threshold : threshold;
      },
    });
  }, [groups]);
}

/** The threshold that decides about a row of the table; NaN where several do. */
export function thresholdOfRow({ key, parts }: GroupRow, { threshold, thresholdOf = null }: At): number {
  if (thresholdOf === null) return threshold;
  return parts === null ? thresholdOf(key) : Number.NaN;
}

export function confusionOf(row: GroupRow, at: At): Confusion {
  const { rule, thresholdOf = null } = at;
  if (thresholdOf !== null && row.parts !== null) return summed(row.parts.map((part) => confusionOf(part, at)));
  return confusionAt(row.measured.index, thresholdOfRow(row, at), rule);
}

const summed = (confusions: readonly Confusion[]): Confusion =>
  confusions.reduce((sum, { tp, fp, fn, tn }) => ({
    tp: sum.tp + tp,
    fp: sum.fp + fp,
    fn: sum.fn + fn,
    tn: sum.tn + tn,
  }));

/** A metric of a row; a bootstrap interval only where the threshold rests. */
export function figureAt(
  id: MetricId,
  row: GroupRow,
  at: At,
  hasWeights: boolean,
  isDrawn: boolean,
  confusion = confusionOf(row, at),
): GroupFigure {
  return groupFigure(id, row.measured, confusion, thresholdOfRow(row, at), { hasWeights, isDrawn });
}

function orderValue(row: GroupRow, order: GroupOrder, at: At): number {
  if (order === 'group') return 0;
  if (order === 'rows') return row.measured.rows;
  const confusion = confusionOf(row, at);
  return order === 'positives' ? confusion.tp + confusion.fn : figureAt(order, row, at, true, false, confusion).value;
}

/** The groups in the order of the table. It follows the threshold only where that comes to rest, so that rows stay put under a drag. */
export function useOrderedGroups(rows: GroupRows | null): readonly GroupRow[] {
  const { order, isDescending } = useTuner((state) => state.groupChoice);
  const decided = useGroupDecision();
  const marker = useMarkerAtRest();
  const rest = useMemo(() => decided(marker), [decided, marker]);
  return useMemo(() => {
    if (rows === null) return [];
    const { groups } = rows;
    if (order === 'group') return isDescending ? [...groups].reverse() : groups;
    const valued = groups.map((row, place) => ({ row, place, value: orderValue(row, order, rest) }));
    const sign = isDescending ? -1 : 1;
    valued.sort((a, b) => {
      // What has no value comes last, whichever way.
      const [first, second] = [Number.isNaN(a.value), Number.isNaN(b.value)];
      if (first || second) return Number(first) - Number(second) || a.place - b.place;
      return sign * (a.value < b.value ? -1 : a.value > b.value ? 1 : 0) || a.place - b.place;
    });
    return valued.map(({ row }) => row);
  }, [rows, order, isDescending, rest]);
}
