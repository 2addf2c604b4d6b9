import { describe, expect, it } from 'vitest';
import { openPage } from './harness.ts';
import { answered, button, eventually, figure, matrixTable, unfold } from './tuner.ts';

const height = () => document.documentElement.scrollHeight;

describe('Tune on a phone', () => {
  it('asks its questions in headings that open, stay open and are part of the address', async () => {
    const opened = await openPage({ width: 390, height: 844, hash: 'data=german-credit' });
    const { page } = opened;
    await matrixTable(page).waitFor();
    await page.getByRole('region', { name: 'How sure is that?' }).getByText('0.2 is as good').waitFor();
    expect(await page.evaluate(height)).toBeLessThanOrEqual(5000);
    const folded = page.locator('.isFolded').getByRole('heading', { level: 2 });
    expect(await folded.allInnerTexts()).toEqual([
      'Does it hold on other cases?',
      'What price of a miss do you act on?',
      'Which thresholds meet your requirements?',
      'Is our file like production?',
      'Should somebody look at the doubtful cases?',
      'ROC',
      'Metrics by threshold',
      'Goal by threshold',
      'Cumulative gains',
      'Lift',
      'Decision curve',
      'Reliability',
      'How far apart the classes are',
      'Errors by automation',
      'Metrics',
      'Scores by class',
    ]);
    for (const title of ['ROC', 'Metrics by threshold', 'Lift']) expect(await figure(page, title).count()).toBe(0);

    const production = button(page, 'Is our file like production?');
    await production.press('Enter');
    await page.getByRole('region', { name: 'Is our file like production?' }).waitFor();
    expect(await production.evaluate((element) => element === document.activeElement)).toBe(true);
    await button(page, 'ROC').click();
    await page.getByRole('slider', { name: 'Marker on ROC' }).waitFor();
    await button(page, 'How sure is that?').click();
    await eventually(async () => new URL(page.url()).hash).toContain('open=production,precisionRecall,roc');

    await page.reload();
    await page.getByRole('region', { name: 'Is our file like production?' }).waitFor();
    await page.getByRole('slider', { name: 'Marker on ROC' }).waitFor();
    expect(await page.getByRole('region', { name: 'How sure is that?' }).count()).toBe(0);
    await unfold(page);
    await answered(page);
    expect(await page.locator('.foldButton[aria-expanded=false]').count()).toBe(0);
    await opened.expectClean();
  });
});
