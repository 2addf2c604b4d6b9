import {
  type AsyncBuffer,
  type ColumnChunk,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  type SchemaTree,
  snappyUncompress,
} from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import type { Phrase } from '../../../i18n/translate.ts';
import type { FileSummary, SourceFile } from '../../io.ts';
import { ReadProblem } from '../../readProblem.ts';
import { breathing } from '../breath.ts';
import { ENCRYPTED_PARQUET } from '../fileKind.ts';
import type { Forecaster } from '../forecast.ts';
import { columnNames } from '../header.ts';
import type { Table } from '../table.ts';
import { TEXT_PARSERS, textOfValue } from './parquetCells.ts';

/** A page that unpacks to more is no page: writers make them of a megabyte. */
export const PAGE_LIMIT = 512_000_000;
/** Values that one row may have in a column of lists, on average. */
const VALUES_PER_ROW = 10_000;

type Unpack = (input: Uint8Array, length: number) => Uint8Array;

/** Reads one Parquet file into the table, row group by row group. `onProgress` is told the bytes read of it so far. */
export async function readParquet(
  signal: AbortSignal,
  file: SourceFile,
  table: Table,
  onProgress: (bytesRead: number) => void,
  forecaster: Forecaster,
): Promise<FileSummary> {
  const { name, blob } = file;
  const buffer: AsyncBuffer = { byteLength: blob.size, slice: (from, to) => bytesOf(file, from, to) };
  const metadata = await orRefused(name, () => parquetMetadataAsync(buffer, { geoparquet: false }));
  const { fields, rows } = checked(name, blob, metadata);
  forecaster.expect(rows, fields.length);
  const compressors = await compressorsFor(metadata);
  table.startFile(name, columnNames(fields.map(({ element }) => element.name)));
  const breath = breathing(signal);
  let bytesRead = 0;
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const count = Number(group.num_rows);
    for (const [place, field] of fields.entries()) {
      const chunks = group.columns.filter(({ meta_data: meta }) => meta?.path_in_schema[0] === field.element.name);
      const pages = await orRefused(name, async () => {
        for (const chunk of chunks) await checkPages(name, buffer, chunk, count);
        return valuesOf(buffer, metadata, compressors, field, rowStart, rowStart + count);
      });
      let pushed = 0;
      for (const values of pages) pushed += pushAll(table, place, field, values);
      if (pushed !== count) throw new ReadProblem('brokenParquet', { file: name });
      bytesRead += chunks.reduce((sum, { meta_data: meta }) => sum + Number(meta?.total_compressed_size ?? 0), 0);
      await breath();
      signal.throwIfAborted();
    }
    table.addPushed(count, rowStart + 1);
    rowStart += count;
    onProgress(Math.min(blob.size, bytesRead));
  }
  onProgress(blob.size);
  table.endFile(name);
  if (rows === 0) throw new ReadProblem('headerOnly', { file: name });
  const parquet = {
    format: 'parquet',
    json: null,
    delimiter: '',
    firstLine: 1,
    hasHeader: true,
    encoding: '',
  } as const;
  return { name, bytes: blob.size, rows, ...parquet };
}

/** The columns and rows that the file says it has, as far as that can be true. */
function checked(
  file: string,
  blob: Blob,
  metadata: FileMetaData,
): { readonly fields: readonly SchemaTree[]; readonly rows: number } {
  const rows = Number(metadata.num_rows);
  const counts = metadata.row_groups.map((group) => Number(group.num_rows));
  const isSound = [rows, ...counts].every((count) => Number.isSafeInteger(count) && count >= 0);
  const sum = counts.reduce((total, count) => total + count, 0);
  const isInside = metadata.row_groups.every(({ columns }) =>
    columns.every(({ meta_data: meta }) => meta === undefined || Number(meta.total_compressed_size) <= blob.size),
  );
  const fields = metadata.schema.length > 0 ? parquetSchema(metadata).children : [];
  if (!isSound || sum !== rows || !isInside || fields.length === 0) throw new ReadProblem('brokenParquet', { file });
  if (metadata.row_groups.some(({ columns }) => columns.some((chunk) => chunk.crypto_metadata !== undefined))) {
    throw new ReadProblem('binaryFile', { file, kind: ENCRYPTED_PARQUET });
  }
  return { fields, rows };
}

