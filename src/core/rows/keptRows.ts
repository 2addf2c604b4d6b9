import {
  fitRecalibration,
  logit,
  type Recalibration,
  type RecalibrationProblem,
  sigmoid,
} from '../calibration/recalibration.ts';
import { rowTestOf } from '../cases/cellTest.ts';
import { spellsMissing } from '../dataset/cell.ts';
import {
  type Column,
  columnNamed,
  type Dataset,
  isMissingAt,
  type Numbers,
  numberAt,
  placeOf,
  textAt,
} from '../dataset/dataset.ts';
import type { Interpretation, ScoreTransform } from '../roles/interpretation.ts';
import { isSameLabel, spellingKey } from '../roles/labels.ts';
import { readScores } from '../roles/scoreReading.ts';
import { BINARY, isClassName, type Task } from '../roles/task.ts';
import { SkipLog, type SkipReason } from './accounting.ts';
import { otherModels } from './otherModels.ts';

/** The regression of the label on the logit of the scores, or on the scores themselves where they are no probabilities. */
export interface FittedRecalibration extends Recalibration {
  readonly of: 'logit' | 'score';
}

/** A recalibration that was asked for, or why there is none; the scores were left as they are then. */
export type AppliedRecalibration = FittedRecalibration | { readonly problem: RecalibrationProblem };

/** The rows of a dataset that have everything an interpretation asks for, as parallel arrays in file order. */
export interface KeptRows {
  /** Places of the rows in the dataset. */
  readonly rows: Uint32Array;
  /** 1 positive, 0 negative. */
  readonly yTrue: Uint8Array;
  /** The score of the positive class: the score column as it is read, after `transform` and recalibration. Finite. */
  readonly yScore: Float64Array;
  readonly transform: ScoreTransform;
  readonly recalibration: AppliedRecalibration | null;
  /** Index into `splits`; null without a split column. */
  readonly splitOf: Numbers | null;
  /** Names of the splits, in order of their first kept row; ['all'] without a split column. */
  readonly splits: readonly string[];
  /** Finite, not negative; null without a weight column. */
  readonly sampleWeight: Float64Array | null;
  readonly skips: SkipLog;
}

/**
 * Sorts the rows into kept and skipped; a row of another model is skipped, any other for the first thing it lacks: label,
 * score, split, weight; of what is left, a row outside the subject. `task`: tells labels
 * apart that differ in capitals only. O(rows).
 */
export function keepRows(dataset: Dataset, interpretation: Interpretation, task: Task = BINARY): KeptRows {
  const label = requiredColumn(dataset, interpretation.label);
  const score = requiredColumn(dataset, interpretation.score);
  const split = columnNamed(dataset, interpretation.split);
  const weight = columnNamed(dataset, interpretation.weight);

  const { rowCount } = dataset;
  const sides = sidesOf(label, interpretation, task, rowCount);
  const models = otherModels(dataset, interpretation);
  const values = readScores(dataset, score, interpretation.scoreReading, interpretation.scoredLabel);
  const rows = new Uint32Array(rowCount);
  const yTrue = new Uint8Array(rowCount);
  const yScore = new Float64Array(rowCount);
  const sampleWeight = new Float64Array(weight === null ? 0 : rowCount);
  const skips = new SkipLog();
  let kept = 0;
  for (let row = 0; row < rowCount; row++) {
    const side = sides[row];
    const value = values[row];
    const amount = weight === null ? 1 : numberAt(weight, row);
    if (models !== null && models.isOther[row] === 1) skip(row, 'otherModel', models.column);
    else if (side > POSITIVE) skip(row, side === MISSING ? 'missingLabel' : 'otherLabel', label);
    else if (!Number.isFinite(value)) skip(row, scoreLack(score, row), score);
    else if (split !== null && isMissingAt(split, row)) skip(row, 'missingSplit', split);
    else if (weight !== null && !(amount >= 0 && amount < Number.POSITIVE_INFINITY)) {
      skip(row, isMissingAt(weight, row) ? 'missingWeight' : 'badWeight', weight);
    } else {
      rows[kept] = row;
      yTrue[kept] = side;
      yScore[kept] = value;
      if (weight !== null) sampleWeight[kept] = amount;
      kept++;
    }
  }

  function skip(row: number, reason: SkipReason, column: Column): void {
    skips.add(reason, () => ({ ...placeOf(dataset, row), cell: textAt(column, row) }), row);
  }

  const keptScores = yScore.subarray(0, kept);
  const keptRows = rows.subarray(0, kept);
  const parts = {
    rows: keptRows,
    yTrue: yTrue.subarray(0, kept),
    yScore: keptScores,
    ...(split === null ? { splitOf: null, splits: ['all'] } : splitsOf(split, keptRows)),
    sampleWeight: weight === null ? null : sampleWeight.subarray(0, kept),
    skips,
  };
  const transform = turnScores(keptScores, interpretation);
  const recalibration = recalibrate(parts, interpretation.recalibratedOn);
  // Last of all, so that a group's scores are those it has among all rows.
  const holds = rowTestOf(dataset, interpretation.subject);
  const places = holds === null ? null : takenPlaces(keptRows, holds, (row) => skip(row, 'outsideSubject', score));
  const taken = places === null ? parts : partsAt(parts, places, split);
  return { ...taken, transform, recalibration };
}

type Parts = Omit<KeptRows, 'transform' | 'recalibration'>;

