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
  let reading = files[0];
  const summaries: FileSummary[] = [];
  const bytesTotal = files.reduce((sum, { blob }) => sum + blob.size, 0);
  let bytesBefore = 0;
  try {
    for (const file of files) {
      reading = file;
      const report = (bytesRead: number) =>
        onProgress({ bytesRead: bytesBefore + bytesRead, bytesTotal, rows: table.rowCount });
      summaries.push(await readFile(signal, file, table, report, notUtf8.has(file)));
      bytesBefore += file.blob.size;
    }
    return { ...table.build(), files: summaries };
  } catch (error) {
    const { name: file } = reading;
    if (error instanceof NotInEncoding) {
      if (!notUtf8.has(reading)) return reading;
      throw new ReadProblem('unreadable', { file, detail: error.message });
    }
    // No array, string or map grows as large as this file wants it.
    if (error instanceof RangeError) throw new ReadProblem('tooLarge', { file });
    throw error;
  }
}
