import { countSkipped, type SkipReason } from './accounting.ts';
import { columnNamed, numberAt } from './dataset.ts';
import { type Finding, note, warning } from './finding.ts';
import { type Patient, profileOf } from './patient.ts';
import { repeatedIds } from './repeatedIds.ts';

/** A greater share of skipped rows deserves a warning. */
const MANY_SKIPPED = 0.01;

const MISSING_REASONS: ReadonlySet<SkipReason> = new Set([
  'missingLabel',
  'missingScore',
  'missingSplit',
  'missingWeight',
]);

/** What is odd about the rows: many left out, weights below zero, ids that come again. O(rows). */
export function rowFindings(patient: Patient): Finding[] {
  const { dataset, interpretation, accounting } = patient;
  const findings: Finding[] = [];
  const count = countSkipped(accounting.skipped);
  const share = count / accounting.read;
  if (share > MANY_SKIPPED) findings.push(warning('manySkipped', { count, read: accounting.read, share }));
  const missing = countSkipped(accounting.skipped.filter(({ reason }) => MISSING_REASONS.has(reason)));
  if (missing > 0) findings.push(note('missingValues', { count: missing }));
  const weight = columnNamed(dataset, interpretation.weight);
  if (weight !== null) {
    let negative = 0;
    for (let row = 0; row < dataset.rowCount; row++) if (numberAt(weight, row) < 0) negative++;
    if (negative > 0) findings.push(warning('negativeWeight', { column: weight.name, count: negative }));
  }
  return [...findings, ...idFindings(patient)];
}

function idFindings(patient: Patient): Finding[] {
  const { dataset, interpretation, kept } = patient;
  const column = columnNamed(dataset, interpretation.id);
  if (column === null || profileOf(patient, column.name)?.isRowNumber) return [];
  const repeated = repeatedIds(column, kept);
  if (repeated === null) return [];
  const { count, example, crossing } = repeated;
  const findings = [note('duplicateIds', { column: column.name, count, example })];
  return crossing === null ? findings : [warning('idsAcrossSplits', { column: column.name, ...crossing }), ...findings];
}
