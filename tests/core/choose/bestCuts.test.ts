import { describe, expect, it } from 'vitest';
import { bestCuts, cornerCeiling, type Worth } from '../../../src/core/choose/bestCuts.ts';
import { costOf, type Payoff } from '../../../src/core/cost/payoff.ts';
import { thresholdMetrics } from '../../../src/core/metrics/catalog.ts';
import { precision, recall } from '../../../src/core/metrics/threshold.ts';
import type { Confusion, DecisionRule } from '../../../src/core/scores/confusion.ts';
import { buildScoreIndex, type ScoreIndex } from '../../../src/core/scores/scoreIndex.ts';
import { seededRandom } from '../../bench/random.ts';
import { scannedCuts } from '../rows.ts';

type Kind = 'distinct' | 'tied' | 'weighted' | 'useless' | 'reversed' | 'mostly tied' | 'margins';

/** Enough rows that most of their cuts are passed over. */
const ROWS = 3000;

function indexOf(kind: Kind, seed: number): ScoreIndex {
  const random = seededRandom(seed);
  const yTrue = Uint8Array.from({ length: ROWS }, () => (random() < 0.2 ? 1 : 0));
  const yScore = Float64Array.from(yTrue, (label) => {
    const raw = kind === 'useless' ? random() : (random() + random() + label * (kind === 'reversed' ? -1 : 1) + 1) / 4;
    if (kind === 'tied') return Math.round(raw * 400) / 400;
    if (kind === 'mostly tied') return raw < 0.5 ? 0.25 : Math.round(raw * 1e6) / 1e6;
    return kind === 'margins' ? 20 * raw - 10 : raw;
  });
  const sampleWeight = kind === 'weighted' ? Float64Array.from(yTrue, () => random() * 3) : null;
  return buildScoreIndex(yTrue, yScore, sampleWeight);
}

const kinds: readonly Kind[] = ['distinct', 'tied', 'weighted', 'useless', 'reversed', 'mostly tied', 'margins'];
const rules: readonly DecisionRule[] = ['>=', '>'];

const payoffs: readonly Payoff[] = [
  { tp: 0, fp: 1, fn: 5, tn: 0 },
  { tp: 0, fp: 5, fn: 1, tn: 0 },
  { tp: -7, fp: 2, fn: 3, tn: -0.1 },
  { tp: 4, fp: -2, fn: 0, tn: 1 },
];

const worths: readonly (readonly [name: string, worth: Worth])[] = [
  ...thresholdMetrics
    .filter(({ better }) => better !== 'neither')
    .map(({ id, better, of }) => {
      const worth: Worth = (confusion, threshold) => (better === 'higher' ? 1 : -1) * of(confusion, threshold);
      return [id, worth] as const;
    }),
  ...payoffs.map((payoff) => {
    return [`cost ${JSON.stringify(payoff)}`, (confusion: Confusion) => -costOf(confusion, payoff)] as const;
  }),
  ['recall with precision', (c, t) => (precision.of(c, t) >= 0.4 ? recall.of(c, t) : -Infinity)],
  ['precision with recall', (c, t) => (recall.of(c, t) >= 0.6 ? precision.of(c, t) : -Infinity)],
];

/** Every cut, rated; the best ones by the definition of a tie. */
function bestByScan(index: ScoreIndex, rule: DecisionRule, worth: Worth): number[] {
  const cuts = scannedCuts(index, rule)
    .map((cut) => ({ threshold: cut.threshold, worth: worth(cut, cut.threshold) }))
    .filter((cut) => cut.worth > -Infinity);
  const best = cuts.reduce((highest, { worth: value }) => Math.max(highest, value), -Infinity);
  const width = Number.isFinite(best) ? 1e-12 * Math.max(1, Math.abs(best)) : 0;
  return cuts.filter(({ worth: value }) => value >= best - width).map(({ threshold }) => threshold);
}

describe.each(kinds)('among the cuts of %s scores', (kind) => {
  const indexes = [1, 2, 3].map((seed) => indexOf(kind, seed));

  it.each(worths)('finds those that a scan of all finds: %s', (_, worth) => {
    for (const index of indexes) {
      for (const rule of rules) {
        const found = bestCuts(index, rule, worth).map(({ threshold }) => threshold);
        expect(found).toEqual(bestByScan(index, rule, worth));
      }
    }
  });
});

it('no cut is worth more than the ceiling of the stretch it lies in', () => {
  for (const kind of kinds) {
    const index = indexOf(kind, 4);
    const cuts = scannedCuts(index, '>=');
    for (const [name, worth] of worths) {
      const ceiling = cornerCeiling(worth);
      for (let from = 0; from + 40 < cuts.length; from += 40) {
        const highest = ceiling(cuts[from], cuts[from + 40], cuts[from + 40].threshold, cuts[from].threshold);
        if (Number.isNaN(highest) || highest === Infinity) continue;
        const width = highest === -Infinity ? 0 : 1e-12 * Math.max(1, Math.abs(highest));
        for (let at = from + 1; at <= from + 40; at++) {
          const value = worth(cuts[at], cuts[at].threshold);
          const isBelow = Number.isNaN(value) || value <= highest + width;
          if (!isBelow) expect.fail(`${name} of ${kind}: ${value} above ${highest}`);
        }
      }
    }
  }
});

it('looks at few of many cuts', () => {
  const random = seededRandom(5);
  const yTrue = Uint8Array.from({ length: 200_000 }, () => (random() < 0.1 ? 1 : 0));
  const yScore = Float64Array.from(yTrue, (label) => (random() + random() + label) / 3);
  const index = buildScoreIndex(yTrue, yScore);
  let looks = 0;
  bestCuts(index, '>=', (confusion) => {
    looks++;
    return -costOf(confusion, payoffs[0]);
  });
  expect(looks).toBeLessThan(yTrue.length / 80);
});
