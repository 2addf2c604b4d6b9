import { describe, expect, it } from 'vitest';
import { bytesHeld } from '../../../src/core/dataset/bytesHeld.ts';
import type { ReadForecast, SourceFile } from '../../../src/io/io.ts';
import { Forecaster, limitsOf } from '../../../src/io/read/forecast.ts';
import { readDataset } from '../../../src/io/read/readDataset.ts';
import { Table } from '../../../src/io/read/table.ts';
import { fileOf, never, problemOf } from './reading.ts';
import { digitsOf, virtualFile } from './virtualFile.ts';

const scores = (rowCount: number) =>
  virtualFile('y_true,y_prob', rowCount, (row) => `${digitsOf(row, 1) < '5' ? 0 : 1},0.${digitsOf(row, 9)}`);

const NONE = { rows: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };

/** The forecasts made while files are read, each once. */
async function forecastsOf(files: readonly SourceFile[], limits = NONE) {
  const forecasts: ReadForecast[] = [];
  const result = await readDataset(
    never,
    files,
    ({ forecast }) => {
      if (forecast !== null && forecast !== forecasts.at(-1)) forecasts.push(forecast);
    },
    limits,
  );
  return { forecasts, result };
}

describe('a file that is too large', () => {
  it('is refused when little of it was read, with what it would need', async () => {
    const file = scores(500_000_000);
    const { code, values } = await problemOf(readDataset(never, [file], () => {}, limitsOf(8)));
    expect([code, values.file, values.available]).toEqual(['needsMoreMemory', 'huge.csv', '4.3\u00a0GB']);
    expect(values.needed).toMatch(/^2\d(\.\d)?\u00a0GB$/);
    expect(Number(values.rows) / 500_000_000).toBeCloseTo(1, 1);
    expect(file.bytesRead()).toBeLessThan(3_000_000);
  });

  it('is refused for its rows, where memory is no matter', async () => {
    const file = scores(2 ** 31);
    const limits = { ...limitsOf(undefined), bytes: Number.POSITIVE_INFINITY };
    const { code, values } = await problemOf(readDataset(never, [file], () => {}, limits));
    expect([code, values.limit]).toEqual(['tooManyRows', 2 ** 30]);
    expect(file.bytesRead()).toBeLessThan(3_000_000);
  });

  it('is refused while it is read, where its beginning promised less', async () => {
    const tail = (row: number) =>
      `${digitsOf(row, 8)}${digitsOf(row + 1, 8)} is what somebody wrote about case ${digitsOf(row, 8)}`;
    const rowOf = (row: number) => `1,0.5,${row < 20_000 ? '-'.padEnd(tail(0).length, ' ') : tail(row)}`;
    const file = virtualFile('y_true,y_prob,note', 1_000_000, rowOf);
    const limits = { ...NONE, bytes: 60_000_000 };
    const { code, values } = await problemOf(readDataset(never, [file], () => {}, limits));
    expect([code, values.available]).toEqual(['needsMoreMemory', '60\u00a0MB']);
    // A note takes its 52 characters: with what preparing takes, 60 MB are full after some 600,000 rows of 59 bytes.
    expect(file.bytesRead()).toBeLessThan(45_000_000);
  });
});

describe('the forecast', () => {
  const actual = ({ result }: Awaited<ReturnType<typeof forecastsOf>>) =>
    bytesHeld(result.dataset) + 38 * result.dataset.rowCount;

  it.each<[string, SourceFile]>([
    ['scores', scores(300_000)],
    ['numbers with commas', virtualFile('y;p', 300_000, (row) => `${row % 2};0,${digitsOf(row, 9)}`)],
    ['whole numbers', virtualFile('id,y,p', 200_000, (row) => `${1e6 + row},${row % 2},0.${digitsOf(row, 9)}`)],
    ['a few values', virtualFile('y,p', 500_000, (row) => `${row % 2},0.${digitsOf(row, 2)}`)],
    ['names', virtualFile('name,y,p', 400_000, (row) => `customer ${1e6 + row},${row % 2},0.${digitsOf(row, 9)}`)],
  ])('comes near what %s take in the end', async (_, file) => {
    const read = await forecastsOf([file]);
    const { rowCount } = read.result.dataset;
    expect(read.forecasts.length).toBeGreaterThan(1);
    for (const { rows, bytes } of read.forecasts) {
      expect(rows / rowCount).toBeGreaterThan(0.8);
      expect(rows / rowCount).toBeLessThan(1.2);
      expect(bytes / actual(read)).toBeGreaterThan(0.8);
      expect(bytes / actual(read)).toBeLessThan(1.6);
    }
  });

  it('counts all files that are read together', async () => {
    const { forecasts, result } = await forecastsOf([scores(100_000), scores(100_000)]);
    expect(result.dataset.rowCount).toBe(200_000);
    for (const { rows } of forecasts) expect(Math.abs(rows / 200_000 - 1)).toBeLessThan(0.2);
  });

  it('goes by how far the file grew so far, whatever a row takes of it', () => {
    const table = new Table();
    table.startFile('packed.csv.gz', ['y', 'p']);
    const forecaster = new Forecaster('packed.csv.gz', 8_000_000, NONE);
    let row = 0;
    const takeIn = (count: number) => {
      const rows = Array.from({ length: count }, () => row++);
      const records = rows.map((at) => [String(at % 2), `0.${digitsOf(at, 9)}`]);
      table.add(records, rows);
    };
    const forecasts: (number | undefined)[] = [];
    for (let step = 1; step <= 8; step++) {
      forecasts.push(forecaster.update(step * 1_000_000, table)?.rows);
      takeIn(step <= 2 ? 30_000 : 10_000);
      forecaster.update(step * 1_000_000, table);
    }
    // Made when 1, 2 and 4 of 8 MB are known.
    expect(forecasts).toEqual([undefined, 240_000, 240_000, 240_000, 160_000, 160_000, 160_000, 160_000]);
  });

  it('is made when many rows are known, however few bytes they take', () => {
    const table = new Table();
    table.startFile('packed.csv.gz', ['y', 'p']);
    const forecaster = new Forecaster('packed.csv.gz', 100_000, NONE);
    const rows = Array.from({ length: 60_000 }, (_, row) => row);
    const records = rows.map((at) => [String(at % 2), '0.5']);
    table.add(records, rows);
    expect(forecaster.update(20_000, table)).toBeNull();
    expect(forecaster.update(30_000, table)?.rows).toBe(300_000);
  });

  it('is not made for a file that is read in a moment', async () => {
    const { forecasts } = await forecastsOf([fileOf('y,p\n1,0.5\n0,0.25\n')], { rows: 10, bytes: 10 });
    expect(forecasts).toEqual([]);
  });
});

it('takes half of the memory there is, and that of a small computer where nobody says', () => {
  expect(limitsOf(8)).toEqual({ rows: 2 ** 30, bytes: 4 * 2 ** 30 });
  expect(limitsOf(0.5).bytes).toBe(2 ** 28);
  expect(limitsOf(undefined).bytes).toBe(2 ** 31);
});
