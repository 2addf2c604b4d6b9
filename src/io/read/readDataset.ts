import type { ReadingNotes } from '../../core/dataset/accounting.ts';
import type { Dataset } from '../../core/dataset/dataset.ts';
import type { FileSummary, ReadProgress, SourceFile } from '../io.ts';
import { ReadProblem } from '../readProblem.ts';
import { readFile } from './readFile.ts';
import { NotInEncoding } from './source.ts';
import { Table } from './table.ts';

export interface ReadResult {
  readonly dataset: Dataset;
  readonly notes: ReadingNotes;
  readonly files: readonly FileSummary[];
}

/** Reads the files as one dataset. Rejects with the signal's reason or a `ReadProblem`. Gives way to other tasks between pieces. */
export async function readDataset(
  signal: AbortSignal,
  files: readonly SourceFile[],
  onProgress: (progress: ReadProgress) => void,
): Promise<ReadResult> {
  const notUtf8 = new Set<SourceFile>();
  // Rows already taken in cannot be taken back, so a file in another encoding begins everything anew, once.
  for (;;) {
    const outcome = await attempt(signal, files, notUtf8, onProgress);
    if ('dataset' in outcome) return outcome;
    notUtf8.add(outcome);
  }
}

/** The result, or the file that turned out not to be UTF-8. */
async function attempt(
  signal: AbortSignal,
  files: readonly SourceFile[],
  notUtf8: ReadonlySet<SourceFile>,
  onProgress: (progress: ReadProgress) => void,
): Promise<ReadResult | SourceFile> {
  const table = new Table();
  const summaries: FileSummary[] = [];
  const bytesTotal = files.reduce((sum, { blob }) => sum + blob.size, 0);
  let bytesBefore = 0;
  for (const file of files) {
    const report = (bytesRead: number) =>
      onProgress({ bytesRead: bytesBefore + bytesRead, bytesTotal, rows: table.rowCount });
    try {
      summaries.push(await readFile(signal, file, table, report, notUtf8.has(file)));
    } catch (error) {
      if (error instanceof NotInEncoding && !notUtf8.has(file)) return file;
      if (error instanceof NotInEncoding)
        throw new ReadProblem('unreadable', { file: file.name, detail: error.message });
      if (error instanceof RangeError) throw new ReadProblem('tooLarge', { file: file.name });
      throw error;
    }
    bytesBefore += file.blob.size;
  }
  return { ...table.build(), files: summaries };
}
