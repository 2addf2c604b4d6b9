import { describe, expect, it, vi } from 'vitest';
import { StorageProblem } from '../../src/io/storage.ts';
import { linkOf } from '../../src/state/linkedState.ts';
import { selectIsKept, selectThreshold } from '../../src/state/selectors.ts';
import { createTunerStore, type TunerStore } from '../../src/state/store.ts';
import { startSync } from '../../src/state/sync.ts';
import { testDevice } from './memoryStorage.ts';
import { csvFile, type TestPage, testEnv, testPage } from './testEnv.ts';

const SMALL = 'y_true,y_prob,split\n0,0.1,train\n0,0.4,test\n1,0.35,train\n1,0.8,test\n0,0.7,train\n1,0.9,test\n';
const OTHER = 'y_true,y_prob\n0,0.1\n1,0.8\n0,0.3\n1,0.6\n';

interface Tab {
  readonly store: TunerStore;
  readonly page: TestPage;
  readonly env: ReturnType<typeof testEnv>;
  stop(): void;
}

async function opensTab(device = testDevice(), page = testPage()): Promise<Tab> {
  const env = testEnv(page, device);
  const store = createTunerStore(env);
  return { store, page, env, stop: await startSync(store, env) };
}

/** The same tab loaded again: what the page remembers and its address stay. */
async function reloads({ page, stop }: Tab, device: ReturnType<typeof testDevice>): Promise<Tab> {
  page.hide();
  stop();
  return opensTab(device, page);
}

const codes = ({ store }: Tab) => store.getState().notices.map(({ code }) => code);
const rest = () => new Promise((resolve) => setTimeout(resolve, 350));

/** Everything a person set, as it would have to come back. */
function work({ store }: Tab) {
  const state = store.getState();
  const { decision, history, baseline, matrixShare, shownRules, chartMetrics } = state;
  const { past, future } = history;
  return {
    name: state.opened?.name,
    link: linkOf(state),
    decision,
    past,
    future,
    baseline,
    matrixShare,
    shownRules,
    chartMetrics,
  };
}

async function keepsSmall(device = testDevice(), page = testPage()) {
  const tab = await opensTab(device, page);
  await tab.store.getState().openFiles([csvFile('own.csv', SMALL)]);
  await tab.store.getState().keep();
  return { device, tab };
}

describe('without consent', () => {
  it('nothing is kept', async () => {
    const device = testDevice();
    const tab = await opensTab(device);
    await tab.store.getState().openFiles([csvFile('own.csv', SMALL)]);
    tab.store.getState().setThreshold(0.7);
    await rest();
    expect(device.whole).toBeNull();
    expect(device.sessions).toEqual([]);
    const again = await reloads(tab, device);
    expect(again.store.getState().opened).toBeNull();
    expect(again.store.getState().awaited?.file).toBe('own.csv');
  });

  it('a file that cannot be kept stays open', async () => {
    const device = testDevice();
    const tab = await opensTab(device);
    await tab.store.getState().openFiles([csvFile('own.csv', SMALL)]);
    device.failure = new StorageProblem('storageFull', { file: 'own.csv', needed: '1 GB' });
    await tab.store.getState().keep();
    expect(codes(tab)).toEqual(['storageFull']);
    expect(tab.store.getState()).toMatchObject({ kept: null, isKeeping: false, opened: { name: 'own.csv' } });
    expect(selectIsKept(tab.store.getState())).toBe(false);
  });
});

