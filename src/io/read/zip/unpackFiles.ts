import type { SourceFile } from '../../io.ts';
import { ReadProblem } from '../../readProblem.ts';
import { type FileKind, fileKind } from '../fileKind.ts';
import { GROWTH_CHECKED_FROM, GROWTH_LIMIT, headOf, unpacked } from '../source.ts';
import { crc32 } from './crc32.ts';
import { packedBytes, type ZipEntry, zipEntries } from './zipEntries.ts';

/** A file to read, and the one that it was found in. */
export interface PackedPart {
  readonly file: SourceFile;
  readonly source: SourceFile;
  readonly kind: FileKind['kind'];
  /** Names of what the source holds besides, on its first part. */
  readonly aside: readonly string[];
}

/** What the files in a zip, or a Parquet file in gzip, may come to: they are held in memory. */
export const UNPACKED_LIMIT = 1_000_000_000;

/** The files to read: those inside a zip in its place, and what cannot be read piece by piece unpacked. */
export async function unpackFiles(signal: AbortSignal, files: readonly SourceFile[]): Promise<PackedPart[]> {
  const parts: PackedPart[] = [];
  for (const source of files) {
    const { kind } = fileKind(await headOf(source));
    if (kind === 'zip') parts.push(...(await partsOfZip(signal, source)));
    else if (kind === 'gzip') parts.push(await partOfGzip(signal, source, source));
    else parts.push({ file: source, source, kind, aside: [] });
  }
  return parts;
}

/** Text in gzip is unpacked while it is read; Parquet, which is read from its end, before. */
async function partOfGzip(signal: AbortSignal, file: SourceFile, source: SourceFile): Promise<PackedPart> {
  const bytes = unpacked(signal, file, () => {});
  const first = await bytes.next();
  const kind = first.done ? 'text' : fileKind(first.value).kind;
  if (first.done || kind !== 'parquet') {
    await bytes.return(undefined);
    return { file, source, kind: 'gzip', aside: [] };
  }
  const chunks = [first.value];
  let size = first.value.length;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > UNPACKED_LIMIT) throw new ReadProblem('tooLarge', { file: source.name });
    chunks.push(chunk);
  }
  return { file: { name: file.name, blob: new Blob(chunks) }, source, kind, aside: [] };
}

const TABLE_NAME = /(?:^|\/)[^/.]+$|\.(?:csv|tsv|txt|tab|dat|out|data|jsonl?|ndjson|parquet|pq|gz)$/i;
const SYSTEM_NAME = /(?:^|\/)(?:__MACOSX\/.*|\.[^/]*|Thumbs\.db|desktop\.ini)$/i;

async function partsOfZip(signal: AbortSignal, source: SourceFile): Promise<PackedPart[]> {
  const file = source.name;
  const entries = (await zipEntries(source)).filter(({ name, size }) => !SYSTEM_NAME.test(name) && size > 0);
  refuseOtherZips(file, entries);
  const tables = entries.filter(({ name }) => TABLE_NAME.test(name));
  if (tables.length === 0) {
    const nested = entries.some(({ name }) => /\.(?:zip|7z|rar|tar|tgz)$/i.test(name));
    throw new ReadProblem(nested ? 'packedTwice' : 'noTableInZip', { file });
  }
  const declared = tables.reduce((sum, { size }) => sum + size, 0);
  if (declared > UNPACKED_LIMIT) throw new ReadProblem('tooLarge', { file });
  const shortNames = tables.map(({ name }) => name.slice(name.lastIndexOf('/') + 1));
  const isClear = new Set(shortNames).size === tables.length;
  const others = entries.filter((entry) => !tables.includes(entry)).map(({ name }) => name);
  const parts: PackedPart[] = [];
  for (const [at, entry] of tables.entries()) {
    const name = tables.length === 1 ? file : isClear ? shortNames[at] : entry.name;
    const inner = { name, blob: await inflated(signal, source, entry) };
    const { kind } = fileKind(await headOf(inner));
    if (kind === 'zip') throw new ReadProblem('packedTwice', { file });
    const part = kind === 'gzip' ? await partOfGzip(signal, inner, source) : { file: inner, source, kind };
    parts.push({ ...part, aside: at === 0 ? others : [] });
  }
  return parts;
}

/** Formats that are zips themselves. */
function refuseOtherZips(file: string, entries: readonly ZipEntry[]): void {
  const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name));
  if (has(/^xl\/workbook\.(?:xml|bin)$/) || (has(/^mimetype$/) && has(/^content\.xml$/))) {
    throw new ReadProblem('spreadsheet', { file });
  }
  if (has(/\.npy$/)) throw new ReadProblem('binaryFile', { file, kind: 'NumPy (.npz)' });
  if (has(/(?:^|\/)data\.pkl$/)) throw new ReadProblem('binaryFile', { file, kind: 'PyTorch' });
}

/** An entry as it was before it was packed. */
async function inflated(signal: AbortSignal, source: SourceFile, entry: ZipEntry): Promise<Blob> {
  const file = source.name;
  if (entry.isEncrypted) throw new ReadProblem('encryptedZip', { file });
  if (entry.method !== 0 && entry.method !== 8) throw new ReadProblem('unsupportedZip', { file, method: entry.method });
  const packed = await packedBytes(source, entry);
  const stream =
    entry.method === 0 ? packed.stream() : packed.stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = (stream as ReadableStream<Uint8Array<ArrayBuffer>>).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let crc = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      signal.throwIfAborted();
      size += read.value.length;
      if (size > GROWTH_CHECKED_FROM && size > GROWTH_LIMIT * entry.packedSize) {
        throw new ReadProblem('unpacksTooFar', { file, limit: GROWTH_LIMIT });
      }
      // More than it says of itself: it may be anything.
      if (size > entry.size) throw new ReadProblem('brokenZip', { file });
      crc = crc32(read.value, crc);
      chunks.push(read.value);
    }
  } catch (error) {
    if (error instanceof ReadProblem || signal.aborted) throw error;
    throw new ReadProblem('brokenZip', { file });
  } finally {
    reader.cancel().catch(() => {});
  }
  if (size !== entry.size || crc !== entry.crc) throw new ReadProblem('brokenZip', { file });
  return new Blob(chunks);
}
