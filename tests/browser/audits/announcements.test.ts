/** What a screen reader is told unasked, and what it finds where nobody sees: live regions and the accessibility tree. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { asBothWrite, asTold } from '../language/speaking.ts';
import {
  button,
  CHARTS,
  choose,
  countsAt,
  eventually,
  expectThreshold,
  figure,
  openTuner,
  sampleRows,
  slider,
  typeThreshold,
} from '../tuner.ts';
import { visitEverything } from './visit.ts';

const testRows = sampleRows('test');

interface Said {
  readonly text: string;
  readonly politeness: string;
  readonly at: number;
}

/** Notes down each text that any live region comes to hold from now on, once the page has said that its file is open. */
async function listen(page: Page): Promise<() => Promise<readonly Said[]>> {
  await page
    .getByRole('status')
    .filter({ hasText: 'streamlit-demo.csv is open. Threshold 0.50 on test' })
    .waitFor({ state: 'attached' });
  const heard = await page.evaluateHandle(() => {
    const said: { text: string; politeness: string; at: number }[] = [];
    const live = '[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], output';
    new MutationObserver((changes) => {
      const regions = new Set<Element>();
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(live);
        if (region) regions.add(region);
      }
      for (const region of regions) {
        const text = region.textContent!.trim();
        const isAlert = region.getAttribute('role') === 'alert' || region.getAttribute('aria-live') === 'assertive';
        if (text !== '') said.push({ text, politeness: isAlert ? 'assertive' : 'polite', at: performance.now() });
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    return said;
  });
  return () => heard.jsonValue();
}

/** What is said at a threshold, counted here. */
function sentenceAt(shown: string): RegExp {
  const { tp, fp, fn } = countsAt(testRows, Number(shown));
  const recall = ((100 * tp) / (tp + fn)).toFixed(1);
  const precision = ((100 * tp) / (tp + fp)).toFixed(1);
  return pattern(
    `^Threshold ${shown} on test: flags ${(tp + fp).toLocaleString('en')} of 6,000.*recall ${recall}\u00a0%.*precision ${precision}\u00a0%`,
  );
}

const pattern = (text: string) => new RegExp(asBothWrite(text));
const texts = (said: readonly Said[]) => said.map(({ text }) => asBothWrite(asTold(text)));

describe('what is said unasked', () => {
  it('is one polite sentence once a drag has come to rest, and nothing at any pixel before', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const heard = await listen(page);
    const box = (await slider(page).boundingBox())!;
    const y = box.y + box.height / 2;
    const x = (score: number) => box.x + 12 + score * (box.width - 24);
    await page.mouse.move(x(0.5), y);
    await page.mouse.down();
    await page.mouse.move(x(0.8), y, { steps: 60 });
    await page.mouse.move(x(0.59), y, { steps: 60 });
    await expectThreshold(page, '0.59');
    const moved = await page.evaluate(() => performance.now());
    await page.mouse.up();
    await eventually(async () => (await heard()).length).toBeGreaterThan(0);
    const said = await heard();
    expect(texts(said)).toEqual([expect.stringMatching(sentenceAt('0.59'))]);
    expect(said[0].politeness).toBe('polite');
    expect(said[0].at).toBeGreaterThan(moved);
    expect(said[0].text).not.toMatch(/\d\.\d{5}/);
    await opened.expectClean();
  });

  it('follows a rule, undo, the other comparison and another split', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const heard = await listen(page);
    const next = async (act: () => Promise<unknown>) => {
      const before = (await heard()).length;
      await act();
      await eventually(async () => (await heard()).length).toBeGreaterThan(before);
      return texts(await heard()).at(-1);
    };
    expect(await next(() => page.getByRole('button', { name: /^Lowest cost/ }).click())).toMatch(
      pattern('^Threshold 0\\.5234 on test'),
    );
    expect(await next(() => button(page, 'Undo').click())).toMatch(sentenceAt('0.50'));
    expect(await next(() => choose(page, 'Evaluate on', 'train'))).toMatch(pattern('^Threshold 0\\.50 on train'));
    expect(await next(() => choose(page, 'Evaluate on', 'test'))).toMatch(sentenceAt('0.50'));
    expect(await next(() => choose(page, 'Decision rule', 'score > threshold'))).toMatch(
      pattern('^Threshold above 0\\.50 on test'),
    );
    await opened.expectClean();
  });

  it('is nothing while nothing has changed', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const heard = await listen(page);
    await slider(page).focus();
    await page.keyboard.press('Tab');
    await page.waitForTimeout(900);
    expect(await heard()).toEqual([]);
    await opened.expectClean();
  });
});

