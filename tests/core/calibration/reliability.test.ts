import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BinStrategy,
  brierParts,
  expectedCalibrationError,
  type ReliabilityBin,
  reliabilityBins,
} from '../../../src/core/calibration/reliability.ts';
import { brierScore } from '../../../src/core/metrics/probability.ts';
import type { ScoreIndex } from '../../../src/core/scores/scoreIndex.ts';
import { goldenFiles, goldenRows, numberOf } from '../../golden/readGolden.ts';
import { arbitraryRows, unitScore } from '../arbitraryRows.ts';
import { isClose } from '../close.ts';
import { Differences } from '../goldenNames.ts';
import { indexOf, type Rows, rowsOf } from '../rows.ts';

interface GoldenBins {
  readonly edges: number[];
  readonly amount: number[];
  readonly prob_pred: (number | null)[];
  readonly prob_true: (number | null)[];
  readonly ece: number;
  readonly brier: number;
  readonly reliability: number;
  readonly resolution: number;
  readonly uncertainty: number;
  readonly within: number;
}

const golden = JSON.parse(readFileSync('tests/golden/calibration.json', 'utf8')) as Record<
  string,
  Record<string, GoldenBins>
>;
const STRATEGIES: readonly BinStrategy[] = ['uniform', 'quantile'];

const indexed = (yTrue: number[], yScore: number[], sampleWeight?: number[]) =>
  indexOf(rowsOf(yTrue, yScore, sampleWeight));
const errorOf = (index: ScoreIndex, bins?: number) => expectedCalibrationError(reliabilityBins(index, 'uniform', bins));

/** The number of the bin that a score falls in, by trying them from below. */
const binOf = (bins: readonly ReliabilityBin[], score: number) => {
  const at = bins.findIndex(({ high }) => score <= high);
  return at < 0 ? bins.length - 1 : at;
};

/** Every row that counts, with its weight. */
const counted = ({ yTrue, yScore, sampleWeight }: Rows) =>
  Array.from(yTrue, (y, row) => ({ y, s: yScore[row], w: sampleWeight === null ? 1 : sampleWeight[row] })).filter(
    ({ w }) => w > 0,
  );

describe('equals scikit-learn and numpy', () => {
  const cases = goldenFiles().flatMap((file) =>
    file.cases.map((one) => ({ name: `${file.name}: ${one.name}`, file: file.name, one })),
  );
  const held = cases.filter(({ name }) => name in golden);

  it('on every file of the folder that has probabilities', () => {
    expect(held.map(({ name }) => name).sort()).toEqual(Object.keys(golden).sort());
  });

  it.each(held)('$name', ({ name, file, one }) => {
    const index = indexOf(goldenRows(file, one));
    const differences = new Differences();
    for (const [key, expected] of Object.entries(golden[name])) {
      const [strategy, count] = key.split(' ');
      const bins = reliabilityBins(index, strategy as BinStrategy, Number(count));
      const compareAll = (what: string, of: (bin: ReliabilityBin) => number, values: readonly (number | null)[]) =>
        bins.forEach((bin, i) => {
          differences.compare(`${key}: ${what} of bin ${i}`, of(bin), numberOf(values[i]));
        });
      expect(bins).toHaveLength(Number(count));
      expect(bins.map(({ low }) => low).concat(bins[bins.length - 1].high)).toEqual(expected.edges);
      expect(bins.map(({ amount }) => amount)).toEqual(expected.amount);
      compareAll('mean score', ({ probPred }) => probPred, expected.prob_pred);
      compareAll('share of positives', ({ probTrue }) => probTrue, expected.prob_true);
      differences.compare(`${key}: ECE`, expectedCalibrationError(bins), expected.ece);
      const parts = brierParts(bins, brierScore(index));
      differences.compare(`${key}: reliability`, parts.reliability, expected.reliability);
      differences.compare(`${key}: resolution`, parts.resolution, expected.resolution);
      differences.compare(`${key}: uncertainty`, parts.uncertainty, expected.uncertainty);
      // A difference of sums of squares: right to their own rounding, not to its.
      expect(parts.withinBins).toBeCloseTo(expected.within, 14);
    }
    expect(differences.found).toEqual([]);
  });
});

describe('expectedCalibrationError', () => {
  it('weighs the gap of each bin by its rows', () => {
    // (0.1, 0.2]: three rows, mean 0.2, one positive; (0.8, 0.9]: one row at 0.85, positive.
    const index = indexed([1, 0, 0, 1], [0.2, 0.2, 0.2, 0.85]);
    expect(errorOf(index)).toBeCloseTo((3 * (1 / 3 - 0.2) + 1 * 0.15) / 4, 15);
  });

  it('puts a score on an edge into the bin below, and 0 into the first', () => {
    // Only in one bin do the gaps of a positive and a negative cancel.
    expect(errorOf(indexed([1, 0], [0.5, 0.45]))).toBeCloseTo(0.025, 15);
    expect(errorOf(indexed([1, 0], [0.5, 0.55]))).toBeCloseTo(0.525, 15);
    expect(errorOf(indexed([1, 0], [0, 0.1]))).toBeCloseTo(0.45, 15);
  });

  it('has the edges of numpy.linspace: the third one is 3 · 0.1, which is 0.30000000000000004', () => {
    expect(errorOf(indexed([1, 0], [0.30000000000000004, 0.25]))).toBeCloseTo(0.225, 14);
    expect(errorOf(indexed([1, 0], [0.30000000000000004, 0.35]))).toBeCloseTo(0.525, 14);
  });

  it('can have other bins', () => {
    const index = indexed([1, 0], [0.4, 0.6]);
    expect(errorOf(index, 1)).toBeCloseTo(0, 15);
    expect(errorOf(index, 2)).toBeCloseTo(0.6, 15);
    // 49 · (1/49) is a little less than 1, and a score of 1 belongs to the last bin all the same.
    expect(errorOf(indexed([0], [1]), 49)).toBe(1);
  });
});

