/** WCAG 1.4.1: what colour tells apart, something else tells apart too, or the colours differ for every kind of eye. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { figure, openTuner, typeThreshold } from '../tuner.ts';
import { difference } from './colour.ts';
import { readPng } from './picture.ts';
import { atRest, withStyle } from './restyle.ts';

const KINDS = ['none', 'achromatopsia', 'deuteranopia', 'protanopia', 'tritanopia'] as const;

/** Well apart side by side; 2.3 is just noticeable. */
const LEAST_DIFFERENCE = 15;

/** A thing that is drawn, and all that tells it apart from its neighbours but its colour. */
interface Sign {
  readonly name: string;
  readonly selector: string;
  readonly paint: 'stroke' | 'fill' | 'background-color' | 'border-top-color' | 'color';
}

/** Pairs between which a reader must choose by looking. */
const PAIRS: readonly (readonly [Sign, Sign])[] = [
  [
    { name: 'flagged positives', selector: '.railSolid .railPositive', paint: 'fill' },
    { name: 'positives not flagged', selector: '.railHollow .railPositive', paint: 'fill' },
  ],
  [
    { name: 'flagged negatives', selector: '.railSolid .railNegative', paint: 'fill' },
    { name: 'negatives not flagged', selector: '.railHollow .railNegative', paint: 'fill' },
  ],
  [
    { name: 'true positives', selector: '.cell-tp', paint: 'background-color' },
    { name: 'misses', selector: '.cell-fn', paint: 'background-color' },
  ],
  [
    { name: 'false alarms', selector: '.cell-fp', paint: 'background-color' },
    { name: 'true negatives', selector: '.cell-tn', paint: 'background-color' },
  ],
  [
    { name: 'the split in view', selector: '.plotLine.mainTone path', paint: 'stroke' },
    { name: 'the other split', selector: '.plotLine.otherTone path', paint: 'stroke' },
  ],
  [
    { name: 'the chosen split', selector: '.radio input:checked + span', paint: 'background-color' },
    { name: 'the threshold handle', selector: '.railTrackFlagged', paint: 'background-color' },
  ],
];

/** How colours look to an eye: painted in squares over the page, simulated by the browser, read off the picture. */
async function seenColours(page: Page, colours: readonly string[], kind: (typeof KINDS)[number]) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setEmulatedVisionDeficiency', { type: kind });
  await page.evaluate((all) => {
    const palette = document.createElement('div');
    palette.className = 'palette';
    for (const colour of all) {
      const square = document.createElement('i');
      square.style.background = colour;
      palette.append(square);
    }
    document.body.append(palette);
  }, colours);
  const css = `.palette { position: fixed; inset: 0 auto auto 0; z-index: 999; display: flex; forced-color-adjust: none }
    .palette i { width: 10px; height: 10px }`;
  const picture = await withStyle(page, css, async () =>
    readPng(await page.screenshot({ clip: { x: 0, y: 0, width: 10 * colours.length, height: 10 } })),
  );
  await page.evaluate(() => document.querySelector('.palette')!.remove());
  await session.send('Emulation.setEmulatedVisionDeficiency', { type: 'none' });
  await session.detach();
  return colours.map((_, i) => picture.at(10 * i + 5, 5));
}

/** Pairs that an eye of some kind can hardly tell apart, one line each. */
async function alike(page: Page, pairs: readonly (readonly [Sign, Sign])[]): Promise<string[]> {
  const signs = pairs.flat();
  const colours = await page.evaluate(
    (all) =>
      all.map(({ selector, paint }) => getComputedStyle(document.querySelector(selector)!).getPropertyValue(paint)),
    signs,
  );
  const found: string[] = [];
  for (const kind of KINDS) {
    const seen = await seenColours(page, colours, kind);
    pairs.forEach(([one, other], i) => {
      const apart = difference(seen[2 * i], seen[2 * i + 1]);
      if (apart < LEAST_DIFFERENCE) found.push(`${kind}: ${one.name} and ${other.name} differ by ${apart.toFixed(1)}`);
    });
  }
  return found;
}

