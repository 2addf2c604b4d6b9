import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCutGrid, gridOfOneCut, thresholdsOfCut } from '../../../src/core/intervals/cutGrid.ts';
import { confusionAt, type DecisionRule } from '../../../src/core/scores/confusion.ts';
import { amountFrom, buildScoreIndex } from '../../../src/core/scores/scoreIndex.ts';

const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: -20, max: 20 })), {
  minLength: 1,
  maxLength: 60,
});
const rules = fc.constantFrom<DecisionRule>('>=', '>');
const indexOf = (drawn: [number, number][]) =>
  buildScoreIndex(
    Uint8Array.from(drawn, ([label]) => label),
    Float64Array.from(drawn, ([, score]) => score / 4),
  );

describe('buildCutGrid', () => {
  it('has cuts whose thresholds make their decisions, from nobody to everybody', () => {
    fc.assert(
      fc.property(rows, rules, fc.integer({ min: 12, max: 80 }), (drawn, rule, most) => {
        const index = indexOf(drawn);
        const grid = buildCutGrid(index, rule, { most });
        const count = grid.thresholds.length;
        for (let k = 0; k < count; k++) {
          const { tp, fp } = confusionAt(index, grid.thresholds[k], rule);
          expect([amountFrom(index.positives, grid.p[k]), amountFrom(index.negatives, grid.n[k])]).toEqual([tp, fp]);
          const { low, high } = thresholdsOfCut(index, grid, k);
          const inside = rule === '>=' ? high : low;
          const outside = rule === '>=' ? low : high;
          expect(confusionAt(index, inside, rule)).toEqual(confusionAt(index, grid.thresholds[k], rule));
          if (Number.isFinite(outside)) {
            expect(confusionAt(index, outside, rule)).not.toEqual(confusionAt(index, grid.thresholds[k], rule));
          }
          if (k > 0) expect(grid.thresholds[k]).toBeLessThan(grid.thresholds[k - 1]);
        }
        const distinct = new Set(drawn.map(([, score]) => score)).size;
        expect(grid.isComplete).toBe(distinct < most);
        if (grid.isComplete) expect(count).toBe(distinct + 1);
        expect(grid.p[count - 1] + grid.n[count - 1]).toBe(0);
      }),
    );
  });

  it('holds the cuts that are asked for, and no more than about so many', () => {
    const scores = Float64Array.from({ length: 5000 }, (_, i) => Math.sin(i));
    const index = buildScoreIndex(
      Uint8Array.from(scores, (_, i) => (i % 3 === 0 ? 1 : 0)),
      scores,
    );
    const wish = { most: 100, with: [scores[77]], within: { low: 0.2, high: 0.3 } };
    const { thresholds } = buildCutGrid(index, '>=', wish);
    expect(thresholds.includes(scores[77])).toBe(true);
    expect(thresholds.length).toBeLessThan(110);
    expect(thresholds.filter((threshold) => threshold >= 0.2 && threshold <= 0.3).length).toBeGreaterThan(50);
  });
});

describe('gridOfOneCut', () => {
  it('stands between nobody and everybody', () => {
    const index = buildScoreIndex(Uint8Array.of(1, 0, 1), Float64Array.of(3, 2, 1));
    expect(gridOfOneCut(index, 2, '>=')).toMatchObject({ p: Uint32Array.of(2, 1, 0), n: Uint32Array.of(1, 0, 0) });
    expect(gridOfOneCut(index, 2, '>')).toMatchObject({ p: Uint32Array.of(2, 1, 0), n: Uint32Array.of(1, 1, 0) });
  });
});
