import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  alerts,
  button,
  drawn,
  eventually,
  exactThreshold,
  matrix,
  openFiles,
  openTuner,
  typeThreshold,
  whatWasRead,
} from './tuner.ts';

const ROWS = Array.from({ length: 200_000 }, (_, i) => `${i % 7 === 0 ? 1 : 0},0.${100_000 + i},case ${i}\n`);
const LARGE = { name: 'large.csv', text: `y_true,y_prob,note\n${ROWS.join('')}` };

/** What the tests know of the workers that the page starts. */
interface Watched {
  readonly started: Worker[];
  /** So many of the next ones die when they tell their progress for the first time. */
  dying: number;
}

/** A worker that gets what it cannot read throws where nothing catches it, as it would by a fault of its own. */
async function watchWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Watched = { started: [], dying: 0 };
    window.Worker = class extends Worker {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        watched.started.push(this);
        let mayDie = true;
        this.addEventListener('message', ({ data }) => {
          if (!mayDie || data.kind !== 'progress' || watched.dying === 0) return;
          mayDie = false;
          watched.dying--;
          this.postMessage(null);
        });
      }
    };
    Object.assign(window, { watched });
  });
}

interface Watching {
  readonly watched: Watched;
}

const workersOf = (page: Page) => page.evaluate(() => (window as unknown as Watching).watched.started.length);

async function letDie(page: Page, count: number): Promise<void> {
  await page.evaluate((dying) => {
    (window as unknown as Watching).watched.dying = dying;
  }, count);
}

const progress = (page: Page) => page.getByRole('progressbar', { name: 'Reading file' });
const restarted = (page: Page) =>
  page.getByText('The background process that held large.csv stopped, and was started again.');

describe('a worker that dies', () => {
  it('while a file is read is started again, and the file opens', async () => {
    const opened = await openTuner({ before: watchWorkers });
    const { page } = opened;
    const before = await workersOf(page);
    await letDie(page, 1);
    await openFiles(page, LARGE);
    await restarted(page).waitFor();
    await eventually(() => whatWasRead(page).textContent()).toContain('200,000 rows read, 0 skipped');
    expect(await workersOf(page)).toBe(before + 2);
    expect([opened.foreignRequests, opened.cspViolations]).toEqual([[], []]);
  });

  it('twice over one file leaves what is open as it is, and says so', async () => {
    const opened = await openTuner({ before: watchWorkers });
    const { page } = opened;
    await typeThreshold(page, '0.59');
    const before = await matrix(page);
    const workers = await workersOf(page);
    await letDie(page, 2);
    await openFiles(page, LARGE);
    await eventually(() =>
      alerts(page)
        .allTextContents()
        .then((texts) => texts.join()),
    ).toContain('The background process stopped twice while it worked on “large.csv”');
    await progress(page).waitFor({ state: 'detached' });
    expect(await workersOf(page)).toBe(workers + 2);
    expect([await exactThreshold(page), await matrix(page)]).toEqual([0.59, before]);

    await openFiles(page, { name: 'small.csv', text: 'y_true,y_prob\n1,0.75\n0,0.25\n1,0.5\n' });
    await eventually(() => whatWasRead(page).textContent()).toContain('3 rows read, 0 skipped');
  });

  it('after a file was read reads it again when rows are asked for', async () => {
    const { page } = await openTuner({ before: watchWorkers });
    await openFiles(page, LARGE);
    await eventually(() => whatWasRead(page).textContent()).toContain('200,000 rows read, 0 skipped');
    await drawn(page);
    const workers = await workersOf(page);
    await page.evaluate(() => (window as unknown as Watching).watched.started.at(-1)?.postMessage(null));
    await button(page, 'Data').click();
    await page
      .getByText(/^case \d+$/)
      .first()
      .waitFor();
    await restarted(page).waitFor();
    expect(await workersOf(page)).toBe(workers + 1);
    expect(await button(page, 'Cancel').count()).toBe(0);
  });
});
