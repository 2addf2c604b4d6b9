import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import type { Interpretation } from '../../../src/core/roles/interpretation.ts';
import type { Evaluation } from '../../../src/core/scores/evaluation.ts';
import { buildEvaluation } from '../../../src/core/scores/evaluation.ts';
import { buildScoreIndex } from '../../../src/core/scores/scoreIndex.ts';
import { NO_DEPLOY } from '../../../src/io/deploy.ts';
import type { Io, OpenDataset } from '../../../src/io/io.ts';
import type { Versions } from '../../../src/io/offline/versions.ts';
import type { Page } from '../../../src/io/page.ts';
import type { KeepStorage } from '../../../src/io/storage.ts';
import { pageWords } from '../../../src/io/words.ts';
import { createTunerStore, type TunerStore } from '../../../src/state/store.ts';
import { TunerContext } from '../../../src/state/useTuner.ts';

const refuse = () => Promise.reject(new Error('A chart needs nothing from outside.'));
const io = { open: refuse, fetchFile: refuse } as unknown as Io;
const page: Page = {
  readHash: () => '',
  addressOf: (hash) => hash,
  writeHash: () => {},
  onHashChange: () => () => {},
  onHide: () => () => {},
  reload: () => {},
  copyText: refuse,
  copyImage: refuse,
  saveFile: () => {},
  wishedLanguages: () => ['en-US'],
  recall: () => null,
  remember: () => {},
};

const storage: KeepStorage = {
  load: async () => null,
  keep: refuse,
  saveSession: refuse,
  forget: refuse,
  onNews: () => () => {},
};
const versions: Versions = { watch: async () => {}, takeOver: async () => {} };

const INTERPRETATION: Interpretation = {
  label: 'y_true',
  score: 'y_score',
  split: 'split',
  weight: null,
  id: null,
  modelColumn: null,
  modelName: null,
  positiveLabel: '1',
  negativeLabel: '0',
  scoredLabel: '1',
  scoreReading: { kind: 'asIs' },
  recalibratedOn: null,
  areWeightsCounts: false,
  repairs: [],
};

/** Rows as (label, score). */
export function evaluationOf(split: string, rows: readonly (readonly [label: number, score: number])[]): Evaluation {
  const yTrue = Uint8Array.from(rows, ([label]) => label);
  const yScore = Float64Array.from(rows, ([, score]) => score);
  return buildEvaluation(split, buildScoreIndex(yTrue, yScore), rows.length);
}

/** A store in which these splits are open; the last one named "test" is in view. */
export function openedStore(evaluations: readonly Evaluation[]): TunerStore {
  const store = createTunerStore({
    io,
    page,
    storage,
    versions,
    words: pageWords,
    fetchDeploy: () => Promise.resolve(NO_DEPLOY),
  });
  store.setState({
    opened: {
      origin: { kind: 'device' },
      name: 'rows.csv',
      title: null,
      files: [],
      trainings: [],
      dataset: { summary: { columns: [] as OpenDataset['summary']['columns'] } } as OpenDataset,
      prepared: {
        interpretation: INTERPRETATION,
        task: { kind: 'binary' },
        transform: 'none',
        recalibration: null,
        accounting: { read: 0, kept: 0, keptByFile: [], skipped: [], blankLines: 0 },
        skipEvidence: [],
        hasWeights: false,
        evaluations,
        folds: null,
        findings: [],
      },
    },
  });
  return store;
}

/** A panel on the screen of a page on which every plot is 400 by 280 pixels. */
export function show(panel: ReactNode, store: TunerStore) {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(280);
  return render(<TunerContext value={store}>{panel}</TunerContext>);
}
