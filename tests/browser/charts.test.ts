import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { asBothWrite } from './language/speaking.ts';
import {
  button,
  CHARTS,
  choose,
  countsAt,
  csvCells,
  downloadBy,
  eventually,
  exactThreshold,
  expectAddress,
  expectMatrix,
  expectThreshold,
  figure,
  marker,
  openTuner,
  rested,
  sampleRows,
  typeThreshold,
} from './tuner.ts';

const testRows = sampleRows('test');
/** Those whose marker is tried elsewhere, or that have none. */
const OTHERS = ['Precision by base rate', 'Errors by automation', 'Goal by threshold'];

/** What a chart must say and where its marker must stand, counted from the rows alone. */
function expected(rows: ReturnType<typeof sampleRows>, threshold: number) {
  const { tp, fn, fp, tn } = countsAt(rows, threshold);
  const total = tp + fn + fp + tn;
  const recall = tp / (tp + fn);
  const precision = tp / (tp + fp);
  const fpr = fp / (fp + tn);
  const f1 = (2 * tp) / (2 * tp + fp + fn);
  const [r, p, f, a] = [recall, precision, f1, fpr].map((value) => value.toFixed(3));
  const share = (tp + fp) / total;
  const lift = precision / ((tp + fn) / total);
  const odds = threshold / (1 - threshold);
  const benefit = tp / total - (fp / total) * odds;
  const shown = (value: number) => value.toFixed(3).replace('-', '−');
  // The bin of equal width that a case on the threshold falls in.
  const edge = Math.ceil(threshold * 10 - 1e-9) / 10;
  const bin = rows.filter(({ score }) => score > edge - 0.1 && score <= edge);
  const mean = (of: (row: (typeof bin)[number]) => number) => bin.reduce((sum, row) => sum + of(row), 0) / bin.length;
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return {
    readouts: {
      'Precision and recall': `recall ${r} precision ${p}`,
      ROC: `false positive rate ${a} true positive rate ${r}`,
      'Metrics by threshold': `precision ${p} recall ${r} F1 ${f}`,
      'Cumulative gains': `share flagged ${shown(share)} positives found ${r}`,
      Lift: `share flagged ${shown(share)} lift ${shown(lift)}`,
      'Decision curve': `net benefit ${shown(benefit)} flag all ${shown((tp + fn - (fp + tn) * odds) / total)}`,
      Reliability: `mean score ${shown(mean(({ score }) => score))} share of positives ${shown(mean(({ isPositive }) => Number(isPositive)))} cases ${bin.length.toLocaleString('en')}`,
      'How far apart the classes are': `positives below ${shown(1 - recall)} negatives below ${shown(1 - fpr)} apart by ${shown(recall - fpr)}`,
      'Scores by class': `positives flagged ${percent(recall)} negatives flagged ${percent(fpr)}`,
    },
    places: {
      'Precision and recall': [[recall, precision]],
      ROC: [[fpr, recall]],
      'Cumulative gains': [[share, recall]],
      'How far apart the classes are': [[threshold, 1 - recall]],
    },
  };
}

async function readout(page: Page, title: string): Promise<string> {
  const text = await figure(page, title).locator('p').first().textContent();
  return asBothWrite(text!.replaceAll(/\s+/g, ' ').trim());
}

/** Where the dots of a chart stand, each as shares of the plot's width and height. */
async function dots(page: Page, title: string): Promise<readonly (readonly [number, number])[]> {
  return figure(page, title).evaluate((root) => {
    const plot = root.querySelector('[role=slider]') as SVGRectElement;
    const number = (element: Element, name: string) => Number(element.getAttribute(name));
    return [...root.querySelectorAll('circle.plotPoint')].map((circle) => [
      (number(circle, 'cx') - number(plot, 'x')) / number(plot, 'width'),
      1 - (number(circle, 'cy') - number(plot, 'y')) / number(plot, 'height'),
    ]);
  }) as Promise<[number, number][]>;
}

/** Where on the screen a place of a chart is, given as shares of the plot's width and height. */
async function placeOn(page: Page, title: string) {
  await marker(page, title).scrollIntoViewIfNeeded();
  const box = (await marker(page, title).boundingBox())!;
  return (x: number, y: number) => [box.x + x * box.width, box.y + (1 - y) * box.height] as const;
}

