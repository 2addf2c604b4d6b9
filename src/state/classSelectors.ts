import { type Agreement, agreementOf } from '../core/classes/agreement.ts';
import { type ConfusionMatrix, confusionsOf } from '../core/classes/confusionMatrix.ts';
import type { ClassDecision } from '../core/classes/decide.ts';
import type { ClassOverview } from '../core/classes/overview.ts';
import type { ScoreRange } from '../core/classes/scoreRanges.ts';
import { averagesOf } from '../core/metrics/averaging.ts';
import { f1, precision, recall } from '../core/metrics/threshold.ts';
import { BINARY, type MulticlassTask, partsOf, type Task, type TaskClass, type TaskLabel } from '../core/roles/task.ts';
import type { Confusion } from '../core/scores/confusion.ts';
import type { ClassesDecided, ClassesMeasured, LabelsDecided, LabelsMeasured } from '../io/io.ts';
import type { Measured } from './answered.ts';
import { type ClassOrder, priceOf } from './classChoice.ts';
import type { Decision } from './decision.ts';
import { selectEvaluation, startIn } from './selectors.ts';
import type { TunerState } from './tunerState.ts';
import { selectCanCompare } from './versions.ts';
import type { View } from './viewState.ts';

/** The classes of the open file; null where it has one score only. */
export function selectTask({ opened }: Pick<TunerState, 'opened'>): MulticlassTask | null {
  const task = opened?.prepared.task;
  return task?.kind === 'multiclass' ? task : null;
}

/** What the open file has a threshold each for, classes or labels; nothing where it has one score only. */
export const selectParts = ({ opened }: Pick<TunerState, 'opened'>): readonly (TaskClass | TaskLabel)[] =>
  partsOf(opened?.prepared.task ?? BINARY);

/** The screen in view: that of classes or labels, or of a comparison, only where the file has any. */
export function selectView(state: TunerState): View {
  if (state.view === 'classes' && selectParts(state).length === 0) return 'tune';
  return state.view === 'compare' && !selectCanCompare(state) ? 'tune' : state.view;
}

/** What the scores of the rows depend on; the class or label in view is no part of it. */
export function classReadingKey({ opened }: Pick<TunerState, 'opened'>): string {
  if (opened === null) return '';
  const { interpretation, task } = opened.prepared;
  const { label, split, weight, id, modelColumn, modelName, repairs, subject } = interpretation;
  const roles = {
    label: task.kind === 'multilabel' ? null : label,
    split,
    weight,
    id,
    modelColumn,
    modelName,
    subject,
  };
  return JSON.stringify(repairs.length > 0 ? interpretation : roles);
}

/** What was found out about the open file as it is read at present; null until it is there. */
function presentValue<T>(state: TunerState, found: Measured<T> | null): T | null {
  const isOfOpen = found !== null && found.dataset === state.opened?.dataset;
  return isOfOpen && found.reading === classReadingKey(state) ? found.value : null;
}

/** What was measured on the classes of the open file. */
export const selectMeasured = (state: TunerState): ClassesMeasured | null => presentValue(state, state.measured);

/** The last decision on the open file that was worked out; a moment behind the one that is set. */
export const selectDecided = (state: TunerState): ClassesDecided | null => presentValue(state, state.decided);

/** The same for the labels of the open file. */
export const selectLabelsMeasured = (state: TunerState): LabelsMeasured | null =>
  presentValue(state, state.labelsMeasured);
export const selectLabelsDecided = (state: TunerState): LabelsDecided | null =>
  presentValue(state, state.labelsDecided);

/** The range of scores of each class or label over all splits; null until it is measured. */
export const selectPartRanges = (state: TunerState): readonly ScoreRange[] | null =>
  (selectMeasured(state) ?? selectLabelsMeasured(state))?.ranges ?? null;

const NO_THRESHOLDS: readonly number[] = [];
const thresholdsOf = new WeakMap<
  readonly ScoreRange[],
  { of: Decision['thresholds']; thresholds: readonly number[] }
>();

/** The threshold of each class or label: the one set for it, here or where it is tuned alone, else where its scores start. */
export function selectClassThresholds(state: TunerState): readonly number[] {
  const ranges = selectPartRanges(state);
  if (ranges === null) return NO_THRESHOLDS;
  const { thresholds: of } = state.decision;
  const known = thresholdsOf.get(ranges);
  if (known?.of === of) return known.thresholds;
  const thresholds = selectParts(state).map(({ label }, place) => {
    return Object.hasOwn(of, label) ? of[label] : startIn(state, ranges[place]);
  });
  thresholdsOf.set(ranges, { of, thresholds });
  return thresholds;
}

/** Whether least expected cost can be asked for: every class has scores that are probabilities. */
export const selectHasClassProbabilities = (state: TunerState): boolean =>
  selectMeasured(state)?.splits.every(({ overview }) => overview.areProbabilities) ?? false;

