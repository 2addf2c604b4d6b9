import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Requirement } from '../../../../src/core/choose/requirements.ts';
import { selectThreshold } from '../../../../src/state/selectors.ts';
import type { TunerStore } from '../../../../src/state/store.ts';
import { RequirementsPanel } from '../../../../src/view/panels/Requirements/RequirementsPanel.tsx';
import { Rail } from '../../../../src/view/panels/Threshold/Rail.tsx';
import { evaluationOf, openedStore, show } from '../../charts/openedStore.tsx';
import { textOf } from '../../textOf.ts';

/** Precision 1, 1, 2/3, 3/4, 3/5 and recall 1/3, 2/3, 2/3, 1, 1 from 0.9 down to 0.5. */
const ROWS = [[1, 0.9] as const, [1, 0.8] as const, [0, 0.7] as const, [1, 0.6] as const, [0, 0.5] as const];

const required = (measure: Requirement['measure'], value: number, more: Partial<Requirement> = {}): Requirement => ({
  measure,
  bound: 'atLeast',
  value,
  byInterval: false,
  isOn: true,
  ...more,
});

let store: TunerStore;
let container: Element;
const require = (...requirements: Requirement[]) => act(() => store.getState().setRequirements(requirements));
const panel = () => screen.getByRole('region', { name: 'Which thresholds meet your requirements?' });
const text = () => textOf(panel());
const requirements = () => store.getState().decision.requirements;

beforeEach(() => {
  store = openedStore([evaluationOf('test', ROWS)]);
  ({ container } = show(
    <>
      <RequirementsPanel />
      <Rail />
    </>,
    store,
  ));
});

describe('the answer', () => {
  it('says what to do where nothing is required', () => {
    expect(text()).toContain('Say what must hold');
    expect(container.querySelectorAll('.railBand')).toHaveLength(0);
  });

  it('names the thresholds, paints them, and leads to the nearest', async () => {
    require(required('recall', 2 / 3), required('precision', 0.7));
    expect(text()).toContain(
      'Threshold 0.60 and threshold 0.80 meet both requirements on test. The present one is not.',
    );
    expect(screen.getByText('Meets all requirements: threshold 0.60 and threshold 0.80.')).toBeTruthy();
    const bands = [...container.querySelectorAll<HTMLElement>('.railBand')].map(({ style }) =>
      Number.parseFloat(style.left),
    );
    expect(bands).toEqual([50, 70]);
    await userEvent.click(screen.getByRole('button', { name: 'Go to the nearest, 0.60' }));
    expect(selectThreshold(store.getState())).toBe(0.6);
    expect(text()).toContain('The present one is among them.');
    expect(document.activeElement?.textContent).toContain('among them');
  });

  it('knows ranges that are open, or everything', () => {
    require(required('flagged', 3, { bound: 'atMost' }));
    expect(text()).toContain('Every threshold from 0.70 up meets the requirement on test.');
    require(required('recall', 1));
    expect(text()).toContain('Every threshold up to 0.60 meets the requirement on test.');
    require(required('recall', 0), required('accuracy', 0), required('flagged', 9, { bound: 'atMost' }));
    expect(text()).toContain('Every threshold meets all 3 requirements on test.');
    require(required('recall', 0, { isOn: false }));
    expect(text()).toContain('No requirement is switched on');
  });

  it('names what stands in the way where there is none, and lets it give way', async () => {
    require(required('recall', 1), required('precision', 0.8));
    expect(text()).toContain('No threshold meets both requirements on test.');
    expect(screen.getByText('No threshold meets all requirements.')).toBeTruthy();
    expect(text()).toContain('All could be met if this gave way to 66.6 %.');
    await userEvent.click(screen.getByRole('button', { name: 'Set it to 75.0\u00a0%' }));
    expect(requirements()[1].value).toBe(0.75);
    expect(text()).toContain('Threshold 0.60 meets both requirements on test.');
    expect(textOf(document.activeElement)).toContain('now 60.0 % not met');
  });

  it('gives no number where there is none', () => {
    require(required('recall', 1.01), required('precision', 2));
    expect(text()).toContain('No threshold reaches this. All could not be met even without this.');
    expect(text()).not.toMatch(/NaN|∞/);
    expect(screen.queryByRole('button', { name: /^Set it to/ })).toBeNull();
  });
});

describe('the list', () => {
  const row = (place: number) => within(screen.getAllByRole('listitem')[place]);

  it('grows by what is usually required, and shrinks', async () => {
    const add = screen.getByRole('button', { name: 'Add a requirement' });
    await userEvent.click(add);
    await userEvent.click(add);
    expect(requirements().map(({ measure, bound, value }) => [measure, bound, value])).toEqual([
      ['recall', 'atLeast', 0.9],
      ['precision', 'atLeast', 0.6],
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Remove: Recall at least 90.0\u00a0%' }));
    expect(requirements().map(({ measure }) => measure)).toEqual(['precision']);
    expect(document.activeElement).toBe(add);
  });

  it('changes measure, bound and value, and says how each stands now', async () => {
    require(required('recall', 0.9));
    expect(row(0).getByText('now 100.0 %')).toBeTruthy();
    expect(row(0).getByText('met')).toBeTruthy();
    fireEvent.change(row(0).getByRole('combobox', { name: 'What is required' }), { target: { value: 'cost' } });
    expect(requirements()[0]).toMatchObject({ measure: 'cost', bound: 'atMost', value: 1000 });
    fireEvent.change(row(0).getByRole('combobox', { name: 'At least or at most' }), { target: { value: 'atLeast' } });
    const field = row(0).getByRole('textbox', { name: 'Bound of Cost in all' });
    await userEvent.clear(field);
    await userEvent.type(field, '7{Enter}');
    expect(requirements()[0]).toMatchObject({ bound: 'atLeast', value: 7 });
    expect(row(0).getByText('not met')).toBeTruthy();
    expect(row(0).queryByText(/95 % interval/)).toBeNull();
  });

  it('takes percentages as they are typed', async () => {
    require(required('recall', 0.9));
    const field = row(0).getByRole('textbox', { name: 'Bound of Recall' });
    await userEvent.clear(field);
    await userEvent.type(field, '29{Enter}');
    expect(requirements()[0].value).toBe(0.29);
  });

  it('can ask for the cautious end of the interval', async () => {
    require(required('recall', 0.9));
    await userEvent.click(row(0).getByRole('checkbox', { name: /lower end of the 95\u00a0% interval/ }));
    expect(requirements()[0].byInterval).toBe(true);
    // Wilson’s lower end for 3 of 3.
    expect(row(0).getByText('now 43.9 %')).toBeTruthy();
    expect(text()).toContain('No threshold reaches this. All could be met if this gave way to 43.8 %.');
  });

  it('switches one off', async () => {
    require(required('recall', 2), required('precision', 0.7));
    await userEvent.click(screen.getByRole('checkbox', { name: 'In force: Recall at least 200.0\u00a0%' }));
    expect(text()).toContain('meet the requirement on test.');
  });
});
