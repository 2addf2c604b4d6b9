import type { ReadReply } from '../core/predict/readReply.ts';
import { answersCsv, callsCsv, callsJsonLines } from '../io/export/predictions.ts';
import { CSV, JSON_LINES, savedName } from '../io/export/savedFile.ts';
import type { MadeCall, PredictBatch } from './predict.ts';
import { readingOf, selectKnownClasses } from './predictSelectors.ts';
import type { TunerState } from './tunerState.ts';

/** What came of the rows of a batch, counted. */
export interface BatchTally {
  readonly rows: number;
  readonly answered: number;
  readonly failed: number;
  /** Answers in which no score was found. */
  readonly unread: number;
  /** Answers that name other classes than the first one does. */
  readonly otherClasses: number;
  readonly attempts: number;
  readonly classes: readonly string[];
}

const replyOf = (state: TunerState, { results, target }: PredictBatch, row: number): ReadReply | null => {
  const outcome = results[row]?.outcome;
  if (outcome === undefined) return null;
  const reading = readingOf(state, { outcome, target: target.id });
  return reading?.kind === 'read' ? reading : null;
};

const tallies = new WeakMap<PredictBatch['results'], { mappings: unknown; tally: BatchTally }>();

/** The same object until something changes. O(rows · classes). */
export function tallyOf(state: TunerState, batch: PredictBatch): BatchTally {
  const { results } = batch;
  const known = tallies.get(results);
  if (known !== undefined && known.mappings === state.targets) return known.tally;
  const classes = new Set<string>();
  let first = '';
  const tally = { rows: results.length, answered: 0, failed: 0, unread: 0, otherClasses: 0, attempts: 0 };
  for (const [row, result] of results.entries()) {
    if (result === null) continue;
    tally.attempts += result.attempts;
    if (result.outcome.kind === 'failed') {
      tally.failed++;
      continue;
    }
    tally.answered++;
    const reply = replyOf(state, batch, row);
    if (reply === null) {
      tally.unread++;
      continue;
    }
    const names = [...reply.names].sort().join('\n');
    if (first === '') first = names;
    if (names !== first) tally.otherClasses++;
    for (const name of reply.names) classes.add(name);
  }
  const whole = { ...tally, classes: [...classes] };
  tallies.set(results, { mappings: state.targets, tally: whole });
  return whole;
}

/** The rows of a batch with their answers, as a file that opens as a data set; null where nothing was answered. */
export function answersFile(state: TunerState): { readonly name: string; readonly blob: Blob } | null {
  const { batch, opened } = state;
  if (batch === null) return null;
  const { classes } = tallyOf(state, batch);
  if (classes.length === 0) return null;
  const ofOpen = opened !== null && opened.name === batch.of ? opened.prepared : null;
  const known = ofOpen === null ? null : selectKnownClasses(state);
  const isKnown = known?.names.some((name) => classes.includes(name)) ?? false;
  const task = ofOpen?.task;
  const { target, columns } = batch;
  const version = target.version === '' ? 'api' : target.version;
  // Beside the score of the file the one of the server is another model; the scores of its classes take the place of those there.
  const positive = task?.kind === 'binary' && isKnown ? ofOpen?.interpretation.positiveLabel : undefined;
  const scored =
    positive !== undefined && classes.includes(positive)
      ? [{ name: positive, column: `p_${version}` }]
      : classes.map((name) => ({ name, column: `p_${name === '' ? version : name}` }));
  const replaced = new Set(
    !isKnown || task === undefined || task.kind === 'binary'
      ? []
      : task.kind === 'multiclass'
        ? task.classes.map(({ column }) => column)
        : task.labels.map(({ column }) => column),
  );
  const kept = columns.flatMap((name, at) => (replaced.has(name) ? [] : [at]));
  const replies = batch.results.map((_, row) => replyOf(state, batch, row));
  const text = answersCsv({
    columns: kept.map((at) => columns[at]),
    rows: batch.rows.map((cells) => kept.map((at) => cells[at])),
    classes: scored,
    answers: replies.map((reply) =>
      reply === null ? null : new Map(reply.names.map((name, at) => [name, reply.probabilities[at]])),
    ),
    errors: batch.results.map((result, row) => errorOf(result, replies[row])),
  });
  return {
    name: savedName(batch.of === '' ? 'texts' : batch.of, `${version}.csv`),
    blob: new Blob([text], { type: CSV }),
  };
}

function errorOf(result: PredictBatch['results'][number], reply: ReadReply | null): string {
  if (result === null) return 'notAsked';
  if (result.outcome.kind === 'failed') {
    const { problem, status, said } = result.outcome;
    return [status ?? problem.code, said?.message ?? ''].filter((part) => part !== '').join(' ');
  }
  return reply === null ? 'notUnderstood' : '';
}

/** The calls made, as a file. */
export function callsFile(state: TunerState, format: 'csv' | 'jsonl'): { readonly name: string; readonly blob: Blob } {
  const calls = state.madeCalls.map((call: MadeCall) => {
    const reading = readingOf(state, call);
    const probabilities =
      reading?.kind === 'read' ? reading.names.map((name, at) => [name, reading.probabilities[at]] as const) : null;
    return { ...call, probabilities };
  });
  const text = format === 'csv' ? callsCsv(calls) : callsJsonLines(calls);
  return { name: `calls.${format}`, blob: new Blob([text], { type: format === 'csv' ? CSV : JSON_LINES }) };
}
