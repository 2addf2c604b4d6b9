import { describe, expect, it } from 'vitest';
import { bytes, doubles, Growing, makerFor, shorts, words } from '../../../src/io/read/growing.ts';

const valuesOf = (growing: Growing) => {
  const values: number[] = [];
  growing.forEach((value, at) => {
    if (at !== values.length) expect.fail(`${at} after ${values.length} values`);
    values.push(value);
  });
  return values;
};

const filled = (make: typeof bytes, count: number, value = (at: number) => at) => {
  const growing = new Growing(make);
  for (let at = 0; at < count; at++) growing.push(value(at));
  return growing;
};

describe('Growing', () => {
  it.each([0, 1, 15, 16, 17, 33, 1000, 65_536, 200_000])('gives %i numbers back in order, more than once', (count) => {
    const growing = filled(doubles, count, (at) => at / 7);
    const expected = Float64Array.from({ length: count }, (_, at) => at / 7);
    expect(growing.length).toBe(count);
    expect(Float64Array.from(valuesOf(growing))).toEqual(expected);
    growing.push(-1);
    expect(valuesOf(growing).at(-1)).toBe(-1);
    expect(growing.moveTo(new Float64Array(count + 1)).subarray(0, count)).toEqual(expected);
  });

  it('forgets what it has moved, and may be filled anew', () => {
    const growing = filled(words, 100);
    growing.moveTo(new Uint32Array(100));
    expect([growing.length, growing.byteLength, valuesOf(growing)]).toEqual([0, 0, []]);
    growing.push(7);
    expect([growing.length, valuesOf(growing)]).toEqual([1, [7]]);
  });

  it('takes greater numbers once it is widened, and keeps the others', () => {
    const growing = filled(bytes, 20);
    growing.widen(shorts);
    for (const value of [256, 65_535]) growing.push(value);
    growing.widen(words);
    growing.push(65_536);
    expect(growing.moveTo(new Uint32Array(23))).toEqual(
      Uint32Array.from([...Array.from({ length: 20 }, (_, at) => at), 256, 65_535, 65_536]),
    );
  });

  it('takes little for few numbers, and no more than twice what many need', () => {
    expect(new Growing(doubles).byteLength).toBe(0);
    expect(filled(doubles, 1).byteLength).toBe(16 * 8);
    for (const count of [16, 17, 1000, 65_536, 200_000]) {
      const { byteLength } = filled(shorts, count);
      expect(byteLength).toBeGreaterThanOrEqual(2 * count);
      expect(byteLength).toBeLessThanOrEqual(Math.min(4 * count, 2 * count + 2 * 65_536));
    }
  });
});

it.each([
  [0, bytes],
  [255, bytes],
  [256, shorts],
  [65_535, shorts],
  [65_536, words],
])('takes the narrowest array for numbers up to %i', (greatest, make) => {
  expect(makerFor(greatest)).toBe(make);
});
