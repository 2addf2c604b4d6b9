import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { translate } from '../../../src/i18n/translate.ts';
import type { DatasetSummary } from '../../../src/io/io.ts';
import type { RowQuery } from '../../../src/io/rows.ts';
import { openDataset } from '../../../src/io/worker/dataset.ts';
import type { Ask, Request } from '../../../src/io/worker/messages.ts';
import { fileOf, never, problemOf } from '../read/reading.ts';
import { FakeWorker } from './fakeWorker.ts';

const TABLE = 'y_true,y_prob,y_prob_2\n0,0.25,0.5\n1,0.75,0.125\n1,0.5,0.375\n';
const ALL: RowQuery = { offset: 0, limit: 10, order: 'file', split: null, outcome: null, threshold: 0.5, rule: '>=' };

const asks = (kind: Ask['kind']) => (request: Request) => request.kind === 'ask' && request.ask.kind === kind;

/** Opens the table in fake workers that die as told, one list entry a worker. */
function openIn(...deaths: ((request: Request) => boolean)[]) {
  const workers: FakeWorker[] = [];
  const onCrash = vi.fn();
  const start = () => {
    const worker = new FakeWorker(deaths[workers.length]);
    workers.push(worker);
    return worker;
  };
  const open = (signal = never, text = TABLE) => openDataset(start, signal, [fileOf(text)], () => {}, onCrash);
  return { workers, onCrash, open, start };
}

const isAbort = expect.objectContaining({ name: 'AbortError' });

describe('openDataset', () => {
  it('opens, prepares, pages and writes', async () => {
    const { open, workers } = openIn();
    const dataset = await open();
    expect(dataset.summary).toMatchObject({ rowCount: 3, inferred: { label: 'y_true', score: 'y_prob' } });
    const prepared = await dataset.prepare(never, dataset.summary.inferred);
    expect([...prepared.evaluations[0].index.positives.scores]).toEqual([0.5, 0.75]);
    const page = await dataset.rows(never, { ...ALL, outcome: 'tp', order: 'scoreDescending' });
    expect(page).toEqual({
      total: 2,
      rows: [
        {
          row: 1,
          file: 'data.csv',
          line: 3,
          score: 0.75,
          threshold: 0.5,
          isFlagged: true,
          outcome: 'tp',
          cells: ['1', '0.75', '0.125'],
        },
        {
          row: 2,
          file: 'data.csv',
          line: 4,
          score: 0.5,
          threshold: 0.5,
          isFlagged: true,
          outcome: 'tp',
          cells: ['1', '0.5', '0.375'],
        },
      ],
    });
    const csv = await dataset.writeRows(never, { threshold: 0.6, rule: '>=', split: null });
    expect(await csv.text()).toContain('1,0.5,0.375,0.5,0.6,>=,0,FN\r\n');
    expect(await dataset.fingerprints(never)).toEqual([createHash('sha256').update(TABLE).digest('hex')]);
    expect(workers).toHaveLength(1);
  });

  it('tells the progress of reading', async () => {
    const onProgress = vi.fn();
    await openDataset(
      () => new FakeWorker(),
      never,
      [fileOf(TABLE)],
      onProgress,
      () => {},
    );
    expect(onProgress).toHaveBeenLastCalledWith({
      bytesRead: TABLE.length,
      bytesTotal: TABLE.length,
      rows: 3,
      forecast: null,
    });
  });

  it('brings every column of a very wide table, in messages of a thousand at most', async () => {
    const names = Array.from({ length: 2500 }, (_, at) => `x${at}`);
    const zeros = names.map(() => '0').join(',');
    const text = `y_true,y_prob,${names.join(',')}\n1,0.75,${zeros}\n0,0.25,${zeros}\n`;
    const sizes: number[] = [];
    class Watched extends FakeWorker {
      override postMessage(request: Request): void {
        const { onmessage } = this;
        this.onmessage = (event) => {
          if ('columns' in event.data) sizes.push(event.data.columns.length);
          else if (event.data.kind === 'done') sizes.push((event.data.answer as DatasetSummary).columns.length);
          onmessage?.(event);
        };
        super.postMessage(request);
      }
    }
    const ignore = () => {};
    const dataset = await openDataset(() => new Watched(), never, [fileOf(text)], ignore, ignore);
    expect(dataset.summary.columns.map(({ name }) => name)).toEqual(['y_true', 'y_prob', ...names]);
    expect(sizes).toEqual([1000, 1000, 502, 0]);
  });

  it('brings them once where the first worker dies before its answer', async () => {
    const names = Array.from({ length: 1500 }, (_, at) => `x${at}`);
    const zeros = names.map(() => '0').join(',');
    const text = `y_true,y_prob,${names.join(',')}\n1,0.75,${zeros}\n0,0.25,${zeros}\n`;
    let deaths = 0;
    class Dying extends FakeWorker {
      override postMessage(request: Request): void {
        const { onmessage } = this;
        this.onmessage = (event) => {
          if (event.data.kind === 'done' && deaths++ === 0) this.onerror?.({} as ErrorEvent);
          else onmessage?.(event);
        };
        super.postMessage(request);
      }
    }
    const onCrash = vi.fn();
    const dataset = await openDataset(
      () => new Dying(),
      never,
      [fileOf(text)],
      () => {},
      onCrash,
    );
    expect(dataset.summary.columns.map(({ name }) => name)).toEqual(['y_true', 'y_prob', ...names]);
    expect(onCrash).toHaveBeenCalledTimes(1);
  });

  it('rejects with the problem of the file, and leaves no worker behind', async () => {
    const { open, workers } = openIn();
    expect(await problemOf(open(never, 'y_true,y_prob\n'))).toEqual({
      code: 'headerOnly',
      values: { file: 'data.csv' },
    });
    expect(workers[0].isTerminated).toBe(true);
  });

  it('rejects with the problem of an interpretation, and goes on', async () => {
    const dataset = await openIn().open();
    const { inferred } = dataset.summary;
    const none = dataset.prepare(never, { ...inferred, positiveLabel: 'x', negativeLabel: 'y' });
    expect(await problemOf(none)).toEqual({
      code: 'noRowsKept',
      values: { file: 'data.csv', read: 3, reason: translate('skip.otherLabel') },
    });
    expect((await dataset.prepare(never, inferred)).accounting.kept).toBe(3);
  });
});

