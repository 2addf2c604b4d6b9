import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EncodingEvidence } from '../../../src/io/read/fallbackEncoding.ts';

/** Letters stand for themselves. */
const bytesOf = (parts: readonly (number | string)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [part])));

function evidenceIn(...parts: readonly (number | string)[]): EncodingEvidence {
  const evidence = new EncodingEvidence();
  evidence.add(bytesOf(parts));
  return evidence;
}

const decide = (...parts: readonly (number | string)[]) => evidenceIn(...parts).decide();
/** The commonest of all Chinese letters, 的, and one that is rare, 銑. */
const COMMON = [0xb5, 0xc4];
const RARE = [0xe3, 0x8a];

describe('what GB18030 does not allow', () => {
  it.each([
    ['a byte that begins nothing', [0xff]],
    ['a blank as the second byte', [0xb0, 0x20]],
    ['a second byte below the digits', [0xb0, 0x2f]],
    ['a second byte between digits and letters', [0xb0, 0x3a]],
    ['a second byte just below the letters', [0xb0, 0x3f]],
    ['DEL as the second byte', [0xb0, 0x7f]],
    ['255 as the second byte', [0xb0, 0xff]],
    ['a third byte too low', [0x81, 0x30, 0x80, 0x30]],
    ['a third byte too high', [0x81, 0x30, 0xff, 0x30]],
    ['a fourth byte below the digits', [0x81, 0x30, 0x81, 0x2f]],
    ['a fourth byte above the digits', [0x81, 0x30, 0x81, 0x3a]],
  ])('%s', (_, parts) => {
    expect(evidenceIn(...parts).isEnough).toBe(true);
    // However many common letters stand around it.
    expect(decide(...COMMON, ...COMMON, ...parts, ...COMMON)).toBe('windows-1252');
    expect(() => new TextDecoder('gb18030', { fatal: true }).decode(bytesOf(parts))).toThrow();
  });

  it.each([
    ['ASCII', ['az']],
    ['the euro sign', [0x80]],
    ['the lowest second byte', [0xb0, 0x40]],
    ['the one before DEL', [0xb0, 0x7e]],
    ['the one after DEL', [0xb0, 0x80]],
    ['the highest second byte', [0xb0, 0xfe]],
    ['the lowest first byte', [0x81, 0x40]],
    ['the lowest letter of four', [0x81, 0x30, 0x81, 0x30]],
    ['a letter of four with high bytes', [0x81, 0x39, 0xfe, 0x39]],
    ['a letter that the end cuts off', [0xb0]],
    ['a letter of four that the end cuts off', [0x81, 0x30]],
    ['what stands behind a letter of four', [0x81, 0x30, 0x81, 0x30, 'a', 0xb0, 0xa1]],
  ])('is not %s', (_, parts) => expect(evidenceIn(...parts).isEnough).toBe(false));

  it('is nothing that a decoder reads', () => {
    const byte = fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0x30, 0x39, 0x41, 0x7f, 0x80, 0x81, 0xfe));
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 8 }), (parts) => {
        const isRead = (() => {
          try {
            return new TextDecoder('gb18030', { fatal: true }).decode(bytesOf(parts)) !== null;
          } catch {
            return false;
          }
        })();
        if (isRead) expect(evidenceIn(...parts).isEnough).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what speaks for Chinese', () => {
  it('is a pair of high bytes among punctuation and the commonest characters, rows 1 to 3 and 16 to 55 of GB 2312', () => {
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      const row = lead - 0xa0;
      const isCommon = (row >= 1 && row <= 3) || (row >= 16 && row <= 55);
      expect(decide(lead, 0xa1), `row ${row}`).toBe(isCommon ? 'GB18030' : 'windows-1252');
      expect(decide(lead, 0xfe), `row ${row}`).toBe(isCommon ? 'GB18030' : 'windows-1252');
      expect(decide(lead, 0xa0), `row ${row}`).toBe('windows-1252');
    }
  });

  it.each([
    ['a rare letter', RARE],
    ['the euro sign', [0x80]],
    ['a letter of four', [0x81, 0x30, 0x81, 0x30]],
  ])('is outweighed by as much of what speaks against it: %s', (_, rare) => {
    expect(decide(...COMMON, ...rare)).toBe('windows-1252');
    expect(decide(...rare, ...COMMON)).toBe('windows-1252');
    expect(decide(...COMMON, ...rare, ...COMMON)).toBe('GB18030');
    expect(decide(...COMMON, ...rare, ...COMMON, ...rare)).toBe('windows-1252');
  });

  it('is no pair between two ASCII letters, where accented letters stand', () => {
    for (const letter of ['a', 'z', 'A', 'Z', 'm']) {
      expect(decide(letter, ...COMMON, letter)).toBe('windows-1252');
      expect(decide(letter, ...COMMON, letter, ...COMMON, ' ')).toBe('windows-1252');
      expect(decide(letter, ...COMMON)).toBe('GB18030');
      expect(decide(...COMMON, letter)).toBe('GB18030');
      expect(decide(letter, ...COMMON, ',', letter)).toBe('GB18030');
      expect(decide(letter, ' ', ...COMMON, letter)).toBe('GB18030');
      expect(decide(letter, ...COMMON, ...COMMON, letter)).toBe('GB18030');
      for (const other of ['@', '[', '`', '{', '0']) {
        expect(decide(letter, ...COMMON, other)).toBe('GB18030');
        expect(decide(other, ...COMMON, letter)).toBe('GB18030');
      }
    }
    // One such pair takes back what another one gave.
    expect(decide(...COMMON, ...COMMON, ...COMMON, 'a', ...COMMON, 'b')).toBe('GB18030');
    expect(decide(...COMMON, 'a', ...COMMON, 'b')).toBe('windows-1252');
  });

  it('is nothing in ASCII, nor in a letter that the end cuts off', () => {
    expect(decide('abc')).toBe('windows-1252');
    expect(decide()).toBe('windows-1252');
    expect(decide(0xb5)).toBe('windows-1252');
    expect(decide(...COMMON, 0xb5)).toBe('GB18030');
    expect(decide(...COMMON, 0x81, 0x30, 0x81)).toBe('GB18030');
  });

  it('is enough after twenty thousand letters of whatever kind', () => {
    const many = (count: number) => {
      const evidence = new EncodingEvidence();
      for (let at = 0; at < count; at++) evidence.add(bytesOf(at % 2 === 0 ? COMMON : RARE));
      return evidence.isEnough;
    };
    expect([many(20_000), many(20_001)]).toEqual([false, true]);
  });

  it('is the same however the bytes are cut', () => {
    const part = fc.oneof(
      fc.constantFrom(COMMON, RARE, [0x80], [0xff], [0x81, 0x30, 0x81, 0x30], [0x61], [0x20], [0xb0, 0x20]),
      fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.nat(40), (parts, cut) => {
        const bytes = bytesOf(parts.flat());
        const evidence = new EncodingEvidence();
        evidence.add(bytes.subarray(0, cut));
        evidence.add(bytes.subarray(cut));
        const whole = evidenceIn(...bytes);
        expect([evidence.decide(), evidence.isEnough, evidence.isOnlyAtEnd]).toEqual([
          whole.decide(),
          whole.isEnough,
          whole.isOnlyAtEnd,
        ]);
      }),
    );
  });
});

describe('bytes beyond ASCII at the very end', () => {
  it.each([
    [['abc', 0xc3], true],
    [['abc', 0xe4, 0xbd], true],
    [['abc', 0xf0, 0x9f, 0x98], true],
    [[0xc3], true],
    [['abc', 0xf0, 0x9f, 0x98, 0x80], false],
    [['abc', 0xc3, 'd'], false],
    [['a', 0x80, 'bc', 0xc3], false],
    [['ab', 0x80, 'c', 0xc3], true],
    [['abc', 0x80], true],
    [[0xc3, 'abcdef', 0xc3], false],
    [['abc'], false],
  ])('%j: %j', (parts, expected) => expect(evidenceIn(...parts).isOnlyAtEnd).toBe(expected));
});
