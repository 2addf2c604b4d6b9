import { describe, expect, it } from 'vitest';
import { scoreMetrics, scoreMetricsOf, thresholdMetric, thresholdMetrics } from '../../../src/core/metrics/catalog.ts';
import type { ThresholdMetricId } from '../../../src/core/metrics/metric.ts';
import { indexOf, rowsOf } from '../rows.ts';
import { isUndefined } from '../undefinedCells.ts';

describe('the catalog', () => {
  it('holds every metric once', () => {
    const ids = thresholdMetrics.map(({ id }) => id);
    expect(ids).toHaveLength(23);
    expect([...ids].sort()).toEqual(Object.keys(isUndefined).sort());
    expect(scoreMetrics.map(({ id }) => id)).toEqual([
      'rocAuc',
      'averagePrecision',
      'ksStatistic',
      'brierScore',
      'logLoss',
      'expectedCalibrationError',
    ]);
  });

  it('finds each by its id and names its words', () => {
    for (const metric of thresholdMetrics) {
      expect(thresholdMetric(metric.id)).toBe(metric);
      expect(metric.textKey).toBe(`metric.${metric.id}`);
    }
    for (const metric of scoreMetrics) expect(metric.textKey).toBe(`metric.${metric.id}`);
    expect(() => thresholdMetric('precison' as ThresholdMetricId)).toThrow(RangeError);
  });

  it('knows the range of each', () => {
    const ranges = new Map([...thresholdMetrics, ...scoreMetrics].map(({ id, range }) => [id, range]));
    for (const id of ['matthewsCorrcoef', 'cohenKappa', 'youdenJ'] as const) expect(ranges.get(id)).toEqual([-1, 1]);
    for (const id of ['lift', 'positiveLikelihoodRatio', 'negativeLikelihoodRatio', 'logLoss'] as const) {
      expect(ranges.get(id)).toEqual([0, Infinity]);
    }
    expect(ranges.get('netBenefit')).toEqual([-Infinity, 1]);
    expect([...ranges.values()].filter(([low, high]) => low === 0 && high === 1)).toHaveLength(29 - 8);
  });

  it('knows which direction is better', () => {
    const lower = [...thresholdMetrics, ...scoreMetrics].filter(({ better }) => better === 'lower').map(({ id }) => id);
    expect(lower).toEqual([
      'fpr',
      'fnr',
      'fdr',
      'falseOmissionRate',
      'negativeLikelihoodRatio',
      'brierScore',
      'logLoss',
      'expectedCalibrationError',
    ]);
    expect(thresholdMetrics.filter(({ better }) => better === 'neither').map(({ id }) => id)).toEqual([
      'selectionRate',
    ]);
  });
});

describe('scoreMetricsOf', () => {
  const reasonsOf = (yTrue: number[], yScore: number[]) => scoreMetricsOf(indexOf(rowsOf(yTrue, yScore))).reasons;

  it('gives every value, and no reasons where all have one', () => {
    const { values, reasons } = scoreMetricsOf(indexOf(rowsOf([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])));
    expect(values.rocAuc).toBe(0.75);
    expect(values.averagePrecision).toBeCloseTo(5 / 6, 15);
    expect(values.ksStatistic).toBe(0.5);
    expect(values.brierScore).toBeCloseTo((0.01 + 0.16 + 0.4225 + 0.04) / 4, 15);
    expect(values.logLoss).toBeCloseTo(-(Math.log(0.9) + Math.log(0.6) + Math.log(0.35) + Math.log(0.8)) / 4, 15);
    expect(values.expectedCalibrationError).toBeCloseTo((0.1 + (1 - 0.75) + 0.2) / 4, 15);
    expect(reasons).toEqual({});
  });

  it('says why a value is missing', () => {
    const outside = { brierScore: 'scoreOutsideUnit', logLoss: 'scoreOutsideUnit' };
    expect(reasonsOf([1, 0], [2, 0])).toEqual({ ...outside, expectedCalibrationError: 'scoreOutsideUnit' });
    expect(reasonsOf([1], [0.5])).toEqual({ rocAuc: 'oneClass', ksStatistic: 'oneClass' });
    expect(reasonsOf([0], [0.5])).toEqual({
      rocAuc: 'oneClass',
      averagePrecision: 'noPositives',
      ksStatistic: 'oneClass',
    });
    expect(new Set(Object.values(reasonsOf([], [])))).toEqual(new Set(['noRows']));
    expect(Object.keys(reasonsOf([], []))).toHaveLength(6);
  });
});
