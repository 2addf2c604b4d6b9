import type { Confusion, DecisionRule } from '../scores/confusion.ts';
import type { ScoreIndex } from '../scores/scoreIndex.ts';
import type { Objective } from './objective.ts';
import {
  type AdmissibleRun,
  admissibleThresholds,
  isMet,
  type Requirement,
  type RequirementTerms,
  requirementValue,
  runAt,
} from './requirements.ts';
import type { Aim } from './worth.ts';

/** What a threshold has to meet besides the bound of its goal. */
export interface Required {
  readonly requirements: readonly Requirement[];
  readonly terms: RequirementTerms;
}

/** What an objective demands of every threshold it chooses, as a requirement; null where it demands nothing. O(1). */
export function boundOf(objective: Objective): Requirement | null {
  const plain = { byInterval: false, isOn: true } as const;
  switch (objective.kind) {
    case 'recallWithPrecision':
      return { ...plain, measure: 'precision', bound: 'atLeast', value: objective.minPrecision };
    case 'precisionWithRecall':
      return { ...plain, measure: 'recall', bound: 'atLeast', value: objective.minRecall };
    case 'flagTop':
      return { ...plain, measure: 'selectionRate', bound: 'atMost', value: objective.share };
    case 'flagCount':
      return { ...plain, measure: 'flagged', bound: 'atMost', value: objective.count };
    default:
      return null;
  }
}

/** Whether a cut may be chosen. */
export type CutTest = (confusion: Confusion, threshold: number) => boolean;

/** Which cuts may be chosen: on the data, and in samples drawn from it. */
export interface Admission {
  /** The thresholds that meet all requirements on the data; null without requirements. */
  readonly within: readonly AdmissibleRun[] | null;
  /** For a cut of a sample: the bound of the goal and all requirements; null where every cut may be chosen. */
  readonly isAdmitted: CutTest | null;
  /** The same without the caution of intervals: what the counts of other rows are held to. */
  readonly keeps: CutTest | null;
  /** Whether the requirements are those of the data in every sample too, because the sums of amounts do not tell how many rows there are. */
  readonly isFixed: boolean;
}

/**
 * Which cuts may be chosen for an objective under requirements. `counted`: the rows that requirements speak of, where `index` weighs rows
 * by amounts. O(n · requirements) for the thresholds of the data, O(requirements) a cut.
 */
export function admissionOf(
  counted: ScoreIndex,
  rule: DecisionRule,
  objective: Objective,
  aim: Aim,
  required: Required | null,
): Admission {
  const asked = required?.requirements.filter(({ isOn }) => isOn) ?? [];
  if (required === null || asked.length === 0)
    return { within: null, isAdmitted: aim.admits, keeps: aim.admits, isFixed: false };
  const { terms } = required;
  const within = admissibleThresholds(counted, rule, asked, terms).runs;
  if (objective.kind === 'cost' && objective.amounts !== undefined) {
    const isIn: CutTest = (_, threshold) => runAt(within, threshold, rule) !== null;
    return { within, isAdmitted: isIn, keeps: null, isFixed: true };
  }
  const meeting = (isCautious: boolean): CutTest => {
    const tests = asked.map((requirement) => {
      const byInterval = isCautious && requirement.byInterval;
      return { requirement, valueAt: requirementValue({ ...requirement, byInterval }, terms) };
    });
    return (confusion, threshold) =>
      (aim.admits === null || aim.admits(confusion, threshold)) &&
      tests.every(({ requirement, valueAt }) => isMet(requirement, valueAt(confusion, threshold)));
  };
  return { within, isAdmitted: meeting(true), keeps: meeting(false), isFixed: false };
}
