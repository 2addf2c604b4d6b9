import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { goTo, visitEverything } from './audits/visit.ts';
import { type OpenOptions, runAxe } from './harness.ts';
import { focused, tabTo } from './tabbing.ts';
import { button, eventually, expectThreshold, openTuner, rested, slider, thresholdField } from './tuner.ts';

const WIDTHS = [320, 360, 390, 768, 1024, 1440, 2560];

describe('everyone can use the page', () => {
  it.each<[string, OpenOptions]>([
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['forced colours', { forcedColors: 'active' }],
    ['a phone', { width: 360, height: 780 }],
    ['a phone in the dark', { width: 360, height: 780, colorScheme: 'dark' }],
  ])('by WCAG 2.2 AA: %s', async (_, options) => {
    const opened = await openTuner(options);
    const { page } = opened;
    const found: string[] = [];
    await visitEverything(page, async (name) => {
      for (const violation of await runAxe(page)) found.push(`${name}: ${violation}`);
    });
    expect(found).toEqual([]);
    await opened.expectClean();
  });

  it('with the keyboard alone', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await tabTo(page, /^Export/);
    await page.keyboard.press('Enter');
    await eventually(() => focused(page)).toBe('Operating point (JSON)');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('Metrics (CSV)');
    await page.keyboard.press('End');
    expect(await focused(page)).toBe('Copy as Python');
    await page.keyboard.press('ArrowDown');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toBe('streamlit-demo-operating-point.json');
    await eventually(() => focused(page)).toMatch(/^Export/);

    await tabTo(page, /^Decision threshold$/);
    await page.keyboard.press('ArrowRight');
    await expectThreshold(page, '0.51');
    await tabTo(page, /^Go there/);
    await page.keyboard.press('Enter');
    await expectThreshold(page, '0.5234');
    expect((await focused(page)).length).toBeGreaterThan(0);
    await opened.expectClean();
  });

  it('sees where the focus is, wherever the Tab key leads', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const unseen: string[] = [];
    for (let i = 0; i < 36; i++) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      // What is drawn around the focus may be drawn around the whole entry of a list.
      const box = await focused.evaluate((element) =>
        (element.closest('li') ?? element).getBoundingClientRect().toJSON(),
      );
      const clip = { x: box.x - 6, y: box.y - 6, width: box.width + 12, height: box.height + 12 };
      const name = await focused.evaluate((element) => element.getAttribute('aria-label') ?? element.textContent ?? '');
      const withFocus = await page.screenshot({ clip });
      await page.evaluate(() => (document.activeElement as HTMLElement | SVGElement).blur());
      if (withFocus.equals(await page.screenshot({ clip }))) unseen.push(name);
    }
    expect(unseen).toEqual([]);
    await opened.expectClean();
  });

  it('without motion, where that is asked for', async () => {
    const opened = await openTuner({ reducedMotion: 'reduce' });
    const { page } = opened;
    const moving: string[] = [];
    await visitEverything(page, async (name) => {
      const running = await page.evaluate(() =>
        document.getAnimations().flatMap(({ playState, effect }) => {
          const { target } = effect as KeyframeEffect;
          return playState === 'running' && (effect?.getComputedTiming().duration ?? 0) !== 0
            ? [target?.className]
            : [];
        }),
      );
      if (running.length > 0) moving.push(`${name}: ${running.join()}`);
    });
    expect(moving).toEqual([]);
    await opened.expectClean();
  });
});

