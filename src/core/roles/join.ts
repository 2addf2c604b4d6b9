import { type Column, type Dataset, type DatasetFile, isMissingAt, numberAt, textAt } from '../dataset/dataset.ts';
import { type LineRuns, lineAt } from '../dataset/lineRuns.ts';
import { takenRows } from '../dataset/takenRows.ts';
import { columnWords } from './columnWords.ts';
import { isIdColumn } from './roleEvidence.ts';

/** Files whose rows belong together by an id that stands in each of them. */

/** One file on its way into a join: its rows lie in a dataset that may hold others as well. */
export interface JoinPart {
  readonly file: DatasetFile;
  /** What its columns are called where another file has different cells under the same name. */
  readonly stem: string;
  readonly columns: readonly Column[];
  readonly lines: LineRuns;
}

/** How files were joined. */
export interface Join {
  /** The name of the id. */
  readonly column: string;
  /** For each file, what its columns are called there and in the table; null for those that only repeat another file's. */
  readonly files: readonly (readonly JoinedColumn[])[];
}

export interface JoinedColumn {
  readonly from: string;
  readonly to: string | null;
}

/** Which rows of the files belong together. */
export interface Match {
  readonly ids: readonly Column[];
  /** For each file its rows in its dataset, those at the same place belonging together, in the order of the first file. */
  readonly rows: readonly Uint32Array[];
  /** For each file the rows whose id is missing, or in not all of the others. */
  readonly alone: readonly Uint32Array[];
}

/** An id that stands more than once in a file. */
export interface Repeated {
  readonly repeated: { readonly file: string; readonly column: string; readonly id: string };
}

/** The columns that are named like an id in every file, in the order of the first one's; each as one column a file. O(columns). */
export function sharedIds(parts: readonly Pick<JoinPart, 'columns'>[]): (readonly Column[])[] {
  const [first, ...others] = parts;
  return first.columns.filter(isIdColumn).flatMap((column) => {
    const words = columnWords(column.name);
    const found = others.map(({ columns }) => columns.find(({ name }) => columnWords(name) === words));
    return found.every((each) => each !== undefined) ? [[column, ...found]] : [];
  });
}

/** The rows of all files that have the same id, compared as text. `ids`: the id column of each file. O(rows). */
export function matchRows(parts: readonly JoinPart[], ids: readonly Column[]): Match | Repeated {
  /** For each id of the first file, its place among them. */
  const placeOf = new Map<string, number>();
  const found: Uint32Array[] = [];
  const NONE = 2 ** 32 - 1;
  for (const [at, { file }] of parts.entries()) {
    const column = ids[at];
    const rows = at === 0 ? new Uint32Array(file.rowCount) : new Uint32Array(placeOf.size).fill(NONE);
    const others = new Set<string>();
    for (let row = file.firstRow; row < file.firstRow + file.rowCount; row++) {
      if (isMissingAt(column, row)) continue;
      const id = textAt(column, row);
      const place = placeOf.get(id);
      const isRepeated = at === 0 ? place !== undefined : place === undefined ? others.has(id) : rows[place] !== NONE;
      if (isRepeated) return { repeated: { file: file.name, column: column.name, id } };
      if (at === 0) {
        rows[placeOf.size] = row;
        placeOf.set(id, placeOf.size);
      } else if (place === undefined) others.add(id);
      else rows[place] = row;
    }
    found.push(rows);
  }
  const kept: number[] = [];
  for (let place = 0; place < placeOf.size; place++) {
    if (found.every((rows) => rows[place] !== NONE)) kept.push(place);
  }
  const rows = found.map((each) => Uint32Array.from(kept, (place) => each[place]));
  return { ids, rows, alone: parts.map(({ file }, at) => others(file, rows[at])) };
}

/** The rows of a file that are not among some of them. */
function others({ firstRow, rowCount }: DatasetFile, rows: Uint32Array): Uint32Array {
  const isTaken = new Uint8Array(rowCount);
  for (const row of rows) isTaken[row - firstRow] = 1;
  const left: number[] = [];
  for (let at = 0; at < rowCount; at++) if (isTaken[at] === 0) left.push(firstRow + at);
  return Uint32Array.from(left);
}

