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
  /^(?:y_)?(?:pred(?:ict|icted)?_)?(?:p|probs?|proba|probability|probabilities|logits?|pred|class|confidence)(?:_class)?$/;

/**
 * The label value that a score column's name speaks of (p_malignant, .pred_yes, P_BAD1, prob_0, `confidence(Yes)`, the value itself),
 * or null. Of several, the longest. `label`: the name of the label column.
 */
export function labelNamedBy(column: string, values: readonly LabelValue[], label: string): string | null {
  const words = columnWords(column).replace(/^cal_/, '');
  const bare = words.replace(/_(?:prediction|probability|prob|proba|score)$/, '');
  let best: { readonly text: string; readonly length: number } | null = null;
  for (const { text, number } of values) {
    const isNumber = !Number.isNaN(number);
    if (isNumber && number < 0) continue;
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

function isNamedIn(words: string, value: string, isNumber: boolean, label: string): boolean {
  if (words === `p_${columnWords(label)}${value}` || (isNumber && words === `p${value}`)) return true;
  if (!words.endsWith(`_${value}`)) return false;
  const before = words.slice(0, -value.length - 1);
  return (
    !isNumber || BEFORE_NUMBER.test(before) || before === columnWords(label) || before === `p_${columnWords(label)}`
  );
}
