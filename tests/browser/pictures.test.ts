import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { asBothWrite } from './language/speaking.ts';
import { button, CHARTS, countsAt, csvCells, downloadBy, eventually, openTuner, sampleRows } from './tuner.ts';

const FIGURES = ['Decision threshold', 'Confusion matrix', ...CHARTS] as const;
const NOTE = 'streamlit-demo.csv · test · flagged at score ≥ 0.59';

type Rgb = readonly [red: number, green: number, blue: number];
/** Of the light theme; the dark one has others. */
const VIOLET: Rgb = [91, 63, 214];
const BLUE: Rgb = [11, 111, 184];

async function saved(page: Page, format: string, title: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, `${format}: ${title}`).click()]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`^streamlit-demo-[a-z-]+\\.${format.toLowerCase()}$`));
  return readFile(await download.path());
}

/** What a browser sees in a PNG: its size, its corners, and how many dots have each of some colors. */
async function looksOf(page: Page, png: string, colors: readonly Rgb[]) {
  return page.evaluate(
    async ([base64, wanted]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const { width, height } = image;
      const pen = new OffscreenCanvas(width, height).getContext('2d')!;
      pen.drawImage(image, 0, 0);
      const { data } = pen.getImageData(0, 0, width, height);
      const dot = (x: number, y: number) => [...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4)];
      const count = (is: (i: number) => boolean) => {
        let found = 0;
        for (let i = 0; i < data.length; i += 4) if (is(i)) found++;
        return found;
      };
      return {
        width,
        height,
        corners: [dot(0, 0), dot(width - 1, 0), dot(0, height - 1), dot(width - 1, height - 1)],
        light: count((i) => data[i] + data[i + 1] + data[i + 2] > 600) / (width * height),
        dark: count((i) => data[i] + data[i + 1] + data[i + 2] < 240),
        colored: wanted.map((color) => count((i) => color.every((value, k) => data[i + k] === value))),
      };
    },
    [png, colors] as const,
  );
}

/** What a browser reads in an SVG, and all that would make it depend on something outside. */
async function partsOf(page: Page, svg: string) {
  return page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    const elements = [...parsed.querySelectorAll('*')];
    const values = elements.flatMap((element) => [...element.attributes].map(({ value }) => value));
    const named = values.flatMap((value) => [...value.matchAll(/url\(["']?([^)"']*)["']?\)/g)].map(([, to]) => to));
    const texts = elements.filter(({ localName }) => localName === 'text').map(({ textContent }) => textContent);
    // The note may stand on two lines; Chinese has no space where one ends.
    const [first, last] = texts.slice(-2);
    return {
      isSvg: parsed.querySelector('parsererror') === null && parsed.documentElement.localName === 'svg',
      title: texts[0],
      note: first + (/\p{Script=Han}$/u.test(first) ? '' : ' ') + last,
      foreign: [
        ...elements.filter((element) => /^(image|use|style|script|foreignObject|a)$/.test(element.localName)),
        ...named.filter((to) => !to.startsWith('#') || parsed.getElementById(to.slice(1)) === null),
      ].map(String),
      fonts: [...new Set(elements.flatMap((element) => element.getAttribute('font-family') ?? []))],
      size: [parsed.documentElement.getAttribute('width'), parsed.documentElement.getAttribute('height')].map(Number),
      leftovers: values.filter((value) => /var\(|slider/.test(value)),
    };
  }, svg);
}

function textsOf(page: Page, svg: string): Promise<string[]> {
  return page.evaluate(
    (text) =>
      [...new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('text')].map(
        ({ textContent }) => textContent,
      ),
    svg,
  );
}

