import type { SourceFile } from '../io.ts';
import { ReadProblem } from '../readProblem.ts';
import { EncodingEvidence, type FallbackEncoding } from './fallbackEncoding.ts';
import { BINARY, fileKind } from './fileKind.ts';
import { unpackedGzip } from './gzip.ts';

/** Bytes asked of the file at a time. */
const PIECE_BYTES = 512 * 1024;
/** Bytes made into text at a time: so few that the fields of a piece die before the collector has to move them. */
const TEXT_BYTES = 64 * 1024;
/** Enough to tell what a file is. */
const HEAD_BYTES = 4096;

/** A compressed file that unpacks to more than this, or grows more than any table does, is taken for a trap. */
const UNPACKED_LIMIT = 4_000_000_000;
export const GROWTH_LIMIT = 200;
export const GROWTH_CHECKED_FROM = 16_000_000;

/** Thrown while text is read: the bytes are not what the encoding allows. */
export class NotInEncoding extends Error {
  readonly encoding: string;
  /** All of the file fits but its last letter, which is cut off. */
  readonly isAtEnd: boolean;

  constructor(encoding: string, isAtEnd: boolean) {
    super(encoding);
    this.encoding = encoding;
    this.isAtEnd = isAtEnd;
  }
}

/** Told how many bytes of the file itself, compressed or not, have been read, or of a compressed one unpacked. */
type OnBytes = (bytesRead: number) => void;

export interface TextSource {
  readonly encoding: string;
  /** The text, piece by piece, without a byte-order mark. */
  readonly pieces: AsyncGenerator<string>;
}

/**
 * Looks at the first bytes, refuses what is no text, and gives the rest as decoded text. `failure`: what came of reading the file
 * before, if that is why it is read again.
 */
export async function openSource(
  signal: AbortSignal,
  file: SourceFile,
  onBytes: OnBytes,
  failure: NotInEncoding | null,
): Promise<TextSource> {
  signal.throwIfAborted();
  const head = await headOf(file);
  if (head.length === 0) throw new ReadProblem('emptyFile', { file: file.name });
  const isPacked = fileKind(head).kind === 'gzip';
  const open = (onEach: OnBytes) => (isPacked ? unpacked(signal, file, onEach) : rawBytes(signal, file, onEach));
  const { kind, bytes } = isPacked
    ? await unpackedKind(file, open(onBytes))
    : { kind: fileKind(head), bytes: open(onBytes) };
  if (kind.kind === 'binary') throw new ReadProblem('binaryFile', { file: file.name, kind: kind.looksLike });
  if (kind.kind !== 'text') throw new ReadProblem('packedTwice', { file: file.name });
  const encoding =
    failure === null
      ? kind.encoding
      : await fallbackFor(
          file,
          failure,
          open(() => {}),
        );
  return { encoding, pieces: decoded(file, encoding, bytes) };
}

async function unpackedKind(file: SourceFile, bytes: AsyncGenerator<Uint8Array<ArrayBuffer>>) {
  const first = await bytes.next();
  if (first.done) throw new ReadProblem('emptyFile', { file: file.name });
  return { kind: fileKind(first.value), bytes: withFirst(first.value, bytes) };
}

/** What to read a file as that could not be read as `failure` says. Goes through its bytes until there is evidence enough. */
async function fallbackFor(
  file: SourceFile,
  failure: NotInEncoding,
  bytes: AsyncGenerator<Uint8Array<ArrayBuffer>>,
): Promise<FallbackEncoding> {
  const isUtf8 = failure.encoding === 'utf-8';
  if (failure.isAtEnd && !isUtf8) throw new ReadProblem('cutOff', { file: file.name });
  if (failure.encoding.startsWith('utf-16')) {
    throw new ReadProblem('invalidText', { file: file.name, encoding: failure.encoding.toUpperCase() });
  }
  if (!isUtf8) return 'windows-1252';
  const evidence = new EncodingEvidence();
  for await (const chunk of bytes) {
    evidence.add(chunk);
    // Where only the end is in doubt, it must be seen.
    if (evidence.isEnough && !failure.isAtEnd) break;
  }
  // Everything before it was UTF-8, and some of it beyond ASCII: that is no accident.
  if (failure.isAtEnd && !evidence.isOnlyAtEnd) throw new ReadProblem('cutOff', { file: file.name });
  return evidence.decide();
}

/** The first bytes of a file, enough to tell what it is. */
export const headOf = (file: SourceFile): Promise<Uint8Array<ArrayBuffer>> => bytesOf(file, 0, HEAD_BYTES);

async function bytesOf(file: SourceFile, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.blob.slice(from, to).arrayBuffer());
  } catch {
    // What the browser says of it differs from one to the other, and is always the same thing.
    throw new ReadProblem('changedFile', { file: file.name });
  }
}

async function* rawBytes(
  signal: AbortSignal,
  file: SourceFile,
  onBytes: OnBytes,
  start = 0,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  // The next piece is asked for before the last one is worked on: reading and parsing overlap.
  let next = bytesOf(file, start, start + PIECE_BYTES);
  for (let from = start; from < file.blob.size; from += PIECE_BYTES) {
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

/** The bytes inside a gzip file. */
export async function* unpacked(
  signal: AbortSignal,
  file: SourceFile,
  onBytes: OnBytes,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let bytesIn = 0;
  let bytesGiven = 0;
  let bytesOut = 0;
  const onRead = (bytes: number) => {
    bytesIn = bytes;
  };
  const onGiven = (bytes: number) => {
    bytesGiven = bytes;
  };
  try {
    for await (const chunk of unpackedGzip((start) => rawBytes(signal, file, onRead, start), onGiven)) {
      bytesOut += chunk.length;
      if (bytesOut > UNPACKED_LIMIT) throw new ReadProblem('tooLarge', { file: file.name });
      if (bytesOut > GROWTH_CHECKED_FROM && bytesOut > GROWTH_LIMIT * bytesIn) {
        throw new ReadProblem('unpacksTooFar', { file: file.name, limit: GROWTH_LIMIT });
      }
      onBytes(bytesGiven);
      yield chunk;
    }
  } catch (error) {
    // What the stream itself says differs from engine to engine; what comes through it is kept.
    if (error instanceof ReadProblem || signal.aborted) throw error;
    throw new ReadProblem('brokenGzip', { file: file.name });
  }
}

async function* decoded(
  file: SourceFile,
  encoding: string,
  bytes: AsyncGenerator<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const isWide = encoding.startsWith('utf-16');
  const refuseZero = (isThere: boolean) => {
    if (isThere) throw new ReadProblem('binaryFile', { file: file.name, kind: BINARY });
  };
  const decode = (chunk?: Uint8Array<ArrayBuffer>) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new NotInEncoding(encoding, chunk === undefined);
    }
  };
  let isStart = true;
  for await (let chunk of bytes) {
    // Other decoders than that of UTF-8 take its mark for letters.
    if (isStart && !isWide && startsWithMark(chunk)) chunk = chunk.subarray(3);
    isStart = false;
    refuseZero(!isWide && chunk.includes(0));
    for (let from = 0; from < chunk.length; from += TEXT_BYTES) {
      const text = decode(chunk.subarray(from, from + TEXT_BYTES));
      refuseZero(isWide && text.includes('\0'));
      yield text;
    }
  }
  yield decode();
}

function startsWithMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
