import { millisecondsToDashboard, newPage, withPage } from './dashboard.ts';
import { type Frames, forSeconds, framesDuring } from './drag.ts';
import type { Line } from './run.ts';

const MILLION = 1_000_000;
const PATIENCE_MS = 120_000;
/** A turn of the wheel goes three to four rows on; this is a quick hand. */
const WHEEL_PX = 120;
/** From one press to the next of a key that is held down. */
const KEY_REPEAT_MS = 33;

/** The list of all the rows on Cases, gone through with the wheel and with the keys. */
export const scrollingLines = (): Promise<Line[]> =>
  withPage(async (browser, site, fileOf) => {
    const page = await newPage(browser, site);
    await millisecondsToDashboard(page, await fileOf(MILLION));
    await page.evaluate(() => {
      location.hash += '&view=cases';
    });
    const list = page.getByRole('grid', { name: 'List of cases' });
    await list.locator('tbody tr[id]').first().waitFor({ timeout: PATIENCE_MS });
    await list.hover({ position: { x: 200, y: 200 } });
    const turn = () => page.mouse.wheel(0, WHEEL_PX);
    await forSeconds(turn);
    const wheel = await framesDuring(page, async () => void (await forSeconds(turn)));
    await list.focus();
    const next = async () => {
      await page.keyboard.press('PageDown');
      await page.waitForTimeout(KEY_REPEAT_MS);
    };
    await forSeconds(next);
    const keys = await framesDuring(page, async () => void (await forSeconds(next)));
    return [
      late('with the wheel through the rows of Cases, 1 M rows', wheel),
      late('with the Page keys through the rows of Cases, 1 M rows', keys),
    ];
  });

const late = (what: string, { lateFrames }: Frames): Line => ({
  what: `frames over 20 ms ${what}`,
  value: lateFrames,
  unit: '%',
  atMost: 1,
});
