import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDataset } from '../../../../src/io/read/readDataset.ts';
import { arbitraryTable } from '../arbitraryTable.ts';
import { cellsOf, columnNames, fileOf, linesOf, never, problemOf, read } from '../reading.ts';

type Columns = Parameters<typeof parquetWriteBuffer>[0]['columnData'];
const written = (columnData: Columns, rowGroupSize = 5) =>
  new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize }));

describe('any table', () => {
  it('is read back cell by cell', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTable(), async ({ names, cells }) => {
        const columns = names.map((name, at) => ({ name, data: cells.map((row) => row[at]), type: 'STRING' as const }));
        const result = await read(written(columns));
        expect(columnNames(result)).toEqual(names);
        expect(cellsOf(result)).toEqual(cells.map((row) => row.map((cell) => cell.trim())));
        expect(linesOf(result)).toEqual(cells.map((_, row) => row + 1));
      }),
      { numRuns: 30 },
    );
  });

  it('keeps every double, as few different values or as many', async () => {
    const double = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    await fc.assert(
      fc.asyncProperty(fc.array(double, { minLength: 1, maxLength: 40 }), async (data) => {
        const few = await read(written([{ name: 'p', data, type: 'DOUBLE' }]));
        expect(cellsOf(few).map(([cell]) => Number(cell))).toEqual(data);
        const many = Array.from({ length: 6000 }, (_, at) => at / 7).concat(data);
        const long = await read(written([{ name: 'p', data: many, type: 'DOUBLE' }], 1000));
        expect(long.dataset.columns[0].kind).toBe('number');
        expect(cellsOf(long).map(([cell]) => Number(cell))).toEqual(many);
      }),
      { numRuns: 10 },
    );
  });

  it('in gzip too', async () => {
    const packed = gzipSync(written([{ name: 'p', data: [0.25, 0.5], type: 'DOUBLE' }]));
    expect(cellsOf(await read(new Uint8Array(packed)))).toEqual([['0.25'], ['0.5']]);
  });
});

describe('columns by their type', () => {
  it('missing values are empty cells, long whole numbers keep their digits', async () => {
    const result = await read(
      written([
        { name: 'id', data: [12345678901234567n, 2n, null], type: 'INT64' },
        { name: 'y', data: [true, false, null], type: 'BOOLEAN' },
        { name: 'p', data: [Number.NaN, 0.5, null], type: 'DOUBLE' },
        { name: 'f', data: [0.1, 1, null], type: 'FLOAT' },
      ]),
    );
    expect(cellsOf(result)).toEqual([
      ['12345678901234567', 'true', 'NaN', String(Math.fround(0.1))],
      ['2', 'false', '0.5', '1'],
      ['', '', '', ''],
    ]);
  });
});

describe('files that DuckDB writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
  let run: (sql: string) => Promise<Uint8Array<ArrayBuffer>>;
  beforeAll(async () => {
    const connection = await (await DuckDBInstance.create()).connect();
    run = async (sql) => {
      const path = join(folder, 'x.parquet');
      await connection.run(sql.replace('$path', path));
      return new Uint8Array(readFileSync(path));
    };
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4_raw'])('are read, packed by %s', async (codec) => {
    const rows = "SELECT range AS id, range % 2 AS y, range / 4000 AS p, 'name ' || range AS name FROM range(4000)";
    const bytes = await run(`COPY (${rows}) TO '$path' (FORMAT parquet, COMPRESSION ${codec}, ROW_GROUP_SIZE 2048)`);
    const result = await read(bytes);
    expect(columnNames(result)).toEqual(['id', 'y', 'p', 'name']);
    expect(cellsOf(result)).toEqual(
      Array.from({ length: 4000 }, (_, at) => [String(at), String(at % 2), String(at / 4000), `name ${at}`]),
    );
  });

  it('have all types of DuckDB', async () => {
    const bytes = await run(`COPY (SELECT 12.34::DECIMAL(9,2) AS d, DATE '2026-01-31' AS day,
      TIMESTAMP '2026-01-31 12:30:00.25' AS t, 18446744073709551615::UBIGINT AS u, 3::TINYINT AS i,
      [0.25, 0.75] AS v, {'no': 0.25, 'yes': 0.75} AS s, MAP {'a': 1, 'b': 2} AS m, NULL::INTEGER AS n,
      [{'label': 'no', 'prob': 0.25}, {'label': 'yes', 'prob': 0.75}] AS probs) TO '$path' (FORMAT parquet)`);
    const result = await read(bytes);
    const [row] = cellsOf(result);
    expect(Object.fromEntries(columnNames(result).map((name, at) => [name, row[at]]))).toEqual({
      d: '12.34',
      day: '2026-01-31',
      t: '2026-01-31 12:30:00.25',
      u: '18446744073709551615',
      i: '3',
      'v[0]': '0.25',
      'v[1]': '0.75',
      's.no': '0.25',
      's.yes': '0.75',
      'm.a': '1',
      'm.b': '2',
      n: '',
      'probs.no': '0.25',
      'probs.yes': '0.75',
    });
  });
});

describe('what cannot be used is refused', () => {
  const good = written([{ name: 'p', data: [0.25, 0.5, 0.75], type: 'DOUBLE' }]);
  const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['cut off', good.slice(0, -20), 'brokenParquet'],
    ['cut in the middle', new Uint8Array([...good.slice(0, 20), ...good.slice(40)]), 'brokenParquet'],
    ['nothing but its mark', new Uint8Array(Buffer.from('PAR1')), 'brokenParquet'],
    ['encrypted', new Uint8Array(Buffer.from(`PARE${latin(good).slice(4, -4)}PARE`, 'latin1')), 'binaryFile'],
    ['no rows', written([{ name: 'p', data: [], type: 'DOUBLE' }]), 'headerOnly'],
  ])('%s', async (_, content, code) => {
    expect((await problemOf(read(content))).code).toBe(code);
  });

  it('more rows than fit, before they are read', async () => {
    const file = fileOf(written([{ name: 'p', data: Array(1000).fill(0.5), type: 'DOUBLE' }]));
    const limited = (rows: number) => readDataset(never, [file], () => {}, { rows, bytes: 1e9 });
    expect((await limited(1000)).dataset.rowCount).toBe(1000);
    expect(await problemOf(limited(999))).toMatchObject({ code: 'tooManyRows', values: { count: 1000, limit: 999 } });
  });
});
