import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textAt } from '../../../src/core/dataset/dataset.ts';
import { countSkipped } from '../../../src/core/rows/accounting.ts';
import type { ReadProgress } from '../../../src/io/io.ts';
import { readDataset } from '../../../src/io/read/readDataset.ts';
import { splitNames } from '../../../src/io/read/table.ts';
import { arbitraryTable } from './arbitraryTable.ts';
import { cellsOf, columnNames, fileOf, linesOf, never, problemOf, read } from './reading.ts';

describe('readDataset', () => {
  it('gives back every cell of any table, in whatever dialect it is written', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTable(), fc.boolean(), async (table, hasMark) => {
        const result = await read((hasMark ? '\uFEFF' : '') + table.text);
        expect(columnNames(result)).toEqual(table.names);
        expect(cellsOf(result)).toEqual(table.cells);
        expect(linesOf(result)).toEqual(table.lines);
        expect(result.files[0]).toMatchObject({
          delimiter: table.delimiter,
          hasHeader: true,
          rows: table.cells.length,
        });
        expect(result.notes).toEqual({ skipped: [], blankLines: 0, findings: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('does so across the boundaries of its pieces', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTable({ repeat: 5000 }), async (table) => {
        const result = await read(table.text);
        expect(result.dataset.rowCount).toBe(table.cells.length);
        const { columns } = result.dataset;
        const lines = linesOf(result);
        const wrong = table.cells.findIndex((cells, row) => {
          const isRight = columns.every((column, at) => textAt(column, row) === cells[at]);
          return !isRight || lines[row] !== table.lines[row];
        });
        expect(wrong).toBe(-1);
      }),
      { numRuns: 15 },
    );
  });

  it('keeps rows apart whose newline differs from the header’s', async () => {
    const result = await read('y,p\r\n1,0.1\n0,0.2\n1,0.3\n');
    expect(cellsOf(result)).toEqual([
      ['1', '0.1'],
      ['0', '0.2'],
      ['1', '0.3'],
    ]);
  });

  it('obeys a line that declares the delimiter', async () => {
    const result = await read('sep=;\r\ny;p\r\n1;0,5\r\n0;0,25\r\n');
    expect(columnNames(result)).toEqual(['y', 'p']);
    expect(linesOf(result)).toEqual([3, 4]);
  });

  it('numbers the columns of a file without a header, and says so', async () => {
    const result = await read('0,0.1\n1,0.8\n');
    expect(columnNames(result)).toEqual(['column 1', 'column 2']);
    expect(cellsOf(result)).toHaveLength(2);
    expect(result.files[0].hasHeader).toBe(false);
    const values = { file: 'data.csv' };
    expect(result.notes.findings).toEqual([{ code: 'guessedNoHeader', severity: 'note', values }]);
  });

  it('reads the unnamed index that pandas writes', async () => {
    expect(columnNames(await read(',y,p\n0,1,0.5\n1,0,0.25\n'))).toEqual(['column 1', 'y', 'p']);
  });

  it('says how numbers were spelt where it is not plain', async () => {
    const { notes } = await read('y;p;q\n1;0,5;53 %\n0;0,25;12 %\n');
    expect(notes.findings).toEqual([
      { code: 'decimalCommaColumn', severity: 'note', values: { column: 'p' } },
      { code: 'percentColumn', severity: 'note', values: { column: 'q' } },
    ]);
  });

  it('leaves the prototype of objects alone', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const result = await read('__proto__,constructor,__proto__\n1,2,3\n');
    expect(columnNames(result)).toEqual(['__proto__', 'constructor', '__proto__ (2)']);
    expect(cellsOf(result)).toEqual([['1', '2', '3']]);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });

  it('reads 40,000 columns with one name in a moment', async () => {
    const header = Array(40_000).fill('h').join();
    const result = await read(`${header}\n${Array(40_000).fill('1').join()}\n${Array(40_000).fill('2').join()}\n`);
    expect(result.dataset.columns).toHaveLength(40_000);
    expect(result.dataset.columns[39_999].name).toBe('h (40000)');
  });
});

