import { describe, expect, it } from 'vitest';
import type { OpenDataset } from '../../src/io/io.ts';
import { createTunerStore, type TunerStore } from '../../src/state/store.ts';
import { csvFile, testEnv, testPage } from './testEnv.ts';

const SMALL = 'y_true,y_prob,split\n0,0.1,=1+1\n1,0.8,=1+1\n0,0.4,b\n1,0.35,b\n';

/** A dataset whose long answers come when the test says so, or when it is cancelled or closed, as the worker's do. */
function slow(dataset: OpenDataset): OpenDataset & { answer(): void } {
  const refusals: ((reason: unknown) => void)[] = [];
  let answer = () => {};
  const cancelled = () => Object.assign(new Error('Cancelled'), { name: 'AbortError' });
  const wait = <T>(signal: AbortSignal, work: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      refusals.push(reject);
      signal.addEventListener('abort', () => reject(cancelled()));
      answer = () => resolve(work());
    });
  return {
    ...dataset,
    writeRows: (signal, query) => wait(signal, () => dataset.writeRows(signal, query)),
    fingerprints: (signal) => wait(signal, () => dataset.fingerprints(signal)),
    close: () => {
      for (const refuse of refusals) refuse(cancelled());
    },
    answer: () => answer(),
  };
}

async function opened() {
  const page = testPage();
  const env = testEnv(page);
  const datasets: ReturnType<typeof slow>[] = [];
  const io = {
    ...env.io,
    open: async (...asked: Parameters<typeof env.io.open>) => {
      const dataset = slow(await env.io.open(...asked));
      datasets.push(dataset);
      return dataset;
    },
  };
  const store = createTunerStore({ ...env, io });
  await store.getState().openFiles([csvFile('Q1 2024 (final).csv', SMALL)]);
  return { store, page, datasets };
}

const noticesOf = (store: TunerStore) => store.getState().notices.map(({ code, values }) => ({ code, values }));

describe('writing', () => {
  it('says what is being written until it is, as it was asked for', async () => {
    const { store, page, datasets } = await opened();
    const written = store.getState().saveRows();
    expect(store.getState().writing).toEqual(['Q1-2024-final-predictions.csv']);
    store.getState().setThreshold(0.9);
    datasets[0].answer();
    await written;
    expect(store.getState().writing).toEqual([]);
    expect(page.saved.map(({ name }) => name)).toEqual(['Q1-2024-final-predictions.csv']);
    expect(await page.saved[0].blob.text()).toContain("1,0.8,'=1+1,0.8,0.5,>=,1,TP");
  });

  it('can be cancelled, without a word', async () => {
    const { store, page } = await opened();
    const written = [store.getState().saveRows(), store.getState().saveOperatingPoint()];
    expect(store.getState().writing).toHaveLength(2);
    store.getState().cancelWriting();
    await Promise.all(written);
    expect(store.getState().writing).toEqual([]);
    expect([page.saved, noticesOf(store)]).toEqual([[], []]);
  });

  it('is not dropped in silence when other data is opened', async () => {
    const { store, page } = await opened();
    const written = store.getState().saveOperatingPoint();
    await store.getState().openFiles([csvFile('other.csv', SMALL)]);
    await written;
    expect(page.saved).toEqual([]);
    const file = 'Q1-2024-final-operating-point.json';
    expect(noticesOf(store)).toEqual([{ code: 'exportCancelled', values: { file } }]);
  });
});

describe('copying', () => {
  it('guards what will be pasted', async () => {
    const { store } = await opened();
    const lines = store.getState().metricsText().split('\n');
    expect(lines[1]).toBe("'=1+1\t0.5\t>=\ttp\t1\t\t");
    expect(lines.every((line) => line.split('\t').length === 7)).toBe(true);
  });

  it('keeps the text that the browser did not allow to be copied', async () => {
    const { store, page } = await opened();
    page.copyText = () => Promise.reject(new Error('not allowed'));
    expect(await store.getState().copyText(store.getState().pythonCode())).toBe(false);
    expect(store.getState().refusedText).toContain('df = pd.read_csv("Q1 2024 (final).csv"');
    store.getState().forgetRefusedText();
    expect(store.getState().refusedText).toBeNull();
  });
});
