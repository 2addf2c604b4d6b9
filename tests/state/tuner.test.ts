import { describe, expect, it } from 'vitest';
import { readLink } from '../../src/io/link.ts';
import { selectRuleChoice } from '../../src/state/rules.ts';
import { selectBaseline, selectConfusion, selectEvaluation, selectThreshold } from '../../src/state/selectors.ts';
import { createTunerStore, type TunerStore } from '../../src/state/store.ts';
import { startSync } from '../../src/state/sync.ts';
import { csvFile, type TestPage, testEnv, testPage } from './testEnv.ts';

const SMALL = 'y_true,y_prob\n0,0.1\n0,0.4\n1,0.35\n1,0.8\n0,0.7\n1,0.9\n';

async function started(hash = ''): Promise<{ store: TunerStore; page: TestPage; stop: () => void }> {
  const env = testEnv(testPage(hash));
  const store = createTunerStore(env);
  const stop = await startSync(store, env);
  return { store, page: env.page, stop };
}

const codes = (store: TunerStore) => store.getState().notices.map(({ code }) => code);
const rest = () => new Promise((resolve) => setTimeout(resolve, 300));

describe('a fresh page', () => {
  it('opens the sample on test at 0.5 with the counts of scikit-learn', async () => {
    const { store, page } = await started();
    const state = store.getState();
    expect(selectEvaluation(state)?.split).toBe('test');
    expect(selectThreshold(state)).toBe(0.5);
    expect(selectConfusion(state)).toEqual({ tp: 480, fp: 352, fn: 143, tn: 5025 });
    expect(selectRuleChoice(state, 'lowestCost')).toMatchObject({
      kind: 'found',
      value: 1042,
      threshold: 0.5233633826490391,
    });
    expect(readLink(page.hash).link).toMatchObject({
      data: 'streamlit-demo',
      threshold: 0.5,
      rule: '>=',
      view: 'tune',
    });
  });

  it('shows what the address asks for', async () => {
    const { store } = await started(
      'data=german-credit&t=0.3&rule=gt&split=validation&view=data&miss=7&alarm=2&unit=DM',
    );
    const state = store.getState();
    expect(state.opened?.name).toBe('german-credit.csv');
    expect(selectThreshold(state)).toBe(0.3);
    expect(state.decision).toMatchObject({ rule: '>', prices: { miss: 7, falseAlarm: 2, unit: 'DM' } });
    expect(selectEvaluation(state)?.split).toBe('validation');
    expect(state.view).toBe('data');
    expect(state.notices).toEqual([]);
  });

  it('stays on the screen that was chosen before the first file was open, whatever screen the address has', async () => {
    const env = testEnv(testPage('data=german-credit&view=data'));
    const store = createTunerStore(env);
    const starting = startSync(store, env);
    store.getState().setView('slices');
    expect(store.getState().opened).toBeNull();
    await starting;
    expect(store.getState().opened?.name).toBe('german-credit.csv');
    expect(store.getState().view).toBe('slices');
    expect(readLink(env.page.hash).link.view).toBe('slices');
    env.page.go('data=german-credit&view=cases');
    await expect.poll(() => store.getState().view).toBe('cases');
  });

  it('says which values of a hostile address it ignored, and goes on', async () => {
    const { store } = await started('t=<script>&rule=x&split=nowhere&metric=hasOwnProperty&pos=nope&label=__proto__');
    expect(selectThreshold(store.getState())).toBe(0.5);
    expect(codes(store).sort()).toEqual([
      'linkColumnMissing',
      'linkSplitMissing',
      'linkValueIgnored',
      'linkValueIgnored',
      'linkValueIgnored',
      'linkValueIgnored',
    ]);
  });

  it('says that a sample does not exist, and asks where to begin', async () => {
    const { store } = await started('data=../../etc/passwd');
    expect(codes(store)).toEqual(['unknownSample']);
    expect(store.getState().opened).toBeNull();
  });

  it('never asks another site, and names it', async () => {
    const { store } = await started(`data=${encodeURIComponent('https://files.example.org/a.csv?x=1')}`);
    expect(store.getState().notices).toEqual([
      { code: 'otherSite', values: { host: 'files.example.org', address: 'https://files.example.org/a.csv?x=1' } },
    ]);
    expect(store.getState().opened).toBeNull();
  });

  it('goes on without a wrong deploy.json and says what is wrong', async () => {
    const env = testEnv();
    const { readDeploy } = await import('../../src/io/deploy.ts');
    const store = createTunerStore(env);
    await startSync(store, { ...env, fetchDeploy: async () => readDeploy('{"threshold": "high"}') });
    expect(store.getState().notices).toMatchObject([{ code: 'deployInvalid', values: { place: 'threshold' } }]);
    expect(store.getState().opened?.name).toBe('streamlit-demo.csv');
  });

  it('starts as a published page says', async () => {
    const env = testEnv();
    const { readDeploy } = await import('../../src/io/deploy.ts');
    const deploy = readDeploy(
      '{"title":"Credit","files":[{"name":"Credit","path":"samples/german-credit.csv"}],"threshold":0.25,"prices":{"miss":9,"falseAlarm":2,"unit":"CHF"},"allowOwnFiles":false}',
    );
    const store = createTunerStore(env);
    await startSync(store, { ...env, fetchDeploy: async () => deploy });
    expect(store.getState().opened).toMatchObject({ name: 'german-credit.csv', title: 'Credit' });
    expect(store.getState().isStarting).toBe(false);
    expect(selectThreshold(store.getState())).toBe(0.25);
    expect(store.getState().decision.prices).toEqual({ miss: 9, falseAlarm: 2, hit: 0, leftAlone: 0, unit: 'CHF' });
    await store.getState().openFiles([csvFile('own.csv', SMALL)]);
    expect(codes(store)).toEqual(['uploadsOff']);
    expect(store.getState().opened?.name).toBe('german-credit.csv');
  });
});

