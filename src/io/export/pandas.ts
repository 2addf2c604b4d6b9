import { MISSING_SPELLINGS } from '../../core/dataset/cell.ts';
import { isSameLabel, spellingKey } from '../../core/dataset/labels.ts';
import type { NumberSpelling } from '../../core/dataset/numberSpelling.ts';
import type { Prepared } from '../../core/dataset/prepared.ts';
import { hasRepair } from '../../core/dataset/repair.ts';
import { divisorOf, repairedProfiles } from '../../core/dataset/repairedColumns.ts';
import type { DatasetSummary, FileSummary } from '../io.ts';

/** The files as pandas has to read them to see what the program saw. */
export interface PandasReading {
  readonly files: readonly Pick<FileSummary, 'name' | 'delimiter' | 'firstLine' | 'hasHeader' | 'encoding'>[];
  /** The columns of the first file, in its order. */
  readonly columns: readonly string[];
  readonly label: string;
  readonly score: string;
  readonly split: string | null;
  readonly weight: string | null;
  readonly scoreSpelling: NumberSpelling;
  readonly divisor: number;
  /** The spellings of the label that belong to a class; null where every cell that is not missing does. */
  readonly labelCells: readonly string[] | null;
  /** Why rows were left out. */
  readonly skipped: readonly string[];
}

/** What pandas takes for missing by itself, in every version of it. */
const PANDAS_MISSING = new Set(
  ['', '#N/A N/A'].concat(
    '#N/A #NA -1.#IND -1.#QNAN -NaN -nan 1.#IND 1.#QNAN <NA> N/A NA NULL NaN n/a nan null'.split(' '),
  ),
);
const MISSING = [...MISSING_SPELLINGS].filter((text) => !PANDAS_MISSING.has(text));

/** A string as a Python literal; JSON's escapes are Python's, but for the two line separators Python reads as they are. */
export const quoted = (text: string): string => JSON.stringify(text);

const list = (texts: readonly string[]): string => `[${texts.map(quoted).join(', ')}]`;

export function pandasReading(
  { files, columns }: Pick<DatasetSummary, 'files' | 'columns'>,
  { interpretation, accounting }: Pick<Prepared, 'interpretation' | 'accounting'>,
): PandasReading {
  const { label, score, split, weight, repairs } = interpretation;
  const names = columns.map(({ name }) => name);
  // Behind the columns of several files stands one that says from which file a row comes.
  const own = files.length > 1 ? names.slice(0, -1) : names;
  const skipped = accounting.skipped.map(({ reason }) => reason);
  return {
    files,
    columns: own,
    label,
    score,
    split: split !== null && own.includes(split) ? split : null,
    weight,
    scoreSpelling: repairedProfiles(columns, interpretation).find(({ name }) => name === score)?.spelling ?? 'plain',
    divisor: divisorOf(repairs, score),
    labelCells: skipped.includes('otherLabel') ? labelCells(columns, interpretation) : null,
    skipped,
  };
}

/** The frequent spellings of the label that count for the positive or the negative class. */
function labelCells(columns: DatasetSummary['columns'], interpretation: Prepared['interpretation']): string[] {
  const { label, positiveLabel, negativeLabel, repairs } = interpretation;
  const texts = columns.find(({ name }) => name === label)?.topValues.map(({ value }) => value) ?? [];
  const isMerged = hasRepair(repairs, 'mergeSpellings', label);
  const isOf = (text: string, of: string) =>
    isSameLabel(text, of) || (isMerged && spellingKey(text) === spellingKey(of));
  return texts.filter((text) => {
    if (isOf(text, positiveLabel)) return true;
    return negativeLabel === null ? spellingKey(text) !== spellingKey(positiveLabel) : isOf(text, negativeLabel);
  });
}

/** The expression that reads the files into one data frame. */
export function readExpression(reading: PandasReading): string {
  const calls = reading.files.map((file) => readCall(file, reading));
  if (calls.length === 1) return calls[0];
  return `pd.concat([\n${calls.map((call) => `    ${call},\n`).join('')}], ignore_index=True)`;
}

