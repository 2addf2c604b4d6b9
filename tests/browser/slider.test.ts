import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { asTold } from './language/speaking.ts';
import {
  button,
  type Counts,
  chooserBy,
  countsAt,
  eventually,
  expectAddress,
  expectMatrix,
  expectThreshold,
  matrix,
  matrixTable,
  openTuner,
  sampleRows,
  slider,
  thresholdField,
  typeThreshold,
} from './tuner.ts';

const testRows = sampleRows('test');

interface Step {
  /** As the field beside the slider shows it, which at every stop is all of it. */
  readonly shown: string;
  readonly valueText: string;
  readonly counts: Counts;
}

/** Notes down what the page shows, from now on, each time that any of it changes. */
async function watchSteps(page: Page): Promise<() => Promise<readonly Step[]>> {
  const parts = {
    table: (await matrixTable(page).elementHandle())!,
    range: (await slider(page).elementHandle())!,
    field: (await thresholdField(page).elementHandle())!,
  };
  const steps = await page.evaluateHandle(({ table, range, field }) => {
    const seen: Step[] = [];
    const note = () => {
      const [tp, fn, fp, tn] = [...table.querySelectorAll('tbody td')].map((cell) =>
        Number(cell.lastElementChild?.textContent?.replaceAll(',', '')),
      );
      const shown = (field as HTMLInputElement).value;
      seen.push({ shown, valueText: range.getAttribute('aria-valuetext') ?? '', counts: { tp, fn, fp, tn } });
    };
    const observer = new MutationObserver(note);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    return seen;
  }, parts);
  return () => steps.jsonValue();
}

/** Every state the page went through is true: matrix, slider and field say the same, and it is what the rows give. */
function expectTrue(steps: readonly Step[]): void {
  for (const { shown, valueText, counts } of steps) {
    const threshold = Number(shown.replace('−', '-'));
    expect({ shown, counts }).toEqual({ shown, counts: countsAt(testRows, threshold) });
    const flagged = (counts.tp + counts.fp).toLocaleString('en');
    expect(asTold(valueText)).toBe(`${threshold.toFixed(3)}, flags ${flagged} of 6,000`);
  }
}

const differentShown = (steps: readonly Step[]) => new Set(steps.map(({ shown }) => shown)).size;

/** Where on the screen a score stands: the thumb's centre runs from end to end of the axis. */
async function axisOf(page: Page) {
  const box = (await slider(page).boundingBox())!;
  const thumb = await slider(page).evaluate((input) =>
    Number.parseFloat(getComputedStyle(input).getPropertyValue('--thumb')),
  );
  return {
    x: (score: number) => box.x + thumb / 2 + score * (box.width - thumb),
    thumbY: box.y + box.height / 2,
    histogramY: box.y - 60,
  };
}