describe('cancelling', () => {
  it('ends the worker while it opens', async () => {
    const { open, workers } = openIn();
    const controller = new AbortController();
    const opening = open(controller.signal);
    controller.abort();
    await expect(opening).rejects.toEqual(isAbort);
    expect(workers[0].isTerminated).toBe(true);
  });

  it('starts nothing when it came before', async () => {
    const { open, workers } = openIn();
    await expect(open(AbortSignal.abort())).rejects.toEqual(isAbort);
    expect(workers).toHaveLength(0);
  });

  it('lets go of one request only, and tells the worker', async () => {
    const { open, workers } = openIn();
    const dataset = await open();
    const controller = new AbortController();
    const cancelled = dataset.fingerprints(controller.signal);
    const other = dataset.rows(never, ALL);
    controller.abort();
    await expect(cancelled).rejects.toEqual(isAbort);
    expect((await other).total).toBe(3);
    expect(workers[0].asked).toEqual(['open', 'fingerprints', 'rows', 'cancel']);
    expect(workers[0].isTerminated).toBe(false);
  });

  it('of a preparation leaves the rows as the last delivered one sees them', async () => {
    const dataset = await openIn().open();
    const { inferred } = dataset.summary;
    await dataset.prepare(never, inferred);
    const controller = new AbortController();
    const cancelled = dataset.prepare(controller.signal, { ...inferred, score: 'y_prob_2' });
    controller.abort();
    await expect(cancelled).rejects.toEqual(isAbort);
    expect((await dataset.rows(never, ALL)).rows.map(({ score }) => score)).toEqual([0.25, 0.75, 0.5]);
    await dataset.prepare(never, { ...inferred, score: 'y_prob_2' });
    expect((await dataset.rows(never, ALL)).rows.map(({ score }) => score)).toEqual([0.5, 0.125, 0.375]);
  });

  it('comes too late for an answer that is there', async () => {
    const dataset = await openIn().open();
    const controller = new AbortController();
    const page = await dataset.rows(controller.signal, ALL);
    controller.abort();
    expect(page.total).toBe(3);
  });

  it('everything, by closing', async () => {
    const { open, workers } = openIn();
    const dataset = await open();
    const pending = dataset.rows(never, ALL);
    dataset.close();
    await expect(pending).rejects.toEqual(isAbort);
    await expect(dataset.rows(never, ALL)).rejects.toEqual(isAbort);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
  });
});