/** Every cell of two columns at the rows that belong together is the same, as text or as a number. O(rows). */
function isSame(column: Column, rows: Uint32Array, other: Column, otherRows: Uint32Array): boolean {
  for (let at = 0; at < rows.length; at++) {
    if (textAt(column, rows[at]) === textAt(other, otherRows[at])) continue;
    const isEqual = numberAt(column, rows[at]) === numberAt(other, otherRows[at]);
    if (!isEqual) return false;
  }
  return true;
}

/**
 * The joined table: a row for each id that all files have, the id once, and the columns of all files. A column that says the same
 * in every file that has it stands there once; where it differs, each is followed by its file's stem. O(cells).
 */
export function joinedDataset(parts: readonly JoinPart[], { ids, rows }: Match): { dataset: Dataset; join: Join } {
  const columns: Column[] = [];
  const files: JoinedColumn[][] = parts.map(() => []);
  const take = (at: number, column: Column, wanted: string) => {
    let name = wanted;
    while (columns.some((each) => each.name === name)) name += ' (2)';
    columns.push({ ...takenRows(column, rows[at]), name });
    files[at].push({ from: column.name, to: name });
  };
  for (const [at, { columns: own }] of parts.entries()) {
    for (const column of own) {
      if (column === ids[at]) {
        if (at === 0) take(at, column, column.name);
        else files[at].push({ from: column.name, to: ids[0].name });
        continue;
      }
      const owners = parts.flatMap((part, place) => {
        const other = part.columns.find(({ name }) => name === column.name);
        return other === undefined || other === ids[place] ? [] : [{ other, place }];
      });
      const isAlike = owners.every(({ other, place }) => isSame(column, rows[at], other, rows[place]));
      if (owners.length === 1 || (isAlike && owners[0].place === at)) take(at, column, column.name);
      else if (isAlike) files[at].push({ from: column.name, to: null });
      else take(at, column, `${column.name} (${parts[at].stem})`);
    }
  }
  const [first] = parts;
  const rowCount = rows[0].length;
  const dataset: Dataset = {
    isJoined: true,
    rowCount,
    columns,
    // Every row stands in each of the files; its line is that of the first one.
    files: parts.map(({ file }) => ({ name: file.name, firstRow: 0, rowCount })),
    lines: {
      rows: Uint32Array.from({ length: rowCount }, (_, row) => row),
      lines: Uint32Array.from(rows[0], (row) => lineAt(first.lines, row)),
    },
  };
  return { dataset, join: { column: ids[0].name, files } };
}

/** Two files of the same columns count as one set of rows from this share of each one's ids on. */
const SAME_ROWS = 0.5;
/** Values of a column that can be classes. */
const CLASSES = 100;

/**
 * Whether files with the same columns are several models on the same rows (a label that agrees in all of them beside numbers that
 * differ), or the truth and a prediction of it (two values under a name, and many numbers under the same one). O(cells).
 */
export function isOneSetOfRows(parts: readonly JoinPart[], match: Match): boolean {
  const { ids, rows } = match;
  if (rows[0].length === 0 || parts.some(({ file }) => rows[0].length < SAME_ROWS * file.rowCount)) return false;
  let hasLabel = false;
  let hasScores = false;
  for (const [at, column] of parts[0].columns.entries()) {
    if (column === ids[0]) continue;
    const columns = parts.map((part) => part.columns.find(({ name }) => name === column.name) ?? part.columns[at]);
    const isAlike = columns.every((other, place) => isSame(column, rows[0], other, rows[place]));
    const kinds = columns.map((each, place) => kindOf(each, rows[place]));
    if (isAlike) hasLabel ||= kinds[0] === 'two' || kinds[0] === 'classes';
    else hasScores ||= kinds.every((kind) => kind === 'numbers');
    if (parts.length === 2 && kinds.includes('two') && kinds.includes('numbers')) return true;
  }
  return hasLabel && hasScores;
}

/** What the cells of some rows could be: one of two values, of a few, fractions, or none of it. */
function kindOf(column: Column, rows: Uint32Array): 'two' | 'classes' | 'numbers' | 'other' {
  const cells = new Set<string>();
  let isFraction = false;
  for (const row of rows) {
    if (isMissingAt(column, row)) continue;
    const value = numberAt(column, row);
    isFraction ||= !Number.isNaN(value) && !Number.isInteger(value);
    if (cells.size <= CLASSES) cells.add(textAt(column, row));
  }
  if (cells.size === 2 && !isFraction) return 'two';
  if (isFraction && cells.size > 2) return 'numbers';
  return cells.size > 1 && cells.size <= CLASSES ? 'classes' : 'other';
}
