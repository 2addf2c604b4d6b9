import { bestThreshold, type Choice } from '../core/choose/bestThreshold.ts';
import type { Objective } from '../core/choose/objective.ts';
import type { DecisionRule } from '../core/scores/confusion.ts';
import type { ScoreIndex } from '../core/scores/scoreIndex.ts';
import type { Prices } from './decision.ts';
import type { RuleId, RuleSettings } from './ruleSettings.ts';
import { selectEvaluation } from './selectors.ts';
import type { TunerState } from './tunerState.ts';

/** A rule that can set the threshold, with what it would choose on the split in view. */
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

function objectivesOf(prices: Prices, settings: RuleSettings): readonly (readonly [RuleId, Objective])[] {
  return [
    ['lowestCost', { kind: 'cost', payoff: { tp: 0, fp: prices.falseAlarm, fn: prices.miss, tn: 0 } }],
    ['highestMetric', { kind: 'metric', id: settings.metric }],
    ['minPrecision', { kind: 'recallWithPrecision', minPrecision: settings.minPrecision }],
    ['minRecall', { kind: 'precisionWithRecall', minRecall: settings.minRecall }],
    ['flagTop', { kind: 'flagTop', share: settings.topShare }],
  ];
}

/** What a rule asks for under the present prices and settings. */
export function objectiveOf({ decision, ruleSettings }: TunerState, rule: RuleId): Objective {
  const found = objectivesOf(decision.prices, ruleSettings).find(([id]) => id === rule);
  if (found === undefined) throw new RangeError(`No rule ${rule}.`);
  return found[1];
}

interface Chosen {
  readonly rule: DecisionRule;
  readonly prices: Prices;
  readonly settings: RuleSettings;
  readonly rules: readonly RuleChoice[];
}

/** By file, because for a moment one part of the page shows another file than the rest. */
const chosenOn = new WeakMap<ScoreIndex, Chosen>();

/** Every rule with its choice on the split in view; the same array while nothing it depends on changes. */
export function selectRules(state: TunerState): readonly RuleChoice[] {
  const evaluation = selectEvaluation(state);
  if (evaluation === null) return NO_RULES;
  const { index } = evaluation;
  const { rule, prices } = state.decision;
  const settings = state.ruleSettings;
  const known = chosenOn.get(index);
  if (known?.rule === rule && known.prices === prices && known.settings === settings) return known.rules;
  const rules = objectivesOf(prices, settings).map(([id, objective]) => ({
    id,
    objective,
    choice: choiceOf(index, rule, objective),
  }));
  chosenOn.set(index, { rule, prices, settings, rules });
  return rules;
}

export const selectRuleChoice = (state: TunerState, id: RuleId): Choice | null =>
  selectRules(state).find((rule) => rule.id === id)?.choice ?? null;
