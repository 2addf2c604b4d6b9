import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LabelScores, pooledIndex } from '../../../src/core/classes/labelScores.ts';
import { labelsOverview } from '../../../src/core/classes/labelsOverview.ts';
import { classOverview } from '../../../src/core/classes/overview.ts';
import { topKAccuracies } from '../../../src/core/classes/probability.ts';
import { scoreRanges } from '../../../src/core/classes/scoreRanges.ts';
import { isClose } from '../close.ts';

const CLIP = 2.220446049250313e-16;

interface Scored {
  readonly isPositive: boolean;
  readonly score: number;
  readonly weight: number;
}

const sumOf = <T>(of: readonly T[], value: (each: T) => number) => of.reduce((sum, each) => sum + value(each), 0);

/** The share of all pairs of a positive and a negative, by weight, whose positive has the higher score; ties are half. */
function areaByPairs(rows: readonly Scored[]): number {
  let higher = 0;
  let pairs = 0;
  for (const positive of rows.filter(({ isPositive }) => isPositive)) {
    for (const negative of rows.filter(({ isPositive }) => !isPositive)) {
      const weight = positive.weight * negative.weight;
      pairs += weight;
      if (positive.score > negative.score) higher += weight;
      if (positive.score === negative.score) higher += weight / 2;
    }
  }
  return higher / pairs;
}

/** Σ precision · (what recall grows by) over all thresholds. */
function averagePrecisionByCuts(rows: readonly Scored[]): number {
  const positives = sumOf(rows, ({ isPositive, weight }) => (isPositive ? weight : 0));
  return sumOf([...new Set(rows.map(({ score }) => score))], (cut) => {
    const flagged = rows.filter(({ score }) => score >= cut);
    const gained = sumOf(flagged, ({ isPositive, score, weight }) => (isPositive && score === cut ? weight : 0));
    if (gained === 0) return 0;
    const hits = sumOf(flagged, ({ isPositive, weight }) => (isPositive ? weight : 0));
    return ((hits / sumOf(flagged, ({ weight }) => weight)) * gained) / positives;
  });
}

const meanOf = (values: readonly number[], weights: readonly number[]) =>
  sumOf([...values.keys()], (at) => values[at] * weights[at]) / sumOf(weights, (weight) => weight);

const expectClose = (actual: number, expected: number, what: string) =>
  expect(isClose(actual, expected), `${what}: ${actual} instead of ${expected}`).toBe(true);

/** Tables in which every class has a row that counts, so that everything is defined. Eighths, so that ties are common. */
const tables = fc
  .record({ size: fc.integer({ min: 2, max: 4 }), more: fc.integer({ min: 0, max: 8 }), weighs: fc.boolean() })
  .chain(({ size, more, weighs }) => {
    const rows = size + more;
    const many = <T>(each: fc.Arbitrary<T>) => fc.array(each, { minLength: rows, maxLength: rows });
    const score = fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8);
    return fc.record({
      yTrue: many(fc.integer({ min: 0, max: size - 1 })).map((all) =>
        all.map((each, row) => (row < size ? row : each)),
      ),
      columns: fc.array(many(score), { minLength: size, maxLength: size }),
      weights: weighs ? many(fc.integer({ min: 1, max: 3 })) : fc.constant(null),
    });
  });

