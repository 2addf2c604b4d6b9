import type { NoThreshold } from '../core/choose/bestThreshold.ts';
import type { Objective } from '../core/choose/objective.ts';
import { type ComparedThreshold, comparedThresholds } from '../core/compare/comparedThresholds.ts';
import type { JointDecisions } from '../core/compare/modelComparison.ts';
import { changeToModel } from '../core/roles/models.ts';
import { reinterpret } from '../core/roles/roles.ts';
import type { ModelsCompared, ModelsToCompare } from '../io/io.ts';
import { selectDecidingGroups } from './fairnessSelectors.ts';
import { selectRequirements, selectRequirementTerms } from './requirements.ts';
import { objectiveOf } from './rules.ts';
import { selectChosenOn, selectColumns, selectEvaluation, selectModels, selectThreshold } from './selectors.ts';
import type { TunerState } from './tunerState.ts';

/** More columns than this nobody reads side by side, and more curves nobody tells apart. */
export const MOST_COMPARED = 6;
/** So many are compared before anybody chooses. */
const USUALLY_COMPARED = 4;

/** Whether the file holds several models. */
export const selectHasModels = (state: TunerState): boolean => (selectModels(state)?.names.length ?? 0) > 1;

const named = new WeakMap<object, { readonly chosen: readonly string[] | null; readonly names: readonly string[] }>();
const NO_NAMES: readonly string[] = [];

/** The models side by side, the one in view first; the same array while they are the same. */
export function selectCompared(state: TunerState): readonly string[] {
  const models = selectModels(state);
  if (models === null) return NO_NAMES;
  const { comparedModels: chosen } = state;
  const known = named.get(models);
  if (known !== undefined && known.chosen === chosen) return known.names;
  const others = models.names.filter((name) => name !== models.chosen);
  const wanted = chosen === null ? [] : others.filter((name) => chosen.includes(name));
  const shown = wanted.length === 0 ? others.slice(0, USUALLY_COMPARED - 1) : wanted.slice(0, MOST_COMPARED - 1);
  const names = [models.chosen, ...shown];
  named.set(models, { chosen, names });
  return names;
}

const asks = new WeakMap<readonly string[], { readonly of: unknown[]; readonly ask: ModelsToCompare }>();

/** What the worker is asked for; null where there is nothing to compare. The same object while it asks for the same. */
export function selectModelsToCompare(state: TunerState): ModelsToCompare | null {
  const models = selectModels(state);
  const evaluation = selectEvaluation(state);
  const chosenOn = selectChosenOn(state);
  const names = selectCompared(state);
  if (state.opened === null || models === null || evaluation === null || chosenOn === null || names.length < 2)
    return null;
  const { interpretation } = state.opened.prepared;
  const of = [interpretation, evaluation.split, chosenOn.split];
  const known = asks.get(names);
  if (known?.of.every((each, at) => each === of[at])) return known.ask;
  const columns = selectColumns(state);
  const ask = {
    names,
    readings: names.map((name) =>
      name === models.chosen ? interpretation : reinterpret(columns, interpretation, changeToModel(models, name)),
    ),
    split: evaluation.split,
    chosenOn: chosenOn.split,
  };
  asks.set(names, { of, ask });
  return ask;
}

/** What an answer of the worker belongs to. */
export const comparisonKey = (ask: ModelsToCompare): string => JSON.stringify(ask);

/** An answer to the present question, or to an earlier one about the same file. */
export interface Shown<T> {
  readonly value: T;
  readonly isLate: boolean;
}

/** The last comparison of models of the open file. */
export function selectComparison(state: TunerState): ModelsCompared | null {
  const { comparison } = state;
  return comparison !== null && comparison.dataset === state.opened?.dataset ? comparison.value : null;
}

/** Whether that comparison answers an earlier question. */
export function selectIsComparisonLate(state: TunerState): boolean {
  const ask = selectModelsToCompare(state);
  return ask !== null && state.comparison?.key !== comparisonKey(ask);
}

/** The goal by which each model has its own threshold: the one in force, or the lowest cost. Amounts are known of the model in view only. */
export function selectComparedGoal(state: TunerState): Objective {
  const { goal } = state.decision;
  return objectiveOf(state, goal === null || goal === 'amountCost' ? 'lowestCost' : goal);
}

