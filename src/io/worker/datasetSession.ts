import { type Dataset, textAt } from '../../core/dataset/dataset.ts';
import type { Interpretation } from '../../core/dataset/interpretation.ts';
import { keepRows } from '../../core/dataset/keptRows.ts';
import { prepare } from '../../core/dataset/prepare.ts';
import type { Prepared } from '../../core/dataset/prepared.ts';
import { type ColumnProfile, profileColumns } from '../../core/dataset/profile.ts';
import { repairedDataset, unignored } from '../../core/dataset/repairedColumns.ts';
import { inferInterpretation } from '../../core/dataset/roles.ts';
import { rowsCsv } from '../export/rowsCsv.ts';
import type { DatasetSummary, ReadProgress, SourceFile } from '../io.ts';
import type { ReadLimits } from '../read/forecast.ts';
import { type ReadResult, readDataset } from '../read/readDataset.ts';
import { ReadProblem } from '../readProblem.ts';
import { fingerprint } from './fingerprint.ts';
import type { Answers, Ask } from './messages.ts';
import { RowView } from './rowView.ts';

/** Answers what is asked of one dataset. The first ask is to open it; the others wait until that is done. */
export type DatasetSession = (
  signal: AbortSignal,
  ask: Ask,
  onProgress: (progress: ReadProgress) => void,
) => Promise<Answers[keyof Answers]>;

/** A dataset in memory. */
interface Held extends ReadResult {
  readonly profiles: readonly ColumnProfile[];
  readonly sources: readonly SourceFile[];
}

/** The body of the worker: holds the dataset, and knows nothing of workers. */
export function createDatasetSession(limits?: ReadLimits): DatasetSession {
  let held: Promise<Held> | null = null;
  let view: { readonly key: string; readonly rows: RowView } | null = null;

  async function open(
    signal: AbortSignal,
    sources: readonly SourceFile[],
    onProgress: (progress: ReadProgress) => void,
  ) {
    held = readDataset(signal, sources, onProgress, limits).then((result) => {
      return { ...result, sources, profiles: profileColumns(result.dataset) };
    });
    return summaryOf(await held);
  }

  /** The rows as that interpretation sees them, ordered and filtered at most once for the pages that follow each other. */
  function viewOf({ dataset, profiles }: Held, interpretation: Interpretation): RowView {
    const key = JSON.stringify(interpretation);
    if (view?.key !== key) {
      const kept = keepRows(repairedDataset(dataset, profiles, interpretation), interpretation);
      // Cells are shown and written as they stand in the file.
      const shown = { ...dataset, columns: unignored(dataset.columns, interpretation.repairs) };
      view = { key, rows: new RowView(shown, kept) };
    }
    return view.rows;
  }

  return async (signal, ask, onProgress) => {
    if (ask.kind === 'open') return open(signal, ask.files, onProgress);
    if (held === null) throw new Error('The dataset is not open.');
    const dataset = await held;
    signal.throwIfAborted();
    switch (ask.kind) {
      case 'prepare':
        // The rows as they were seen until now may take as much memory as the columns.
        if (view?.key !== JSON.stringify(ask.interpretation)) view = null;
        return preparedOf(dataset, ask.interpretation);
      case 'rows':
        return viewOf(dataset, ask.interpretation).page(ask.query);
      case 'writeRows': {
        const { dataset: shown, kept } = viewOf(dataset, ask.interpretation);
        return rowsCsv(signal, shown, kept, ask.query);
      }
      case 'fingerprints':
        return Promise.all(dataset.sources.map(({ blob }) => fingerprint(signal, blob)));
    }
  };
}

const fileNames = ({ dataset }: ReadResult) => dataset.files.map(({ name }) => name).join(' + ');

function summaryOf(held: Held): DatasetSummary {
  const { dataset, files, profiles } = held;
  const summary = { files, rowCount: dataset.rowCount, columns: profiles, firstRows: firstRowsOf(dataset) };
  const inferred = inferInterpretation(dataset, profiles);
  if ('label' in inferred) return { ...summary, inferred, question: null };
  // Where no row was let in at all, the columns are not to blame.
  const reason = held.notes.skipped[0]?.reason;
  if (dataset.rowCount === 0 && reason !== undefined) {
    throw noRowsKept(held, { read: files.reduce((sum, { rows }) => sum + rows, 0), reason });
  }
  if ('question' in inferred) return { ...summary, inferred: inferred.guess, question: inferred.question };
  const columns = profiles.slice(0, 10).map(({ name }) => name);
  throw new ReadProblem(inferred.problem, {
    file: fileNames(held),
    columns: columns.join(', ') + (profiles.length > columns.length ? ', …' : ''),
  });
}

/** Rows by which a person can tell what a column holds. */
const FIRST_ROWS = 5;

function firstRowsOf({ columns, rowCount }: Dataset): string[][] {
  const rows = Array.from({ length: Math.min(FIRST_ROWS, rowCount) }, (_, row) => row);
  return rows.map((row) => columns.map((column) => textAt(column, row)));
}

function preparedOf(held: Held, interpretation: Interpretation): Prepared {
  const prepared = prepare(held.dataset, held.profiles, interpretation, held.notes);
  if (!('problem' in prepared)) return prepared;
  if (prepared.problem === 'noRowsKept') throw noRowsKept(held, prepared);
  const { column, count, limit } = prepared;
  throw new ReadProblem('tooManySplits', { column, count, limit });
}

function noRowsKept(held: Held, { read, reason }: { readonly read: number; readonly reason: string }): ReadProblem {
  return new ReadProblem('noRowsKept', { file: fileNames(held), read, reason: `skip.${reason}` });
}