describe('classes', () => {
  const measured = fc.property(tables, ({ yTrue, columns, weights }) => {
    const scores = {
      yTrue: Uint16Array.from(yTrue),
      yScore: columns.map((column) => Float64Array.from(column)),
      sampleWeight: weights && Float64Array.from(weights),
    };
    const overview = classOverview(scores, scoreRanges([scores]));
    const places = [...columns.keys()];
    const rows = [...yTrue.keys()];
    const weightOf = (row: number) => weights?.[row] ?? 1;
    const scored = (place: number, among: readonly number[] = rows): Scored[] =>
      among.map((row) => ({
        isPositive: yTrue[row] === place,
        score: columns[place][row],
        weight: weightOf(row),
      }));
    const supports = places.map((place) => sumOf(rows, (row) => (yTrue[row] === place ? weightOf(row) : 0)));
    const total = sumOf(rows, weightOf);
    const meanOverRows = (value: (row: number) => number) => sumOf(rows, (row) => weightOf(row) * value(row)) / total;

    for (const place of places) {
      const { support, rocAuc, averagePrecision, ofClass, ofOthers } = overview.classes[place];
      expect(support).toBe(supports[place]);
      expectClose(rocAuc, areaByPairs(scored(place)), 'area');
      expectClose(averagePrecision, averagePrecisionByCuts(scored(place)), 'average precision');
      expect(sumOf([...ofClass], (count) => count)).toBe(supports[place]);
      expect(sumOf([...ofOthers], (count) => count)).toBe(total - supports[place]);
    }
    for (const id of ['rocAuc', 'averagePrecision'] as const) {
      const of = { rocAuc: areaByPairs, averagePrecision: averagePrecisionByCuts }[id];
      const values = places.map((place) => of(scored(place)));
      expectClose(overview[id].macro, meanOf(values, Array(places.length).fill(1)), `macro ${id}`);
      expectClose(overview[id].weighted, meanOf(values, supports), `weighted ${id}`);
      expectClose(overview[id].micro, of(places.flatMap((place) => scored(place))), `micro ${id}`);
    }
    const pairs = places.flatMap((a) => places.filter((b) => b > a).map((b) => [a, b] as const));
    const areas = pairs.map(([a, b]) => {
      const among = rows.filter((row) => yTrue[row] === a || yTrue[row] === b);
      return (areaByPairs(scored(a, among)) + areaByPairs(scored(b, among))) / 2;
    });
    const bothSupports = pairs.map(([a, b]) => supports[a] + supports[b]);
    expectClose(overview.rocAuc.oneVsOne.macro, meanOf(areas, Array(pairs.length).fill(1)), 'one against one');
    expectClose(overview.rocAuc.oneVsOne.weighted, meanOf(areas, bothSupports), 'weighted one against one');

    expect(overview.areProbabilities).toBe(true);
    const clipped = (score: number) => Math.min(1 - CLIP, Math.max(CLIP, score));
    const logLoss = meanOverRows((row) => {
      const all = sumOf(places, (place) => clipped(columns[place][row]));
      return -Math.log(clipped(columns[yTrue[row]][row]) / all);
    });
    expectClose(overview.logLoss, logLoss, 'log loss');
    const brier = meanOverRows((row) =>
      sumOf(places, (place) => (columns[place][row] - (place === yTrue[row] ? 1 : 0)) ** 2),
    );
    expectClose(overview.brierScore, brier, 'Brier score');
    const isAmong = (row: number, most: number) => {
      // Of equal scores the later class comes first.
      const order = [...places].sort((a, b) => columns[b][row] - columns[a][row] || b - a);
      return order.slice(0, most).includes(yTrue[row]);
    };
    const hits = [1, 2, 3, 4, 5].map((most) => meanOverRows((row) => (isAmong(row, most) ? 1 : 0)));
    const shares = topKAccuracies(scores, 5);
    for (const [at, share] of hits.entries()) expectClose(shares[at], share, `top ${at + 1}`);
  });

  it('are measured as row by row and pair by pair', () => fc.assert(measured));
});

describe('labels', () => {
  const missing = Number.NaN;
  /** Three labels with ties; the second lacks a score in a row, the third has one positive only. */
  const SCORES: LabelScores = {
    yTrue: [Uint8Array.of(1, 0, 1, 0), Uint8Array.of(0, 0, 1, 0), Uint8Array.of(0, 0, 0, 1)],
    yScore: [
      Float64Array.of(0.5, 0.5, 0.75, 0.25),
      Float64Array.of(0.25, missing, 0.25, 0.5),
      Float64Array.of(0.25, 0.5, 0.75, 0.5),
    ],
    sampleWeight: Float64Array.of(1, 2, 3, 1),
  };
  const scored = (place: number): Scored[] =>
    [0, 1, 2, 3]
      .filter((row) => !Number.isNaN(SCORES.yScore[place][row]))
      .map((row) => ({
        isPositive: SCORES.yTrue[place][row] === 1,
        score: SCORES.yScore[place][row],
        weight: [1, 2, 3, 1][row],
      }));

  it('are measured over the rows that have them, and averaged by their positives', () => {
    const overview = labelsOverview(SCORES, scoreRanges([SCORES]));
    expect(overview.classes.map(({ support }) => support)).toEqual([4, 3, 1]);
    for (const [id, of] of [
      ['rocAuc', areaByPairs],
      ['averagePrecision', averagePrecisionByCuts],
    ] as const) {
      const values = [0, 1, 2].map((place) => of(scored(place)));
      for (const [place, value] of values.entries())
        expectClose(overview.classes[place][id], value, `${id} of ${place}`);
      expectClose(overview[id].macro, meanOf(values, [1, 1, 1]), `macro ${id}`);
      expectClose(overview[id].weighted, meanOf(values, [4, 3, 1]), `weighted ${id}`);
      expectClose(overview[id].micro, of([0, 1, 2].flatMap(scored)), `micro ${id}`);
    }
  });

  it('have no mean where one of them has no positives', () => {
    const scores = { ...SCORES, yTrue: [SCORES.yTrue[0], SCORES.yTrue[1], new Uint8Array(4)] };
    const { rocAuc, averagePrecision } = labelsOverview(scores, scoreRanges([scores]));
    for (const { macro, weighted, micro } of [rocAuc, averagePrecision]) {
      expect([macro, weighted]).toEqual([missing, missing]);
      expect(micro).not.toBeNaN();
    }
  });

  it('are pooled with just what is known of them', () => {
    const index = pooledIndex(SCORES);
    expect(index.positives.scores.length + index.negatives.scores.length).toBe(11);
  });
});
