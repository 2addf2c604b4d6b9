import type { Interpretation } from '../../core/roles/interpretation.ts';
import type { DatasetSummary, OpenDataset, ReadProgress, SourceFile } from '../io.ts';
import { ReadProblem } from '../readProblem.ts';
import type { Answers, Ask, Reply, Request } from './messages.ts';

/** What the client needs of a `Worker`; tests give their own. */
export interface DatasetWorker {
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  postMessage(request: Request): void;
  terminate(): void;
}

/** An ask that crashes the worker twice is given up. */
const ATTEMPTS = 2;

interface Pending {
  readonly ask: Ask;
  readonly onProgress: (progress: ReadProgress) => void;
  readonly resolve: (answer: Answers[keyof Answers]) => void;
  readonly reject: (reason: unknown) => void;
  attempts: number;
  /** Columns that came ahead of the answer. */
  columns: DatasetSummary['columns'][number][];
}

/**
 * Opens files as a dataset in a worker of its own. When the worker dies, a new one reads the same files again and is asked again
 * what was left unanswered. Cancelling the opening ends the worker.
 */
export async function openDataset(
  startWorker: () => DatasetWorker,
  signal: AbortSignal,
  files: readonly SourceFile[],
  onProgress: (progress: ReadProgress) => void,
  onCrash: () => void,
): Promise<OpenDataset> {
  const client = new DatasetClient(startWorker, files, onCrash);
  try {
    const summary = await client.ask<'open'>(signal, { kind: 'open', files }, onProgress);
    return datasetOf(client, summary);
  } catch (error) {
    client.close();
    throw error;
  }
}

function datasetOf(client: DatasetClient, summary: DatasetSummary): OpenDataset {
  // Rows are shown as the interpretation delivered last sees them, not one that was asked for and cancelled.
  let shown: Interpretation = summary.inferred;
  return {
    summary,
    prepare: async (signal, interpretation) => {
      const prepared = await client.ask<'prepare'>(signal, { kind: 'prepare', interpretation });
      shown = interpretation;
      return prepared;
    },
    measure: async (signal, interpretation) => {
      const { evaluations } = await client.ask<'measure'>(signal, { kind: 'measure', interpretation });
      return evaluations;
    },
    rows: (signal, query) => client.ask<'rows'>(signal, { kind: 'rows', interpretation: shown, query }),
    writeRows: (signal, query) => client.ask<'writeRows'>(signal, { kind: 'writeRows', interpretation: shown, query }),
    cases: (signal, query, window) =>
      client.ask<'cases'>(signal, { kind: 'cases', interpretation: shown, query, window }),
    wholeCase: (signal, query, row) =>
      client.ask<'wholeCase'>(signal, { kind: 'wholeCase', interpretation: shown, query, row }),
    writeCases: (signal, toWrite) =>
      client.ask<'writeCases'>(signal, { kind: 'writeCases', interpretation: shown, toWrite }),
    correct: (signal, files) => client.ask<'correct'>(signal, { kind: 'correct', interpretation: shown, files }),
    flips: (signal, query, grouping) =>
      client.ask<'flips'>(signal, { kind: 'flips', interpretation: shown, query, grouping }),
    classes: (signal) => client.ask<'classes'>(signal, { kind: 'classes', interpretation: shown }),
    decideClasses: (signal, decision) =>
      client.ask<'decideClasses'>(signal, { kind: 'decideClasses', interpretation: shown, decision }),
    summarizeColumn: (signal, column) =>
      client.ask<'columnSummary'>(signal, { kind: 'columnSummary', interpretation: shown, column }),
    amounts: (signal, columns) => client.ask<'amounts'>(signal, { kind: 'amounts', interpretation: shown, columns }),
    labels: (signal) => client.ask<'labels'>(signal, { kind: 'labels', interpretation: shown }),
    decideLabels: (signal, decision) =>
      client.ask<'decideLabels'>(signal, { kind: 'decideLabels', interpretation: shown, decision }),
    tuneLabels: (signal, goal) => client.ask<'tuneLabels'>(signal, { kind: 'tuneLabels', interpretation: shown, goal }),
    outOfFold: (signal, rule, objective) =>
      client.ask<'outOfFold'>(signal, { kind: 'outOfFold', interpretation: shown, rule, objective }),
    estimate: (signal, split, question) =>
      client.ask<'estimate'>(signal, { kind: 'estimate', interpretation: shown, split, question }) as never,
    groups: (signal, split, grouping) =>
      client.ask<'groups'>(signal, { kind: 'groups', interpretation: shown, split, grouping }),
    groupPolicies: (signal, split, grouping, question) =>
      client.ask<'groupPolicies'>(signal, { kind: 'groupPolicies', interpretation: shown, split, grouping, question }),
    rules: async (signal, split, rules) => {
      const answer = await client.ask<'rules'>(signal, { kind: 'rules', interpretation: shown, split, rules });
      return answer.rules;
    },
    groupEdges: (signal, column) =>
      client.ask<'groupEdges'>(signal, { kind: 'groupEdges', interpretation: shown, column }),
    compareModels: (signal, models) => client.ask<'compareModels'>(signal, { kind: 'compareModels', ...models }),
    decideJointly: (signal, models, rule, thresholds) =>
      client.ask<'decideJointly'>(signal, { kind: 'decideJointly', models, rule, thresholds }),
    fingerprints: (signal) => client.ask<'fingerprints'>(signal, { kind: 'fingerprints' }),
    close: () => client.close(),
  };
}

