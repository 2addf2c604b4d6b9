import { describe, expect, it } from 'vitest';
import { BINARY, fileKind } from '../../../src/io/read/fileKind.ts';
import { saidText } from './reading.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle: boolean) => {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), isLittle);
  return bytes;
};
const followed = (start: readonly number[]) => Uint8Array.from([...start, ...utf8(' and so on')]);

describe('fileKind', () => {
  /** As the formats' own descriptions give their first bytes. */
  it.each<[string, readonly number[]]>([
    ['UTF-32', [0xff, 0xfe, 0, 0]],
    ['encrypted Parquet', [...utf8('PARE')]],
    ['Excel (.xls)', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
    ['PDF', [...utf8('%PDF-1.7')]],
    ['PNG', [0x89, ...utf8('PNG\r\n'), 0x1a, 0x0a]],
    ['JPEG', [0xff, 0xd8, 0xff, 0xe0]],
    ['GIF', [...utf8('GIF89a')]],
    ['Arrow', [...utf8('ARROW1'), 0, 0]],
    ['Feather', [...utf8('FEA1')]],
    ['HDF5', [0x89, ...utf8('HDF\r\n'), 0x1a, 0x0a]],
    ['Avro', [...utf8('Obj'), 1]],
    ['NumPy (.npy)', [0x93, ...utf8('NUMPY'), 1, 0]],
    ['R data', [...utf8('RDX3\n')]],
    ['R data', [...utf8('X\n'), 0, 0, 0, 3]],
    ['pickle', [0x80, 4, 0x95]],
    ['pickle', [0x80, 2]],
    ['pickle', [0x80, 3]],
    ['pickle', [0x80, 5]],
    ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
    ['bzip2', [...utf8('BZh91AY&SY')]],
    ['xz', [0xfd, ...utf8('7zXZ'), 0]],
    ['7z', [...utf8('7z'), 0xbc, 0xaf, 0x27, 0x1c]],
    ['SQLite', [...utf8('SQLite format 3'), 0]],
    ['RTF', [...utf8('{\\rtf1')]],
  ])('knows what cannot be read: %s', (looksLike, start) => {
    const kind = fileKind(followed(start));
    expect(kind.kind === 'binary' && saidText(kind.looksLike)).toBe(looksLike);
  });

  it.each<[string, readonly number[]]>([
    ['gzip', [0x1f, 0x8b, 8]],
    ['zip', [...utf8('PK'), 3, 4]],
    ['zip', [...utf8('PK'), 5, 6]],
    ['parquet', [...utf8('PAR1')]],
  ])('knows %s', (kind, start) => {
    expect(fileKind(followed(start))).toEqual({ kind });
  });

  it.each(['PK,p\n1,0.5\n', 'y,p\n1,0.5\n', 'PAR,p\n1,2\n', '', 'name\r\n\tx\f\n\u001b[0m', 'ä,ö\n'])(
    'reads %j as UTF-8',
    (text) => {
      expect(fileKind(utf8(text))).toEqual({ kind: 'text', encoding: 'utf-8' });
    },
  );

  it('takes text with more than two control characters in a hundred for none', () => {
    const withControls = (count: number) => utf8(`${'\x01'.repeat(count)}${'a'.repeat(100 - count)}`);
    expect(fileKind(withControls(2)).kind).toBe('text');
    expect(fileKind(withControls(3))).toEqual({ kind: 'binary', looksLike: BINARY });
  });

  it.each([
    ['utf-16le', true],
    ['utf-16be', false],
  ])('knows %s with its mark and without', (encoding, isLittle) => {
    const text = 'label,score\r\n1,0.5\r\n0,0.25\r\n';
    for (const some of [`\ufeff${text}`, text, 'имя,p\r\nда,0.5\r\nнет,0.25\r\n', `${text}\u3042`, '1']) {
      expect(fileKind(utf16(some, isLittle))).toEqual({ kind: 'text', encoding });
    }
    expect(fileKind(utf16(text, isLittle).subarray(0, -1))).toEqual({ kind: 'text', encoding });
  });

  it.each<[string, Uint8Array]>([
    ['zeros at both places', Uint8Array.from({ length: 200 }, (_, at) => (at % 3 === 0 ? 0 : 65))],
    ['few zeros', Uint8Array.from({ length: 200 }, (_, at) => (at % 20 === 1 ? 0 : 65))],
    ['zeros beside control characters', Uint8Array.from({ length: 200 }, (_, at) => (at % 2 === 0 ? 1 : 0))],
    ['nothing but zeros', new Uint8Array(200)],
  ])('takes %s for no text', (_, bytes) => {
    expect(fileKind(bytes)).toEqual({ kind: 'binary', looksLike: BINARY });
  });
});
