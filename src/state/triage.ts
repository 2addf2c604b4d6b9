import { bestBand, type FoundBand } from '../core/choose/triage.ts';
import type { Payoff } from '../core/cost/payoff.ts';
import type { DecisionRule } from '../core/scores/confusion.ts';
import type { ScoreIndex } from '../core/scores/scoreIndex.ts';
import { hullOf } from './impliedPrice.ts';
import { type Review, reviewerOf } from './review.ts';
import { selectChosenOn, selectPayoff } from './selectors.ts';
import type { TunerState } from './tunerState.ts';

interface Sought {
  readonly rule: DecisionRule;
  readonly payoff: Payoff;
  readonly review: Review;
  readonly band: FoundBand | null;
}

const soughtOn = new WeakMap<ScoreIndex, Sought>();

/** The cheapest band on the split that goals choose on; searched again only where what it depends on changes. */
export function selectBestBand(state: TunerState): FoundBand | null {
  const evaluation = selectChosenOn(state);
  if (evaluation === null) return null;
  const { index } = evaluation;
  const { rule, review } = state.decision;
  const payoff = selectPayoff(state);
  const known = soughtOn.get(index);
  if (
    known?.rule === rule &&
    known.payoff === payoff &&
    known.review.price === review.price &&
    known.review.accuracy === review.accuracy &&
    known.review.capacity === review.capacity
  )
    return known.band;
  const band = bestBand(index, rule, payoff, reviewerOf(review), hullOf(index));
  soughtOn.set(index, { rule, payoff, review, band });
  return band;
}
