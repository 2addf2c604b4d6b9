import { bestThreshold, type NoThreshold } from '../choose/bestThreshold.ts';
import type { Objective } from '../choose/objective.ts';
import {
  type AdmissibleRun,
  admissibleThresholds,
  type Requirement,
  type RequirementTerms,
} from '../choose/requirements.ts';
import { recall } from '../metrics/threshold.ts';
import { type Confusion, confusionAt, type DecisionRule } from '../scores/confusion.ts';
import type { ScoreIndex } from '../scores/scoreIndex.ts';
import { amountToPair, pairedThreshold } from './pairedThreshold.ts';

/**
 * At which thresholds models are compared: each at its `own` best one by a goal, each at the cheapest by the `price`s, all at the
 * `threshold` of the first, or each where it has the `recall`, or the number of `flags`, that the first has at that threshold.
 */
export const COMPARED_AT = ['own', 'threshold', 'recall', 'flags', 'price'] as const;
export type ComparedAt = (typeof COMPARED_AT)[number];

/** What decides about the thresholds that models are compared at. */
export interface ComparedTerms {
  readonly at: ComparedAt;
  readonly rule: DecisionRule;
  /** The threshold in force, which is the first model's. */
  readonly threshold: number;
  /** The goal by which each has its own. */
  readonly objective: Objective;
  readonly requirements: readonly Requirement[];
  readonly requirementTerms: RequirementTerms;
}

/** The scores of a model on the rows compared on, and on those that its threshold is chosen on. */
export interface ComparedScores {
  readonly index: ScoreIndex;
  readonly choosing: ScoreIndex;
}

export interface ComparedThreshold {
  readonly kind: 'found';
  readonly threshold: number;
  /** On the rows compared on. */
  readonly confusion: Confusion;
}

/**
 * The threshold of each model and what it does on the rows compared on, or why it has none. Recall and flags are met on the rows compared on: by the highest
 * threshold that reaches them (rows with one score are flagged together, so that it may be more). O(models · n) at most.
 */
export function comparedThresholds(
  models: readonly ComparedScores[],
  terms: ComparedTerms,
): (ComparedThreshold | NoThreshold)[] {
  const [{ index: first }] = models;
  return models.map((model, place) => chosenFor(model, place === 0, first, terms));
}

function chosenFor(
  { index, choosing }: ComparedScores,
  isFirst: boolean,
  first: ScoreIndex,
  terms: ComparedTerms,
): ComparedThreshold | NoThreshold {
  const { at, rule, threshold, objective } = terms;
  const found = (of: number): ComparedThreshold => ({
    kind: 'found',
    threshold: of,
    confusion: confusionAt(index, of, rule),
  });
  const best = (of: ScoreIndex, aim: Objective, within: readonly AdmissibleRun[] | null = null) => {
    const choice = bestThreshold(of, rule, aim, within);
    return choice.kind === 'found' ? found(choice.threshold) : choice;
  };
  if (at === 'own') return best(choosing, objective, admissible(choosing, terms));
  if (at === 'price') return best(choosing, { kind: 'cost', payoff: terms.requirementTerms.payoff });
  if (at === 'threshold' || isFirst) return found(threshold);
  if (at === 'recall' && Number.isNaN(recall.of(confusionAt(first, threshold, rule), threshold)))
    return { kind: 'none', reason: 'noPositives', nearest: Number.NaN };
  return found(pairedThreshold(index, rule, at, amountToPair(first, threshold, rule, at)));
}

function admissible(index: ScoreIndex, { rule, requirements, requirementTerms }: ComparedTerms) {
  if (!requirements.some(({ isOn }) => isOn)) return null;
  return admissibleThresholds(index, rule, requirements, requirementTerms).runs;
}
