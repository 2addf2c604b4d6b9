import { bestThreshold, type Choice } from '../core/choose/bestThreshold.ts';
import type { Objective } from '../core/choose/objective.ts';
import type { AdmissibleRun } from '../core/choose/requirements.ts';
import type { Payoff } from '../core/cost/payoff.ts';
import type { DecisionRule } from '../core/scores/confusion.ts';
import type { Evaluation } from '../core/scores/evaluation.ts';
import type { ScoreIndex } from '../core/scores/scoreIndex.ts';
import { selectAdmissible } from './requirements.ts';
import { RULE_IDS, type RuleId, type RuleSettings } from './ruleSettings.ts';
import { selectAmounts, selectChosenOn, selectPayoff, selectRuleSettings } from './selectors.ts';
import type { TunerState } from './tunerState.ts';

/** A goal that can set the threshold, with what it would choose on the split meant for choosing among those that meet all requirements. */
export interface RuleChoice {
  readonly id: RuleId;
  readonly objective: Objective;
  readonly choice: Choice | NotYet;
}

/** Why a cost by amounts has no threshold yet. */
interface NotYet {
  readonly kind: 'none';
  readonly reason: 'amountsUnset' | 'amountsPending';
  readonly nearest: number;
}

/** The rows of a split as a goal counts them: weighted by what is at stake, or each alike. Null while that is being worked out. */
export function ruleEvaluation(state: TunerState, id: RuleId, evaluation: Evaluation): Evaluation | null {
  if (id !== 'amountCost') return evaluation;
  return selectAmounts(state)?.find((each) => each.evaluation.split === evaluation.split)?.evaluation ?? null;
}

const NO_RULES: readonly RuleChoice[] = [];
type Within = readonly AdmissibleRun[] | null;

/** By what is chosen from: all cuts of an index, or those that meet all requirements on it. */
const choices = new WeakMap<ScoreIndex | NonNullable<Within>, Map<string, Choice>>();
const CHOICES_KEPT = 200;

/** The choice of one objective on one index, searched once. */
export function choiceOf(index: ScoreIndex, rule: DecisionRule, objective: Objective, within: Within): Choice {
  let kept = choices.get(within ?? index);
  if (kept === undefined) {
    kept = new Map();
    choices.set(within ?? index, kept);
  }
  const key = JSON.stringify([rule, objective]);
  let choice = kept.get(key);
  if (choice === undefined) {
    choice = bestThreshold(index, rule, objective, within);
    if (kept.size >= CHOICES_KEPT) kept.clear();
    kept.set(key, choice);
  }
  return choice;
}

/** What a goal asks for under the present prices and settings. */
export function objectiveOf(state: TunerState, id: RuleId): Objective {
  const { metric, minPrecision, minRecall, topShare, topCount, beta, pt, amounts } = selectRuleSettings(state);
  switch (id) {
    case 'lowestCost':
      return { kind: 'cost', payoff: selectPayoff(state) };
    case 'amountCost': {
      const { positives, negatives, factors } = amounts;
      return { kind: 'cost', payoff: factors, amounts: { positives, negatives } };
    }
    case 'highestMetric':
      return { kind: 'metric', id: metric };
    case 'fbeta':
      return { kind: 'fbeta', beta };
    case 'closestCorner':
      return { kind: 'closestCorner' };
    case 'netBenefit':
      return { kind: 'netBenefit', pt };
    case 'minPrecision':
      return { kind: 'recallWithPrecision', minPrecision };
    case 'minRecall':
      return { kind: 'precisionWithRecall', minRecall };
    case 'flagTop':
      return { kind: 'flagTop', share: topShare };
    case 'flagCount':
      return { kind: 'flagCount', count: topCount };
  }
}

function notYet(state: TunerState): NotYet {
  const { positives, negatives } = selectRuleSettings(state).amounts;
  const isUnset = positives === null && negatives === null;
  return { kind: 'none', reason: isUnset ? 'amountsUnset' : 'amountsPending', nearest: Number.NaN };
}

