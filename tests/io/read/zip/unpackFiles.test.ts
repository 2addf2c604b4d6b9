import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpackFiles } from '../../../../src/io/read/zip/unpackFiles.ts';
import { ENTRY_LIMIT } from '../../../../src/io/read/zip/zipEntries.ts';
import { cellsOf, columnNames, fileOf, never, problemOf, read } from '../reading.ts';
import { writeZip } from './writeZip.ts';

const CSV = 'y,p\n1,0.75\n0,0.25\n';
const CELLS = [
  ['1', '0.75'],
  ['0', '0.25'],
];

describe('a zip with one table', () => {
  it.each([
    ['CSV', CSV],
    ['JSON', '[{"y":1,"p":0.75},{"y":0,"p":0.25}]'],
    ['CSV in gzip', gzipSync(CSV)],
  ])('of %s is that table, under the name of the zip', async (_, content) => {
    const result = await read({ 'a.zip': writeZip([{ name: '../folder/preds.csv', content }]) });
    expect(columnNames(result)).toEqual(['y', 'p']);
    expect(cellsOf(result)).toEqual(CELLS);
    expect(result.files.map(({ name }) => name)).toEqual(['a.zip']);
  });

  it('may hold it as it is, and what systems leave behind', async () => {
    const zip = writeZip([
      { name: '__MACOSX/._preds.csv', content: 'x' },
      { name: '.DS_Store', content: 'x' },
      { name: 'preds.csv', content: CSV, isStored: true },
    ]);
    const result = await read(zip);
    expect(cellsOf(result)).toEqual(CELLS);
    expect(result.notes.findings).toEqual([]);
  });

  it('says what else was in it', async () => {
    const result = await read(
      writeZip([
        { name: 'roc.png', content: 'x' },
        { name: 'preds.csv', content: CSV },
      ]),
    );
    expect(result.notes.findings).toEqual([
      { code: 'besideInZip', severity: 'note', values: { file: 'data.csv', names: ['roc.png'] } },
    ]);
  });
});

describe('a zip with several tables', () => {
  it('is a split each where their columns are the same', async () => {
    const result = await read(
      writeZip([
        { name: 'out/preds_train.csv', content: CSV },
        { name: 'out/preds_test.csv', content: 'p,y\n0.5,1\n' },
      ]),
    );
    expect(cellsOf(result)).toEqual([...CELLS.map((row) => [...row, 'train']), ['1', '0.5', 'test']]);
    expect(result.sources.map(({ name }) => name)).toEqual(['data.csv', 'data.csv']);
  });

  it('asks for one of them where they are not', async () => {
    const zip = writeZip([
      { name: 'a.csv', content: CSV },
      { name: 'b.csv', content: 'x,z\n1,2\n' },
    ]);
    expect(await problemOf(read(zip))).toEqual({
      code: 'differentTables',
      values: { file: 'data.csv', names: ['a.csv', 'b.csv'] },
    });
  });
});

describe('a zip that cannot be used', () => {
  const good = writeZip([{ name: 'a.csv', content: CSV }]);
  const damaged = writeZip([{ name: 'a.csv', content: CSV, isStored: true }]);
  damaged[40] ^= 1;
  const zip64 = good.slice();
  zip64.fill(0xff, zip64.length - 6, zip64.length - 2);
  it.each<[string, Uint8Array<ArrayBuffer>, string, Record<string, unknown>]>([
    ['is a spreadsheet', writeZip([{ name: 'xl/workbook.xml', content: '<a/>' }]), 'spreadsheet', {}],
    [
      'is an OpenDocument spreadsheet',
      writeZip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
        { name: 'content.xml', content: '<a/>' },
      ]),
      'spreadsheet',
      {},
    ],
    ['is NumPy', writeZip([{ name: 'arr_0.npy', content: 'x' }]), 'binaryFile', { kind: 'NumPy (.npz)' }],
    ['is PyTorch', writeZip([{ name: 'm/data.pkl', content: 'x' }]), 'binaryFile', { kind: 'PyTorch' }],
    ['holds a zip', writeZip([{ name: 'b.zip', content: good }]), 'packedTwice', {}],
    ['holds a zip in disguise', writeZip([{ name: 'b.csv', content: good }]), 'packedTwice', {}],
    ['has a password', writeZip([{ name: 'a.csv', content: CSV, isEncrypted: true }]), 'encryptedZip', {}],
    ['holds no table', writeZip([{ name: 'a.png', content: 'x' }]), 'noTableInZip', {}],
    ['holds nothing', writeZip([]), 'noTableInZip', {}],
    ['is cut off', good.slice(0, -30), 'brokenZip', {}],
    ['has another checksum', damaged, 'brokenZip', {}],
    ['is larger than it says', writeZip([{ name: 'a.csv', content: CSV, claimed: 3 }]), 'brokenZip', {}],
    ['says it is very large', writeZip([{ name: 'a.csv', content: CSV, claimed: 1_000_000_001 }]), 'tooLarge', {}],
    ['is zip64', zip64, 'hugeZip', {}],
    [
      'unpacks too far',
      writeZip([{ name: 'a.csv', content: Buffer.alloc(40_000_000, 48) }]),
      'unpacksTooFar',
      { limit: 200 },
    ],
    [
      'holds too many files',
      writeZip(
        Array.from({ length: ENTRY_LIMIT + 1 }, (_, at) => ({ name: `${at}.csv`, content: 'x', isStored: true })),
      ),
      'crowdedZip',
      { count: ENTRY_LIMIT + 1, limit: ENTRY_LIMIT },
    ],
  ])('because it %s', async (_, content, code, values) => {
    const problem = await problemOf(read(content));
    expect(problem).toEqual({ code, values: { file: 'data.csv', ...values } });
  });
});

