import type { Required } from '../core/choose/admission.ts';
import {
  type Admissible,
  admissibleThresholds,
  type Requirement,
  type RequirementTerms,
} from '../core/choose/requirements.ts';
import type { DecisionRule } from '../core/scores/confusion.ts';
import type { Evaluation } from '../core/scores/evaluation.ts';
import type { ScoreIndex } from '../core/scores/scoreIndex.ts';
import { selectChosenOn, selectPayoff } from './selectors.ts';
import type { TunerState } from './tunerState.ts';

/** Whether intervals of proportions apply: not where rows carry weights that count nothing. */
export const selectHasIntervals = ({ opened }: TunerState): boolean => opened !== null && !opened.prepared.hasWeights;

const termsOf = new WeakMap<Evaluation, RequirementTerms>();

/** In which terms counts and costs are required. The same object while it says the same. */
export function selectRequirementTerms(state: TunerState): RequirementTerms | null {
  const on = selectChosenOn(state);
  if (on === null) return null;
  const payoff = selectPayoff(state);
  const cases = state.productionCases;
  const baseRate = state.productionRate ?? on.positives / (on.positives + on.negatives);
  const known = termsOf.get(on);
  // Without cases the base rate is NaN, which equals nothing.
  if (known?.payoff === payoff && known.production.cases === cases && Object.is(known.production.baseRate, baseRate))
    return known;
  const terms = { payoff, production: { baseRate, cases } };
  termsOf.set(on, terms);
  return terms;
}

const plain = new WeakMap<readonly Requirement[], readonly Requirement[]>();

/** The requirements as these rows allow them to be asked: without intervals where those do not apply. The same array while they are the same. */
export function selectRequirements(state: TunerState): readonly Requirement[] {
  const { requirements } = state.decision;
  if (selectHasIntervals(state)) return requirements;
  const known = plain.get(requirements);
  if (known !== undefined) return known;
  const without = requirements.map((requirement) => ({ ...requirement, byInterval: false }));
  plain.set(requirements, without);
  return without;
}

interface Solved {
  readonly requirements: readonly Requirement[];
  readonly rule: DecisionRule;
  readonly terms: RequirementTerms;
  readonly admissible: Admissible;
}

const solved = new WeakMap<ScoreIndex, Solved>();

/**
 * The thresholds that meet all requirements on the split meant for choosing; null where none is in force. Looked for once while nothing it
 * depends on changes, never for a move of the threshold.
 */
export function selectAdmissible(state: TunerState): Admissible | null {
  const on = selectChosenOn(state);
  const requirements = selectRequirements(state);
  const terms = selectRequirementTerms(state);
  if (on === null || terms === null || !requirements.some(({ isOn }) => isOn)) return null;
  const { index } = on;
  const { rule } = state.decision;
  const known = solved.get(index);
  if (known?.requirements === requirements && known.rule === rule && known.terms === terms) return known.admissible;
  const admissible = admissibleThresholds(index, rule, requirements, terms);
  solved.set(index, { requirements, rule, terms, admissible });
  return admissible;
}

const requiredBy = new WeakMap<readonly Requirement[], Required>();

/** What the best threshold has to meet besides its goal; null where nothing is required. The same object while it is the same. */
export function selectRequired(state: TunerState): Required | null {
  const requirements = selectRequirements(state);
  const terms = selectRequirementTerms(state);
  if (terms === null || !requirements.some(({ isOn }) => isOn)) return null;
  const known = requiredBy.get(requirements);
  if (known?.terms === terms) return known;
  const required = { requirements: requirements.filter(({ isOn }) => isOn), terms };
  requiredBy.set(requirements, required);
  return required;
}
