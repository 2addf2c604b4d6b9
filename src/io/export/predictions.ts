import type { CallOutcome } from '../predict/callEndpoint.ts';
import { uniqueNames } from '../uniqueNames.ts';
import { csvText } from './csvText.ts';

/** A call that was made; no header that was sent is kept. */
export interface CallRecord {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly name: string;
  /** Without what stands behind its question mark. */
  readonly url: string;
  readonly method: string;
  readonly version: string;
  readonly request: string;
  readonly outcome: CallOutcome;
}

/** A call with what its reply was understood to say. */
export interface ExportedCall extends CallRecord {
  /** A probability for each class; null where the reply was not understood. */
  readonly probabilities: readonly (readonly [name: string, probability: number])[] | null;
}

const recordOf = ({ at, name, url, method, version, request, outcome, probabilities }: ExportedCall) => ({
  time: new Date(at).toISOString(),
  name,
  address: url,
  method,
  version,
  request,
  status: outcome.status,
  milliseconds: Math.round(outcome.ms),
  probabilities: probabilities === null ? null : Object.fromEntries(probabilities),
  error: outcome.kind === 'failed' ? outcome.problem.code : null,
  message: outcome.kind === 'failed' ? (outcome.said?.message ?? '') : null,
});

/** Calls as JSON, one a line. No header that was sent is part of it. */
export const callsJsonLines = (calls: readonly ExportedCall[]): string =>
  calls.map((call) => `${JSON.stringify(recordOf(call))}\n`).join('');

/** Calls as CSV, with the most probable class in columns of its own. */
export function callsCsv(calls: readonly ExportedCall[]): string {
  const rows = calls.map((call) => {
    const record = recordOf(call);
    const [most] = [...(call.probabilities ?? [])].sort(([, a], [, b]) => b - a);
    return [
      record.time,
      record.name,
      record.address,
      record.method,
      record.version,
      record.request,
      record.status ?? '',
      record.milliseconds,
      most?.[0] ?? '',
      most?.[1] ?? '',
      record.probabilities === null ? '' : JSON.stringify(record.probabilities),
      record.error ?? '',
      record.message ?? '',
    ];
  });
  const columns = 'time name address method version request status milliseconds'
    .split(' ')
    .concat(['class', 'probability', 'probabilities', 'error', 'message']);
  return csvText({ columns, rows });
}

/** What a batch came to: the rows as they were, with their answers behind. */
export interface AnsweredRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The names of the columns of scores, and the scores of each row by class; null where a row has no answer. */
  readonly classes: readonly { readonly name: string; readonly column: string }[];
  readonly answers: readonly (ReadonlyMap<string, number> | null)[];
  /** Why a row has no answer; '' where it has one. */
  readonly errors: readonly string[];
}

/** The answered rows as CSV that opens as a data set: a column of scores a class, and one for errors where there are some. */
export function answersCsv({ columns, rows, classes, answers, errors }: AnsweredRows): string {
  const hasErrors = errors.some((error) => error !== '');
  const added = [...classes.map(({ column }) => column), ...(hasErrors ? ['api_error'] : [])];
  return csvText({
    columns: uniqueNames([...columns, ...added]),
    rows: rows.map((cells, row) => [
      ...cells,
      ...classes.map(({ name }) => answers[row]?.get(name) ?? ''),
      ...(hasErrors ? [errors[row]] : []),
    ]),
  });
}
