import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, it } from 'vitest';
import { writeZip } from '../io/read/zip/writeZip.ts';
import {
  countsAt,
  expectMatrix,
  OWN_CSV,
  OWN_ROWS,
  openFiles,
  openTuner,
  typeThreshold,
  whatWasRead,
} from './tuner.ts';

const RECORDS = OWN_ROWS.map(({ isPositive, score }) => ({ outcome: isPositive ? 1 : 0, p_default: score }));

/** The same rows as Parquet, as DuckDB packs it. */
async function parquet(compression: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
  try {
    const connection = await (await DuckDBInstance.create()).connect();
    const values = RECORDS.map(({ outcome, p_default: p }) => `(${outcome}, ${p}::DOUBLE)`).join();
    const path = join(folder, 'x.parquet');
    const rows = `SELECT * FROM (VALUES ${values}) AS t(outcome, p_default)`;
    await connection.run(`COPY (${rows}) TO '${path}' (FORMAT parquet, COMPRESSION ${compression})`);
    return new Uint8Array(readFileSync(path));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the same rows', () => {
  it.each<[string, () => Promise<string | Uint8Array>]>([
    ['records.json', async () => JSON.stringify(RECORDS)],
    ['lines.jsonl', async () => RECORDS.map((record) => JSON.stringify(record)).join('\n')],
    ['snappy.parquet', () => parquet('snappy')],
    ['zstd.parquet', () => parquet('zstd')],
    ['packed.zip', async () => writeZip([{ name: 'predictions.csv', content: OWN_CSV }])],
  ])('are the same predictions as %s', async (name, contentOf) => {
    const opened = await openTuner();
    const { page } = opened;
    await openFiles(page, { name, text: await contentOf() });
    await whatWasRead(page).getByText(name, { exact: true }).waitFor();
    await typeThreshold(page, '0.5');
    await expectMatrix(page, countsAt(OWN_ROWS, 0.5));
    await opened.expectClean();
    await opened.close();
  });
});