/** The page's side of the protocol, over as many workers as it takes. */
class DatasetClient {
  readonly #startWorker: () => DatasetWorker;
  readonly #files: readonly SourceFile[];
  readonly #onCrash: () => void;
  readonly #pending = new Map<number, Pending>();
  #worker: DatasetWorker | null = null;
  /** The ask by which a new worker reads the files again; nobody but the client waits for it. */
  #reopening: number | null = null;
  #lastId = 0;
  /** Since the last start; without anything pending, the next ask starts another worker. */
  #hasDied = false;
  #isClosed = false;

  constructor(startWorker: () => DatasetWorker, files: readonly SourceFile[], onCrash: () => void) {
    this.#startWorker = startWorker;
    this.#files = files;
    this.#onCrash = onCrash;
  }

  ask<K extends Ask['kind']>(
    signal: AbortSignal,
    ask: Extract<Ask, { kind: K }>,
    onProgress: (progress: ReadProgress) => void = () => {},
  ): Promise<Answers[K]> {
    if (signal.aborted || this.#isClosed) return Promise.reject(cancelled());
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      const onAbort = () => {
        this.#pending.delete(id);
        this.#worker?.postMessage({ kind: 'cancel', id });
        reject(cancelled());
      };
      const settle = <T>(how: (value: T) => void) => {
        return (value: T) => {
          signal.removeEventListener('abort', onAbort);
          how(value);
        };
      };
      signal.addEventListener('abort', onAbort, { once: true });
      const pending = { ask, onProgress, attempts: 1, columns: [], reject: settle(reject) };
      this.#pending.set(id, { ...pending, resolve: settle((answer) => resolve(answer as Answers[K])) });
      if (this.#worker === null) this.#start();
      else this.#worker.postMessage({ kind: 'ask', id, ask });
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#stop(cancelled());
  }

  /** Starts a worker and asks it everything pending; first of all to read the files, if nobody asks that. */
  #start(): void {
    if (this.#hasDied) this.#onCrash();
    this.#hasDied = false;
    const worker = this.#startWorker();
    this.#worker = worker;
    worker.onmessage = (event) => {
      if (worker === this.#worker) this.#take(event.data);
    };
    const onCrash = () => {
      if (worker === this.#worker) this.#crashed();
    };
    worker.onerror = onCrash;
    worker.onmessageerror = onCrash;
    if (![...this.#pending.values()].some(({ ask }) => ask.kind === 'open')) {
      this.#reopening = ++this.#lastId;
      worker.postMessage({ kind: 'ask', id: this.#reopening, ask: { kind: 'open', files: this.#files } });
    }
    for (const [id, pending] of this.#pending) {
      pending.columns = [];
      worker.postMessage({ kind: 'ask', id, ask: pending.ask });
    }
  }

  #take(reply: Reply): void {
    if (reply.id === this.#reopening) {
      // Without its files a worker is of no use; the next ask tries again with another one.
      if (reply.kind === 'failed') this.#stop(new ReadProblem(reply.code, reply.values));
      return;
    }
    const pending = this.#pending.get(reply.id);
    if (pending === undefined) return;
    if (reply.kind === 'progress') {
      pending.onProgress(reply.progress);
      return;
    }
    if (reply.kind === 'columns') {
      pending.columns.push(...reply.columns);
      return;
    }
    this.#pending.delete(reply.id);
    if (reply.kind === 'done') pending.resolve(wholeAnswer(reply.answer, pending.columns));
    else pending.reject(new ReadProblem(reply.code, reply.values));
  }

  #crashed(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const [id, pending] of this.#pending) {
      if (pending.attempts++ < ATTEMPTS) continue;
      this.#pending.delete(id);
      pending.reject(new ReadProblem('crashed', { file: this.#files.map(({ name }) => name).join(' + ') }));
    }
    this.#hasDied = true;
    if (this.#pending.size > 0) this.#start();
  }

  #stop(reason: unknown): void {
    this.#worker?.terminate();
    this.#worker = null;
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of pending) reject(reason);
  }
}

function cancelled(): DOMException {
  return new DOMException('Cancelled', 'AbortError');
}

function wholeAnswer(answer: Answers[keyof Answers], ahead: DatasetSummary['columns']): Answers[keyof Answers] {
  return answer !== null && 'inferred' in answer && ahead.length > 0 ? { ...answer, columns: ahead } : answer;
}
