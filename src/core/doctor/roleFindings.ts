import { listed } from '../dataset/said.ts';
import { type Candidate, labelCandidates, scoreCandidatesByAuc } from '../roles/candidates.ts';
import { columnWords, labelNamedBy } from '../roles/columnWords.ts';
import { type Finding, note } from '../roles/finding.ts';
import { labelValues } from '../roles/labels.ts';
import { otherColumns } from '../roles/task.ts';
import { type Patient, profileOf } from './patient.ts';

/** A column this close to the chosen one in evidence is named as an alternative. */
const CLOSE_CALL = 2;

const INDEX_NAME = /^(?:column_\d+|unnamed(?:_\d+)*|index|level_0|row_?names?|)$/;

/** What could be meant by the columns besides: one that only numbers the rows, others that could be the label or the score. O(rows). */
export function roleFindings(patient: Patient): Finding[] {
  const { dataset, profiles, interpretation, task } = patient;
  const { label, score, split, weight, id } = interpretation;
  const inUse = new Set([label, score, split, weight, id]);
  const findings: Finding[] = [];
  for (const { name, isRowNumber } of profiles) {
    const isIndex = isRowNumber && dataset.rowCount > 2 && INDEX_NAME.test(columnWords(name)) && !inUse.has(name);
    if (isIndex) findings.push(note('indexColumn', { column: name }, [{ kind: 'ignoreColumn', column: name }]));
  }
  const alternatives = (role: 'label' | 'score', column: string, candidates: readonly Candidate[]) => {
    const chosen = candidates.find(({ name }) => name === column);
    const close = candidates.filter(
      ({ name, points }) => points > (chosen?.points ?? 0) - CLOSE_CALL && !inUse.has(name),
    );
    if (close.length === 0) return;
    const kind = role === 'label' ? 'useAsLabel' : 'useAsScore';
    const names = close.map(({ name }) => name);
    const offers = close.slice(0, LISTED).map(({ name }) => ({ kind, column: name }) as const);
    findings.push(note('otherCandidates', { role, column, candidates: listed(names, LISTED) }, offers));
  };
  // The columns of the other classes, or labels, are no other label or score of the one in view.
  const others = new Set(otherColumns(task, score));
  const isFree = ({ name }: Candidate) => !others.has(name);
  alternatives('label', label, labelCandidates(profiles).filter(isFree));
  const profile = profileOf(patient, label);
  const classes = profile === undefined ? [] : labelValues(profile);
  const scores = scoreCandidatesByAuc(dataset, profiles, label).filter(({ name }) => {
    return name === score || (labelNamedBy(name, classes, label) === null && !others.has(name));
  });
  alternatives('score', score, scores);
  return findings;
}

/** Candidates named, at most. */
const LISTED = 5;
