import { expect, it } from 'vitest';
import { confusionAt } from '../../../src/core/scores/confusion.ts';
import { buildEvaluation } from '../../../src/core/scores/evaluation.ts';
import { operatingPointAt } from '../../../src/core/scores/operatingPoint.ts';
import { predictions } from '../../bench/random.ts';
import { indexOf, rowsOf } from '../rows.ts';

it('measures a split', () => {
  const index = indexOf(rowsOf([1, 0, 1, 0], [0.9, 0.5, 0.5, 0.1]));
  const evaluation = buildEvaluation('test', index, 4);
  expect(evaluation).toMatchObject({ split: 'test', rows: 4, positives: 2, negatives: 2, low: 0.1, high: 0.9, index });
  expect(evaluation.scoreMetrics.rocAuc).toBe(0.875);
  expect(evaluation.undefinedReasons).toEqual({});
  expect([...evaluation.drawnCuts.thresholds]).toEqual([Infinity, 0.9, 0.5, 0.1]);
});

it('keeps rows and weights apart', () => {
  const index = indexOf(rowsOf([1, 0, 1], [0.9, 0.5, 0.4], [2.5, 0.5, 0]));
  expect(buildEvaluation('all', index, 3)).toMatchObject({ rows: 3, positives: 2.5, negatives: 0.5 });
});

it('gives no numbers where there are no rows', () => {
  const evaluation = buildEvaluation('empty', indexOf(rowsOf([], [])), 0);
  expect(evaluation).toMatchObject({ rows: 0, positives: 0, negatives: 0, low: NaN, high: NaN });
  expect(new Set(Object.values(evaluation.scoreMetrics))).toEqual(new Set([NaN]));
  expect(new Set(Object.values(evaluation.undefinedReasons))).toEqual(new Set(['noRows']));
});

it('draws fewer cuts than it counts with', () => {
  const { yTrue, yScore } = predictions(20_000);
  const evaluation = buildEvaluation('all', indexOf({ yTrue, yScore, sampleWeight: null }), 20_000);
  expect(evaluation.drawnCuts.thresholds.length).toBeLessThan(5000);
  const { threshold, confusion } = operatingPointAt(evaluation.index, yScore[17], '>=');
  expect(threshold).toBe(yScore[17]);
  expect(confusion).toEqual(confusionAt(evaluation.index, yScore[17], '>='));
});
