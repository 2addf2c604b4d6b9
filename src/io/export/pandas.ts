import type { Prepared } from '../../core/dataset/prepared.ts';
import type { DatasetSummary, FileSummary } from '../io.ts';

/** The files as pandas has to read them to see what the program saw. */
export interface PandasReading {
  readonly files: readonly Pick<FileSummary, 'name' | 'delimiter' | 'hasHeader' | 'encoding'>[];
  /** The columns of the first file, in its order. */
  readonly columns: readonly string[];
  readonly score: string;
  readonly scoreSpelling: 'plain' | 'decimalComma' | 'percent';
  /** Whether score cells were left out because they spell a missing value, and because they spell nothing known. */
  readonly hasMissingScores: boolean;
  readonly hasUnreadableScores: boolean;
  /** Whether rows were left out because they have more cells than the file has columns. */
  readonly hasLongRows: boolean;
}

/** What the program takes for missing and pandas does not. */
const MISSING = '- . NAN Null None nil #DIV/0! #NUM! #VALUE! #REF!'.split(' ');

/** A string as a Python literal; JSON's escapes are Python's, but for the two line separators Python reads as they are. */
export const quoted = (text: string): string => JSON.stringify(text);

const list = (texts: readonly string[]): string => `[${texts.map(quoted).join(', ')}]`;

export function pandasReading(
  { files, columns }: Pick<DatasetSummary, 'files' | 'columns'>,
  { findings, interpretation, accounting }: Pick<Prepared, 'findings' | 'interpretation' | 'accounting'>,
): PandasReading {
  const { score } = interpretation;
  const isSaid = (code: string) => findings.some((finding) => finding.code === code && finding.values.column === score);
  const isSkipped = (reason: string) => accounting.skipped.some((entry) => entry.reason === reason);
  const names = columns.map(({ name }) => name);
  return {
    files,
    // Behind the columns of several files stands one that says from which file a row comes.
    columns: files.length > 1 ? names.slice(0, -1) : names,
    score,
    scoreSpelling: isSaid('decimalCommaColumn') ? 'decimalComma' : isSaid('percentColumn') ? 'percent' : 'plain',
    hasMissingScores: isSkipped('missingScore'),
    hasUnreadableScores: isSkipped('unreadableScore'),
    hasLongRows: isSkipped('tooManyFields'),
  };
}

/** The expression that reads the files into one data frame. */
export function readExpression(reading: PandasReading): string {
  const calls = reading.files.map((file) => readCall(file, reading));
  if (calls.length === 1) return calls[0];
  return `pd.concat([\n${calls.map((call) => `    ${call},\n`).join('')}], ignore_index=True)`;
}

function readCall(file: PandasReading['files'][number], reading: PandasReading): string {
  const isNamedHere = !file.hasHeader || hasMadeUpName(reading);
  const options = [
    quoted(file.name),
    file.delimiter === ',' ? '' : `sep=${quoted(file.delimiter)}`,
    // Names of this program's making (a second "score", one without a name) are called otherwise by pandas.
    isNamedHere ? `header=${file.hasHeader ? '0' : 'None'}, names=${list(reading.columns)}, index_col=False` : '',
    reading.scoreSpelling === 'decimalComma' ? 'decimal=","' : '',
    encodingOption(file.encoding),
    reading.hasMissingScores || reading.hasUnreadableScores ? `na_values=${list(MISSING)}` : '',
    reading.hasLongRows ? 'on_bad_lines="skip"' : '',
    // By default pandas may read a score one unit in the last place off, and then decide otherwise on a row at the threshold.
    'float_precision="round_trip"',
  ];
  return `pd.read_csv(${options.filter((option) => option !== '').join(', ')})`;
}

function hasMadeUpName({ score }: PandasReading): boolean {
  return /^column \d+$| \(\d+\)$/.test(score);
}

function encodingOption(encoding: string): string {
  if (encoding === 'utf-8') return '';
  return `encoding=${quoted(encoding.startsWith('utf-16') ? 'utf-16' : encoding)}`;
}

/** The score column of the data frame, as numbers. */
export function columnExpression({ score, scoreSpelling, hasUnreadableScores }: PandasReading): string {
  const column = `df[${quoted(score)}]`;
  const spelt = scoreSpelling === 'percent' ? `${column}.str.rstrip("% ").str.replace(",", ".", regex=False)` : column;
  if (hasUnreadableScores) return `pd.to_numeric(${spelt}, errors="coerce")`;
  return scoreSpelling === 'percent' ? `${spelt}.astype(float)` : spelt;
}
