import { describe, expect, it } from 'vitest';
import { type OperatingPointInput, operatingPointRecord } from '../../../src/core/decision/operatingPointRecord.ts';
import { bootstrapInterval, resampleCounts } from '../../../src/core/intervals/bootstrap.ts';
import { delongInterval } from '../../../src/core/intervals/delong.ts';
import { wilsonInterval } from '../../../src/core/intervals/proportion.ts';
import { scoreMetrics, thresholdMetrics } from '../../../src/core/metrics/catalog.ts';
import { f1 } from '../../../src/core/metrics/threshold.ts';
import { buildEvaluation } from '../../../src/core/scores/evaluation.ts';
import { indexOf, type Rows, rowsOf } from '../rows.ts';

const rows = rowsOf([1, 0, 1, 0], [0.9, 0.5, 0.5, 0.1]);
const evaluate = (split: string, some: Rows) => buildEvaluation(split, indexOf(some), some.yTrue.length);
const input = (more: Partial<OperatingPointInput> = {}): OperatingPointInput => ({
  name: 'predictions.csv',
  files: [{ name: 'predictions.csv', rows: 5, skipped: 1, sha256: 'ab12' }],
  model: 'y_prob',
  positiveLabel: '1',
  classes: null,
  threshold: 0.5,
  rule: '>=',
  evaluations: [evaluate('test', rows)],
  hasWeights: false,
  ...more,
});
const record = (more: Partial<OperatingPointInput> = {}) =>
  operatingPointRecord(input(more), (reason) => `because ${reason}`);

describe('operatingPointRecord', () => {
  it('says what was read and decided', () => {
    const { evaluations, ...head } = record();
    expect(head).toEqual({
      format: 'cutpoint.operating-point/1',
      dataset: { name: 'predictions.csv', rows: 5, skipped: 1, sha256: 'ab12' },
      model: 'y_prob',
      positiveLabel: '1',
      threshold: 0.5,
      rule: '>=',
    });
    expect(evaluations).toHaveLength(1);
  });

  it('measures each evaluation, every metric under its identifier', () => {
    const [test] = record().evaluations;
    expect(test).toMatchObject({
      split: 'test',
      rows: 4,
      positives: 2,
      confusion: { tp: 2, fp: 1, fn: 0, tn: 1 },
      metrics: { rocAuc: 0.875, precision: 2 / 3, recall: 1, f1: 0.8, accuracy: 0.75, netBenefit: 0.25 },
    });
    expect(Object.keys(test.metrics)).toEqual([...scoreMetrics, ...thresholdMetrics].map(({ id }) => id));
    expect(test).not.toHaveProperty('undefined');
    expect(record({ rule: '>' }).evaluations[0].confusion).toEqual({ tp: 1, fp: 0, fn: 1, tn: 2 });
  });

  it('gives every metric with a value its interval, by method and level', () => {
    const { intervals, metrics } = record().evaluations[0];
    const withValue = Object.entries(metrics).filter(([, value]) => value !== null);
    // Of the metrics of scores only the area under the ROC curve has one. Without a miss every draw gives a negative likelihood ratio of 0.
    const expected = withValue
      .map(([id]) => id)
      .filter((id) => id === 'rocAuc' || thresholdMetrics.some((each) => each.id === id))
      .filter((id) => id !== 'negativeLikelihoodRatio');
    expect(metrics.negativeLikelihoodRatio).toBe(0);
    expect(Object.keys(intervals).sort()).toEqual(expected.sort());
    expect(intervals.precision).toEqual(wilsonInterval(2, 3));
    expect(intervals.precision).toMatchObject({ method: 'wilson', level: 0.95 });
    const { low, high } = delongInterval(evaluate('test', rows).index);
    expect(intervals.rocAuc).toEqual({ low, high, method: 'delong', level: 0.95 });
    expect(intervals.f1).toEqual(
      bootstrapInterval(resampleCounts({ tp: 2, fp: 1, fn: 0, tn: 1 }), (confusion) => f1.of(confusion, 0.5)),
    );
    expect(intervals.f1).toMatchObject({ method: 'bootstrap', level: 0.95, nResamples: 1000, seed: 1 });
  });

  it('gives no intervals where rows carry weights', () => {
    const weighted = rowsOf([1, 0, 1, 0], [0.9, 0.5, 0.5, 0.1], [1, 2, 1, 0.5]);
    const [evaluation] = record({ evaluations: [evaluate('all', weighted)], hasWeights: true }).evaluations;
    expect(evaluation.intervals).toEqual({});
    expect(evaluation).toMatchObject({ rows: 4, positives: 2, confusion: { tp: 2, fp: 2, fn: 0, tn: 0.5 } });
  });

  it('takes counts of cases for as many cases', () => {
    const counted = rowsOf([1, 0, 1, 0], [0.9, 0.5, 0.4, 0.1], [30, 10, 20, 40]);
    const [evaluation] = record({ evaluations: [evaluate('all', counted)] }).evaluations;
    expect(evaluation.intervals.precision).toEqual(wilsonInterval(30, 40));
    expect(evaluation.intervals.recall).toEqual(wilsonInterval(30, 50));
    expect(evaluation.intervals.accuracy).toEqual(wilsonInterval(70, 100));
  });

  it('writes null and a sentence for what is undefined, and infinities by name', () => {
    const record1 = record({ threshold: Infinity });
    expect(record1.threshold).toBe('Infinity');
    const [nobody] = record1.evaluations;
    expect(nobody.metrics.precision).toBeNull();
    expect(nobody.undefined).toEqual({
      precision: 'because nothingFlagged',
      fdr: 'because nothingFlagged',
      matthewsCorrcoef: 'because marginZero',
      lift: 'because nothingFlagged',
      positiveLikelihoodRatio: 'because zeroOverZero',
      netBenefit: 'because thresholdOutsideUnit',
    });
    expect(nobody.intervals).not.toHaveProperty('precision');
    expect(record({ threshold: -Infinity }).threshold).toBe('-Infinity');

    const [top] = record({ threshold: 0.9 }).evaluations;
    expect(top.metrics.positiveLikelihoodRatio).toBe('Infinity');
    const oneClass = record({ evaluations: [evaluate('all', rowsOf([0], [2]))] }).evaluations[0];
    expect(oneClass.metrics.rocAuc).toBeNull();
    expect(oneClass.undefined).toMatchObject({ rocAuc: 'because oneClass', brierScore: 'because scoreOutsideUnit' });
  });

  it('lists several files and adds them up', () => {
    const files = [
      { name: 'train.csv', rows: 5, skipped: 1, sha256: 'ab12' },
      { name: 'test.csv', rows: 7, skipped: 0, sha256: 'cd34' },
    ];
    expect(record({ name: 'train.csv + test.csv', files }).dataset).toEqual({
      name: 'train.csv + test.csv',
      rows: 12,
      skipped: 1,
      files,
    });
  });

  it('survives JSON without a loss', () => {
    const whole = record({ threshold: 0.1 + 0.2 });
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
    expect(JSON.stringify(whole)).toContain('0.30000000000000004');
  });
});
