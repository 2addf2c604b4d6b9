import type { Choice } from '../core/choose/bestThreshold.ts';
import { priceOf } from '../core/choose/impliedPrice.ts';
import type { Payoff } from '../core/cost/payoff.ts';
import { selectAdmissible } from './requirements.ts';
import { choiceOf, type RuleChoice, selectRuleOf } from './rules.ts';
import { selectChosenOn, selectPayoff, selectRule } from './selectors.ts';
import type { TunerState } from './tunerState.ts';

type Found = Extract<Choice, { readonly kind: 'found' }>;

/** The cheapest threshold now and if a miss cost twice what it does, both on the split meant for choosing. */
export interface DoubledPrice {
  readonly before: Found;
  readonly after: Found;
  /** What each outcome would cost then. */
  readonly payoff: Payoff;
}

const known = new WeakMap<RuleChoice, DoubledPrice | null>();

/** Null where there is no cheapest threshold or no price of a miss. The same object while nothing it depends on changes. */
export function selectDoubledPrice(state: TunerState): DoubledPrice | null {
  const on = selectChosenOn(state);
  const cheapest = selectRuleOf(state, 'lowestCost');
  if (on === null || cheapest === null) return null;
  const kept = known.get(cheapest);
  if (kept !== undefined) return kept;
  const now = selectPayoff(state);
  const payoff = { ...now, fn: 2 * now.fn };
  const isPriced = [now, payoff].every((each) => typeof priceOf(each) === 'number');
  const within = selectAdmissible(state)?.runs ?? null;
  const after = isPriced ? choiceOf(on.index, selectRule(state), { kind: 'cost', payoff }, within) : null;
  const { choice: before } = cheapest;
  const doubled = after?.kind === 'found' && before.kind === 'found' ? { before, after, payoff } : null;
  known.set(cheapest, doubled);
  return doubled;
}
