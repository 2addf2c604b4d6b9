import { hasAmbiguousComma, numberIn } from '../../core/dataset/cell.ts';
import type { Column } from '../../core/dataset/dataset.ts';
import { numberSpelt } from '../../core/dataset/numberSpelling.ts';
import type { Finding } from '../../core/roles/finding.ts';
import { looksLikeDate, looksLikeMoney } from '../../core/roles/oddCells.ts';
import { isScoreName } from '../../core/roles/roleEvidence.ts';
import type { BuiltColumn } from './columns.ts';

/** What is worth knowing about how a column is written. O(rows) at most. */
export function columnFindings({ column, examples }: BuiltColumn): Finding[] {
  if (column.kind === 'text') return [];
  const spelling = spellingFinding(column, examples);
  return [...(spelling === null ? [] : [spelling]), ...oddCellFindings(column)];
}

type NumericColumn = Exclude<Column, { readonly kind: 'text' }>;

/** How the numbers are spelt, where that is not plainly. `cells`: some that show it. */
function spellingFinding({ name, spelling, isAmbiguous }: NumericColumn, cells: readonly string[]): Finding | null {
  const column = name;
  if (spelling === 'plain') return null;
  if (isAmbiguous) {
    const example = cells.find(hasAmbiguousComma) ?? '';
    const decimal = String(numberSpelt(example, 'decimalComma'));
    const thousands = String(numberSpelt(example, 'thousandsComma'));
    return { code: 'ambiguousComma', severity: 'warning', values: { column, example, decimal, thousands } };
  }
  if (spelling === 'percent' || spelling === 'percentComma') {
    return { code: 'percentColumn', severity: 'note', values: { column } };
  }
  if (spelling === 'decimalComma' && cells.some((cell) => cell.includes(','))) {
    return { code: 'decimalCommaColumn', severity: 'note', values: { column } };
  }
  const isGrouped = (cell: string) => Number.isNaN(numberIn(cell)) && !Number.isNaN(numberSpelt(cell, spelling));
  const example = cells.find(isGrouped) ?? '';
  const value = String(numberSpelt(example, spelling));
  return { code: 'thousandsColumn', severity: 'note', values: { column, example, value } };
}

/** The share of a column's cells that must be numbers before it matters what the others are. */
const NUMERIC_SHARE = 0.1;

/** Dates and amounts of money among the numbers of a column, and dates where its name promises scores. */
function oddCellFindings(column: NumericColumn): Finding[] {
  const { total, others } = cellsThatAreNoNumbers(column);
  const findingOf = (code: 'dateCells' | 'moneyCells', isOdd: (cell: string) => boolean): Finding[] => {
    const odd = others.filter(({ text }) => isOdd(text));
    if (odd.length === 0) return [];
    const count = odd.reduce((sum, cell) => sum + cell.count, 0);
    return [{ code, severity: 'warning', values: { column: column.name, count, example: odd[0].text } }];
  };
  const numeric = total - others.reduce((sum, { count }) => sum + count, 0);
  if (total > 0 && numeric === 0 && isScoreName(column.name) && others.every(({ text }) => looksLikeDate(text)))
    return findingOf('dateCells', looksLikeDate);
  if (numeric < NUMERIC_SHARE * total) return [];
  return [...findingOf('dateCells', looksLikeDate), ...findingOf('moneyCells', looksLikeMoney)];
}

interface CountedText {
  readonly text: string;
  readonly count: number;
}

/** The cells with something in them: how many, and those that spell no number. */
function cellsThatAreNoNumbers(column: NumericColumn): {
  readonly total: number;
  readonly others: readonly CountedText[];
} {
  if (column.kind === 'number') {
    const { codes, texts } = column.exceptions;
    const counts = countsOf(codes, texts.length);
    return { total: column.values.length, others: texts.map((text, code) => ({ text, count: counts[code] })) };
  }
  const { codes, dictionary, numbers, missing } = column;
  if (numbers.every((value, code) => missing[code] === 1 || !Number.isNaN(value)))
    return { total: codes.length, others: [] };
  const counts = countsOf(codes, dictionary.length);
  const others = dictionary.flatMap((text, code) => {
    return missing[code] === 0 && Number.isNaN(numbers[code]) ? [{ text, count: counts[code] }] : [];
  });
  const present = counts.reduce((sum, count, code) => (missing[code] === 1 ? sum : sum + count), 0);
  return { total: present, others };
}

function countsOf(codes: ArrayLike<number>, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (let at = 0; at < codes.length; at++) counts[codes[at]]++;
  return counts;
}
