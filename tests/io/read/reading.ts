import { placeOf, textAt } from '../../../src/core/dataset/dataset.ts';
import type { Prepared } from '../../../src/core/prepare/prepared.ts';
import { type Phrase, translate } from '../../../src/i18n/translate.ts';
import type { DatasetSummary, ReadProgress, SourceFile } from '../../../src/io/io.ts';
import { type ReadResult, readDataset } from '../../../src/io/read/readDataset.ts';
import { ReadProblem } from '../../../src/io/readProblem.ts';
import type { RowPage } from '../../../src/io/rows.ts';
import { createDatasetSession } from '../../../src/io/worker/datasetSession.ts';

export const never = new AbortController().signal;

type Content = string | Uint8Array<ArrayBuffer>;

export function fileOf(content: Content, name = 'data.csv'): SourceFile {
  return { name, blob: new Blob([content]) };
}

/** Reads text or bytes as one file, or several by name, with the real reader. */
export function read(
  content: Content | Readonly<Record<string, Content>>,
  onProgress: (progress: ReadProgress) => void = () => {},
): Promise<ReadResult> {
  const isOne = typeof content === 'string' || content instanceof Uint8Array;
  const files = isOne ? [fileOf(content)] : Object.entries(content).map(([name, each]) => fileOf(each, name));
  return readDataset(never, files, onProgress);
}

export const columnNames = ({ dataset }: ReadResult) => dataset.columns.map(({ name }) => name);

/** The cells of a dataset, row by row. */
export function cellsOf({ dataset }: ReadResult): string[][] {
  return Array.from({ length: dataset.rowCount }, (_, row) => dataset.columns.map((column) => textAt(column, row)));
}

/** The line on which each row starts. */
export function linesOf({ dataset }: ReadResult): number[] {
  return Array.from({ length: dataset.rowCount }, (_, row) => placeOf(dataset, row).line);
}

/** What the worker answers when a file is opened, prepared as inferred, and all its rows are asked for. */
export async function openWhole(
  content: Content,
): Promise<{ summary: DatasetSummary; prepared: Prepared; page: RowPage }> {
  const session = createDatasetSession();
  const summary = (await session(never, { kind: 'open', files: [fileOf(content)] }, () => {})) as DatasetSummary;
  const interpretation = summary.inferred;
  const prepared = (await session(never, { kind: 'prepare', interpretation }, () => {})) as Prepared;
  const query = {
    offset: 0,
    limit: Number.POSITIVE_INFINITY,
    order: 'file',
    split: null,
    outcome: null,
    threshold: Number.NEGATIVE_INFINITY,
    rule: '>=',
  } as const;
  const page = (await session(never, { kind: 'rows', interpretation, query }, () => {})) as RowPage;
  return { summary, prepared, page };
}

/** The problem that a promise is rejected with; fails if it is not. */
/** A text of the dictionary within a sentence as it is read; anything else as it is. */
export const saidText = <T>(value: T | Phrase): T | string =>
  typeof value === 'object' && value !== null && 'key' in value ? translate(value.key, value.values) : (value as T);

export async function problemOf(promise: Promise<unknown>): Promise<Pick<ReadProblem, 'code' | 'values'>> {
  const error = await promise.then(
    () => new Error('It was accepted.'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ReadProblem)) throw error;
  const values = Object.entries(error.values).map(([name, value]) => [name, saidText(value)]);
  return { code: error.code, values: Object.fromEntries(values) };
}
