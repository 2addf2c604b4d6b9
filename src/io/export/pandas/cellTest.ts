import type { CellCondition, NumberRange } from '../../../core/cases/caseSelection.ts';
import { pythonNumber, quoted } from './pythonLiteral.ts';

/** Tells the rows for which a condition on a cell holds. `textColumns`: those that pandas keeps as they are written. */
export function cellTest(condition: CellCondition, textColumns: readonly string[]): string {
  const { column } = condition;
  const cells = `df[${quoted(column)}]`;
  const isText = textColumns.includes(column);
  switch (condition.kind) {
    case 'missing':
      return `${cells}.isna()`;
    case 'noNumber':
      return `(${numbersIn(cells, isText)}.isna() & ${cells}.notna())`;
    case 'range':
      return rangeTest(numbersIn(cells, isText), condition.range);
    case 'words':
      return `(${cells}.notna() & ${rangeTest(`${cells}.astype(str).str.split().str.len()`, condition.range)})`;
    case 'value':
      return valueTest(cells, condition.value, isText);
  }
}

/** A whole number with a leading zero is an identifier and no number, as in the program. */
function numbersIn(cells: string, isText: boolean): string {
  const plain = isText ? `${cells}.mask(${cells}.str.match(r"\\s*[+-]?0\\d+\\s*$", na=False))` : cells;
  return `pd.to_numeric(${plain}, errors="coerce")`;
}

function rangeTest(numbers: string, { low, high, isLowIn, isHighIn }: NumberRange): string {
  const atLeast = `(${numbers} ${isLowIn ? '>=' : '>'} ${pythonNumber(low)})`;
  const atMost = `(${numbers} ${isHighIn ? '<=' : '<'} ${pythonNumber(high)})`;
  return `(${atLeast} & ${atMost})`;
}

/** Where pandas may read a cell otherwise than it is written, it is told by what it means. */
function valueTest(cells: string, text: string, isText: boolean): string {
  if (isText) return `(${cells}.str.strip() == ${quoted(text)})`;
  const isNumber = text.trim() !== '' && Number.isFinite(Number(text));
  if (isNumber) return `(pd.to_numeric(${cells}, errors="coerce") == ${pythonNumber(Number(text))})`;
  if (/^(true|false)$/i.test(text)) return `(${cells}.astype(str).str.lower() == ${quoted(text.toLowerCase())})`;
  return `(${cells}.astype(str).str.strip() == ${quoted(text)})`;
}
