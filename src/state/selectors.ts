import { sliderScale, stopAt } from '../core/choose/stops.ts';
import type { AmountEvaluation } from '../core/cost/amounts.ts';
import type { Payoff } from '../core/cost/payoff.ts';
import type { ColumnProfile } from '../core/dataset/profile.ts';
import { appliedRepairs } from '../core/roles/applyRepair.ts';
import { declaredThreshold } from '../core/roles/declared.ts';
import type { Interpretation } from '../core/roles/interpretation.ts';
import { type Models, modelsOf } from '../core/roles/models.ts';
import type { Repair } from '../core/roles/repair.ts';
import { divisorOf, repairedProfiles } from '../core/roles/repairedColumns.ts';
import { type ScoreReading, scoreReadingsOnOffer } from '../core/roles/scoreReading.ts';
import { labelInView } from '../core/roles/task.ts';
import { type Confusion, confusionAt } from '../core/scores/confusion.ts';
import type { Evaluation } from '../core/scores/evaluation.ts';
import { baseReading, isSameReading } from './readings.ts';
import type { Baseline, Rival, TunerState } from './tunerState.ts';

const NO_EVALUATIONS: readonly Evaluation[] = [];

/** Whether what is open is what is kept on this device. */
export const selectIsKept = ({ opened, keptDataset }: TunerState): boolean =>
  opened !== null && opened.dataset === keptDataset;

export const selectEvaluations = (state: TunerState): readonly Evaluation[] =>
  state.opened?.prepared.evaluations ?? NO_EVALUATIONS;

/** Whether the rows are looked at split by split: folds of a cross-validation are looked at together. */
export const selectHasSplits = ({ opened }: TunerState): boolean =>
  opened !== null && opened.prepared.interpretation.split !== null && opened.prepared.folds === null;

/** Whether rows come from several files, so that a line alone does not name one. */
export const selectHasFiles = ({ opened }: Pick<TunerState, 'opened'>): boolean =>
  (opened?.dataset.summary.files.length ?? 0) > 1;

/** Whether the rows of every file stand on lines; else they are only numbered. */
export const selectHasLines = ({ opened }: Pick<TunerState, 'opened'>): boolean =>
  (opened?.dataset.summary.files ?? []).every(({ format, json }) => {
    if (json === null) return format === 'text';
    return json.inside.length === 0 && ['records', 'values', 'cells'].includes(json.orient);
  });

export const selectInterpretation = (state: TunerState): Interpretation | null =>
  state.opened?.prepared.interpretation ?? null;

/** Split names are words such as "test", "X_test" or "train-2019"; "bootstrap" is neither. */
const splitNamed = (words: string) => {
  const pattern = new RegExp(`(?:^|[^a-z])(?:${words})(?:$|[^a-z])`, 'i');
  return (split: string): boolean => pattern.test(split);
};
const isHeldOut = splitNamed('test|testing|hold[-_ ]?out|oot|out[-_ ]of[-_ ]time');
const isForChoosing = splitNamed('validation|valid|val|dev|calibration|calib');
const isTraining = splitNamed('train|training|fit|development');

/** The split in view: the chosen one, else the one held out for testing, else the last. */
export function selectEvaluation(state: TunerState): Evaluation | null {
  const evaluations = selectEvaluations(state);
  return (
    evaluations.find(({ split }) => split === state.chosenSplit) ??
    evaluations.find(({ split }) => isHeldOut(split)) ??
    evaluations.at(-1) ??
    null
  );
}

/**
 * The split on which thresholds are chosen: the one named by the user, else one meant for that (validation, calibration), else the one in
 * view.
 */
export function selectChosenOn(state: TunerState): Evaluation | null {
  const evaluations = selectEvaluations(state);
  return (
    evaluations.find(({ split }) => split === state.chosenOn) ??
    evaluations.find(({ split }) => isForChoosing(split)) ??
    selectEvaluation(state)
  );
}

/** The split that the one in view is held against: the training rows, else the first other one; null with one split only. */
export function selectReference(state: TunerState): Evaluation | null {
  const shown = selectEvaluation(state);
  const others = selectEvaluations(state).filter((evaluation) => evaluation !== shown);
  return others.find(({ split }) => isTraining(split)) ?? others[0] ?? null;
}

const repairedColumns = new WeakMap<Interpretation, readonly ColumnProfile[]>();
const NO_COLUMNS: readonly ColumnProfile[] = [];

/** The columns of the open file as its repairs leave them. The same array while the reading is the same. */
export function selectColumns({ opened }: TunerState): readonly ColumnProfile[] {
  if (opened === null) return NO_COLUMNS;
  const { interpretation } = opened.prepared;
  const kept = repairedColumns.get(interpretation);
  if (kept !== undefined) return kept;
  const columns = repairedProfiles(opened.dataset.summary.columns, interpretation);
  repairedColumns.set(interpretation, columns);
  return columns;
}

const modelsOfReading = new WeakMap<Interpretation, Models>();

