import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gb18030Bytes } from './gb18030.ts';
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

  it.each([
    ['little end first', bytes(TABLE, 'utf16le'), 'utf-16le'],
    ['big end first', new Uint8Array(Buffer.from(TABLE, 'utf16le').swap16()), 'utf-16be'],
  ])('UTF-16 without a mark, %s', async (_, content, encoding) => {
    const result = await read(content);
    expect([columnNames(result), cellsOf(result)[1]]).toEqual([
      ['name', 'p'],
      ['中文', '0.7'],
    ]);
    expect(result.files[0].encoding).toBe(encoding);
  });

  it('UTF-16 without a mark, of letters that have zero bytes at the other places', async () => {
    const result = await read(bytes(`标签,分数\n${'一丁,0.5\n'.repeat(50)}`, 'utf16le'));
    expect([columnNames(result), result.dataset.rowCount]).toEqual([['标签', '分数'], 50]);
  });

  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ['numbers of two bytes', new Uint8Array(Uint16Array.from({ length: 400 }, (_, at) => at % 30).buffer)],
    ['a zero in UTF-16', bytes('a,b\n1,\u00002\n', 'utf16le')],
    ['a zero far into UTF-16', bytes(`\uFEFFa,b\n${'1,2\n'.repeat(9000)}1,\0\n`, 'utf16le')],
    ['control characters', bytes('a,b\n\x01\x02\x03,\x04', 'latin1')],
    ['UTF-32', bytes('\uFEFF\0a\0,\0b\0\n\0', 'utf16le')],
  ])('takes %s for no text', async (_, content) => {
    expect((await problemOf(read(content))).code).toBe('binaryFile');
  });

  it('refuses UTF-16 that holds half a letter', async () => {
    expect(await problemOf(read(bytes('\uFEFFa,b\n\ud800,1\n', 'utf16le')))).toEqual({
      code: 'invalidText',
      values: { file: 'data.csv', encoding: 'UTF-16LE' },
    });
  });

  it.each([
    ['names', '姓名,标签,分数\n张三,是,0.9\n李四,否,0.1\n'],
    ['one word in the last row', `id,label,p\n${'a,0,0.5\n'.repeat(90_000)}b,是,0.7\n`],
    ['beside Latin letters', 'model,班级,p\nBERT模型v2,甲A,0.5\n'],
    ['a letter of a rare plane', 'name,p\n朱镕基,0.5\n王小明,0.7\n'],
    ['a letter of four bytes', 'name,p\n李㐂之明,0.5\n王小明,0.7\n'],
    ['punctuation alone', 'text,p\n“a”，b。,0.5\nc、d,0.7\n'],
  ])('reads what is no UTF-8 but Chinese as GB18030, and says so: %s', async (_, text) => {
    const result = await read(gb18030Bytes(text));
    const lines = text
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    expect([columnNames(result), ...cellsOf(result)]).toEqual(lines);
    const values = { file: 'data.csv', encoding: 'GB18030' };
    expect(result.notes.findings).toEqual([{ code: 'fallbackEncoding', severity: 'note', values }]);
    expect(result.files[0].encoding).toBe('GB18030');
  });

  it.each([
    'größer,Straße',
    'não,situação',
    'SITUAÇÃO,AÇÕES',
    'années,créée',
    '“quoted”,it’s',
    '5 €,20 °C',
    'Ærø,Ålborg',
    'ÀÉ,ÜÖ',
    'ñandú,¿Qué?',
  ])('does not take the accents of %s for Chinese', async (words) => {
    // windows-1252 differs from latin1 in these alone.
    const special: Record<string, number> = { '€': 0x80, '’': 0x92, '“': 0x93, '”': 0x94 };
    const content = Uint8Array.from(`a,b,p\n${words},0.5\n`, (letter) => special[letter] ?? letter.charCodeAt(0));
    const result = await read(content);
    expect([result.files[0].encoding, cellsOf(result)]).toEqual(['windows-1252', [[...words.split(','), '0.5']]]);
  });

  it('goes on to windows-1252 where a file is Chinese at first sight only', async () => {
    const content = joined(gb18030Bytes(`name,p\n${'王小明,0.5\n'.repeat(20_000)}`), [0xff], Buffer.from(',1\n'));
    const result = await read(content);
    expect([result.files[0].encoding, result.dataset.rowCount]).toEqual(['windows-1252', 20_001]);
    expect(cellsOf(result).at(-1)).toEqual(['ÿ', '1']);
  });

  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ['UTF-8', bytes('name,p\nÄrger,0.1\n中文', 'utf8').slice(0, -1)],
    ['UTF-16', bytes('\uFEFFname,p\n中文,0.1\n', 'utf16le').slice(0, -1)],
    ['GB18030', gb18030Bytes('name,p\n王小明,0.1\n中文').slice(0, -1)],
  ])('says that %s ends inside a letter', async (_, content) => {
    expect(await problemOf(read(content))).toEqual({ code: 'cutOff', values: { file: 'data.csv' } });
  });

  it('does not take a last accent for a letter cut off', async () => {
    const result = await read(bytes('p,name\n0.5,Jean\n0.1,José', 'latin1'));
    expect([result.files[0].encoding, cellsOf(result)[1]]).toEqual(['windows-1252', ['0.1', 'José']]);
  });

  it('never makes a letter of its own for bytes it cannot read', async () => {
    const anyBytes = fc.uint8Array({ minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(anyBytes, async (inserted) => {
        const content = joined(bytes('name,p\n中文,0.5\nx,', 'utf8'), inserted, bytes(',0.1\n', 'utf8'));
        const result = await read(content).catch(() => null);
        expect(JSON.stringify(result === null ? '' : cellsOf(result))).not.toContain('\uFFFD');
      }),
    );
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
    expect(await problemOf(read(bomb))).toEqual({ code: 'unpacksTooFar', values: { file: 'data.csv', limit: 200 } });
  });

  it('is refused where it is broken or holds something else', async () => {
    const packed = gzipSync(Buffer.from(TABLE.repeat(1000)));
    const cut = new Uint8Array(packed.subarray(0, packed.length - 20));
    expect((await problemOf(read(cut))).code).toBe('brokenGzip');
    const image = new Uint8Array(gzipSync(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0])));
    expect(await problemOf(read(image))).toEqual({ code: 'binaryFile', values: { file: 'data.csv', kind: 'PNG' } });
    const twice = new Uint8Array(gzipSync(packed));
    expect(await problemOf(read(twice))).toEqual({ code: 'packedTwice', values: { file: 'data.csv' } });
    expect((await problemOf(read(new Uint8Array(gzipSync(''))))).code).toBe('emptyFile');
  });

  it('is refused where one of its bytes was changed', async () => {
    const packed = gzipSync(Buffer.from(TABLE.repeat(1000)));
    packed[packed.length - 6] ^= 1; // its check sum
    expect((await problemOf(read(new Uint8Array(packed)))).code).toBe('brokenGzip');
  });

  it('may have several members, as "cat" and bgzip make them', async () => {
    const parts = [...TABLE.matchAll(/.{1,9}/gsu)].map(([part]) => gzipSync(Buffer.from(part)));
    const result = await read(new Uint8Array(Buffer.concat([...parts, gzipSync('')])));
    expect(cellsOf(result)).toEqual(cellsOf(await read(TABLE)));
  });

  it('in another encoding is unpacked anew', async () => {
    const result = await read(new Uint8Array(gzipSync(gb18030Bytes('名字,p\n王小明,0.5\n'))));
    expect([result.files[0].encoding, cellsOf(result)]).toEqual(['GB18030', [['王小明', '0.5']]]);
  });
});

