import type { SkippedPlace } from '../../core/dataset/accounting.ts';
import { BIN_COUNT, BIN_LABEL, type BinColumns } from '../../core/dataset/bins.ts';
import { MISSING_SPELLINGS } from '../../core/dataset/cell.ts';
import type { Join, JoinedColumn } from '../../core/dataset/join.ts';
import { isSameLabel, spellingKey } from '../../core/dataset/labels.ts';
import type { NumberSpelling } from '../../core/dataset/numberSpelling.ts';
import type { Prepared } from '../../core/dataset/prepared.ts';
import { hasRepair } from '../../core/dataset/repair.ts';
import { divisorOf, repairedProfiles } from '../../core/dataset/repairedColumns.ts';
import { columnOfReading, type ScoreReading } from '../../core/dataset/scoreReading.ts';
import type { DatasetSummary, FileSummary } from '../io.ts';

/** The files as pandas has to read them to see what the program saw. */
export interface PandasReading {
  readonly files: readonly Pick<
    FileSummary,
    'name' | 'format' | 'orient' | 'delimiter' | 'firstLine' | 'hasHeader' | 'encoding'
  >[];
  /** The columns of the first file, in its order; of joined files those of the table. */
  readonly columns: readonly string[];
  readonly join: Join | null;
  /** Columns whose cells hold several values, of which the program made columns that pandas does not have. */
  readonly lists: readonly string[];
  readonly label: string;
  readonly score: string;
  readonly split: string | null;
  readonly weight: string | null;
  /** The column that names models, and the one in view, as text: pandas may read its names as numbers. */
  readonly model: { readonly column: string; readonly name: string } | null;
  readonly bins: BinColumns | null;
  readonly scoreSpelling: NumberSpelling;
  readonly divisor: number;
  readonly isClipped: boolean;
  readonly scoreReading: ScoreReading;
  /** The class that the score column speaks of, in its spellings among the predicted labels. */
  readonly scoredCells: readonly string[];
  /** The spellings of the label that belong to a class; null where every cell that is not missing does. */
  readonly labelCells: readonly string[] | null;
  /** Why rows were left out. */
  readonly skipped: readonly string[];
  /** Lines that have too many fields at the very beginning of a file, before any other row of it. */
  readonly longLines: readonly (readonly number[])[];
  /** The column whose cell no row with enough fields lacks, and every row with too few of them does; null where there is none. */
  readonly fullColumn: string | null;
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
  { files, columns, bins = null, join = null }: Pick<DatasetSummary, 'files' | 'columns' | 'bins' | 'join'>,
  { interpretation, accounting, findings }: Pick<Prepared, 'interpretation' | 'accounting' | 'findings'>,
): PandasReading {
  const { label, score, split, weight, modelColumn, modelName, repairs, scoreReading } = interpretation;
  // Behind the columns of several files stands one that says from which file a row comes.
  const ownColumns = files.length > 1 && join === null ? columns.slice(0, -1) : columns;
  const own = ownColumns.map(({ name }) => name);
  const last = ownColumns.at(-1);
  const skipped = accounting.skipped.map(({ reason }) => reason);
  const tooLong = accounting.skipped.find(({ reason }) => reason === 'tooManyFields')?.places ?? [];
  return {
    files,
    columns: own,
    join,
    lists: findings.flatMap(({ code, values }) => (code === 'listColumn' ? [String(values.column)] : [])),
    longLines: files.map((file) => firstLongLines(file, tooLong)),
    fullColumn: last === undefined || last.missing > 0 || join !== null ? null : last.name,
    label,
    score,
    split: split !== null && own.includes(split) ? split : null,
    weight,
    model: modelColumn === null || modelName === null ? null : { column: modelColumn, name: modelName },
    bins,
    scoreSpelling: repairedProfiles(columns, interpretation).find(({ name }) => name === score)?.spelling ?? 'plain',
    divisor: divisorOf(repairs, score),
    isClipped: hasRepair(repairs, 'clipToUnit', score),
    scoreReading,
    scoredCells: scoredCells(columns, interpretation),
    labelCells: skipped.includes('otherLabel') ? labelCells(columns, interpretation) : null,
    skipped,
  };
}

