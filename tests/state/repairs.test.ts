import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Repair } from '../../src/core/roles/repair.ts';
import type { OpenDataset } from '../../src/io/io.ts';
import { selectAppliedRepairs, selectConfusion, selectStart, selectThreshold } from '../../src/state/selectors.ts';
import { createTunerStore, type TunerStore } from '../../src/state/store.ts';
import { startSync } from '../../src/state/sync.ts';
import { csvFile, type TestPage, testEnv, testPage } from './testEnv.ts';

const ROWS = Array.from({ length: 40 }, (_, row) => row);
const isPositive = (row: number) => row % 3 === 0;
const PERCENT = `Unnamed: 0,churn_label,y_prob,y_prob_2\n${ROWS.map((row) => {
  const label = row === 6 ? 'YES' : isPositive(row) ? 'yes' : 'no';
  return `${row},${label},${((isPositive(row) ? 40 : 0) + row * 1.37).toFixed(2)},${(row * 0.77).toFixed(2)}\n`;
}).join('')}`;
const DIVIDE = { kind: 'divideBy100', column: 'y_prob' } as const;

async function started(hash = ''): Promise<{ store: TunerStore; page: TestPage }> {
  const env = testEnv(testPage(hash));
  const store = createTunerStore(env);
  await startSync(store, env);
  return { store, page: env.page };
}

async function opened(text: string, hash = ''): Promise<{ store: TunerStore; page: TestPage }> {
  const all = await started(hash);
  await all.store.getState().openFiles([csvFile('own.csv', text)]);
  return all;
}

const codes = (store: TunerStore) => store.getState().notices.map(({ code }) => code);
const reading = (store: TunerStore) => store.getState().opened?.prepared.interpretation;
const rest = () => new Promise((resolve) => setTimeout(resolve, 300));

describe('dividing by 100', () => {
  it('takes threshold and baseline along, there and back, to the same counts', async () => {
    const { store } = await opened(PERCENT);
    store.getState().setThreshold(53);
    store.getState().pinBaseline();
    store.getState().setThreshold(57);
    store.getState().setPrices({ miss: 7 });
    const before = selectConfusion(store.getState());
    await store.getState().applyRepair(DIVIDE);
    expect(selectThreshold(store.getState())).toBe(0.57);
    expect(store.getState().baseline?.threshold).toBe(0.53);
    expect(selectConfusion(store.getState())).toEqual(before);
    await store.getState().undoRepair(DIVIDE);
    expect(selectThreshold(store.getState())).toBe(57);
    expect(store.getState()).toMatchObject({ baseline: { threshold: 53 }, decision: { prices: { miss: 7 } } });
    expect(selectConfusion(store.getState())).toEqual(before);
  });

  it('gives every hundredth of a percent back', async () => {
    const { store } = await opened(PERCENT);
    for (const threshold of [0.07, 0.29, 1.13, 14.35, 35.5, 56.99, 57, 99.99, 100]) {
      store.getState().setThreshold(threshold);
      await store.getState().applyRepair(DIVIDE);
      expect(selectThreshold(store.getState())).toBe(threshold / 100);
      await store.getState().undoRepair(DIVIDE);
      expect(selectThreshold(store.getState())).toBe(threshold);
    }
  });

  it('starts at one half', async () => {
    const { store } = await opened(PERCENT);
    await store.getState().applyRepair(DIVIDE);
    expect(selectStart(store.getState())).toBe(0.5);
  });
});

describe('undo and redo', () => {
  it('take a repair back and make it again, the threshold with it', async () => {
    const { store } = await opened(PERCENT);
    store.getState().setThreshold(30);
    await store.getState().applyRepair(DIVIDE);
    store.getState().setThreshold(0.2);
    store.getState().undo();
    expect(selectThreshold(store.getState())).toBe(0.3);
    store.getState().undo();
    await vi.waitFor(() => expect(selectAppliedRepairs(store.getState())).toEqual([]));
    expect(selectThreshold(store.getState())).toBe(30);
    store.getState().undo();
    expect(selectThreshold(store.getState())).toBe(selectStart(store.getState()));
    store.getState().redo();
    store.getState().redo();
    await vi.waitFor(() => expect(selectAppliedRepairs(store.getState())).toEqual([DIVIDE]));
    expect(selectThreshold(store.getState())).toBe(0.3);
  });

  it('do nothing about a reading when something was decided meanwhile', async () => {
    const { store } = await opened(PERCENT);
    await store.getState().applyRepair(DIVIDE);
    const going = store.getState().takeStep('back');
    store.getState().setThreshold(0.7);
    await going;
    expect(selectThreshold(store.getState())).toBe(0.7);
    expect(selectAppliedRepairs(store.getState())).toEqual([DIVIDE]);
    expect(store.getState().isPreparing).toBe(false);
  });
});

