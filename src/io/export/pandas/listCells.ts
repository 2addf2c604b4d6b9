import { type ListOrigin, originOf } from '../../read/lists/listOrigin.ts';
import { listShapes, placeIn } from '../../read/lists/listParts.ts';
import { type ListNode, parseList } from '../../read/lists/parseList.ts';
import { cellsExpression, flatItems, type OpenedCells, openerOf } from './openCells.ts';
import type { PandasReading } from './pandasReading.ts';
import { placesIn } from './placesInCells.ts';
import { columnNamed, quoted } from './pythonLiteral.ts';
import { exactNumbers } from './scoreColumn.ts';

/**
 * The lines that make the columns which the program made out of cells that hold several values, as far as they are needed. For
 * columns whose cells no short code opens a plain sentence ends them. O(cells kept of each).
 */
export function listLines(reading: PandasReading, names: readonly string[]): string {
  const { lists, files, join } = reading;
  const needed = [...new Set(names)];
  const isText = files.every(({ format }) => format === 'text');
  const parts = lists.map((origin) => {
    const own = needed.filter((name) => originOf(name, lists) === origin);
    if (own.length === 0) return '';
    return (join === null ? columnLines(origin, own, isText, reading) : null) ?? unopened(origin, own);
  });
  return parts.join('');
}

function unopened({ column }: ListOrigin, names: readonly string[]): string {
  const needed = names.map((name) => `df[${quoted(name)}]`).join(', ');
  const what = `make ${needed} out of the cells of df[${quoted(column)}], then take this line out`;
  return `raise NotImplementedError(${quoted(what)})\n`;
}

/** The lines that leave the numbers of Weka's classes away, as far as they are needed; none elsewhere. */
export function classNameLines({ numberedClasses }: PandasReading, names: readonly string[]): string {
  const needed = numberedClasses.filter((name) => names.includes(name)).map(columnNamed);
  return needed.map((column) => `${column} = ${column}.str.replace(r"^\\d+:", "", regex=True)\n`).join('');
}

/** Null where there is no short code for it. */
function columnLines(
  origin: ListOrigin,
  names: readonly string[],
  isText: boolean,
  { numbersInLists }: PandasReading,
): string | null {
  const { column, cells, isUneven } = origin;
  const nodes = cells.map(parseList).filter((node) => node !== null);
  const opened = openerOf(cells, nodes);
  if (opened === null) return null;
  const inside = opened.kind === 'flat' ? cells.map(flatItems) : nodes;
  const lines = names.map((name) => {
    const value = valueAt(name.slice(column.length), inside, opened, isUneven);
    if (value === null) return null;
    const made = `${columnNamed(name)} = ${value}\n`;
    return numbersInLists.includes(name) ? `${made}${columnNamed(name)} = ${exactNumbers(columnNamed(name))}\n` : made;
  });
  if (!lines.every((line) => line !== null)) return null;
  return `${cellsExpression(origin, opened, isText)}${lines.join('')}`;
}

/** The expression of the values at a place of the cells. */
function valueAt(path: string, nodes: readonly ListNode[], opened: OpenedCells, isUneven: boolean): string | null {
  const shapes = listShapes(nodes);
  const places = placesIn(opened);
  for (const node of nodes) {
    const found = placeIn(node, shapes, path, places);
    if (found === null) continue;
    const { place, list } = found;
    return list === null || !isUneven ? place : `${place}.where(${list.place}.str.len() == ${list.length})`;
  }
  return null;
}
