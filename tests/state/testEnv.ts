import { readFile } from 'node:fs/promises';
import type { Prepared } from '../../src/core/prepare/prepared.ts';
import type { MeasuredRows } from '../../src/core/slices/measureGroups.ts';
import { NO_DEPLOY } from '../../src/io/deploy.ts';
import type { Io, OpenDataset, SourceFile } from '../../src/io/io.ts';
import type { Versions } from '../../src/io/offline/versions.ts';
import type { Page } from '../../src/io/page.ts';
import { sortHistories } from '../../src/io/read/training/sortHistories.ts';
import { ReadProblem } from '../../src/io/readProblem.ts';
import { pageWords } from '../../src/io/words.ts';
import { createDatasetSession } from '../../src/io/worker/datasetSession.ts';
import type { Ask } from '../../src/io/worker/messages.ts';
import type { Env } from '../../src/state/env.ts';
import { testDevice } from './memoryStorage.ts';

const noProgress = () => {};

/** The worker's own body without a worker: files are really read, in this thread. */
async function openHere(signal: AbortSignal, files: readonly SourceFile[]): Promise<OpenDataset> {
  const session = createDatasetSession();
  const ask = <A extends Ask>(aborting: AbortSignal, question: A) => session(aborting, question, noProgress) as never;
  let prepared: Parameters<OpenDataset['prepare']>[1] | null = null;
  const shown = () => {
    if (prepared === null) throw new Error('prepare first');
    return prepared;
  };
  return {
    summary: await ask(signal, { kind: 'open', files }),
    prepare: (aborting, interpretation) => {
      prepared = interpretation;
      return ask(aborting, { kind: 'prepare', interpretation });
    },
    measure: async (aborting, interpretation) => {
      const measured = (await ask(aborting, { kind: 'measure', interpretation })) as Pick<Prepared, 'evaluations'>;
      return measured.evaluations;
    },
    rows: (aborting, query) => ask(aborting, { kind: 'rows', interpretation: shown(), query }),
    writeRows: (aborting, query) => ask(aborting, { kind: 'writeRows', interpretation: shown(), query }),
    cases: (aborting, query, window) => ask(aborting, { kind: 'cases', interpretation: shown(), query, window }),
    wholeCase: (aborting, query, row) => ask(aborting, { kind: 'wholeCase', interpretation: shown(), query, row }),
    writeCases: (aborting, toWrite) => ask(aborting, { kind: 'writeCases', interpretation: shown(), toWrite }),
    correct: (aborting, files) => ask(aborting, { kind: 'correct', interpretation: shown(), files }),
    flips: (aborting, query, grouping) => ask(aborting, { kind: 'flips', interpretation: shown(), query, grouping }),
    classes: (aborting) => ask(aborting, { kind: 'classes', interpretation: shown() }),
    decideClasses: (aborting, decision) => ask(aborting, { kind: 'decideClasses', interpretation: shown(), decision }),
    summarizeColumn: (aborting, column) => ask(aborting, { kind: 'columnSummary', interpretation: shown(), column }),
    amounts: (aborting, columns) => ask(aborting, { kind: 'amounts', interpretation: shown(), columns }),
    labels: (aborting) => ask(aborting, { kind: 'labels', interpretation: shown() }),
    decideLabels: (aborting, decision) => ask(aborting, { kind: 'decideLabels', interpretation: shown(), decision }),
    tuneLabels: (aborting, goal) => ask(aborting, { kind: 'tuneLabels', interpretation: shown(), goal }),
    outOfFold: (aborting, rule, objective) =>
      ask(aborting, { kind: 'outOfFold', interpretation: shown(), rule, objective }),
    estimate: (aborting, split, question) =>
      ask(aborting, { kind: 'estimate', interpretation: shown(), split, question }),
    groups: (aborting, split, grouping) => ask(aborting, { kind: 'groups', interpretation: shown(), split, grouping }),
    groupPolicies: (aborting, split, grouping, question) =>
      ask(aborting, { kind: 'groupPolicies', interpretation: shown(), split, grouping, question }),
    rules: async (aborting, split, rules) => {
      const answer = await ask(aborting, { kind: 'rules', interpretation: shown(), split, rules });
      return (answer as { readonly rules: readonly MeasuredRows[] }).rules;
    },
    groupEdges: (aborting, column) => ask(aborting, { kind: 'groupEdges', interpretation: shown(), column }),
    compareModels: (aborting, models) => ask(aborting, { kind: 'compareModels', ...models }),
    decideJointly: (aborting, models, rule, thresholds) =>
      ask(aborting, { kind: 'decideJointly', models, rule, thresholds }),
    fingerprints: (aborting) => ask(aborting, { kind: 'fingerprints' }),
    close: () => {},
  };
}

export interface TestPage extends Page {
  hash: string;
  readonly pushed: string[];
  readonly copied: string[];
  readonly saved: { readonly name: string; readonly blob: Blob }[];
  readonly reloads: string[];
  /** Hides the page, as switching to another tab and leaving the page do. */
  hide(): void;
  /** Goes to an address as the Back button or a typed one does. */
  go(hash: string): void;
}

export function testPage(hash = ''): TestPage {
  const listeners = new Set<() => void>();
  const hiding = new Set<() => void>();
  const remembered = new Map<string, string>();
  return {
    hash,
    pushed: [],
    copied: [],
    saved: [],
    reloads: [],
    readHash() {
      return this.hash;
    },
    addressOf: (text) => `https://cutpoint.example/#${text}`,
    writeHash(text, mode) {
      this.hash = text;
      if (mode === 'push') this.pushed.push(text);
    },
    onHashChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onHide: (listener) => {
      hiding.add(listener);
      return () => hiding.delete(listener);
    },
    hide: () => {
      for (const listener of hiding) listener();
    },
    reload() {
      this.reloads.push(this.hash);
    },
    async copyText(text) {
      this.copied.push(text);
    },
    copyImage: async (image) => void (await image),
    saveFile(name, blob) {
      this.saved.push({ name, blob });
    },
    wishedLanguages: () => ['en-US'],
    recall: (name) => remembered.get(name) ?? null,
    remember: (name, value) => void remembered.set(name, value),
    go(text) {
      this.hash = text;
      for (const listener of listeners) listener();
    },
  };
}

/** Everything real but the worker, the network and the window. */
export function testEnv(page: TestPage = testPage(), device = testDevice()): Env & { readonly page: TestPage } {
  const io: Io = {
    open: openHere,
    sortHistories,
    fetchFile: async (_signal, path) => {
      const bytes = await readFile(`public/${path}`).catch(() => {
        throw new ReadProblem('notFound', { path });
      });
      return { name: path.split('/').at(-1) ?? path, blob: new Blob([new Uint8Array(bytes)]) };
    },
    dataHosts: [],
    fetchRemote: async () => {
      throw new Error('No other site is to be asked.');
    },
    asking: { page: 'http://127.0.0.1:4173/', hosts: ['http://127.0.0.1:*'] },
  };
  const versions: Versions = { watch: async () => {}, takeOver: async () => {} };
  return { io, page, storage: device.storage(), versions, words: pageWords, fetchDeploy: async () => NO_DEPLOY };
}

export const csvFile = (name: string, text: string): SourceFile => ({ name, blob: new Blob([text]) });
