import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  DISPARITY_MEASURES,
  type DisparityMeasure,
  disparityOf,
  fourFifths,
} from '../../../src/core/fairness/disparity.ts';
import { type Confusion, confusionAt } from '../../../src/core/scores/confusion.ts';
import { isClose } from '../close.ts';
import { germanGroups } from './germanGroups.ts';

interface Case {
  readonly score: string;
  readonly split: string;
  readonly columns: readonly string[];
  readonly threshold: number;
  readonly differences: Readonly<Record<string, number>>;
  readonly ratios: Readonly<Record<string, number>>;
  readonly equalized_odds: readonly [difference: number, ratio: number];
  readonly undefined: Readonly<Record<string, readonly string[]>>;
}

const { disparities } = JSON.parse(readFileSync('tests/golden/fairness.json', 'utf8')) as { disparities: Case[] };

const NAMES: Readonly<Partial<Record<DisparityMeasure, string>>> = {
  demographicParity: 'selection_rate',
  equalOpportunity: 'tpr',
  falsePositiveRate: 'fpr',
  predictiveParity: 'precision',
  accuracyParity: 'accuracy',
};

describe('German credit', () => {
  it.each(disparities)('$score, $split, by $columns at $threshold', (golden) => {
    const groups = germanGroups(golden.score, golden.split, golden.columns);
    const confusions = groups.map(({ index }) => confusionAt(index, golden.threshold, '>='));
    for (const [measure, name] of Object.entries(NAMES) as [DisparityMeasure, string][]) {
      const { difference, ratio, leftOut } = disparityOf(confusions, measure);
      expect(isClose(difference, golden.differences[name])).toBe(true);
      expect(isClose(ratio, golden.ratios[name])).toBe(true);
      expect(leftOut.map(({ place }) => groups[place].key)).toEqual(golden.undefined[name] ?? []);
    }
    const { difference, ratio } = disparityOf(confusions, 'equalizedOdds');
    expect(isClose(difference, golden.equalized_odds[0])).toBe(true);
    expect(isClose(ratio, golden.equalized_odds[1])).toBe(true);
  });

  it('has rates that are undefined', () => {
    expect(disparities.filter(({ undefined: groups }) => Object.keys(groups).length > 0).length).toBeGreaterThan(0);
  });
});

const confusion = (tp: number, fp: number, fn: number, tn: number): Confusion => ({ tp, fp, fn, tn });

describe('a group without one class', () => {
  const groups = [confusion(6, 1, 4, 9), confusion(0, 2, 0, 8), confusion(3, 1, 7, 9)];

  it('is left out where its rate is undefined, and counts as 0 nowhere', () => {
    const { worst, difference, leftOut } = disparityOf(groups, 'equalOpportunity');
    expect(leftOut).toEqual([{ place: 1, reason: 'noPositives' }]);
    expect([worst?.lowest, worst?.highest]).toEqual([2, 0]);
    expect(difference).toBe(6 / 10 - 3 / 10);
    expect(disparityOf(groups, 'equalizedOdds').leftOut).toEqual([{ place: 1, reason: 'noPositives' }]);
    expect(disparityOf(groups, 'demographicParity').leftOut).toEqual([]);
  });

  it('leaves nothing to compare where fewer than two others are there', () => {
    for (const measure of DISPARITY_MEASURES) {
      const { worst, difference, ratio } = disparityOf([groups[0]], measure);
      expect([worst, difference, ratio]).toEqual([null, Number.NaN, Number.NaN]);
    }
    expect(disparityOf([], 'accuracyParity')).toMatchObject({ worst: null, leftOut: [] });
    // The false positive rates could be compared, but equalized odds are both rates.
    expect(disparityOf(groups.slice(0, 2), 'equalizedOdds').difference).toBeNaN();
  });

  it('has no ratio where all rates are 0', () => {
    const { difference, ratio } = disparityOf([confusion(0, 0, 5, 5), confusion(0, 0, 3, 3)], 'demographicParity');
    expect([difference, ratio]).toEqual([0, Number.NaN]);
  });
});

describe('the four-fifths rule', () => {
  const groups = [
    confusion(30, 20, 20, 30),
    confusion(20, 19, 30, 31),
    confusion(20, 20, 30, 30),
    confusion(0, 0, 0, 0),
  ];

  it('compares with the group that fares best, and 0.8 itself is enough', () => {
    const flagged = fourFifths(groups, 'flagged');
    expect(flagged).toMatchObject({ reference: 0, rates: [0.5, 0.39, 0.4, Number.NaN], below: [1] });
    expect(flagged?.ratios).toEqual([1, 0.39 / 0.5, 0.4 / 0.5, Number.NaN]);
    expect(fourFifths(groups, 'leftAlone')).toMatchObject({
      reference: 1,
      rates: [0.5, 0.61, 0.6, Number.NaN],
      below: [],
    });
  });

  it('compares with the group given, unless that has no rows', () => {
    expect(fourFifths(groups, 'flagged', 2)).toMatchObject({ reference: 2, below: [] });
    expect(fourFifths(groups, 'flagged', 3)?.reference).toBe(0);
    expect(fourFifths([], 'flagged')).toBeNull();
  });
});
