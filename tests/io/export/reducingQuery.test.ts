import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { scoreMetricsOf } from '../../../src/core/metrics/catalog.ts';
import { roundingErrors } from '../../../src/core/metrics/roundingError.ts';
import type { Prepared } from '../../../src/core/prepare/prepared.ts';
import { confusionAt } from '../../../src/core/scores/confusion.ts';
import { roundedDown } from '../../../src/core/scores/roundDown.ts';
import { buildScoreIndex } from '../../../src/core/scores/scoreIndex.ts';
import { databases, type Reduction, reducingQuery } from '../../../src/io/export/reducingQuery.ts';
import type { DatasetSummary } from '../../../src/io/io.ts';
import { createDatasetSession } from '../../../src/io/worker/datasetSession.ts';

/** What the query makes of a table that DuckDB holds: its rows by column name. */
async function reduced(create: string, reduction: Partial<Reduction>) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(create);
  const query = reducingQuery({
    database: 'duckdb',
    table: 'scored',
    label: 'y_true',
    score: 'y_prob',
    others: [],
    perUnit: null,
    ...reduction,
  });
  const result = await connection.runAndReadAll(query);
  const rows = result.getRowObjectsJS();
  const unreduced = await connection.runAndReadAll('SELECT * FROM scored');
  return { rows, unreduced: unreduced.getRowObjectsJS() };
}

type Row = Readonly<Record<string, unknown>>;

function indexOf(rows: readonly Row[]) {
  const yTrue = Uint8Array.from(rows, ({ y_true }) => Number(y_true));
  const yScore = Float64Array.from(rows, ({ y_prob }) => Number(y_prob));
  return buildScoreIndex(
    yTrue,
    yScore,
    Float64Array.from(rows, ({ row_count }) => Number(row_count ?? 1)),
  );
}

/** Scores that crowd at both ends, many on whole decimals, as 100,000 rows of two splits. */
const SCORED = `CREATE TABLE scored AS
  SELECT CASE WHEN hash(i) % 1000 < 1000 * pow(p, 0.7) THEN 1 ELSE 0 END AS y_true, p AS y_prob,
    CASE WHEN i % 3 = 0 THEN 'test' ELSE 'train' END AS split
  FROM (
    SELECT i, CASE WHEN i % 5 = 0 THEN (i % 101) / 100::DOUBLE ELSE pow((hash(i * 7) % 999983) / 999983::DOUBLE, 2) END AS p
    FROM range(100000) AS r(i)
  )`;

describe('the reducing query in DuckDB', () => {
  it.each([null, 10, 100, 1000])(
    'at 1 / %s answers as the unreduced table, exactly at every multiple',
    async (perUnit) => {
      const { rows, unreduced } = await reduced(SCORED, { perUnit });
      expect(rows.length).toBeLessThan(perUnit === null ? unreduced.length : 2 * perUnit + 3);
      const index = indexOf(rows);
      const truth = indexOf(unreduced);
      for (let units = 0; units <= 1000; units++) {
        const threshold = units / (perUnit ?? 1000);
        expect(confusionAt(index, threshold, '>=')).toEqual(confusionAt(truth, threshold, '>='));
      }
      const before = scoreMetricsOf(truth).values;
      const after = scoreMetricsOf(index).values;
      const errors = roundingErrors(index, perUnit === null ? 0 : 1 / perUnit);
      for (const id of ['rocAuc', 'averagePrecision', 'ksStatistic', 'brierScore', 'logLoss'] as const) {
        const largest = perUnit === null ? 0 : errors[id];
        expect(Math.abs(after[id] - before[id])).toBeLessThanOrEqual(largest + 1e-12);
      }
    },
  );

  it('rounds as the program does, to the last bit', async () => {
    const { rows } = await reduced(
      `CREATE TABLE scored AS SELECT 1 AS y_true, s AS y_prob FROM (
         SELECT (i / 1000::DOUBLE) * (1 + d * 2.220446049250313e-16) AS s
         FROM range(-2000, 2001) AS r(i), (VALUES (-1), (0), (1)) AS v(d))`,
      { perUnit: 1000 },
    );
    const scores = new Set(rows.map(({ y_prob }) => y_prob));
    for (let i = -2000; i <= 2000; i++) {
      for (const step of [-1, 0, 1]) {
        expect(scores).toContain(roundedDown((i / 1000) * (1 + step * Number.EPSILON), 1000) + 0);
      }
    }
  });

  it('keeps splits and models apart, whatever the columns are called', async () => {
    const { rows } = await reduced(
      `CREATE TABLE scored AS SELECT * FROM (VALUES (0, 0.11, 'a', 'x'), (0, 0.19, 'a', 'x'), (0, 0.12, 'b', 'x'), (0, 0.13, 'b', 'y'))
         AS v("y ""true""", "the score", "select", model)`,
      { label: 'y "true"', score: 'the score', others: ['select', 'model'], perUnit: 10 },
    );
    const found = rows.map((row) => [
      row['the score'],
      row.select,
      row.model,
      Number(row.row_count),
      Number(row.score_step),
    ]);
    expect(found.sort()).toEqual([
      [0.1, 'a', 'x', 2, 0.1],
      [0.1, 'b', 'x', 1, 0.1],
      [0.1, 'b', 'y', 1, 0.1],
    ]);
  });

  it('keeps rows without a score as rows without a score', async () => {
    const { rows } = await reduced(
      'CREATE TABLE scored AS SELECT * FROM (VALUES (1, NULL), (1, NULL), (0, 0.5::DOUBLE)) AS v(y_true, y_prob)',
      { perUnit: 100 },
    );
    const found = rows.map(({ y_true, y_prob, row_count }) => [y_true, y_prob, Number(row_count)]);
    expect(found).toEqual(
      expect.arrayContaining([
        [1, null, 2],
        [0, 0.5, 1],
      ]),
    );
  });
});

