import { describe, expect, it } from 'vitest';
import type { ClassScores } from '../../../src/core/classes/classScores.ts';
import { classOverview } from '../../../src/core/classes/overview.ts';
import { topKAccuracies } from '../../../src/core/classes/probability.ts';
import { scoreRanges } from '../../../src/core/classes/scoreRanges.ts';
import { isClose } from '../close.ts';

const overviewOf = (scores: ClassScores) => classOverview(scores, scoreRanges([scores]));

const THREE: ClassScores = {
  yTrue: Uint16Array.of(0, 1, 2, 1),
  yScore: [
    Float64Array.of(0.5, 0.25, 0.25, 0.5),
    Float64Array.of(0.25, 0.5, 0.25, 0.25),
    Float64Array.of(0.25, 0.25, 0.5, 0.25),
  ],
  sampleWeight: null,
};

describe('what is undefined', () => {
  it('has no area under the curve without a row, a rest, or scores', () => {
    const without: ClassScores = { ...THREE, yTrue: Uint16Array.of(0, 0, 1, 1) };
    const { classes, rocAuc, averagePrecision } = overviewOf(without);
    expect(classes.map((each) => Number.isNaN(each.rocAuc))).toEqual([false, false, true]);
    expect([rocAuc.macro, rocAuc.weighted, rocAuc.oneVsOne.macro, averagePrecision.macro]).toEqual(
      Array(4).fill(Number.NaN),
    );

    const noColumn: ClassScores = { ...THREE, yScore: [THREE.yScore[0], THREE.yScore[1], null] };
    const measured = overviewOf(noColumn);
    expect(measured.classes[2]).toEqual({
      support: 1,
      rocAuc: Number.NaN,
      averagePrecision: Number.NaN,
      ofClass: new Float64Array(),
      ofOthers: new Float64Array(),
    });
    expect([measured.logLoss, measured.brierScore, measured.topLabelCalibrationError]).toEqual(
      Array(3).fill(Number.NaN),
    );
    expect(measured.rocAuc.oneVsOne.macro).toBeNaN();
    // The row of the class without scores is never hit.
    expect(measured.topKAccuracies).toEqual([0.5, 0.75]);
  });

  it.each([
    ['above 1', 1.0000001],
    ['below 0', -0.0000001],
  ])('has nothing of probabilities where a score is %s', (_, score) => {
    const { logLoss, brierScore, topLabelCalibrationError, areProbabilities, rocAuc } = overviewOf({
      ...THREE,
      yScore: [THREE.yScore[0], THREE.yScore[1], Float64Array.of(0.25, 0.25, 0.5, score)],
    });
    expect(areProbabilities).toBe(false);
    expect([logLoss, brierScore, topLabelCalibrationError]).toEqual(Array(3).fill(Number.NaN));
    expect(rocAuc.macro).not.toBeNaN();
  });

  it('has nothing to say without rows', () => {
    const empty = new Float64Array();
    const overview = overviewOf({ yTrue: new Uint16Array(), yScore: [empty, empty, empty], sampleWeight: null });
    expect(overview.rows).toBe(0);
    expect(overview.areProbabilities).toBe(false);
    expect([overview.logLoss, overview.brierScore, overview.topLabelCalibrationError]).toEqual(
      Array(3).fill(Number.NaN),
    );
    expect(overview.topKAccuracies).toEqual([Number.NaN, Number.NaN]);
    expect(overview.rocAuc.oneVsOne).toEqual({ macro: Number.NaN, weighted: Number.NaN });
    expect(overview.classes.map(({ support }) => support)).toEqual([0, 0, 0]);
  });
});

describe('weights', () => {
  it('count as many equal rows would', () => {
    const weights = [1, 3, 2, 0];
    const weighted = overviewOf({ ...THREE, sampleWeight: Float64Array.from(weights) });
    const repeated = weights.flatMap((weight, row) => Array<number>(weight).fill(row));
    const rows = overviewOf({
      yTrue: Uint16Array.from(repeated, (row) => THREE.yTrue[row]),
      yScore: THREE.yScore.map((column) => Float64Array.from(repeated, (row) => column?.[row] ?? Number.NaN)),
      sampleWeight: null,
    });
    for (const id of ['logLoss', 'brierScore', 'topLabelCalibrationError'] as const) {
      expect(isClose(weighted[id], rows[id]), id).toBe(true);
    }
    expect(weighted.topKAccuracies).toEqual(rows.topKAccuracies);
    expect(weighted.rocAuc).toEqual(rows.rocAuc);
    expect(weighted.classes).toEqual(rows.classes);
  });
});

describe('the histogram of a class', () => {
  it('holds each of its rows and each of the others once', () => {
    for (const { support, ofClass, ofOthers } of overviewOf(THREE).classes) {
      const sum = (bins: Float64Array) => bins.reduce((total, count) => total + count, 0);
      expect(sum(ofClass)).toBe(support);
      expect(sum(ofOthers)).toBe(4 - support);
    }
  });
});

describe('top k', () => {
  // numpy: top_k_accuracy_score([0, 2], [[.5, .5, 0], [.2, .4, .4]], k=1) is 0.5: of equal scores the last class comes first.
  it('takes the later of equal scores first', () => {
    const scores: ClassScores = {
      yTrue: Uint16Array.of(0, 2),
      yScore: [Float64Array.of(0.5, 0.2), Float64Array.of(0.5, 0.4), Float64Array.of(0, 0.4)],
      sampleWeight: null,
    };
    expect(topKAccuracies(scores, 2)).toEqual([0.5, 1]);
  });

  it('never counts a class without scores as hit, however many places there are', () => {
    const scores: ClassScores = {
      yTrue: Uint16Array.of(0, 1),
      yScore: [Float64Array.of(-7, -7), null],
      sampleWeight: null,
    };
    expect(topKAccuracies(scores, 3)).toEqual([0.5, 0.5, 0.5]);
  });

  it('is told for five places at most, and never for as many as there are classes', () => {
    const classes = (count: number) =>
      overviewOf({
        yTrue: Uint16Array.of(0, 1),
        yScore: Array.from({ length: count }, () => Float64Array.of(0, 1)),
        sampleWeight: null,
      }).topKAccuracies.length;
    expect([3, 5, 6, 7].map(classes)).toEqual([2, 4, 5, 5]);
  });
});
