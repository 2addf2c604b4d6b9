import type { SourceFile } from '../io.ts';
import { ReadProblem } from '../readProblem.ts';
import { fileKind } from './fileKind.ts';

/** Bytes asked of the file at a time. */
const PIECE_BYTES = 512 * 1024;
/** Bytes made into text at a time: so few that the fields of a piece die before the collector has to move them. */
const TEXT_BYTES = 64 * 1024;
/** Enough to tell what a file is. */
const HEAD_BYTES = 4096;

/** A compressed file that unpacks to more than this, or grows more than any table does, is taken for a trap. */
const UNPACKED_LIMIT = 4_000_000_000;
const GROWTH_LIMIT = 200;
const GROWTH_CHECKED_FROM = 16_000_000;

/** Used where a file is not valid UTF-8: it gives every byte a meaning, so it cannot fail. */
export const FALLBACK_ENCODING = 'windows-1252';

/** Thrown while text is read: the bytes are not what the encoding allows. Read the file again in `FALLBACK_ENCODING`. */
export class NotInEncoding extends Error {}

/** Told how many bytes of the file itself, compressed or not, have been read. */
type OnBytes = (bytesRead: number) => void;

export interface TextSource {
  readonly encoding: string;
  /** The text, piece by piece, without a byte-order mark. */
  readonly pieces: AsyncGenerator<string>;
}

/** Looks at the first bytes, refuses what is no text, and gives the rest as decoded text. */
export async function openSource(
  signal: AbortSignal,
  file: SourceFile,
  onBytes: OnBytes,
  isFallback: boolean,
): Promise<TextSource> {
  signal.throwIfAborted();
  let bytes = rawBytes(signal, file, onBytes);
  let head = await bytesOf(file, 0, HEAD_BYTES);
  if (head.length === 0) throw new ReadProblem('emptyFile', { file: file.name });
  if (fileKind(head).kind === 'gzip') {
    bytes = unpacked(signal, file, bytes);
    const first = await bytes.next();
    if (first.done) throw new ReadProblem('emptyFile', { file: file.name });
    head = first.value;
    bytes = withFirst(first.value, bytes);
  }
  const kind = fileKind(head);
  if (kind.kind !== 'text') {
    throw new ReadProblem('binaryFile', { file: file.name, kind: kind.kind === 'binary' ? kind.looksLike : 'gzip' });
  }
  const encoding = isFallback && kind.encoding === 'utf-8' ? FALLBACK_ENCODING : kind.encoding;
  return { encoding, pieces: decoded(file, encoding, bytes) };
}

async function bytesOf(file: SourceFile, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.blob.slice(from, to).arrayBuffer());
  } catch (error) {
    // The file was moved, changed or locked since it was chosen.
    throw new ReadProblem('unreadable', { file: file.name, detail: error instanceof Error ? error.message : '' });
  }
}

async function* rawBytes(
  signal: AbortSignal,
  file: SourceFile,
  onBytes: OnBytes,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  // The next piece is asked for before the last one is worked on: reading and parsing overlap.
  let next = bytesOf(file, 0, PIECE_BYTES);
  for (let from = 0; from < file.blob.size; from += PIECE_BYTES) {
    const chunk = await next;
    const after = from + PIECE_BYTES;
    if (after < file.blob.size) {
      next = bytesOf(file, after, after + PIECE_BYTES);
      next.catch(() => {}); // awaited in the next turn, or nobody wants it any more
    }
    signal.throwIfAborted();
    onBytes(Math.min(after, file.blob.size));
    yield chunk;
  }
}

async function* withFirst<T>(first: T, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

async function* unpacked(
  signal: AbortSignal,
  file: SourceFile,
  packed: AsyncGenerator<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let bytesIn = 0;
  let bytesOut = 0;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await packed.next();
      if (done) return controller.close();
      bytesIn += value.length;
      controller.enqueue(value);
    },
  }).pipeThrough(new DecompressionStream('gzip'));
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      bytesOut += value.length;
      const grewTooMuch = bytesOut > GROWTH_CHECKED_FROM && bytesOut > GROWTH_LIMIT * bytesIn;
      if (grewTooMuch || bytesOut > UNPACKED_LIMIT) throw new ReadProblem('tooLarge', { file: file.name });
      yield value as Uint8Array<ArrayBuffer>;
    }
  } catch (error) {
    // What the stream itself says differs from engine to engine; what comes through it is kept.
    if (error instanceof ReadProblem || signal.aborted) throw error;
    throw new ReadProblem('unreadable', { file: file.name, detail: 'gzip' });
  } finally {
    reader.cancel().catch(() => {});
  }
}

async function* decoded(
  file: SourceFile,
  encoding: string,
  bytes: AsyncGenerator<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const isWide = encoding.startsWith('utf-16');
  const decode = (chunk?: Uint8Array<ArrayBuffer>) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new NotInEncoding(encoding);
    }
  };
  let isStart = true;
  for await (let chunk of bytes) {
    // Decoders drop the byte-order mark of their own encoding only.
    if (isStart && encoding === FALLBACK_ENCODING && startsWithMark(chunk)) chunk = chunk.subarray(3);
    isStart = false;
    if (!isWide && chunk.includes(0)) throw new ReadProblem('binaryFile', { file: file.name, kind: 'binary' });
    for (let from = 0; from < chunk.length; from += TEXT_BYTES) yield decode(chunk.subarray(from, from + TEXT_BYTES));
  }
  yield decode();
}

function startsWithMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