describe('the result of the reducing query', () => {
  it('opens without a question, its counts as weights, and says what became inexact', async () => {
    const { rows, unreduced } = await reduced(SCORED, { others: ['split'], perUnit: 100 });
    const names = Object.keys(rows[0]);
    const csv = [names, ...rows.map((row) => names.map((name) => row[name]))]
      .map((cells) => cells.join(','))
      .join('\n');
    const ask = createDatasetSession();
    const { signal } = new AbortController();
    const files = [{ name: 'reduced.csv', blob: new Blob([csv]) }];
    const summary = (await ask(signal, { kind: 'open', files }, () => {})) as DatasetSummary;
    expect(summary.question).toBeNull();
    expect(summary.inferred).toMatchObject({ label: 'y_true', score: 'y_prob', split: 'split', weight: 'row_count' });
    const prepared = (await ask(signal, { kind: 'prepare', interpretation: summary.inferred }, () => {})) as Prepared;
    for (const { split, index } of prepared.evaluations) {
      const truth = indexOf(unreduced.filter((row) => row.split === split));
      for (let units = 0; units <= 100; units++) {
        expect(confusionAt(index, units / 100, '>=')).toEqual(confusionAt(truth, units / 100, '>='));
      }
      const said = prepared.findings.find(({ code, values }) => code === 'scoresRoundedDown' && values.split === split);
      const auc = scoreMetricsOf(truth).values.rocAuc;
      expect(said?.values.step).toBe(0.01);
      expect(Math.abs(scoreMetricsOf(index).values.rocAuc - auc)).toBeLessThanOrEqual(Number(said?.values.rocAuc));
    }
  });
});

describe('the reducing query', () => {
  it.each(databases)('in %s cannot be broken out of by a name', (database) => {
    const query = reducingQuery({
      database,
      table: 't',
      label: 'a"; DROP TABLE t; --',
      score: 'b`c\\',
      others: ['line\nbreak'],
      perUnit: 100,
    });
    const quote = ['duckdb', 'postgresql'].includes(database) ? '"' : '`';
    const escaped = ['clickhouse', 'bigquery'].includes(database) ? '\\\\.' : quote + quote;
    const other = escaped.startsWith('\\') ? `[^${quote}\\\\]` : `[^${quote}]`;
    // Outside of comments and quoted names, none of what the names hold is left.
    const bare = query
      .replace(/^--.*$/gm, '')
      .replace(new RegExp(`${quote}(?:${escaped}|${other})*${quote}`, 'gs'), 'name');
    expect(bare).not.toMatch(/DROP|break|[`"\\]/);
  });
});
