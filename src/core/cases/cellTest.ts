import { type Column, columnNamed, type Dataset, isMissingAt, numberAt, textAt } from '../dataset/dataset.ts';
import { type CellCondition, isInRange } from './caseSelection.ts';

/** Whether a condition holds for the cell of a row; decided once per different cell where a column keeps them apart. O(values), then O(1) a row. */
export function cellTestOf(column: Column, condition: CellCondition): (row: number) => boolean {
  if (column.kind === 'category') {
    const { dictionary, numbers, missing, codes } = column;
    const holds = (text: string, code: number): boolean => {
      if (condition.kind === 'value') return text === condition.value;
      if (condition.kind === 'range') return isInRange(numbers[code], condition.range);
      if (condition.kind === 'missing') return missing[code] === 1;
      return missing[code] === 0 && Number.isNaN(numbers[code]);
    };
    const isWanted = Uint8Array.from(dictionary, (text, code) => (holds(text, code) ? 1 : 0));
    return (row) => isWanted[codes[row]] === 1;
  }
  if (condition.kind === 'missing') return (row) => isMissingAt(column, row);
  if (condition.kind === 'noNumber') return (row) => Number.isNaN(numberAt(column, row)) && !isMissingAt(column, row);
  if (condition.kind === 'range') return (row) => isInRange(numberAt(column, row), condition.range);
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