describe('the address', () => {
  it('follows the threshold at rest, by replacing; a change of view or split can be left with Back', async () => {
    const { store, page } = await started();
    store.getState().setThreshold(0.61);
    await rest();
    expect(readLink(page.hash).link.threshold).toBe(0.61);
    expect(page.pushed).toEqual([]);
    store.getState().setView('data');
    store.getState().setSplit('train');
    expect(page.pushed.map((hash) => readLink(hash).link)).toMatchObject([
      { view: 'data' },
      { view: 'data', split: 'train' },
    ]);
  });

  it('brings an earlier view back', async () => {
    const { store, page } = await started();
    store.getState().setThreshold(0.61);
    await rest();
    const earlier = page.hash;
    store.getState().setView('data');
    store.getState().setThreshold(0.2);
    await rest();
    page.go(earlier);
    expect(selectThreshold(store.getState())).toBe(0.61);
    expect(store.getState().view).toBe('tune');
  });

  it('keeps fields of later versions', async () => {
    const { store, page } = await started('data=breast-cancer&later=yes');
    store.getState().setThreshold(0.7);
    await rest();
    expect(page.hash).toContain('later=yes');
  });

  it('asks for a file that only its author has, and fits itself on once it is there', async () => {
    const { store } = await started('file=own.csv&rows=6&t=0.37&rule=gt');
    expect(store.getState().awaited).toMatchObject({ file: 'own.csv', rows: 6 });
    expect(store.getState().opened).toBeNull();
    await store.getState().openFiles([csvFile('own.csv', SMALL)]);
    expect(selectThreshold(store.getState())).toBe(0.37);
    expect(store.getState().decision.rule).toBe('>');
    expect(codes(store)).toEqual([]);
  });

  it('says so when another file was opened for the link', async () => {
    const { store } = await started('file=own.csv&rows=7&t=0.37');
    await store.getState().openFiles([csvFile('other.csv', SMALL)]);
    expect(store.getState().notices).toMatchObject([
      { code: 'otherFile', values: { file: 'own.csv', rows: 7, opened: 'other.csv', openedRows: 6 } },
    ]);
  });

  it('never holds rows or the names of other columns', async () => {
    const { store, page } = await started('file=x.csv');
    await store.getState().openFiles([csvFile('x.csv', 'secret_name,y_true,y_prob\nAnna,0,0.1\nBert,1,0.8\n')]);
    await rest();
    await store.getState().copyLink();
    expect(page.copied[0]).toContain('file=x.csv');
    expect(page.copied[0]).not.toMatch(/secret|Anna|Bert/);
  });
});

describe('undo', () => {
  it('takes a drag back as one step, and brings it again', async () => {
    const { store } = await started();
    const { setThreshold, undo, redo } = store.getState();
    for (const threshold of [0.51, 0.52, 0.53]) setThreshold(threshold, 'drag 1');
    setThreshold(0.9);
    undo();
    expect(selectThreshold(store.getState())).toBe(0.53);
    undo();
    expect(selectThreshold(store.getState())).toBe(0.5);
    undo();
    expect(selectThreshold(store.getState())).toBe(0.5);
    redo();
    redo();
    redo();
    expect(selectThreshold(store.getState())).toBe(0.9);
  });

  it('covers the rule and the prices', async () => {
    const { store } = await started();
    const before = store.getState().decision;
    store.getState().setRule('>');
    store.getState().setPrices({ miss: 50 });
    expect(store.getState().decision).toMatchObject({ rule: '>', prices: { miss: 50 } });
    store.getState().undo();
    store.getState().undo();
    expect(store.getState().decision).toEqual(before);
  });
});

