import { readFileSync } from 'node:fs';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createTunerStore } from '../../../../src/state/store.ts';
import { AgreementPanel } from '../../../../src/view/panels/Compare/AgreementPanel.tsx';
import { CompareCurves } from '../../../../src/view/panels/Compare/CompareCurves.tsx';
import { ComparePanel } from '../../../../src/view/panels/Compare/ComparePanel.tsx';
import { csvFile, testEnv } from '../../../state/testEnv.ts';
import { show } from '../../charts/openedStore.tsx';

const GERMAN_CREDIT = readFileSync('tests/golden/german_credit.csv', 'utf8');

async function shown(text: string, threshold?: number, env = testEnv()) {
  const store = createTunerStore(env);
  await store.getState().openFiles([csvFile('models.csv', text)]);
  await store.getState().chooseModel('p_logreg');
  if (threshold !== undefined) {
    store.getState().setThreshold(threshold);
    store.getState().setComparedAt('threshold');
  }
  await store.getState().refreshComparison();
  show(
    <>
      <ComparePanel />
      <AgreementPanel />
    </>,
    store,
  );
  return store;
}

const panel = () => screen.getByRole('region', { name: 'Which model is better?' });
const agreement = () => screen.getByRole('region', { name: 'Where do the two disagree?' });
const cells = (row: RegExp, table = 'Models side by side') =>
  within(within(screen.getByRole('table', { name: table })).getByRole('row', { name: row }))
    .getAllByRole('cell')
    .map((cell) => cell.textContent);

it('says who does better at one threshold, and who is right where they differ, as R’s McNemar test has it', async () => {
  await shown(GERMAN_CREDIT, 0.5);
  expect(panel().textContent).toContain('All models at score ≥ 0.50, as on Tune. Compared on test.');
  expect(panel().querySelector('.compareVerdict')?.textContent).toMatch(/^p_gboost misses .* than p_logreg\./);
  expect(panel().querySelector('.compareVerdict')?.textContent).toContain('That could well be chance.');
  expect(agreement().textContent).toContain('p_logreg is right 11 times and p_gboost 10 times');
  fireEvent.focus(screen.getByRole('button', { name: /Were both right equally often/ }));
  expect(screen.getByRole('tooltip').textContent).toContain('p = 1 by the exact binomial');
  const [both, first, second, neither] = ['Both flag', 'Only p_logreg', 'Only p_gboost', 'Neither flags'].map((row) =>
    cells(new RegExp(`^${row}`), 'What both decide').map(Number),
  );
  expect([both, first, second, neither].reduce((sum, [, , all]) => sum + all, 0)).toBe(250);
  const [one, two] = cells(/^Flagged/);
  expect(Number(one)).toBe(both[2] + first[2]);
  expect(two).toMatch(new RegExp(`^${both[2] + second[2]}`));
});

it('gives the difference of the areas with DeLong’s interval, as pROC has it', async () => {
  await shown(GERMAN_CREDIT, 0.5);
  const [first, second] = cells(/^ROC AUC/);
  expect([first, second]).toEqual(['0.775', '0.772−0.003 (−0.035 to +0.029)']);
});

it('compares at as many flags, and keeps the earlier answer until the next one is there', async () => {
  const store = await shown(GERMAN_CREDIT);
  expect(panel().textContent).toContain('Each model at its own best threshold: lowest cost');
  const before = panel().querySelector('.compareVerdict')?.textContent;
  fireEvent.click(within(panel()).getByRole('radio', { name: 'at equal flags' }));
  expect(agreement().querySelector('.isLate')).not.toBeNull();
  await act(() => store.getState().refreshComparison());
  expect(agreement().querySelector('.isLate')).toBeNull();
  expect(panel().querySelector('.compareVerdict')?.textContent).toMatch(/^With as many flags, p_gboost misses /);
  expect(panel().querySelector('.compareVerdict')?.textContent).not.toBe(before);
});

it('says what cannot be compared', async () => {
  const lines = Array.from({ length: 40 }, (_, i) => `${i % 2},${i < 20 ? (i * 7) % 20 : ''},${i < 20 ? '' : i / 40}`);
  const store = createTunerStore(testEnv());
  await store.getState().openFiles([
    csvFile(
      'm.csv',
      `y_true,p_logreg,p_boost\n${lines.join('\n')}\n`.replace(/,(\d+),/g, (_, n) => `,${n / 20},`),
    ),
  ]);
  await store.getState().refreshComparison();
  show(
    <>
      <ComparePanel />
      <CompareCurves />
    </>,
    store,
  );
  expect(screen.queryByRole('figure')).toBeNull();
  expect(panel().textContent).toContain('No row was scored by all of these models');
  expect(panel().textContent).toContain('p_logreg has scored 20 rows besides, which are left out.');
});

it('explains each of its curves from the title', async () => {
  const store = await shown(GERMAN_CREDIT);
  show(<CompareCurves />, store);
  const explained = screen.getAllByRole('figure').map((figure) => {
    const title = within(within(figure).getByRole('heading')).getByRole('button');
    fireEvent.focus(title);
    const said = screen.getByRole('tooltip').textContent;
    fireEvent.blur(title);
    return [title.textContent, said];
  });
  expect(explained).toEqual([
    ['Precision and recall', expect.stringContaining('how many flags are right there')],
    ['ROC', expect.stringContaining('how many negatives are flagged')],
    ['Cumulative gains', expect.stringContaining('Rank all cases by score')],
    ['Calibration', expect.stringContaining('positive as their score says')],
  ]);
});

it('opens a model on Tune', async () => {
  const store = await shown(GERMAN_CREDIT);
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Tune on this: p_gboost' }));
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  expect(store.getState().opened?.prepared.interpretation.score).toBe('p_gboost');
});

it('leads from each count of a disagreement to just those rows', async () => {
  const store = await shown(GERMAN_CREDIT, 0.5);
  const buttons = within(agreement()).getAllByRole('button', { name: /^Show cases/ });
  expect(buttons).toHaveLength(6);
  for (const button of buttons) {
    fireEvent.click(button);
    expect(store.getState().view).toBe('cases');
    const page = await store.getState().fetchCases({ offset: 0, limit: 500 });
    expect(page?.total).toBe(Number(button.textContent));
  }
});

it('leads nowhere where the model in view is compared at another threshold than that of Tune', async () => {
  await shown(GERMAN_CREDIT);
  expect(within(agreement()).queryByRole('button', { name: /^Show cases/ })).toBeNull();
});

it('saves the table with every difference and its interval', async () => {
  const env = testEnv();
  await shown(GERMAN_CREDIT, 0.5, env);
  fireEvent.click(within(panel()).getByRole('button', { name: 'CSV: Models side by side' }));
  const saved = env.page.saved.at(-1);
  expect(saved?.name).toContain('models');
  const [head, ...lines] = ((await saved?.blob.text()) ?? '').trim().split(/\r?\n/);
  expect(head).toBe('split,compared_at,model,threshold,measure,value,difference,difference.low,difference.high');
  const auc = lines.filter((line) => line.includes(',rocAuc,')).map((line) => line.split(','));
  expect(auc.map((cells) => [cells[2], cells[6] === '' ? '' : Number(cells[6]).toFixed(3)])).toEqual([
    ['p_logreg', ''],
    ['p_gboost', '-0.003'],
  ]);
  expect(lines.join()).not.toContain('NaN');
});
