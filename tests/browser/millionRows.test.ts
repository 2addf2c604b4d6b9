import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { Differences, RANKING_NAMES, SWEEP_NAMES } from '../core/goldenNames.ts';
import { millionRows, millionRowsGolden } from '../golden/millionRows.ts';
import { numberOf } from '../golden/readGolden.ts';
import {
  button,
  csvCells,
  downloadBy,
  drawn,
  eventually,
  exactThreshold,
  expectMatrix,
  exportAs,
  openFiles,
  openTuner,
  typeThreshold,
  whatWasRead,
} from './tuner.ts';

const golden = millionRowsGolden();

/** Every metric of the page at the present threshold, as it exports them. */
async function exportedMetrics(page: Page): Promise<ReadonlyMap<string, number>> {
  const { text } = await downloadBy(page, () => exportAs(page, 'Metrics (CSV)'));
  const [columns, ...rows] = csvCells(text);
  const cell = (row: readonly string[], column: string) => row[columns.indexOf(column)];
  return new Map(rows.map((row) => [cell(row, 'metric'), Number(cell(row, 'value'))]));
}

it('a million rows read in the browser give the numbers of scikit-learn', async () => {
  const opened = await openTuner();
  const { page } = opened;
  const { csv } = millionRows();
  await openFiles(page, { name: 'million.csv', text: csv });
  await eventually(() => whatWasRead(page).textContent()).toContain('1,000,000 rows read, 0 skipped');
  await drawn(page);

  const differences = new Differences();
  for (const [row, threshold] of golden.sweep.threshold.entries()) {
    const expected = (name: string) => golden.sweep[name][row];
    await typeThreshold(page, String(threshold));
    await expectMatrix(page, { tp: expected('tp'), fp: expected('fp'), fn: expected('fn'), tn: expected('tn') });
    const metrics = await exportedMetrics(page);
    const compare = (id: string, value: number) =>
      differences.compare(`${id} at ${threshold}`, metrics.get(id) ?? Number.NaN, value);
    for (const [id, name] of Object.entries(SWEEP_NAMES)) compare(id, expected(name));
    for (const [id, name] of Object.entries(RANKING_NAMES)) compare(id, numberOf(golden.ranking[name]));
  }
  expect(differences.found).toEqual([]);

  await button(page, /^Best F1: /).click();
  await eventually(() => exactThreshold(page)).toBe(golden.optima.max_f1.thresholds[0]);
  await opened.expectClean();
});