/** The decision as the worker is asked for it. */
export function classDecision(state: TunerState, task: MulticlassTask): ClassDecision {
  const { classes: choice, rule } = state.decision;
  if (choice.kind === 'cost' && selectHasClassProbabilities(state)) {
    const labels = task.classes.map(({ label }) => label);
    return {
      kind: 'cost',
      costs: labels.map((actual) => labels.map((predicted) => priceOf(choice, actual, predicted))),
    };
  }
  if (choice.kind !== 'thresholds') return { kind: 'argmax' };
  return { kind: 'thresholds', thresholds: selectClassThresholds(state), rule, fallback: choice.fallback };
}

/** One split under the decision. */
export interface ClassOutcome {
  readonly split: string;
  readonly overview: ClassOverview;
  readonly matrix: ConfusionMatrix;
  /** Each class against the rest, as decided. */
  readonly confusions: readonly Confusion[];
  readonly agreement: Agreement;
  readonly averages: ReturnType<typeof averagesOf>;
}

const NO_OUTCOMES: readonly ClassOutcome[] = [];
const outcomesOf = new WeakMap<ClassesDecided, { measured: ClassesMeasured; outcomes: readonly ClassOutcome[] }>();

/** Every split under the decision; empty until it is worked out. The same array while nothing it depends on changes. */
export function selectClassOutcomes(state: TunerState): readonly ClassOutcome[] {
  const measured = selectMeasured(state);
  const decided = selectDecided(state);
  if (measured === null || decided === null) return NO_OUTCOMES;
  const known = outcomesOf.get(decided);
  if (known?.measured === measured) return known.outcomes;
  const outcomes = classOutcomes(measured, decided);
  outcomesOf.set(decided, { measured, outcomes });
  return outcomes;
}

/** What was measured and what was decided, put together split by split. */
export function classOutcomes(measured: ClassesMeasured, decided: ClassesDecided): ClassOutcome[] {
  return measured.splits.flatMap(({ split, overview }) => {
    const matrix = decided.splits.find((each) => each.split === split)?.matrix;
    if (matrix === undefined) return [];
    const confusions = confusionsOf(matrix);
    return [{ split, overview, matrix, confusions, agreement: agreementOf(matrix), averages: averagesOf(confusions) }];
  });
}

/** The split in view under the decision. */
export function selectClassOutcome(state: TunerState): ClassOutcome | null {
  const outcomes = selectClassOutcomes(state);
  const shown = selectEvaluation(state)?.split;
  return outcomes.find(({ split }) => split === shown) ?? outcomes[0] ?? null;
}

/** What classes and labels have in common once they are decided. */
export interface PartOutcome {
  readonly split: string;
  readonly overview: Pick<ClassOverview, 'classes'>;
  readonly confusions: readonly Confusion[];
}

/** One class or label of the split in view. */
export interface ClassRow {
  readonly place: number;
  readonly label: string;
  readonly column: string | null;
  readonly support: number;
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly rocAuc: number;
  readonly averagePrecision: number;
}

/** The classes of one split with their figures, in the order asked for; the worst by a measure first, undefined ones last. */
export function classTable(
  task: Task,
  { overview, confusions }: PartOutcome,
  thresholds: readonly number[],
  order: ClassOrder,
): readonly ClassRow[] {
  const rows = partsOf(task).map(({ label, column }, place): ClassRow => {
    const { support, rocAuc, averagePrecision } = overview.classes[place];
    const measured = (metric: typeof f1) => metric.of(confusions[place], Number.NaN);
    return {
      place,
      label,
      column,
      support,
      threshold: thresholds[place],
      precision: measured(precision),
      recall: measured(recall),
      f1: measured(f1),
      rocAuc,
      averagePrecision,
    };
  });
  if (order === 'file') return rows;
  if (order === 'name') return rows.sort((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }));
  const direction = order === 'support' ? -1 : 1;
  const rank = (row: ClassRow) => (Number.isNaN(row[order]) ? Number.POSITIVE_INFINITY : direction * row[order]);
  return rows.sort((a, b) => rank(a) - rank(b) || a.place - b.place);
}

/** The most frequent way in which the split in view is decided wrongly; null where nothing is. */
export function commonestMistake({ size, counts }: ConfusionMatrix): {
  readonly actual: number;
  readonly predicted: number;
  readonly count: number;
} | null {
  let best: { actual: number; predicted: number; count: number } | null = null;
  for (let actual = 0; actual < size; actual++) {
    for (let predicted = 0; predicted < size; predicted++) {
      const count = counts[actual * (size + 1) + predicted];
      if (actual !== predicted && count > (best?.count ?? 0)) best = { actual, predicted, count };
    }
  }
  return best;
}
