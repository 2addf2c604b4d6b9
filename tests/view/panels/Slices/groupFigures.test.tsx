import { readFileSync } from 'node:fs';
import { act, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { ThresholdMetricId } from '../../../../src/core/metrics/metric.ts';
import { createTunerStore } from '../../../../src/state/store.ts';
import { GroupsPanel } from '../../../../src/view/panels/Slices/GroupsPanel.tsx';
import { csvFile, testEnv } from '../../../state/testEnv.ts';
import { show } from '../../charts/openedStore.tsx';
import { textOf } from '../../textOf.ts';

const RATES = {
  selection_rate: 'selectionRate',
  accuracy: 'accuracy',
  precision: 'precision',
  tpr: 'recall',
  fnr: 'fnr',
  fpr: 'fpr',
  tnr: 'specificity',
  npv: 'npv',
} as const satisfies Record<string, ThresholdMetricId>;
type Rate = keyof typeof RATES;

interface Group extends Readonly<Record<Rate, number | null>> {
  readonly n: number;
  readonly tp: number;
  readonly fn: number;
  readonly wilson: Readonly<Partial<Record<Rate, readonly [number, number] | null>>>;
}
interface Case {
  readonly name: string;
  readonly score: string;
  readonly split: string;
  readonly groups: Readonly<Record<string, readonly { threshold: number; groups: Readonly<Record<string, Group>> }[]>>;
}
const GERMAN_CREDIT = readFileSync('tests/golden/german_credit.csv', 'utf8');
const { cases } = JSON.parse(readFileSync('tests/golden/groups.json', 'utf8')) as { readonly cases: readonly Case[] };

/** Each row of the table by its name: its cells, each as the texts in it. */
function shownGroups(): ReadonlyMap<string, readonly (readonly string[])[]> {
  const [, , ...rows] = within(screen.getByRole('table', { name: 'Who is affected?' })).getAllByRole('row');
  return new Map(
    rows.map((row) => [
      textOf(within(row).getByRole('rowheader')),
      within(row)
        .getAllByRole('cell')
        .map((cell) => [...cell.querySelectorAll('span')].map(textOf)),
    ]),
  );
}

/** A percentage is right where it is the share rounded to the decimals shown. */
const expectPercent = (text: string, share: number) => {
  expect(text).toMatch(/^\d+\.\d$/);
  expect(Math.abs(Number(text) - 100 * share)).toBeLessThanOrEqual(0.05 + 1e-9);
};

it.each(cases)('$name: rows, rates and intervals on screen are those of scikit-learn and scipy', async (golden) => {
  const store = createTunerStore(testEnv());
  await store.getState().openFiles([csvFile('german_credit.csv', GERMAN_CREDIT)]);
  await store.getState().chooseModel(golden.score);
  store.getState().setSplit(golden.split);
  store.getState().setGroupChoice({ metrics: Object.values(RATES) });
  show(<GroupsPanel />, store);
  const undefinedRates: string[] = [];
  for (const [columns, tables] of Object.entries(golden.groups)) {
    const by = columns.split(' x ').map((column) => ({ column, edges: null }));
    await act(async () => {
      store.getState().setGrouping({ by });
      await store.getState().refreshGroups();
    });
    for (const { threshold, groups } of tables) {
      act(() => store.getState().setThreshold(threshold));
      const shown = shownGroups();
      expect([...shown.keys()]).toEqual(
        Object.keys(groups)
          .map((name) => name.replaceAll(' & ', ', '))
          .sort(),
      );
      for (const [name, group] of Object.entries(groups)) {
        const [[rows], [positives], ...cells] = shown.get(name.replaceAll(' & ', ', ')) ?? [];
        expect([rows, positives]).toEqual([String(group.n), String(group.tp + group.fn)]);
        for (const [place, rate] of (Object.keys(RATES) as Rate[]).entries()) {
          const [value, second] = cells[place];
          const expected = group[rate];
          if (expected === null) {
            expect([value, second]).toEqual(['—', expect.stringMatching(/^[A-Z].+\.$/)]);
            undefinedRates.push(`${name}: ${rate}`);
            continue;
          }
          expectPercent(value.replace(' %', ''), expected);
          const interval = group.wilson[rate];
          if (!interval) continue;
          const ends = second.replace(' %', '').split('–');
          expect(ends).toHaveLength(2);
          for (const [end, text] of ends.entries()) expectPercent(text, interval[end]);
        }
      }
    }
  }
  expect(undefinedRates).toEqual(UNDEFINED[golden.name]);
});

/** The three rates of age band × sex that have no value: nothing is flagged in one group, and nothing left alone in two. */
const UNDEFINED: Readonly<Record<string, readonly string[]>> = {
  'p_logreg validation': ['50 and over & female: precision'],
  'p_gboost validation': [],
  'p_logreg test': ['50 and over & female: npv'],
  'p_gboost test': ['under 25 & male: npv'],
};

it('says why rows that several thresholds decide about have no net benefit', async () => {
  const store = createTunerStore(testEnv());
  await store.getState().openFiles([csvFile('german_credit.csv', GERMAN_CREDIT)]);
  store.getState().setGroupChoice({ metrics: ['netBenefit'] });
  show(<GroupsPanel />, store);
  await act(async () => {
    store.getState().setGrouping({ by: [{ column: 'sex', edges: null }] });
    await store.getState().refreshGroups();
  });
  const reasons = () => [...shownGroups().values()].map(([, , [value, reason]]) => [value === '—', reason]);
  expect(reasons().some(([isAbsent]) => isAbsent)).toBe(false);
  const table = () => textOf(screen.getByRole('table', { name: 'Who is affected?' }));
  const several = 'Several thresholds decide here, so no one of them says what a false alarm weighs.';
  act(() => store.getState().setGroupThreshold([{ kind: 'value', text: 'female' }], 0.3, 'test'));
  expect(table().split(several)).toHaveLength(2);
  expect(reasons().some(([isAbsent]) => isAbsent)).toBe(false);
});
