import { deflateRawSync, crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../../src/io/read/zip/crc32.ts';
import { ENTRY_LIMIT, packedBytes, zipEntries } from '../../../../src/io/read/zip/zipEntries.ts';
import { fileOf, problemOf } from '../reading.ts';
import { writeZip } from './writeZip.ts';

const A = 'y,p\n1,0.5\n';
const B = 'p\n'.repeat(50);
const good = () =>
  writeZip([
    { name: 'a.csv', content: A, isStored: true },
    { name: 'in/', content: '' },
    { name: 'in/b é.csv', content: B },
    { name: 'c.csv', content: 'secret', isEncrypted: true },
  ]);
const END = 22;
const view = (zip: Uint8Array) => new DataView(zip.buffer, zip.byteOffset, zip.length);
const directoryOf = (zip: Uint8Array) => view(zip).getUint32(zip.length - END + 16, true);

/** A good zip with one number written over; places from the end of it are negative. */
function patched(place: number, value: number, bytes: 2 | 4 = 4): Uint8Array<ArrayBuffer> {
  const zip = good();
  const at = place < 0 ? zip.length + place : place;
  if (bytes === 2) view(zip).setUint16(at, value, true);
  else view(zip).setUint32(at, value, true);
  return zip;
}

const entriesIn = (zip: Uint8Array<ArrayBuffer>) => zipEntries(fileOf(zip, 'a.zip'));
const problemIn = async (zip: Uint8Array<ArrayBuffer>) => (await problemOf(entriesIn(zip))).code;

describe('the files in a zip', () => {
  it('are told with all that is written of them, but for folders', async () => {
    const packed = deflateRawSync(Buffer.from(B)).length;
    const header = (name: string) => 30 + Buffer.from(name).length;
    const plain = { isEncrypted: false, method: 8 };
    expect(await entriesIn(good())).toEqual([
      { ...plain, name: 'a.csv', method: 0, crc: zlibCrc32(A), packedSize: A.length, size: A.length, offset: 0 },
      {
        ...plain,
        name: 'in/b é.csv',
        crc: zlibCrc32(B),
        packedSize: packed,
        size: B.length,
        offset: header('a.csv') + A.length + header('in/') + deflateRawSync(Buffer.from('')).length,
      },
      expect.objectContaining({ name: 'c.csv', isEncrypted: true, size: 6 }),
    ]);
    expect(await entriesIn(writeZip([]))).toEqual([]);
  });

  it('are found before a comment of any length that a zip may have', async () => {
    const zip = good();
    const withComment = (length: number) => {
      const long = new Uint8Array(zip.length + length).fill(1);
      long.set(zip);
      return entriesIn(long);
    };
    for (const length of [1, 1000, 65_535]) expect(await withComment(length)).toHaveLength(3);
    expect((await problemOf(withComment(65_536))).code).toBe('brokenZip');
  });

  it('may have more behind their names, which is passed over', async () => {
    const zip = good();
    const start = directoryOf(zip);
    const nameEnd = start + 46 + 'a.csv'.length;
    const longer = new Uint8Array(zip.length + 7);
    longer.set(zip.subarray(0, nameEnd));
    longer.set(zip.subarray(nameEnd), nameEnd + 7);
    view(longer).setUint16(start + 30, 4, true);
    view(longer).setUint16(start + 32, 3, true);
    const size = view(zip).getUint32(zip.length - END + 12, true);
    view(longer).setUint32(longer.length - END + 12, size + 7, true);
    expect(await entriesIn(longer)).toEqual(await entriesIn(zip));
  });

  it.each<[string, () => Uint8Array<ArrayBuffer>, string]>([
    ['there is no end', () => patched(-END, 0), 'brokenZip'],
    ['it is shorter than an end', () => good().slice(-21), 'brokenZip'],
    ['it is empty', () => new Uint8Array(), 'brokenZip'],
    ['there are fewer files than it says', () => patched(-END + 10, 5, 2), 'brokenZip'],
    ['its list begins elsewhere', () => patched(-END + 16, 1), 'brokenZip'],
    ['its list goes beyond the end', () => patched(-END + 12, 1_000_000), 'brokenZip'],
    ['its list begins beyond the end', () => patched(-END + 16, 1_000_000), 'brokenZip'],
    ['a name goes beyond the list', () => patched(directoryOf(good()) + 28, 60_000, 2), 'brokenZip'],
    ['a file is no file', () => patched(directoryOf(good()), 7), 'brokenZip'],
    ['the second file is none', () => patched(directoryOf(good()) + 46 + 5, 7), 'brokenZip'],
    ['it is zip64 by the number of files', () => patched(-END + 10, 0xffff, 2), 'hugeZip'],
    ['it is zip64 by the length of the list', () => patched(-END + 12, 0xffffffff), 'hugeZip'],
    ['it is zip64 by the place of the list', () => patched(-END + 16, 0xffffffff), 'hugeZip'],
    ['a file is zip64 by what it is packed into', () => patched(directoryOf(good()) + 20, 0xffffffff), 'hugeZip'],
    ['a file is zip64 by its size', () => patched(directoryOf(good()) + 24, 0xffffffff), 'hugeZip'],
    ['a file is zip64 by its place', () => patched(directoryOf(good()) + 42, 0xffffffff), 'hugeZip'],
    ['it says there are very many', () => patched(-END + 10, ENTRY_LIMIT + 1, 2), 'crowdedZip'],
    ['it says there are just not too many, which are missing', () => patched(-END + 10, ENTRY_LIMIT, 2), 'brokenZip'],
  ])('are refused where %s', async (_, zip, code) => expect(await problemIn(zip())).toBe(code));

  it('cannot be told from a file that has changed', async () => {
    const { name, blob } = fileOf(good(), 'a.zip');
    const gone = { size: blob.size, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) };
    const problem = await problemOf(zipEntries({ name, blob: gone as unknown as Blob }));
    expect(problem).toEqual({ code: 'changedFile', values: { file: 'a.zip' } });
  });
});

