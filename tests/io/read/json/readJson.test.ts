import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEPTH_LIMIT } from '../../../../src/io/read/json/jsonText.ts';
import { arbitraryTable } from '../arbitraryTable.ts';
import { cellsOf, columnNames, linesOf, problemOf, read } from '../reading.ts';

const tableOf = async (content: Parameters<typeof read>[0]) => {
  const result = await read(content);
  return { names: columnNames(result), cells: cellsOf(result) };
};

const golden = (name: string) => readFileSync(new URL(`../../../golden/${name}`, import.meta.url), 'utf8');

describe('files of other programs', () => {
  it.each(['columns_json.json', 'pandas_default_json.json', 'pandas_split_json.json', 'ndjson.jsonl'])(
    '%s is the table it was written from',
    async (name) => {
      const labels = [0, 1, 0, 1, 1, 0, 0, 1, 0, 0];
      const scores = [0.1, 0.8, 0.35, 0.4, 0.9, 0.95, 0.2, 0.6, 0.6, 0.5];
      expect(await tableOf({ [name]: golden(`json/${name}`) })).toEqual({
        names: ['y_true', 'y_prob'],
        cells: labels.map((label, row) => [String(label), String(scores[row])]),
      });
    },
  );

  it('records are the table of their CSV twin', async () => {
    expect(await tableOf(golden('json/breast_cancer.json'))).toEqual(await tableOf(golden('breast_cancer.csv')));
  });

  it('Trainer.predict gives a column for each logit, and says what it leaves aside', async () => {
    const text = golden('json/trainer_predict.json');
    const { predictions, label_ids: labels } = JSON.parse(text) as { predictions: number[][]; label_ids: number[] };
    const result = await read(text);
    expect(columnNames(result)).toEqual(['predictions[0]', 'predictions[1]', 'label_ids']);
    expect(cellsOf(result).map((row) => row.map(Number))).toEqual(
      predictions.map((pair, row) => [...pair, labels[row]]),
    );
    expect(result.notes.findings[0]).toMatchObject({ code: 'besideTable', values: { names: ['“id2label”'] } });
  });
});

/** Every way to write one table; cells are strings, numbers where they spell one as JSON does. */
const WRITINGS: Readonly<Record<string, (names: readonly string[], cells: readonly (readonly string[])[]) => string>> =
  {
    records: (names, cells) => `[${cells.map((row) => objectOf(names, row)).join(',')}]`,
    'records, one a line': (names, cells) => `[\n${cells.map((row) => objectOf(names, row)).join(',\r\n')}\n]`,
    lines: (names, cells) => cells.map((row) => objectOf(names, row)).join('\n'),
    'objects over several lines': (names, cells) => cells.map((row) => objectOf(names, row, '\n  ')).join('\n'),
    columns: (names, cells) =>
      objectOf(
        names,
        names.map((_, at) => cells.map((row) => row[at])),
        '',
        listOf,
      ),
    'columns of rows': (names, cells) =>
      objectOf(
        names,
        names.map((_, at) => cells.map((row) => row[at])),
        '',
        (column) =>
          objectOf(
            column.map((_, row) => String(row)),
            column,
          ),
      ),
    rows: (names, cells) =>
      objectOf(
        cells.map((_, row) => String(row)),
        cells,
        '',
        (row) => objectOf(names, row),
      ),
    split: (names, cells) => `{"columns":${listOf(names)},"index":[],"data":[${cells.map(listOf).join(', ')}]}`,
    'data before columns': (names, cells) => `{"data":[${cells.map(listOf).join()}],"columns":${listOf(names)}}`,
    table: (names, cells) => `{"schema":{"fields":[]},"data":[${cells.map((row) => objectOf(names, row)).join()}]}`,
    wrapped: (names, cells) => `{"predictions":[${cells.map((row) => objectOf(names, row)).join()}]}`,
    'wrapped twice': (names, cells) => `{"a":{"b":{"columns":${listOf(names)},"data":[${cells.map(listOf).join()}]}}}`,
    lists: (names, cells) => `[${[names, ...cells].map(listOf).join()}]`,
  };