describe('the page fits', () => {
  it('any screen from 320 to 2560 pixels, without scrolling sideways', async () => {
    const opened = await openTuner();
    const { page } = opened;
    for (const tab of ['Tune', 'Data'] as const) {
      await goTo(page, tab);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await page.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
        );
        const wide = await page.evaluate(() => document.scrollingElement!.scrollWidth - innerWidth);
        expect({ tab, width, wide: Math.max(0, wide) }).toEqual({ tab, width, wide: 0 });
      }
    }
    await opened.expectClean();
  });

  /** Things to press that are smaller than a fingertip needs, links within a line of text aside. */
  const tooSmall = (page: Page) =>
    page.evaluate(() => {
      const found: string[] = [];
      const controls = 'button, a[href], input, select, summary, [role=slider], [role=menuitem], [tabindex="0"]';
      const top = document.querySelector('dialog[open]') ?? document;
      for (const element of top.querySelectorAll<HTMLElement>(controls)) {
        if (element.matches('.visuallyHidden, [type=file]') || !element.checkVisibility({ visibilityProperty: true }))
          continue;
        const { width, height } = element.getBoundingClientRect();
        if (width >= 23.99 && height >= 23.99) continue;
        const line = element.closest('p, span, td, th, h3, li')!;
        const isWithinText = getComputedStyle(element).display.startsWith('inline') && line?.matches('p, p *');
        if (!isWithinText) {
          const name = element.getAttribute('aria-label') ?? element.textContent;
          found.push(`${element.tagName} “${name}” ${Math.round(width)} × ${Math.round(height)}`);
        }
      }
      return [...new Set(found)];
    });

  it.each([360, 1440])('a fingertip: everything to press is at least 24 pixels wide and high at %i', async (width) => {
    const opened = await openTuner({ width });
    const { page } = opened;
    const small: string[] = [];
    await visitEverything(page, async (name) => {
      for (const control of await tooSmall(page)) small.push(`${name}: ${control}`);
    });
    expect(small).toEqual([]);
    await opened.expectClean();
  });

  /** Texts that are drawn smaller than 12 pixels, be it in a picture that was shrunk. */
  const tooTiny = (page: Page) =>
    page.evaluate(() => {
      const found: string[] = [];
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        const parent = node.parentElement!;
        if (node.textContent!.trim() === '' || !parent.checkVisibility({ visibilityProperty: true })) continue;
        const drawing = parent instanceof SVGGraphicsElement ? parent.getScreenCTM() : null;
        const size = Number.parseFloat(getComputedStyle(parent).fontSize) * (drawing?.d ?? 1);
        if (size < 11.99) found.push(`${node.textContent!.trim().slice(0, 40)} ${size.toFixed(1)}`);
      }
      return found;
    });

  it.each([320, 1440])('the eye: no text is smaller than 12 pixels at %i', async (width) => {
    const opened = await openTuner({ width });
    const { page } = opened;
    const tiny: string[] = [];
    await visitEverything(page, async (name) => {
      for (const text of await tooTiny(page)) tiny.push(`${name}: ${text}`);
    });
    expect(tiny).toEqual([]);
    await opened.expectClean();
  });

  it('a phone: the rail stays in sight and in reach while the rest scrolls', async () => {
    const opened = await openTuner({ width: 390, height: 844 });
    const { page } = opened;
    for (const share of [0.25, 0.5, 0.75]) {
      await page.evaluate((part) => scrollTo(0, part * document.documentElement.scrollHeight), share);
      await eventually(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
      const box = (await slider(page).boundingBox())!;
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(844 / 2);
      const isOnTop = await slider(page).evaluate((input) => {
        const { left, top, width, height } = input.getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2) === input;
      });
      expect(isOnTop).toBe(true);
    }
    const { x, y, width, height } = (await slider(page).boundingBox())!;
    await page.mouse.click(x + width * 0.8, y + height / 2);
    await eventually(async () => Number(await thresholdField(page).inputValue())).toBeGreaterThan(0.7);
    await rested(page);
    await opened.expectClean();
  });

  it('a phone: the sentence stands right under the rail, before the rules', async () => {
    const opened = await openTuner({ width: 390, height: 844 });
    const { page } = opened;
    const top = async (name: string) => (await page.getByRole('region', { name }).boundingBox())!.y;
    const rail = (await slider(page).boundingBox())!.y;
    const [words, rules] = [await top('In one sentence'), await top('Goals that set the threshold')];
    expect(words).toBeGreaterThan(rail);
    expect(words).toBeLessThan(rules);
    for (const name of ['Export', 'change', 'Copy link']) expect(await button(page, name).isVisible()).toBe(true);
    expect(await page.getByText('Files stay on this device').isVisible()).toBe(true);
    await button(page, 'Colours: as the system').click();
    await button(page, 'Colours: light').click();
    await eventually(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await page.reload();
    await button(page, 'Colours: dark').waitFor();
    await opened.expectClean();
  });
});