describe('a view with repairs, reloaded from its own address', () => {
  const anyRepair: fc.Arbitrary<Repair> = fc.constantFrom<Repair[]>(
    DIVIDE,
    { kind: 'ignoreColumn', column: 'Unnamed: 0' },
    { kind: 'mergeSpellings', column: 'churn_label' },
    { kind: 'scoreOtherLabel', label: 'no' },
    { kind: 'useOtherLabelAsPositive', label: 'no' },
    { kind: 'useAsScore', column: 'y_prob_2' },
  );

  it('is the same, whichever repairs there are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyRepair, { maxLength: 4, selector: JSON.stringify }), async (repairs) => {
        const first = await opened(PERCENT);
        for (const repair of repairs) await first.store.getState().applyRepair(repair);
        first.store.getState().setThreshold(0.31);
        await rest();
        const second = await opened(PERCENT, first.page.hash);
        expect(codes(second.store)).toEqual([]);
        expect(reading(second.store)).toEqual(reading(first.store));
        expect(selectAppliedRepairs(second.store.getState())).toEqual(selectAppliedRepairs(first.store.getState()));
        expect(selectThreshold(second.store.getState())).toBe(0.31);
      }),
      { numRuns: 8 },
    );
  });

  it.each([
    ['fix=divideBy100:nowhere', 'divideBy100:nowhere'],
    ['fix=ignoreColumn:y_prob', 'ignoreColumn:y_prob'],
    ['fix=explode:y_prob', 'explode:y_prob'],
  ])('%s is said to be of no use, and the rest is done', async (fix, value) => {
    const { store } = await opened(PERCENT, `file=own.csv&rows=40&${fix}&fix=divideBy100:y_prob`);
    if (!fix.includes('explode')) expect(store.getState().notices).toMatchObject([{ values: { name: 'fix', value } }]);
    expect(selectAppliedRepairs(store.getState())).toEqual([DIVIDE]);
  });
});

describe('a dropped column', () => {
  it('is neither in the rows nor in their export, and comes back', async () => {
    const { store, page } = await opened(PERCENT);
    const drop = { kind: 'ignoreColumn', column: 'Unnamed: 0' } as const;
    const query = {
      offset: 0,
      limit: 1,
      order: 'file',
      split: null,
      outcome: null,
      threshold: 0,
      rule: '>=',
    } as const;
    await store.getState().applyRepair(drop);
    expect((await store.getState().fetchRows(query))?.rows[0].cells).toEqual(['yes', '40.00', '0.00']);
    await store.getState().saveRows();
    expect(await page.saved[0].blob.text()).toMatch(/^churn_label,y_prob,y_prob_2,cutpoint_score/);
    await store.getState().undoRepair(drop);
    expect((await store.getState().fetchRows(query))?.rows[0].cells).toEqual(['0', 'yes', '40.00', '0.00']);
  });
});

describe('a file whose columns do not tell everything', () => {
  const UNCLEAR = 'name,age,income,y_true\nx1,34,50,0\nx2,45,61,1\nx3,29,30,0\nx4,51,80,1\n';

  it('is asked about, while what is open stays', async () => {
    const { store } = await started();
    const before = store.getState().opened;
    await store.getState().openFiles([csvFile('unclear.csv', UNCLEAR)]);
    expect(store.getState()).toMatchObject({
      opened: before,
      reading: null,
      notices: [],
      asked: { name: 'unclear.csv' },
    });
    store.getState().cancelQuestion();
    expect(store.getState()).toMatchObject({ opened: before, asked: null });
  });

  it('opens once it is told, and again from its own address without being asked', async () => {
    const { store, page } = await started();
    await store.getState().openFiles([csvFile('unclear.csv', UNCLEAR)]);
    await store.getState().answerQuestion('y_true', 'income');
    expect(store.getState().asked).toBeNull();
    expect(reading(store)).toMatchObject({ label: 'y_true', score: 'income', positiveLabel: '1' });
    expect(selectAppliedRepairs(store.getState())).toEqual([]);
    await rest();
    const again = await started(page.hash);
    await again.store.getState().openFiles([csvFile('unclear.csv', UNCLEAR)]);
    expect(again.store.getState().asked).toBeNull();
    expect(reading(again.store)).toEqual(reading(store));
  });

  it('stays a question where the answer cannot be used', async () => {
    const { store } = await started();
    await store.getState().openFiles([csvFile('unclear.csv', UNCLEAR)]);
    await store.getState().answerQuestion('y_true', 'name');
    expect(codes(store)).toEqual(['noRowsKept']);
    expect(store.getState()).toMatchObject({ asked: { name: 'unclear.csv' }, isPreparing: false });
  });

  it('gives way to another file, and is closed then', async () => {
    const env = testEnv();
    const closed: string[] = [];
    const store = createTunerStore({
      ...env,
      io: {
        ...env.io,
        open: async (signal, files, ...rest): Promise<OpenDataset> => {
          const dataset = await env.io.open(signal, files, ...rest);
          return { ...dataset, close: () => void closed.push(files[0].name) };
        },
      },
    });
    await store.getState().openFiles([csvFile('unclear.csv', UNCLEAR)]);
    await store.getState().openFiles([csvFile('empty.csv', '')]);
    expect(store.getState().asked?.name).toBe('unclear.csv');
    await store.getState().openFiles([csvFile('clear.csv', PERCENT)]);
    expect(store.getState().asked).toBeNull();
    expect(store.getState().opened?.name).toBe('clear.csv');
    expect(closed).toEqual(['unclear.csv']);
  });
});