describe('the baseline', () => {
  it('is where the file started until another is pinned', async () => {
    const { store } = await started();
    store.getState().setThreshold(0.59);
    expect(selectBaseline(store.getState())).toEqual({ threshold: 0.5, rule: '>=' });
    store.getState().pinBaseline();
    store.getState().setThreshold(0.2);
    expect(selectBaseline(store.getState()).threshold).toBe(0.59);
    store.getState().resetBaseline();
    expect(selectBaseline(store.getState()).threshold).toBe(0.5);
  });
});

describe('moving the threshold', () => {
  it.each([
    ['stepUp', 0.58],
    ['stepDown', 0.57],
    ['start', 0],
    ['end', 1],
  ] as const)('%s from 0.5771 goes to %d', async (move, to) => {
    const { store } = await started();
    store.getState().setThreshold(0.5771);
    store.getState().moveThreshold(move);
    expect(selectThreshold(store.getState())).toBe(to);
  });

  it('nextChange stops only where a decision changes', async () => {
    const { store } = await started();
    await store.getState().openFiles([csvFile('own.csv', SMALL)]);
    const seen: number[] = [];
    for (let press = 0; press < 3; press++) {
      store.getState().moveThreshold('nextChange');
      seen.push(selectConfusion(store.getState())?.tp ?? -1, selectConfusion(store.getState())?.fp ?? -1);
    }
    expect(seen).toEqual([2, 0, 1, 0, 0, 0]);
  });
});

describe('a file that cannot be used', () => {
  it.each([
    ['empty.csv', '', 'emptyFile'],
    ['header.csv', 'y_true,y_prob\n', 'headerOnly'],
    ['quote.csv', 'y_true,y_prob\n0,"0.1\n1,0.9\n', 'unclosedQuote'],
    ['words.csv', 'a,b\nx,y\nz,w\nq,r\n', 'noScoreColumn'],
  ])('%s: what is on screen stays, and one notice says why', async (name, text, code) => {
    const { store } = await started();
    const before = store.getState().opened;
    await store.getState().openFiles([csvFile(name, text)]);
    expect(store.getState().opened).toBe(before);
    expect(store.getState().reading).toBeNull();
    expect(codes(store)).toEqual([code]);
  });
});

describe('another reading of the file', () => {
  it('turns the score when the other class is the positive one', async () => {
    const { store } = await started('data=breast-cancer');
    expect(store.getState().opened?.prepared.interpretation.positiveLabel).toBe('malignant');
    await store.getState().changeInterpretation({ positiveLabel: 'benign' });
    const { opened } = store.getState();
    expect(opened?.prepared.interpretation).toMatchObject({
      positiveLabel: 'benign',
      negativeLabel: 'malignant',
      scoredLabel: 'malignant',
    });
    expect(opened?.prepared.transform).toBe('oneMinus');
  });

  it('is kept in the link', async () => {
    const first = await started('data=breast-cancer');
    await first.store.getState().changeInterpretation({ positiveLabel: 'benign' });
    await rest();
    const second = await started(first.page.hash);
    expect(second.store.getState().opened?.prepared.interpretation).toEqual(
      first.store.getState().opened?.prepared.interpretation,
    );
    expect(codes(second.store)).toEqual([]);
  });
});

describe('taking it along', () => {
  it('writes the operating point as INTERFACE shows it', async () => {
    const { store, page } = await started();
    store.getState().setThreshold(0.59);
    await store.getState().saveOperatingPoint();
    const [{ name, blob }] = page.saved;
    expect(name).toBe('streamlit-demo-operating-point.json');
    const record = JSON.parse(await blob.text());
    expect(record).toMatchObject({
      format: 'cutpoint.operating-point/1',
      dataset: { name: 'streamlit-demo.csv', rows: 30000, skipped: 0 },
      model: 'y_prob',
      positiveLabel: '1',
      threshold: 0.59,
      rule: '>=',
    });
    expect(record.dataset.sha256).toMatch(/^[0-9a-f]{64}$/);
    const test = record.evaluations.find(({ split }: { split: string }) => split === 'test');
    expect(test).toMatchObject({ rows: 6000, positives: 623, confusion: { tp: 429, fp: 153, fn: 194, tn: 5224 } });
    expect(test.metrics.rocAuc).toBeCloseTo(0.9259935681105331, 12);
  });

  it('writes every row with its prediction', async () => {
    const { store, page } = await started();
    await store.getState().openFiles([csvFile('own.csv', SMALL)]);
    await store.getState().saveRows();
    const lines = (await page.saved[0].blob.text()).trim().split('\r\n');
    expect(lines).toHaveLength(7);
    expect(lines[3]).toBe('1,0.35,0.35,0.5,>=,0,FN');
  });

  it('writes the metrics of every split', async () => {
    const { store, page } = await started();
    store.getState().saveMetrics();
    const text = await page.saved[0].blob.text();
    expect(text).toContain('test,0.5,>=,tp,480,,');
    expect(text).toContain('train,0.5,>=,tp,2210,,');
  });
});
