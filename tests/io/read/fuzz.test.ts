import { describe, expect, it } from 'vitest';
import { countSkipped } from '../../../src/core/rows/accounting.ts';
import { ReadProblem } from '../../../src/io/readProblem.ts';
import { mutate, seedFiles } from './mutations.ts';
import { openWhole } from './reading.ts';

describe('mutate', () => {
  it('damages the same way for the same seed, and in many ways for many', () => {
    const [{ bytes }] = seedFiles;
    const all = Array.from({ length: 200 }, (_, seed) => Buffer.from(mutate(seed, bytes)).toString('hex'));
    expect(new Set(all).size).toBeGreaterThan(190);
    expect(Buffer.from(mutate(7, bytes)).toString('hex')).toBe(all[7]);
  });

  it('leaves the bytes it is given alone', () => {
    for (const { bytes } of seedFiles) {
      const before = bytes.slice();
      for (let seed = 0; seed < 50; seed++) mutate(seed, bytes);
      expect(bytes).toEqual(before);
    }
  });
});

it.each(seedFiles)('opens $name', async ({ bytes }) => {
  const { prepared } = await openWhole(bytes);
  expect(prepared.accounting.kept).toBeGreaterThan(0);
});

it.each(seedFiles)('opens $name however damaged, or says what is wrong, and accounts for every row', async (file) => {
  const ownNames = Object.getOwnPropertyNames(Object.prototype);
  for (let seed = 0; seed < 250; seed++) {
    try {
      const { prepared, page } = await openWhole(mutate(seed, file.bytes));
      const { read, kept, skipped } = prepared.accounting;
      expect(read).toBe(kept + countSkipped(skipped));
      expect(page.total).toBe(kept);
      expect(page.rows.every(({ score }) => Number.isFinite(score))).toBe(true);
    } catch (error) {
      if (!(error instanceof ReadProblem)) throw new Error(`seed ${seed}`, { cause: error });
    }
  }
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(ownNames);
});
