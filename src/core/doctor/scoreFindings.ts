import { columnNamed, type Dataset, numberAt } from '../dataset/dataset.ts';
import type { ColumnProfile } from '../dataset/profile.ts';
import { columnWords } from '../roles/columnWords.ts';
import { type Finding, note, warning } from '../roles/finding.ts';
import type { Interpretation } from '../roles/interpretation.ts';
import { isSameLabel, labelValues, meaningfulPositive } from '../roles/labels.ts';
import type { Repair } from '../roles/repair.ts';
import { inferScoreReading, predictedLabelColumn } from '../roles/scoreReading.ts';
import type { KeptRows } from '../rows/keptRows.ts';
import type { Evaluation } from '../scores/evaluation.ts';
import { negativeName, type Patient, profileOf, splitName } from './patient.ts';
import { readingFindings, recalibrationOffers } from './readingFindings.ts';

/** Rows from which "no score below one half" can hardly be chance. */
const CONFIDENCE_ROWS = 20;

/** What is odd about the scores: their range, their values, how they stand to the label. O(rows). */
export function scoreFindings(patient: Patient): Finding[] {
  const { interpretation, kept, dataset, evaluations } = patient;
  const column = interpretation.score;
  const findings: Finding[] = [];
  for (const evaluation of evaluations) {
    const { low, high } = evaluation;
    if (low === high) findings.push(warning('constantScore', { split: splitName(evaluation, patient), value: low }));
  }
  findings.push(...readingFindings(patient));
  const summary = summaryOf(rawScores(patient));
  const { low, high, distinct } = summary;
  const isAsIs = interpretation.scoreReading.kind === 'asIs';
  if (isAsIs) findings.push(...rangeFindings(patient, summary));
  const hasBothClasses = kept.yTrue.includes(0) && kept.yTrue.includes(1);
  if (hasBothClasses && isCopyOfLabel(dataset, interpretation, kept)) {
    findings.push(warning('scoreEqualsLabel', { column }));
  } else if (distinct.length === 2) {
    findings.push(warning('hardLabelsOnly', { column, values: distinct.map(String) }));
  } else if (
    isAsIs &&
    hasBothClasses &&
    low >= 0.5 &&
    high <= 1 &&
    distinct.length > 2 &&
    kept.rows.length >= CONFIDENCE_ROWS
  ) {
    findings.push(confidenceFinding(patient));
  }
  return [...findings, ...aucFindings(patient)];
}

/** Scores outside [0, 1]: percentages, what 32-bit rounding leaves, or numbers on a scale of their own. */
function rangeFindings(patient: Patient, { low, high, outside }: ReturnType<typeof summaryOf>): Finding[] {
  const { interpretation, kept, notes, profiles, task } = patient;
  const { score: column, label } = interpretation;
  const isSaid = notes.findings.some(({ code, values }) => code === 'percentColumn' && values.column === column);
  if (outside === 0 || isSaid) return [];
  const values = { column, low, high, count: outside };
  if (low >= -ROUNDING && high <= 1 + ROUNDING) {
    return [note('slightlyOutsideUnit', values, [{ kind: 'clipToUnit', column }])];
  }
  const profile = profileOf(patient, column);
  const asPercent = profile === undefined ? 'none' : percentEvidence(profile, low, high, outside / kept.rows.length);
  const offers: Repair[] = asPercent === 'none' ? [] : [{ kind: 'divideBy100', column }];
  if (asPercent === 'likely') return [note('percentScores', { column, low, high }, offers)];
  // Of one class among several the sigmoid makes no probability; the softmax of all is offered for all of them.
  if (low < 0 && high > 0 && task.kind !== 'multiclass') {
    const inferred = inferScoreReading(profiles, label, column);
    offers.push(inferred.kind === 'softmax' ? inferred : { kind: 'sigmoid' });
  }
  return [note('scoreOutsideUnit', values, [...offers, ...recalibrationOffers(patient)])];
}

/** As far as scores lie outside [0, 1] that were rounded to 32 bits, or summed up to 1. */
const ROUNDING = 1e-6;