const probabilities = arbitraryRows({
  score: fc.oneof(unitScore, fc.double({ min: 0, max: 1, noNaN: true })),
  minLength: 1,
});

describe.each(STRATEGIES)('bins of %s strategy', (strategy) => {
  it('hold every row once, in the bin that its score falls in, weighted or not', () => {
    fc.assert(
      fc.property(probabilities, fc.integer({ min: 1, max: 12 }), (rows, count) => {
        const bins = reliabilityBins(indexOf(rows), strategy, count);
        const cells = counted(rows);
        fc.pre(cells.length > 0);
        bins.forEach((bin, i) => {
          const inside = cells.filter(({ s }) => binOf(bins, s) === i);
          const amount = inside.reduce((sum, { w }) => sum + w, 0);
          const mean = (of: (cell: (typeof cells)[number]) => number) =>
            inside.reduce((sum, cell) => sum + cell.w * of(cell), 0) / amount;
          expect(bin.amount).toBe(amount);
          expect(
            isClose(
              bin.probPred,
              mean(({ s }) => s),
            ),
          ).toBe(true);
          expect(
            isClose(
              bin.probTrue,
              mean(({ y }) => y),
            ),
          ).toBe(true);
        });
      }),
    );
  });

  it('give parts of the Brier score that add up, the remainder being what scores differ by within a bin', () => {
    fc.assert(
      fc.property(probabilities, fc.integer({ min: 1, max: 12 }), (rows, count) => {
        const index = indexOf(rows);
        const cells = counted(rows);
        fc.pre(cells.length > 0);
        const bins = reliabilityBins(index, strategy, count);
        const { reliability, resolution, uncertainty, withinBins } = brierParts(bins, brierScore(index));
        const total = cells.reduce((sum, { w }) => sum + w, 0);
        const byRows = cells.reduce((sum, { y, s, w }) => {
          const { probPred, probTrue } = bins[binOf(bins, s)];
          return sum + (w * ((s - probPred) ** 2 - 2 * (s - probPred) * (y - probTrue))) / total;
        }, 0);
        expect(withinBins).toBeCloseTo(byRows, 14);
        expect(reliability - resolution + uncertainty + withinBins).toBeCloseTo(brierScore(index), 15);
        expect(reliability).toBeGreaterThanOrEqual(0);
        expect(resolution).toBeLessThanOrEqual(uncertainty + 1e-15);
      }),
    );
  });

  it('are none where scores are no probabilities', () => {
    const margins = indexed([1, 0], [2, -1]);
    expect(reliabilityBins(margins, strategy)).toEqual([]);
    expect(reliabilityBins(indexed([], []), strategy)).toEqual([]);
    expect(expectedCalibrationError([])).toBeNaN();
    expect(Object.values(brierParts([], Number.NaN))).toEqual([NaN, NaN, NaN, NaN]);
  });
});

describe('equal counts', () => {
  it('weigh the same whatever the scale of the weights', () => {
    const yTrue = [0, 1, 0, 1, 1, 0, 1];
    const yScore = [0.1, 0.2, 0.3, 0.5, 0.6, 0.8, 0.9];
    const weights = [1, 4, 2, 2, 1, 8, 3];
    const edges = (scale: number) =>
      reliabilityBins(
        indexed(
          yTrue,
          yScore,
          weights.map((weight) => weight * scale),
        ),
        'quantile',
        4,
      ).map(({ high }) => high);
    // 21 in all: 5.25 is reached at 0.3 (7), 10.5 at 0.6 (10) is not, so at 0.8.
    expect(edges(1)).toEqual([0.3, 0.8, 0.8, 0.9]);
    expect(edges(1 / 64)).toEqual(edges(1));
  });

  it('leave bins empty where more cases tie than a bin should hold', () => {
    const bins = reliabilityBins(indexed([0, 1, 0, 1], [0.5, 0.5, 0.5, 0.5]), 'quantile', 4);
    expect(bins.map(({ amount }) => amount)).toEqual([4, 0, 0, 0]);
    expect(bins[1].probPred).toBeNaN();
  });
});

it('a file scored by the shares of its bins has no reliability error and all of its resolution', () => {
  const index = indexed([1, 0, 0, 0, 1, 1, 1, 0], [0.25, 0.25, 0.25, 0.25, 0.75, 0.75, 0.75, 0.75]);
  const bins = reliabilityBins(index, 'uniform');
  expect(brierParts(bins, brierScore(index))).toEqual({
    reliability: 0,
    resolution: 0.0625,
    uncertainty: 0.25,
    withinBins: 0,
  });
  expect(expectedCalibrationError(bins)).toBe(0);
});
