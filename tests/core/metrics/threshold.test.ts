import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thresholdMetric, thresholdMetrics } from '../../../src/core/metrics/catalog.ts';
import type { ThresholdMetricId, UndefinedReason } from '../../../src/core/metrics/metric.ts';
import { type Confusion, confusionAt } from '../../../src/core/scores/confusion.ts';
import { isClose } from '../close.ts';
import { indexOf, rowsOf } from '../rows.ts';
import { isUndefined } from '../undefinedCells.ts';

const confusion = (tp: number, fp: number, fn: number, tn: number): Confusion => ({ tp, fp, fn, tn });
const metricAt = (id: ThresholdMetricId, counts: Confusion, threshold = 0.5) =>
  thresholdMetric(id).of(counts, threshold);

describe('on 20 positives and 80 negatives, 15 and 5 of them flagged', () => {
  const counts = confusion(15, 5, 5, 75);
  it.each<[ThresholdMetricId, number]>([
    ['precision', 15 / 20],
    ['recall', 15 / 20],
    ['specificity', 75 / 80],
    ['npv', 75 / 80],
    ['fpr', 5 / 80],
    ['fnr', 5 / 20],
    ['fdr', 5 / 20],
    ['falseOmissionRate', 5 / 80],
    ['f1', 0.75],
    ['f2', 0.75],
    ['f05', 0.75],
    ['accuracy', 0.9],
    ['balancedAccuracy', 0.84375],
    ['matthewsCorrcoef', 0.6875],
    ['cohenKappa', 0.6875],
    ['youdenJ', 0.6875],
    ['gMean', Math.sqrt(0.75 * 0.9375)],
    ['jaccard', 0.6],
    ['selectionRate', 0.2],
    ['lift', 3.75],
    ['positiveLikelihoodRatio', 12],
    ['negativeLikelihoodRatio', 4 / 15],
    ['netBenefit', 0.1],
  ])('%s is %d', (id, expected) => {
    expect(isClose(metricAt(id, counts), expected)).toBe(true);
  });

  it('tells F2 from F0.5', () => {
    const cautious = confusion(10, 0, 10, 80);
    expect(metricAt('f1', cautious)).toBeCloseTo(2 / 3, 15);
    expect(metricAt('f2', cautious)).toBeCloseTo(50 / 90, 15);
    expect(metricAt('f05', cautious)).toBeCloseTo(12.5 / 15, 15);
  });

  it('weighs false alarms in the net benefit by the odds of the threshold', () => {
    expect(metricAt('netBenefit', counts, 0)).toBe(0.15);
    expect(metricAt('netBenefit', counts, 0.2)).toBeCloseTo(0.1375, 15);
    expect(metricAt('netBenefit', counts, 0.9)).toBeCloseTo(-0.3, 15);
  });
});

// From the test suite of scikit-learn 1.2.1 (BSD-3-Clause), sklearn/metrics/tests/test_classification.py.
describe('the cases of scikit-learn', () => {
  it('likelihood ratios', () => {
    const counts = confusion(2, 8, 1, 9);
    expect(metricAt('positiveLikelihoodRatio', counts)).toBeCloseTo(34 / 24, 14);
    expect(metricAt('negativeLikelihoodRatio', counts)).toBeCloseTo(17 / 27, 14);
  });

  it('likelihood ratios with weights', () => {
    const yTrue = [...Array(3).fill(1), ...Array(17).fill(0)];
    const yPred = [...Array(2).fill(1), ...Array(10).fill(0), ...Array(8).fill(1)];
    const sampleWeight = [...Array(15).fill(1), ...Array(5).fill(0)];
    const counts = confusionAt(indexOf(rowsOf(yTrue, yPred, sampleWeight)), 0.5, '>=');
    expect(metricAt('positiveLikelihoodRatio', counts)).toBeCloseTo(24 / 9, 14);
    expect(metricAt('negativeLikelihoodRatio', counts)).toBeCloseTo(12 / 27, 14);
  });

  it('kappa of Artstein and Poesio’s first table', () => {
    expect(metricAt('cohenKappa', confusion(50, 20, 10, 20))).toBeCloseTo(0.348, 3);
  });

  it('Matthews correlation of a column that does not vary', () => {
    expect(metricAt('matthewsCorrcoef', confusion(0, 0, 4, 6))).toBeNaN();
  });

  it('Matthews correlation of counts whose product exceeds 32 and 53 bits', () => {
    const factor = 1e6;
    const large = confusion(20 * factor, 13 * factor, 14 * factor, 53 * factor);
    expect(metricAt('matthewsCorrcoef', large)).toBeCloseTo(
      metricAt('matthewsCorrcoef', confusion(20, 13, 14, 53)),
      14,
    );
  });
});

