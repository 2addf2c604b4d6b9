import { describe, expect, it } from 'vitest';
import { keepRows } from '../../../src/core/rows/keptRows.ts';
import { rowsCsv } from '../../../src/io/export/rowsCsv.ts';
import { inferred, inTurn, tableOf } from '../../core/dataset/tables.ts';
import { never, read } from '../read/reading.ts';

const TABLE = tableOf({
  y_true: ['1', '0', '', '1'],
  y_prob: ['0.50', '0.7', '0.9', '0.2'],
  split: ['a', 'a', 'a', 'b'],
  note: ['=1+1', 'x,y', 'skipped', '-3'],
});

const written = async (change: Partial<ReturnType<typeof inferred>>, split: string | null, threshold = 0.5) => {
  const kept = keepRows(TABLE, { ...inferred(TABLE), ...change });
  return (await rowsCsv(never, TABLE, kept, split, { threshold, rule: '>=' })).text();
};

describe('rowsCsv', () => {
  it('writes the kept rows with their decision and its outcome', async () => {
    expect(await written({}, null)).toBe(
      [
        'y_true,y_prob,split,note,cutpoint_score,cutpoint_threshold,cutpoint_rule,cutpoint_prediction,cutpoint_outcome',
        "1,0.50,a,'=1+1,0.5,0.5,>=,1,TP",
        '0,0.7,a,"x,y",0.7,0.5,>=,1,FP',
        '1,0.2,b,-3,0.2,0.5,>=,0,FN',
        '',
      ].join('\r\n'),
    );
  });

  it('writes one split, or nothing of one there is not', async () => {
    expect((await written({}, 'b')).split('\r\n')).toHaveLength(3);
    expect((await written({}, 'c')).split('\r\n')).toHaveLength(2);
    expect((await written({ split: null }, 'all')).split('\r\n')).toHaveLength(5);
  });

  it('writes the threshold that decides about each row', async () => {
    const kept = keepRows(TABLE, inferred(TABLE));
    const thresholds = Float64Array.of(0.6, 0.6, 0.1);
    const text = await (await rowsCsv(never, TABLE, kept, null, { threshold: 0.5, rule: '>=', thresholds })).text();
    expect(text.split('\r\n').map((line) => line.split(',').slice(-4).join())).toEqual([
      'cutpoint_threshold,cutpoint_rule,cutpoint_prediction,cutpoint_outcome',
      '0.6,>=,0,FN',
      '0.6,>=,1,FP',
      '0.1,>=,1,TP',
      '',
    ]);
  });

  it('writes the score as decided on', async () => {
    expect(await written({ scoredLabel: '0' }, 'b', 0.8)).toContain('1,0.2,b,-3,0.8,0.8,>=,1,TP');
  });

  it('keeps clear of columns that are there already', async () => {
    const again = await read(await written({}, null));
    const kept = keepRows(again.dataset, inferred(TABLE));
    const text = await (await rowsCsv(never, again.dataset, kept, null, { threshold: 0.5, rule: '>' })).text();
    expect(text).toContain(
      'cutpoint_outcome,cutpoint_score (2),cutpoint_threshold (2),cutpoint_rule (2),cutpoint_prediction (2),cutpoint_outcome (2)\r\n',
    );
    expect(inferred(again.dataset)).toMatchObject({ label: 'y_true', score: 'y_prob', split: 'split' });
  });

  it('says of each row of several files which one it comes from', async () => {
    const { dataset } = await read({ 'train.csv': 'y_true,y_prob\n1,0.9\n', 'test.csv': 'y_true,y_prob\n0,0.2\n' });
    const threshold = Number.POSITIVE_INFINITY;
    const kept = keepRows(dataset, inferred(dataset));
    const text = await (await rowsCsv(never, dataset, kept, null, { threshold, rule: '>' })).text();
    expect(text.split('\r\n').slice(1, 3)).toEqual([
      '1,0.9,train,0.9,Infinity,>,0,FN',
      '0,0.2,test,0.2,Infinity,>,0,TN',
    ]);
  });

  it('can be stopped', async () => {
    const rows = 100_000;
    const table = tableOf({ y_true: inTurn([0, 1], rows), y_prob: inTurn([0.1, 0.9, 0.5], rows) });
    const controller = new AbortController();
    const writing = rowsCsv(controller.signal, table, keepRows(table, inferred(table)), null, {
      threshold: 0.5,
      rule: '>=',
    });
    controller.abort();
    await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
  });
});