describe('files that are no text', () => {
  it.each([
    ['Excel (.xls)', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
    ['PDF', Buffer.from('%PDF-1.7')],
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d]],
    ['NumPy (.npy)', [0x93, ...Buffer.from('NUMPY')]],
    ['pickle', [0x80, 0x04, 0x95, 0x00]],
    ['JPEG', [0xff, 0xd8, 0xff, 0xe0]],
    ['GIF', Buffer.from('GIF89a')],
    ['HDF5', [0x89, ...Buffer.from('HDF')]],
    ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
    ['bzip2', Buffer.from('BZh91AY&SY')],
    ['R data', Buffer.from('RDX3\nX\n')],
    ['RTF', Buffer.from('{\\rtf1 a,b}')],
    ['SQLite', Buffer.from('SQLite format 3')],
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
    ['HTML', '<!-- signed out --><html><head><title>Sign in</title>'],
    ['HTML', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">'],
    ['XML', '<?xml version="1.0"?>\n<Workbook/>'],
    ['ARFF', '% Made by Weka\n\n@relation predictions\n@attribute p numeric\n@data\n0.5\n'],
    ['a Git LFS pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n'],
  ])('%s', async (format, content) => {
    expect(await problemOf(read(content))).toEqual({
      code: 'unsupportedFormat',
      values: { file: 'data.csv', format },
    });
  });

  it('a table that begins with a vector is a table', async () => {
    expect(cellsOf(await read('"[0.1,0.9]",1\n"[0.2,0.8]",0\n'))[0]).toEqual(['0.1', '0.9', '1']);
  });
});

it('says that a file cannot be read any more', async () => {
  const blob = new Blob(['a,b\n1,2\n']);
  blob.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('moved')) }) as unknown as Blob;
  const { readDataset } = await import('../../../src/io/read/readDataset.ts');
  const reading = readDataset(new AbortController().signal, [{ name: 'gone.csv', blob }], () => {});
  expect(await problemOf(reading)).toEqual({ code: 'changedFile', values: { file: 'gone.csv' } });
});
