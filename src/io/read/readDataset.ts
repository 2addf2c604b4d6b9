import type { ReadingNotes } from '../../core/dataset/accounting.ts';
import type { Dataset } from '../../core/dataset/dataset.ts';
import type { FileSummary, ReadProgress, SourceFile } from '../io.ts';
import { ReadProblem } from '../readProblem.ts';
import { Forecaster, limitsOf, type ReadLimits } from './forecast.ts';
import { readFile } from './readFile.ts';
import { NotInEncoding } from './source.ts';
import { listed, Table } from './table.ts';
import { type PackedPart, unpackFiles } from './zip/unpackFiles.ts';

/** Files that can be opened together. */
const FILE_LIMIT = 100;

export interface ReadResult {
  readonly dataset: Dataset;
  readonly notes: ReadingNotes;
  readonly files: readonly FileSummary[];
  /** The file that each of `files` was found in: itself, or a zip. */
  readonly sources: readonly SourceFile[];
}

/** Reads the files as one dataset. Rejects with the signal's reason or a `ReadProblem`. Gives way to other tasks between pieces. */
export async function readDataset(
  signal: AbortSignal,
  files: readonly SourceFile[],
  onProgress: (progress: ReadProgress) => void,
  limits: ReadLimits = limitsOf(undefined),
): Promise<ReadResult> {
  if (files.length > FILE_LIMIT) throw new ReadProblem('tooManyFiles', { count: files.length, limit: FILE_LIMIT });
  const parts = await unpackFiles(signal, files);
  if (parts.length > FILE_LIMIT) throw new ReadProblem('tooManyFiles', { count: parts.length, limit: FILE_LIMIT });
  const failures = new Map<SourceFile, NotInEncoding>();
  // Rows already taken in cannot be taken back, so a file in another encoding begins everything anew, twice at most.
  for (;;) {
    const outcome = await attempt(signal, parts, failures, onProgress, limits);
    if ('dataset' in outcome) return outcome;
    failures.set(outcome.file, outcome.failure);
  }
}

/** The result, or the file that turned out to be in another encoding. */
async function attempt(
  signal: AbortSignal,
  parts: readonly PackedPart[],
  failures: ReadonlyMap<SourceFile, NotInEncoding>,
  onProgress: (progress: ReadProgress) => void,
  limits: ReadLimits,
): Promise<ReadResult | { readonly file: SourceFile; readonly failure: NotInEncoding }> {
  const table = new Table();
  const files = parts.map(({ file }) => file);
  let reading = files[0];
  const summaries: FileSummary[] = [];
  const bytesTotal = files.reduce((sum, { blob }) => sum + blob.size, 0);
  let bytesBefore = 0;
  const forecaster = new Forecaster(files.map(({ name }) => name).join(' + '), bytesTotal, limits);
  try {
    for (const { file, source, kind, aside } of parts) {
      reading = file;
      const report = (bytesOfFile: number) => {
        const bytesRead = bytesBefore + bytesOfFile;
        const forecast = forecaster.update(bytesRead, table);
        onProgress({ bytesRead, bytesTotal, rows: table.rowCount, forecast });
      };
      if (aside.length > 0) {
        table.note({ code: 'besideInZip', severity: 'note', values: { file: source.name, names: listed(aside) } });
      }
      if (kind === 'parquet') {
        const { readParquet } = await import('./parquet/readParquet.ts');
        summaries.push(await readParquet(signal, file, table, report, forecaster));
      } else summaries.push(await readFile(signal, file, table, report, failures.get(file) ?? null));
      bytesBefore += file.blob.size;
    }
    return { ...table.build(), files: summaries, sources: parts.map(({ source }) => source) };
  } catch (error) {
    if (error instanceof NotInEncoding) return { file: reading, failure: error };
    const isOneZip = parts.length > 1 && parts.every(({ source }) => source === parts[0].source);
    if (isOneZip && error instanceof ReadProblem && error.code === 'differentColumns') {
      throw new ReadProblem('differentTables', {
        file: parts[0].source.name,
        names: listed(files.map(({ name }) => name)),
      });
    }
    // No array, string or map grows as large as this file wants it.
    if (error instanceof RangeError) throw new ReadProblem('tooLarge', { file: reading.name });
    throw error;
  }
}
