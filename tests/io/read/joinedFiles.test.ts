import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMissingAt, numberAt, textAt } from '../../../src/core/dataset/dataset.ts';
import type { Prepared } from '../../../src/core/prepare/prepared.ts';
import { countSkipped } from '../../../src/core/rows/accounting.ts';
import type { DatasetSummary } from '../../../src/io/io.ts';
import { createDatasetSession } from '../../../src/io/worker/datasetSession.ts';
import { cellsOf, columnNames, fileOf, linesOf, never, problemOf, read } from './reading.ts';

/** Unique ids with a cell each, in any order. */
const rowsById = fc.uniqueArray(
  fc.tuple(fc.constantFrom('007', '7', '8', 'a', 'A', 'b c', '1e3', '1000', '1000.0', 'x', 'NA', ''), fc.nat(9)),
  { selector: ([id]) => id, minLength: 1 },
);

const csv = (header: string, rows: readonly (readonly (string | number)[])[]) =>
  `${header}\n${rows.map((row) => `${row.join(',')}\n`).join('')}`;

async function opened(files: Readonly<Record<string, string>>) {
  const session = createDatasetSession();
  const sources = Object.entries(files).map(([name, content]) => fileOf(content, name));
  const summary = (await session(never, { kind: 'open', files: sources }, () => {})) as DatasetSummary;
  const ask = { kind: 'prepare', interpretation: summary.inferred } as const;
  return { summary, prepared: (await session(never, ask, () => {})) as Prepared };
}

describe('files with different columns', () => {
  it('are joined as a search through every pair of rows would', async () => {
    await fc.assert(
      fc.asyncProperty(rowsById, rowsById, rowsById, async (first, second, third) => {
        const files = {
          'a.csv': csv('id,p', first),
          'b.csv': csv(
            'q,ID',
            second.map(([id, cell]) => [cell, id]),
          ),
          'c.csv': csv('id,r', third),
        };
        const isId = (id: string) => id !== '' && id !== 'NA';
        const expected = first.flatMap(([id, p]) =>
          second.flatMap(([otherId, q]) =>
            third.flatMap(([lastId, r]) =>
              isId(id) && id === otherId && id === lastId ? [[id, String(p), String(q), String(r)]] : [],
            ),
          ),
        );
        if (expected.length === 0) {
          expect((await problemOf(read(files))).code).toBe('noSharedIds');
          return;
        }
        const result = await read(files);
        expect(columnNames(result)).toEqual(['id', 'p', 'q', 'r']);
        expect(cellsOf(result)).toEqual(expected);
        const lineOf = (id: string) => 2 + first.findIndex(([each]) => each === id);
        expect(linesOf(result)).toEqual(expected.map(([id]) => lineOf(id)));
        const rows = first.length + second.length + third.length;
        expect(countSkipped(result.notes.skipped)).toBe(rows - 3 * expected.length);
      }),
      { numRuns: 200 },
    );
  });

  it('say what was joined, and where the rows stand that were not', async () => {
    const { summary, prepared } = await opened({
      'truth.csv': 'id,target\n1,0\n2,1\n3,1\n4,0\n5,1\n',
      'submission.csv': 'id,score\n5,0.9\n4,0.2\n9,0.5\n2,0.7\n1,0.1\n',
    });
    expect(summary.columns.map(({ name }) => name)).toEqual(['id', 'target', 'score']);
    expect(prepared.interpretation).toMatchObject({ label: 'target', score: 'score', split: null });
    const { read: count, kept, skipped, keptByFile } = prepared.accounting;
    expect({ count, kept, keptByFile }).toEqual({ count: 6, kept: 4, keptByFile: [4, 4] });
    const places = [
      { file: 'truth.csv', line: 4 },
      { file: 'submission.csv', line: 4 },
    ];
    expect(skipped).toEqual([{ reason: 'notJoined', count: 2, places }]);
    expect(prepared.findings).toContainEqual({
      code: 'joinedFiles',
      severity: 'note',
      values: { files: ['“truth.csv”', '“submission.csv”'], column: 'id', count: 4 },
    });
  });

  it('keep cells that are no numbers, and how numbers are written', async () => {
    const rows = Array.from({ length: 6000 }, (_, at) => at);
    const result = await read({
      'a.csv': csv(
        'case_id;y',
        rows.map((at) => [`0${at};${at % 2}`]),
      ),
      'b.csv': csv(
        'case_id;p',
        rows.toReversed().map((at) => [`0${at};${at === 7 ? 'high' : `0,${10_000 + at}`}`]),
      ),
    });
    const [id, , p] = result.dataset.columns;
    expect([textAt(id, 5999), p.kind, p.kind === 'number' && p.spelling]).toEqual(['05999', 'number', 'decimalComma']);
    expect(rows.every((at) => at === 7 || numberAt(p, at) === Number(`0.${10_000 + at}`))).toBe(true);
    expect([textAt(p, 7), isMissingAt(p, 7)]).toEqual(['high', false]);
  });

  it('are joined by the id that most rows have, where there are several', async () => {
    const result = await read({
      'a.csv': 'user_id,row_id,y\n1,a,0\n1,b,1\n2,c,1\n',
      'b.csv': 'row_id,user_id,p\nc,2,0.5\na,1,0.1\nb,1,0.2\n',
    });
    expect(result.join?.column).toBe('row_id');
    expect(columnNames(result)).toEqual(['user_id', 'row_id', 'y', 'p']);
  });

  it.each<[string, Record<string, string>, string, Record<string, unknown>]>([
    [
      'without an id in both',
      { 'a.csv': 'id,y\n1,0\n', 'b.csv': 'p\n0.5\n' },
      'differentColumns',
      { file: 'b.csv', other: 'a.csv', missing: ['id', 'y'] },
    ],
    [
      'with ids of other names',
      { 'a.csv': 'user_id,y\n1,0\n', 'b.csv': 'row_id,p\n1,0.5\n' },
      'differentColumns',
      { file: 'b.csv', other: 'a.csv', missing: ['user_id', 'y'] },
    ],
    [
      'without an id of both',
      { 'a.csv': 'id,y\n1,0\n', 'b.csv': 'id,p\n2,0.5\n' },
      'noSharedIds',
      { file: 'a.csv', other: 'b.csv', column: 'id' },
    ],
    [
      'with ids that come again',
      { 'a.csv': 'id,y\n1,0\n2,1\n', 'b.csv': 'id,p\n2,0.5\n1,0.3\n2,0.4\n' },
      'repeatedIds',
      { file: 'b.csv', column: 'id', id: '2' },
    ],
  ])('%s are refused', async (_, files, code, values) => {
    expect(await problemOf(read(files))).toEqual({ code, values });
  });

  it('are joined by a million ids', async () => {
    const count = 1_000_000;
    const lines = (name: string, cell: (at: number) => number, step: number) => {
      const parts = [`id,${name}\n`];
      for (let at = 0; at < count; at++) parts.push(`u${(at * step) % count},${cell((at * step) % count)}\n`);
      return parts.join('');
    };
    const result = await read({ 'a.csv': lines('y', (at) => at % 2, 1), 'b.csv': lines('p', (at) => at / count, 7) });
    const { rowCount, columns } = result.dataset;
    expect(rowCount).toBe(count);
    const wrong = Array.from({ length: count }, (_, at) => at).findIndex(
      (at) => numberAt(columns[2], at) !== at / count,
    );
    expect(wrong).toBe(-1);
  });
});

