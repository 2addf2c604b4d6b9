import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCuts, type Cuts } from '../../../src/core/curves/cuts.ts';
import { buildDrawnCuts, decimatePath } from '../../../src/core/curves/decimate.ts';
import { precisionRecallCurve, precisionRecallSteps } from '../../../src/core/curves/precisionRecall.ts';
import { rocCurve } from '../../../src/core/curves/roc.ts';
import { thresholdSweep } from '../../../src/core/curves/thresholdSweep.ts';
import { thresholdMetric } from '../../../src/core/metrics/catalog.ts';
import { buildScoreIndex } from '../../../src/core/scores/scoreIndex.ts';
import { normalDraw, predictions, seededRandom } from '../../bench/random.ts';

const WIDTH = 800;

function distance(x: number, y: number, [x1, y1]: number[], [x2, y2]: number[]): number {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const along = length === 0 ? 0 : ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - x1 - t * (x2 - x1), y - y1 - t * (y2 - y1));
}

/** How far, in pixels, the farthest vertex left out lies from the stretch of the drawn path that replaces it. */
function farthestInPixels(points: number[][], kept: number[]): number {
  let farthest = 0;
  for (let j = 1; j < kept.length; j++) {
    const from = points[kept[j - 1]];
    const to = points[kept[j]];
    for (let i = kept[j - 1] + 1; i < kept[j]; i++) {
      farthest = Math.max(farthest, distance(points[i][0], points[i][1], from, to));
    }
  }
  return farthest * WIDTH;
}

/** Where the drawn cuts stand among all. */
function placesOf(drawn: Cuts, all: Cuts): number[] {
  let k = 0;
  return [...drawn.thresholds].map((threshold) => {
    while (all.thresholds[k] !== threshold) k++;
    expect([drawn.tps.length, all.tps[k], all.fps[k]]).toEqual([drawn.thresholds.length, all.tps[k], all.fps[k]]);
    return k;
  });
}

const margins = (rows: number) => {
  const random = seededRandom(5);
  const yTrue = Uint8Array.from({ length: rows }, () => (random() < 0.3 ? 1 : 0));
  return { yTrue, yScore: Float64Array.from(yTrue, (y) => normalDraw(random) * 3 + (y === 1 ? 2 : -2)) };
};
const noise = (rows: number) => {
  const random = seededRandom(6);
  const yTrue = Uint8Array.from({ length: rows }, () => (random() < 0.05 ? 1 : 0));
  return { yTrue, yScore: Float64Array.from(yTrue, () => random()) };
};

/** The same cuts picked from a list of all of them, with the spread of the ratios looked up anew for each: slow, and short. */
function pickedFrom({ thresholds, tps, fps, positives, negatives }: Cuts): number[] {
  const count = thresholds.length;
  if (count <= 2000) return [...thresholds.keys()];
  const step = 1 / 1600;
  const precision = (k: number) => tps[k] / (tps[k] + fps[k]);
  const npv = (k: number) => (negatives - fps[k]) / (positives + negatives - tps[k] - fps[k]);
  const widthOf = (ratio: (k: number) => number, from: number, to: number) => {
    const values = Array.from({ length: to - from + 1 }, (_, at) => ratio(from + at)).filter((value) => value >= 0);
    return values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
  };
  const kept = [0];
  for (let k = 1; k < count; k++) {
    const last = kept[kept.length - 1];
    const isKept =
      k < 256 ||
      k >= count - 256 ||
      tps[k] - tps[last] > step * positives ||
      fps[k] - fps[last] > step * negatives ||
      thresholds[last] - thresholds[k] > step * (thresholds[1] - thresholds[count - 1]) ||
      widthOf(precision, last, k) > step ||
      widthOf(npv, last, k) > step;
    if (isKept) kept.push(k);
  }
  return kept;
}

