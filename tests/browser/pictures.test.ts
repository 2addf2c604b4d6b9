import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { button, CHARTS, openTuner } from './tuner.ts';

const PNG_HEADER = '89504e470d0a1a0a';

describe('a chart as a picture', () => {
  it('is saved as PNG and SVG with title, values and decision, on a light ground whatever the page shows', async () => {
    const opened = await openTuner({ colorScheme: 'dark', hash: 't=0.59' });
    const { page } = opened;
    for (const title of CHARTS) {
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
      expect(svg).toContain('rgb(91, 63, 214)');
      expect(svg).not.toContain('rgb(171, 152, 255)');
    }
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await opened.expectClean();
  });
});
