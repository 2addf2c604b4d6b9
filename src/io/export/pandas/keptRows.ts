import { columnOfReading } from '../../../core/roles/scoreReading.ts';
import { originOf } from '../../read/lists/listOrigin.ts';
import { cellTest } from './cellTest.ts';
import type { PandasReading } from './pandasReading.ts';
import { quoted, quotedList } from './pythonLiteral.ts';
import { speltExpression } from './scoreColumn.ts';

/** Reasons that lie in a cell, which pandas reads all the same. */
const CELL_REASONS = [
  'missingLabel',
  'otherLabel',
  'missingScore',
  'unreadableScore',
  'infiniteScore',
  'missingSplit',
  'missingWeight',
  'badWeight',
];

/** Whether cells kept rows out that pandas reads. */
export const leavesCellsOut = ({ skipped }: PandasReading) => skipped.some((reason) => CELL_REASONS.includes(reason));

/** What keeps the rows that the program kept, as a condition on the data frame; null where pandas reads just those. */
export function keptExpression(reading: PandasReading): string | null {
  const { skipped, fullColumn, model } = reading;
  const isModel =
    model === null ? '' : `(df[${quoted(model.column)}].astype(str).str.strip() == ${quoted(model.name)})`;
  const isWhole = skipped.includes('tooFewFields') && fullColumn !== null ? `df[${quoted(fullColumn)}].notna()` : '';
  const conditions = leavesCellsOut(reading) || keepsShortRows(reading) ? cellConditions(reading) : [];
  const all = [
    isModel,
    ...conditions,
    isWhole,
    ...reading.subject.map((each) => cellTest(each, reading.textColumns)),
  ].filter((condition) => condition !== '');
  return all.length === 0 ? null : all.join(' & ');
}

/** Whether pandas keeps some rows with too few fields, which it cannot tell from those whose last cell is empty. */
export const keepsShortRows = ({ skipped, fullColumn }: PandasReading): boolean =>
  skipped.includes('tooFewFields') && fullColumn === null;

/** Whether pandas is told to read the label as text. */
function isTextLabel({ files, lists, label }: PandasReading): boolean {
  return originOf(label, lists) === undefined && files.every(({ format }) => format === 'text');
}

function cellConditions(reading: PandasReading): string[] {
  const { skipped, label, split, weight, labelCells: cells } = reading;
  const isSkipped = (...reasons: readonly string[]) => reasons.some((reason) => skipped.includes(reason));
  return [
    cells === null
      ? `df[${quoted(label)}].notna()`
      : `df[${quoted(label)}]${isTextLabel(reading) ? '' : '.astype(str)'}.str.strip().isin(${quotedList(cells)})`,
    `np.isfinite(pd.to_numeric(${speltExpression(reading)}, errors="coerce"))`,
    besidesCondition(reading),
    split !== null && isSkipped('missingSplit', 'tooFewFields') ? `df[${quoted(split)}].notna()` : '',
    weight !== null && isSkipped('missingWeight', 'badWeight', 'tooFewFields')
      ? `pd.to_numeric(df[${quoted(weight)}], errors="coerce").between(0, np.finfo(float).max)`
      : '',
  ];
}

/** A row without what a score needs besides has no score. */
function besidesCondition({ scoreReading, skipped }: PandasReading): string {
  const column = columnOfReading(scoreReading);
  return column === null || !skipped.includes('missingScore') ? '' : `df[${quoted(column)}].notna()`;
}