describe('a kept file', () => {
  it('comes back on reload with everything that was set, undo and redo included', async () => {
    const { device, tab } = await keepsSmall();
    const { getState } = tab.store;
    getState().setThreshold(0.61);
    getState().setThreshold(Infinity);
    getState().setRule('>');
    getState().setRuleSettings({ metric: 'matthewsCorrcoef', minRecall: 0.25 });
    getState().setShownRules(['highestMetric', 'netBenefit']);
    getState().setGoal('netBenefit');
    getState().setPrices({ miss: 7.5, hit: -1, unit: 'h' });
    getState().undo();
    getState().pinBaseline();
    getState().setSplit('train');
    getState().setMatrixShare('predicted');
    getState().setChartMetrics(['recall']);
    getState().setView('data');
    await rest();
    const before = work(tab);
    const again = await reloads(tab, device);
    expect(work(again)).toEqual(before);
    expect(codes(again)).toEqual([]);
    expect(selectIsKept(again.store.getState())).toBe(true);
    again.store.getState().redo();
    expect(again.store.getState().decision.prices).toMatchObject({ miss: 7.5, hit: -1, unit: 'h' });
    for (let step = 0; step < 6; step++) again.store.getState().undo();
    expect(selectThreshold(again.store.getState())).toBe(0.5);
  });

  it('comes back at the bare address too, and at a link to it with what the link says, as one more step', async () => {
    const { device, tab } = await keepsSmall();
    tab.store.getState().setThreshold(0.61);
    await rest();
    const bare = await opensTab(device);
    expect(work(bare)).toEqual(work(tab));
    const linked = await opensTab(device, testPage('file=own.csv&rows=6&t=0.3'));
    expect(selectThreshold(linked.store.getState())).toBe(0.3);
    linked.store.getState().undo();
    expect(selectThreshold(linked.store.getState())).toBe(0.61);
    linked.store.getState().undo();
    expect(selectThreshold(linked.store.getState())).toBe(0.5);
  });

  it('keeps what was set a moment before the page was left', async () => {
    const { device, tab } = await keepsSmall();
    await rest();
    tab.store.getState().setThreshold(0.77);
    const again = await reloads(tab, device);
    expect(selectThreshold(again.store.getState())).toBe(0.77);
  });

  it('keeps what was set a moment before something else was opened', async () => {
    const { device, tab } = await keepsSmall();
    await rest();
    tab.store.getState().setThreshold(0.77);
    await tab.store.getState().openData('breast-cancer');
    tab.store.getState().setThreshold(0.11);
    await rest();
    expect(device.whole?.session?.decision.thresholds).toEqual([['1', 0.77]]);
    expect(await tab.store.getState().openKept()).toBe(true);
    expect(selectThreshold(tab.store.getState())).toBe(0.77);
  });

  it('keeps what was set a moment before reading something else began, which may take the page down', async () => {
    const { device, tab } = await keepsSmall();
    await rest();
    tab.store.getState().setThreshold(0.77);
    const opening = tab.store.getState().openData('breast-cancer');
    expect(tab.store.getState().reading).not.toBeNull();
    const again = await opensTab(device, testPage(''));
    expect(selectThreshold(again.store.getState())).toBe(0.77);
    await opening;
  });

  it('is read as it was, though another reading was inferred', async () => {
    const { device, tab } = await keepsSmall();
    await tab.store.getState().changeInterpretation({ positiveLabel: '0' });
    tab.store.getState().setThreshold(0.2);
    await tab.store.getState().changeInterpretation({ positiveLabel: '1' });
    tab.store.getState().setThreshold(0.6);
    await tab.store.getState().changeInterpretation({ positiveLabel: '0' });
    await rest();
    const again = await reloads(tab, device);
    expect(again.store.getState().opened?.prepared.interpretation.positiveLabel).toBe('0');
    expect(again.store.getState().decision.thresholds).toEqual(tab.store.getState().decision.thresholds);
  });

  it('comes back repaired, and the repair can still be undone', async () => {
    const device = testDevice();
    const tab = await opensTab(device);
    const percent = SMALL.replaceAll(/0\.(\d+)/g, (_, digits: string) => String(Number(`0.${digits}`) * 100));
    await tab.store.getState().openFiles([csvFile('own.csv', percent)]);
    await tab.store.getState().keep();
    tab.store.getState().setThreshold(60);
    await tab.store.getState().applyRepair({ kind: 'divideBy100', column: 'y_prob' });
    await rest();
    const again = await reloads(tab, device);
    expect(codes(again)).toEqual([]);
    expect(selectThreshold(again.store.getState())).toBe(0.6);
    expect(work(again)).toEqual(work(tab));
    await again.store.getState().takeStep('back');
    expect(again.store.getState().opened?.prepared.interpretation.repairs).toEqual([]);
    expect(selectThreshold(again.store.getState())).toBe(60);
  });

  it('stays kept while a link leads elsewhere, and is one press away', async () => {
    const { device, tab } = await keepsSmall();
    tab.store.getState().setThreshold(0.61);
    await rest();
    for (const hash of ['data=breast-cancer', 'file=other.csv&rows=4', 'file=own.csv&rows=7']) {
      const elsewhere = await opensTab(device, testPage(hash));
      expect(elsewhere.store.getState().opened?.name).toBe(hash.startsWith('data') ? 'breast-cancer.csv' : undefined);
      expect(elsewhere.store.getState().kept?.name).toBe('own.csv');
      expect(await elsewhere.store.getState().openKept()).toBe(true);
      expect(work(elsewhere)).toEqual(work(tab));
      elsewhere.stop();
    }
  });

  it('gives way to the file opened next, which is kept too', async () => {
    const { device, tab } = await keepsSmall();
    await tab.store.getState().openFiles([csvFile('other.csv', OTHER)]);
    await vi.waitFor(() => expect(tab.store.getState().kept?.name).toBe('other.csv'));
    expect(tab.store.getState().keptBefore).toBe('own.csv');
    expect(selectIsKept(tab.store.getState())).toBe(true);
    const again = await reloads(tab, device);
    expect(again.store.getState().opened?.name).toBe('other.csv');
    expect(again.store.getState().keptBefore).toBeNull();
  });

  it('does not give way to a sample, nor to a file that cannot be read', async () => {
    const { device, tab } = await keepsSmall();
    await tab.store.getState().openData('breast-cancer');
    expect(selectIsKept(tab.store.getState())).toBe(false);
    await tab.store.getState().openFiles([csvFile('empty.csv', '')]);
    tab.store.getState().setThreshold(0.2);
    await rest();
    expect(device.whole?.kept.name).toBe('own.csv');
    expect(device.whole?.session?.decision.thresholds).toEqual([]);
  });

  it('stays as it was when there is no room for the next one', async () => {
    const { device, tab } = await keepsSmall();
    device.failure = new StorageProblem('storageFull', { file: 'other.csv', needed: '1 GB' });
    await tab.store.getState().openFiles([csvFile('other.csv', OTHER)]);
    await vi.waitFor(() => expect(codes(tab)).toEqual(['storageFull']));
    expect(tab.store.getState()).toMatchObject({
      kept: { name: 'own.csv' },
      opened: { name: 'other.csv' },
      isKeeping: false,
    });
    expect(selectIsKept(tab.store.getState())).toBe(false);
  });

  it('is deleted when consent is withdrawn, and so is the consent', async () => {
    const { device, tab } = await keepsSmall();
    await tab.store.getState().forgetKept();
    expect(device.whole).toBeNull();
    tab.store.getState().setThreshold(0.9);
    await tab.store.getState().openFiles([csvFile('other.csv', OTHER)]);
    await rest();
    expect(device).toMatchObject({ whole: null });
    const again = await reloads(tab, device);
    expect(again.store.getState()).toMatchObject({ opened: null, kept: null });
    expect(codes(again)).toEqual([]);
  });

  it('is not deleted when the browser refuses, and says so', async () => {
    const { device, tab } = await keepsSmall();
    device.failure = new StorageProblem('storageUnavailable', { detail: 'denied' });
    await tab.store.getState().forgetKept();
    expect(codes(tab)).toEqual(['storageUnavailable']);
    expect(tab.store.getState().kept?.name).toBe('own.csv');
  });

  it('is not brought back where a page shows the files of its authors only', async () => {
    const { device } = await keepsSmall();
    const env = testEnv(testPage(), device);
    const store = createTunerStore(env);
    const deploy = { ...(await env.fetchDeploy(new AbortController().signal)), allowOwnFiles: false };
    await startSync(store, { ...env, fetchDeploy: async () => deploy });
    expect(store.getState()).toMatchObject({ opened: { name: 'streamlit-demo.csv' }, kept: { name: 'own.csv' } });
  });
});

