import type { SourceFile } from '../../io.ts';

/** A history is a number or two an epoch; a hundred thousand epochs of ten columns are not as much as this. */
const MOST_BYTES = 40_000_000;
/** What is packed is unpacked to look at it. */
const MOST_PACKED_BYTES = 4_000_000;
/** Enough for the names of the columns, or the first keys. */
const HEAD_BYTES = 8192;

/** The names of a Parquet file's columns stand at its end. */
const TAIL_BYTES = 65_536;

/** Whether the first bytes of a file speak of a training, so that it is worth a closer look; reads a few kilobytes. */
export async function mayHoldHistory({ blob }: SourceFile): Promise<boolean> {
  if (blob.size > MOST_BYTES) return false;
  let head: Uint8Array<ArrayBuffer>;
  try {
    head = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  } catch {
    // Whoever opens the file will say what is wrong with it.
    return false;
  }
  const isPacked = (head[0] === 0x1f && head[1] === 0x8b) || (head[0] === 0x50 && head[1] === 0x4b);
  if (isPacked) return blob.size <= MOST_PACKED_BYTES;
  if (isParquet(head)) {
    if (blob.size > MOST_PACKED_BYTES) return false;
    head = new Uint8Array(await blob.slice(Math.max(0, blob.size - TAIL_BYTES)).arrayBuffer());
  }
  // In UTF-16 every other byte is zero.
  const text = new TextDecoder('latin1').decode(head.filter((byte) => byte !== 0));
  return /epoch|loss|accuracy|(?:train|val|valid|eval)[_/. -]?acc/i.test(text);
}

const isParquet = (head: Uint8Array): boolean => new TextDecoder('latin1').decode(head.subarray(0, 4)) === 'PAR1';
