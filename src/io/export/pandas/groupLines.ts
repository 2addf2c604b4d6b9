import type { GroupValue } from '../../../core/slices/grouping.ts';
import type { GroupThresholds } from '../../../core/slices/groupThresholds.ts';
import { pythonNumber, quoted } from './pythonLiteral.ts';

/** The lines that make `thresholds`, one a row, out of `threshold` and the groups' own. */
export function groupLines(groups: GroupThresholds | undefined): string {
  if (groups === undefined) return '';
  const columns = groups.grouping.by.map(({ column }) => column);
  const lines = groups.thresholds.map(({ values, threshold }) => {
    const isIn = values.map((value, at) => condition(columns[at], value)).join(' & ');
    return `thresholds[(${isIn}).to_numpy()] = ${pythonNumber(threshold)}\n`;
  });
  return `thresholds = np.full(len(df), threshold)  # a row of none of these groups keeps the one threshold\n${lines.join('')}`;
}

/** Tells the rows with a value in a column. */
function condition(column: string, value: GroupValue): string {
  const cells = `df[${quoted(column)}]`;
  const numbers = `pd.to_numeric(${cells}, errors="coerce")`;
  switch (value.kind) {
    case 'missing':
      return `${cells}.isna()`;
    case 'noNumber':
      return `(${numbers}.isna() & ${cells}.notna())`;
    case 'range':
      return `((${numbers} >= ${pythonNumber(value.low)}) & (${numbers} < ${pythonNumber(value.high)}))`;
    case 'value':
      return textCondition(cells, numbers, value.text);
  }
}

/** pandas reads a column of numbers as numbers, and one of true and false as its own. */
function textCondition(cells: string, numbers: string, text: string): string {
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) return `(${numbers} == ${pythonNumber(Number(text))})`;
  if (/^(true|false)$/i.test(text)) return `(${cells}.astype(str).str.lower() == ${quoted(text.toLowerCase())})`;
  return `(${cells} == ${quoted(text)})`;
}