describe('buildDrawnCuts', () => {
  it('keeps what is picked from all cuts at once', () => {
    const arbitrary = fc.record({
      rows: fc.integer({ min: 1990, max: 9000 }),
      seed: fc.nat(),
      digits: fc.constantFrom(3, 4, 17),
      isWeighted: fc.boolean(),
    });
    fc.assert(
      fc.property(arbitrary, ({ rows, seed, digits, isWeighted }) => {
        const random = seededRandom(seed);
        const yTrue = Uint8Array.from({ length: rows }, () => (random() < 0.1 ? 1 : 0));
        const yScore = Float64Array.from(yTrue, (y) => Number((random() ** (y === 1 ? 1 : 3) - 0.2).toFixed(digits)));
        const weights = isWeighted ? Float64Array.from(yTrue, () => Math.floor(random() * 4)) : null;
        const index = buildScoreIndex(yTrue, yScore, weights);
        const all = buildCuts(index);
        const kept = pickedFrom(all);
        const drawn = buildDrawnCuts(index);
        expect([...drawn.thresholds]).toEqual(kept.map((k) => all.thresholds[k]));
        expect([...drawn.tps]).toEqual(kept.map((k) => all.tps[k]));
        expect([...drawn.fps]).toEqual(kept.map((k) => all.fps[k]));
        expect([drawn.positives, drawn.negatives]).toEqual([all.positives, all.negatives]);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['probabilities', predictions(200_000)],
    ['few positives', predictions(100_000, { prevalence: 0.01 })],
    ['margins', margins(100_000)],
    ['scores without any skill', noise(100_000)],
  ])('moves no curve of %s by a visible amount', (_, { yTrue, yScore }) => {
    const index = buildScoreIndex(yTrue, yScore);
    const all = buildCuts(index);
    const drawn = buildDrawnCuts(index);
    expect(drawn.thresholds.length).toBeLessThan(5000);
    expect([drawn.positives, drawn.negatives]).toEqual([all.positives, all.negatives]);

    const kept = placesOf(drawn, all);
    expect([kept[0], kept.at(-1)]).toEqual([0, all.thresholds.length - 1]);
    expect([...drawn.tps]).toEqual(kept.map((k) => all.tps[k]));
    expect([...drawn.fps]).toEqual(kept.map((k) => all.fps[k]));

    const { tpr, fpr } = rocCurve(all);
    const cuts = [...tpr.keys()];
    const { precision } = precisionRecallCurve(all);
    const precisionAt = (k: number) => (k === 0 ? precision[0] : precision[k - 1]);
    const roc = cuts.map((k) => [fpr[k], tpr[k]]);
    const precisionRecall = cuts.map((k) => [tpr[k], precisionAt(k)]);
    expect(farthestInPixels(roc, kept)).toBeLessThan(0.6);
    expect(farthestInPixels(precisionRecall, kept)).toBeLessThan(0.7);

    const low = all.thresholds[all.thresholds.length - 1];
    const range = all.thresholds[1] - low;
    for (const id of ['f1', 'f2', 'npv', 'matthewsCorrcoef', 'cohenKappa', 'gMean', 'accuracy'] as const) {
      const points = cuts.map((k) => {
        const tp = all.tps[k];
        const fp = all.fps[k];
        const value = thresholdMetric(id).of({ tp, fp, fn: all.positives - tp, tn: all.negatives - fp }, 0);
        return [(Math.min(all.thresholds[k], all.thresholds[1]) - low) / range, Number.isNaN(value) ? 0 : value];
      });
      expect(farthestInPixels(points, kept), id).toBeLessThan(1);
    }
  });

  it('keeps few cuts as they are', () => {
    const { yTrue, yScore } = predictions(1999);
    const index = buildScoreIndex(yTrue, yScore);
    const all = buildCuts(index);
    expect(all.thresholds).toHaveLength(2000);
    expect(buildDrawnCuts(index)).toEqual(all);
    const more = predictions(2000);
    const thinned = buildDrawnCuts(buildScoreIndex(more.yTrue, more.yScore));
    expect(thinned.thresholds.length).toBeLessThan(2001);
  });

  it('keeps the first and the last 256 cuts', () => {
    const { yTrue, yScore } = predictions(50_000);
    const index = buildScoreIndex(yTrue, yScore);
    const all = buildCuts(index);
    const drawn = buildDrawnCuts(index);
    expect(drawn.thresholds.subarray(0, 256)).toEqual(all.thresholds.subarray(0, 256));
    expect(drawn.thresholds.subarray(-256)).toEqual(all.thresholds.subarray(-256));
  });

  it('works with one class', () => {
    const random = seededRandom(9);
    const yScore = Float64Array.from({ length: 30_000 }, () => random());
    for (const label of [0, 1]) {
      const index = buildScoreIndex(new Uint8Array(30_000).fill(label), yScore);
      const all = buildCuts(index);
      const drawn = buildDrawnCuts(index);
      expect(drawn.thresholds.length).toBeLessThan(3000);
      expect(drawn.thresholds.at(-1)).toBe(all.thresholds.at(-1));
    }
  });
});

describe('decimatePath', () => {
  const path = (points: [number, number][], tolerance: number) => [
    ...decimatePath(
      points.map(([x]) => x),
      points.map(([, y]) => y),
      tolerance,
    ),
  ];

  it('drops what lies on a line and keeps corners', () => {
    const corner: [number, number][] = [
      [0, 0],
      [1, 0],
      [2, 0.4],
      [3, 0],
      [3, 5],
      [3, 10],
    ];
    expect(path(corner, 0.5)).toEqual([0, 3, 5]);
    expect(path(corner, 0.3)).toEqual([0, 2, 3, 5]);
    expect(path(corner, 0)).toEqual([0, 1, 2, 3, 5]);
  });

  it('measures from the stretch, not from its line drawn on', () => {
    expect(
      path(
        [
          [0, 0],
          [-3, 0],
          [5, 0],
        ],
        1,
      ),
    ).toEqual([0, 1, 2]);
  });

  it('keeps a path that returns to its start', () => {
    expect(
      path(
        [
          [0, 0],
          [4, 0],
          [0, 0],
        ],
        1,
      ),
    ).toEqual([0, 1, 2]);
  });

  it('keeps every gap a gap', () => {
    const gaps: [number, number][] = [
      [0, NaN],
      [1, 1],
      [2, 1],
      [3, 1],
      [4, NaN],
      [5, NaN],
      [6, 2],
      [Infinity, 2],
      [8, 2],
      [9, 2],
    ];
    expect(path(gaps, 0.1)).toEqual([0, 1, 3, 4, 6, 7, 8, 9]);
  });

  it('draws nothing and single points', () => {
    expect(path([], 1)).toEqual([]);
    expect(path([[1, 1]], 1)).toEqual([0]);
    expect(path([[1, NaN]], 1)).toEqual([0]);
  });

  it('stays within the tolerance of every vertex', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }));
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(0, 1, 3, 10),
        (points, tolerance) => {
          const kept = path(points, tolerance);
          expect([kept[0], kept.at(-1)]).toEqual([0, points.length - 1]);
          expect(farthestInPixels(points, kept) / WIDTH).toBeLessThanOrEqual(tolerance + 1e-9);
        },
      ),
    );
  });

  it('draws every curve of a large file with at most 500 vertices', () => {
    const { yTrue, yScore } = predictions(300_000);
    const cuts = buildDrawnCuts(buildScoreIndex(yTrue, yScore));
    const halfAPixel = 0.5 / WIDTH;
    const { recall, precision } = precisionRecallSteps(precisionRecallCurve(cuts));
    expect(decimatePath(recall, precision, halfAPixel).length).toBeLessThanOrEqual(500);
    const { fpr, tpr } = rocCurve(cuts);
    expect(decimatePath(fpr, tpr, halfAPixel).length).toBeLessThanOrEqual(500);
    for (const id of ['precision', 'recall', 'f1', 'specificity', 'npv', 'matthewsCorrcoef'] as const) {
      const { thresholds, values } = thresholdSweep(cuts, thresholdMetric(id));
      expect(decimatePath(thresholds, values, halfAPixel).length, id).toBeLessThanOrEqual(500);
    }
  });
});
