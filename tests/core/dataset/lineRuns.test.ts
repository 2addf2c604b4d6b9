import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineAt } from '../../../src/core/dataset/lineRuns.ts';

it('counts on from the first line of the run that a row is in', () => {
  const run = fc.record({ line: fc.integer({ min: 1, max: 1e6 }), length: fc.integer({ min: 1, max: 5 }) });
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 20 }), (runs) => {
      const lines = runs.flatMap(({ line, length }) => Array.from({ length }, (_, at) => line + at));
      let row = 0;
      const rows = runs.map(({ length }) => {
        row += length;
        return row - length;
      });
      const held = { rows: Uint32Array.from(rows), lines: Uint32Array.from(runs, ({ line }) => line) };
      expect(lines.map((_, at) => lineAt(held, at))).toEqual(lines);
    }),
  );
});
