import type { SourceFile } from '../../io.ts';
import { ReadProblem } from '../../readProblem.ts';

/** One file in a zip. Its name is a text to show, never a path to follow. */
export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0: as it is; 8: deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its own header stands in the zip. */
  readonly offset: number;
}

/** More entries than this are no export of predictions. */
export const ENTRY_LIMIT = 10_000;

/** The record at the end, and the comment behind it. */
const END_BYTES = 22;
const COMMENT_BYTES = 65_535;
const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_MARK = 0x04034b50;
const LOCAL_BYTES = 30;
/** Stands where the number itself is in a record of zip64. */
const TOO_LARGE = 0xffffffff;
const TOO_MANY = 0xffff;

/** The files in a zip, directories left out, by its central directory. */
export async function zipEntries({ name: file, blob }: SourceFile): Promise<ZipEntry[]> {
  const broken = () => new ReadProblem('brokenZip', { file });
  const tailStart = Math.max(0, blob.size - END_BYTES - COMMENT_BYTES);
  const tail = await viewOf(file, blob, tailStart, blob.size);
  let end = tail.byteLength - END_BYTES;
  while (end >= 0 && tail.getUint32(end, true) !== END_MARK) end--;
  if (end < 0) throw broken();
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  if (count === TOO_MANY || size === TOO_LARGE || start === TOO_LARGE) throw new ReadProblem('hugeZip', { file });
  if (count > ENTRY_LIMIT) throw new ReadProblem('crowdedZip', { file, count, limit: ENTRY_LIMIT });
  if (start + size > blob.size) throw broken();
  const directory = await viewOf(file, blob, start, start + size);
  const entries: ZipEntry[] = [];
  for (let at = 0, left = count; left > 0; left--) {
    if (at + ENTRY_BYTES > directory.byteLength || directory.getUint32(at, true) !== ENTRY_MARK) throw broken();
    const flags = directory.getUint16(at + 8, true);
    const nameLength = directory.getUint16(at + 28, true);
    const rest = directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
    if (at + ENTRY_BYTES + nameLength > directory.byteLength) throw broken();
    const entry = {
      name: new TextDecoder().decode(new Uint8Array(directory.buffer, at + ENTRY_BYTES, nameLength)),
      isEncrypted: (flags & 1) === 1,
      method: directory.getUint16(at + 10, true),
      crc: directory.getUint32(at + 16, true),
      packedSize: directory.getUint32(at + 20, true),
      size: directory.getUint32(at + 24, true),
      offset: directory.getUint32(at + 42, true),
    };
    if ([entry.packedSize, entry.size, entry.offset].includes(TOO_LARGE)) throw new ReadProblem('hugeZip', { file });
    if (!entry.name.endsWith('/')) entries.push(entry);
    at += ENTRY_BYTES + nameLength + rest;
  }
  return entries;
}

/** The packed bytes of an entry. */
export async function packedBytes({ name: file, blob }: SourceFile, entry: ZipEntry): Promise<Blob> {
  const header = await viewOf(file, blob, entry.offset, entry.offset + LOCAL_BYTES);
  if (header.byteLength < LOCAL_BYTES || header.getUint32(0, true) !== LOCAL_MARK) {
    throw new ReadProblem('brokenZip', { file });
  }
  const start = entry.offset + LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  if (start + entry.packedSize > blob.size) throw new ReadProblem('brokenZip', { file });
  return blob.slice(start, start + entry.packedSize);
}

async function viewOf(file: string, blob: Blob, from: number, to: number): Promise<DataView> {
  try {
    return new DataView(await blob.slice(from, to).arrayBuffer());
  } catch {
    throw new ReadProblem('changedFile', { file });
  }
}