describe('when the worker dies', () => {
  it('reads the files again in a new one and answers what was asked', async () => {
    const { open, workers, onCrash } = openIn(asks('prepare'));
    const dataset = await open();
    const prepared = await dataset.prepare(never, dataset.summary.inferred);
    expect(prepared.accounting.kept).toBe(3);
    expect(onCrash).toHaveBeenCalledTimes(1);
    expect(workers.map(({ asked }) => asked)).toEqual([
      ['open', 'prepare'],
      ['open', 'prepare'],
    ]);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
  });

  it('shows rows as before, without being told what was prepared', async () => {
    const { open } = openIn(asks('rows'));
    const dataset = await open();
    await dataset.prepare(never, { ...dataset.summary.inferred, score: 'y_prob_2' });
    expect((await dataset.rows(never, ALL)).rows.map(({ score }) => score)).toEqual([0.5, 0.125, 0.375]);
  });

  it('opens in a second one', async () => {
    const { open, workers, onCrash } = openIn(asks('open'));
    expect((await open()).summary.rowCount).toBe(3);
    expect([workers.length, onCrash.mock.calls.length]).toEqual([2, 1]);
  });

  it('gives up an opening that kills two', async () => {
    const { open, workers, onCrash } = openIn(asks('open'), asks('open'));
    expect(await problemOf(open())).toEqual({ code: 'crashed', values: { file: 'data.csv' } });
    expect([workers.length, onCrash.mock.calls.length]).toEqual([2, 1]);
    expect(workers.every(({ isTerminated }) => isTerminated)).toBe(true);
  });

  it('gives up a request that kills two, and is there for the next', async () => {
    const { open, workers } = openIn(asks('fingerprints'), asks('fingerprints'));
    const dataset = await open();
    expect((await problemOf(dataset.fingerprints(never))).code).toBe('crashed');
    expect((await dataset.rows(never, ALL)).total).toBe(3);
    expect(workers.map(({ asked }) => asked)).toEqual([
      ['open', 'fingerprints'],
      ['open', 'fingerprints'],
      ['open', 'rows'],
    ]);
  });

  it('repeats only what nobody has cancelled meanwhile', async () => {
    const { open, workers } = openIn(asks('rows'));
    const dataset = await open();
    const controller = new AbortController();
    const cancelled = dataset.fingerprints(controller.signal);
    const page = dataset.rows(never, ALL);
    controller.abort();
    await expect(cancelled).rejects.toEqual(isAbort);
    expect((await page).total).toBe(3);
    expect(workers[1].asked).toEqual(['open', 'rows']);
  });

  it('while idle, starts another one at the next request', async () => {
    const { open, workers, onCrash } = openIn();
    const dataset = await open();
    workers[0].onerror?.({} as ErrorEvent);
    expect([workers.length, onCrash.mock.calls.length]).toEqual([1, 0]);
    expect((await dataset.rows(never, ALL)).total).toBe(3);
    expect(workers[1].asked).toEqual(['open', 'rows']);
    expect(onCrash).toHaveBeenCalledTimes(1);
  });

  it('and the file has changed since, says so', async () => {
    const { workers, start } = openIn(asks('rows'));
    const file = fileOf(TABLE);
    const nothing = () => {};
    const dataset = await openDataset(start, never, [file], nothing, nothing);
    vi.spyOn(file.blob, 'slice').mockImplementation(() => {
      throw new DOMException('changed', 'NotReadableError');
    });
    const problem = await problemOf(dataset.rows(never, ALL));
    expect(problem).toEqual({ code: 'changedFile', values: { file: 'data.csv' } });
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, true]);
  });
});
