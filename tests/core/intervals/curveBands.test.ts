import { describe, expect, it } from 'vitest';
import { percentileInterval } from '../../../src/core/intervals/bootstrap.ts';
import { curveBands } from '../../../src/core/intervals/curveBands.ts';
import { Random } from '../../../src/core/intervals/random.ts';
import { thresholdMetric } from '../../../src/core/metrics/catalog.ts';
import { finished } from '../finished.ts';
import { countConfusion, indexOf, type Rows, rowsOf } from '../rows.ts';

const random = new Random(8);
const yTrue = Array.from({ length: 120 }, () => (random.uniform() < 0.4 ? 1 : 0));
const rows = rowsOf(
  yTrue,
  yTrue.map((label) => Math.round(20 * (random.uniform() + 0.5 * label)) / 20),
);

function sampled(source: Rows, generator: Random, isStratified: boolean): Rows {
  const places = [...source.yTrue.keys()];
  const pools = isStratified ? [0, 1].map((label) => places.filter((row) => source.yTrue[row] === label)) : [places];
  const drawn = pools.flatMap((pool) => pool.map(() => pool[Math.floor(generator.uniform() * pool.length)]));
  return rowsOf(
    drawn.map((row) => source.yTrue[row]),
    drawn.map((row) => source.yScore[row]),
  );
}

/** The highest true positive rate of a sample at a false positive rate, straight between the cuts. */
function tprAt(sample: Rows, fpr: number, thresholds: readonly number[]): number {
  const points = [Infinity, ...thresholds].map((threshold) => {
    const { tp, fp, fn, tn } = countConfusion(sample, threshold, '>=');
    return { x: fp / (fp + tn), y: tp / (tp + fn) };
  });
  const last = points.findLastIndex(({ x }) => x <= fpr + 1e-12);
  const [a, b] = [points[last], points[last + 1]];
  return b === undefined ? a.y : a.y + ((fpr - a.x) / (b.x - a.x)) * (b.y - a.y);
}

const thresholds = [...new Set(rows.yScore)].sort((a, b) => b - a);
const isNear = (found: number, expected: number) => Math.abs(found - expected) < 0.035;

describe('curveBands', () => {
  const bands = finished(curveBands(indexOf(rows), '>=', ['f1', 'recall'], 'none', { replicates: 2000 }));

  it('holds each metric at each threshold as in samples of rows', () => {
    const generator = new Random(77);
    const samples = Array.from({ length: 2000 }, () => sampled(rows, generator, false));
    const { x, low, high } = bands.sweeps.f1!;
    expect([...x]).toEqual(thresholds);
    for (const j of [3, Math.floor(x.length / 2), x.length - 1]) {
      const values = Float64Array.from(samples, (sample) =>
        thresholdMetric('f1').of(countConfusion(sample, x[j], '>='), x[j]),
      );
      const expected = percentileInterval(values);
      expect(isNear(low[j], expected.low) && isNear(high[j], expected.high)).toBe(true);
    }
  });

  it('holds the ROC curve at a false positive rate as in samples stratified by class', () => {
    const generator = new Random(78);
    const samples = Array.from({ length: 2000 }, () => sampled(rows, generator, true));
    const { x, low, high } = bands.roc;
    for (const j of [2, Math.floor(x.length / 2), x.length - 3]) {
      const expected = percentileInterval(Float64Array.from(samples, (sample) => tprAt(sample, x[j], thresholds)));
      expect(isNear(low[j], expected.low) && isNear(high[j], expected.high)).toBe(true);
    }
  });

  it('holds precision at full recall as what is precise where all positives are flagged', () => {
    const generator = new Random(79);
    const expected = percentileInterval(
      Float64Array.from({ length: 2000 }, () => {
        const sample = sampled(rows, generator, false);
        const lowest = Math.min(...sample.yScore.filter((_, row) => sample.yTrue[row] === 1));
        return thresholdMetric('precision').of(countConfusion(sample, lowest, '>='), lowest);
      }),
    );
    const { x, low, high } = bands.precisionRecall;
    expect(x.at(-1)).toBe(1);
    expect(isNear(low.at(-1)!, expected.low) && isNear(high.at(-1)!, expected.high)).toBe(true);
  });

  it('leaves samples without positives out of precision, which is undefined there', () => {
    // Precision at full recall is the share of positives; with any at all it is at least 1 / 20. A third of the samples have none.
    const lone = indexOf(
      rowsOf(
        Array.from({ length: 20 }, (_, i) => (i === 0 ? 1 : 0)),
        new Array(20).fill(0.5),
      ),
    );
    const { x, low } = finished(curveBands(lone, '>=', [], 'none', { replicates: 500 })).precisionRecall;
    expect([[...x], [...low]]).toEqual([[1], [1 / 20]]);
  });

  it('encloses the curve of the data and stays within 0 and 1', () => {
    const { x, low, high } = bands.sweeps.recall!;
    for (let j = 0; j < x.length; j++) {
      const value = thresholdMetric('recall').of(countConfusion(rows, x[j], '>='), x[j]);
      expect(low[j] <= value && value <= high[j] && low[j] >= 0 && high[j] <= 1).toBe(true);
    }
  });

  it('takes at most about 200 cuts of many, and the same on every run', () => {
    const many = rowsOf(
      Array.from({ length: 3000 }, (_, i) => i % 2),
      Array.from({ length: 3000 }, (_, i) => Math.sin(i) + (i % 2)),
    );
    const draw = () => finished(curveBands(indexOf(many), '>', ['precision'], 'none', { replicates: 50 }));
    expect(draw().sweeps.precision!.x.length).toBeLessThan(215);
    expect(draw()).toEqual(draw());
  });

  it('is a gap where a curve has no value', () => {
    const one = finished(curveBands(indexOf(rowsOf([1, 1, 1], [0.1, 0.5, 0.9])), '>=', ['specificity'], 'none'));
    expect(one.sweeps.specificity!.low.every(Number.isNaN)).toBe(true);
    expect(one.roc.x.length).toBe(0);
  });
});
