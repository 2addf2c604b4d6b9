import { describe, expect, it } from 'vitest';
import { focused, tabTo } from './tabbing.ts';
import { answered, eventually, expectThreshold, openTuner } from './tuner.ts';

describe('with the keyboard alone', () => {
  it('no stop is a trap, forwards or backwards, and the focus is never lost on the way', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await answered(page);
    /** Every stop once, up to the one that is given; the page follows upon itself, as nothing else can be reached. */
    const walk = async (key: 'Tab' | 'Shift+Tab', last: string | null) => {
      const stops: string[] = [];
      while (true) {
        await page.keyboard.press(key);
        const stop = await page.evaluate(() => {
          const element = document.activeElement;
          if (element === null || element === document.body) return 'body';
          return `${[...document.querySelectorAll('*')].indexOf(element)} ${element.getAttribute('aria-label') ?? element.textContent}`;
        });
        if (stop === 'body' || (last === null && stop === stops[0])) return stops;
        expect(stops).not.toContain(stop);
        stops.push(stop);
        if (stop === last) return stops;
      }
    };
    const there = await walk('Tab', null);
    const back = await walk('Shift+Tab', there[0]);
    expect(there.length).toBeGreaterThan(40);
    expect(back).toEqual([...there].reverse());
    await opened.expectClean();
  });

  it('the focus stays where the work is after everything that takes a thing away', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const does = async (name: RegExp, key: string, then: RegExp) => {
      await tabTo(page, name);
      await page.keyboard.press(key);
      await eventually(() => focused(page)).toMatch(then);
    };
    await does(/^Go there/, 'Enter', /^On test the model flags/);
    await expectThreshold(page, '0.5234');
    await does(/^Compare from here on$/, 'Enter', /^Compared with the threshold ≥ 0\.5234/);
    await does(/^Compare with the start again$/, 'Enter', /^Compared with the threshold ≥ 0\.50/);
    await does(/^Choose metrics$/, 'Enter', /^Choose metrics$/);
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Choose metrics');
    await does(/^Show all 29 metrics$/, 'Enter', /^Show fewer metrics$/);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await does(/^Data$/, 'Enter', /^Data$/);
    await does(/^Keyboard shortcuts$/, 'Enter', /./);
    await page.keyboard.press('Escape');
    await eventually(() => focused(page)).toBe('Keyboard shortcuts');
    await opened.expectClean();
  });
});
