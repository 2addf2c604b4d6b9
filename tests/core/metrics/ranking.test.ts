import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCuts } from '../../../src/core/curves/cuts.ts';
import { rankingMetrics } from '../../../src/core/metrics/ranking.ts';
import { arbitraryRows, unitScore } from '../arbitraryRows.ts';
import { isClose } from '../close.ts';
import { indexOf, type Rows, rowsOf } from '../rows.ts';

const aucOf = (yTrue: number[], yScore: number[]) => rankingMetrics(indexOf(rowsOf(yTrue, yScore))).rocAuc;
const apOf = (yTrue: number[], yScore: number[]) => rankingMetrics(indexOf(rowsOf(yTrue, yScore))).averagePrecision;
const ksOf = (yTrue: number[], yScore: number[]) => rankingMetrics(indexOf(rowsOf(yTrue, yScore))).ksStatistic;

/** The chance that a positive outscores a negative, by comparing every pair. */
function aucByPairs({ yTrue, yScore, sampleWeight }: Rows): number {
  const weight = (row: number) => (sampleWeight === null ? 1 : sampleWeight[row]);
  let won = 0;
  let pairs = 0;
  for (const p of yTrue.keys()) {
    for (const n of yTrue.keys()) {
      if (yTrue[p] !== 1 || yTrue[n] !== 0) continue;
      const both = weight(p) * weight(n);
      pairs += both;
      won += both * (yScore[p] > yScore[n] ? 1 : yScore[p] === yScore[n] ? 0.5 : 0);
    }
  }
  return won / pairs;
}

// From the test suite of scikit-learn 1.2.1 (BSD-3-Clause), sklearn/metrics/tests/test_ranking.py.
describe('the toy data of scikit-learn', () => {
  it.each<[string, number[], number[], number, number]>([
    ['right', [0, 1], [0, 1], 1, 1],
    ['wrong', [0, 1], [1, 0], 0, 0.5],
    ['tied', [1, 0], [1, 1], 0.5, 0.5],
    ['right, turned round', [1, 0], [1, 0], 1, 1],
    ['all tied', [1, 0], [0.5, 0.5], 0.5, 0.5],
    ['a step', [0, 0, 1, 1], [0, 0, 1, 1], 1, 1],
    ['four rows', [0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], 0.75, 5 / 6],
    ['three quarters tied', [0, 0, 0, 1], [0, 0.5, 0.5, 0.5], 2 / 3, 1 / 3],
  ])('%s', (_, yTrue, yScore, auc, ap) => {
    expect(aucOf(yTrue, yScore)).toBeCloseTo(auc, 15);
    expect(apOf(yTrue, yScore)).toBeCloseTo(ap, 15);
  });

  it('average precision of a constant score is the share of positives', () => {
    const yTrue = Array.from({ length: 100 }, (_, i) => (i % 4 === 0 ? 1 : 0));
    expect(apOf(yTrue, Array(100).fill(1))).toBe(0.25);
  });

  it('AUC and average precision are equal to the last bit when scores are scaled or shifted', () => {
    const random = Array.from({ length: 100 }, (_, i) => ((i * 7919) % 101) / 101);
    const yTrue = random.map((score, i) => (score + ((i * 31) % 17) / 17 > 1 ? 1 : 0));
    for (const transform of [(s: number) => 100 * s, (s: number) => 1e-6 * s, (s: number) => s - 10]) {
      expect(aucOf(yTrue, random.map(transform))).toBe(aucOf(yTrue, random));
      expect(apOf(yTrue, random.map(transform))).toBe(apOf(yTrue, random));
    }
  });
});

describe('rocAuc', () => {
  it('equals the share of pairs in the right order, weighted or not', () => {
    fc.assert(
      fc.property(arbitraryRows(), (rows) => {
        expect(isClose(rankingMetrics(indexOf(rows)).rocAuc, aucByPairs(rows))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('turns into its complement when the scores are turned round', () => {
    fc.assert(
      fc.property(arbitraryRows(), (rows) => {
        const turned = { ...rows, yScore: rows.yScore.map((score) => -score) };
        const auc = rankingMetrics(indexOf(rows)).rocAuc;
        fc.pre(!Number.isNaN(auc));
        expect(isClose(auc + rankingMetrics(indexOf(turned)).rocAuc, 1)).toBe(true);
      }),
    );
  });

  it('is undefined with one class', () => {
    expect(aucOf([1, 1], [0.1, 0.2])).toBeNaN();
    expect(aucOf([0], [0.1])).toBeNaN();
    expect(aucOf([], [])).toBeNaN();
  });
});

describe('averagePrecision', () => {
  it('is the area under the steps, not under the trapezoids', () => {
    expect(apOf([0, 1], [1, 0])).toBe(0.5);
    expect(apOf([1, 0, 1], [0.9, 0.5, 0.1])).toBeCloseTo((1 / 2) * 1 + (1 / 2) * (2 / 3), 15);
  });

  it('equals the mean, over the positives, of the precision at their score', () => {
    fc.assert(
      fc.property(arbitraryRows({ weights: 'never' }), ({ yTrue, yScore }) => {
        const positives = [...yTrue.keys()].filter((row) => yTrue[row] === 1);
        const precisionAt = (threshold: number) => {
          const flagged = [...yTrue.keys()].filter((row) => yScore[row] >= threshold);
          return flagged.filter((row) => yTrue[row] === 1).length / flagged.length;
        };
        const mean = positives.reduce((sum, row) => sum + precisionAt(yScore[row]), 0) / positives.length;
        expect(isClose(rankingMetrics(indexOf(rowsOf([...yTrue], [...yScore]))).averagePrecision, mean)).toBe(true);
      }),
    );
  });

  it('is undefined without positives and 1 without negatives', () => {
    expect(apOf([0, 0], [0.1, 0.2])).toBeNaN();
    expect(apOf([], [])).toBeNaN();
    expect(apOf([1, 1], [0.1, 0.2])).toBe(1);
  });
});

describe('ksStatistic', () => {
  it('is the widest gap between the two rates', () => {
    expect(ksOf([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])).toBe(0.5);
    expect(ksOf([1, 1, 0, 0], [0.1, 0.2, 0.3, 0.4])).toBe(1);
    expect(ksOf([0, 1], [0.5, 0.5])).toBe(0);
  });

  it('is undefined with one class', () => {
    expect([ksOf([1], [0.5]), ksOf([0], [0.5]), ksOf([], [])]).toEqual([NaN, NaN, NaN]);
  });
});

it('duplicating every row changes none of them', () => {
  fc.assert(
    fc.property(arbitraryRows({ score: unitScore }), (rows) => {
      const twice = {
        yTrue: Uint8Array.from([...rows.yTrue, ...rows.yTrue]),
        yScore: Float64Array.from([...rows.yScore, ...rows.yScore]),
        sampleWeight: rows.sampleWeight && Float64Array.from([...rows.sampleWeight, ...rows.sampleWeight]),
      };
      const once = rankingMetrics(indexOf(rows));
      const doubled = rankingMetrics(indexOf(twice));
      for (const metric of ['rocAuc', 'averagePrecision', 'ksStatistic'] as const) {
        expect(isClose(doubled[metric], once[metric])).toBe(true);
      }
      expect(buildCuts(indexOf(twice)).tps).toEqual(buildCuts(indexOf(rows)).tps.map((tp) => 2 * tp));
    }),
  );
});
