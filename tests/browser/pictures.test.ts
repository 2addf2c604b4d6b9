import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { button, CHARTS, countsAt, csvCells, downloadBy, eventually, openTuner, sampleRows } from './tuner.ts';

const DRAWN = [...CHARTS, 'Decision threshold', 'Confusion matrix'];

const PNG_HEADER = '89504e470d0a1a0a';

describe('a chart as a picture', () => {
  it('is saved as PNG and SVG with title, values and decision, on a light ground whatever the page shows', async () => {
    const opened = await openTuner({ colorScheme: 'dark', hash: 't=0.59' });
    const { page } = opened;
    for (const title of DRAWN) {
      const saved = async (format: string): Promise<Buffer> => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          button(page, `${format}: ${title}`).click(),
        ]);
        expect(download.suggestedFilename()).toMatch(new RegExp(`^streamlit-demo-[a-z-]+\\.${format.toLowerCase()}$`));
        return readFile(await download.path());
      };
      const png = await saved('PNG');
      expect(png.subarray(0, 8).toString('hex')).toBe(PNG_HEADER);
      // Two dots a pixel of a chart that is some hundred pixels wide.
      expect(png.readUInt32BE(16)).toBeGreaterThan(600);

      const svg = (await saved('SVG')).toString();
      expect(svg).toContain(`>${title}</text>`);
      expect(svg).toContain('streamlit-demo.csv · test · flagged at score ≥ 0.59');
      expect(svg).toContain('fill="#ffffff"');
      // The threshold's violet of the light theme, not that of the dark one.
      if (title !== 'Confusion matrix') expect(svg).toContain('rgb(91, 63, 214)');
      const outside = await page.evaluate((text) => {
        const drawing = new DOMParser().parseFromString(text, 'image/svg+xml');
        const referring = [...drawing.querySelectorAll('*')].flatMap((element) =>
          [...element.attributes].map(({ name, value }) => `${name}=${value}`),
        );
        return [
          drawing.documentElement.localName,
          ...referring.filter((text) => /(href|src)=|url\((?!["']?#)|https?:/.test(text) && !text.startsWith('xmlns=')),
          ...[...drawing.querySelectorAll('script, image, foreignObject, style')].map(({ localName }) => localName),
        ];
      }, svg);
      expect(outside).toEqual(['svg']);
      expect(svg).not.toContain('rgb(171, 152, 255)');
    }
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await opened.expectClean();
  });

  it('is copied as an image that can be pasted, not blank', async () => {
    const opened = await openTuner({ hash: 't=0.59' });
    const { page, context } = opened;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    for (const title of DRAWN) {
      await page.evaluate(() => navigator.clipboard.writeText(''));
      await button(page, `Copy as image: ${title}`).click();
      const pasted = () =>
        page.evaluate(async () => {
          const [item] = await navigator.clipboard.read();
          if (!item?.types.includes('image/png')) return null;
          const bitmap = await createImageBitmap(await item.getType('image/png'));
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
          const drawing = canvas.getContext('2d')!;
          drawing.drawImage(bitmap, 0, 0);
          const { data } = drawing.getImageData(0, 0, bitmap.width, bitmap.height);
          const colours = new Set<number>();
          for (let i = 0; i < data.length; i += 4) colours.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
          return { isLarge: bitmap.width > 500 && bitmap.height > 300, corner: data[0], isDrawn: colours.size > 20 };
        });
      await eventually(pasted).toEqual({ isLarge: true, corner: 255, isDrawn: true });
    }
    await opened.expectClean();
  });

  it('stays to be saved where the browser copies no images', async () => {
    const opened = await openTuner({
      before: async (page) => {
        await page.addInitScript(() => void Reflect.deleteProperty(globalThis, 'ClipboardItem'));
      },
    });
    const { page } = opened;
    await button(page, 'Copy as image: ROC').click();
    await page.getByRole('alert').getByText('Save the chart as PNG instead').waitFor();
    await opened.expectClean();
  });
});

describe('the other tables as CSV', () => {
  it('hold the matrix and the key figures with every digit', async () => {
    const opened = await openTuner({ hash: 't=0.5233633826490391' });
    const { page } = opened;
    const { tp, fn, fp, tn } = countsAt(sampleRows('test'), 0.5233633826490391);
    const matrix = await downloadBy(page, () => button(page, 'CSV: Confusion matrix').click());
    expect(
      csvCells(matrix.text)
        .slice(1)
        .map((row) => row.slice(0, 7)),
    ).toEqual([
      ['test', '>=', '0.5233633826490391', 'positive', 'flagged', String(tp), String(tp / (tp + fn))],
      ['test', '>=', '0.5233633826490391', 'positive', 'not flagged', String(fn), String(fn / (tp + fn))],
      ['test', '>=', '0.5233633826490391', 'negative', 'flagged', String(fp), String(fp / (fp + tn))],
      ['test', '>=', '0.5233633826490391', 'negative', 'not flagged', String(tn), String(tn / (fp + tn))],
    ]);
    const figures = await downloadBy(page, () => button(page, 'CSV: Key figures').click());
    const now = csvCells(figures.text).filter(([point]) => point === 'now');
    expect(now.map(([, , , , figure, value]) => [figure, value])).toEqual([
      ['precision', String(tp / (tp + fp))],
      ['recall', String(tp / (tp + fn))],
      ['f1', String((2 * tp) / (2 * tp + fp + fn))],
      ['cost', String(5 * fn + fp)],
    ]);
    await opened.expectClean();
  });
});

describe('on paper', () => {
  it.each(['A4', 'Letter'])('Tune is one light page of %s, whatever the screen shows', async (format) => {
    const opened = await openTuner({ colorScheme: 'dark', hash: 't=0.59' });
    const { page } = opened;
    const paper = (await page.pdf({ format, printBackground: true })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 718, height: 1000 });
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).color)).toBe('rgb(20, 24, 31)');
    const shown = (selector: string) => page.locator(selector).filter({ visible: true }).count();
    expect(await shown('.topBar, .chartActions, .rulesPanel, select')).toBe(0);
    expect(await shown('.rail, .sentence, .matrix, .keyPanel, .metrics')).toBe(5);
    expect(await shown('.tuneCharts figure')).toBe(3);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await opened.expectClean();
  });
});