describe('without relying on colour', () => {
  it.each(['light', 'dark'] as const)('states differ for every kind of colour vision: %s', async (colorScheme) => {
    const opened = await openTuner({ colorScheme });
    const { page } = opened;
    await typeThreshold(page, '0.59');
    expect(await alike(page, PAIRS)).toEqual([]);
    await opened.expectClean();
  });

  it.each(['light', 'dark'] as const)('the two classes differ in hue for dichromats: %s', async (colorScheme) => {
    const opened = await openTuner({ colorScheme });
    const { page } = opened;
    const classes = [
      { name: 'positives', selector: '.railPositive', paint: 'stroke' },
      { name: 'negatives', selector: '.railNegative', paint: 'stroke' },
    ] as const;
    // To an eye that sees no hue at all they differ by their side of the line, their dash and their names, as tested below.
    expect((await alike(page, [classes])).filter((line) => !line.startsWith('achromatopsia'))).toEqual([]);
    await opened.expectClean();
  });

  it('the two classes lie on two sides of the line, and have their letters and names', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const sides = await page.evaluate(() =>
      ['.railPositive', '.railNegative'].map((side) => {
        const { top, bottom } = document.querySelector(side)!.getBoundingClientRect();
        return { top, bottom };
      }),
    );
    expect(sides[0].bottom).toBeLessThanOrEqual(sides[1].top);
    expect(await page.getByText('positives above the line, negatives below').first().isVisible()).toBe(true);
    expect(await figure(page, 'Scores by class').locator('.plotLabel').allTextContents()).toEqual(
      expect.arrayContaining(['positive', 'negative', 'test', 'train']),
    );
    await opened.expectClean();
  });

  it('finds colours that are too much alike', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const spoil = '.cell-fn { background: #7d5c00 !important } .cell-tp { background: #8c4a4a !important }';
    const found = await withStyle(page, spoil, () => alike(page, PAIRS));
    expect(found).toContainEqual(expect.stringMatching(/^achromatopsia: true positives and misses/));
    await opened.expectClean();
  });
});

describe('under forced colours', () => {
  /** What the browser draws around and behind an element, in colours of the system. */
  const frameOf = (page: Page, selector: string) =>
    page.locator(selector).first().screenshot({ animations: 'disabled' });

  it.each(['light', 'dark'] as const)('no state is told by a colour that is gone: %s', async (colorScheme) => {
    const opened = await openTuner({ forcedColors: 'active', colorScheme });
    const { page } = opened;
    await page.getByRole('button', { name: /^Lowest cost/ }).click();
    await page.mouse.move(0, 0);
    await atRest(page);
    const sameText = '.tab, .radio span, .rule *, .swatch, .cell * { -webkit-text-fill-color: transparent !important }';
    const states: readonly (readonly [string, string])[] = [
      ['.tab[aria-current=page]', '.tab:not([aria-current=page])'],
      ['.radio input:checked + span', '.radio input:not(:checked) + span'],
      ['.ruleInForce', '.rule:not(.ruleInForce)'],
      ['.swatchPositive', '.swatch:not(.swatchPositive, .swatchNegative)'],
      ['.cell-tp', '.cell-fn'],
      ['.cell-fp', '.cell-tn'],
    ];
    for (const [on, off] of states) {
      // Both are given the same size and no text, so that only how they are drawn is compared.
      const css = `${sameText} ${on}, ${off} { width: 60px !important; min-width: 0 !important; height: 30px !important; font-weight: 400 !important; max-width: 60px !important; padding: 0 !important; overflow: hidden !important }
        ${on} *, ${off} * { visibility: hidden !important }`;
      const [one, other] = await withStyle(page, css, async () => [await frameOf(page, on), await frameOf(page, off)]);
      expect({ on, isTold: !one.equals(other) }).toEqual({ on, isTold: true });
    }
    await opened.expectClean();
  });
});
