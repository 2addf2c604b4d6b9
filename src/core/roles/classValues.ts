import type { CategoryColumn } from '../dataset/dataset.ts';
import { hasOddSpellings, type LabelValue, labelValues } from './labels.ts';

/**
 * The values of a label column, ascending, with their rows; all of them, where a profile lists only the frequent ones. Words that
 * differ in capitals only are values of their own where each has a column of its own. O(rows + columns · values).
 */
export function classValues(
  { codes, dictionary, missing }: CategoryColumn,
  columnNames: readonly string[],
): LabelValue[] {
  const counts = new Uint32Array(dictionary.length);
  for (let row = 0; row < codes.length; row++) counts[codes[row]]++;
  const topValues = dictionary
    .map((value, code) => ({ value, count: missing[code] === 0 ? counts[code] : 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return labelValues({ kind: 'category', topValues, high: Number.NaN }).flatMap((value) => {
    return hasOddSpellings(value) && hasColumnEach(value, columnNames) ? apart(value) : [value];
  });
}

function hasColumnEach({ spellings }: LabelValue, columnNames: readonly string[]): boolean {
  return spellings.every(({ text }) => columnNames.some((name) => name.endsWith(text)));
}

function apart({ number, spellings }: LabelValue): LabelValue[] {
  return spellings.map((spelling) => ({ ...spelling, number, spellings: [spelling] }));
}