function readCall(file: PandasReading['files'][number], reading: PandasReading): string {
  const isNamedHere = !file.hasHeader || hasMadeUpName(reading);
  const texts = [reading.labelCells === null ? '' : reading.label, isText(reading) ? reading.score : ''];
  const types = texts.filter((name) => name !== '').map((name) => `${quoted(name)}: str`);
  const options = [
    quoted(file.name),
    file.delimiter === ',' ? '' : `sep=${file.delimiter === ' ' ? 'r"\\s+"' : quoted(file.delimiter)}`,
    file.firstLine > 1 ? `skiprows=${file.firstLine - 1}` : '',
    // Names of this program's making (a second "score", one without a name) are called otherwise by pandas.
    isNamedHere ? `header=${file.hasHeader ? '0' : 'None'}, names=${list(reading.columns)}, index_col=False` : '',
    types.length > 0 ? `dtype={${types.join(', ')}}` : '',
    encodingOption(file.encoding),
    leavesCellsOut(reading) ? `na_values=${list(MISSING)}` : '',
    reading.skipped.includes('tooManyFields') ? 'on_bad_lines="skip"' : '',
    // By default pandas may read a score one unit in the last place off, and then decide otherwise on a row at the threshold.
    'float_precision="round_trip"',
  ];
  return `pd.read_csv(${options.filter((option) => option !== '').join(', ')})`;
}

const isText = ({ scoreSpelling: spelling }: PandasReading) => spelling !== 'plain';

function hasMadeUpName({ score, label }: PandasReading): boolean {
  return [score, label].some((name) => /^column \d+$| \(\d+\)$/.test(name));
}

function encodingOption(encoding: string): string {
  if (encoding === 'utf-8') return '';
  return `encoding=${quoted(encoding.startsWith('utf-16') ? 'utf-16' : encoding)}`;
}

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

const leavesCellsOut = ({ skipped }: PandasReading) => skipped.some((reason) => CELL_REASONS.includes(reason));

/** What keeps the rows that the program kept, as a condition on the data frame; null where it left none out for what is in a cell. */
export function keptExpression(reading: PandasReading): string | null {
  const { skipped, label, split, weight, labelCells: cells } = reading;
  if (!leavesCellsOut(reading)) return null;
  const isSkipped = (...reasons: readonly string[]) => reasons.some((reason) => skipped.includes(reason));
  const conditions = [
    cells === null ? `df[${quoted(label)}].notna()` : `df[${quoted(label)}].str.strip().isin(${list(cells)})`,
    `np.isfinite(pd.to_numeric(${speltExpression(reading)}, errors="coerce"))`,
    split !== null && isSkipped('missingSplit') ? `df[${quoted(split)}].notna()` : '',
    weight !== null && isSkipped('missingWeight', 'badWeight')
      ? `pd.to_numeric(df[${quoted(weight)}], errors="coerce").between(0, np.finfo(float).max)`
      : '',
  ];
  return conditions.filter((condition) => condition !== '').join(' & ');
}

/** The score column of the data frame, as text that `float` understands or as pandas read it. */
function speltExpression({ score, scoreSpelling: spelling }: PandasReading): string {
  const column = `df[${quoted(score)}]`;
  const ungrouped = (marks: string) => `${column}.str.replace(r"[${marks}]", "", regex=True)`;
  if (spelling === 'decimalComma') return `${ungrouped(".\\s'’")}.str.replace(",", ".", regex=False)`;
  if (spelling === 'thousandsComma') return ungrouped(',');
  if (spelling === 'thousandsGap') return ungrouped("\\s'’");
  if (spelling === 'percent') return `${column}.str.rstrip("% ")`;
  if (spelling === 'percentComma') return `${column}.str.rstrip("% ").str.replace(",", ".", regex=False)`;
  return column;
}

/** The score column of the data frame, as the numbers that the program takes them for. */
export function columnExpression(reading: PandasReading): string {
  const spelt = speltExpression(reading);
  const isMixed = reading.skipped.includes('unreadableScore');
  const numbers = isMixed
    ? `pd.to_numeric(${spelt}, errors="coerce")`
    : isText(reading)
      ? `${spelt}.astype(float)`
      : spelt;
  return reading.divisor === 1 ? numbers : `${numbers} / ${reading.divisor}`;
}