describe('perfect and perfectly wrong decisions', () => {
  it.each([1, 3, 7, 1e5 + 3, 123_456_789])('are exactly 1 and −1 with %d rows a class', (n) => {
    for (const id of ['matthewsCorrcoef', 'cohenKappa', 'youdenJ'] as const) {
      expect(metricAt(id, confusion(n, 0, 0, 2 * n))).toBe(1);
    }
    expect(metricAt('matthewsCorrcoef', confusion(0, n, 2 * n, 0))).toBe(-1);
    expect(metricAt('youdenJ', confusion(0, n, 2 * n, 0))).toBe(-1);
  });
});

describe('why a metric has no value', () => {
  const empty = confusion(0, 0, 0, 0);
  const noPositives = confusion(0, 2, 0, 3);
  const noNegatives = confusion(2, 0, 3, 0);
  const nobodyFlagged = confusion(0, 0, 2, 3);
  const everybodyFlagged = confusion(2, 3, 0, 0);
  const onlyTrueNegatives = confusion(0, 0, 0, 3);
  const onlyTruePositives = confusion(3, 0, 0, 0);

  it.each<[ThresholdMetricId, Confusion, UndefinedReason]>([
    ['precision', nobodyFlagged, 'nothingFlagged'],
    ['recall', noPositives, 'noPositives'],
    ['specificity', noNegatives, 'noNegatives'],
    ['npv', everybodyFlagged, 'everythingFlagged'],
    ['fpr', noNegatives, 'noNegatives'],
    ['fnr', noPositives, 'noPositives'],
    ['fdr', nobodyFlagged, 'nothingFlagged'],
    ['falseOmissionRate', everybodyFlagged, 'everythingFlagged'],
    ['f1', onlyTrueNegatives, 'noTruePositiveNorError'],
    ['f2', onlyTrueNegatives, 'noTruePositiveNorError'],
    ['f05', onlyTrueNegatives, 'noTruePositiveNorError'],
    ['jaccard', onlyTrueNegatives, 'noTruePositiveNorError'],
    ['balancedAccuracy', noPositives, 'noPositives'],
    ['balancedAccuracy', noNegatives, 'noNegatives'],
    ['balancedAccuracy', confusion(2, 0, 2, 0), 'noNegatives'],
    ['positiveLikelihoodRatio', confusion(2, 0, 2, 0), 'noNegatives'],
    ['youdenJ', noPositives, 'noPositives'],
    ['gMean', noNegatives, 'noNegatives'],
    ['matthewsCorrcoef', nobodyFlagged, 'marginZero'],
    ['matthewsCorrcoef', everybodyFlagged, 'marginZero'],
    ['matthewsCorrcoef', noPositives, 'marginZero'],
    ['matthewsCorrcoef', noNegatives, 'marginZero'],
    ['cohenKappa', onlyTruePositives, 'chanceAgreementIsOne'],
    ['cohenKappa', onlyTrueNegatives, 'chanceAgreementIsOne'],
    ['lift', noPositives, 'noPositives'],
    ['lift', nobodyFlagged, 'nothingFlagged'],
    ['positiveLikelihoodRatio', noPositives, 'noPositives'],
    ['positiveLikelihoodRatio', noNegatives, 'noNegatives'],
    ['positiveLikelihoodRatio', nobodyFlagged, 'zeroOverZero'],
    ['negativeLikelihoodRatio', everybodyFlagged, 'zeroOverZero'],
  ])('%s at %j: %s', (id, counts, reason) => {
    expect(metricAt(id, counts)).toBeNaN();
    expect(thresholdMetric(id).undefinedReason(counts, 0.5)).toBe(reason);
  });

  it.each(thresholdMetrics)('$id without rows', (metric) => {
    expect(metric.of(empty, 0.5)).toBeNaN();
    expect(metric.undefinedReason(empty, 0.5)).toBe('noRows');
  });

  it.each([-0.1, 1, 1.5, Infinity, -Infinity, Number.NaN])('net benefit at a threshold of %d', (threshold) => {
    const { of, undefinedReason } = thresholdMetric('netBenefit');
    expect(of(everybodyFlagged, threshold)).toBeNaN();
    expect(undefinedReason(everybodyFlagged, threshold)).toBe('thresholdOutsideUnit');
  });
});