export type ComparedChoice = ComparedThreshold | NoThreshold;

const NO_CHOICES: readonly ComparedChoice[] = [];
const chosen = new WeakMap<ModelsCompared, { readonly key: string; readonly choices: readonly ComparedChoice[] }>();

/** JSON knows no infinite numbers, and thresholds may be. */
const withInfinities = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;

/** The threshold of each model compared, or why it has none; empty until they are measured. The same array while nothing changes. */
export function selectComparedChoices(state: TunerState): readonly ComparedChoice[] {
  const comparison = selectComparison(state);
  const requirementTerms = selectRequirementTerms(state);
  if (comparison === null || requirementTerms === null) return NO_CHOICES;
  const terms = {
    at: state.comparedAt,
    rule: state.decision.rule,
    threshold: selectThreshold(state),
    objective: selectComparedGoal(state),
    requirements: selectRequirements(state),
    requirementTerms,
  };
  const isByThreshold = ['threshold', 'recall', 'flags'].includes(terms.at);
  const key = JSON.stringify({ ...terms, threshold: isByThreshold ? terms.threshold : null }, withInfinities);
  const known = chosen.get(comparison);
  if (known?.key === key) return known.choices;
  const choices = comparedThresholds(
    comparison.models.map(({ evaluation: { index }, choosing }) => ({ index, choosing: choosing ?? index })),
    terms,
  );
  chosen.set(comparison, { key, choices });
  return choices;
}

/** The thresholds as the worker is asked to decide by them. */
export const thresholdsOf = (choices: readonly ComparedChoice[]): (number | null)[] =>
  choices.map((choice) => (choice.kind === 'found' ? choice.threshold : null));

/** What joint decisions belong to. */
export const jointKey = (comparison: string, rule: string, thresholds: readonly (number | null)[]): string =>
  JSON.stringify([comparison, rule, thresholds], withInfinities);

/** What each model after the first decides together with it, the last time that was asked about the models compared now; null until then. */
export function selectJoint(state: TunerState): readonly (JointDecisions | null)[] | null {
  const { decidedJointly, comparison } = state;
  const isOfThese =
    decidedJointly !== null &&
    decidedJointly.dataset === state.opened?.dataset &&
    decidedJointly.comparison === comparison;
  return isOfThese ? decidedJointly.value : null;
}

/** Whether these decisions answer an earlier question. */
export function selectIsJointLate(state: TunerState): boolean {
  const { comparison, decidedJointly } = state;
  if (selectIsComparisonLate(state) || comparison === null) return true;
  const thresholds = thresholdsOf(selectComparedChoices(state));
  return decidedJointly?.key !== jointKey(comparison.key, state.decision.rule, thresholds);
}

/** The model that the one in view is held against in words: the one chosen, else the first other one. */
export function selectComparedWith(state: TunerState): number {
  const names = selectComparison(state)?.models.map(({ name }) => name) ?? NO_NAMES;
  return Math.max(1, names.indexOf(state.comparedWith ?? ''));
}

/**
 * The name of the model that the one in view is held against, where Cases can list the rows on which both differ: the one in view decides as on Tune,
 * by one threshold, and no row was left out on account of a further model. Else null.
 */
export function selectListedAgainst(state: TunerState): string | null {
  const comparison = selectComparison(state);
  const place = selectComparedWith(state);
  const choices = selectComparedChoices(state);
  const [first, second] = [choices[0], choices[place]];
  if (comparison === null || first?.kind !== 'found' || second?.kind !== 'found' || selectIsJointLate(state))
    return null;
  const { models, alone, ambiguous, contradicted, pairedBy } = comparison;
  const isOfBoth = pairedBy !== null && (models.length === 2 || alone.every((rows) => rows === 0));
  const isAsOnTune = first.threshold === selectThreshold(state) && selectDecidingGroups(state) === null;
  const isListed = isOfBoth && isAsOnTune && ambiguous + contradicted === 0 && Number.isFinite(second.threshold);
  return isListed ? models[place].name : null;
}