describe('rows of another shape', () => {
  it('are skipped, counted and placed', async () => {
    const { dataset, notes, files } = await read('y,p\n1,0.5\n1\n0,0.1,9\n\n0,0.2\n1\n');
    expect(dataset.rowCount).toBe(2);
    expect(notes).toEqual({
      blankLines: 1,
      findings: [],
      skipped: [
        {
          reason: 'tooFewFields',
          count: 2,
          places: [
            { file: 'data.csv', line: 3 },
            { file: 'data.csv', line: 7 },
          ],
        },
        { reason: 'tooManyFields', count: 1, places: [{ file: 'data.csv', line: 4 }] },
      ],
    });
    expect(files[0].rows).toBe(5);
  });

  it('name five places at most', async () => {
    const { notes } = await read(`y,p\n1,0.5\n${'1\n'.repeat(9)}`);
    expect(notes.skipped[0].count).toBe(9);
    expect(notes.skipped[0].places.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7]);
  });

  it('are read where every one ends in a delimiter, below the header or in it too', async () => {
    const below = await read('y,p\n1,0.5,\n0,0.1,\n');
    expect([columnNames(below), cellsOf(below)]).toEqual([
      ['y', 'p'],
      [
        ['1', '0.5'],
        ['0', '0.1'],
      ],
    ]);
    const throughout = await read('y,p,\n1,0.5,\n0,0.1,\n');
    expect([columnNames(throughout), cellsOf(throughout)]).toEqual([
      ['y', 'p'],
      [
        ['1', '0.5'],
        ['0', '0.1'],
      ],
    ]);
  });

  it('stay odd where only some end in a delimiter', async () => {
    const { dataset, notes } = await read('y,p\n1,0.5,\n0,0.1\n1,0.4\n');
    expect([dataset.rowCount, notes.skipped[0].reason]).toEqual([2, 'tooManyFields']);
  });

  it('keep an unnamed last column that holds something', async () => {
    expect(columnNames(await read('y,p,\n1,0.5,\n0,0.1,x\n'))).toEqual(['y', 'p', 'column 3']);
  });

  it('are blank lines in a wide table and missing cells in a narrow one', async () => {
    expect((await read('\n\ny,p\n1,0.5\n  \n0,0.1\n\n')).notes.blankLines).toBe(4);
    const narrow = await read('p\n0.5\n\n0.1\n');
    expect([cellsOf(narrow), narrow.notes.blankLines]).toEqual([[['0.5'], [''], ['0.1']], 0]);
  });

  it('never change the sum: every record is a row, skipped, blank, left aside above the table or the header', async () => {
    const line = fc.constantFrom('1,0.5', '0,', ',', '1', '', '  ', 'a,b,c', '0,0.1,', '"x,y",1', '"a\nb",2');
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), async (lines) => {
        const { dataset, notes, files } = await read(`y,p\n1,0.5\n${lines.join('\n')}\n`);
        const { rows, hasHeader } = files[0];
        const above = notes.findings.find(({ code }) => code === 'linesAboveTable')?.values.count ?? 0;
        expect(rows).toBe(dataset.rowCount + countSkipped(notes.skipped));
        expect(rows + notes.blankLines + Number(above) + (hasHeader ? 1 : 0)).toBe(lines.length + 2);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('several files', () => {
  it('become one dataset, with a column that tells them apart', async () => {
    const result = await read({ 'preds_train.csv': 'y,p\n1,0.5\n', 'preds_test.csv': 'p;y\n0.25;0\n0.75;1\n' });
    expect(columnNames(result)).toEqual(['y', 'p', 'file']);
    expect(cellsOf(result)).toEqual([
      ['1', '0.5', 'train'],
      ['0', '0.25', 'test'],
      ['1', '0.75', 'test'],
    ]);
    expect(result.dataset.files).toEqual([
      { name: 'preds_train.csv', firstRow: 0, rowCount: 1 },
      { name: 'preds_test.csv', firstRow: 1, rowCount: 2 },
    ]);
    expect(linesOf(result)).toEqual([2, 2, 3]);
  });

  it('do not overwrite a column that has the same name', async () => {
    expect(columnNames(await read({ 'a.csv': 'y,file\n1,2\n', 'b.csv': 'y,file\n1,2\n' }))).toEqual([
      'y',
      'file',
      'file (2)',
    ]);
  });

  it('must have the same columns', async () => {
    expect(await problemOf(read({ 'a.csv': 'y,p\n1,0.5\n', 'b.csv': 'y,q\n1,0.5\n' }))).toEqual({
      code: 'differentColumns',
      values: { file: 'b.csv', other: 'a.csv', missing: ['p'] },
    });
    expect((await problemOf(read({ 'a.csv': 'y,p\n1,0.5\n', 'b.csv': 'y,p,z\n1,0.5,3\n' }))).values.missing).toEqual([
      'z',
    ]);
  });

  it.each([
    [
      ['train.csv', 'test.csv'],
      ['train', 'test'],
    ],
    [
      ['preds_train.csv.gz', 'preds_valid.csv.gz', 'preds_test.csv.gz'],
      ['train', 'valid', 'test'],
    ],
    [
      ['train-2024.csv', 'test-2024.csv'],
      ['train', 'test'],
    ],
    [
      ['a/b.csv', 'a/b.csv'],
      ['a/b', 'a/b (2)'],
    ],
    [
      ['fold 1.txt', 'fold 2.txt'],
      ['1', '2'],
    ],
    [
      ['preds.csv', 'preds_new.csv'],
      ['preds', 'preds_new'],
    ],
  ])('named %j are told apart as %j', (files, names) => {
    expect(splitNames(files)).toEqual(names);
  });
});

describe('what cannot be read', () => {
  it.each<[string, string, string, Record<string, unknown>]>([
    ['an empty file', '', 'emptyFile', {}],
    ['a byte-order mark alone', '\uFEFF', 'emptyFile', {}],
    ['blank lines alone', '\n\n  \n', 'emptyFile', {}],
    ['a header alone', 'y_true,y_prob\n', 'headerOnly', {}],
    ['a header and blank lines', 'y_true,y_prob\n\n', 'headerOnly', {}],
    ['an unclosed quote', 'y,p\n1,0.5\n0,"0.1\n1,0.3\n', 'unclosedQuote', { line: 3 }],
    ['an unclosed quote in the header', '"y,p\n1,0.5\n', 'unclosedQuote', { line: 1 }],
    ['too many columns', ','.repeat(100_000), 'tooManyColumns', { count: 100_001, limit: 100_000 }],
  ])('%s', async (_, content, code, values) => {
    expect(await problemOf(read(content))).toEqual({ code, values: { file: 'data.csv', ...values } });
  });

  it('is found early in a large file', async () => {
    let furthest = 0;
    const content = `y,p\n1,"0.5\n${'0,0.25\n'.repeat(1_000_000)}`;
    const reading = read(content, ({ bytesRead }) => {
      furthest = bytesRead;
    });
    expect(await problemOf(reading)).toEqual({ code: 'unclosedQuote', values: { file: 'data.csv', line: 2 } });
    expect(furthest).toBeLessThan(3_000_000);
  });
});

describe('reading a large file', () => {
  const large = `y,p\n${'0,0.25\n'.repeat(300_000)}`;

  it('tells how far it has come, in bytes of the files', async () => {
    const steps: ReadProgress[] = [];
    await read({ 'a.csv': large, 'b.csv': 'y,p\n1,0.5\n' }, (progress) => steps.push(progress));
    const bytesTotal = large.length + 'y,p\n1,0.5\n'.length;
    expect(steps.length).toBeGreaterThan(4);
    expect(steps.every((step, at) => at === 0 || step.bytesRead >= steps[at - 1].bytesRead)).toBe(true);
    expect(steps.at(-1)).toMatchObject({ bytesRead: bytesTotal, bytesTotal, rows: 300_001 });
  });

  it('gives way to others, who can stop it', async () => {
    const controller = new AbortController();
    let rows = 0;
    setTimeout(() => controller.abort(), 0);
    const reading = readDataset(controller.signal, [fileOf(large.repeat(5))], (progress) => {
      rows = progress.rows;
    });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(rows).toBeLessThan(1_000_000);
  });

  it('does not begin when it has been stopped before', async () => {
    await expect(readDataset(AbortSignal.abort(), [fileOf(large)], () => {})).rejects.toMatchObject({
      name: 'AbortError',
    });
    await expect(readDataset(never, [fileOf('y,p\n1,0.5\n')], () => {})).resolves.toBeDefined();
  });
});
