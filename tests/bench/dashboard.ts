import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser/launchBrowser.mjs';
import { type Site, serveAsStarted } from '../browser/serve.mjs';
import { drag } from './drag.ts';
import { pythonTimes } from './python.ts';
import type { Line } from './run.ts';
import { predictionsCsv } from './table.ts';

const ROUNDS = 5;
const MILLION = 1_000_000;
const SIZES = [
  ['1,000 rows', 1000],
  ['1 M rows', MILLION],
  ['10 M rows', 10 * MILLION],
] as const;
/** The chunks of the charts; the panels of questions beside them are no charts. */
const CHART_CHUNKS =
  /(Automation|DecisionCurve|Gain|Goal|Ks|Lift|PrecisionRecall|Reliability|Roc|ScoresByClass|ThresholdSweep)Panel-[^/]*\.js$/;
/** Ten million rows on a slow machine. */
const PATIENCE_MS = 180_000;
const LATE_FRAMES = { atMost: 1 };
const LATE_FRAMES_THROTTLED = { atMost: 5 };

type FileOf = (rows: number) => Promise<string>;

/** The built page in a real browser: from a file to the dashboard. */
export const openingLines = () => withPage(measureOpening);

/** The built page in a real browser: five seconds of dragging at several sizes. */
export const draggingLines = () => withPage(measureDragging);

export async function withPage(
  measure: (browser: Browser, site: Site, fileOf: FileOf) => Promise<Line[]>,
): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const browser = await launchBrowser();
  const site = await serveAsStarted();
  try {
    return await measure(browser, site, async (rows) => {
      const path = join(folder, `${rows}.csv`);
      await writeFile(path, predictionsCsv(rows));
      return path;
    });
  } finally {
    await browser.close();
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureOpening(browser: Browser, site: Site, fileOf: FileOf): Promise<Line[]> {
  const csv = await fileOf(MILLION);
  const papa = await readFile(createRequire(import.meta.url).resolve('papaparse/papaparse.min.js'), 'utf8');
  const page = await newPage(browser, site);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Runtime.evaluate', { expression: papa });

  const opened: number[] = [];
  const counted: number[] = [];
  const parsed: number[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    const { numbers, charts } = await millisecondsToDashboard(page, csv);
    const millisecondsToParse = await millisecondsOfPapaParse(page, csv);
    if (round < 0) continue;
    opened.push(charts);
    counted.push(numbers);
    parsed.push(millisecondsToParse);
  }
  await page.context().close();

  const ours = median(opened);
  const python = pythonTimes(csv, ROUNDS);
  const lines: Line[] = [
    { what: 'from choosing a file of 1 M rows to its numbers', value: median(counted), unit: 'ms' },
    { what: 'from choosing a file of 1 M rows to the dashboard with all its charts', value: ours, unit: 'ms' },
    {
      what: 'PapaParse alone, file to arrays / file to numbers, 1 M rows, same browser',
      value: median(parsed) / median(counted),
    },
    {
      what: 'PapaParse alone, file to arrays / file to dashboard, 1 M rows, same browser',
      value: median(parsed) / ours,
      atLeast: 1,
    },
  ];
  if (python === null) return lines;
  return [
    ...lines,
    {
      what: 'pandas and scikit-learn, file to the same numbers / file to dashboard, 1 M rows',
      value: (python.read + python.examine + python.measure) / ours,
      atLeast: 2,
    },
  ];
}

async function measureDragging(browser: Browser, site: Site, fileOf: FileOf): Promise<Line[]> {
  const lines: Line[] = [];
  const scripts: number[] = [];
  for (const [name, rows] of SIZES) {
    const path = await fileOf(rows);
    const whole = await draggedOnce(browser, site, path, true, 1);
    const throttled = await draggedOnce(browser, site, path, true, 6);
    const withoutCharts = await draggedOnce(browser, site, path, false, 1);
    scripts.push(whole.scriptPerMove);
    lines.push(
      { what: `frames over 20 ms in a drag, ${name}`, value: whole.lateFrames, unit: '%', ...LATE_FRAMES },
      {
        what: `frames over 20 ms in a drag, ${name}, CPU slowed down 6 times`,
        value: throttled.lateFrames,
        unit: '%',
        ...LATE_FRAMES_THROTTLED,
      },
      {
        what: `script for a move / the same page without charts, ${name}`,
        value: whole.scriptPerMove / withoutCharts.scriptPerMove,
        atMost: 2,
      },
    );
  }
  const [first] = scripts;
  const last = scripts[scripts.length - 1];
  return [
    ...lines,
    { what: `script for a move, ${SIZES.at(-1)?.[0]} / ${SIZES[0][0]}`, value: last / first, atMost: 2 },
  ];
}

/** One drag after one to warm up, in a page of its own. */
async function draggedOnce(browser: Browser, site: Site, path: string, hasCharts: boolean, slowDown: number) {
  const page = await newPage(browser, site, hasCharts);
  try {
    await millisecondsToDashboard(page, path, hasCharts);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
    await drag(page, devtools);
    return await drag(page, devtools);
  } finally {
    await page.context().close();
  }
}

export async function newPage(browser: Browser, site: Site, hasCharts = true): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  // Without its chunk a chart gives way to a sentence; the rest of the page is the same.
  if (!hasCharts) await page.route(CHART_CHUNKS, (route) => route.abort());
  await page.goto(site.url);
  await page.getByRole('table', { name: 'Confusion matrix' }).waitFor();
  return page;
}

