import { aimOf } from '../core/choose/worth.ts';
import { type RuleChoice, selectGoalInForce, selectRuleOf } from './rules.ts';
import type { TunerState } from './tunerState.ts';

/**
 * The goal whose best threshold is asked about: the one in force where it makes one number as good as possible, else the lowest cost. With
 * its choice on the split meant for choosing; the same object while nothing it depends on changes.
 */
export function selectAimed(state: TunerState): RuleChoice | null {
  const inForce = selectGoalInForce(state);
  return inForce !== null && aimOf(inForce.objective) !== null ? inForce : selectRuleOf(state, 'lowestCost');
}