describe('the packed bytes of a file', () => {
  it('stand behind its own name and what is behind that', async () => {
    const zip = good();
    const [a, b] = await entriesIn(zip);
    const textOf = async (content: Uint8Array<ArrayBuffer>, entry = a) =>
      (await packedBytes(fileOf(content, 'a.zip'), entry)).text();
    expect(await textOf(zip)).toBe(A);
    const packed = await packedBytes(fileOf(zip, 'a.zip'), b);
    expect(Buffer.from(await packed.arrayBuffer())).toEqual(deflateRawSync(Buffer.from(B)));
    // Two bytes more than the name of the first: what would be its first two letters.
    expect(await textOf(patched(28, 2, 2), { ...a, packedSize: A.length - 2 })).toBe(A.slice(2));
  });

  it.each<[string, () => Uint8Array<ArrayBuffer>, object]>([
    ['their header is none', () => patched(0, 7), {}],
    ['their header is beyond the end', good, { offset: 1_000_000 }],
    ['there is no room for their header', () => good().slice(0, 29), {}],
    ['they go beyond the end', good, { packedSize: 1_000_000 }],
  ])('are refused where %s', async (_, zip, change) => {
    const [entry] = await entriesIn(good());
    const problem = await problemOf(packedBytes(fileOf(zip(), 'a.zip'), { ...entry, ...change }));
    expect(problem).toEqual({ code: 'brokenZip', values: { file: 'a.zip' } });
  });

  it('may end where the file ends', async () => {
    const [entry] = await entriesIn(good());
    const whole = good().slice(0, 30 + 5 + A.length);
    expect(await (await packedBytes(fileOf(whole, 'a.zip'), entry)).text()).toBe(A);
  });
});

describe('crc32', () => {
  it('is that of zlib, in one piece or two', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
        const both = Uint8Array.from([...a, ...b]);
        expect(crc32(b, crc32(a, 0))).toBe(zlibCrc32(both));
      }),
    );
  });
});