describe('saving', () => {
  it('happens once after a drag, not at every move', async () => {
    const { device, tab } = await keepsSmall();
    await rest();
    const before = device.sessions.length;
    for (let move = 0; move < 200; move++) tab.store.getState().setThreshold(move / 200, 'drag');
    await rest();
    expect(device.sessions.length).toBe(before + 1);
    expect(device.sessions.at(-1)?.decision.thresholds).toEqual([['1', 0.995]]);
  });

  it('does not happen where nothing changed, so that other tabs hear nothing of it', async () => {
    const { device, tab } = await keepsSmall();
    await rest();
    const before = device.sessions.length;
    tab.store.getState().setTheme('dark');
    tab.store.getState().setThreshold(0.6);
    tab.store.getState().undo();
    const again = await reloads(tab, device);
    await rest();
    again.page.hide();
    expect(device.sessions.slice(before + 1)).toEqual([]);
  });

  it('says once that it fails, and again only after it had worked', async () => {
    const { device, tab } = await keepsSmall();
    await rest();
    for (const [threshold, fails] of [
      [0.1, true],
      [0.2, true],
      [0.3, false],
      [0.4, true],
    ] as const) {
      if (fails) device.failure = new StorageProblem('storageUnavailable', { detail: 'disk' });
      tab.store.getState().setThreshold(threshold);
      await rest();
      if (threshold === 0.1 || threshold === 0.4) expect(codes(tab)).toEqual(['storageUnavailable']);
      else expect(codes(tab)).toEqual([]);
      for (const notice of tab.store.getState().notices) tab.store.getState().dismissNotice(notice);
    }
  });
});

