import { groupCuts } from '../../src/core/choose/groupCuts.ts';
import { groupPolicy, POLICY_STRATEGIES, type PolicyGroup, policyField } from '../../src/core/choose/perGroup.ts';
import { buildScoreIndex } from '../../src/core/scores/scoreIndex.ts';
import { medians } from './medians.ts';
import { predictions } from './random.ts';
import type { Line } from './run.ts';

const COST = { kind: 'cost', payoff: { tp: 0, fp: 1, fn: 5, tn: 0 } } as const;
const TOLERANCE = 0.02;
const ROWS = 500_000;
/** All pairs of half a million thresholds would take days. */
const FEW_ROWS = 3000;

const twoGroups = (rows: number): PolicyGroup[] =>
  [1, 2].map((seed) => {
    const { yTrue, yScore } = predictions(rows, { seed });
    return { key: String(seed), index: buildScoreIndex(yTrue, yScore) };
  });

/** The cheapest pair of thresholds with equal true positive rates, by trying all pairs. */
function cheapestOfPairs(groups: readonly PolicyGroup[]): number {
  const [a, b] = groups.map(({ index }) => groupCuts(index, '>=', null));
  const { fp, fn } = COST.payoff;
  let best = Infinity;
  for (let i = 0; i < a.tps.length; i++) {
    for (let j = 0; j < b.tps.length; j++) {
      if (Math.abs(a.tps[i] / a.positives - b.tps[j] / b.positives) > TOLERANCE + 1e-12) continue;
      const missed = a.positives - a.tps[i] + b.positives - b.tps[j];
      best = Math.min(best, fp * (a.fps[i] + b.fps[j]) + fn * missed);
    }
  }
  return best;
}

/** Thresholds for two groups: exact, and still fast enough to be asked for at every change of a price. */
export function fairnessLines(): Line[] {
  const few = twoGroups(FEW_ROWS);
  const search = () => groupPolicy(policyField(few, '>=', COST), 'equalTruePositiveRates', TOLERANCE);
  const found = search();
  if (found.kind === 'none' || found.value !== cheapestOfPairs(few))
    throw new Error('The search missed the best pair.');
  const { pairs, here } = medians({ pairs: () => cheapestOfPairs(few), here: search });
  const many = twoGroups(ROWS);
  const { all } = medians({
    all: () => {
      const field = policyField(many, '>=', COST);
      return POLICY_STRATEGIES.map((strategy) => groupPolicy(field, strategy, TOLERANCE));
    },
  });
  return [
    { what: `equal true positive rates of 2 × ${FEW_ROWS} rows, against all pairs`, value: pairs / here, atLeast: 3 },
    { what: `all fairness strategies on 2 × ${ROWS.toLocaleString('en')} rows`, value: all, unit: 'ms' },
  ];
}
