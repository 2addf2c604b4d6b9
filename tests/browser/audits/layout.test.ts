import { describe, expect, it } from 'vitest';
import { asShown } from '../language/speaking.ts';
import { expectThreshold, openTuner, thresholdField, typeThreshold } from '../tuner.ts';
import { cutOffTexts, LOOSE_TEXT, overlappingTexts, tooWideBy } from './layoutAudit.ts';
import { atRest, withStyle } from './restyle.ts';
import { goTo, visitEverything } from './visit.ts';

describe('reading, however the text is set', () => {
  it.each([320, 390, 768, 1440])('nothing is cut off, covered or out of reach at %i', async (width) => {
    const opened = await openTuner({ width, height: 800 });
    const { page } = opened;
    await page.getByRole('button', { name: /^Lowest cost/ }).click();
    await expectThreshold(page, '0.5234');
    const found: string[] = [];
    await visitEverything(page, async (name) => {
      await atRest(page);
      for (const line of [...(await cutOffTexts(page)), ...(await overlappingTexts(page))])
        found.push(`${name}: ${line}`);
      if ((await tooWideBy(page)) > 0) found.push(`${name}: scrolls sideways`);
    });
    expect(found).toEqual([]);
    await opened.expectClean();
  });

  it.each([320, 390, 1440])('with the looser spacing that a reader may set, at %i', async (width) => {
    const opened = await openTuner({ width, height: 800 });
    const { page } = opened;
    await typeThreshold(page, '0.59');
    const found: string[] = [];
    await withStyle(page, LOOSE_TEXT, () =>
      visitEverything(page, async (name) => {
        await atRest(page);
        for (const line of [...(await cutOffTexts(page)), ...(await overlappingTexts(page))])
          found.push(`${name}: ${line}`);
        if ((await tooWideBy(page)) > 0) found.push(`${name}: scrolls sideways`);
      }),
    );
    expect(found).toEqual([]);
    await opened.expectClean();
  });

  it.each([
    [200, 640, 400],
    [400, 320, 200],
  ])('at %i %% of the size, on a screen of 1280 by 800', async (percent, width, height) => {
    const opened = await openTuner({ width, height, deviceScaleFactor: percent / 100 });
    const { page } = opened;
    await typeThreshold(page, '0.59');
    const found: string[] = [];
    for (const tab of ['Tune', 'Data'] as const) {
      await goTo(page, tab);
      await atRest(page);
      for (const line of [...(await cutOffTexts(page)), ...(await overlappingTexts(page))])
        found.push(`${tab}: ${line}`);
      if ((await tooWideBy(page)) > 0) found.push(`${tab}: scrolls sideways`);
    }
    expect(found).toEqual([]);
    await opened.expectClean();
  });

  it('the threshold field shows the whole of any number, however loose, at 320', async () => {
    const opened = await openTuner({ width: 320, height: 800 });
    const { page } = opened;
    const cut = await withStyle(page, LOOSE_TEXT, async () => {
      const found: string[] = [];
      for (const typed of ['0.5234', '0.99995', '1e-9', '-123.456', '1234567.891', 'inf']) {
        await typeThreshold(page, typed);
        await atRest(page);
        found.push(...(await cutOffTexts(page)));
      }
      return found;
    });
    expect(cut).toEqual([]);
    await opened.expectClean();
  });

  it('and finds what is cut off, covered or out of reach, where it is made so', async () => {
    const opened = await openTuner({ width: 390, height: 800 });
    const { page } = opened;
    const spoil = `
      .keyValue { height: 20px; overflow: hidden }
      .keyName { margin-bottom: -30px }
      .railCounts > * { min-width: 600px }
      input.thresholdField { width: 30px; field-sizing: fixed; min-width: 0 }`;
    const field = await asShown(thresholdField(page)).getAttribute('aria-label');
    const precision = await asShown(page.locator('.keyName').getByText('Precision', { exact: true })).textContent();
    await withStyle(page, spoil, async () => {
      expect(await cutOffTexts(page)).toContainEqual(expect.stringContaining('is cut off by keyValue'));
      expect(await cutOffTexts(page)).toContainEqual(expect.stringContaining('leaves the page'));
      expect(await cutOffTexts(page)).toContain(`the field “${field}” cuts off 0.50`);
      expect(await overlappingTexts(page)).toContainEqual(
        expect.stringMatching(`^“${precision}” on | on “${precision}”$`),
      );
      expect(await tooWideBy(page)).toBeGreaterThan(100);
    });
    expect([...(await cutOffTexts(page)), ...(await overlappingTexts(page))]).toEqual([]);
    await opened.expectClean();
  });
});
