import { type ImpliedPrice, impliedPrice, priceOf } from '../core/choose/impliedPrice.ts';
import type { PayoffOddity } from '../core/cost/payoff.ts';
import { buildHull, type RocHull } from '../core/curves/hull.ts';
import type { DecisionRule } from '../core/scores/confusion.ts';
import type { ScoreIndex } from '../core/scores/scoreIndex.ts';
import { selectChosenOn, selectPayoff, selectThreshold } from './selectors.ts';
import type { TunerState } from './tunerState.ts';

const hulls = new WeakMap<ScoreIndex, RocHull>();

/** The ROC hull of an index, built once. */
export function hullOf(index: ScoreIndex): RocHull {
  const known = hulls.get(index);
  if (known !== undefined) return known;
  const hull = buildHull(index);
  hulls.set(index, hull);
  return hull;
}

interface Implied {
  readonly threshold: number;
  readonly rule: DecisionRule;
  readonly price: ImpliedPrice;
}

const implied = new WeakMap<ScoreIndex, Implied>();

/** The price of a miss that the present threshold acts on, on the split meant for choosing. The same object while it is the same. */
export function selectImpliedPrice(state: TunerState): ImpliedPrice | null {
  const on = selectChosenOn(state);
  if (on === null) return null;
  const { index } = on;
  const threshold = selectThreshold(state);
  const { rule } = state.decision;
  const known = implied.get(index);
  if (known !== undefined && Object.is(known.threshold, threshold) && known.rule === rule) return known.price;
  const price = impliedPrice(index, hullOf(index), threshold, rule);
  implied.set(index, { threshold, rule, price });
  return price;
}

/** The price of a miss, in false alarms, that the user's own prices come to, or what is odd about them. */
export const selectStatedPrice = (state: TunerState): number | PayoffOddity => priceOf(selectPayoff(state));
