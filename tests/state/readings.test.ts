import { describe, expect, it, vi } from 'vitest';
import { readDeploy } from '../../src/io/deploy.ts';
import type { Io, OpenDataset } from '../../src/io/io.ts';
import { readLink } from '../../src/io/link.ts';
import { ReadProblem } from '../../src/io/readProblem.ts';
import { selectBaseline, selectEvaluation, selectScoreRange, selectThreshold } from '../../src/state/selectors.ts';
import { createTunerStore, type TunerStore } from '../../src/state/store.ts';
import { startSync } from '../../src/state/sync.ts';
import { csvFile, type TestPage, testEnv, testPage } from './testEnv.ts';

const SMALL = 'y_true,y_prob\n0,0.1\n0,0.4\n1,0.35\n1,0.8\n0,0.7\n1,0.9\n';

async function started(hash = ''): Promise<{ store: TunerStore; page: TestPage }> {
  const env = testEnv(testPage(hash));
  const store = createTunerStore(env);
  await startSync(store, env);
  return { store, page: env.page };
}

const codes = (store: TunerStore) => store.getState().notices.map(({ code }) => code);
const interpretationOf = (store: TunerStore) => store.getState().opened?.prepared.interpretation;
const rest = () => new Promise((resolve) => setTimeout(resolve, 300));

describe('a view reloaded from its own address', () => {
  it.each([
    ['another label column', { label: 'foreign_worker' }],
    ['another label column with the other class', { label: 'foreign_worker', positiveLabel: 'no' }],
    ['the other positive class', { positiveLabel: 'good' }],
    ['the score of the other class', { scoredLabel: 'good' }],
    ['no split', { split: null }],
    ['another score column', { score: 'amount' }],
  ])('has %s as before, and the same rows', async (_, change) => {
    const first = await started('data=german-credit');
    await first.store.getState().changeInterpretation(change);
    await rest();
    const second = await started(first.page.hash);
    expect(codes(second.store)).toEqual([]);
    expect(interpretationOf(second.store)).toEqual(interpretationOf(first.store));
    expect(second.store.getState().opened?.prepared.accounting).toEqual(
      first.store.getState().opened?.prepared.accounting,
    );
  });

  it('has the baseline with its own rule', async () => {
    const { store, page } = await started();
    store.getState().setThreshold(0.3);
    store.getState().setRule('>');
    store.getState().pinBaseline();
    store.getState().setRule('>=');
    await rest();
    const again = await started(page.hash);
    expect(selectBaseline(again.store.getState())).toEqual({ threshold: 0.3, rule: '>' });
    expect(again.store.getState().decision.rule).toBe('>=');
  });

  it('does not ask for a split that went with its column', async () => {
    const { store, page } = await started('data=german-credit&split=validation');
    await store.getState().changeInterpretation({ split: null });
    await rest();
    expect(page.hash).not.toContain('split=');
    expect(codes((await started(page.hash)).store)).toEqual([]);
  });

  it('keeps an emptied chart empty', async () => {
    const { store, page } = await started();
    store.getState().setChartMetrics([]);
    await rest();
    expect((await started(page.hash)).store.getState().chartMetrics).toEqual([]);
  });
});

