import { describe, expect, it } from 'vitest';
import type { OpenOptions } from '../harness.ts';
import { asShown } from '../language/speaking.ts';
import { openTuner, typeThreshold } from '../tuner.ts';
import { controlsOfLowContrast, marksOfLowContrast, textOfLowContrast, unclassifiedShapes } from './contrastAudit.ts';
import { withStyle } from './restyle.ts';
import { visitEverything } from './visit.ts';

const THEMES: readonly (readonly [string, OpenOptions])[] = [
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
  ['forced colours in the dark', { forcedColors: 'active', colorScheme: 'dark' }],
];

describe('contrast', () => {
  it.each(THEMES)('of every text, measured: %s', async (_, options) => {
    const opened = await openTuner(options);
    const { page } = opened;
    await typeThreshold(page, '0.59');
    const found: string[] = [];
    await visitEverything(page, async (name) => {
      for (const text of await textOfLowContrast(page)) found.push(`${name}: ${text}`);
    });
    expect(found).toEqual([]);
    await opened.expectClean();
  });

  it.each(THEMES)('of every mark and control, measured: %s', async (_, options) => {
    const opened = await openTuner(options);
    const { page } = opened;
    await typeThreshold(page, '0.59');
    const found: string[] = [];
    await visitEverything(page, async (name) => {
      if (!['Tune', 'Learn', 'Data'].includes(name)) return;
      const weak = [await unclassifiedShapes(page), await marksOfLowContrast(page), await controlsOfLowContrast(page)];
      for (const mark of weak.flat()) found.push(`${name}: ${mark}`);
    });
    expect(found).toEqual([]);
    await opened.expectClean();
  });
});

describe('the measurement of contrast', () => {
  it('finds marks that forced colours would hide', async () => {
    const opened = await openTuner({ forcedColors: 'active' });
    const { page } = opened;
    const hidden = '.plotThreshold { stroke: Canvas !important } .plotPoint { fill: Canvas !important }';
    const found = await withStyle(page, hidden, () => marksOfLowContrast(page));
    expect(found).toContainEqual(expect.stringContaining('.plotThreshold'));
    expect(found).toContainEqual(expect.stringContaining('.plotPoint'));
    await opened.expectClean();
  });

  it('finds a text that lies under something, and a shape that nobody named', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await page.evaluate(() => {
      const plate = document.createElement('div');
      const hint = document.querySelector('.railHead .hint')!;
      plate.className = 'plate';
      hint.append(plate);
      document.querySelector('.plot svg')!.append(document.createElementNS('http://www.w3.org/2000/svg', 'circle'));
    });
    const cover = '.railHead .hint { position: relative } .plate { position: absolute; inset: 0; background: #667080 }';
    const hint = await asShown(page.locator('.railHead .hint')).evaluate((element) =>
      document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()!.textContent!.trim().slice(0, 15),
    );
    const texts = await withStyle(page, cover, () => textOfLowContrast(page));
    expect(texts).toEqual([expect.stringMatching(`^“${hint}.*is not drawn at all`)]);
    expect(await unclassifiedShapes(page)).toHaveLength(1);
    await opened.expectClean();
  });
});