/** Walks over the pages of a column before any of them is unpacked: what their headers say would be believed. */
async function checkPages(
  file: string,
  buffer: AsyncBuffer,
  { meta_data: meta }: ColumnChunk,
  rows: number,
): Promise<void> {
  if (meta === undefined) throw new ReadProblem('brokenParquet', { file });
  const start = Number(meta.dictionary_page_offset || meta.data_page_offset);
  const view = new DataView(await buffer.slice(start, start + Number(meta.total_compressed_size)));
  const reader = { view, offset: 0 };
  let values = 0;
  const broken = () => new ReadProblem('brokenParquet', { file });
  while (reader.offset < view.byteLength - 1) {
    const header = parquetHeader(reader);
    const count = header.data_page_header?.num_values ?? header.data_page_header_v2?.num_values ?? 0;
    const entries = header.dictionary_page_header?.num_values ?? 0;
    const { compressed_page_size: packed, uncompressed_page_size: unpacked } = header;
    const sizes = [count, entries, packed, unpacked];
    if (!sizes.every((size) => Number.isSafeInteger(size) && size >= 0)) throw broken();
    if (unpacked > PAGE_LIMIT || entries > unpacked + 1) throw broken();
    values += count;
    if (values > Number(meta.num_values) || values > rows * VALUES_PER_ROW) throw broken();
    reader.offset += packed;
  }
}

/** The values of a column of the rows [rowStart, rowEnd), page by page. */
async function valuesOf(
  file: AsyncBuffer,
  metadata: FileMetaData,
  compressors: Readonly<Record<string, Unpack>>,
  field: SchemaTree,
  rowStart: number,
  rowEnd: number,
): Promise<ArrayLike<unknown>[]> {
  const pages: ArrayLike<unknown>[] = [];
  await parquetRead({
    file,
    metadata,
    compressors,
    parsers: TEXT_PARSERS,
    columns: [field.element.name],
    rowStart,
    rowEnd,
    onChunk: ({ columnData }) => pages.push(columnData),
  });
  return pages;
}

function pushAll(table: Table, place: number, { element }: SchemaTree, values: ArrayLike<unknown>): number {
  const column = table.fieldAt(place);
  // Decimals come as whole numbers times a power of ten, a unit in the last place off.
  const scale = element.converted_type === 'DECIMAL' ? (element.scale ?? 0) : null;
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    if (typeof value === 'number') column.pushNumber(scale === null ? value : rounded(value, scale));
    else if (typeof value === 'bigint' && BigInt.asIntN(53, value) === value) column.pushNumber(Number(value));
    else column.pushCell(textOfValue(value));
  }
  return values.length;
}

const rounded = (value: number, scale: number): number =>
  scale > 100 || Math.abs(value) >= 1e21 ? value : Number(value.toFixed(scale));

/** Only what the file needs is loaded. */
async function compressorsFor(metadata: FileMetaData): Promise<Readonly<Record<string, Unpack>>> {
  const codecs = metadata.row_groups.flatMap(({ columns }) => columns.map(({ meta_data: meta }) => meta?.codec));
  const bounded = (unpack: Unpack): Unpack => {
    return (input, length) => {
      if (length > PAGE_LIMIT) throw new Error('page too large');
      return unpack(input, length);
    };
  };
  const snappy = bounded((input, length) => {
    const output = new Uint8Array(length);
    snappyUncompress(input, output);
    return output;
  });
  if (codecs.every((codec) => codec === 'SNAPPY' || codec === 'UNCOMPRESSED')) return { SNAPPY: snappy };
  const { COMPRESSORS } = await import('./compressors.ts');
  const others = Object.entries(COMPRESSORS).map(([codec, unpack]) => [codec, bounded(unpack)] as const);
  return { SNAPPY: snappy, ...Object.fromEntries(others) };
}

async function bytesOf({ name, blob }: SourceFile, from: number, to?: number): Promise<ArrayBuffer> {
  try {
    return await blob.slice(from, to).arrayBuffer();
  } catch {
    throw new ReadProblem('changedFile', { file: name });
  }
}

/** What the reader of the format says it does not know; null where it stumbled over something else. */
function unsupportedPart(message: string): Phrase | null {
  const [, what, name] =
    /(?:unsupported|unhandled) (?:(?:compression )?(codec|encoding|page type|type|\w[\w ]*): )?(.*)/.exec(message) ??
    /^parquet ()(.*) not supported/.exec(message) ??
    [];
  if (name === undefined) return null;
  const key = what === 'codec' || what === 'encoding' ? (`parquetPart.${what}` as const) : 'parquetPart.type';
  return { key, values: { name } };
}

/** What the reader of the format cannot make sense of becomes a problem with a sentence. */
async function orRefused<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ReadProblem) throw error;
    const message = error instanceof Error ? error.message : String(error);
    const detail = unsupportedPart(message);
    if (detail !== null) throw new ReadProblem('unsupportedParquet', { file, detail });
    throw new ReadProblem('brokenParquet', { file });
  }
}
