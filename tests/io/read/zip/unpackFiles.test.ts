import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ENTRY_LIMIT } from '../../../../src/io/read/zip/zipEntries.ts';
import { cellsOf, columnNames, problemOf, read } from '../reading.ts';
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
      { code: 'besideInZip', severity: 'note', values: { file: 'data.csv', names: 'roc.png' } },
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
      values: { file: 'data.csv', names: 'a.csv, b.csv' },
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