/** The lines with too many fields with which the rows of a file begin. */
function firstLongLines(
  { name, firstLine, hasHeader }: Pick<FileSummary, 'name' | 'firstLine' | 'hasHeader'>,
  tooLong: readonly SkippedPlace[],
): number[] {
  const first = firstLine + (hasHeader ? 1 : 0);
  const lines = tooLong.filter(({ file }) => file === name).map(({ line }) => line);
  return lines.filter((line, at) => line === first + at);
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

/** The spellings of the class that the scores speak of, in the column that names the predicted class. */
function scoredCells(columns: DatasetSummary['columns'], interpretation: Prepared['interpretation']): string[] {
  const { scoreReading, scoredLabel } = interpretation;
  if (scoreReading.kind !== 'predictedLabel') return [];
  const texts = columns.find(({ name }) => name === scoreReading.column)?.topValues.map(({ value }) => value) ?? [];
  return texts.filter((text) => isSameLabel(text, scoredLabel) || spellingKey(text) === spellingKey(scoredLabel));
}

/** The expression that reads the files into one data frame. */
export function readExpression(reading: PandasReading): string {
  if (reading.join !== null) return joinExpression(reading, reading.join);
  const calls = reading.files.map((file, at) => readCall(file, reading.longLines[at] ?? [], reading));
  if (calls.length === 1) return calls[0];
  return `pd.concat([\n${calls.map((call) => `    ${call},\n`).join('')}], ignore_index=True)`;
}

/** Lines that end with a plain word where columns are needed that the program made out of the cells of others; none elsewhere. */
export function listLines({ lists }: PandasReading, names: readonly string[]): string {
  const needed = [...new Set(names)].flatMap((name) => {
    const from = lists.find((column) => name.startsWith(`${column}.`) || name.startsWith(`${column}[`));
    return from === undefined ? [] : [`make df[${quoted(name)}] out of the cells of df[${quoted(from)}]`];
  });
  const what = `${needed.join('; ')}, then take this line out`;
  return needed.length === 0 ? '' : `raise NotImplementedError(${quoted(what)})\n`;
}

/** Each file with its columns as they are called in the table, joined by the id as text. */
function joinExpression(reading: PandasReading, join: Join): string {
  const calls = reading.files.map((file, at) => {
    const columns = join.files[at];
    const from = (name: string) => columns.find(({ to }) => to === name)?.from ?? '';
    const own: PandasReading = {
      ...reading,
      columns: columns.map((column) => column.from),
      label: from(reading.label),
      score: from(reading.score),
    };
    const id = from(join.column);
    const text = file.format === 'text' ? '' : `.astype({${quoted(id)}: str})`;
    const given = at === 0 && reading.skipped.includes('notJoined') ? `.dropna(subset=[${quoted(id)}])` : '';
    return `${readCall(file, reading.longLines[at] ?? [], own, id)}${text}${given}${joinedColumns(columns)}`;
  });
  const [first, ...others] = calls;
  return [first, ...others.map((call) => `.merge(\n    ${call},\n    on=${quoted(join.column)},\n)`)].join('');
}

/** The columns of a file that are in the table, by their names there. */
function joinedColumns(columns: readonly JoinedColumn[]): string {
  const kept = columns.flatMap(({ from, to }) => (to === null ? [] : [{ from, to }]));
  const renamed = kept.filter(({ from, to }) => from !== to).map(({ from, to }) => `${quoted(from)}: ${quoted(to)}`);
  const chosen = kept.length < columns.length ? `[${list(kept.map(({ from }) => from))}]` : '';
  return `${chosen}${renamed.length > 0 ? `.rename(columns={${renamed.join(', ')}})` : ''}`;
}

/** Ways to write a table as JSON that pandas knows by the same name. */
const ORIENTS = ['records', 'columns', 'index', 'split', 'table'];

/** `id`: the name of the column to keep as text for a join; '' where there is none. */
function readCall(
  file: PandasReading['files'][number],
  longLines: readonly number[],
  reading: PandasReading,
  id = '',
): string {
  if (file.format === 'parquet') return `pd.read_parquet(${quoted(file.name)})`;
  if (file.format === 'json') return readJsonCall(file, id);
  return readTextCall(file, longLines, reading, id);
}

function readJsonCall({ name, orient, encoding }: PandasReading['files'][number], id: string): string {
  if (orient !== 'lines' && !ORIENTS.includes(orient)) {
    return `pd.DataFrame(pd.read_json(${quoted(name)}, typ="series", precise_float=True)[${quoted(orient)}])`;
  }
  const way = orient === 'lines' ? 'lines=True' : orient === 'columns' ? '' : `orient=${quoted(orient)}`;
  // Otherwise pandas makes dates of what looks like some, and reads scores one unit in the last place off.
  const types = id === '' ? '' : `dtype={${quoted(id)}: str}`;
  const options = [quoted(name), way, types, 'convert_dates=False', 'precise_float=True', encodingOption(encoding)];
  return `pd.read_json(${options.filter((option) => option !== '').join(', ')})`;
}

function readTextCall(
  file: PandasReading['files'][number],
  longLines: readonly number[],
  reading: PandasReading,
  id: string,
): string {
  const isNamedHere = !file.hasHeader || hasMadeUpName(reading);
  const texts = [
    id,
    reading.labelCells === null ? '' : reading.label,
    isText(reading) ? reading.score : '',
    reading.scoreReading.kind === 'predictedLabel' ? reading.scoreReading.column : '',
  ];
  const types = texts.filter((name) => name !== '').map((name) => `${quoted(name)}: str`);
  const options = [
    quoted(file.name),
    file.delimiter === ',' ? '' : `sep=${file.delimiter === ' ' ? 'r"\\s+"' : quoted(file.delimiter)}`,
    skipOption(file.firstLine - 1, longLines),
    // Names of this program's making (a second "score", one without a name) are called otherwise by pandas.
    isNamedHere ? `header=${file.hasHeader ? '0' : 'None'}, names=${list(reading.columns)}` : '',
    // Rows with one field more than the header has would make the first column an index.
    'index_col=False',
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

/** `above`: lines above the table. pandas takes as many fields as the first row has, so a row that is too long may not come first. */
function skipOption(above: number, longLines: readonly number[]): string {
  const places = longLines.map((line) => line - 1);
  if (places.length === 0) return above > 0 ? `skiprows=${above}` : '';
  return `skiprows=[${above > 0 ? `*range(${above}), ` : ''}${places.join(', ')}]`;
}

/** The codec of Python; its "utf-16" takes text without a byte-order mark for one in the machine's own order. */
function encodingOption(encoding: string): string {
  const codec = encoding.replace(/^utf-16(?=[bl]e$)/, 'utf-16-');
  return codec === 'utf-8' ? '' : `encoding=${quoted(codec)}`;
}

/** The lines that make rows of counts: each row of the file once with its positive cases and once with the others; none elsewhere. */
export function binLines({ bins, score }: PandasReading): string {
  if (bins === null) return '';
  const column = (name: string | null) => `df[${quoted(name ?? '')}]`;
  const positives = column(bins.positives);
  const negatives = bins.negatives === null ? `${column(bins.total)} - ${positives}` : column(bins.negatives);
  const middle = `df[${quoted(score)}] = (${column(bins.lower)} + ${column(bins.upper)}) / 2\n`;
  const rows = (outcome: number, count: string) =>
    `    df.assign(**{${quoted(BIN_LABEL)}: ${outcome}, ${quoted(BIN_COUNT)}: ${count}}),\n`;
  return `${bins.lower === null ? '' : middle}df = pd.concat([
${rows(1, positives)}${rows(0, negatives)}], ignore_index=True)
`;
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

/** What keeps the rows that the program kept, as a condition on the data frame; null where pandas reads just those. */
export function keptExpression(reading: PandasReading): string | null {
  const { skipped, fullColumn, model } = reading;
  const isModel =
    model === null ? '' : `(df[${quoted(model.column)}].astype(str).str.strip() == ${quoted(model.name)})`;
  const isWhole = skipped.includes('tooFewFields') && fullColumn !== null ? `df[${quoted(fullColumn)}].notna()` : '';
  const conditions = leavesCellsOut(reading) || keepsShortRows(reading) ? cellConditions(reading) : [];
  const all = [isModel, ...conditions, isWhole].filter((condition) => condition !== '');
  return all.length === 0 ? null : all.join(' & ');
}

/** Whether pandas keeps some rows with too few fields, which it cannot tell from those whose last cell is empty. */
export const keepsShortRows = ({ skipped, fullColumn }: PandasReading): boolean =>
  skipped.includes('tooFewFields') && fullColumn === null;

function cellConditions(reading: PandasReading): string[] {
  const { skipped, label, split, weight, labelCells: cells } = reading;
  const isSkipped = (...reasons: readonly string[]) => reasons.some((reason) => skipped.includes(reason));
  return [
    cells === null ? `df[${quoted(label)}].notna()` : `df[${quoted(label)}].str.strip().isin(${list(cells)})`,
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
  const divided = reading.divisor === 1 ? numbers : `${numbers} / ${reading.divisor}`;
  return reading.isClipped ? `(${divided}).clip(0, 1)` : divided;
}

/** What the program makes of that column and, where it needs one, of the column besides. */
export function readScoreExpression(reading: PandasReading): string {
  const column = columnExpression(reading);
  const besides = columnOfReading(reading.scoreReading);
  const other = besides === null ? '' : `df[${quoted(besides)}]`;
  switch (reading.scoreReading.kind) {
    case 'asIs':
      return column;
    case 'sigmoid':
      return `1 / (1 + np.exp(-(${column})))`;
    case 'softmax':
      return `1 / (1 + np.exp(-(${column} - ${other})))`;
    case 'predictedLabel':
      return `(${column}).where(${other}.str.strip().isin(${list(reading.scoredCells)}), 1 - (${column}))`;
  }
}
