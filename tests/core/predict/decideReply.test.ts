import { describe, expect, it } from 'vitest';
import { decideReply } from '../../../src/core/predict/decideReply.ts';
import { placeOfScore } from '../../../src/core/predict/placeOfScore.ts';
import { readReply } from '../../../src/core/predict/readReply.ts';
import { retryAfterOf, waitBefore } from '../../../src/core/predict/retry.ts';
import { buildScoreIndex } from '../../../src/core/scores/scoreIndex.ts';

function replyOf(probabilities: Readonly<Record<string, number>>) {
  const values = Object.entries(probabilities).map(([name, value]) => ({
    steps: [{ kind: 'member' as const, name }],
    text: String(value),
  }));
  const found = readReply(values);
  if (found.kind !== 'read') throw new Error(found.kind);
  return found;
}

const HERE = { threshold: 0.5, rule: '>=' } as const;

describe('a decision about a reply', () => {
  it('compares as the rule says', () => {
    const reply = replyOf({ no: 0.4, yes: 0.6 });
    const flag = { kind: 'flag', name: 'yes', threshold: 0.6, band: null } as const;
    expect(decideReply(reply, { ...flag, rule: '>=' }, HERE)).toMatchObject({ picks: [1], isTuned: true });
    expect(decideReply(reply, { ...flag, rule: '>' }, HERE)).toMatchObject({
      picks: [0],
      nearest: { place: 1, distance: 0 },
    });
  });

  it('takes the surest class that reaches its threshold, or none', () => {
    const reply = replyOf({ a: 0.5, b: 0.3, c: 0.2 });
    const classes = (thresholds: number[], fallback: 'other' | 'argmax') =>
      decideReply(
        reply,
        { kind: 'classes', names: ['c', 'b', 'a'], decision: { kind: 'thresholds', thresholds, rule: '>=', fallback } },
        HERE,
      );
    expect(classes([0.1, 0.1, 0.6], 'other')).toMatchObject({ picks: [1], thresholds: [0.6, 0.1, 0.1] });
    expect(classes([0.9, 0.9, 0.9], 'other')).toMatchObject({ picks: [] });
    expect(classes([0.9, 0.9, 0.9], 'argmax')).toMatchObject({ picks: [0] });
    const costs = [
      [0, 1, 1],
      [1, 0, 1],
      [1, 9, 0],
    ];
    expect(
      decideReply(reply, { kind: 'classes', names: ['c', 'b', 'a'], decision: { kind: 'cost', costs } }, HERE),
    ).toMatchObject({
      picks: [0],
      nearest: null,
    });
  });

  it('gives a doubtful score to somebody to look at, by the ends of the band and the rule', () => {
    const band = { lower: 0.4, upper: 0.7 };
    const of = (yes: number, rule: '>=' | '>' = '>=') =>
      decideReply(replyOf({ no: 1 - yes, yes }), { kind: 'flag', name: 'yes', threshold: 0.5, rule, band }, HERE);
    expect(of(0.7)).toMatchObject({ picks: [1], isForReview: false, nearest: { distance: 0, from: 'upper' } });
    expect(of(0.7, '>')).toMatchObject({ picks: [], isForReview: true });
    expect(of(0.4)).toMatchObject({ picks: [], isForReview: true, nearest: { distance: 0, from: 'lower' } });
    expect(of(0.4, '>')).toMatchObject({ picks: [0], isForReview: false });
    expect(of(0.6).nearest).toMatchObject({ place: 1, from: 'upper', distance: expect.closeTo(-0.1, 12) });
    expect(of(0.1)).toMatchObject({ picks: [0], nearest: { from: 'lower', distance: expect.closeTo(-0.3, 12) } });
  });

  it('takes the places of a list that nobody named for no class of the data', () => {
    const values = [0.1, 0.2, 0.7].map((value, at) => ({
      steps: [{ kind: 'item' as const, name: String(at) }],
      text: String(value),
    }));
    const reply = readReply(values, undefined, { names: ['0', '1'], isExclusive: true });
    if (reply.kind !== 'read') throw new Error(reply.kind);
    const flag = { kind: 'flag', name: '1', threshold: 0.1, rule: '>=', band: null } as const;
    expect(decideReply(reply, flag, HERE)).toMatchObject({ kind: 'classes', isTuned: false, picks: [2] });
  });

  it('is as near as the change that would turn it first', () => {
    const classes = (
      probabilities: Readonly<Record<string, number>>,
      threshold: number,
      fallback: 'other' | 'argmax',
    ) => {
      const reply = replyOf(probabilities);
      const thresholds = reply.names.map(() => threshold);
      const decision = { kind: 'thresholds', thresholds, rule: '>=', fallback } as const;
      return decideReply(reply, { kind: 'classes', names: reply.names, decision }, HERE).nearest;
    };
    // Both reach their thresholds by far, and the first is hardly surer than the second.
    expect(classes({ a: 0.45, b: 0.44, c: 0.11 }, 0.2, 'other')).toEqual({
      place: 0,
      distance: expect.closeTo(0.01, 12),
      from: { rival: 1 },
    });
    // What is near its threshold and far from being the surest changes nothing.
    expect(classes({ a: 0.75, b: 0.19, c: 0.06 }, 0.2, 'other')).toMatchObject({ place: 0, from: 'threshold' });
    // Of two classes on both sides of one half, the one decided for is named.
    expect(classes({ bad: 0.4, good: 0.6 }, 0.5, 'other')).toEqual({
      place: 1,
      distance: expect.closeTo(0.1, 12),
      from: 'threshold',
    });
    expect(classes({ a: 0.3, b: 0.3, c: 0.4 }, 0.45, 'other')).toMatchObject({ place: 2, from: 'threshold' });
    expect(classes({ a: 0.25, b: 0.35, c: 0.4 }, 0.5, 'argmax')).toMatchObject({ place: 2, from: { rival: 1 } });
    expect(classes({ a: 0.1, b: 0.3, c: 0.6 }, 0.31, 'argmax')).toMatchObject({ place: 2, from: 'threshold' });
    const reply = replyOf({ a: 0.3, b: 0.5, c: 0.2 });
    const argmax = { kind: 'classes', names: reply.names, decision: { kind: 'argmax' } } as const;
    expect(decideReply(reply, argmax, HERE).nearest).toEqual({
      place: 1,
      distance: expect.closeTo(0.2, 12),
      from: { rival: 0 },
    });
  });

  it('is made for each label', () => {
    const reply = replyOf({ Sport: 0.9, Health: 0.5, Other: 0.8 });
    const tuned = { kind: 'labels', names: ['Health', 'Sport'], thresholds: [0.4, 0.95], rule: '>=' } as const;
    expect(decideReply(reply, tuned, HERE)).toMatchObject({ picks: [1], thresholds: [0.95, 0.4, Number.NaN] });
  });

  it('is made by the threshold beside the reply where the data has other classes', () => {
    const reply = replyOf({ a: 0.5, b: 0.3, c: 0.2 });
    const tuned = { kind: 'flag', name: 'yes', threshold: 0.1, rule: '>=', band: null } as const;
    expect(decideReply(reply, tuned, HERE)).toMatchObject({ picks: [0], isTuned: false });
    expect(decideReply(reply, null, { threshold: 0.51, rule: '>=' })).toMatchObject({ picks: [], isTuned: false });
    expect(decideReply(replyOf({ a: 0.9, b: 0.8 }), null, HERE)).toMatchObject({ kind: 'labels', picks: [0, 1] });
  });
});