describe('what is a value though it looks like none', () => {
  it('F1 and jaccard are 0 where something is wrong and nothing right', () => {
    for (const id of ['f1', 'f2', 'f05', 'jaccard'] as const) {
      expect(metricAt(id, confusion(0, 1, 0, 5))).toBe(0);
      expect(metricAt(id, confusion(0, 0, 1, 5))).toBe(0);
    }
  });

  it('likelihood ratios are infinite where only their denominator is 0', () => {
    const { of, undefinedReason } = thresholdMetric('positiveLikelihoodRatio');
    expect(of(confusion(1, 0, 1, 5), 0.5)).toBe(Infinity);
    expect(undefinedReason(confusion(1, 0, 1, 5), 0.5)).toBeNull();
    expect(metricAt('negativeLikelihoodRatio', confusion(1, 5, 1, 0))).toBe(Infinity);
  });

  it('kappa is 0 where chance explains every agreement', () => {
    expect(metricAt('cohenKappa', confusion(3, 0, 2, 0))).toBe(0);
  });
});

it('every metric is NaN exactly where the conventions say so, has a reason exactly there, and keeps its range', () => {
  const count = fc.oneof(fc.constant(0), fc.nat({ max: 50 }), fc.constantFrom(0.25, 1e9));
  const threshold = fc.constantFrom(0, 0.3, 0.999, 1, -1, Infinity);
  fc.assert(
    fc.property(count, count, count, count, threshold, (tp, fp, fn, tn, t) => {
      const counts = confusion(tp, fp, fn, tn);
      for (const { id, of, undefinedReason, range, proportion } of thresholdMetrics) {
        const value = of(counts, t);
        expect([id, Number.isNaN(value)]).toEqual([id, isUndefined[id](counts, t)]);
        expect([id, undefinedReason(counts, t) !== null]).toEqual([id, Number.isNaN(value)]);
        if (Number.isNaN(value)) continue;
        expect(value, id).toBeGreaterThanOrEqual(range[0] - 1e-12);
        expect(value, id).toBeLessThanOrEqual(range[1] + 1e-12);
        if (proportion === null) continue;
        const { successes, trials } = proportion(counts);
        expect(successes / trials, id).toBe(value);
      }
    }),
    { numRuns: 1000 },
  );
});

it('pairs of complements add up to 1', () => {
  const count = fc.integer({ min: 1, max: 1000 });
  fc.assert(
    fc.property(count, count, count, count, (tp, fp, fn, tn) => {
      const counts = confusion(tp, fp, fn, tn);
      for (const [a, b] of [
        ['recall', 'fnr'],
        ['specificity', 'fpr'],
        ['precision', 'fdr'],
        ['npv', 'falseOmissionRate'],
      ] as const) {
        expect(isClose(metricAt(a, counts) + metricAt(b, counts), 1)).toBe(true);
      }
    }),
  );
});
