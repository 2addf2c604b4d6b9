import { describe, expect, it } from 'vitest';
import { groupJoint, groupsOfCounts, pairedInterval, resampleJoint } from '../../../src/core/compare/jointBootstrap.ts';
import { JOINT_CELLS } from '../../../src/core/compare/jointCounts.ts';
import { decideJointly } from '../../../src/core/compare/modelComparison.ts';
import { verdictOf } from '../../../src/core/compare/verdict.ts';
import { finished } from '../finished.ts';

const cells = Uint8Array.from({ length: 4000 }, (_, row) => (row * 7 + (row >> 3)) % JOINT_CELLS);
const countOf = (cell: number) => cells.reduce((sum, each) => sum + (each === cell ? 1 : 0), 0);

describe('the paired bootstrap', () => {
  const resamples = finished(resampleJoint(groupJoint(cells, null), 4000));

  it('draws as many rows as there are, each sample anew, the same on every run', () => {
    for (let sample = 0; sample < 10; sample++) {
      const sums = resamples.sums.subarray(sample * JOINT_CELLS, (sample + 1) * JOINT_CELLS);
      expect(sums.reduce((sum, each) => sum + each, 0)).toBe(cells.length);
    }
    expect(finished(resampleJoint(groupJoint(cells, null), 4000)).sums).toEqual(resamples.sums);
  });

  it('spreads a difference of misses as two paired decisions do: variance b + c − (b − c)² / n', () => {
    const { low, high } = pairedInterval(resamples, (first, second) => second.fn - first.fn);
    // Positives flagged by the first only are missed by the second only.
    const [b, c] = [countOf(6), countOf(5)];
    const spread = Math.sqrt(b + c - (b - c) ** 2 / cells.length);
    expect((high - low) / (2 * 1.96 * spread)).toBeGreaterThan(0.93);
    expect((high - low) / (2 * 1.96 * spread)).toBeLessThan(1.07);
    expect(low).toBeLessThan(b - c);
    expect(high).toBeGreaterThan(b - c);
  });

  it('takes whole weights as numbers of rows, and others with the rows they belong to', () => {
    const weights = Float64Array.from(cells, (_, row) => (row % 2 === 0 ? 2 : 0));
    const groups = groupJoint(cells, weights);
    expect(groups.rows.reduce((sum, count) => sum + count, 0)).toBe(cells.length / 2);
    const counts = groupsOfCounts(groups);
    expect(counts.rows.reduce((sum, count) => sum + count, 0)).toBe(cells.length);
    const total = (of: typeof groups) => {
      const { sums } = finished(resampleJoint(of, 100));
      return sums.subarray(0, JOINT_CELLS).reduce((sum, each) => sum + each, 0);
    };
    expect([total(groups), total(counts)]).toEqual([cells.length, cells.length]);
  });
});

describe('the verdict', () => {
  const yTrue = Uint8Array.from({ length: 400 }, (_, row) => (row < 200 ? 1 : 0));
  const first = Float64Array.from({ length: 400 }, (_, row) => (row % 4 === 0 ? 0.2 : 0.8));
  const second = Float64Array.from({ length: 400 }, (_, row) => (row % 4 === 0 || row >= 200 ? 0.2 : 0.8));
  const payoff = { tp: 0, fp: 1, fn: 5, tn: 0 };
  const paired = { yTrue, yScores: [first, second], sampleWeight: null, alone: [0, 0], ambiguous: 0, contradicted: 0 };
  const decided = (thresholds: readonly (number | null)[]) => finished(decideJointly(paired, 'none', thresholds, '>='));

  it('counts what the second does more or less, and says whether that is more than chance', () => {
    const [joint] = decided([0.5, 0.5]);
    if (joint === null) throw new Error('nothing decided');
    const verdict = verdictOf(joint, 'threshold', payoff);
    expect(verdict).toMatchObject({ missed: 0, falseAlarms: -150, cost: -150, about: 'cost', isBeyondChance: true });
    expect(verdictOf(joint, 'flags', payoff)).toMatchObject({ about: 'missed', isBeyondChance: false });
    expect(verdictOf(joint, 'recall', payoff)).toMatchObject({ about: 'falseAlarms', isBeyondChance: true });
  });

  it('is none where a model has no threshold', () => {
    expect(decided([null, 0.5])).toEqual([null]);
    expect(decided([0.5, null])).toEqual([null]);
  });
});