describe('files with the same columns', () => {
  const MODEL = 'id,y,score\n1,0,0.25\n2,1,0.75\n3,1,0.5\n4,0,0.125\n';
  const columnsOf = async (files: Record<string, string>) => columnNames(await read(files));

  it('become two models where they have the same ids and labels', async () => {
    const { summary, prepared } = await opened({
      'preds_modelA.csv': MODEL,
      'preds_modelB.csv': 'y,score,id\n0,0.3,4\n1,0.6,3\n1,0.7,2\n0,0.2,1\n',
    });
    expect(summary.columns.map(({ name }) => name)).toEqual(['id', 'y', 'score (modelA)', 'score (modelB)']);
    expect(prepared.interpretation).toMatchObject({ label: 'y', score: 'score (modelA)', split: null });
    expect(prepared.accounting.kept).toBe(4);
  });

  it('become truth and prediction where one holds classes and the other scores', async () => {
    const { prepared } = await opened({
      'solution.csv': 'id,target\n1,0\n2,1\n3,1\n4,0\n',
      'submission.csv': 'id,target\n4,0.3\n3,0.6\n2,0.7\n1,0.2\n',
    });
    expect(prepared.interpretation).toMatchObject({ label: 'target (solution)', score: 'target (submission)' });
    expect(prepared.evaluations[0].rows).toBe(4);
  });

  it.each<[string, string]>([
    ['with other ids', 'id,y,score\n5,0,0.3\n6,1,0.6\n7,1,0.7\n8,0,0.2\n'],
    ['with other labels', 'id,y,score\n1,1,0.3\n2,0,0.6\n3,1,0.7\n4,0,0.2\n'],
    ['with ids that come again', 'id,y,score\n1,0,0.3\n2,1,0.6\n3,1,0.7\n3,1,0.2\n'],
    ['with less than half of the ids', 'id,y,score\n1,0,0.3\n6,1,0.6\n7,1,0.7\n8,0,0.2\n'],
    ['that is the same file once more', MODEL],
    ['that is three times as long', `${MODEL}${Array.from({ length: 8 }, (_, at) => `${at + 5},1,0.5\n`).join('')}`],
  ])('stay one behind the other: a file %s', async (_, other) => {
    expect(await columnsOf({ 'train.csv': MODEL, 'test.csv': other })).toEqual(['id', 'y', 'score', 'file']);
  });
});