interface Chosen {
  readonly rule: DecisionRule;
  readonly payoff: Payoff;
  readonly settings: RuleSettings;
  readonly within: Within;
  readonly amounts: TunerState['amountsMeasured'];
  readonly byId: Map<RuleId, RuleChoice>;
  /** Whatever is required. */
  readonly freely: Map<RuleId, RuleChoice['choice']>;
  shown: readonly RuleChoice[];
}

/** By file, because for a moment one part of the page shows another file than the rest. */
const known = new WeakMap<ScoreIndex, Chosen>();

/** What is known of the choices on the split meant for choosing, as long as nothing they depend on changes. */
function chosenNow(state: TunerState, index: ScoreIndex): Chosen {
  const { rule, settings } = state.decision;
  const amounts = state.amountsMeasured;
  const payoff = selectPayoff(state);
  const within = selectAdmissible(state)?.runs ?? null;
  const kept = known.get(index);
  const isSame =
    kept?.rule === rule &&
    kept.payoff === payoff &&
    kept.settings === settings &&
    kept.within === within &&
    kept.amounts === amounts;
  if (isSame) return kept;
  const fresh: Chosen = {
    rule,
    payoff,
    settings,
    within,
    amounts,
    byId: new Map(),
    freely: new Map(),
    shown: NO_RULES,
  };
  known.set(index, fresh);
  return fresh;
}

/** One goal with its choice on the split meant for choosing; the same object while nothing it depends on changes. */
export function selectRuleOf(state: TunerState, id: RuleId): RuleChoice | null {
  const evaluation = selectChosenOn(state);
  if (evaluation === null) return null;
  const { index } = evaluation;
  const { byId, rule, within } = chosenNow(state, index);
  let found = byId.get(id);
  if (found === undefined) {
    const objective = objectiveOf(state, id);
    const weighed = ruleEvaluation(state, id, evaluation);
    found = {
      id,
      objective,
      choice: weighed === null ? notYet(state) : choiceOf(weighed.index, rule, objective, within),
    };
    byId.set(id, found);
  }
  return found;
}

/** What a goal would choose whatever is required. The same object while nothing it depends on changes. */
export function selectRuleChoice(state: TunerState, id: RuleId): RuleChoice['choice'] | null {
  const evaluation = selectChosenOn(state);
  if (evaluation === null) return null;
  const { freely, rule } = chosenNow(state, evaluation.index);
  let choice = freely.get(id);
  if (choice === undefined) {
    const weighed = ruleEvaluation(state, id, evaluation);
    choice = weighed === null ? notYet(state) : choiceOf(weighed.index, rule, objectiveOf(state, id), null);
    freely.set(id, choice);
  }
  return choice;
}

/** The goals on the list and the one in force, each with its choice; the same array while nothing it depends on changes. */
export function selectRules(state: TunerState): readonly RuleChoice[] {
  const evaluation = selectChosenOn(state);
  if (evaluation === null) return NO_RULES;
  const { shownRules, decision } = state;
  const rules = RULE_IDS.filter((id) => shownRules.includes(id) || id === decision.goal).flatMap(
    (id) => selectRuleOf(state, id) ?? [],
  );
  const chosen = chosenNow(state, evaluation.index);
  const isSame = rules.length === chosen.shown.length && rules.every((rule, place) => rule === chosen.shown[place]);
  if (!isSame) chosen.shown = rules;
  return chosen.shown;
}

/** The goal in force, or the lowest cost where the threshold was set by hand: what can be drawn over the threshold. */
export const selectGoalOrCost = (state: TunerState): RuleChoice | null =>
  selectRuleOf(state, state.decision.goal ?? 'lowestCost');

/** The goal in force with its choice; null where the threshold was set by hand. */
export const selectGoalInForce = (state: TunerState): RuleChoice | null =>
  state.decision.goal === null ? null : selectRuleOf(state, state.decision.goal);