describe('two tabs', () => {
  it('with the same file: the other is told once, and what it shows stays', async () => {
    const { device, tab } = await keepsSmall();
    const other = await opensTab(device);
    await rest();
    expect([codes(tab), codes(other)]).toEqual([[], []]);
    other.store.getState().setThreshold(0.21);
    await rest();
    other.store.getState().setThreshold(0.22);
    await rest();
    expect(codes(tab)).toEqual(['settingsElsewhere']);
    expect(codes(other)).toEqual([]);
    expect(selectThreshold(tab.store.getState())).toBe(0.5);
    tab.store.getState().setThreshold(0.33);
    await rest();
    expect(codes(other)).toEqual(['settingsElsewhere']);
    const third = await opensTab(device);
    expect(selectThreshold(third.store.getState())).toBe(0.33);
  });

  it('with different files: the one kept last stays, the other tab says so and stops writing', async () => {
    const { device, tab } = await keepsSmall();
    const other = await opensTab(device);
    await other.store.getState().openFiles([csvFile('other.csv', OTHER)]);
    await vi.waitFor(() => expect(codes(tab)).toEqual(['keptElsewhere']));
    expect(tab.store.getState()).toMatchObject({ opened: { name: 'own.csv' }, kept: { name: 'other.csv' } });
    expect(selectIsKept(tab.store.getState())).toBe(false);
    const written = device.sessions.length;
    tab.store.getState().setThreshold(0.9);
    tab.page.hide();
    await rest();
    expect(device.sessions.length).toBe(written);
    expect(codes(other)).toEqual([]);
    await tab.store.getState().keep();
    expect(device.whole?.kept.name).toBe('own.csv');
    expect(codes(other)).toEqual(['keptElsewhere']);
  });

  it('one deletes: the other says so, keeps what is on screen and writes nothing back', async () => {
    const { device, tab } = await keepsSmall();
    const other = await opensTab(device);
    await other.store.getState().forgetKept();
    expect(codes(tab)).toEqual(['forgottenElsewhere']);
    tab.store.getState().setThreshold(0.9);
    await rest();
    expect(device.whole).toBeNull();
    expect(tab.store.getState()).toMatchObject({ opened: { name: 'own.csv' }, kept: null });
  });

  it('of which one shows a sample: it learns what is kept, without a word', async () => {
    const device = testDevice();
    const other = await opensTab(device);
    const { tab } = await keepsSmall(device);
    expect(other.store.getState().kept?.name).toBe('own.csv');
    await tab.store.getState().forgetKept();
    expect(other.store.getState().kept).toBeNull();
    expect(codes(other)).toEqual([]);
  });
});