describe('the slider that is the histogram', () => {
  it('follows the thumb, and what it shows is true at every step of the drag', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const { x, thumbY } = await axisOf(page);
    const steps = await watchSteps(page);
    await page.mouse.move(x(0.5), thumbY);
    await page.mouse.down();
    await page.mouse.move(x(0.81), thumbY, { steps: 40 });
    await expectThreshold(page, '0.81');
    await page.mouse.move(x(0.23), thumbY, { steps: 60 });
    await expectThreshold(page, '0.23');
    await page.mouse.up();
    expectTrue(await steps());
    expect(differentShown(await steps())).toBeGreaterThan(20);
    await expectMatrix(page, countsAt(testRows, 0.23));

    await button(page, 'Undo').click();
    await expectThreshold(page, '0.50');
    expect(await button(page, 'Undo').isDisabled()).toBe(true);
    await button(page, 'Redo').click();
    await expectThreshold(page, '0.23');
    await opened.expectClean();
  });

  it('goes to where the histogram is pressed, and follows a drag over it', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const { x, histogramY } = await axisOf(page);
    await page.mouse.click(x(0.345) + 2, histogramY);
    await expectThreshold(page, '0.35');

    const steps = await watchSteps(page);
    await page.mouse.move(x(0.7), histogramY);
    await page.mouse.down();
    await expectThreshold(page, '0.70');
    await page.mouse.move(x(0.1), histogramY - 40, { steps: 50 });
    await page.mouse.move(x(0.1) - 900, histogramY - 40);
    await expectThreshold(page, '0.00');
    await page.mouse.move(x(0.62), histogramY + 300, { steps: 30 });
    await page.mouse.up();
    await expectThreshold(page, '0.62');
    expectTrue(await steps());
    expect(differentShown(await steps())).toBeGreaterThan(20);
    await page.mouse.move(x(0.2), histogramY, { steps: 3 });

    await button(page, 'Undo').click();
    await expectThreshold(page, '0.35');
    await button(page, 'Undo').click();
    await expectThreshold(page, '0.50');
    expect(await button(page, 'Undo').isDisabled()).toBe(true);
    await opened.expectClean();
  });

  it('leaves the other mouse buttons alone', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const { x, histogramY } = await axisOf(page);
    await page.mouse.click(x(0.3), histogramY, { button: 'right' });
    await page.mouse.click(x(0.3), histogramY, { button: 'middle' });
    await page.mouse.move(x(0.2), histogramY);
    await opened.expectClean();
    await expectThreshold(page, '0.50');
  });

  it('shows the true counts at each of the hundred and one stops', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await slider(page).focus();
    await page.keyboard.press('Home');
    for (let i = 0; i <= 100; i++) {
      await expectThreshold(page, (i / 100).toFixed(2));
      expect({ stop: i, ...(await matrix(page)) }).toEqual({ stop: i, ...countsAt(testRows, i / 100) });
      await page.keyboard.press('ArrowRight');
    }
    await expectThreshold(page, '1.00');
    await expectMatrix(page, { tp: 0, fn: 623, fp: 0, tn: 5377 });
    await opened.expectClean();
  });

  it('obeys every key that it lists', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const press = async (key: string, shown: string) => {
      await page.keyboard.press(key);
      await expectThreshold(page, shown);
    };
    await slider(page).focus();
    await press('ArrowRight', '0.51');
    await press('ArrowUp', '0.52');
    await press('ArrowLeft', '0.51');
    await press('ArrowDown', '0.50');
    await press('PageUp', '0.60');
    await press('PageDown', '0.50');
    await press('End', '1.00');
    await press('ArrowRight', '1.00');
    await press('Home', '0.00');
    await press('ArrowLeft', '0.00');

    await typeThreshold(page, '0.5771');
    await slider(page).focus();
    await press('ArrowRight', '0.58');
    await typeThreshold(page, '0.5771');
    await slider(page).focus();
    await press('ArrowLeft', '0.57');
    await expectMatrix(page, countsAt(testRows, 0.57));
    await opened.expectClean();
  });

  it('goes with Shift to the next score at which a decision changes', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const scores = testRows.map(({ score }) => score).sort((a, b) => a - b);
    const next = scores.find((score) => score > scores.find((above) => above >= 0.5)!)!;
    await slider(page).focus();
    await page.keyboard.press('Shift+ArrowRight');
    await expectAddress(page, { t: String(next) });
    await expectMatrix(page, countsAt(testRows, next));
    const { tp, fp } = await matrix(page);
    expect(tp + fp).toBeLessThan(832);

    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowDown');
    const below = scores.findLast((score) => score < 0.5)!;
    await expectAddress(page, { t: String(below) });
    await expectMatrix(page, countsAt(testRows, below));
    await opened.expectClean();
  });

  it('takes typed digits, one by one or in a rush', async () => {
    const opened = await openTuner();
    const { page } = opened;
    for (const [typed, shown] of [
      ['0.37', '0.37'],
      [',61', '0.61'],
      ['1', '1.00'],
      ['0,5771', '0.5771'],
    ]) {
      await slider(page).focus();
      await page.keyboard.type(typed);
      await eventually(() => thresholdField(page).inputValue()).toBe(typed);
      await page.keyboard.press('Enter');
      await thresholdField(page).blur();
      await expectThreshold(page, shown);
    }
    await opened.expectClean();
  });

  it('says its value and how many it flags', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const valueText = () => slider(page).getAttribute('aria-valuetext');
    expect(await valueText()).toBe('0.500, flags 832 of 6,000');
    await typeThreshold(page, '0.59');
    await eventually(valueText).toBe('0.590, flags 582 of 6,000');
    expect(await slider(page).getAttribute('min')).toBe('0');
    expect(await slider(page).getAttribute('max')).toBe('1');
    await opened.expectClean();
  });

  it('lists its keys on “?” and closes the list on Escape', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await slider(page).focus();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.getByText('go to the next score at which a decision changes').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await slider(page).evaluate((input) => input === document.activeElement)).toBe(true);
    await thresholdField(page).focus();
    await page.keyboard.press('?');
    expect(await dialog.count()).toBe(0);
    await opened.expectClean();
  });

  it('opens the file chooser on Ctrl O and ⌘ O', async () => {
    const opened = await openTuner();
    const { page } = opened;
    for (const keys of ['Control+o', 'Meta+o']) {
      const chooser = await chooserBy(page, () => page.keyboard.press(keys));
      expect(chooser.isMultiple()).toBe(true);
    }
    await opened.expectClean();
  });
});

