import type { Dataset } from '../../core/dataset/dataset.ts';
import type { KeptRows } from '../../core/rows/keptRows.ts';
import type { RowDecision } from '../../core/scores/rowDecision.ts';
import type { CasesToWrite } from '../cases.ts';
import { tableRow } from '../tableRow.ts';
import { uniqueNames } from '../uniqueNames.ts';
import { csvLine } from './csvText.ts';
import { ADDED } from './rowsCsv.ts';
import { CSV, JSON_LINES } from './savedFile.ts';

/** Rows written at a stretch, before others get their turn. */
const STRETCH = 20_000;

/**
 * Listed rows, in their order, for whoever looks at their labels: file and line, all cells, score, threshold, rule, decision and outcome,
 * whether the label was marked as wrong, and the note. CSV, or JSON with an object a line; cells are text in both.
 */
export async function casesText(
  signal: AbortSignal,
  dataset: Dataset,
  kept: KeptRows,
  listed: Uint32Array,
  decision: RowDecision,
  { format, limit, marks }: Pick<CasesToWrite, 'format' | 'limit' | 'marks'>,
): Promise<Blob> {
  const places = limit === null ? listed : listed.subarray(0, limit);
  const noteOf = new Map(marks.map(({ row, note }) => [row, note]));
  const names = uniqueNames([
    ...dataset.columns.map(({ name }) => name),
    ...['cutpoint_file', 'cutpoint_line'],
    ...ADDED,
    ...['cutpoint_label_wrong', 'cutpoint_note'],
  ]);
  const cellsOf = (place: number): readonly (string | number)[] => {
    const shown = tableRow(dataset, kept, place, decision, dataset.columns);
    const { row, file, line, cells, score, threshold, isFlagged, outcome } = shown;
    const note = noteOf.get(row);
    return [
      ...cells,
      file,
      line,
      ...[score, threshold, decision.rule, isFlagged ? 1 : 0, outcome.toUpperCase()],
      note === undefined ? 0 : 1,
      note ?? '',
    ];
  };
  const textOf =
    format === 'csv'
      ? (place: number) => csvLine(cellsOf(place))
      : (place: number) => `${JSON.stringify(recordOf(names, cellsOf(place)))}\n`;
  const parts = format === 'csv' ? [csvLine(names)] : [];
  for (let from = 0; from < places.length; from += STRETCH) {
    parts.push(Array.from(places.subarray(from, from + STRETCH), textOf).join(''));
    await new Promise((resume) => setTimeout(resume));
    signal.throwIfAborted();
  }
  return new Blob(parts, { type: format === 'csv' ? CSV : JSON_LINES });
}

/** JSON has no infinite numbers: they are written as text. */
function recordOf(names: readonly string[], cells: readonly (string | number)[]) {
  return Object.fromEntries(
    names.map((name, at) => {
      const cell = cells[at];
      return [name, typeof cell === 'number' && !Number.isFinite(cell) ? String(cell) : cell];
    }),
  );
}
