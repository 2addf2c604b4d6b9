import { lineAt } from '../../core/dataset/lineRuns.ts';
import { listed } from '../../core/dataset/said.ts';
import {
  isOneSetOfRows,
  type Join,
  type JoinPart,
  joinedDataset,
  type Match,
  matchRows,
  type Repeated,
  sharedIds,
} from '../../core/roles/join.ts';
import { mergedSkips, type SkippedRows } from '../../core/rows/accounting.ts';
import { ReadProblem } from '../readProblem.ts';
import { type BuiltTable, splitNames } from './table.ts';

type JoinedTable = BuiltTable & { readonly join: Join };

/**
 * Files with different columns as one table, joined by the id that all of them have: of several the one that joins most rows. Null
 * where they have none in common. Throws a `ReadProblem` where an id comes twice in a file, or none in all. O(cells).
 */
export function joinedFiles(tables: readonly BuiltTable[]): JoinedTable | null {
  const parts = partsOf(tables.map(({ dataset }) => ({ file: dataset.files[0], dataset })));
  let best: Match | null = null;
  let repeated: Repeated | null = null;
  for (const ids of sharedIds(parts)) {
    const match = matchRows(parts, ids);
    if ('repeated' in match) repeated ??= match;
    else if (best === null || match.rows[0].length > best.rows[0].length) best = match;
  }
  if (best === null && repeated !== null) throw new ReadProblem('repeatedIds', repeated.repeated);
  if (best === null) return null;
  if (best.rows[0].length === 0) {
    const [{ file }, other] = parts;
    throw new ReadProblem('noSharedIds', { file: file.name, other: other.file.name, column: best.ids[0].name });
  }
  return joinedTable(parts, best, tables);
}

/** A table of several files with the same columns, joined where they plainly are about the same rows; null elsewhere. O(cells). */
export function joinedModels(table: BuiltTable): JoinedTable | null {
  const { files } = table.dataset;
  const sizes = files.map(({ rowCount }) => rowCount);
  if (files.length < 2 || Math.max(...sizes) > 2 * Math.min(...sizes)) return null;
  const parts = partsOf(files.map((file) => ({ file, dataset: table.dataset })));
  for (const ids of sharedIds(parts)) {
    const match = matchRows(parts, ids);
    if (!('repeated' in match) && isOneSetOfRows(parts, match)) return joinedTable(parts, match, [table]);
  }
  return null;
}

function partsOf(files: readonly (Pick<JoinPart, 'file'> & Pick<BuiltTable, 'dataset'>)[]): JoinPart[] {
  const stems = splitNames(files.map(({ file }) => file.name));
  return files.map(({ file, dataset }, at): JoinPart => {
    // Behind the columns of files that were read together stands one with their names.
    const columns = dataset.files.length > 1 ? dataset.columns.slice(0, -1) : dataset.columns;
    return { file, stem: stems[at], columns, lines: dataset.lines };
  });
}

function joinedTable(parts: readonly JoinPart[], match: Match, tables: readonly BuiltTable[]): JoinedTable {
  const { dataset, join } = joinedDataset(parts, match);
  const count = match.alone.reduce((sum, rows) => sum + rows.length, 0);
  const places = parts.flatMap(({ file, lines }, at) =>
    Array.from(match.alone[at].subarray(0, 5), (row) => ({ file: file.name, line: lineAt(lines, row) })),
  );
  const alone: SkippedRows[] = count === 0 ? [] : [{ reason: 'notJoined', count, places: places.slice(0, 5) }];
  const files = listed(parts.map(({ file }) => `“${file.name}”`));
  const notes = {
    skipped: mergedSkips([...tables.map((table) => table.notes.skipped), alone]),
    blankLines: tables.reduce((sum, table) => sum + table.notes.blankLines, 0),
    findings: [
      ...tables.flatMap((table) => table.notes.findings),
      {
        code: 'joinedFiles',
        severity: 'note',
        values: { files, column: join.column, count: dataset.rowCount },
      } as const,
    ],
  };
  return { dataset, notes, join, lists: tables.flatMap(({ lists }) => lists) };
}
