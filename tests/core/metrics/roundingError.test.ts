import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreMetricsOf, thresholdMetrics } from '../../../src/core/metrics/catalog.ts';
import { roundingErrorBetween, roundingErrors } from '../../../src/core/metrics/roundingError.ts';
import { confusionAt } from '../../../src/core/scores/confusion.ts';
import { roundIndexDown } from '../../../src/core/scores/roundDown.ts';
import { arbitraryRows } from '../arbitraryRows.ts';
import { indexOf, rowsOf } from '../rows.ts';

const unitScore = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.3, 0.35, 0.39, 0.5, 1));
const rows = arbitraryRows({ score: unitScore, minLength: 1 });
const perUnit = fc.constantFrom(2, 5, 10);
/** Sums in another order differ by a few roundings. */
const SLACK = 1e-12;

describe('roundingErrors', () => {
  it('bound what rounding down changes in every metric of the scores', () => {
    fc.assert(
      fc.property(rows, perUnit, (file, each) => {
        const index = indexOf(file);
        const rounded = roundIndexDown(index, each);
        const before = scoreMetricsOf(index).values;
        const after = scoreMetricsOf(rounded).values;
        const errors = roundingErrors(rounded, 1 / each);
        for (const id of ['rocAuc', 'averagePrecision', 'ksStatistic', 'brierScore', 'logLoss'] as const) {
          if (Number.isNaN(before[id])) expect(errors[id]).toBeNaN();
          else expect(Math.abs(after[id] - before[id])).toBeLessThanOrEqual(errors[id] + SLACK);
        }
        expect(errors.expectedCalibrationError).toBeNaN();
      }),
      { numRuns: 1000 },
    );
  });

  it('are reached: two classes on one score may have been in either order', () => {
    const rounded = indexOf(rowsOf([1, 0], [0.5, 0.5]));
    // Apart, the AUC is 1 or 0, the average precision 1 or 1/2, the KS statistic 1.
    expect(roundingErrors(rounded, 0.1)).toMatchObject({ rocAuc: 0.5, averagePrecision: 0.5, ksStatistic: 1 });
  });

  it('are 0 where every score has one class, as far as order goes', () => {
    const rounded = indexOf(rowsOf([1, 1, 0, 0], [0.9, 0.9, 0.1, 0.1]));
    expect(roundingErrors(rounded, 0.1)).toMatchObject({ rocAuc: 0, averagePrecision: 0, ksStatistic: 0 });
  });
});

describe('roundingErrorBetween', () => {
  const metrics = thresholdMetrics.filter(({ id }) => id !== 'netBenefit');

  it('bounds what rounding down changes at any threshold', () => {
    fc.assert(
      fc.property(rows, perUnit, fc.double({ min: 0, max: 1, noNaN: true }), (file, each, threshold) => {
        const index = indexOf(file);
        const rounded = roundIndexDown(index, each);
        for (const metric of metrics) {
          const before = metric.of(confusionAt(index, threshold, '>='), threshold);
          const after = metric.of(confusionAt(rounded, threshold, '>='), threshold);
          if (Number.isNaN(before) || Number.isNaN(after) || before === after) continue;
          expect(Math.abs(after - before)).toBeLessThanOrEqual(roundingErrorBetween(rounded, metric) + SLACK);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is the share of the positives on the fullest score, for recall', () => {
    const rounded = indexOf(rowsOf([1, 1, 1, 1, 0], [0.5, 0.5, 0.5, 0.2, 0.2]));
    const [recall] = thresholdMetrics.filter(({ id }) => id === 'recall');
    expect(roundingErrorBetween(rounded, recall)).toBe(0.75);
  });
});
