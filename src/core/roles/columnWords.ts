import type { LabelValue } from './labels.ts';

/** A column name as lower-case words joined by "_": "P (Churn=Yes)" → "p_churn_yes", "yTrue" → "y_true", ".pred_yes" → "pred_yes". */
export function columnWords(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
}

/** What stands before a class number in the name of a class's score: prob_1, y_proba_0, logit_1 — but not model_1. */
const BEFORE_NUMBER =
  /^(?:y_)?(?:pred(?:ict|icted)?_|scored_)?(?:p|probs?|proba|probability|probabilities|logits?|pred|predictions|class|confidence)(?:_for)?(?:_class|_label)?$|^predicted_.+_probs$/;

/** The number of a place among the classes: `logits[1]`, prob_1, p1, 1. */
const PLACE = /^(.*?)[_[( ]*(\d)[\])]?$/;

/** What names the two sides of a decision whose values are numbers. */
const SIDES: Readonly<Record<string, 0 | 1>> = {
  neg: 0,
  negative: 0,
  no: 0,
  false: 0,
  pos: 1,
  positive: 1,
  yes: 1,
  true: 1,
};

/**
 * The label value that a score column's name speaks of (p_malignant, .pred_yes, P_BAD1, prob_0, `confidence(Yes)`, the value itself),
 * or null. Of several, the longest. `label`: the name of the label column.
 */
export function labelNamedBy(column: string, values: readonly LabelValue[], label: string): string | null {
  const place = placeNamedBy(column, values);
  if (place !== null) return place;
  // A class that was a number with decimals is written so in the column's name as well: target_1.0_PREDICTION.
  const words = columnWords(column.replace(/(\d)\.0(?!\d)/g, '$1')).replace(/^cal_/, '');
  const bare = words.replace(/_(?:prediction|probability|prob|proba|score)$/, '');
  let best: { readonly text: string; readonly length: number } | null = null;
  for (const { text, number } of values) {
    const isNumber = !Number.isNaN(number);
    const value = isNumber ? String(number) : columnWords(text);
    const names =
      value !== '' &&
      ([words, bare].includes(value) ||
        isNamedIn(words, value, isNumber, label) ||
        isNamedIn(bare, value, isNumber, label));
    if (names && value.length > (best?.length ?? 0)) best = { text, length: value.length };
  }
  return best?.text ?? null;
}

/** The value whose place among two ascending ones a column is numbered with, where the values are no such numbers themselves. */
function placeNamedBy(column: string, values: readonly LabelValue[]): string | null {
  if (values.length !== 2) return null;
  const side = SIDES[columnWords(column).split('_').at(-1) ?? ''];
  const areNumbers = values.every(({ number }) => !Number.isNaN(number));
  if (
    areNumbers &&
    side !== undefined &&
    /(?:^|_)(?:p|pred|probs?|proba|probability|score|logit)_/.test(columnWords(column))
  ) {
    return values[side].text;
  }
  const [, before, digit] = PLACE.exec(column) ?? [];
  const at = Number(digit);
  if (digit === undefined || at > 1) return null;
  const words = columnWords(before);
  if (/\[\d\]$/.test(column)) return BEFORE_NUMBER.test(words) || words.endsWith('prediction') ? values[at].text : null;
  return !areNumbers && (words === '' || BEFORE_NUMBER.test(words)) ? values[at].text : null;
}

function isNamedIn(words: string, value: string, isNumber: boolean, label: string): boolean {
  if (words === `p_${columnWords(label)}${value}` || (isNumber && words === `p${value}`)) return true;
  if (!words.endsWith(`_${value}`)) return false;
  const before = words.slice(0, -value.length - 1);
  return (
    !isNumber || BEFORE_NUMBER.test(before) || before === columnWords(label) || before === `p_${columnWords(label)}`
  );
}
