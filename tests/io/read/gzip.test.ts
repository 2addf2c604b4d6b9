import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unpackedGzip } from '../../../src/io/read/gzip.ts';

/** What comes out of packed bytes that arrive so many at a time. */
async function unpack(packed: Uint8Array, chunkBytes: number) {
  async function* from(start: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (let at = start; at < packed.length; at += chunkBytes) yield packed.slice(at, at + chunkBytes);
  }
  const given: number[] = [];
  const chunks: Uint8Array[] = [];
  for await (const chunk of unpackedGzip(from, (bytes) => given.push(bytes))) chunks.push(chunk);
  return { bytes: Buffer.concat(chunks), given };
}

/** The header of a member, which is no member here. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);

describe('gzip', () => {
  it('is unpacked member by member, however its bytes arrive', async () => {
    const member = fc.uint8Array({ maxLength: 300 });
    const chunkBytes = fc.integer({ min: 1, max: 200 });
    const level = fc.constantFrom(0, 1, 9);
    await fc.assert(
      fc.asyncProperty(fc.array(member, { minLength: 1, maxLength: 5 }), chunkBytes, level, async (parts, size, of) => {
        const packed = Buffer.concat(parts.map((part) => gzipSync(part, { level: of })));
        const { bytes, given } = await unpack(packed, size);
        expect(bytes.equals(Buffer.concat(parts))).toBe(true);
        expect(given.at(-1)).toBe(packed.length);
      }),
      { numRuns: 60 },
    );
  });

  it.each([1, 7, 50_000])('is unpacked once where its data looks like a member: %d bytes at a time', async (size) => {
    const content = Buffer.concat([Buffer.alloc(500, 'before,'), HEADER, Buffer.alloc(500, 'behind,')]);
    // Not packed any further, so that the header stands in it as it is.
    const packed = gzipSync(content, { level: 0 });
    expect(packed.indexOf(HEADER, 1)).toBeGreaterThan(0);
    const two = Buffer.concat([packed, gzipSync('end')]);
    expect((await unpack(two, size)).bytes.toString('latin1')).toBe(`${content.toString('latin1')}end`);
  });

  it.each([
    ['another magic number', 1, [0x8c]],
    ['another method', 2, [7]],
    ['a flag that is none', 3, [32]],
    ['another effort', 8, [1]],
    ['another effort yet', 8, [3]],
    ['an effort beyond all', 8, [5]],
    ['a system beyond all', 9, [14]],
    ['a system that is none', 9, [254]],
  ])('knows data from members by %s, however often it comes', async (_, place, [value]) => {
    const header = Buffer.from(HEADER);
    header[place] = value;
    const content = Buffer.concat([Buffer.alloc(300, 'a,'), header, Buffer.alloc(300, 'b,'), header, header, HEADER]);
    const packed = gzipSync(content, { level: 0 });
    for (const size of [9, 50_000]) expect((await unpack(packed, size)).bytes.equals(content)).toBe(true);
  });

  it('is refused where its second member is broken or cut off', async () => {
    const [first, second] = [gzipSync('a,b\n'.repeat(100)), gzipSync('1,2\n'.repeat(100))];
    second[second.length - 6] ^= 1;
    await expect(unpack(Buffer.concat([first, second]), 64)).rejects.toThrow();
    await expect(unpack(Buffer.concat([first, second.subarray(0, 30)]), 64)).rejects.toThrow();
  });
});
