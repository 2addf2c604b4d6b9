import { MISSING_SPELLINGS } from '../../../core/dataset/cell.ts';
import { columnInFile } from '../../read/lists/listOrigin.ts';
import { leavesCellsOut } from './keptRows.ts';
import type { PandasFile, PandasReading } from './pandasReading.ts';
import { quoted, quotedList } from './pythonLiteral.ts';
import { isTextScore } from './scoreColumn.ts';

/** What pandas takes for missing by itself, in every version of it. */
const PANDAS_MISSING = new Set(
  ['', '#N/A N/A'].concat(
    '#N/A #NA -1.#IND -1.#QNAN -NaN -nan 1.#IND 1.#QNAN <NA> N/A NA NULL NaN n/a nan null'.split(' '),
  ),
);
const MISSING = [...MISSING_SPELLINGS].filter((text) => !PANDAS_MISSING.has(text));

/** The call that reads a file of text. `longLines`: lines that are too long, first of all rows. `id`: the column to keep as text; '' without one. */
export function textCall(file: PandasFile, longLines: readonly number[], reading: PandasReading, id: string): string {
  const isNamedHere = !file.hasHeader || hasMadeUpName(reading);
  const texts = new Set([
    id,
    reading.labelCells === null ? '' : reading.label,
    isTextScore(reading) ? reading.score : '',
    reading.scoreReading.kind === 'predictedLabel' ? reading.scoreReading.column : '',
    ...reading.textColumns,
  ]);
  const types = [...texts].filter((name) => name !== '').map((name) => `${quoted(name)}: str`);
  const options = [
    quoted(file.name),
    file.delimiter === ',' ? '' : `sep=${file.delimiter === ' ' ? 'r"\\s+"' : quoted(file.delimiter)}`,
    skipOption(file.firstLine - 1, longLines),
    // Names of this program's making (a second "score", one without a name) are called otherwise by pandas.
    isNamedHere ? `header=${file.hasHeader ? '0' : 'None'}, names=${quotedList(reading.columns)}` : '',
    // Rows with one field more than the header has would make the first column an index.
    'index_col=False',
    types.length > 0 ? `dtype={${types.join(', ')}}` : '',
    encodingOption(file.encoding),
    leavesCellsOut(reading) || reading.textColumns.length > 0 ? `na_values=${quotedList(MISSING)}` : '',
    reading.skipped.includes('tooManyFields') ? 'on_bad_lines="skip"' : '',
    // By default pandas may read a score one unit in the last place off, and then decide otherwise on a row at the threshold.
    'float_precision="round_trip"',
  ];
  return `pd.read_csv(${options.filter((option) => option !== '').join(', ')})`;
}

/** A name of the program's making. */
const MADE_UP = /^column \d+$| \(\d+\)$/;

function hasMadeUpName({ score, label, lists }: PandasReading): boolean {
  return [score, label].some((name) => MADE_UP.test(columnInFile(name, lists)));
}

/** `above`: lines above the table. pandas takes as many fields as the first row has, so a row that is too long may not come first. */
function skipOption(above: number, longLines: readonly number[]): string {
  const places = longLines.map((line) => line - 1);
  if (places.length === 0) return above > 0 ? `skiprows=${above}` : '';
  return `skiprows=[${above > 0 ? `*range(${above}), ` : ''}${places.join(', ')}]`;
}

/** The codec of Python; its "utf-16" takes text without a byte-order mark for one in the machine's own order. */
export function encodingOption(encoding: string): string {
  const codec = encoding.replace(/^utf-16(?=[bl]e$)/, 'utf-16-');
  return codec === 'utf-8' ? '' : `encoding=${quoted(codec)}`;
}
