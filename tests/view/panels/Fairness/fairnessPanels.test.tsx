import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTunerStore } from '../../../../src/state/store.ts';
import { DisparityPanel } from '../../../../src/view/panels/Fairness/DisparityPanel.tsx';
import { FairPricePanel } from '../../../../src/view/panels/Fairness/FairPricePanel.tsx';
import { PoliciesPanel } from '../../../../src/view/panels/Fairness/PoliciesPanel.tsx';
import { SlicesScreen } from '../../../../src/view/SlicesScreen.tsx';
import { ContextLine } from '../../../../src/view/shell/ContextLine.tsx';
import { started } from '../../../state/started.ts';
import { csvFile, testEnv } from '../../../state/testEnv.ts';
import { show } from '../../charts/openedStore.tsx';

const bySex = (...panels: readonly React.ReactNode[]) => by('sex', ...panels);

async function by(column: string, ...panels: readonly React.ReactNode[]) {
  const { store, page } = await started(`data=german-credit&group=:${column}&t=0.24`);
  await Promise.all([store.getState().refreshGroups(), store.getState().refreshPolicies()]);
  show(<div>{panels}</div>, store);
  return { store, page };
}

it('says in words how groups differ, as counted by hand', async () => {
  await bySex(<DisparityPanel key="disparity" />);
  // On test at 0.24: 42 of 78 women and 81 of 172 men are flagged.
  expect(screen.getByText('47.1 % of “male” are flagged, and 53.8 % of “female”.')).toBeTruthy();
  const flagged = screen.getByRole('row', { name: /Flagged equally often/ });
  expect(within(flagged).getByText('6.8 points')).toBeTruthy();
  expect(within(flagged).getByText('0.875')).toBeTruthy();
});

it('gives each group a threshold of its own, and says so on the other screens with a way back', async () => {
  const { store } = await bySex(<PoliciesPanel key="policies" />, <ContextLine key="context" />);
  expect(screen.queryByText(/Each group of sex has a threshold of its own/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Apply: The best for each' }));
  expect(store.getState().decision.groups?.thresholds).toHaveLength(2);
  // Where it was pressed there is a button still, which keeps the focus and does nothing more.
  const before = store.getState().history.past.length;
  fireEvent.click(screen.getByRole('button', { name: 'in force: The best for each' }));
  expect(store.getState().history.past).toHaveLength(before);
  expect(screen.getByText(/Each group of sex has a threshold of its own/)).toBeTruthy();
  const context = within(screen.getByRole('region', { name: 'What was read' }));
  fireEvent.click(context.getByRole('button', { name: 'One threshold for all again' }));
  expect(store.getState().decision.groups).toBeNull();
  act(() => store.getState().undo());
  expect(store.getState().decision.groups?.thresholds).toHaveLength(2);
});

describe('on a phone', () => {
  beforeEach(() => {
    vi.stubGlobal('matchMedia', (media: string) =>
      Object.assign(new EventTarget(), { matches: media.includes('max-width') }),
    );
  });
  afterEach(() => vi.unstubAllGlobals());

  it('the button stands under the name, so that what a way costs comes next', async () => {
    await bySex(<PoliciesPanel key="policies" />);
    const row = screen.getByRole('row', { name: /^Find equally often/ });
    const [head, ...cells] = [...row.children];
    expect(within(head as HTMLElement).getByRole('button', { name: 'Apply: Find equally often' })).toBeTruthy();
    expect(cells[0].textContent).toMatch(/^\d+\s€/);
    expect(screen.getAllByRole('columnheader')).toHaveLength(1 + cells.length);
  });

  it('a key names the lines of the price of fairness, each name beside its number', async () => {
    const { store } = await bySex(<FairPricePanel key="price" />);
    await act(() => store.getState().refreshPrices());
    screen.getByText(
      '1 Flag equally often · 2 Find equally often · 3 Flag wrongly equally often · 4 Be right equally often · ' +
        '5 Find and flag wrongly equally often · 6 One for all · 7 The best for each',
    );
  });
});

it('chooses no thresholds by what nobody knows when deciding', async () => {
  const { store } = await by('class', <DisparityPanel key="disparity" />, <PoliciesPanel key="policies" />);
  expect(store.getState().policies).toBeNull();
  expect(screen.getByText(/These groups are made by what was true/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Apply/ })).toBeNull();
  expect(screen.getByText('Left out: “good” (There are no positive cases).')).toBeTruthy();
});

it.each([
  ['sex', true],
  ['class', false],
])('names the parts of the screen for %s, and none that is not there', async (column, hasPrices) => {
  const { store } = await by(column, <SlicesScreen key="slices" />);
  await act(() => store.getState().refreshPrices());
  const named = within(screen.getByRole('navigation', { name: 'On this page' })).getAllByRole('button');
  for (const { textContent: name } of named)
    expect(
      screen.queryByRole('region', { name: name ?? '' }) ?? screen.queryByRole('figure', { name: name ?? '' }),
      `${name}`,
    ).not.toBeNull();
  expect(named.some(({ textContent }) => textContent === 'The price of fairness')).toBe(hasPrices);
  expect(named).toHaveLength(hasPrices ? 6 : 4);
});

it('dims the ways of an earlier question until those of the present one are there', async () => {
  const { store } = await bySex(<PoliciesPanel key="policies" />);
  const table = () => screen.getByRole('table', { name: 'A threshold for each group' });
  expect(table().getAttribute('aria-busy')).toBe('false');
  act(() => store.getState().setFairness({ tolerance: 0.1 }));
  expect(table().getAttribute('aria-busy')).toBe('true');
  await act(() => store.getState().refreshPolicies());
  expect(table().getAttribute('aria-busy')).toBe('false');
});

it('says once for each reason which groups cannot be compared, however many they are', async () => {
  const crowd = Array.from(
    { length: 40 },
    (_, at) => `${at % 2},${((at * 17) % 40) / 40},${at % 4 < 2 ? 'north' : 'south'}`,
  );
  const lone = ['a', 'b', 'c', 'd', 'e'].map((name, at) => `1,0.${at + 3},${name}`);
  const store = createTunerStore(testEnv());
  await store.getState().openFiles([csvFile('lone.csv', `y_true,y_prob,place\n${[...crowd, ...lone].join('\n')}\n`)]);
  store.getState().setGrouping({ by: [{ column: 'place', edges: null }] });
  await Promise.all([store.getState().refreshGroups(), store.getState().refreshPolicies()]);
  show(<PoliciesPanel />, store);
  const way = screen.getByRole('row', { name: /^Flag wrongly equally often/ });
  expect(within(way).getAllByText(/cannot be compared/)).toHaveLength(1);
  expect(way.textContent).toContain(
    'a, b, c and 2 more cannot be compared (There are no negative cases): there the threshold that is best for all stays.',
  );
});
