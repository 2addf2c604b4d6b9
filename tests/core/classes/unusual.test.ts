import { describe, expect, it } from 'vitest';
import type { ClassScores } from '../../../src/core/classes/classScores.ts';
import { classOverview, classRanges } from '../../../src/core/classes/overview.ts';
import { topKAccuracies } from '../../../src/core/classes/probability.ts';
import { isClose } from '../close.ts';

const overviewOf = (scores: ClassScores) => classOverview(scores, classRanges([scores]));

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

  it('has no log loss where a score is no probability', () => {
    const { logLoss, areProbabilities, rocAuc } = overviewOf({
      ...THREE,
      yScore: [Float64Array.of(2, -1, 0, 1), THREE.yScore[1], THREE.yScore[2]],
    });
    expect(areProbabilities).toBe(false);
    expect(logLoss).toBeNaN();
    expect(rocAuc.macro).not.toBeNaN();
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
});