/** From giving the file to the page until its numbers, and then every chart of it, are on the screen, on the page's own clock. */
export async function millisecondsToDashboard(page: Page, path: string, hasCharts = true) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  // Another file first, so that neither the name nor the curves are there already.
  await page.getByRole('button', { name: 'Samples' }).click();
  await page.getByRole('menuitem').first().click();
  await page.getByText('streamlit-demo.csv', { exact: true }).waitFor();
  if (hasCharts) await page.getByRole('slider', { name: 'Marker on Scores by class' }).waitFor();
  // Looked at before each frame: what waits in the driver looks only every now and then.
  const watch = await page.evaluateHandle(
    ([wanted, isDrawn, patience]) => {
      // Methods, as in the drag.
      const watcher = {
        before: new Map<string, string>(),
        start: Number.NaN,
        numbers: Number.NaN,
        missing: [] as readonly string[],
        curves() {
          const drawn = Array.from(document.querySelectorAll('figure.chart'), (figure): [string, string] => [
            figure.querySelector('h2')?.textContent ?? '',
            Array.from(figure.querySelectorAll('.plotLine path, .plotArea path'), (path) =>
              path.getAttribute('d'),
            ).join(),
          ]);
          return new Map(drawn.filter(([, curves]) => curves !== ''));
        },
        isThere() {
          const names = Array.from(document.querySelectorAll('.contextLine strong'), (part) => part.textContent);
          if (!names.includes(wanted)) return false;
          if (Number.isNaN(watcher.numbers)) watcher.numbers = performance.now() - watcher.start;
          if (!isDrawn) return true;
          const now = watcher.curves();
          watcher.missing = [...watcher.before].flatMap(([chart, curves]) =>
            now.has(chart) && now.get(chart) !== curves ? [] : [chart],
          );
          return watcher.missing.length === 0;
        },
        begin() {
          watcher.start = performance.now();
          watcher.before = watcher.curves();
          watcher.look();
        },
        look() {
          requestAnimationFrame(watcher.isThere() ? watcher.end : watcher.look);
        },
        end() {},
      };
      const done = new Promise<{ numbers: number; charts: number }>((resolve, reject) => {
        watcher.end = () => resolve({ numbers: watcher.numbers, charts: performance.now() - watcher.start });
        setTimeout(() => reject(new Error(`Not drawn anew: ${watcher.missing.join(', ')}`)), patience);
      });
      document.addEventListener('change', watcher.begin, { capture: true, once: true });
      return { done };
    },
    [name, hasCharts, PATIENCE_MS] as const,
  );
  await page.getByLabel('Open predictions').setInputFiles(path);
  return watch.evaluate(({ done }) => done);
}

/** The usual one-liner, in the same browser on the same file. */
async function millisecondsOfPapaParse(page: Page, path: string): Promise<number> {
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.type = 'file';
    field.id = 'papa';
    document.body.append(field);
  });
  await page.locator('#papa').setInputFiles(path);
  return page.evaluate(async () => {
    const field = document.querySelector<HTMLInputElement>('#papa');
    const file = field?.files?.[0];
    if (!field || !file) throw new Error('No file.');
    const { parse } = Reflect.get(globalThis, 'Papa') as { parse(text: string, config: object): { data: unknown[] } };
    const start = performance.now();
    const { data } = parse(await file.text(), { header: false });
    const milliseconds = performance.now() - start;
    if (data.length < 1000) throw new Error(`${data.length} rows`);
    field.remove();
    return milliseconds;
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