describe('a start that does not go well', () => {
  const started = async (failure: Error | null, wasKept = true) => {
    const device = testDevice();
    const page = testPage();
    if (wasKept) page.remember('kept', 'yes');
    device.failure = failure;
    return opensTab(device, page);
  };

  it.each<[string, Error | null]>([
    ['keptByLater', new StorageProblem('keptByLater')],
    ['keptDamaged', new StorageProblem('keptDamaged')],
    ['storageUnavailable', new StorageProblem('storageUnavailable', { detail: 'denied' })],
    ['keptGone', null],
    ['unexpected', new TypeError('?')],
  ])('says %s and shows the sample', async (code, failure) => {
    const tab = await started(failure);
    expect(codes(tab)).toEqual([code]);
    expect(tab.store.getState()).toMatchObject({
      opened: { name: 'streamlit-demo.csv' },
      isKeptByLater: code === 'keptByLater',
    });
    const again = await opensTab(testDevice(), tab.page);
    expect(codes(again).filter((other) => other !== 'keptGone')).toEqual([]);
  });

  it('says nothing of a store that is not there to who never kept anything', async () => {
    expect(codes(await started(new StorageProblem('storageUnavailable', { detail: 'denied' }), false))).toEqual([]);
  });

  it('brings the file back without its settings where only these are damaged', async () => {
    const { device, tab } = await keepsSmall();
    tab.store.getState().setThreshold(0.9);
    await rest();
    device.whole = { ...device.whole!, session: null };
    const again = await opensTab(device);
    expect(codes(again)).toEqual(['sessionDamaged']);
    expect(again.store.getState().opened?.name).toBe('own.csv');
    expect(selectThreshold(again.store.getState())).toBe(0.5);
  });

  it('asks for the file where its copy can no longer be read', async () => {
    const { device } = await keepsSmall();
    device.whole = { ...device.whole!, files: [{ name: 'own.csv', blob: new Blob(['']) }] };
    const again = await opensTab(device, testPage('file=own.csv&rows=6'));
    expect(codes(again)).toEqual(['emptyFile']);
    expect(again.store.getState()).toMatchObject({
      opened: null,
      awaited: { file: 'own.csv' },
      kept: { name: 'own.csv' },
    });
  });

  it('can be cancelled, and then the file is one press away', async () => {
    const { device } = await keepsSmall();
    const env = testEnv(testPage(), device);
    const store = createTunerStore(env);
    const stopWatching = store.subscribe(({ reading, cancelReading }) => {
      if (reading !== null) queueMicrotask(cancelReading);
    });
    await startSync(store, env);
    stopWatching();
    expect(store.getState()).toMatchObject({
      opened: null,
      reading: null,
      isStarting: false,
      kept: { name: 'own.csv' },
      notices: [],
    });
    expect(await store.getState().openKept()).toBe(true);
  });

  it('is not tried a third time by itself when the page died of it twice', async () => {
    const { device } = await keepsSmall();
    const page = testPage();
    for (const _ of [1, 2]) {
      const env = testEnv(page, device);
      const store = createTunerStore({ ...env, io: { ...env.io, open: () => new Promise(() => {}) } });
      void startSync(store, env);
      await vi.waitFor(() => expect(store.getState().reading?.name).toBe('own.csv'));
    }
    const third = await opensTab(device, page);
    expect(codes(third)).toEqual(['keptNotOpened']);
    expect(third.store.getState().opened).toBeNull();
    expect(await third.store.getState().openKept()).toBe(true);
    const fourth = await opensTab(device, page);
    expect(fourth.store.getState().opened?.name).toBe('own.csv');
  });
});

describe('a newer version of the page', () => {
  it('is told of, and comes only when it is asked for, after what is kept was saved', async () => {
    const device = testDevice();
    const env = testEnv(testPage(), device);
    const takeOver = vi.fn(async () => expect(device.sessions.at(-1)?.decision.thresholds).toEqual([['1', 0.8]]));
    let isNewer = () => {};
    const versions = {
      watch: async (onNewer: () => void) => {
        isNewer = onNewer;
      },
      takeOver,
    };
    const store = createTunerStore({ ...env, versions });
    await startSync(store, env);
    await store.getState().watchVersions();
    expect(store.getState().isNewerVersionReady).toBe(false);
    isNewer();
    expect(store.getState().isNewerVersionReady).toBe(true);
    store.getState().postponeNewerVersion();
    expect(store.getState().isNewerVersionReady).toBe(false);
    await store.getState().openFiles([csvFile('own.csv', SMALL)]);
    await store.getState().keep();
    store.getState().setThreshold(0.8);
    expect(env.page.reloads).toEqual([]);
    await store.getState().startNewerVersion();
    expect(takeOver).toHaveBeenCalledOnce();
    expect(env.page.reloads).toHaveLength(1);
  });
});
