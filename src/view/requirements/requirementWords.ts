import type { KeptElsewhere } from '../../core/choose/keptElsewhere.ts';
import {
  type AdmissibleRun,
  measureStyle,
  type Requirement,
  type RequirementMeasure,
} from '../../core/choose/requirements.ts';
import { formatThreshold } from '../../i18n/format.ts';
import { inSentence, joinedClauses, joinedList } from '../../i18n/joined.ts';
import * as text from '../../i18n/requirementText.ts';
import { translate } from '../../i18n/translate.ts';

/** What a requirement is about, in words. */
export const measureName = (measure: RequirementMeasure): string => text.measureName(measure, measureStyle(measure));

/** A value of a measure as it is read. */
export const measureText = (measure: RequirementMeasure, value: number, unit: string): string =>
  text.measureText(value, measureStyle(measure), unit);

/** A whole requirement in a few words: "Recall at least 90.0 %". */
export const requirementName = (requirement: Requirement, unit: string): string =>
  text.requirementName(requirement, measureStyle(requirement.measure), unit);

/** Several requirements within a sentence: “recall at least 90.0 % and cases flagged at most 200”. */
export const requirementsText = (requirements: readonly Requirement[], unit: string): string =>
  requirements
    .map((requirement) => inSentence(requirementName(requirement, unit)))
    .reduce((before, last) => translate('requirements.and', { ranges: before, last }));

/** Those that are not kept elsewhere, with what is reached there; empty where all are. */
export const brokenText = (kept: readonly KeptElsewhere[], unit: string): string =>
  joinedClauses(
    kept
      .filter(({ isKept }) => !isKept)
      .map(({ requirement, reached }) =>
        translate('honest.brokenOne', {
          what: requirementsText([requirement], unit),
          reached: measureText(requirement.measure, reached, unit),
        }),
      ),
  );

/** So many runs are named one by one. */
const NAMED = 2;

function runText({ low, high, bottom, top }: AdmissibleRun): string {
  if (top === Infinity && bottom === -Infinity) return translate('requirements.every');
  if (top === Infinity) return translate('requirements.up', { low: formatThreshold(low) });
  if (bottom === -Infinity) return translate('requirements.down', { high: formatThreshold(high) });
  return low === high
    ? translate('requirements.just', { low: formatThreshold(low) })
    : translate('requirements.from', { low: formatThreshold(low), high: formatThreshold(high) });
}

/** By how many thresholds a verb goes: “every threshold up to 0.4 meets”, “thresholds 0.2 to 0.4 meet”. */
export function spokenCount(runs: readonly AdmissibleRun[]): number {
  const [run] = runs;
  const isOne = runs.length === 1 && (run.low === run.high || run.top === Infinity || run.bottom === -Infinity);
  return isOne ? 1 : 2;
}

/** The thresholds of some runs in words, the lowest first; of many the longest ones and how many more there are. */
export function runsText(runs: readonly AdmissibleRun[]): string {
  const named = [...runs]
    .sort((a, b) => b.count - a.count)
    .slice(0, NAMED)
    .sort((a, b) => a.low - b.low)
    .map(runText);
  const [first, last] = named;
  if (runs.length > NAMED)
    return translate('requirements.more', { ranges: joinedList(named), count: runs.length - NAMED });
  return last === undefined ? first : translate('requirements.and', { ranges: first, last });
}