/** The places of the kept rows for which something holds; the others are told. */
function takenPlaces(rows: Uint32Array, holds: (row: number) => boolean, leave: (row: number) => void): Uint32Array {
  return Uint32Array.from(rows.keys()).filter((place) => {
    const isTaken = holds(rows[place]);
    if (!isTaken) leave(rows[place]);
    return isTaken;
  });
}

/** Some of the kept rows, with the splits that they are in. O(rows). */
function partsAt(parts: Parts, places: Uint32Array, split: Column | null): Parts {
  const rows = Uint32Array.from(places, (place) => parts.rows[place]);
  const { sampleWeight } = parts;
  return {
    ...parts,
    rows,
    yTrue: Uint8Array.from(places, (place) => parts.yTrue[place]),
    yScore: Float64Array.from(places, (place) => parts.yScore[place]),
    ...(split === null ? {} : splitsOf(split, rows)),
    sampleWeight: sampleWeight === null ? null : Float64Array.from(places, (place) => sampleWeight[place]),
  };
}

const NEGATIVE = 0;
export const POSITIVE = 1;
export const OTHER = 2;
export const MISSING = 3;

/** The class of each row's label: NEGATIVE, POSITIVE, OTHER or MISSING. Decided once per different cell. O(rows). */
export function sidesOf(
  column: Column,
  { positiveLabel, negativeLabel }: Pick<Interpretation, 'positiveLabel' | 'negativeLabel'>,
  task: Task,
  rowCount: number,
): Uint8Array {
  const positiveKey = spellingKey(positiveLabel);
  const classOf = (text: string) => {
    if (spellsMissing(text)) return MISSING;
    if (isSameLabel(text, positiveLabel)) return POSITIVE;
    if (negativeLabel !== null) return isSameLabel(text, negativeLabel) ? NEGATIVE : OTHER;
    // "yes" beside a positive "Yes" is hardly a no.
    return spellingKey(text) === positiveKey && !isClassName(task, text) ? OTHER : NEGATIVE;
  };
  const sides = new Uint8Array(rowCount);
  if (column.kind === 'category') {
    const classes = Uint8Array.from(column.dictionary, classOf);
    for (let row = 0; row < rowCount; row++) sides[row] = classes[column.codes[row]];
  } else for (let row = 0; row < rowCount; row++) sides[row] = classOf(textAt(column, row));
  return sides;
}

function scoreLack(score: Column, row: number): SkipReason {
  const value = numberAt(score, row);
  // A finite number that gives no score: the column that it needs besides has nothing there.
  if (!Number.isNaN(value)) return Number.isFinite(value) ? 'missingScore' : 'infiniteScore';
  return isMissingAt(score, row) ? 'missingScore' : 'unreadableScore';
}

/** Turns the scores, in place, into those of the positive class, and tells how. */
function turnScores(scores: Float64Array, { positiveLabel, scoredLabel }: Interpretation): ScoreTransform {
  if (isSameLabel(positiveLabel, scoredLabel)) return 'none';
  if (scores.every((score) => score >= 0 && score <= 1)) {
    for (let i = 0; i < scores.length; i++) scores[i] = 1 - scores[i];
    return 'oneMinus';
  }
  for (let i = 0; i < scores.length; i++) scores[i] = -scores[i];
  return 'negate';
}

/** Makes probabilities of the scores, in place, by a logistic regression on the rows of one split. O(rows). */
function recalibrate(
  {
    yTrue,
    yScore,
    splitOf,
    splits,
    sampleWeight,
  }: Pick<KeptRows, 'yTrue' | 'yScore' | 'splitOf' | 'splits' | 'sampleWeight'>,
  split: string | null,
): AppliedRecalibration | null {
  if (split === null) return null;
  const of = yScore.every((score) => score >= 0 && score <= 1) ? 'logit' : 'score';
  const margins = of === 'logit' ? yScore.map(logit) : yScore;
  const isIn = (_: number, row: number) => splitOf !== null && splits[splitOf[row]] === split;
  const fitted = fitRecalibration(
    yTrue.filter(isIn),
    margins.filter(isIn),
    sampleWeight === null ? null : sampleWeight.filter(isIn),
  );
  if (typeof fitted === 'string') return { problem: fitted };
  for (let i = 0; i < yScore.length; i++) yScore[i] = sigmoid(fitted.intercept + fitted.slope * margins[i]);
  return { ...fitted, of };
}

function splitsOf(column: Column, rows: Uint32Array): Pick<KeptRows, 'splitOf' | 'splits'> {
  const splits: string[] = [];
  const known = new Map<string, number>();
  const splitNamed = (name: string) => {
    const split = known.get(name) ?? splits.push(name) - 1;
    known.set(name, split);
    return split;
  };
  if (column.kind !== 'category') {
    return { splitOf: Uint32Array.from(rows, (row) => splitNamed(textAt(column, row))), splits };
  }
  const { codes, dictionary } = column;
  const splitOf = dictionary.length <= 2 ** 8 ? new Uint8Array(rows.length) : new Uint32Array(rows.length);
  const splitOfCode = new Int32Array(dictionary.length).fill(-1);
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i]];
    if (splitOfCode[code] < 0) splitOfCode[code] = splitNamed(dictionary[code]);
    splitOf[i] = splitOfCode[code];
  }
  return { splitOf, splits };
}

function requiredColumn(dataset: Dataset, name: string): Column {
  const column = columnNamed(dataset, name);
  if (column === null) throw new RangeError(`No column "${name}".`);
  return column;
}
