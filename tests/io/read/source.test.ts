import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cellsOf, columnNames, problemOf, read } from './reading.ts';

const TABLE = 'name,p\nÄrger,0.1\n中文,0.7\n';
const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));
const joined = (...parts: (Uint8Array | readonly number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));

describe('encodings', () => {
  it.each([
    ['UTF-8', bytes(TABLE, 'utf8'), 'utf-8'],
    ['UTF-8 with a byte-order mark', joined([0xef, 0xbb, 0xbf], bytes(TABLE, 'utf8')), 'utf-8'],
    ['UTF-16, little end first', joined([0xff, 0xfe], bytes(TABLE, 'utf16le')), 'utf-16le'],
    ['UTF-16, big end first', joined([0xfe, 0xff], Buffer.from(TABLE, 'utf16le').swap16()), 'utf-16be'],
  ])('%s', async (_, content, encoding) => {
    const result = await read(content);
    expect(columnNames(result)).toEqual(['name', 'p']);
    expect(cellsOf(result)).toEqual([
      ['Ärger', '0.1'],
      ['中文', '0.7'],
    ]);
    expect(result.files[0].encoding).toBe(encoding);
    expect(result.notes.findings).toEqual([]);
  });

  it('reads what is no UTF-8 as windows-1252, and says so', async () => {
    const result = await read(bytes('name,p\nÄrger,0.1\n', 'latin1'));
    expect(cellsOf(result)).toEqual([['Ärger', '0.1']]);
    expect(result.files[0].encoding).toBe('windows-1252');
    const values = { file: 'data.csv', encoding: 'windows-1252' };
    expect(result.notes.findings).toEqual([{ code: 'fallbackEncoding', severity: 'note', values }]);
  });

  it('drops the mark of UTF-8 from a file that is none', async () => {
    const result = await read(joined([0xef, 0xbb, 0xbf], bytes('name,p\nÄrger,0.1\n', 'latin1')));
    expect(columnNames(result)).toEqual(['name', 'p']);
  });

  it('begins anew when a byte far into the file is no UTF-8, without counting rows twice', async () => {
    const rows = Array.from({ length: 100_000 }, (_, row) => `n${row % 7},0.${row % 10}\n`).join('');
    const result = await read({
      'a.csv': bytes('name,p\nx,0.5\n', 'utf8'),
      'b.csv': bytes(`name,p\n${rows}Ä,0.1\n`, 'latin1'),
    });
    expect(result.dataset.rowCount).toBe(100_002);
    expect(cellsOf(result).at(-1)).toEqual(['Ä', '0.1', 'b']);
    expect(result.files.map(({ encoding }) => encoding)).toEqual(['utf-8', 'windows-1252']);
  });

  it('keeps letters whole that a piece boundary cuts', async () => {
    // 3-byte letters: no power of two divides them, so that boundaries of 64 KB fall inside some.
    const rows = Array.from({ length: 60_000 }, () => '中文中,0.5\n').join('');
    const result = await read(`name,p\n${rows}`);
    expect(result.dataset.rowCount).toBe(60_000);
    const [name] = result.dataset.columns;
    expect(name.kind === 'category' && name.dictionary).toEqual(['中文中']);
  });
});

describe('gzip', () => {
  it('is unpacked on the way', async () => {
    const result = await read(new Uint8Array(gzipSync(Buffer.from(TABLE))));
    expect(cellsOf(result)[1]).toEqual(['中文', '0.7']);
    expect(result.files[0].bytes).toBe(gzipSync(Buffer.from(TABLE)).length);
  });

  it('is refused where it unpacks beyond all measure', async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(40_000_000, 'a,b\n')));
    expect(await problemOf(read(bomb))).toEqual({ code: 'tooLarge', values: { file: 'data.csv' } });
  });

  it('is refused where it is broken or holds something else', async () => {
    const packed = gzipSync(Buffer.from(TABLE.repeat(1000)));
    const cut = new Uint8Array(packed.subarray(0, packed.length - 20));
    expect((await problemOf(read(cut))).code).toBe('unreadable');
    const image = new Uint8Array(gzipSync(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0])));
    expect(await problemOf(read(image))).toEqual({ code: 'binaryFile', values: { file: 'data.csv', kind: 'PNG' } });
  });
});

describe('files that are no text', () => {
  it.each([
    ['Excel (.xlsx)', [0x50, 0x4b, 3, 4, ...Buffer.from('....[Content_Types].xml')]],
    [
      'OpenDocument (.ods)',
      [0x50, 0x4b, 3, 4, ...Buffer.from('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')],
    ],
    ['zip', [0x50, 0x4b, 3, 4, ...Buffer.from('....predictions.csv')]],
    ['Excel (.xls)', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
    ['Parquet', Buffer.from('PAR1....')],
    ['PDF', Buffer.from('%PDF-1.7')],
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d]],
    ['NumPy (.npy)', [0x93, ...Buffer.from('NUMPY')]],
    ['pickle', [0x80, 0x04, 0x95, 0x00]],
    ['binary', [1, 2, 3, 0, 5]],
  ])('%s', async (kind, content) => {
    expect(await problemOf(read(new Uint8Array(content)))).toEqual({
      code: 'binaryFile',
      values: { file: 'data.csv', kind },
    });
  });

  it('are noticed by a zero byte far behind the start too', async () => {
    const content = joined(Buffer.from('a,b\n1,2\n'.repeat(2000)), [0, 1, 2], Buffer.from('\n'));
    expect((await problemOf(read(content))).code).toBe('binaryFile');
  });
});

describe('text of other kinds', () => {
  it.each([
    ['HTML', '<!DOCTYPE html><html><body>Not found</body></html>'],
    ['HTML', '\n<html lang="en">'],
    ['JSON', '[{"y": 1, "p": 0.5}]'],
    ['JSON', '{"columns":["y","p"]}'],
    ['JSON', '{"y": 1}\n{"y": 0}\n'],
  ])('%s', async (format, content) => {
    expect(await problemOf(read(content))).toEqual({
      code: 'unsupportedFormat',
      values: { file: 'data.csv', format },
    });
  });

  it('a table that begins with a vector is a table', async () => {
    expect(cellsOf(await read('"[0.1,0.9]",1\n"[0.2,0.8]",0\n'))[0]).toEqual(['[0.1,0.9]', '1']);
  });
});

it('says that a file cannot be read any more', async () => {
  const blob = new Blob(['a,b\n1,2\n']);
  blob.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('moved')) }) as unknown as Blob;
  const { readDataset } = await import('../../../src/io/read/readDataset.ts');
  const reading = readDataset(new AbortController().signal, [{ name: 'gone.csv', blob }], () => {});
  expect(await problemOf(reading)).toEqual({ code: 'unreadable', values: { file: 'gone.csv', detail: 'moved' } });
});