/** What a file is unpacked into. */
async function unpacked(content: Uint8Array<ArrayBuffer>, name = 'a.zip') {
  const source = fileOf(content, name);
  const parts = await unpackFiles(never, [source]);
  return Promise.all(
    parts.map(async ({ file, kind, aside, source: from }) => {
      expect(from).toBe(source);
      return { name: file.name, kind, aside, text: Buffer.from(await file.blob.arrayBuffer()).toString('latin1') };
    }),
  );
}

const PARQUET = `PAR1${'x'.repeat(50)}PAR1`;

describe('what is unpacked', () => {
  it('is itself where it is not packed', async () => {
    const [text] = await unpacked(new Uint8Array(Buffer.from(CSV)), 'a.csv');
    expect(text).toEqual({ name: 'a.csv', kind: 'text', aside: [], text: CSV });
    const [parquet] = await unpacked(new Uint8Array(Buffer.from(PARQUET)), 'a.parquet');
    expect(parquet).toEqual({ name: 'a.parquet', kind: 'parquet', aside: [], text: PARQUET });
  });

  it('is left in gzip where it is text, or nothing', async () => {
    for (const content of [CSV, '']) {
      const packed = new Uint8Array(gzipSync(content));
      const [part] = await unpacked(packed, 'a.csv.gz');
      expect(part).toEqual({
        name: 'a.csv.gz',
        kind: 'gzip',
        aside: [],
        text: Buffer.from(packed).toString('latin1'),
      });
    }
  });

  it('is Parquet taken out of gzip, however many pieces it comes in', async () => {
    for (const content of [PARQUET, `PAR1${'abcdefg'.repeat(100_000)}PAR1`]) {
      const [part] = await unpacked(new Uint8Array(gzipSync(content)), 'a.parquet.gz');
      expect(part).toEqual({ name: 'a.parquet.gz', kind: 'parquet', aside: [], text: content });
    }
  });

  it('is each table of a zip under its own name, with its folder where two have the same', async () => {
    const names = async (...files: readonly string[]) =>
      (await unpacked(writeZip(files.map((name) => ({ name, content: CSV }))))).map(({ name }) => name);
    expect(await names('x/a.csv', 'x/y/b.csv', 'c.csv')).toEqual(['a.csv', 'b.csv', 'c.csv']);
    expect(await names('x/a.csv', 'y/a.csv')).toEqual(['x/a.csv', 'y/a.csv']);
    expect(await names('x/a.csv')).toEqual(['a.zip']);
  });

  it('is told with the other files beside it, once', async () => {
    const parts = await unpacked(
      writeZip([
        { name: 'a.csv', content: CSV },
        { name: 'a.png', content: 'x' },
        { name: 'b.csv', content: gzipSync(CSV) },
        { name: 'b.svg', content: 'x' },
        { name: 'c.parquet', content: PARQUET, isStored: true },
        { name: 'd.parquet', content: gzipSync(PARQUET) },
      ]),
    );
    expect(parts.map(({ kind, aside }) => [kind, aside])).toEqual([
      ['text', ['a.png', 'b.svg']],
      ['gzip', []],
      ['parquet', []],
      ['parquet', []],
    ]);
    expect(parts.map(({ text }) => text).filter((text) => text === PARQUET)).toHaveLength(2);
  });

  it('is a table by its name, or where the name tells nothing', async () => {
    const endings = 'csv tsv txt tab dat out data json jsonl ndjson parquet pq gz CSV'.split(' ');
    const tables = [...endings.map((ending) => `x/t.${ending}`), 'x/data', 'plain'];
    const others = ['a.png', 'a.csvx', 'a.xml', 'csv.html', 'x.y/a.log'];
    const parts = await unpacked(writeZip([...tables, ...others].map((name) => ({ name, content: CSV }))));
    expect(parts.map(({ name }) => name)).toEqual(tables.map((name) => name.replace('x/', '')));
    expect(parts[0].aside).toEqual(others);
  });

  it('is nothing that systems leave behind, nor what is empty', async () => {
    const left = [
      '__MACOSX/a.csv',
      'x/__MACOSX/y/a.csv',
      '.DS_Store',
      'x/.hidden',
      '.a.csv',
      'Thumbs.db',
      'x/thumbs.db',
      'desktop.ini',
      'x/Desktop.ini',
    ];
    const files = left.map((name) => ({ name, content: CSV }));
    const parts = await unpacked(
      writeZip([...files, { name: 'empty.csv', content: '' }, { name: 'my__MACOSX/a.csv', content: CSV }]),
    );
    expect(parts.map(({ name, aside }) => [name, aside])).toEqual([['a.zip', []]]);
    const similar = ['not.hidden.csv', 'x.ini', 'my.db', 'aThumbs.db'].map((name) => ({ name, content: CSV }));
    expect((await unpacked(writeZip(similar)))[0].aside).toEqual(['x.ini', 'my.db', 'aThumbs.db']);
  });
});