describe('the charts', () => {
  it('are drawn one a task', async () => {
    const opened = await openTuner({
      before: async (page) =>
        void (await page.addInitScript(() => {
          const drawn: number[] = [];
          Reflect.set(globalThis, 'drawn', drawn);
          // Told once at the end of every task that changed the page.
          new MutationObserver((changes) => {
            const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
            const charts = added.filter((node) => node instanceof Element && node.matches('.recharts-wrapper'));
            if (charts.length > 0) drawn.push(charts.length);
          }).observe(document, { subtree: true, childList: true });
        })),
    });
    expect(await opened.page.evaluate(() => Reflect.get(globalThis, 'drawn'))).toEqual(
      [...CHARTS, ...OTHERS].map(() => 1),
    );
    await opened.expectClean();
  });

  it('have their title as name, and say in words what they show', async () => {
    const opened = await openTuner();
    const { page } = opened;
    expect(await page.getByRole('figure').count()).toBe([...CHARTS, ...OTHERS].length);
    for (const title of CHARTS) {
      const described = figure(page, title);
      await described.getByRole('heading', { name: title }).waitFor();
      const id = await described.getAttribute('aria-describedby');
      const description = page.locator(`[id="${id}"]`);
      expect(await description.textContent()).toContain('At score ≥ 0.50');
    }
    await opened.expectClean();
  });

  it('show the matrix’ own values at the exact place, not those of the nearest drawn point', async () => {
    const opened = await openTuner();
    const { page } = opened;
    for (const typed of ['0.5771', '0.590123', '0.5233633826490391', '0.93']) {
      await typeThreshold(page, typed);
      const counts = countsAt(testRows, Number(typed));
      await expectMatrix(page, counts);
      const { readouts, places } = expected(testRows, Number(typed));
      for (const title of CHARTS) {
        await eventually(() => readout(page, title)).toBe(asBothWrite(readouts[title]));
        const said = await marker(page, title).getAttribute('aria-valuetext');
        expect(asBothWrite(said!.replaceAll(/[,\s]+/g, ' '))).toContain(asBothWrite(readouts[title]));
      }
      for (const [title, [[x, y]]] of Object.entries(places)) {
        const [dot] = await dots(page, title);
        expect(dot[0]).toBeCloseTo(x, 9);
        expect(dot[1]).toBeCloseTo(y, 9);
      }
      const upright = (await dots(page, 'Metrics by threshold')).map(([x]) => x);
      expect(new Set(upright.map((x) => x.toFixed(9)))).toEqual(new Set([Number(typed).toFixed(9)]));
    }
    await opened.expectClean();
  });

  it.each(['Precision and recall', 'ROC', 'Cumulative gains'] as const)(
    'set the threshold where “%s” is pressed and dragged, by cuts that exist',
    async (title) => {
      const opened = await openTuner();
      const { page } = opened;
      const scores = new Set(testRows.map(({ score }) => score));
      const at = await placeOn(page, title);
      const [from] = await dots(page, title);
      await page.mouse.move(...at(...from));
      await page.mouse.down();
      for (const target of [0.3, 0.4, 0.65, 0.7]) {
        const [[x, y]] = expected(testRows, target).places[title];
        await page.mouse.move(...(await placeOn(page, title))(x, y), { steps: 4 });
        await rested(page);
        await page.mouse.move(...(await placeOn(page, title))(x, y));
        await eventually(async () => Math.abs((await exactThreshold(page)) - target)).toBeLessThan(0.02);
        const exact = await exactThreshold(page);
        await expectMatrix(page, countsAt(testRows, exact));
        expect(scores).toContain(exact);
        const [dot] = await dots(page, title);
        const shown = expected(testRows, exact).places[title][0];
        expect(dot[0]).toBeCloseTo(shown[0], 9);
        expect(dot[1]).toBeCloseTo(shown[1], 9);
      }
      await page.mouse.up();
      await page.mouse.move(...at(0.5, 0.1));
      await button(page, 'Undo').click();
      await expectThreshold(page, '0.50');
      expect(await button(page, 'Undo').isDisabled()).toBe(true);
      await opened.expectClean();
    },
  );

  it.each([
    'Metrics by threshold',
    'Decision curve',
    'Reliability',
    'How far apart the classes are',
    'Scores by class',
  ])('set the threshold where “%s” is pressed and dragged, in hundredths', async (title) => {
    const opened = await openTuner();
    const { page } = opened;
    const at = await placeOn(page, title);
    await page.mouse.click(...at(0.351, 0.5));
    await expectThreshold(page, '0.35');
    await expectMatrix(page, countsAt(testRows, 0.35));
    await page.mouse.move(...at(0.35, 0.5));
    await page.mouse.down();
    await page.mouse.move(...at(0.622, 0.9), { steps: 12 });
    await expectThreshold(page, '0.62');
    await page.mouse.up();
    await expectMatrix(page, countsAt(testRows, 0.62));
    await button(page, 'Undo').click();
    await expectThreshold(page, '0.35');
    await opened.expectClean();
  });

  it('keep still under the pointer while they are dragged', async () => {
    const opened = await openTuner();
    const { page } = opened;
    for (const title of CHARTS) {
      await typeThreshold(page, '0.5');
      const at = await placeOn(page, title);
      const before = (await marker(page, title).boundingBox())!;
      await page.mouse.move(...at(0.6, 0.6));
      await page.mouse.down();
      const moved: number[] = [];
      for (const [x, y] of [
        [0.62, 0.62],
        [0.9, 0.25],
        [0.02, 0.97],
        [0.5, 0.5],
      ]) {
        await page.mouse.move(...at(x, y), { steps: 3 });
        await rested(page);
        moved.push(Math.round(Math.abs((await marker(page, title).boundingBox())!.y - before.y)));
      }
      await page.mouse.up();
      expect({ title, moved }).toEqual({ title, moved: moved.map(() => 0) });
    }
    await opened.expectClean();
  });

  it('move their marker by the keys of the slider', async () => {
    const opened = await openTuner();
    const { page } = opened;
    for (const title of CHARTS) {
      await marker(page, title).focus();
      for (const [key, shown] of [
        ['ArrowRight', '0.51'],
        ['PageUp', '0.61'],
        ['Home', '0.00'],
      ]) {
        await page.keyboard.press(key);
        await expectThreshold(page, shown);
      }
      await expectMatrix(page, countsAt(testRows, 0));
      await page.keyboard.press('Shift+ArrowRight');
      await eventually(() => exactThreshold(page)).toBeGreaterThan(0);
      expect(await marker(page, title).getAttribute('aria-valuenow')).toBe(String(await exactThreshold(page)));
      await typeThreshold(page, '0.5');
    }
    await opened.expectClean();
  });

  it('show as many metrics as are chosen, and the address keeps them', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await button(page, 'Choose metrics').click();
    await page.getByRole('checkbox', { name: 'specificity' }).check();
    await page.getByRole('checkbox', { name: 'recall' }).uncheck();
    await page.keyboard.press('Escape');
    await eventually(() => readout(page, 'Metrics by threshold')).toBe(
      asBothWrite('precision 0.577 F1 0.660 specificity 0.935'),
    );
    await expectAddress(page, { curves: 'precision,f1,specificity' });
    await opened.expectClean();
  });

  it('are tables too, in a dialog that Escape closes', async () => {
    const opened = await openTuner();
    const { page } = opened;
    for (const title of CHARTS) {
      const opener = button(page, `Table: ${title}`);
      await opener.click();
      const dialog = page.getByRole('dialog', { name: `Data: ${title}` });
      const table = dialog.getByRole('table', { name: `Data: ${title}` });
      const rows = await table.getByRole('row').count();
      expect(rows).toBeGreaterThan(10);
      expect(rows).toBeLessThan(30);
      expect(await table.getByRole('rowheader').count()).toBe(rows - 1);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    }
    await opened.expectClean();
  });

  it('can be downloaded with every digit', async () => {
    const opened = await openTuner();
    const { page } = opened;
    for (const [title, file, header, of] of [
      ['Precision and recall', 'precision-recall', 'recall,precision', ['recall', 'precision']],
      ['ROC', 'roc', 'fpr,recall', ['fpr', 'recall']],
      ['Metrics by threshold', 'metrics-by-threshold', 'precision,recall,f1', ['precision', 'recall', 'f1']],
      ['Cumulative gains', 'cumulative-gains', 'selectionRate,recall', ['selectionRate', 'recall']],
    ] as const) {
      const { name, text } = await downloadBy(page, () => button(page, `CSV: ${title}`).click());
      expect(name).toBe(`streamlit-demo-${file}.csv`);
      const [columns, ...rows] = csvCells(text);
      expect(columns.join()).toBe(`split,rule,threshold,${header}`);
      expect(rows.some(([split]) => split === 'train')).toBe(true);
      expect(rows.length).toBeGreaterThan(500);
      for (const [split, rule, threshold, ...values] of rows.filter(([split]) => split === 'test')) {
        const { tp, fn, fp, tn } = countsAt(testRows, Number(threshold));
        const exact = {
          recall: tp / (tp + fn),
          precision: tp / (tp + fp),
          fpr: fp / (fp + tn),
          selectionRate: (tp + fp) / (tp + fp + fn + tn),
          f1: (2 * tp) / (2 * tp + fp + fn),
        };
        const want = of.map((metric) => (Number.isNaN(exact[metric]) ? '' : String(exact[metric])));
        expect([split, rule, threshold, ...values]).toEqual(['test', '>=', threshold, ...want]);
      }
    }
    const scores = await downloadBy(page, () => button(page, 'CSV: Scores by class').click());
    const [columns, ...rows] = csvCells(scores.text);
    expect(columns.join()).toBe('split,from,to,positives,negatives,share_of_positives,share_of_negatives');
    const inTest = rows.filter(([split]) => split === 'test');
    expect(inTest.reduce((sum, row) => sum + Number(row[3]), 0)).toBe(623);
    expect(inTest.reduce((sum, row) => sum + Number(row[4]), 0)).toBe(5377);
    await opened.expectClean();
  });

  it('turn to the split in view', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await choose(page, 'Evaluate on', 'train');
    const { readouts } = expected(sampleRows('train'), 0.5);
    for (const title of CHARTS) await eventually(() => readout(page, title)).toBe(asBothWrite(readouts[title]));
    await opened.expectClean();
  });
});

it('stand in rows of three that are full to the last one on a wide screen', async () => {
  const { page } = await openTuner();
  await figure(page, 'Errors by automation').waitFor();
  const [last, grid] = await page.evaluate(() => {
    const charts = document.querySelector('.tuneCharts')!;
    const lowest = [...charts.children].filter((child) => child.localName !== 'template').at(-1)!;
    return [lowest, charts].map((element) => Math.round(element.getBoundingClientRect().right));
  });
  expect(last).toBe(grid);
});
