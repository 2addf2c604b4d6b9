import { sigmoid } from '../calibration/recalibration.ts';
import { type Column, columnNamed, type Dataset, type Numbers, numbersOf, textAt } from '../dataset/dataset.ts';
import type { ColumnProfile } from '../dataset/profile.ts';
import { columnWords, labelNamedBy } from './columnWords.ts';
import { isSameLabel, type LabelValue, labelValues, spellingKey } from './labels.ts';

/** How the numbers of the score column become the score of the class that they speak of. */
export type ScoreReading =
  /** They are that score: probabilities, margins, ranks, points. */
  | { readonly kind: 'asIs' }
  /** They are logits of that class: 1 / (1 + e^−x). */
  | { readonly kind: 'sigmoid' }
  /** They are logits of that class, and `column` holds those of the other one: the softmax of both, 1 / (1 + e^−(x − other)). */
  | { readonly kind: 'softmax'; readonly column: string }
  /** They are the probability of the label that `column` names, whichever that is: p, or 1 − p where it names the other one. */
  | { readonly kind: 'predictedLabel'; readonly column: string };

export type ScoreReadingKind = ScoreReading['kind'];

export const AS_IS: ScoreReading = { kind: 'asIs' };

/** The column that a reading needs besides the score. */
export const columnOfReading = (reading: ScoreReading): string | null => ('column' in reading ? reading.column : null);

export const isSameScoreReading = (a: ScoreReading, b: ScoreReading): boolean =>
  a.kind === b.kind && columnOfReading(a) === columnOfReading(b);

/** A reading of that kind; undefined where there is no such kind, or a column is lacking or too many. */
export function scoreReadingFrom(kind: string, column: string | null): ScoreReading | undefined {
  if (kind === 'asIs' || kind === 'sigmoid') return column === null ? { kind } : undefined;
  if (kind === 'softmax' || kind === 'predictedLabel') return column === null ? undefined : { kind, column };
  return undefined;
}

/**
 * The score of the class `scoredLabel` in every row, NaN where a column it needs has nothing in it; the column's own numbers where they
 * are it. O(rows).
 */
export function readScores(dataset: Dataset, score: Column, reading: ScoreReading, scoredLabel: string): Numbers {
  const { rowCount } = dataset;
  const values = numbersOf(score, rowCount);
  if (reading.kind === 'asIs') return values;
  const scores = new Float64Array(rowCount);
  if (reading.kind === 'sigmoid') {
    for (let row = 0; row < rowCount; row++) scores[row] = sigmoid(values[row]);
    return scores;
  }
  const other = columnNamed(dataset, reading.column);
  if (other === null) throw new RangeError(`No column "${reading.column}".`);
  if (reading.kind === 'softmax') {
    const others = numbersOf(other, rowCount);
    for (let row = 0; row < rowCount; row++) scores[row] = sigmoid(values[row] - others[row]);
    return scores;
  }
  const sides = namedSides(other, scoredLabel, rowCount);
  for (let row = 0; row < rowCount; row++) {
    const side = sides[row];
    scores[row] = side === 1 ? values[row] : side === 0 ? 1 - values[row] : Number.NaN;
  }
  return scores;
}

const NOTHING = 2;

/** Whether a cell names a label, however it is spelled. O(length). */
export const namesLabel = (text: string, label: string): boolean =>
  isSameLabel(text, label) || spellingKey(text) === spellingKey(label);

/** Whether the cells of a column name a label: 1, another one: 0, or none. O(rows). */
function namedSides(column: Column, label: string, rowCount: number): Uint8Array {
  const sideOf = (text: string, isMissing: boolean) => (isMissing ? NOTHING : namesLabel(text, label) ? 1 : 0);
  const sides = new Uint8Array(rowCount);
  if (column.kind === 'category') {
    const known = Uint8Array.from(column.dictionary, (text, code) => sideOf(text, column.missing[code] === 1));
    for (let row = 0; row < rowCount; row++) sides[row] = known[column.codes[row]];
  } else {
    for (let row = 0; row < rowCount; row++) {
      const text = textAt(column, row);
      sides[row] = sideOf(text, text === '');
    }
  }
  return sides;
}

const LOGIT_NAME = /(?:^|_)logits?(?:_|$)/;
/** Tensors written as they are, a column for each place: `predictions[0]`. */
const PLACE_NAME = /^(?:predictions?|logits?|outputs?)[[(_ ]*\d+[\])]*$/i;