/** Scores that are never below one half: of whichever class was predicted, if there is a column for that. */
function confidenceFinding({ interpretation, profiles }: Patient): Finding {
  const { score: column, label } = interpretation;
  const predicted = predictedLabelColumn(profiles, label, column);
  if (predicted !== null) {
    return warning('topLabelConfidence', { column }, [{ kind: 'predictedLabel', column: predicted }]);
  }
  const isPipelineOutput = /^(?:label|labels|prediction_label|predicted_label)$/.test(columnWords(label));
  return isPipelineOutput
    ? warning('onlyPredictedLabel', { column, label })
    : warning('topLabelConfidence', { column });
}

/** Names of columns that hold probabilities or percentages. */
const SHARE_NAME = /(?:^|_)(?:p|prob|probs|proba|probability|pct|percent|percentage)(?:_|$)/;
/** Margins and risk scores seldom go so far; percentages do. */
const WIDE = 20;
/** Of percentages this share at least is above 1. */
const ABOVE_ONE = 0.25;

/**
 * Whether scores are percentages: possible where all lie in [0, 100] and are no scorecard's whole points, likely where most signs say
 * so: the name of a share, numbers far beyond margins, many of them above 1. `outside`: share of the scores above 1.
 */
function percentEvidence({ name, isInteger }: ColumnProfile, low: number, high: number, outside: number) {
  const isNamed = SHARE_NAME.test(columnWords(name));
  if (!(low >= 0 && high <= 100) || (isInteger && !(isNamed && high > WIDE))) return 'none';
  return outside >= ABOVE_ONE && (isNamed || high > WIDE) ? 'likely' : 'possible';
}

/** The score column's own numbers in the kept rows, before any turn. */
function rawScores({ dataset, interpretation, kept }: Patient): Float64Array {
  const column = columnNamed(dataset, interpretation.score);
  const isOwn = interpretation.scoreReading.kind === 'asIs' && kept.transform === 'none' && kept.recalibration === null;
  if (isOwn || column === null) return kept.yScore;
  const scores = new Float64Array(kept.rows.length);
  for (let i = 0; i < scores.length; i++) scores[i] = numberAt(column, kept.rows[i]);
  return scores;
}

/** Range, numbers outside [0, 1], and the different values up to three. */
function summaryOf(scores: Float64Array) {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let outside = 0;
  const distinct: number[] = [];
  for (const score of scores) {
    if (score < low) low = score;
    if (score > high) high = score;
    if (score < 0 || score > 1) outside++;
    if (distinct.length < 3 && !distinct.includes(score)) distinct.push(score);
  }
  return { low, high, outside, distinct: distinct.sort((a, b) => a - b) };
}

function isCopyOfLabel(dataset: Dataset, interpretation: Interpretation, { rows, yTrue, yScore }: KeptRows): boolean {
  if (yScore.every((score, i) => score === yTrue[i])) return true;
  const label = columnNamed(dataset, interpretation.label);
  const score = columnNamed(dataset, interpretation.score);
  return label !== null && score !== null && rows.every((row) => numberAt(label, row) === numberAt(score, row));
}

/** The largest split whose AUC is below one half by more than chance explains (1.64 standard errors of a useless score). */
function aucFindings(patient: Patient): Finding[] {
  const { interpretation, evaluations } = patient;
  const isInverted = ({ index, scoreMetrics }: Evaluation) => {
    const positives = index.positives.scores.length;
    const negatives = index.negatives.scores.length;
    const standardError = Math.sqrt((positives + negatives + 1) / (12 * positives * negatives));
    return scoreMetrics.rocAuc < 0.5 - 1.64 * standardError;
  };
  const [worst] = evaluations.filter(isInverted).sort((a, b) => b.rows - a.rows);
  if (worst === undefined) return [];
  const { positiveLabel, negativeLabel, scoredLabel } = interpretation;
  const otherLabel = isSameLabel(scoredLabel, positiveLabel) ? negativeName(interpretation) : positiveLabel;
  const values = {
    split: splitName(worst, patient),
    auc: worst.scoreMetrics.rocAuc,
    scoredLabel,
    otherLabel,
  };
  if (negativeLabel === null) return [warning('aucBelowHalf', values)];
  const profile = profileOf(patient, interpretation.label);
  const isGuess = profile !== undefined && meaningfulPositive(labelValues(profile)) === null;
  const kind = isGuess && isSameLabel(scoredLabel, positiveLabel) ? 'useOtherLabelAsPositive' : 'scoreOtherLabel';
  return [warning('aucBelowHalf', values, [{ kind, label: otherLabel }])];
}