const spelt = (cell: string) => (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(cell) ? cell : JSON.stringify(cell));
const listOf = (cells: readonly string[]) => `[${cells.map(spelt).join(', ')}]`;
function objectOf<T = string>(
  names: readonly string[],
  values: readonly T[],
  gap = '',
  write: (value: T) => string = (value) => spelt(String(value)),
): string {
  return `{${names.map((name, at) => `${gap}${JSON.stringify(name)}: ${write(values[at])}`).join(',')}${gap}}`;
}

describe('any table', () => {
  it.each(Object.keys(WRITINGS))('written as %s is read back', async (way) => {
    await fc.assert(
      fc.asyncProperty(arbitraryTable(), async ({ names, cells }) => {
        // Fewer than two rows say nothing about which way a list of lists is meant.
        const whole = cells.length < 2 ? [...cells, ...cells] : cells;
        const result = await tableOf(WRITINGS[way](names, whole));
        expect(result).toEqual({ names, cells: whole.map((row) => row.map((cell) => cell.trim())) });
      }),
      { numRuns: 40 },
    );
  });

  it.each(['utf-8', 'utf-8 with a mark', 'utf-16', 'windows-1252', 'gzip'])('in %s', async (encoding) => {
    const text = '[{"name":"Zoë à côté","p":0.25},{"name":"naïve","p":0.5}]';
    const bytes: Record<string, Buffer> = {
      'utf-8': Buffer.from(text),
      'utf-8 with a mark': Buffer.from(`\uFEFF${text}`),
      'utf-16': Buffer.from(`\uFEFF${text}`, 'utf16le'),
      'windows-1252': Buffer.from(text, 'latin1'),
      gzip: gzipSync(text),
    };
    expect(await tableOf(new Uint8Array(bytes[encoding]))).toEqual({
      names: ['name', 'p'],
      cells: [
        ['Zoë à côté', '0.25'],
        ['naïve', '0.5'],
      ],
    });
  });
});

describe('cells', () => {
  it('are written as they stand: long whole numbers, zeros and exponents too', async () => {
    const text = '[{"id":12345678901234567890,"p":0.10},{"id":9007199254740993,"p":1e-3}]';
    const { cells } = await tableOf(text);
    expect(cells.map(([id]) => id)).toEqual(['12345678901234567890', '9007199254740993']);
    expect(cells.map(([, p]) => Number(p))).toEqual([0.1, 0.001]);
  });

  it('know what Python writes: NaN, Infinity, null', async () => {
    const { cells } = await tableOf('[{"p":NaN},{"p":-Infinity},{"p":Infinity},{"p":null},{"p":true},{"p":"NaN, x"}]');
    expect(cells.flat()).toEqual(['NaN', '-Infinity', 'Infinity', '', 'true', 'NaN, x']);
  });

  it('are empty where a record lacks the key, before and after it is seen first', async () => {
    const many = Array.from({ length: 200 }, (_, at) => (at === 150 ? { y: at, late: 7 } : { y: at }));
    const { names, cells } = await tableOf(JSON.stringify(many));
    expect(names).toEqual(['y', 'late']);
    expect(cells.map(([, late]) => late)).toEqual(many.map(({ late }) => (late === undefined ? '' : '7')));
  });

  it('may be named like what every object has', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const { names, cells } = await tableOf('[{"__proto__":1,"constructor":0.5},{"__proto__":0,"constructor":0.25}]');
    expect(names).toEqual(['__proto__', 'constructor']);
    expect(cells).toEqual([
      ['1', '0.5'],
      ['0', '0.25'],
    ]);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });
});

