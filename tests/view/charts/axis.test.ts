import { expect, it } from 'vitest';
import { formatTick, roundTicks, scoreTicks } from '../../../src/view/charts/axis.ts';

it('puts ticks at round numbers inside the domain', () => {
  expect(roundTicks(0, 9.63)).toEqual([0, 2, 4, 6, 8]);
  expect(roundTicks(-4.2, 4.4, 4)).toEqual([-2.5, 0, 2.5]);
  expect(roundTicks(-0.17, 1)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(roundTicks(0.1, 0.3)).toEqual([0.1, 0.15, 0.2, 0.25, 0.3]);
});

it('has one tick where there is one score', () => {
  expect(roundTicks(3, 3)).toEqual([3]);
});

it('quarters the scale of probabilities', () => {
  expect(scoreTicks(0, 1)).toEqual([0, 0.25, 0.5, 0.75, 1]);
});

it('writes ticks without noise', () => {
  expect([0, 0.25, -2, 1200, 0.1 + 0.2, 0.00003, 0.00025, 2_500_000].map(formatTick)).toEqual([
    '0',
    '0.25',
    '−2',
    '1,200',
    '0.3',
    '3e−5',
    '2.5e−4',
    '2.5e+6',
  ]);
});
