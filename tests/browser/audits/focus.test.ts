/** WCAG 2.4.3, 2.4.7, 2.4.11 and 1.4.11: the focus leads everywhere in order, is plainly seen and never hidden. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type OpenOptions, openPage } from '../harness.ts';
import { answered, button, openTuner, typeThreshold } from '../tuner.ts';
import { contrast } from './colour.ts';
import { readPng } from './picture.ts';
import { withStyle } from './restyle.ts';
import { goTo } from './visit.ts';

interface Stop {
  readonly name: string;
  /** In the window, with room for what is drawn around it. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Whether it, or what is in it, lies uppermost at its middle or near one of its corners. */
  readonly isOnTop: boolean;
}

const focusedStop = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    // What is drawn around the focus may be drawn around the whole entry of a list.
    const entry = element.closest('li, .menuRow, .radio') ?? element;
    const { x, y, width, height } = entry.getBoundingClientRect();
    const left = Math.max(0, x - 6);
    const top = Math.max(0, y - 6);
    const points = [
      [0.5, 0.5],
      [0.1, 0.2],
      [0.9, 0.2],
      [0.1, 0.8],
      [0.9, 0.8],
    ];
    const isOnTop = points.some(([across, down]) => {
      const found = document.elementFromPoint(x + across * width, y + down * height);
      return found !== null && (entry.contains(found) || found.contains(entry));
    });
    return {
      name: element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? '',
      box: {
        x: left,
        y: top,
        width: Math.min(innerWidth, x + width + 6) - left,
        height: Math.min(innerHeight, y + height + 6) - top,
      },
      isOnTop,
    };
  });

/** Pixels that differ by 3 : 1 between the focused and the unfocused state: the least of them that a line along one side takes. */
const LEAST_CHANGE = 40;

/** Goes through the page with the Tab key and tells at which stops the focus cannot be seen well, or is covered. */
async function badStops(
  page: Page,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
  most = 400,
): Promise<{ stops: string[]; bad: string[] }> {
  const stops: string[] = [];
  const bad: string[] = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press(key);
    const stop = await focusedStop(page);
    if (stop === null || (stops.length > 3 && stop.name === stops[0])) break;
    stops.push(stop.name);
    if (!stop.isOnTop || stop.box.height < 10 || stop.box.width < 10) {
      bad.push(`${stop.name} is covered or out of sight`);
      continue;
    }
    const focused = readPng(await page.screenshot({ clip: stop.box }));
    const handle = await page.evaluateHandle(() => document.activeElement as HTMLElement);
    await handle.evaluate((element) => element.blur());
    const plain = readPng(await page.screenshot({ clip: stop.box }));
    await handle.evaluate((element) => element.focus({ preventScroll: true, focusVisible: true } as FocusOptions));
    let changed = 0;
    for (let y = 0; y < focused.height; y++)
      for (let x = 0; x < focused.width; x++) if (contrast(focused.at(x, y), plain.at(x, y)) >= 3) changed++;
    if (changed < LEAST_CHANGE) bad.push(`${stop.name} changes ${changed} pixels by 3 : 1`);
  }
  return { stops, bad };
}

/** The parts of the page that the Tab key leads through, each once in a row. */
async function sectionsInOrder(page: Page): Promise<string[]> {
  const order: string[] = [];
  for (let i = 0; i < 400; i++) {
    await page.keyboard.press('Tab');
    const section = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const place = element.closest('header, section, figure, .context, .railHead, .railBody');
      const label = place?.getAttribute('aria-labelledby');
      return (
        place?.getAttribute('aria-label') ??
        (label && document.getElementById(label)?.textContent) ??
        place?.className ??
        ''
      );
    });
    if (section === null) break;
    if (order.at(-1) !== section) order.push(section);
  }
  return order;
}

describe('the focus', () => {
  it.each<[string, OpenOptions]>([
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['forced colours', { forcedColors: 'active' }],
    ['a phone, under the rail that sticks', { width: 390, height: 844 }],
  ])('is seen at 3 : 1 and uncovered at every stop of Tune and Data: %s', async (_, options) => {
    const opened = await openTuner(options);
    const { page } = opened;
    await typeThreshold(page, '0.59');
    for (const tab of ['Tune', 'Data'] as const) {
      await goTo(page, tab);
      await page.evaluate(() => {
        (document.activeElement as HTMLElement).blur();
        scrollTo(0, 0);
      });
      const { stops, bad } = await badStops(page);
      expect({ tab, bad }).toEqual({ tab, bad: [] });
      expect(stops.length).toBeGreaterThan(tab === 'Tune' ? 30 : 12);
    }
    await opened.expectClean();
  });

  it.each<[string, OpenOptions]>([
    ['wide', {}],
    ['a phone', { width: 390, height: 844 }],
  ])('is seen everywhere on Compare, in the order in which it is read: %s', async (_, options) => {
    const opened = await openPage({ hash: 'data=german-credit-models&view=compare', ...options });
    const { page } = opened;
    await page.getByRole('figure', { name: 'Calibration' }).locator('svg').first().waitFor();
    expect(await sectionsInOrder(page)).toEqual([
      'topBar',
      'What was read',
      'Which model is better?',
      'Models side by side',
      'Which model is better?',
      'Where do the two disagree?',
      'Precision and recall',
      'ROC',
      'Cumulative gains',
      'Calibration',
    ]);
    await page.evaluate(() => {
      (document.activeElement as HTMLElement).blur();
      scrollTo(0, 0);
    });
    expect((await badStops(page)).bad).toEqual([]);
    await opened.expectClean();
  });

  it('stays uncovered on a phone when it goes backwards', async () => {
    const opened = await openTuner({ width: 390, height: 844 });
    const { page } = opened;
    await button(page, 'CSV: Scores by class').focus();
    expect((await badStops(page, 'Shift+Tab')).bad).toEqual([]);
    await opened.expectClean();
  });

  it('is missed by this test where it is faint, and where something covers it', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const firstStops = () => badStops(page, 'Tab', 20);
    const faint = 'button:focus-visible { outline: 1px solid #e1e5ea !important }';
    expect((await withStyle(page, faint, firstStops)).bad).toContainEqual(
      expect.stringMatching(/^Copy link changes \d+ pixels/),
    );
    // Where somebody pressed last is where the next Tab begins.
    await page.mouse.click(1, 1);
    const covered = 'main::before { content: ""; position: fixed; inset: 0; z-index: 99 }';
    expect((await withStyle(page, covered, firstStops)).bad).toContain('Copy link is covered or out of sight');
    await opened.expectClean();
  });

  it('goes through the page in the order in which it is read', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await answered(page);
    const order = await sectionsInOrder(page);
    expect(order).toEqual([
      'topBar',
      'What was read',
      'railHead',
      'Decision threshold',
      'Threshold',
      'In one sentence',
      'Goals that set the threshold',
      'Confusion matrix',
      'Key figures',
      'How sure is that?',
      'Does it hold on other cases?',
      'What price of a miss do you act on?',
      'Which thresholds meet your requirements?',
      'Is our file like production?',
      'Precision by base rate',
      'Should somebody look at the doubtful cases?',
      'Precision and recall',
      'ROC',
      'Metrics by threshold',
      'Goal by threshold',
      'Cumulative gains',
      'Lift',
      'Decision curve',
      'Reliability',
      'How far apart the classes are',
      'Errors by automation',
      'Metrics',
      'Scores by class',
    ]);
    await opened.expectClean();
  });
});
