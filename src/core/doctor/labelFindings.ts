import type { ColumnProfile } from '../dataset/profile.ts';
import { listed } from '../dataset/said.ts';
import { type Finding, note, warning } from '../roles/finding.ts';
import { hasOddSpellings, labelValues } from '../roles/labels.ts';
import { isClassName, type Task } from '../roles/task.ts';
import { negativeName, type Patient, profileOf, splitName } from './patient.ts';

/** Fewer rows of a class than this leave intervals too narrow. */
const FEW = 100;

/** What is odd about the label: classes without rows or with few, words spelled in several ways, more than two values. O(splits). */
export function labelFindings(patient: Patient): Finding[] {
  const { interpretation, evaluations, task } = patient;
  const { positiveLabel } = interpretation;
  const findings: Finding[] = [];
  for (const evaluation of evaluations) {
    const split = splitName(evaluation, patient);
    const positives = evaluation.index.positives.scores.length;
    const negatives = evaluation.index.negatives.scores.length;
    if (positives === 0) findings.push(warning('oneClass', { split, label: negativeName(interpretation) }));
    else if (negatives === 0) findings.push(warning('oneClass', { split, label: positiveLabel }));
    else {
      const few = (label: string, count: number) => {
        if (count < FEW) findings.push(note('fewOfAClass', { split, label, count }));
      };
      few(positiveLabel, positives);
      few(negativeName(interpretation), negatives);
    }
  }
  const profile = profileOf(patient, interpretation.label);
  if (profile !== undefined) findings.push(...spellingFindings(profile, task));
  if (interpretation.negativeLabel === null && profile !== undefined && labelValues(profile).length > 2) {
    const count = profile.distinct - 1;
    findings.push(note('oneVersusRest', { label: positiveLabel, column: profile.name, count }));
  }
  return findings;
}

/** Words of the label that differ in capitals or blanks only: the rarer spellings are left out until they are merged. */
function spellingFindings(profile: ColumnProfile, task: Task): Finding[] {
  const odd = labelValues(profile).filter((value) => {
    return hasOddSpellings(value) && !value.spellings.every(({ text }) => isClassName(task, text));
  });
  if (odd.length === 0) return [];
  const rest = odd.map(({ spellings }) => spellings.slice(1).reduce((sum, { count }) => sum + count, 0));
  const spellings = odd.flatMap((value) => value.spellings.map(({ text, count }) => `“${text}” (${count})`));
  const values = {
    column: profile.name,
    count: rest.reduce((sum, count) => sum + count, 0),
    spellings: listed(spellings, 6),
  };
  return [warning('labelSpellings', values, [{ kind: 'mergeSpellings', column: profile.name }])];
}