interface Node {
  readonly ignored?: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly description?: { readonly value: string };
  readonly value?: { readonly value: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[];
}

/** The tree that the browser hands to screen readers. */
async function accessibilityTree(page: Page): Promise<readonly Node[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return (nodes as readonly Node[]).filter(({ ignored }) => ignored !== true);
}

const roleOf = (node: Node) => node.role?.value ?? '';
const nameOf = (node: Node) => node.name?.value ?? '';
const propertyOf = (node: Node, name: string) =>
  node.properties?.find((property) => property.name === name)?.value.value;

/** Roles that mean nothing without a name. */
const NAMED = [
  'application',
  'button',
  'checkbox',
  'combobox',
  'dialog',
  'figure',
  'group',
  'grid',
  'heading',
  'img',
  'image',
  'link',
  'menu',
  'menuitem',
  'navigation',
  'radio',
  'radiogroup',
  'region',
  'graphics-document',
  'SvgRoot',
  'slider',
  'spinbutton',
  'table',
  'textbox',
  'progressbar',
];

/** What listeners jump between, by name. */
const LANDMARKS = ['banner', 'complementary', 'contentinfo', 'form', 'main', 'navigation', 'region'];

/** Where a number is heard, not copied. */
const SPOKEN = ['button', 'figure', 'img', 'image', 'status', 'slider', 'region', 'menuitem'];

/** What would puzzle a listener, one line each. */
async function puzzles(page: Page): Promise<string[]> {
  const nodes = await accessibilityTree(page);
  const found: string[] = [];
  const landmarks = new Set<string>();
  for (const node of nodes) {
    const role = roleOf(node);
    const landmark = `${role} “${nameOf(node)}”`;
    if (LANDMARKS.includes(role) && landmarks.has(landmark)) found.push(`two of ${role} “${asTold(nameOf(node))}”`);
    landmarks.add(landmark);
    if (NAMED.includes(role) && nameOf(node) === '') found.push(`a ${role} without a name`);
    if (role === 'application') found.push(`an application “${nameOf(node)}”`);
    if (propertyOf(node, 'live') === 'assertive' && role !== 'alert')
      found.push(`an assertive ${role} “${nameOf(node)}”`);
    if (/\d\.\d{9,}/.test(`${nameOf(node)} ${node.description?.value}`) && SPOKEN.includes(role))
      found.push(`${role} “${nameOf(node)}” says every digit`);
  }
  // Chromium's own tree repeats the raw value of a range field here, whatever it says to a screen reader.
  const values = await page
    .locator('input[type=range], [role=slider]')
    .evaluateAll((sliders) => sliders.map((one) => one.getAttribute('aria-valuetext') ?? ''));
  for (const text of values) if (text === '' || /\d\.\d{5,}/.test(text)) found.push(`a slider says “${text}”`);
  return found;
}

describe('what a screen reader finds', () => {
  it('is named, told apart and never interrupting, wherever one goes', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const found: string[] = [];
    await visitEverything(page, async (name) => {
      for (const puzzle of await puzzles(page)) found.push(`${name}: ${puzzle}`);
    });
    expect(found).toEqual([]);
    await opened.expectClean();
  });

  it('finds fault with what Recharts does by itself: a nameless application, an interrupting tooltip', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await page.evaluate(() => {
      const chart = document.querySelector('.plot svg')!;
      chart.setAttribute('role', 'application');
      chart.setAttribute('tabindex', '0');
      const tooltip = document.createElement('div');
      tooltip.setAttribute('role', 'status');
      tooltip.setAttribute('aria-live', 'assertive');
      tooltip.textContent = 'recall : 0.6886035313001605';
      document.querySelector('.plot')!.append(tooltip);
      document
        .querySelector('.decision')!
        .setAttribute('aria-label', document.querySelector('.keyPanel h2')!.textContent);
    });
    const found = await puzzles(page);
    expect(found).toContain('a application without a name');
    expect(found).toContainEqual(expect.stringMatching(/^an assertive status/));
    expect(found).toContain('two of region “Key figures”');
    await opened.expectClean();
  });

  it.each(CHARTS)(
    'at “%s”: a figure with its name, a sentence at the present threshold, and the table',
    async (title) => {
      const opened = await openTuner();
      const { page } = opened;
      await typeThreshold(page, '0.59');
      const { tp, fp, fn, tn } = countsAt(testRows, 0.59);
      const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}\u00a0%`;
      const [recall, precision, fpr] = [percent(tp, tp + fn), percent(tp, tp + fp), percent(fp, fp + tn)];
      const told = {
        'Precision and recall': `At score ≥ 0.59 recall is ${recall} at a precision of ${precision}.`,
        ROC: `At score ≥ 0.59 the true positive rate is ${recall} at a false positive rate of ${fpr}.`,
        'Metrics by threshold': `At score ≥ 0.59: precision ${(tp / (tp + fp)).toFixed(3)}, recall ${(tp / (tp + fn)).toFixed(3)}, F1`,
        'Cumulative gains': `At score ≥ 0.59, ${percent(tp + fp, 6000)} of the cases are flagged, and ${recall} of the positives found.`,
        Lift: `At score ≥ 0.59, ${percent(tp + fp, 6000)} of the cases are flagged, with lift`,
        'Decision curve': `At score ≥ 0.59 the net benefit is ${(tp / 6000 - ((fp / 6000) * 0.59) / 0.41).toFixed(3)}; flagging everybody has`,
        Reliability: 'At score ≥ 0.59 the threshold lies in the bin from 0.50 to 0.60: mean score',
        'How far apart the classes are': `At score ≥ 0.59, ${percent(fn, tp + fn)} of the positives and ${percent(tn, fp + tn)} of the negatives are not flagged.`,
        'Scores by class': `At score ≥ 0.59 on test, flagged: ${recall} of the positives, ${fpr} of the negatives.`,
      }[title];
      const caption = async () => asBothWrite((await figure(page, title).locator('figcaption').textContent())!);
      await eventually(caption).toContain(asBothWrite(told));
      const described = async () => {
        const figures = (await accessibilityTree(page)).filter((node) => roleOf(node) === 'figure');
        const found = figures.find((node) => asTold(nameOf(node)) === title);
        return asBothWrite(asTold(found?.description?.value ?? ''));
      };
      await eventually(described).toContain(asBothWrite(told));
      await button(page, `Table: ${title}`).click();
      const table = page.getByRole('dialog', { name: `Data: ${title}` }).getByRole('table');
      expect(await table.getByRole('row').count()).toBeGreaterThan(10);
      expect(await table.getByRole('columnheader').count()).toBeGreaterThan(1);
      await opened.expectClean();
    },
  );
});
