import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCuts } from '../../../src/core/curves/cuts.ts';
import {
  amountBelow,
  amountFrom,
  buildScoreIndex,
  buildScoreIndexes,
  hasWeights,
  scoreIndexBuffers,
  scoreRangeOf,
  totalsOf,
} from '../../../src/core/scores/scoreIndex.ts';
import { arbitraryRows } from '../arbitraryRows.ts';
import { indexOf, type Rows, rowsOf } from '../rows.ts';

const rows = rowsOf([1, 0, 1, 0, 1], [0.5, 0.4, 0.9, 0.4, 0.1]);
const weighted = rowsOf([1, 0, 1, 0, 1], [0.5, 0.4, 0.9, 0.3, 0.7], [2, 0.5, 1, 4, 0]);

describe('buildScoreIndex', () => {
  it('sorts the scores of each class', () => {
    const { positives, negatives } = indexOf(rows);
    expect([...positives.scores]).toEqual([0.1, 0.5, 0.9]);
    expect([...negatives.scores]).toEqual([0.4, 0.4]);
    expect([positives.weightFrom, positives.weightBelow]).toEqual([null, null]);
    expect(hasWeights({ positives, negatives })).toBe(false);
  });

  it('sums weights from both ends and leaves out rows of weight 0', () => {
    const index = indexOf(weighted);
    expect([...index.positives.scores]).toEqual([0.5, 0.9]);
    expect([...(index.positives.weightFrom ?? [])]).toEqual([3, 1, 0]);
    expect([...(index.positives.weightBelow ?? [])]).toEqual([0, 2, 3]);
    expect([...(index.negatives.weightFrom ?? [])]).toEqual([4.5, 0.5, 0]);
    expect([...(index.negatives.weightBelow ?? [])]).toEqual([0, 4, 4.5]);
    expect(hasWeights(index)).toBe(true);
  });

  it('leaves the caller’s arrays alone', () => {
    const { yTrue, yScore, sampleWeight } = weighted;
    indexOf(weighted);
    expect([[...yTrue], [...yScore], [...(sampleWeight ?? [])]]).toEqual([
      [1, 0, 1, 0, 1],
      [0.5, 0.4, 0.9, 0.3, 0.7],
      [2, 0.5, 1, 4, 0],
    ]);
  });

  it('keeps −0 as 0, which it equals', () => {
    expect(Object.is(indexOf(rowsOf([1], [-0])).positives.scores[0], 0)).toBe(true);
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(arbitraryRows(), fc.infiniteStream(fc.nat()), (before, keys) => {
        const order = [...before.yTrue.keys()]
          .map((row) => ({ row, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row);
        expect(buildCuts(indexOf(selectRows(before, order)))).toEqual(buildCuts(indexOf(before)));
      }),
    );
  });

  it.each<[string, () => unknown]>([
    ['a label', () => buildScoreIndex(Uint8Array.of(2), Float64Array.of(0.5))],
    ['a score that is not finite', () => buildScoreIndex(Uint8Array.of(1), Float64Array.of(Number.NaN))],
    ['an infinite score', () => buildScoreIndex(Uint8Array.of(1), Float64Array.of(Infinity))],
    ['a negative weight', () => buildScoreIndex(Uint8Array.of(1), Float64Array.of(0.5), Float64Array.of(-1))],
    ['an infinite weight', () => buildScoreIndex(Uint8Array.of(1), Float64Array.of(0.5), Float64Array.of(Infinity))],
    ['a weight that is no number', () => buildScoreIndex(Uint8Array.of(1), Float64Array.of(0.5), Float64Array.of(NaN))],
    ['a split too many', () => buildScoreIndexes(Uint8Array.of(1), Float64Array.of(0.5), Uint32Array.of(1), 1, null)],
    ['columns of different length', () => buildScoreIndex(Uint8Array.of(1, 0), Float64Array.of(0.5))],
    ['too few weights', () => buildScoreIndex(Uint8Array.of(1), Float64Array.of(0.5), new Float64Array())],
    ['too few splits', () => buildScoreIndexes(Uint8Array.of(1), Float64Array.of(0.5), new Uint32Array(), 1, null)],
  ])('refuses %s', (_, build) => {
    expect(build).toThrow(RangeError);
  });
});

describe('buildScoreIndexes', () => {
  it('gives each split the index of its rows alone', () => {
    fc.assert(
      fc.property(arbitraryRows(), fc.infiniteStream(fc.nat({ max: 3 })), (all, splits) => {
        const splitOf = Uint32Array.from(all.yTrue, () => splits.next().value ?? 0);
        const indexes = buildScoreIndexes(all.yTrue, all.yScore, splitOf, 5, all.sampleWeight);
        expect(indexes).toHaveLength(5);
        indexes.forEach((index, split) => {
          const ours = [...splitOf.keys()].filter((row) => splitOf[row] === split);
          expect(index).toEqual(indexOf(selectRows(all, ours)));
        });
      }),
    );
  });
});

describe('scoreIndexBuffers', () => {
  it('names every buffer once', () => {
    const { yTrue, yScore, sampleWeight } = weighted;
    const splitOf = Uint32Array.of(0, 0, 1, 1, 1);
    const plain = buildScoreIndexes(yTrue, yScore, splitOf, 2, null);
    expect(scoreIndexBuffers(plain)).toEqual([plain[0].positives.scores.buffer]);

    const withWeights = buildScoreIndexes(yTrue, yScore, splitOf, 2, sampleWeight);
    const buffers = scoreIndexBuffers(withWeights);
    expect(buffers).toHaveLength(9);
    expect(new Set(buffers).size).toBe(9);
    const sent = structuredClone(withWeights, { transfer: buffers });
    expect([...(sent[1].negatives.weightFrom ?? [])]).toEqual([4, 0]);
    expect(withWeights[1].negatives.scores).toHaveLength(0);
  });
});

describe('totalsOf and scoreRangeOf', () => {
  it('count rows', () => {
    expect(totalsOf(indexOf(rows))).toEqual({ positives: 3, negatives: 2, rows: 5 });
    expect(scoreRangeOf(indexOf(rows))).toEqual({ low: 0.1, high: 0.9 });
  });

  it('sum weights, but count the rows that have one', () => {
    expect(totalsOf(indexOf(weighted))).toEqual({ positives: 3, negatives: 4.5, rows: 4 });
  });

  it('know one class and none', () => {
    expect(scoreRangeOf(indexOf(rowsOf([1, 1], [3, -2])))).toEqual({ low: -2, high: 3 });
    expect(scoreRangeOf(indexOf(rowsOf([0], [7])))).toEqual({ low: 7, high: 7 });
    expect(scoreRangeOf(indexOf(rowsOf([], [])))).toEqual({ low: NaN, high: NaN });
    expect(totalsOf(indexOf(rowsOf([], [])))).toEqual({ positives: 0, negatives: 0, rows: 0 });
  });
});

describe('amountFrom and amountBelow', () => {
  it('split a run at any place, its end too', () => {
    const { positives } = indexOf(rows);
    expect([0, 1, 3].map((place) => [amountBelow(positives, place), amountFrom(positives, place)])).toEqual([
      [0, 3],
      [1, 2],
      [3, 0],
    ]);
    const { negatives } = indexOf(weighted);
    expect([0, 1, 2].map((place) => [amountBelow(negatives, place), amountFrom(negatives, place)])).toEqual([
      [0, 4.5],
      [4, 0.5],
      [4.5, 0],
    ]);
  });
});

function selectRows({ yTrue, yScore, sampleWeight }: Rows, order: readonly number[]): Rows {
  return {
    yTrue: Uint8Array.from(order, (row) => yTrue[row]),
    yScore: Float64Array.from(order, (row) => yScore[row]),
    sampleWeight: sampleWeight && Float64Array.from(order, (row) => sampleWeight[row]),
  };
}
