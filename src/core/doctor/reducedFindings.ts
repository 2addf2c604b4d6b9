import { columnNamed, numberAt } from '../dataset/dataset.ts';
import { roundingErrors } from '../metrics/roundingError.ts';
import { type Finding, note } from '../roles/finding.ts';
import { type Patient, splitName } from './patient.ts';

/** The column by which a reduced table says to which multiples its scores were rounded down. */
export const STEP_COLUMN = 'score_step';

/** What became inexact where a table was reduced before it came here; a threshold that is a multiple of the step loses nothing. O(n). */
export function reducedFindings(patient: Patient): Finding[] {
  const { dataset, interpretation, evaluations } = patient;
  const column = columnNamed(dataset, STEP_COLUMN);
  const step = column === null || dataset.rowCount === 0 ? Number.NaN : numberAt(column, 0);
  if (!(step > 0 && step < 1)) return [];
  return evaluations.map((evaluation) => {
    const { rocAuc, averagePrecision } = roundingErrors(evaluation.index, step);
    const split = splitName(evaluation, patient);
    return note('scoresRoundedDown', { column: interpretation.score, split, step, rocAuc, averagePrecision });
  });
}