/** Whether a column holds numbers that cannot all be probabilities: some lie outside [0, 1], by more than rounding. */
const isOutsideUnit = ({ low, high }: ColumnProfile) => low < -0.01 || high > 1.01;

/** How a score column is to be read, as far as names and ranges of columns tell for certain. O(columns). */
export function inferScoreReading(profiles: readonly ColumnProfile[], label: string, score: string): ScoreReading {
  const profile = profiles.find(({ name }) => name === score);
  const labelProfile = profiles.find(({ name }) => name === label);
  if (profile === undefined || labelProfile === undefined) return AS_IS;
  const values = labelValues(labelProfile);
  const isNamedLogit = LOGIT_NAME.test(columnWords(score));
  const isPlace = PLACE_NAME.test(score);
  if ((isNamedLogit || isPlace) && isOutsideUnit(profile)) {
    const other = otherClassColumn(profiles, values, label, score);
    if (other !== null) return { kind: 'softmax', column: other };
    if (isNamedLogit && values.length <= 2) return { kind: 'sigmoid' };
  }
  const predicted = isConfidence(profile, values, label) ? predictedLabelColumn(profiles, label, score) : null;
  return predicted === null ? AS_IS : { kind: 'predictedLabel', column: predicted };
}

/** The column that holds for the other of two classes what the score column holds for its own; null where there is none. */
function otherClassColumn(
  profiles: readonly ColumnProfile[],
  values: readonly LabelValue[],
  label: string,
  score: string,
): string | null {
  if (values.length !== 2) return null;
  const named = labelNamedBy(score, values, label);
  if (named === null) return null;
  const [stem] = columnWords(score).split('_');
  const others = profiles.filter(({ name }) => {
    const other = name === score || name === label ? null : labelNamedBy(name, values, label);
    return other !== null && !isSameLabel(other, named) && columnWords(name).split('_')[0] === stem;
  });
  return others.length === 1 ? others[0].name : null;
}

/** The most probable of two classes has at least this; a little less where the file rounds. */
export const EVEN = 0.4999;

/** Whether a column may be the confidence in whichever of two classes was predicted: never below one half, of no class in particular. */
export function isConfidence(profile: ColumnProfile, values: readonly LabelValue[], label: string): boolean {
  const { low, high, distinct, name } = profile;
  return low >= EVEN && high <= 1 && distinct > 2 && values.length <= 2 && labelNamedBy(name, values, label) === null;
}

const PREDICTED_WORDS =
  /(?:^|_)(?:pred|preds|predicted|predict|prediction|predictions|yhat|hat|classification|scored|assigned)(?:_|$)/;

/** The column that names the predicted class: values of the label, and a name that says so or none that says the truth. */
export function predictedLabelColumn(profiles: readonly ColumnProfile[], label: string, score: string): string | null {
  const truth = profiles.find(({ name }) => name === label);
  if (truth === undefined) return null;
  const classes = new Set(truth.topValues.map(({ value }) => spellingKey(value)));
  const candidates = profiles.filter(({ name, kind, topValues, distinct }) => {
    if (name === label || name === score || kind !== 'category' || distinct === 0 || distinct > 2) return false;
    return topValues.every(({ value }) => classes.has(spellingKey(value)));
  });
  const words = (name: string) => columnWords(name);
  const said = candidates.filter(({ name }) => PREDICTED_WORDS.test(words(name)) || words(name).startsWith('i_'));
  if (said.length > 0) return said[0].name;
  return candidates.find(({ name }) => /^(?:label|labels|class|category)$/.test(words(name)))?.name ?? null;
}

/** The readings that a person may choose from: what the columns allow, and the present one. O(columns). */
export function scoreReadingsOnOffer(
  profiles: readonly ColumnProfile[],
  {
    label,
    score,
    scoreReading,
  }: { readonly label: string; readonly score: string; readonly scoreReading: ScoreReading },
): ScoreReading[] {
  const labelProfile = profiles.find(({ name }) => name === label);
  const other = labelProfile === undefined ? null : otherClassColumn(profiles, labelValues(labelProfile), label, score);
  const predicted = predictedLabelColumn(profiles, label, score);
  const offered: ScoreReading[] = [AS_IS, { kind: 'sigmoid' }];
  if (other !== null) offered.push({ kind: 'softmax', column: other });
  if (predicted !== null) offered.push({ kind: 'predictedLabel', column: predicted });
  return offered.some((reading) => isSameScoreReading(reading, scoreReading)) ? offered : [...offered, scoreReading];
}
