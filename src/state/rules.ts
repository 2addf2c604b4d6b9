import { bestThreshold, type Choice } from '../core/choose/bestThreshold.ts';
import type { Objective } from '../core/choose/objective.ts';
import type { Payoff } from '../core/cost/payoff.ts';
import type { DecisionRule } from '../core/scores/confusion.ts';
import type { ScoreIndex } from '../core/scores/scoreIndex.ts';
import type { RuleId, RuleSettings } from './ruleSettings.ts';
import { selectChosenOn, selectPayoff } from './selectors.ts';
import type { TunerState } from './tunerState.ts';

/** A rule that can set the threshold, with what it would choose on the split meant for choosing. */
export interface RuleChoice {
  readonly id: RuleId;
  readonly objective: Objective;
  readonly choice: Choice;
}

const NO_RULES: readonly RuleChoice[] = [];
const choices = new WeakMap<ScoreIndex, Map<string, Choice>>();
const CHOICES_KEPT = 200;

/** The choice of one objective on one index, searched once. */
function choiceOf(index: ScoreIndex, rule: DecisionRule, objective: Objective): Choice {
  let kept = choices.get(index);
  if (kept === undefined) {
    kept = new Map();
    choices.set(index, kept);
  }
  const key = JSON.stringify([rule, objective]);
  let choice = kept.get(key);
  if (choice === undefined) {
    choice = bestThreshold(index, rule, objective);
    if (kept.size >= CHOICES_KEPT) kept.clear();
    kept.set(key, choice);
  }
  return choice;
}

function objectivesOf(payoff: Payoff, settings: RuleSettings): readonly (readonly [RuleId, Objective])[] {
  return [
    ['lowestCost', { kind: 'cost', payoff }],
    ['highestMetric', { kind: 'metric', id: settings.metric }],
    ['minPrecision', { kind: 'recallWithPrecision', minPrecision: settings.minPrecision }],
    ['minRecall', { kind: 'precisionWithRecall', minRecall: settings.minRecall }],
    ['flagTop', { kind: 'flagTop', share: settings.topShare }],
  ];
}

/** What a rule asks for under the present prices and settings. */
export function objectiveOf(state: TunerState, rule: RuleId): Objective {
  const found = objectivesOf(selectPayoff(state), state.ruleSettings).find(([id]) => id === rule);
  if (found === undefined) throw new RangeError(`No rule ${rule}.`);
  return found[1];
}

interface Chosen {
  readonly rule: DecisionRule;
  readonly payoff: Payoff;
  readonly settings: RuleSettings;
  readonly rules: readonly RuleChoice[];
}

/** By file, because for a moment one part of the page shows another file than the rest. */
const known = new WeakMap<ScoreIndex, Chosen>();

/** Every rule with its choice on the split meant for choosing; the same array while nothing it depends on changes. */
export function selectRules(state: TunerState): readonly RuleChoice[] {
  const evaluation = selectChosenOn(state);
  if (evaluation === null) return NO_RULES;
  const { index } = evaluation;
  const { rule } = state.decision;
  const payoff = selectPayoff(state);
  const settings = state.ruleSettings;
  const kept = known.get(index);
  if (kept?.rule === rule && kept.payoff === payoff && kept.settings === settings) return kept.rules;
  const rules = objectivesOf(payoff, settings).map(([id, objective]) => ({
    id,
    objective,
    choice: choiceOf(index, rule, objective),
  }));
  known.set(index, { rule, payoff, settings, rules });
  return rules;
}

export const selectRuleChoice = (state: TunerState, id: RuleId): Choice | null =>
  selectRules(state).find((rule) => rule.id === id)?.choice ?? null;
