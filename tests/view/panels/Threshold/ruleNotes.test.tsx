import { act, cleanup, screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import type { TunerStore } from '../../../../src/state/store.ts';
import { Rail } from '../../../../src/view/panels/Threshold/Rail.tsx';
import { RulesPanel } from '../../../../src/view/panels/Threshold/RulesPanel.tsx';
import { evaluationOf, openedStore, show } from '../../charts/openedStore.tsx';
import { textOf } from '../../textOf.ts';

/** One row alone at the top, four that share a score, five below them. */
const ROWS = [
  [1, 0.9],
  ...[1, 0, 1, 0].map((label) => [label, 0.7] as const),
  ...[0, 0, 1, 0, 0].map((label, i) => [label, 0.5 - i / 10] as const),
] as const;

let store: TunerStore;
const open = (rows: readonly (readonly [number, number])[]) => {
  store = openedStore([evaluationOf('test', rows)]);
  show(
    <>
      <Rail />
      <RulesPanel />
    </>,
    store,
  );
};
const rule = (name: RegExp) => textOf(screen.getByRole('button', { name }).closest('li') as HTMLElement);
const setSettings = (settings: Parameters<ReturnType<TunerStore['getState']>['setRuleSettings']>[0]) =>
  act(() => store.getState().setRuleSettings(settings));

beforeEach(() => open(ROWS));

it('says of a share to flag that the cut would go through a tie, and how many too few or too many that makes', () => {
  setSettings({ topShare: 0.2 });
  expect(rule(/^Flag top 20\s%: /)).toContain(
    'Flags 1 case, 1 fewer than 2: the next 4 share one score, and with them it would be 3 too many.',
  );
  expect(screen.getByRole('button', { name: /^Flag top 20\s%: 0\.90/ })).toBeTruthy();
  setSettings({ topShare: 0.5 });
  expect(rule(/^Flag top 50\s%: /)).not.toContain('share one score');
});

it('says it of a number of cases to flag too, and that there are no more cases', () => {
  act(() => store.getState().setShownRules(['flagCount']));
  setSettings({ topCount: 3 });
  expect(rule(/^Flag top 3 cases: /)).toContain('Flags 1 case, 2 fewer than 3');
  setSettings({ topCount: 400 });
  expect(rule(/^Flag top 400 cases: /)).toContain('There are only 10 cases: all of them fit.');
});

it('has a tick on the rail for a goal that flags nobody, which sets it', () => {
  cleanup();
  open(ROWS.map(([label, score], place) => [place === 0 ? 0 : label, score] as const));
  act(() => store.getState().setPrices({ miss: 0.01 }));
  expect(rule(/^Lowest cost: /)).toContain('This flags nobody.');
  const tick = screen.getByRole('button', { name: /^cost\s*flags nobody$/ });
  act(() => tick.click());
  expect(store.getState().decision.goal).toBe('lowestCost');
});