describe('an address for data that is already open', () => {
  it('brings the columns and classes back too', async () => {
    const { store, page } = await started('data=german-credit&t=0.3');
    const bad = page.hash;
    await store.getState().changeInterpretation({ positiveLabel: 'good' });
    store.getState().setThreshold(0.8);
    await rest();
    const good = page.hash;
    page.go(bad);
    await vi.waitFor(() => expect(interpretationOf(store)?.positiveLabel).toBe('bad'));
    expect(selectThreshold(store.getState())).toBe(0.3);
    page.go(good);
    await vi.waitFor(() => expect(interpretationOf(store)?.positiveLabel).toBe('good'));
    expect(selectThreshold(store.getState())).toBe(0.8);
  });

  it('without data applies to what is open, a file of this device included', async () => {
    const { store, page } = await started();
    await store.getState().openFiles([csvFile('own.csv', SMALL)]);
    page.go('t=0.3');
    await vi.waitFor(() => expect(selectThreshold(store.getState())).toBe(0.3));
    expect(store.getState().opened?.name).toBe('own.csv');
  });

  it('restores the usual metric where it names none', async () => {
    const { store, page } = await started();
    const usual = page.hash;
    store.getState().setRuleSettings({ metric: 'matthewsCorrcoef' });
    await rest();
    page.go(usual);
    await vi.waitFor(() => expect(store.getState().decision.settings.metric).toBe('f1'));
  });
});

describe('Back and Forward', () => {
  it('push nothing themselves', async () => {
    const { store, page } = await started();
    store.getState().setSplit('train');
    await store.getState().openData('german-credit');
    const before = page.pushed.length;
    page.go(page.pushed[0]);
    await vi.waitFor(() => expect(store.getState().opened?.name).toBe('streamlit-demo.csv'));
    await rest();
    expect(selectEvaluation(store.getState())?.split).toBe('train');
    expect(page.pushed).toHaveLength(before);
    page.go('data=german-credit');
    await vi.waitFor(() => expect(store.getState().opened?.name).toBe('german-credit.csv'));
    await rest();
    expect(page.pushed).toHaveLength(before);
  });

  it('stop asking for a file once another view is gone back to', async () => {
    const { store, page } = await started();
    const sample = page.hash;
    page.go('file=mine.csv&rows=6');
    expect(store.getState().awaited).not.toBeNull();
    page.go(sample);
    await vi.waitFor(() => expect(store.getState().awaited).toBeNull());
    store.getState().setThreshold(0.77);
    await rest();
    expect(readLink(page.hash).link.threshold).toBe(0.77);
  });

  it('are obeyed in their order: a slow read never replaces a newer view', async () => {
    const { store, page } = await started();
    const sample = page.hash;
    page.go('data=german-credit');
    page.go(sample);
    await rest();
    expect(store.getState().opened?.name).toBe('streamlit-demo.csv');
    expect(store.getState().reading).toBeNull();
  });
});

describe('a link that asks for the impossible', () => {
  it.each(['model=purpose', 'splitby=id'])('%s: says so and reads the file as usual', async (fields) => {
    const { store } = await started(`data=german-credit&${fields}`);
    expect(interpretationOf(store)).toEqual(store.getState().opened?.dataset.summary.inferred);
    expect(codes(store)).toContain('linkReadingUnusable');
  });

  it('cannot make a metric best that has no better direction', async () => {
    const { store } = await started('metric=selectionRate');
    expect(store.getState().decision.settings.metric).toBe('f1');
    expect(codes(store)).toEqual(['linkValueIgnored']);
  });

  it('draws each metric once, five at most, and says what it left out', async () => {
    const { store } = await started('curves=f1,f1,foo,precision,recall,accuracy,jaccard,npv');
    expect(store.getState().chartMetrics).toEqual(['f1', 'precision', 'recall', 'accuracy', 'jaccard']);
    expect(store.getState().notices.map(({ values }) => values.value)).toEqual(['foo', 'npv']);
  });
});

describe('changes of the reading', () => {
  it('add up when they come quickly', async () => {
    const { store } = await started('data=german-credit');
    const { changeInterpretation } = store.getState();
    await Promise.all([changeInterpretation({ split: null }), changeInterpretation({ id: null })]);
    expect(interpretationOf(store)).toMatchObject({ split: null, id: null });
    expect(store.getState().isPreparing).toBe(false);
  });

  it('start a new history: undo never moves the threshold of another class', async () => {
    const { store } = await started('data=german-credit');
    store.getState().setThreshold(0.4);
    await store.getState().changeInterpretation({ positiveLabel: 'good' });
    store.getState().undo();
    await store.getState().changeInterpretation({ positiveLabel: 'bad' });
    expect(selectThreshold(store.getState())).toBe(0.4);
  });

  it('leave the present one when they fail', async () => {
    const { store } = await started('data=german-credit');
    const before = store.getState().opened;
    await store.getState().changeInterpretation({ score: 'purpose' });
    expect(store.getState().opened).toBe(before);
    expect(codes(store)).toEqual(['noRowsKept']);
  });
});

