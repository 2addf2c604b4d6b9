/**
 * What a drag costs: opens 100,000 rows in the built page, drags the real mouse over the slider for five seconds, and prints how many
 * frames came late and how long the page worked for each move; then the same with the charts out of the picture.
 * `npx vite build && node tests/bench/drag.mjs [rows]`
 */
import { launchBrowser } from '../browser/launchBrowser.mjs';
import { serveAsStarted } from '../browser/serve.mjs';

const ROWS = Number(process.argv[2] ?? 100_000);
const SECONDS = 5;
const LATE_MS = 20;
const PHASES = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration', 'TaskDuration'];

/**
 * Scores of two overlapping classes, all different, one row in ten positive. The same ones every time.
 * @param {number} rows
 */
function predictionsCsv(rows) {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const lines = ['split,y_true,y_prob'];
  for (let row = 0; row < rows; row++) {
    const isPositive = random() < 0.1;
    const logit = (random() + random() + random() - 1.5) * 2.5 + (isPositive ? 0.5 : -1.5);
    lines.push(`${row % 5 === 0 ? 'test' : 'train'},${isPositive ? 1 : 0},${1 / (1 + Math.exp(-logit))}`);
  }
  return `${lines.join('\n')}\n`;
}

/**
 * The figures of one drag to and fro.
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').CDPSession} devtools
 */
async function drag(page, devtools) {
  const slider = page.getByRole('slider', { name: 'Decision threshold', exact: true });
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (box === null) throw new Error('The slider is not on screen.');
  const { x, y, width } = box;
  const at = (/** @type {number} */ share) => x + width * (0.5 + 0.4 * Math.sin(share * 2 * Math.PI));
  /** @returns {Promise<Record<string, number>>} */
  const measure = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };

  await page.mouse.move(x + width / 2, y - 60);
  await page.mouse.down();
  const noted = await page.evaluateHandle(() => {
    /** @type {number[]} */
    const times = [];
    const note = (/** @type {number} */ time) => {
      times.push(time);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    return times;
  });
  const before = await measure();
  const start = performance.now();
  let moves = 0;
  for (let elapsed = 0; elapsed < SECONDS * 1000; elapsed = performance.now() - start) {
    await page.mouse.move(at(elapsed / 2500), y - 60);
    moves++;
  }
  const after = await measure();
  const frames = await noted.jsonValue();
  await page.mouse.up();

  const gaps = frames.slice(1).map((time, i) => time - frames[i]);
  const sorted = [...gaps].sort((a, b) => a - b);
  const late = gaps.filter((gap) => gap > LATE_MS).length;
  return {
    moves,
    frames: frames.length,
    'late frames, %': ((100 * late) / gaps.length).toFixed(1),
    'frame p50, ms': sorted[Math.floor(sorted.length * 0.5)].toFixed(1),
    'frame p95, ms': sorted[Math.floor(sorted.length * 0.95)].toFixed(1),
    'longest frame, ms': sorted[sorted.length - 1].toFixed(1),
    ...Object.fromEntries(
      PHASES.map((name) => [
        `${name.replace('Duration', '').toLowerCase()}, ms a move`,
        ((1000 * (after[name] - before[name])) / moves).toFixed(2),
      ]),
    ),
  };
}

const browser = await launchBrowser();
const site = await serveAsStarted();
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await page.goto(site.url);
  await page.getByRole('table', { name: 'Confusion matrix' }).waitFor();
  const file = { name: 'bench.csv', mimeType: 'text/csv', buffer: Buffer.from(predictionsCsv(ROWS)) };
  const start = performance.now();
  await page.getByLabel('Open predictions').setInputFiles(file);
  await page.getByText('bench.csv', { exact: true }).waitFor();
  console.log(`${ROWS.toLocaleString('en')} rows opened in ${Math.round(performance.now() - start)} ms`);
  await page.getByRole('slider', { name: 'Marker on Scores by class' }).waitFor();

  await drag(page, devtools); // warms up
  const whole = await drag(page, devtools);
  await page.evaluate(() => {
    for (const figure of document.querySelectorAll('figure')) figure.style.display = 'none';
  });
  const withoutCharts = await drag(page, devtools);
  console.table({ 'whole page': whole, 'charts hidden': withoutCharts });
} finally {
  await browser.close();
  await site.close();
}