describe('the slider under a finger', () => {
  /** A touch screen of a phone's size; `touch` puts a finger down, moves it and lifts it. */
  async function openPhone() {
    const opened = await openTuner({ width: 390, height: 844 });
    const input = await opened.context.newCDPSession(opened.page);
    await input.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number, y?: number) =>
      input.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: x === undefined || y === undefined ? [] : [{ x, y }],
      });
    const touch = async (points: readonly (readonly [x: number, y: number])[]) => {
      await send('touchStart', ...points[0]);
      for (const [x, y] of points.slice(1)) await send('touchMove', x, y);
      await send('touchEnd');
    };
    await slider(opened.page).scrollIntoViewIfNeeded();
    return { ...opened, touch, axis: await axisOf(opened.page) };
  }

  const between = (from: readonly [number, number], to: readonly [number, number], count = 20) =>
    Array.from({ length: count + 1 }, (_, i) => {
      const share = i / count;
      return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])] as const;
    });

  it('goes to where the histogram is tapped', async () => {
    const opened = await openPhone();
    const { page, axis } = opened;
    await opened.touch([[axis.x(0.3), axis.histogramY]]);
    await eventually(async () => Number(await thresholdField(page).inputValue())).toBe(0.3);
    await expectMatrix(page, countsAt(testRows, 0.3));
    await opened.expectClean();
  });

  it('follows a finger on the histogram and on the thumb, one step of undo each', async () => {
    const opened = await openPhone();
    const { page, axis } = opened;
    const steps = await watchSteps(page);
    await opened.touch(between([axis.x(0.5), axis.histogramY], [axis.x(0.8), axis.histogramY]));
    await expectThreshold(page, '0.80');
    await opened.touch(between([axis.x(0.8), axis.thumbY], [axis.x(0.2), axis.thumbY]));
    await expectThreshold(page, '0.20');
    expectTrue(await steps());
    expect(differentShown(await steps())).toBeGreaterThan(10);

    await button(page, 'Undo').click();
    await expectThreshold(page, '0.80');
    await button(page, 'Undo').click();
    await expectThreshold(page, '0.50');
    expect(await button(page, 'Undo').isDisabled()).toBe(true);
    await opened.expectClean();
  });

  it('keeps the threshold while a finger that began on the histogram scrolls the page', async () => {
    const opened = await openPhone();
    const { page, axis } = opened;
    const x = axis.x(0.25);
    await opened.touch(between([x, axis.histogramY], [x + 4, axis.histogramY - 150], 30));
    await eventually(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
    await expectThreshold(page, '0.50');
    expect(await button(page, 'Undo').isDisabled()).toBe(true);
    await opened.expectClean();
  });
});