/** The models of the open file; null where nothing is open. The same object while the reading is the same. */
export function selectModels(state: TunerState): Models | null {
  const { opened } = state;
  if (opened === null) return null;
  const { interpretation, task } = opened.prepared;
  const known = modelsOfReading.get(interpretation);
  if (known !== undefined) return known;
  const models = modelsOf(selectColumns(state), interpretation, task);
  modelsOfReading.set(interpretation, models);
  return models;
}

const NO_RIVALS: readonly Rival[] = [];

/** The other models, as far as they are measured, where their curves are wanted. */
export const selectRivals = ({ isComparing, rivals, opened }: TunerState): readonly Rival[] =>
  isComparing && rivals !== null && rivals.of === opened?.prepared ? rivals.models : NO_RIVALS;

const NO_REPAIRS: readonly Repair[] = [];
const repairsOf = new WeakMap<Interpretation, readonly Repair[]>();

/** The repairs in force. The same array while the reading is the same. */
export function selectAppliedRepairs({ opened }: TunerState): readonly Repair[] {
  if (opened === null) return NO_REPAIRS;
  const { interpretation } = opened.prepared;
  const kept = repairsOf.get(interpretation);
  if (kept !== undefined) return kept;
  const { summary } = opened.dataset;
  const repairs = appliedRepairs(summary.columns, baseReading(summary, interpretation), interpretation);
  repairsOf.set(interpretation, repairs);
  return repairs;
}

const NO_READINGS: readonly ScoreReading[] = [];
const readingsOf = new WeakMap<Interpretation, readonly ScoreReading[]>();

/** The ways in which the score column may be read. The same array while the reading of the file is the same. */
export function selectScoreReadings(state: TunerState): readonly ScoreReading[] {
  const interpretation = selectInterpretation(state);
  if (interpretation === null) return NO_READINGS;
  const kept = readingsOf.get(interpretation);
  if (kept !== undefined) return kept;
  const readings = scoreReadingsOnOffer(selectColumns(state), interpretation);
  readingsOf.set(interpretation, readings);
  return readings;
}

/** By how much the scores of the file are divided. */
export const selectDivisor = (state: TunerState): number => {
  const interpretation = selectInterpretation(state);
  return interpretation === null ? 1 : divisorOf(interpretation.repairs, interpretation.score);
};

const NO_VALUES: readonly string[] = [];
const labelValues = new WeakMap<readonly object[], Map<string, readonly string[]>>();

/** The values of the label column that could be the positive class, ascending. The same array while the file and the label are. */
export function selectLabelValues(state: TunerState): readonly string[] {
  const { opened } = state;
  if (opened === null) return NO_VALUES;
  const columns = selectColumns(state);
  const { label, positiveLabel, scoredLabel } = opened.prepared.interpretation;
  const byLabel = labelValues.get(columns) ?? new Map<string, readonly string[]>();
  labelValues.set(columns, byLabel);
  const key = JSON.stringify([label, positiveLabel, scoredLabel]);
  const kept = byLabel.get(key);
  if (kept !== undefined) return kept;
  const written = columns.find(({ name }) => name === label)?.topValues.map(({ value }) => value) ?? [];
  const values = [...new Set([...written, positiveLabel, scoredLabel])].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  byLabel.set(key, values);
  return values;
}

/** Whether the split that the one in view is held against is what the model learnt from. */
export const selectIsReferenceSeen = (state: TunerState): boolean => isTraining(selectReference(state)?.split ?? '');

/** Under which name the present threshold is kept: the positive label. */
export function selectThresholdKey({ opened }: Pick<TunerState, 'opened'>): string {
  if (opened === null) return '';
  const { task, interpretation } = opened.prepared;
  return labelInView(task, interpretation)?.label ?? interpretation.positiveLabel;
}

const UNIT_RANGE = { low: 0, high: 1 } as const;
// What selectors remember is kept by file: for a moment one part of the page shows another file than the rest, and were there one place for
// both, each would find the other's value there and never come to rest.
const rangeOf = new WeakMap<readonly Evaluation[], { readonly low: number; readonly high: number }>();

/** Least and greatest score over all splits; 0 and 1 where there is none. The same object while the data is the same. */
export function selectScoreRange(state: TunerState): { readonly low: number; readonly high: number } {
  // A split whose rows all weigh nothing has no scores.
  const evaluations = selectEvaluations(state);
  const known = rangeOf.get(evaluations);
  if (known !== undefined) return known;
  const scored = evaluations.filter(({ low }) => !Number.isNaN(low));
  const low = Math.min(...scored.map((evaluation) => evaluation.low));
  const high = Math.max(...scored.map((evaluation) => evaluation.high));
  const range = scored.length === 0 ? UNIT_RANGE : { low, high };
  rangeOf.set(evaluations, range);
  return range;
}

/** Whether the page's own start threshold speaks of what is open: one of its files, read as it was inferred. */
function isDeployed({ deploy, opened }: TunerState): boolean {
  if (opened === null || opened.origin.kind !== 'page') return false;
  const { data } = opened.origin;
  const { interpretation } = opened.prepared;
  const { inferred } = opened.dataset.summary;
  const isInferred = interpretation.score === inferred.score && interpretation.positiveLabel === inferred.positiveLabel;
  return isInferred && deploy.files.some(({ paths }) => paths.join(',') === data);
}

