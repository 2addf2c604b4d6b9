import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CasesPanel } from '../../../../src/view/panels/Cases/CasesPanel.tsx';
import { FlipsPanel } from '../../../../src/view/panels/Flips/FlipsPanel.tsx';
import { started } from '../../../state/started.ts';
import { show } from '../../charts/openedStore.tsx';

const rowsIn = () => screen.getAllByRole('row').filter((row) => row.id !== '');
// jsdom has dialogs, but no way to open them.
HTMLDialogElement.prototype.showModal = function open() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

const settled = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 50))));

async function openCases() {
  const { store, page } = await started('data=german-credit&t=0.24');
  store.getState().showCases([
    { kind: 'label', isPositive: false },
    { kind: 'flagged', isFlagged: true },
  ]);
  return { store, page };
}

describe('the list of cases', () => {
  it('says in a sentence what is listed, and drops a condition', async () => {
    const { store } = await openCases();
    show(<CasesPanel />, store);
    await screen.findByText('66 false alarms: class = good, score ≥ 0.24, of test.');
    fireEvent.click(screen.getByRole('button', { name: 'Remove: of test' }));
    await screen.findByText(/^\d+ false alarms: class = good, score ≥ 0.24\.$/);
    fireEvent.click(screen.getByRole('button', { name: 'Show all cases' }));
    await screen.findByText('500 cases, all there are.');
  });

  it('says that the threshold of its group decides about each row', async () => {
    const { store } = await openCases();
    const grouping = { by: [{ column: 'sex', edges: null }] };
    const thresholds = [{ values: [{ kind: 'value' as const, text: 'male' }], threshold: 0.9 }];
    store.getState().setGroups({ grouping, thresholds, chosenBy: null });
    show(<CasesPanel />, store);
    await screen.findByText(
      /^\d+ false alarms: class = good, flagged by the threshold of its group \(sex\), of test\.$/,
    );
  });

  it('is gone through with the keys, and Enter opens the row that they are at', async () => {
    const { store } = await openCases();
    show(<CasesPanel />, store);
    await screen.findByText(/^66 false alarms/);
    const grid = screen.getByRole('grid', { name: 'List of cases' });
    const [, second] = rowsIn();
    fireEvent.keyDown(grid, { key: 'ArrowDown' });
    expect(grid.getAttribute('aria-activedescendant')).toBe(second.id);
    expect(second.getAttribute('aria-selected')).toBe('true');
    fireEvent.keyDown(grid, { key: 'Enter' });
    expect(store.getState().openCase).toBe(Number(second.id.replace('case-', '')));
    await screen.findByText(
      /is above the threshold of 0\.24, so it is flagged\. In truth it was good: a false alarm\./,
    );
    fireEvent.click(screen.getByRole('checkbox', { name: 'The label is wrong' }));
    fireEvent.change(screen.getByRole('textbox', { name: 'Note' }), { target: { value: 'paid' } });
    expect([...store.getState().marks.values()]).toEqual([{ note: 'paid' }]);
  });

  it('is sorted by a press on a column, and the other way by the next', async () => {
    const { store } = await openCases();
    show(<CasesPanel />, store);
    await screen.findByText(/^66 false alarms/);
    const button = screen.getByRole('button', { name: 'age' });
    fireEvent.click(button);
    await settled();
    expect(screen.getByRole('columnheader', { name: 'age' }).getAttribute('aria-sort')).toBe('ascending');
    fireEvent.click(button);
    expect(store.getState().caseOrder).toEqual({ column: 'age', isDescending: true });
  });

  it('draws of a long list the rows near those in sight, in the height of all, and on paper those that were fetched', async () => {
    const { store } = await openCases();
    store.getState().setCaseSelection([]);
    show(<CasesPanel />, store);
    await screen.findByText('500 cases, all there are.');
    const fetched = (await store.getState().fetchCases({ offset: 0, limit: 96 }))?.rows ?? [];
    const idsOf = (rows: typeof fetched) => rows.map(({ row }) => `case-${row}`);
    const grid = screen.getByRole('grid', { name: 'List of cases' });
    const height = () =>
      rowsIn().length * 33 +
      [...grid.querySelectorAll('tr')].reduce((sum, { style }) => sum + (Number.parseInt(style.height, 10) || 0), 0);
    expect(rowsIn().map(({ id }) => id)).toEqual(idsOf(fetched.slice(0, 32)));
    expect(height()).toBe(500 * 33);

    const scroller = grid.closest('section') ?? expect.fail();
    Object.defineProperty(scroller, 'clientHeight', { value: 520 });
    fireEvent.scroll(scroller, { target: { scrollTop: 16 * 33 } });
    expect(rowsIn().map(({ id }) => id)).toEqual(idsOf(fetched.slice(8, 48)));
    expect(height()).toBe(500 * 33);
    // The row of the keys is out of sight and not drawn.
    expect(grid.hasAttribute('aria-activedescendant')).toBe(false);

    fireEvent(window, new Event('beforeprint'));
    expect(rowsIn().map(({ id }) => id)).toEqual(idsOf(fetched));
    fireEvent(window, new Event('afterprint'));
    expect(rowsIn()).toHaveLength(40);
  });

  it('is narrowed by a condition on a column', async () => {
    const { store } = await openCases();
    show(<CasesPanel />, store);
    fireEvent.change(screen.getByRole('combobox', { name: 'Column' }), { target: { value: 'age' } });
    fireEvent.change(screen.getByRole('textbox', { name: 'from' }), { target: { value: '30' } });
    fireEvent.change(screen.getByRole('textbox', { name: 'below' }), { target: { value: 'x' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(screen.getByRole('alert').textContent).toContain('Type a number');
    fireEvent.change(screen.getByRole('textbox', { name: 'below' }), { target: { value: '40' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    await screen.findByText(/30 ≤ age < 40\.$/);
    expect(store.getState().caseSelection.at(-1)).toMatchObject({ kind: 'range', column: 'age' });
  });
});

describe('the flips', () => {
  it('name how many change sides since the baseline, and lead to them', async () => {
    const { store } = await openCases();
    show(<FlipsPanel />, store);
    await screen.findByText('On balance the decision now costs 63 € less.');
    fireEvent.click(screen.getByRole('button', { name: 'Show cases: 42 newly flagged, good' }));
    const page = await store.getState().fetchCases({ offset: 0, limit: 100 });
    expect(page?.total).toBe(42);
    expect(page?.rows.every(({ score }) => score >= 0.24 && score < 0.5)).toBe(true);
  });

  it('are counted in each group, which add up, and lead to them', async () => {
    const { store } = await openCases();
    show(<FlipsPanel />, store);
    await screen.findByText('On balance the decision now costs 63 € less.');
    fireEvent.change(screen.getByRole('combobox', { name: 'By group' }), { target: { value: 'sex' } });
    const table = await screen.findByRole('table', { name: 'Cases that change sides, by group' });
    const cellsOf = (name: RegExp) =>
      within(within(table).getByRole('row', { name }))
        .getAllByRole('cell')
        .map((cell) => Number(cell.textContent?.replace('−', '-').replace(/\s€/, '')));
    const [female, male] = [cellsOf(/^female/), cellsOf(/^male/)];
    // Newly flagged bad and good, no longer flagged bad and good, balance, cost.
    expect(female.map((value, at) => value + male[at])).toEqual([21, 42, 0, 0, 63, -63]);
    fireEvent.click(within(table).getByRole('button', { name: `Show cases: ${male[1]} of male, newly flagged, good` }));
    const page = await store.getState().fetchCases({ offset: 0, limit: 100 });
    expect(page?.total).toBe(male[1]);
    expect(store.getState().caseSelection).toContainEqual({ kind: 'value', column: 'sex', value: 'male' });
  });
});
