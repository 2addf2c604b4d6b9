import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const PIECE_BYTES = 1024 * 1024;

/** SHA-256 of a file, hexadecimal. Piece by piece: the browser's own digest needs the whole file in memory, and a page served by https. */
export async function fingerprint(signal: AbortSignal, blob: Blob): Promise<string> {
  const hash = sha256.create();
  for (let from = 0; from < blob.size; from += PIECE_BYTES) {
    hash.update(new Uint8Array(await blob.slice(from, from + PIECE_BYTES).arrayBuffer()));
    signal.throwIfAborted();
  }
  return bytesToHex(hash.digest());
}