describe('rows that are left out', () => {
  it('are counted by reason, with their lines', async () => {
    const result = await read('{"y":1,"p":0.5}\n\n{"y":0,"p":}\n7\n{"y":0,"p":0.25}\n');
    expect(cellsOf(result)).toEqual([
      ['1', '0.5'],
      ['0', '0.25'],
    ]);
    expect(linesOf(result)).toEqual([1, 5]);
    expect(result.notes.blankLines).toBe(1);
    expect(result.notes.skipped.map(({ reason, places }) => [reason, places[0].line])).toEqual([
      ['brokenJson', 3],
      ['noRecord', 4],
    ]);
    expect(result.files[0].rows).toBe(4);
  });

  it('are those of another length in a list of lists', async () => {
    const result = await read('[["y","p"],[1,0.5],[0],[0,0.5,1],[0,0.25]]');
    expect(result.notes.skipped.map(({ reason, count }) => [reason, count])).toEqual([
      ['tooFewFields', 1],
      ['tooManyFields', 1],
    ]);
  });
});

describe('what cannot be used is refused with its place', () => {
  const nested = (depth: number) => `[{"a":${'['.repeat(depth)}${']'.repeat(depth)}}]`;
  it.each<[string, string, string, Record<string, unknown>]>([
    ['cut off in a list', '[{"a":1},\n{"a":2},\n{"a":', 'cutOffJson', { line: 3 }],
    ['cut off in an object', '{"a":[1,2],\n"b":[1,', 'cutOffJson', { line: 2 }],
    ['cut off in a string', '[{"a":"x', 'cutOffJson', { line: 1 }],
    ['a word that is no value', '[{"a":1},\n{"a":oops}]', 'brokenJson', { line: 2, found: 'oops}' }],
    ['a comma too many', '[{"a":1},\n]', 'brokenJson', { line: 2, found: ',' }],
    ['something behind the list', '[{"a":1}]\nx', 'brokenJson', { line: 2, found: 'x' }],
    ['the wrong bracket', '[{"a":1}}', 'brokenJson', { line: 1, found: '}' }],
    ['an empty list', '[]', 'noJsonTable', {}],
    ['no table and no figures', '{"model":"x","f1":{"a":0.8}}', 'noJsonTable', {}],
    ['figures instead of predictions', '{"accuracy":0.9,"f1":{"a":0.8}}', 'metricsTable', {}],
    [
      'figures by class and by slice',
      '{"model":"x","overall":{"accuracy":0.9},"classes":{"cat":{"precision":0.9,"recall":0.8,"support":20},"dog":{"precision":0.7,"recall":0.9,"support":9}},"slices":{"age<30":{"all":{"roc_auc":0.8}}}}',
      'metricsTable',
      {},
    ],
    [
      'columns of two lengths',
      '{"y":[0,1,1],"p":[0.1,0.2]}',
      'unevenJson',
      { longer: 'y', shorter: 'p', most: 3, least: 2 },
    ],
    ['lists deep inside each other', nested(10_000), 'deepJson', { line: 1, limit: DEPTH_LIMIT }],
    ['objects deep inside each other', `${'{"a":'.repeat(10_000)}1`, 'deepJson', { line: 1, limit: DEPTH_LIMIT }],
  ])('%s', async (_, content, code, values) => {
    expect(await problemOf(read(content))).toEqual({ code, values: { file: 'data.csv', ...values } });
  });

  it('reads what is just not too deep', async () => {
    expect((await tableOf(nested(DEPTH_LIMIT - 1))).names).toEqual(['a']);
    expect((await problemOf(read(nested(DEPTH_LIMIT)))).code).toBe('deepJson');
  });

  it('a million keys', async () => {
    const keys = Array.from({ length: 1_000_000 }, (_, at) => `"k${at}":${at}`).join();
    const limit = { code: 'tooManyColumns', values: { file: 'data.csv', count: 1_000_000, limit: 100_000 } };
    expect(await problemOf(read(`[{${keys}}]`))).toEqual(limit);
  });

  it('keys that differ in every record', async () => {
    const lines = Array.from({ length: 40_000 }, (_, at) => `{"k${at}":${at}}`).join('\n');
    expect((await problemOf(read(lines))).code).toBe('tooManyKeys');
  });
});
