import { type Column, columnNamed, type Dataset, isMissingAt, numberAt, textAt } from '../dataset/dataset.ts';
import { type CellCondition, isInRange } from './caseSelection.ts';

const SPACE = /\s/u;

/** How many words a text holds: stretches without a space. Takes nothing of the text out, as a million texts are counted. O(characters). */
export function wordsOf(text: string): number {
  let words = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isSpace = code < 128 ? code === 32 || (code >= 9 && code <= 13) : SPACE.test(text[at]);
    if (!isSpace && !isInWord) words++;
    isInWord = !isSpace;
  }
  return words;
}

/** Whether a condition holds for the cell of a row; decided once per different cell where a column keeps them apart. O(values), then O(1) a row. */
export function cellTestOf(column: Column, condition: CellCondition): (row: number) => boolean {
  if (column.kind === 'category') {
    const { dictionary, numbers, missing, codes } = column;
    const holds = (text: string, code: number): boolean => {
      if (condition.kind === 'value') return text === condition.value;
      if (condition.kind === 'range') return isInRange(numbers[code], condition.range);
      if (condition.kind === 'missing') return missing[code] === 1;
      if (condition.kind === 'words') return missing[code] === 0 && isInRange(wordsOf(text), condition.range);
      return missing[code] === 0 && Number.isNaN(numbers[code]);
    };
    const isWanted = Uint8Array.from(dictionary, (text, code) => (holds(text, code) ? 1 : 0));
    return (row) => isWanted[codes[row]] === 1;
  }
  if (condition.kind === 'missing') return (row) => isMissingAt(column, row);
  if (condition.kind === 'noNumber') return (row) => Number.isNaN(numberAt(column, row)) && !isMissingAt(column, row);
  if (condition.kind === 'range') return (row) => isInRange(numberAt(column, row), condition.range);
  if (condition.kind === 'words') {
    const { range } = condition;
    return (row) => !isMissingAt(column, row) && isInRange(wordsOf(textAt(column, row)), range);
  }
  const number = Number(condition.value);
  const isNumber = column.kind === 'number' && String(number) === condition.value;
  return isNumber ? (row) => numberAt(column, row) === number : (row) => textAt(column, row) === condition.value;
}

/**
 * Whether all conditions on the cells of a row hold; null without any, where they do for every row. One on a column that is not there holds for
 * no row.
 */
export function rowTestOf(
  dataset: Dataset,
  conditions: readonly CellCondition[] | undefined,
): ((row: number) => boolean) | null {
  if (conditions === undefined || conditions.length === 0) return null;
  const tests = conditions.map((condition) => {
    const column = columnNamed(dataset, condition.column);
    return column === null ? () => false : cellTestOf(column, condition);
  });
  return (row) => tests.every((holds) => holds(row));
}