describe('a picture of a figure', () => {
  it.each([
    [1440, FIGURES],
    [390, FIGURES.slice(0, 3)],
  ] as const)(
    'is saved, and copied, with title, legend, threshold and decision, light whatever the page shows, on a page %i px wide',
    async (width, figures) => {
      const opened = await openTuner({ colorScheme: 'dark', hash: 't=0.59', width });
      const { page, context } = opened;
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      for (const title of figures) {
        const svg = (await saved(page, 'SVG', title)).toString();
        const { isSvg, title: heading, note, foreign, fonts, size, leftovers } = await partsOf(page, svg);
        expect(isSvg).toBe(true);
        expect(heading).toBe(title);
        expect(note).toContain(NOTE);
        expect({ title, foreign, leftovers }).toEqual({ title, foreign: [], leftovers: [] });
        for (const font of fonts) expect(font).toMatch(/sans-serif$/);
        expect(svg).not.toContain('rgb(171, 152, 255)');

        const png = await saved(page, 'PNG', title);
        const looks = await looksOf(page, png.toString('base64'), [VIOLET, BLUE]);
        const [violet, blue] = looks.colored;
        // Two dots a pixel.
        expect([looks.width, looks.height]).toEqual(size.map((pixels) => 2 * pixels));
        expect(looks.width).toBeGreaterThan(600);
        expect(looks.corners).toEqual(Array(4).fill([255, 255, 255, 255]));
        expect(looks.light).toBeGreaterThan(0.5);
        expect(looks.dark).toBeGreaterThan(500);
        if (title === 'Confusion matrix') expect(blue).toBeGreaterThan(2000);
        else expect(violet).toBeGreaterThan(150);

        await button(page, `Copy as image: ${title}`).click();
        await page.getByText('Picture copied').waitFor();
        const [copied] = await eventuallyCopied(page);
        expect({ title, ...(await looksOf(page, copied, [VIOLET, BLUE])) }).toEqual({ title, ...looks });
        await page.evaluate(() => navigator.clipboard.writeText(''));
      }
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
      await opened.expectClean();
    },
  );

  it('names both classes, what is hollow, the counts and the shares', async () => {
    const opened = await openTuner({ hash: 't=0.59' });
    const { page } = opened;
    const counts = countsAt(sampleRows('test'), 0.59);
    const thousands = (count: number) => count.toLocaleString('en-US');
    const words = async (title: string) =>
      asBothWrite((await textsOf(page, (await saved(page, 'SVG', title)).toString())).join(' | '));

    const rail = await words('Decision threshold');
    expect(rail).toContain(`positive, ${thousands(counts.tp + counts.fn)}`);
    expect(rail).toContain(`negative, ${thousands(counts.fp + counts.tn)}`);
    expect(rail).toContain('hollow: not flagged');
    expect(rail).toContain(`flagged: ${thousands(counts.tp + counts.fp)}`);

    const matrix = await words('Confusion matrix');
    for (const count of Object.values(counts)) expect(matrix.split(' | ')).toContain(thousands(count));
    expect(matrix.replaceAll('\u00a0', ' ')).toContain(`${((100 * counts.tp) / (counts.tp + counts.fn)).toFixed(1)} %`);
    expect(await words('Metrics by threshold')).toMatch(new RegExp(asBothWrite('precision.*recall.*F1')));
    expect(await words('Scores by class')).toMatch(/threshold 0\.59/);
    await opened.expectClean();
  });

  it.each([
    [
      'refuses to be given a picture',
      () => (navigator.clipboard.write = () => Promise.reject(new DOMException('', 'NotAllowedError'))),
    ],
    ['knows no pictures to copy', () => Reflect.deleteProperty(globalThis, 'ClipboardItem')],
  ] as const)('is saved, and said not to be copied, where the browser %s', async (_, hinder) => {
    const opened = await openTuner({ before: async (page) => void (await page.addInitScript(hinder as () => void)) });
    const { page } = opened;
    await button(page, 'Copy as image: ROC').click();
    await page.getByText('The browser did not let the picture be copied. Save it as PNG or SVG instead.').waitFor();
    expect((await saved(page, 'PNG', 'ROC')).subarray(1, 4).toString()).toBe('PNG');
    expect(await page.getByText('did not let the picture be copied').count()).toBe(0);
    await opened.expectClean();
  });
});

/** The pictures on the clipboard, each in base 64. */
async function eventuallyCopied(page: Page): Promise<readonly string[]> {
  const read = () =>
    page.evaluate(async () => {
      const items = await navigator.clipboard.read();
      const blobs = await Promise.all(
        items.filter(({ types }) => types.includes('image/png')).map((item) => item.getType('image/png')),
      );
      return Promise.all(
        blobs.map(async (blob) => btoa(Array.from(await blob.bytes(), (byte) => String.fromCharCode(byte)).join(''))),
      );
    });
  await eventually(async () => (await read()).length).toBe(1);
  return read();
}

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
