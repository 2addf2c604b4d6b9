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
  | 'oneVersusRest' // column, label, count (of the other values)
  | 'otherCandidates'; // role, column, candidates

export interface Finding {
  readonly code: FindingCode;
  readonly severity: 'note' | 'warning';
  readonly values: Readonly<Record<string, string | number>>;
  /** A different reading of the file that mends it, offered as one press. */
  readonly offer?: { readonly code: 'scoreOtherLabel' | 'useOtherLabelAsPositive'; readonly label: string };
}