describe('a dataset that never came on screen', () => {
  const closing = (io: Io, closed: string[], prepare?: OpenDataset['prepare']): Io => ({
    ...io,
    open: async (signal, files, onProgress, onCrash) => {
      const dataset = await io.open(signal, files, onProgress, onCrash);
      return { ...dataset, prepare: prepare ?? dataset.prepare, close: () => void closed.push(files[0].name) };
    },
  });

  it('is closed when it cannot be prepared', async () => {
    const env = testEnv();
    const closed: string[] = [];
    const prepare = () =>
      Promise.reject(new ReadProblem('noRowsKept', { file: 'x.csv', read: 6, reason: 'skip.missingScore' }));
    const store = createTunerStore({ ...env, io: closing(env.io, closed, prepare) });
    await store.getState().openFiles([csvFile('x.csv', SMALL)]);
    expect(closed).toEqual(['x.csv']);
  });

  it('is closed when a newer one was asked for, and so is the one it replaces', async () => {
    const env = testEnv();
    const closed: string[] = [];
    const store = createTunerStore({ ...env, io: closing(env.io, closed) });
    await store.getState().openFiles([csvFile('first.csv', SMALL)]);
    await Promise.all([
      store.getState().openFiles([csvFile('second.csv', SMALL)]),
      store.getState().openFiles([csvFile('third.csv', SMALL)]),
    ]);
    expect(store.getState().opened?.name).toBe('third.csv');
    expect(closed).toContain('first.csv');
    expect(closed).not.toContain('third.csv');
  });
});

describe('where a file starts', () => {
  it('is the published threshold for the published file only', async () => {
    const env = testEnv();
    const deploy = readDeploy('{"files":[{"path":"samples/german-credit.csv"}],"threshold":0.25}');
    const store = createTunerStore(env);
    await startSync(store, { ...env, fetchDeploy: async () => deploy });
    expect(selectThreshold(store.getState())).toBe(0.25);
    await store.getState().openFiles([csvFile('margins.csv', 'y,score\n0,-3\n1,2\n0,-1\n1,4\n')]);
    expect(selectThreshold(store.getState())).toBe(0);
  });

  it('is on the scale of the scores even where one split weighs nothing', async () => {
    const { store } = await started();
    await store
      .getState()
      .openFiles([csvFile('w.csv', 'split,y,score,weight\na,0,-20,1\na,1,-1,1\na,0,-7,1\nb,1,-3,0\nb,0,-4,0\n')]);
    expect(selectScoreRange(store.getState())).toMatchObject({ low: -20, high: -1 });
  });
});

describe('notices', () => {
  it('are said once', async () => {
    const { store } = await started();
    await store.getState().openText(' ');
    await store.getState().openText(' ');
    expect(codes(store)).toEqual(['nothingPasted']);
  });

  it('do not claim that settings were applied to a file that could not be opened', async () => {
    const { store, page } = await started();
    await store.getState().openFiles([csvFile('a.csv', SMALL)]);
    page.go('file=b.csv&rows=9');
    await store.getState().openFiles([csvFile('empty.csv', '')]);
    expect(codes(store)).toEqual(['emptyFile']);
  });
});

describe('prices', () => {
  it('typed again make no step of undo', async () => {
    const { store } = await started();
    store.getState().setPrices({ miss: 5 });
    expect(store.getState().history.past).toEqual([]);
  });
});
