import type { Phrase } from '../../i18n/translate.ts';

/** What the first bytes of a file say it is. */
export type FileKind =
  | { readonly kind: 'text'; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' }
  | { readonly kind: 'gzip' | 'zip' | 'parquet' }
  /** `looksLike`: the format's usual name, which is the same in every language, or a word for it. */
  | { readonly kind: 'binary'; readonly looksLike: string | Phrase };

export const ENCRYPTED_PARQUET: Phrase = { key: 'fileKind.encryptedParquet' };
export const BINARY: Phrase = { key: 'fileKind.binary' };
const R_DATA: Phrase = { key: 'fileKind.r' };
const PICKLE: Phrase = { key: 'fileKind.pickle' };

const MAGIC: readonly (readonly [looksLike: string | Phrase, bytes: readonly number[]])[] = [
  [ENCRYPTED_PARQUET, [0x50, 0x41, 0x52, 0x45]],
  ['Excel (.xls)', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['Arrow', [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31]],
  ['Feather', [0x46, 0x45, 0x41, 0x31]],
  ['HDF5', [0x89, 0x48, 0x44, 0x46]],
  ['Avro', [0x4f, 0x62, 0x6a, 0x01]],
  ['NumPy (.npy)', [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]],
  [R_DATA, [0x52, 0x44, 0x58]],
  [R_DATA, [0x58, 0x0a, 0x00, 0x00]],
  [PICKLE, [0x80, 0x02]],
  [PICKLE, [0x80, 0x03]],
  [PICKLE, [0x80, 0x04]],
  [PICKLE, [0x80, 0x05]],
  ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
  ['bzip2', [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** More control characters than this, as a share of all bytes, stand in no text. */
const CONTROL_SHARE = 0.02;

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte);

/** `head`: the first bytes, a few hundred at least if the file has them. */
export function fileKind(head: Uint8Array): FileKind {
  if (startsWith(head, [0xff, 0xfe, 0, 0])) return { kind: 'binary', looksLike: 'UTF-32' };
  if (startsWith(head, [0xff, 0xfe])) return { kind: 'text', encoding: 'utf-16le' };
  if (startsWith(head, [0xfe, 0xff])) return { kind: 'text', encoding: 'utf-16be' };
  if (startsWith(head, [0x1f, 0x8b])) return { kind: 'gzip' };
  if (startsWith(head, [0x50, 0x41, 0x52, 0x31])) return { kind: 'parquet' };
  if (startsWith(head, [0x50, 0x4b]) && (head[2] === 3 || head[2] === 5)) return { kind: 'zip' };
  const known = MAGIC.find(([, bytes]) => startsWith(head, bytes));
  if (known !== undefined) return { kind: 'binary', looksLike: known[0] };
  if (head.includes(0)) {
    const encoding = unmarkedUtf16(head);
    return encoding === null ? { kind: 'binary', looksLike: BINARY } : { kind: 'text', encoding };
  }
  if (head.filter(isControl).length > CONTROL_SHARE * head.length) return { kind: 'binary', looksLike: BINARY };
  return { kind: 'text', encoding: 'utf-8' };
}

const LINE_MARKS = new Set([9, 10, 12, 13]);
const ESCAPE = 27;

const isControl = (byte: number) => byte < 32 && !LINE_MARKS.has(byte) && byte !== ESCAPE;

/**
 * UTF-16 without a byte-order mark, told by its zero bytes: those of digits, delimiters and line ends are all at the odd places
 * (little end first) or all at the even ones. Letters of other scripts have few zero bytes, at either place.
 */
function unmarkedUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = head.length >> 1;
  const zeros = [0, 0];
  for (let at = 0; at < pairs * 2; at++) if (head[at] === 0) zeros[at & 1]++;
  const place = zeros[1] > zeros[0] ? 1 : 0;
  if (zeros[place] < pairs / 5 || zeros[1 - place] > zeros[place] / 4) return null;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at + place] === 0 && isControl(head[at + 1 - place])) return null;
  }
  return place === 1 ? 'utf-16le' : 'utf-16be';
}
