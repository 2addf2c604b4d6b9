import type { DecisionRule } from '../scores/confusion.ts';
import type { Objective } from './objective.ts';
import { groupPolicy, type Policy, type PolicyGroup, type PolicyStrategy, policyField } from './perGroup.ts';

/** Which policies are asked for. */
export interface PolicyQuestion {
  readonly rule: DecisionRule;
  readonly objective: Objective;
  readonly strategies: readonly PolicyStrategy[];
  /** 0 to 1. */
  readonly tolerances: readonly number[];
}

export interface PolicyAt {
  readonly tolerance: number;
  readonly policy: Policy;
}

/** The tolerances along which the price of fairness is drawn. */
export const PRICED_TOLERANCES: readonly number[] = [
  0, 0.01, 0.02, 0.03, 0.04, 0.05, 0.075, 0.1, 0.125, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5,
];

/**
 * The policy of every strategy at every tolerance, strategy by strategy: with several tolerances the price of fairness, the goal's value against the
 * gap allowed. A step each. O(strategies · tolerances · cuts · groups).
 */
export function* policiesAt(
  groups: readonly PolicyGroup[],
  { rule, objective, strategies, tolerances }: PolicyQuestion,
): Generator<void, readonly PolicyAt[]> {
  const field = policyField(groups, rule, objective);
  const found: PolicyAt[] = [];
  for (const strategy of strategies) {
    for (const tolerance of tolerances) {
      yield;
      found.push({ tolerance, policy: groupPolicy(field, strategy, tolerance) });
    }
  }
  return found;
}
