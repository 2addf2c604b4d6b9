import type { LabelsOverview } from '../core/classes/labelsOverview.ts';
import { hammingLoss, type LabelCases } from '../core/classes/multilabel.ts';
import { averagesOf } from '../core/metrics/averaging.ts';
import type { MultilabelTask } from '../core/roles/task.ts';
import type { LabelsDecided, LabelsDecision, LabelsMeasured } from '../io/io.ts';
import {
  type PartOutcome,
  selectClassOutcomes,
  selectClassThresholds,
  selectLabelsDecided,
  selectLabelsMeasured,
} from './classSelectors.ts';
import { selectEvaluation } from './selectors.ts';
import type { TunerState } from './tunerState.ts';

/** The labels of the open file; null where no more than one may hold. */
export function selectLabelsTask({ opened }: Pick<TunerState, 'opened'>): MultilabelTask | null {
  const task = opened?.prepared.task;
  return task?.kind === 'multilabel' ? task : null;
}

/** The decision as the worker is asked for it. */
export const labelsDecision = (state: TunerState): LabelsDecision => ({
  thresholds: selectClassThresholds(state),
  rule: state.decision.rule,
});

/** One split under the thresholds of all labels. */
export interface LabelOutcome extends PartOutcome {
  readonly overview: LabelsOverview;
  readonly cases: LabelCases;
  readonly hammingLoss: number;
  readonly averages: ReturnType<typeof averagesOf>;
}

const NO_OUTCOMES: readonly LabelOutcome[] = [];
const outcomesOf = new WeakMap<LabelsDecided, { measured: LabelsMeasured; outcomes: readonly LabelOutcome[] }>();

/** Every split under the thresholds; empty until it is worked out. The same array while nothing it depends on changes. */
export function selectLabelOutcomes(state: TunerState): readonly LabelOutcome[] {
  const measured = selectLabelsMeasured(state);
  const decided = selectLabelsDecided(state);
  if (measured === null || decided === null) return NO_OUTCOMES;
  const known = outcomesOf.get(decided);
  if (known?.measured === measured) return known.outcomes;
  const outcomes = measured.splits.flatMap(({ split, overview }): LabelOutcome[] => {
    const found = decided.splits.find((each) => each.split === split);
    if (found === undefined) return [];
    const { confusions, cases } = found;
    const loss = hammingLoss(confusions);
    return [{ split, overview, confusions, cases, hammingLoss: loss, averages: averagesOf(confusions) }];
  });
  outcomesOf.set(decided, { measured, outcomes });
  return outcomes;
}

/** The one of some splits that is in view. */
export function shownOf<T extends { readonly split: string }>(state: TunerState, outcomes: readonly T[]): T | null {
  const shown = selectEvaluation(state)?.split;
  return outcomes.find(({ split }) => split === shown) ?? outcomes[0] ?? null;
}

export const selectLabelOutcome = (state: TunerState): LabelOutcome | null =>
  shownOf(state, selectLabelOutcomes(state));

/** Every split of the open file with what became of its classes or labels. */
export const selectPartOutcomes = (state: TunerState): readonly PartOutcome[] =>
  selectLabelsTask(state) === null ? selectClassOutcomes(state) : selectLabelOutcomes(state);