/** Where a file starts: the page's own choice, else where its scores do. */
export function selectStart(state: TunerState): number {
  const { low, high } = selectScoreRange(state);
  const { threshold } = state.deploy;
  return threshold !== null && isDeployed(state) ? threshold : startIn(state, { low, high });
}

const declared = new WeakMap<readonly ColumnProfile[], number | null>();

/** `declaredThreshold`, looked up once: until a threshold is set, it is asked for at every look at the page. */
function declaredIn(columns: readonly ColumnProfile[]): number | null {
  const known = declared.get(columns);
  if (known !== undefined) return known;
  const threshold = declaredThreshold(columns);
  declared.set(columns, threshold);
  return threshold;
}

/** Where a threshold starts on scores of that range: what the file declares or 0.5 on probabilities, 0 on margins around it, else the middle stop. */
export function startIn(
  { opened }: Pick<TunerState, 'opened'>,
  { low, high }: { readonly low: number; readonly high: number },
): number {
  if (low >= 0 && high <= 1) return declaredIn(opened?.dataset.summary.columns ?? NO_COLUMNS) ?? 0.5;
  if (low < 0 && high > 0) return 0;
  const scale = sliderScale(low, high);
  return stopAt(scale, Math.round(scale.stops / 2));
}

export function selectThreshold(state: TunerState): number {
  const { thresholds } = state.decision;
  const key = selectThresholdKey(state);
  return Object.hasOwn(thresholds, key) ? thresholds[key] : selectStart(state);
}

export const selectRule = (state: TunerState) => state.decision.rule;
export const selectRuleSettings = (state: TunerState) => state.decision.settings;
/** The splits weighted by the columns of amounts in the settings; null until that is measured. */
export function selectAmounts({ amountsMeasured, opened, decision }: TunerState): readonly AmountEvaluation[] | null {
  const { positives, negatives } = decision.settings.amounts;
  const isCurrent =
    amountsMeasured !== null &&
    amountsMeasured.of === opened?.prepared &&
    amountsMeasured.columns.positives === positives &&
    amountsMeasured.columns.negatives === negatives;
  return isCurrent ? amountsMeasured.splits : null;
}

export const selectGoal = (state: TunerState) => state.decision.goal;
export const selectPrices = (state: TunerState) => state.decision.prices;

const payoffs = new Map<string, Payoff>();
const PAYOFFS_KEPT = 1000;

/** What one case of each outcome costs now. The same object while the four prices are the same, whatever their unit. */
export function selectPayoff({ decision: { prices } }: TunerState): Payoff {
  const { hit, falseAlarm, miss, leftAlone } = prices;
  const key = `${hit} ${falseAlarm} ${miss} ${leftAlone}`;
  const known = payoffs.get(key);
  if (known !== undefined) return known;
  if (payoffs.size >= PAYOFFS_KEPT) payoffs.clear();
  const payoff: Payoff = { tp: hit, fp: falseAlarm, fn: miss, tn: leftAlone };
  payoffs.set(key, payoff);
  return payoff;
}

const confusionOf = new WeakMap<Evaluation, { threshold: number; rule: string; confusion: Confusion }>();

/** The confusion of the split in view at the present threshold; the same object while neither changes. */
export function selectConfusion(state: TunerState): Confusion | null {
  const evaluation = selectEvaluation(state);
  if (evaluation === null) return null;
  const threshold = selectThreshold(state);
  const { rule } = state.decision;
  const known = confusionOf.get(evaluation);
  if (known !== undefined && Object.is(known.threshold, threshold) && known.rule === rule) return known.confusion;
  const confusion = confusionAt(evaluation.index, threshold, rule);
  confusionOf.set(evaluation, { threshold, rule, confusion });
  return confusion;
}

const startOf = new WeakMap<readonly Evaluation[], Baseline>();

/** What "since" speaks of: the pinned operating point, else the one the file started at. The same object while it is the same. */
export function selectBaseline(state: TunerState): Baseline {
  if (state.baseline !== null) return state.baseline;
  const threshold = selectStart(state);
  const known = startOf.get(selectEvaluations(state));
  if (known !== undefined && Object.is(known.threshold, threshold)) return known;
  const start: Baseline = { threshold, rule: '>=' };
  startOf.set(selectEvaluations(state), start);
  return start;
}

/** The threshold before the last step; null at the beginning, and where that step changed how the file is read. */
export function selectBefore(state: TunerState): number | null {
  const before = state.history.past.at(-1);
  const reading = selectInterpretation(state);
  // On another reading of the file its threshold was another one.
  const isOther = before?.reading !== undefined && reading !== null && !isSameReading(before.reading, reading);
  if (before === undefined || isOther) return null;
  const key = selectThresholdKey(state);
  return Object.hasOwn(before.thresholds, key) ? before.thresholds[key] : selectStart(state);
}
