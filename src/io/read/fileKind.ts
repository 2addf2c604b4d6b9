/** What the first bytes of a file say it is. */
export type FileKind =
  | { readonly kind: 'text'; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' }
  | { readonly kind: 'gzip' }
  /** `looksLike`: the format's usual name, or 'binary'. */
  | { readonly kind: 'binary'; readonly looksLike: string };

const MAGIC: readonly (readonly [looksLike: string, bytes: readonly number[]])[] = [
  ['Parquet', [0x50, 0x41, 0x52, 0x31]],
  ['Excel (.xls)', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['Arrow', [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31]],
  ['HDF5', [0x89, 0x48, 0x44, 0x46]],
  ['NumPy (.npy)', [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]],
  ['pickle', [0x80, 0x04, 0x95]],
  ['pickle', [0x80, 0x05, 0x95]],
  ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
];

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte);

/** `head`: the first bytes, a few hundred at least if the file has them. */
export function fileKind(head: Uint8Array): FileKind {
  if (startsWith(head, [0xff, 0xfe])) return { kind: 'text', encoding: 'utf-16le' };
  if (startsWith(head, [0xfe, 0xff])) return { kind: 'text', encoding: 'utf-16be' };
  if (startsWith(head, [0x1f, 0x8b])) return { kind: 'gzip' };
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return { kind: 'binary', looksLike: zipKind(head) };
  const known = MAGIC.find(([, bytes]) => startsWith(head, bytes));
  if (known !== undefined) return { kind: 'binary', looksLike: known[0] };
  if (head.includes(0)) return { kind: 'binary', looksLike: 'binary' };
  return { kind: 'text', encoding: 'utf-8' };
}

function zipKind(head: Uint8Array): string {
  const names = new TextDecoder('latin1').decode(head.subarray(0, 4096));
  if (/\[Content_Types\]\.xml|_rels\/|xl\//.test(names)) return 'Excel (.xlsx)';
  return names.includes('opendocument.spreadsheet') ? 'OpenDocument (.ods)' : 'zip';
}
