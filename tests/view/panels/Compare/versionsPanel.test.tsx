import { act, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createTunerStore } from '../../../../src/state/store.ts';
import { VersionsPanel } from '../../../../src/view/panels/Compare/VersionsPanel.tsx';
import { csvFile, testEnv } from '../../../state/testEnv.ts';
import { show } from '../../charts/openedStore.tsx';

/** In March there are no positives; the scores of April are much higher, and rank worse. */
const scoreOf = (month: number, i: number) => {
  const isPositive = i % 3 === 0;
  const noise = ((i * 37) % 100) / 250;
  return month === 4 ? 0.5 + noise : (isPositive ? 0.35 : 0) + noise;
};
const TEXT = `y_true,p,split,month\n${[1, 2, 3, 4]
  .flatMap((month) =>
    Array.from(
      { length: 90 },
      (_, i) => `${Number(month !== 3 && i % 3 === 0)},${scoreOf(month, i)},test,2024-0${month}`,
    ),
  )
  .join('\n')}\n${Array.from({ length: 30 }, (_, i) => `${i % 2},${i / 30},train,2023-12`).join('\n')}\n`;

async function shown(text: string) {
  const store = createTunerStore(testEnv());
  await store.getState().openFiles([csvFile('months.csv', text)]);
  show(<VersionsPanel />, store);
  await act(() => store.getState().refreshVersions());
  return screen.getByRole('region', { name: 'Does it get better or worse over time?' });
}

it('says whether the last version does worse than the first, and that its scores have moved', async () => {
  const panel = await shown(TEXT);
  const verdict = panel.querySelector('.compareVerdict')?.textContent ?? '';
  expect(verdict).toMatch(/^From 2024-01 to 2024-04 the ROC AUC fell from /);
  expect(verdict).toContain('That is more than chance.');
  expect(verdict).toContain('have moved far from those of 2024-01');
  expect(panel.textContent).toContain('One class only, so no ROC AUC: 2024-03.');
  expect(panel.textContent).toContain('No rows on test: 2023-12.');
  const rows = within(panel).getAllByRole('row').slice(1);
  expect(rows.map((row) => row.querySelector('th')?.textContent)).toEqual([
    '2023-12',
    '2024-01',
    '2024-02',
    '2024-03',
    '2024-04',
  ]);
  expect(panel.textContent).not.toContain('NaN');
  expect(screen.getByRole('figure', { name: 'Versions over time' })).toBeDefined();
});

it('says that there are too many', async () => {
  const text = Array.from({ length: 100 }, (_, i) => `${i % 2},${i / 100},d${i}`).join('\n');
  const panel = await shown(`y_true,p,day\n${text}\n`);
  expect(panel.textContent).toContain('“day” has 100 values');
});
