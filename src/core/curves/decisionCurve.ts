import { netBenefit } from '../metrics/threshold.ts';
import type { Cuts } from './cuts.ts';
import type { ThresholdSweep } from './thresholdSweep.ts';

/** Net benefit bends between two scores: so near each other the straight lines between its vertices do not show it. */
const STEPS = 200;

/**
 * The decision curve: net benefit when every case with a score of at least t is flagged, over the threshold probability t from 0 up to,
 * but not including, 1. Between two neighbouring scores the decision stays and net benefit falls with the odds t/(1 − t): vertices stand
 * at each score (two, where it jumps) and at each 200th. For probabilities. O(cuts). Agrees with `dcurves`, which takes its thresholds
 * from a grid.
 */
export function decisionCurve(cuts: Cuts): ThresholdSweep {
  const thresholds: number[] = [];
  const values: number[] = [];
  const everybody = cuts.thresholds.length - 1;
  for (let cut = everybody; cut >= 0; cut--) {
    const tp = cuts.tps[cut];
    const fp = cuts.fps[cut];
    const confusion = { tp, fp, fn: cuts.positives - tp, tn: cuts.negatives - fp };
    const visit = (threshold: number): void => {
      if (!(threshold < 1)) return;
      thresholds.push(threshold);
      values.push(netBenefit.of(confusion, threshold));
    };
    const from = cut === everybody ? 0 : cuts.thresholds[cut + 1];
    const to = Math.min(1, cuts.thresholds[cut]);
    visit(from);
    for (let step = Math.floor(from * STEPS) + 1; step / STEPS < to; step++) visit(step / STEPS);
    if (to > from) visit(to);
  }
  return { thresholds: Float64Array.from(thresholds), values: Float64Array.from(values) };
}

/** The net benefit of flagging everybody at a threshold probability: prevalence − (1 − prevalence) · t/(1 − t). O(1). */
export function treatAllAt(threshold: number, { positives, negatives }: Pick<Cuts, 'positives' | 'negatives'>): number {
  return netBenefit.of({ tp: positives, fp: negatives, fn: 0, tn: 0 }, threshold);
}
