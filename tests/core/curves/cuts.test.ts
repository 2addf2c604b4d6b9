import { expect, it } from 'vitest';
import { buildCuts } from '../../../src/core/curves/cuts.ts';
import { indexOf, rowsOf } from '../rows.ts';

it('has one cut a distinct score after the one that flags nobody', () => {
  const cuts = buildCuts(indexOf(rowsOf([1, 0, 1, 0, 0], [0.9, 0.5, 0.5, 0.1, 0.1])));
  expect([...cuts.thresholds]).toEqual([Infinity, 0.9, 0.5, 0.1]);
  expect([...cuts.tps]).toEqual([0, 1, 2, 2]);
  expect([...cuts.fps]).toEqual([0, 0, 1, 3]);
  expect([cuts.positives, cuts.negatives]).toEqual([2, 3]);
});

it('sums weights', () => {
  const cuts = buildCuts(indexOf(rowsOf([1, 0, 1, 0], [0.9, 0.5, 0.5, 0.1], [0.5, 2, 0.25, 0])));
  expect([...cuts.thresholds]).toEqual([Infinity, 0.9, 0.5]);
  expect([...cuts.tps]).toEqual([0, 0.5, 0.75]);
  expect([...cuts.fps]).toEqual([0, 0, 2]);
  expect([cuts.positives, cuts.negatives]).toEqual([0.75, 2]);
});

it('has only the cut that flags nobody where there are no rows', () => {
  const cuts = buildCuts(indexOf(rowsOf([], [])));
  expect([[...cuts.thresholds], [...cuts.tps], [...cuts.fps]]).toEqual([[Infinity], [0], [0]]);
});
