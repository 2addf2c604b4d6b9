import type { SourceFile } from '../../../src/io/io.ts';

interface VirtualFile extends SourceFile {
  /** Bytes asked for so far. */
  readonly bytesRead: () => number;
}

/** A file of any size that exists nowhere: its rows are made when they are asked for. `rowOf` must give texts of one length. */
export function virtualFile(header: string, rowCount: number, rowOf: (row: number) => string): VirtualFile {
  const width = rowOf(0).length + 1;
  const start = header.length + 1;
  let read = 0;
  const bytesBetween = async (from: number, to: number) => {
    read += to - from;
    const first = Math.max(0, Math.floor((from - start) / width));
    const last = Math.ceil((to - start) / width);
    const rows = Array.from({ length: Math.max(0, last - first) }, (_, at) => `${rowOf(first + at)}\n`).join('');
    const text = first === 0 ? `${header}\n${rows}` : rows;
    const offset = first === 0 ? 0 : start + first * width;
    return new TextEncoder().encode(text.slice(from - offset, to - offset)).buffer;
  };
  const size = start + rowCount * width;
  const blob = {
    size,
    slice: (from: number, to: number) => ({ arrayBuffer: () => bytesBetween(from, Math.min(to, size)) }),
  };
  return { name: 'huge.csv', blob: blob as unknown as Blob, bytesRead: () => read };
}

/** Digits that look random and depend on the row alone. */
export function digitsOf(row: number, count: number): string {
  const mixed = Math.imul((row + 1) ^ (row >>> 15), 0x2c1b3c6d) ^ Math.imul(row + 7, 0x297a2d39);
  return String((mixed >>> 0) % 10 ** count).padStart(count, '0');
}
