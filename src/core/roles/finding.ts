import type { Evidence } from '../dataset/evidence.ts';
import type { SaidValues } from '../dataset/said.ts';
import type { Repair } from './repair.ts';

/** What is odd about a file, as a code with values; the sentence lives in i18n under the code. `split` is '' in a file without splits. */
export type FindingCode =
  | 'scoreOutsideUnit' // column, low, high, count
  | 'aucBelowHalf' // split, auc, scoredLabel, otherLabel
  | 'hardLabelsOnly' // column, values
  | 'oneClass' // split, label
  | 'missingValues' // count
  | 'constantScore' // split, value
  | 'duplicateIds' // column, count, example
  | 'idsAcrossSplits' // column, count, example
  | 'indexColumn' // column
  | 'scoreEqualsLabel' // column
  | 'topLabelConfidence' // column
  | 'fewOfAClass' // split, label, count
  | 'manySkipped' // count, read, share
  | 'negativeWeight' // column, count
  | 'guessedNoHeader' // file
  | 'linesAboveTable' // file, count, example
  | 'fallbackEncoding' // file, encoding
  | 'decimalCommaColumn' // column
  | 'percentColumn' // column
  | 'thousandsColumn' // column, example (as written), value (as read)
  | 'dateCells' // column, count, example
  | 'moneyCells' // column, count, example
  | 'ambiguousComma' // column, example, decimal, thousands (the two readings of the example; read as thousands)
  | 'numberedClasses' // column, example, bare (the example without the number)
  | 'listColumn' // column, count (of the columns it became), first, last
  | 'unevenLists' // column, count (of the cells that fit the others not), example
  | 'besideTable' // file, names (of what a JSON file holds beside its table)
  | 'besideInZip' // file, names
  | 'joinedFiles' // files, column, count
  | 'oneVersusRest' // column, label, count (of the other values)
  | 'otherCandidates' // role, column, candidates
  | 'percentScores' // column, low, high
  | 'classesByPlace' // first, last (columns), classes
  | 'classWithoutColumn' // count, classes
  | 'classWithoutRows' // column, count, classes
  | 'classesAlike' // classes
  | 'classScoresMissing' // count
  | 'classLogits' // low, high
  | 'classSums' // count, total
  | 'labelsWithoutScores' // count, labels
  | 'scoresWithoutLabel' // count, labels
  | 'labelsWithoutPositives' // count, labels
  | 'labelScoresOutside' // count, labels, low, high
  | 'labelCellsMissing' // count
  | 'classColumnsDiffer' // first, last, columns (how many), label, count (of its values)
  | 'scoresRoundedDown' // column, step, rocAuc, averagePrecision (the largest errors)
  | 'slightlyOutsideUnit' // column, low, high, count
  | 'readAsLogits' // column
  | 'readAsTwoLogits' // column, other
  | 'readAsConfidence' // column, predicted, label
  | 'lowScoresMeanPositive' // column, label
  | 'onlyPredictedLabel' // column, label (the column)
  | 'rankedButNoProbabilities' // split, auc, mean, share
  | 'recalibrated' // split, intercept, slope
  | 'recalibrationOneClass' // split
  | 'recalibrationConstant' // split
  | 'recalibrationSeparated' // split
  | 'recalibrationNoRows' // split
  | 'weightsCountRows' // column, total
  | 'integerWeights' // column
  | 'evenClasses' // split, count
  | 'differentBaseRates' // split, share, other, otherShare
  | 'binsOfScores' // rows, positives, column
  | 'binsOfRanges' // rows, positives, lower, upper
  | 'shortenedIds' // column, count, example
  | 'labelSpellings'; // column, count (of the rows in other spellings), spellings

export interface Finding {
  readonly code: FindingCode;
  readonly severity: 'note' | 'warning';
  readonly values: SaidValues;
  /** Other readings of the file that mend it, each offered as one press. */
  readonly offers?: readonly Repair[];
  /** What shows that it is so. */
  readonly evidence?: Evidence;
}

/** A finding with the repairs that would mend it, where there are some. */
export const withOffers = (finding: Finding, offers: readonly Repair[]): Finding =>
  offers.length === 0 ? finding : { ...finding, offers };

/** Something that makes the numbers on the screen doubtful. */
export function warning(code: Finding['code'], values: Finding['values'], offers: readonly Repair[] = []): Finding {
  return withOffers({ code, severity: 'warning', values }, offers);
}

/** Something worth knowing. */
export function note(code: Finding['code'], values: Finding['values'], offers: readonly Repair[] = []): Finding {
  return withOffers({ code, severity: 'note', values }, offers);
}