describe('a zip without a table', () => {
  const codeOf = async (...names: readonly string[]) =>
    (await problemOf(read(writeZip(names.map((name) => ({ name, content: 'x' })))))).code;

  it.each(['b.zip', 'b.ZIP', 'x/b.7z', 'b.rar', 'b.tar', 'b.tgz'])(
    'may hold what is packed again: %s',
    async (name) => {
      expect(await codeOf('a.png', name)).toBe('packedTwice');
    },
  );

  it.each(['zip.png', 'a.zipper', 'a.xml', 'tar.svg'])('may hold something else: %s', async (name) => {
    expect(await codeOf(name)).toBe('noTableInZip');
  });

  it.each([
    [['xl/workbook.bin'], 'spreadsheet'],
    [['data.pkl'], 'binaryFile'],
    [['a/b/data.pkl', 'a.csv'], 'binaryFile'],
    [['a/b.npy', 'a.csv'], 'binaryFile'],
    [['my/xl/workbook.xml'], 'noTableInZip'],
    [['xl/workbook.xmlx'], 'noTableInZip'],
    [['content.xml'], 'noTableInZip'],
    [['my/content.xml', 'my/mimetype.xml'], 'noTableInZip'],
    [['mydata.pkl'], 'noTableInZip'],
    [['a.npyz'], 'noTableInZip'],
  ])('is known by its files: %j', async (names, code) => expect(await codeOf(...names)).toBe(code));
});

describe('a damaged zip', () => {
  const codeOf = async (zip: Uint8Array<ArrayBuffer>) => (await problemOf(unpackFiles(never, [fileOf(zip)]))).code;

  it('is refused where a file is smaller than it says, or not packed as it says', async () => {
    expect(await codeOf(writeZip([{ name: 'a.csv', content: CSV, claimed: CSV.length + 1 }]))).toBe('brokenZip');
    expect(await codeOf(writeZip([{ name: 'a.csv', content: CSV, claimed: 1_000_000_000 }]))).toBe('brokenZip');
    const garbled = writeZip([{ name: 'a.csv', content: CSV }]);
    garbled.fill(0xff, 35, 40);
    expect(await codeOf(garbled)).toBe('brokenZip');
  });

  it('is refused with the way of packing that nobody here knows', async () => {
    const zip = writeZip([{ name: 'a.csv', content: CSV }]);
    const directory = new DataView(zip.buffer).getUint32(zip.length - 6, true);
    new DataView(zip.buffer).setUint16(directory + 10, 12, true);
    const problem = await problemOf(unpackFiles(never, [fileOf(zip)]));
    expect(problem).toEqual({ code: 'unsupportedZip', values: { file: 'data.csv', method: 12 } });
  });

  it('is left where somebody cancels', async () => {
    const cancelled = AbortSignal.abort();
    const zip = writeZip([{ name: 'a.csv', content: CSV }]);
    await expect(unpackFiles(cancelled, [fileOf(zip)])).rejects.toThrow('aborted');
  });
});
