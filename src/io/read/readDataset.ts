import { listed } from '../../core/dataset/said.ts';
import type { Join } from '../../core/roles/join.ts';
import type { FileSummary, ReadProgress, SourceFile } from '../io.ts';
import { ReadProblem } from '../readProblem.ts';
import { Forecaster, limitsOf, type ReadLimits, type Taken } from './forecast.ts';
import { joinedFiles, joinedModels } from './joinedFiles.ts';
import { readFile } from './readFile.ts';
import { NotInEncoding } from './source.ts';
import { type BuiltTable, DifferentColumns, Table } from './table.ts';
import { type PackedPart, unpackFiles } from './zip/unpackFiles.ts';

/** Files that can be opened together. */
const FILE_LIMIT = 100;

export interface ReadResult extends BuiltTable {
  /** How the files were joined; left out where their rows lie one behind another. */
  readonly join?: Join;
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
  const sources = parts.map(({ source }) => source);
  let reading = parts[0].file;
  /** Reads every file into the table made for it. */
  const readInto = async (tableFor: (part: PackedPart) => Table, taken: Taken): Promise<FileSummary[]> => {
    const summaries: FileSummary[] = [];
    const bytesTotal = parts.reduce((sum, { file }) => sum + file.blob.size, 0);
    let bytesBefore = 0;
    const forecaster = new Forecaster(parts.map(({ file }) => file.name).join(' + '), bytesTotal, limits);
    for (const part of parts) {
      const { file, source, kind, aside } = part;
      const table = tableFor(part);
      reading = file;
      const report = (bytesOfFile: number) => {
        const bytesRead = bytesBefore + bytesOfFile;
        const forecast = forecaster.update(bytesRead, taken);
        onProgress({ bytesRead, bytesTotal, rows: taken.rowCount, forecast });
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
    return summaries;
  };
  try {
    try {
      const table = new Table();
      const files = await readInto(() => table, table);
      const built = table.build();
      return { ...(joinedModels(built) ?? built), files, sources };
    } catch (error) {
      if (!(error instanceof DifferentColumns && error.haveIds)) throw error;
      const tables = new Tables();
      const files = await readInto(() => tables.begin(), tables);
      const joined = joinedFiles(tables.build());
      if (joined === null) throw error;
      return { ...joined, files, sources };
    }
  } catch (error) {
    if (error instanceof NotInEncoding) return { file: reading, failure: error };
    const isOneZip = parts.length > 1 && sources.every((source) => source === sources[0]);
    if (isOneZip && error instanceof DifferentColumns) {
      const names = listed(parts.map(({ file }) => file.name));
      throw new ReadProblem('differentTables', { file: sources[0].name, names });
    }
    // No array, string or map grows as large as this file wants it.
    if (error instanceof RangeError) throw new ReadProblem('tooLarge', { file: reading.name });
    throw error;
  }
}

/** A table for each file, as long as it is not known which of their rows belong together. */
class Tables implements Taken {
  readonly #tables: Table[] = [];

  get rowCount(): number {
    return this.#tables.reduce((sum, { rowCount }) => sum + rowCount, 0);
  }

  get byteLength(): number {
    return this.#tables.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  get bytesPerRow(): number {
    return this.#tables.at(-1)?.bytesPerRow ?? 0;
  }

  begin(): Table {
    const table = new Table(true);
    this.#tables.push(table);
    return table;
  }

  build(): BuiltTable[] {
    return this.#tables.map((table) => table.build());
  }
}
