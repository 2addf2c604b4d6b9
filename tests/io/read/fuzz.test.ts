import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countSkipped } from '../../../src/core/dataset/accounting.ts';
import { ReadProblem } from '../../../src/io/readProblem.ts';
import { openWhole } from './reading.ts';

const SEEDS = ['missing_values', 'bom_crlf_tab', 'weights', 'labels_yes_no', 'number_spelling'].map(
  (name) => new Uint8Array(readFileSync(new URL(`../../golden/${name}.csv`, import.meta.url))),
);

/** Bytes that mean something to a reader, and some that mean nothing to anybody. */
const byte = fc.oneof(
  fc.constantFrom(...Buffer.from('",;\t\r\n|%-0 1aN')),
  fc.constantFrom(0, 0xc3, 0xff, 0x80),
  fc.nat(255),
);
const mutation = fc.record({ at: fc.nat(200), remove: fc.nat(6), insert: fc.array(byte, { maxLength: 4 }) });

it('opens any damaged file, or says what is wrong, and accounts for every row', async () => {
  const damaged = fc.record({
    seed: fc.constantFrom(...SEEDS),
    mutations: fc.array(mutation, { minLength: 1, maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(damaged, async ({ seed, mutations }) => {
      const bytes = [...seed];
      for (const { at, remove, insert } of mutations) bytes.splice(at, remove, ...insert);
      try {
        const { prepared, page } = await openWhole(new Uint8Array(bytes));
        const { read, kept, skipped } = prepared.accounting;
        expect(read).toBe(kept + countSkipped(skipped));
        expect(page.total).toBe(kept);
        expect(page.rows.every(({ score }) => Number.isFinite(score))).toBe(true);
      } catch (error) {
        if (!(error instanceof ReadProblem)) throw error;
      }
    }),
    { numRuns: 1000 },
  );
});
