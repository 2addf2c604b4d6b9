import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberIn } from '../../../src/core/dataset/cell.ts';
import { plainDecimal } from '../../../src/io/read/plainDecimal.ts';

/** With something on either side that must not be looked at. */
const read = (text: string, allowsPoint = true) => {
  const bytes = new TextEncoder().encode(`7${text}7`);
  return plainDecimal(bytes, 1, bytes.length - 1, allowsPoint);
};

const digits = (most: number) =>
  fc.array(fc.constantFrom(...'0123456789'), { maxLength: most }).map((list) => list.join(''));
const decimal = fc
  .tuple(fc.constantFrom('', '-'), digits(12), fc.constantFrom('', '.'), digits(24))
  .map((parts) => parts.join(''));

/** Decimals of that many digits on either side of the middle between a double and the next one, where rounding is hardest. */
function aroundMiddle(value: number, length: number): string[] {
  const bits = new BigUint64Array(Float64Array.of(value).buffer)[0];
  const exponent = Number((bits >> 52n) & 0x7ffn) - 1076;
  const middle = 2n * ((bits & (2n ** 52n - 1n)) | (2n ** 52n)) + 1n;
  const scaled = ((middle * 10n ** 60n) / 2n ** BigInt(-exponent)).toString().padStart(61, '0');
  const whole = scaled.slice(0, -60);
  const kept = `${whole}${scaled.slice(-60)}`.slice(0, whole === '0' ? length + 1 : length);
  return [0n, 1n].map((more) => {
    const shifted = String(BigInt(kept) + more).padStart(kept.length, '0');
    return `${shifted.slice(0, whole.length)}.${shifted.slice(whole.length)}`;
  });
}

describe('plainDecimal', () => {
  it('gives the double that Number gives, or leaves it to others', () => {
    let found = 0;
    fc.assert(
      fc.property(decimal, (text) => {
        const value = read(text);
        if (Number.isNaN(value)) return;
        found++;
        expect(value).toBe(Number(text));
        expect(value).toBe(numberIn(text));
      }),
      { numRuns: 5000 },
    );
    expect(found).toBeGreaterThan(1000);
  });

  it('reads every score as engines write it, to the last bit', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1, noNaN: true }), (score) => {
        expect(read(String(score))).toBe(score);
        expect(read(String(-100 * score))).toBe(-100 * score);
      }),
      { numRuns: 5000 },
    );
  });

  it('rounds as Number does next to the middle between two doubles', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 1e6, noNaN: true }), fc.integer({ min: 16, max: 18 }), (value, length) => {
        for (const text of aroundMiddle(value, length)) {
          const number = read(text);
          expect(Number.isNaN(number) || number === Number(text)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['0', 0],
    ['-0', -0],
    ['7', 7],
    ['123456789', 123456789],
    ['1234567890', 1234567890],
    ['999999999999999', 999999999999999],
    ['-12.5', -12.5],
    ['0.1', 0.1],
    ['0.000000000000000000001', 1e-21],
    ['0.0000000000000000000001', 1e-22],
    ['123456789012345678.0', Number.NaN],
    ['12345678901234567.8', Number('12345678901234567.8')],
    ['0.123456789012345678', Number('0.123456789012345678')],
    ['0.1234567890123456789', Number.NaN],
    ['0.00000000000000000000001', Number.NaN],
    ['1000000000000000', Number.NaN],
    ['', Number.NaN],
    ['-', Number.NaN],
    ['.', Number.NaN],
    ['.5', Number.NaN],
    ['-.5', Number.NaN],
    ['5.', Number.NaN],
    ['00', Number.NaN],
    ['007', Number.NaN],
    ['-01.5', Number.NaN],
    ['00.5', Number.NaN],
    ['1.2.3', Number.NaN],
    ['1-2', Number.NaN],
    ['--1', Number.NaN],
    ['+1', Number.NaN],
    ['1e5', Number.NaN],
    [' 1', Number.NaN],
    ['1 ', Number.NaN],
    ['1/2', Number.NaN],
    ['1:2', Number.NaN],
    ['１', Number.NaN],
  ])('%s', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it('takes no point where none is allowed', () => {
    expect([read('1.5', false), read('15', false)]).toEqual([Number.NaN, 15]);
  });
});