describe('the place of a score', () => {
  const yTrue = Uint8Array.from([0, 0, 1, 0, 1, 1, 1]);
  const yScore = Float64Array.from([0.05, 0.31, 0.35, 0.39, 0.4, 0.9, 1]);
  const index = buildScoreIndex(yTrue, yScore);

  it('counts the rows below and those in the same tenth', () => {
    const { below, alike, rows, isOutside } = placeOfScore(index, 0.35);
    expect([below, rows, isOutside]).toEqual([2 / 7, 7, false]);
    expect(alike).toMatchObject({ amount: 3, positives: 1, share: 1 / 3, interval: { method: 'wilson' } });
    expect(placeOfScore(index, 1).alike).toMatchObject({ amount: 2, positives: 2 });
    expect(placeOfScore(index, 0.4).alike).toMatchObject({ amount: 1, positives: 1 });
    expect(placeOfScore(index, 0.65)).toMatchObject({ alike: { amount: 0, interval: null } });
    expect(placeOfScore(index, 0.01).isOutside).toBe(true);
  });

  it('has no interval for weights', () => {
    const weighted = buildScoreIndex(
      yTrue,
      yScore,
      Float64Array.from(yScore, () => 2),
    );
    expect(placeOfScore(weighted, 0.35).alike).toMatchObject({ amount: 6, positives: 2, interval: null });
  });

  it('is the same as counted row by row', () => {
    for (let at = 0; at <= 100; at++) {
      const score = at / 100;
      const { alike, below } = placeOfScore(index, score);
      expect(below).toBe(yScore.filter((each) => each < score).length / 7);
      const isLast = alike.high === 1;
      const like = [...yScore].map((each) => each >= alike.low && (isLast ? each <= 1 : each < alike.high));
      expect(alike.amount).toBe(like.filter(Boolean).length);
      expect(score >= alike.low && score <= alike.high).toBe(true);
    }
  });
});

describe('waiting', () => {
  it('follows the server, else doubles up to a limit', () => {
    const backoff = { first: 100, most: 1000 };
    expect([1, 2, 3, 9].map((attempt) => waitBefore(attempt, null, 0, backoff))).toEqual([100, 200, 400, 1000]);
    expect(waitBefore(1, null, 0.5, backoff)).toBe(125);
    expect(waitBefore(3, 7000, 0.9, backoff)).toBe(7000);
  });

  it('reads Retry-After as seconds or as a date', () => {
    expect(['2', '0', '-1', '', 'soon'].map((text) => retryAfterOf(text, 0))).toEqual([2000, 0, null, null, null]);
    expect(retryAfterOf(null, 0)).toBeNull();
    expect(retryAfterOf('Thu, 01 Jan 1970 00:01:00 GMT', 20_000)).toBe(40_000);
  });
});
