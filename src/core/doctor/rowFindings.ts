import { type Column, columnNamed, numberAt, textAt } from '../dataset/dataset.ts';
import { type Finding, note, warning } from '../roles/finding.ts';
import { isIdColumn } from '../roles/roleEvidence.ts';
import { countSkipped, type SkipReason } from '../rows/accounting.ts';
import { repeatedIds } from '../rows/repeatedIds.ts';
import { type Patient, profileOf } from './patient.ts';

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
  const count = countSkipped(
    accounting.skipped.filter(({ reason }) => reason !== 'otherModel' && reason !== 'outsideSubject'),
  );
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
  return [...findings, ...countFindings(patient), ...idFindings(patient), ...shortenedIdFindings(patient)];
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

/** Whether weights are taken to count rows, and whether they could be. */
function countFindings({ interpretation, kept }: Patient): Finding[] {
  const { weight: column, areWeightsCounts } = interpretation;
  const { sampleWeight } = kept;
  if (column === null || sampleWeight === null || !sampleWeight.every(Number.isInteger)) return [];
  if (areWeightsCounts) {
    const total = sampleWeight.reduce((sum, weight) => sum + weight, 0);
    return [note('weightsCountRows', { column, total }, [{ kind: 'weightsAreNoCounts' }])];
  }
  const areVaried = sampleWeight.some((weight) => weight !== sampleWeight[0]);
  return areVaried ? [note('integerWeights', { column }, [{ kind: 'weightsAreCounts' }])] : [];
}

/** A number as a spreadsheet shows it once it is too long for the cell. */
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+?\d{2,3}$/i;
/** Of numbers so great a spreadsheet shows six digits. */
const LONG = 1e11;
const DIGITS_LEFT = 6;

/** Ids of which a spreadsheet has cut the last digits off. O(rows). */
function shortenedIdFindings({ dataset, source, profiles, interpretation }: Patient): Finding[] {
  const findings: Finding[] = [];
  for (const profile of profiles) {
    const column = columnNamed(source, profile.name);
    const isId = profile.name === interpretation.id || isIdColumn(profile);
    if (column === null || !isId) continue;
    const { count, first } = shortened(column, dataset.rowCount);
    if (count === 0) continue;
    const example = textAt(column, first);
    findings.push(warning('shortenedIds', { column: column.name, count, example }));
  }
  return findings;
}

/** Rows whose cell is a number in scientific notation, or one of which only the first digits are not 0 in a column of such. */
function shortened(column: Column, rowCount: number): { readonly count: number; readonly first: number } {
  let count = 0;
  let first = -1;
  for (let row = 0; row < rowCount; row++) {
    if (!isShortened(column, row)) continue;
    count++;
    if (first < 0) first = row;
  }
  // Some round ids among many are no sign of anything.
  return column.kind === 'number' && count < rowCount / 2 ? { count: 0, first } : { count, first };
}

function isShortened(column: Column, row: number): boolean {
  if (column.kind !== 'number') return SCIENTIFIC.test(textAt(column, row));
  const value = numberAt(column, row);
  return value >= LONG && value % 10 ** (Math.floor(Math.log10(value)) - DIGITS_LEFT + 1) === 0;
}
