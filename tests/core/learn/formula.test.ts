import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formulaValue,
  formulaValues,
  METRIC_FORMULAS,
  scoreFormula,
  symbolsOf,
} from '../../../src/core/learn/formula.ts';
import { scoreMetrics, thresholdMetrics } from '../../../src/core/metrics/catalog.ts';
import { buildEvaluation } from '../../../src/core/scores/evaluation.ts';
import { arbitraryRows, unitScore } from '../arbitraryRows.ts';
import { isClose } from '../close.ts';
import { indexOf, type Rows } from '../rows.ts';

const count = fc.oneof(fc.nat(12), fc.nat(100_000));
const confusion = fc.record({ tp: count, fp: count, fn: count, tn: count });
const threshold = fc.double({ min: 0, max: 0.99, noNaN: true });

describe.each(thresholdMetrics)('the formula of $id', ({ id, of }) => {
  it('comes, with the numbers in it, to the value of the catalog', () => {
    fc.assert(
      fc.property(confusion, threshold, (counts, t) => {
        const value = formulaValue(METRIC_FORMULAS[id], formulaValues(counts, t));
        const expected = of(counts, t);
        // Sums of counts cancel in differences: the error is that of the parts, which are of the size of 1.
        expect(isClose(value, expected) || Math.abs(value - expected) < 1e-12, `${value} for ${expected}`).toBe(true);
      }),
    );
  });
});

it('of a metric has no symbol but the counts, and the threshold for net benefit only', () => {
  for (const { id } of thresholdMetrics)
    expect(symbolsOf(METRIC_FORMULAS[id]).includes('t'), id).toBe(id === 'netBenefit');
});

/** The number above the line, added up row by row. */
function addedUp({ yTrue, yScore, sampleWeight }: Rows, loss: (y: number, score: number) => number): number {
  return yScore.reduce((sum, score, row) => sum + (sampleWeight?.[row] ?? 1) * loss(yTrue[row], score), 0);
}

describe('the formula of a metric of the scores', () => {
  const rows = arbitraryRows({ score: unitScore, maxLength: 40 });
  const NONE = formulaValues({ tp: 0, fp: 0, fn: 0, tn: 0 }, 0);

  it.each(scoreMetrics)('$id comes to the value of the catalog', ({ id }) => {
    fc.assert(
      fc.property(rows, (given) => {
        const evaluation = buildEvaluation('all', indexOf(given), given.yTrue.length);
        const formula = scoreFormula(id, evaluation);
        const value = evaluation.scoreMetrics[id];
        if (formula === null) {
          expect(value).toBeNaN();
          return;
        }
        expect(
          isClose(formulaValue(formula, NONE), value) || Math.abs(formulaValue(formula, NONE) - value) < 1e-12,
        ).toBe(true);
      }),
    );
  });

  it('has what it says above the line', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const evaluation = buildEvaluation('all', indexOf(given), given.yTrue.length);
        const brier = scoreFormula('brierScore', evaluation);
        if (brier?.kind !== 'quotient') return;
        const squares = addedUp(given, (y, score) => (y - score) ** 2);
        expect(formulaValue(brier.over, NONE)).toBeCloseTo(squares, 9);
        const area = scoreFormula('rocAuc', evaluation);
        if (area?.kind !== 'quotient') return;
        const pairs = addedUp(given, (y, score) =>
          y === 0 ? 0 : addedUp(given, (other, low) => (other === 1 || low > score ? 0 : low === score ? 0.5 : 1)),
        );
        expect(formulaValue(area.over, NONE)).toBeCloseTo(pairs, 9);
      }),
    );
  });
});
