import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestThreshold } from '../../../src/core/choose/bestThreshold.ts';
import { payoffOddity } from '../../../src/core/cost/payoff.ts';
import { arbitraryRows } from '../arbitraryRows.ts';
import { indexOf } from '../rows.ts';

const price = fc.integer({ min: -3, max: 3 });
const payoffs = fc.record({ tp: price, fp: price, fn: price, tn: price });

it('says what no scores can change: that nobody, everybody or anybody may be flagged', () => {
  fc.assert(
    fc.property(payoffs, arbitraryRows({ minLength: 1, weights: 'never' }), (payoff, rows) => {
      const choice = bestThreshold(indexOf(rows), '>=', { kind: 'cost', payoff });
      if (choice.kind === 'none') throw new Error(choice.reason);
      const ends = [Infinity, Math.min(...rows.yScore) + 0];
      switch (payoffOddity(payoff)) {
        case 'nothingMatters':
          expect(choice.ties).toHaveLength(new Set(rows.yScore.map((score) => score + 0)).size + 1);
          break;
        case 'neverPays':
          expect([...choice.ties]).toContain(ends[0]);
          break;
        case 'alwaysPays':
          expect([...choice.ties]).toContain(ends[1]);
          break;
        case 'reversed':
          expect([payoff.fn < payoff.tp, payoff.fp < payoff.tn]).toEqual([true, true]);
          break;
        case null:
          expect([payoff.fn > payoff.tp, payoff.fp > payoff.tn]).toEqual([true, true]);
          break;
      }
    }),
  );
});
