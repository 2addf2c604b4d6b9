import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Evaluation } from '../../../src/core/scores/evaluation.ts';
import { buildEvaluation } from '../../../src/core/scores/evaluation.ts';
import { buildScoreIndex } from '../../../src/core/scores/scoreIndex.ts';
import type { TunerStore } from '../../../src/state/store.ts';
import { ProductionPanel } from '../../../src/view/panels/Production/ProductionPanel.tsx';
import { evaluationOf, openedStore, show } from '../charts/openedStore.tsx';
import { textOf } from '../textOf.ts';

/** At 0.5: `tp` of the positives and `fp` of the negatives are flagged. */
function counted(tp: number, fn: number, fp: number, tn: number): Evaluation {
  const rows = (count: number, label: number, score: number) =>
    Array.from({ length: count }, () => [label, score] as const);
  return evaluationOf('all', [...rows(tp, 1, 0.9), ...rows(fn, 1, 0.1), ...rows(fp, 0, 0.8), ...rows(tn, 0, 0.2)]);
}

/** Recall 0.8, specificity 0.9, one case in five positive. */
const file = counted(80, 20, 40, 360);

let store: TunerStore;
const panel = () => screen.getByRole('region', { name: 'Is our file like production?' });
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const RATE = 'Positives in production, in percent';
const CASES = 'Cases a day in production';

function type(name: string, text: string) {
  fireEvent.focus(field(name));
  fireEvent.change(field(name), { target: { value: text } });
  fireEvent.keyDown(field(name), { key: 'Enter' });
}

/** The rows of the table by their names. */
function figures(): Record<string, string[]> {
  const [, ...rows] = within(screen.getByRole('table', { name: 'This file and a day in production' })).getAllByRole(
    'row',
  );
  return Object.fromEntries(rows.map(({ children: [first, ...cells] }) => [first.textContent, cells.map(textOf)]));
}

beforeEach(() => {
  store = openedStore([file]);
  store.getState().setPrices({ miss: 5, falseAlarm: 1, unit: '€' });
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('takes the mix of the file until somebody knows better', () => {
  show(<ProductionPanel />, store);
  expect(textOf(panel())).toContain(
    'The file cannot tell: 20.0 % of its cases are positive. If production has as many, 66.7 % of the flags will be right.',
  );
  expect([field(RATE).value, field(CASES).value]).toEqual(['20.0', '1,000']);
  expect(figures()).toEqual({
    cases: ['500', '1,000'],
    flags: ['120', '240'],
    'false alarms': ['40', '80'],
    misses: ['20', '40'],
    Precision: ['66.7 %', '66.7 %'],
    'Negative predictive value': ['94.7 %', '94.7 %'],
    cost: ['140 €', '280 €'],
  });
  expect(textOf(panel())).toContain('it has no interval');
});

it('works out what rarer positives make of it, and goes back', () => {
  show(<ProductionPanel />, store);
  type(RATE, '1');
  type(CASES, '10000');
  expect(store.getState()).toMatchObject({ productionRate: 0.01, productionCases: 10_000 });
  expect(textOf(panel())).toContain(
    'No: with 1.0 % positives instead of 20.0 %, 7.5 % of the flags will be right instead of 66.7 %.',
  );
  // 100 positives a day: 80 found, 20 missed; 9,900 negatives: 990 false alarms.
  expect(figures()).toMatchObject({
    cases: ['500', '10,000'],
    flags: ['120', '1,070'],
    'false alarms': ['40', '990'],
    misses: ['20', '20'],
    Precision: ['66.7 %', '7.5 %'],
    'Negative predictive value': ['94.7 %', '99.8 %'],
    cost: ['140 €', '1,090 €'],
  });
  fireEvent.click(screen.getByRole('button', { name: 'as in the file: use its share of positives' }));
  expect(store.getState().productionRate).toBeNull();
});

it('follows the threshold, the line of the chart too', () => {
  const { container } = show(<ProductionPanel />, store);
  type(RATE, '1');
  const line = () => container.querySelector('.plotLine > path:only-child')?.getAttribute('d');
  const before = line();
  act(() => store.getState().setThreshold(0.85));
  expect(figures().Precision).toEqual(['100.0 %', '100.0 %']);
  expect(line()).not.toBe(before);
  act(() => store.getState().setThreshold(0.95));
  expect(figures().Precision).toEqual(['—', '—']);
  expect(textOf(panel())).toContain('Nothing is flagged at this threshold.');
  expect(line()).toBe('');
});

describe('numbers at the edge', () => {
  it.each([
    ['0', 'With no positives at all, every flag is a false alarm.'],
    ['100', 'With nothing but positives, every flag is right: precision says nothing then.'],
  ])('%s percent', (typed, sentence) => {
    show(<ProductionPanel />, store);
    type(RATE, typed);
    expect(textOf(panel())).toContain(sentence);
    expect(textOf(panel())).not.toMatch(/NaN|Infinity/);
  });

  it.each(['', '101', '-3', 'many'])(
    '“%s” percent is refused with a sentence, and the number before stays in force',
    (typed) => {
      show(<ProductionPanel />, store);
      type(RATE, '5');
      type(RATE, typed);
      expect(screen.getByRole('alert').textContent).toBe('Type a number from 0 to 100.');
      expect(store.getState().productionRate).toBe(0.05);
    },
  );

  it('no cases a day', () => {
    show(<ProductionPanel />, store);
    type(CASES, '0');
    expect(textOf(panel())).toContain('With no cases there is nothing to count.');
    expect(figures()).toMatchObject({ flags: ['120', '0'], Precision: ['66.7 %', '66.7 %'], cost: ['140 €', '0 €'] });
  });

  it('tells a base rate of a thousandth of a percent from none', () => {
    show(<ProductionPanel />, store);
    type(RATE, '0.001');
    expect(textOf(panel())).toContain('with 0.001 % positives instead of 20.0 %');
    expect(field(RATE).value).toBe('0.001');
    expect(figures().misses).toEqual(['20', '0.002']);
  });
});

it('says that nothing is known of a class that the file lacks', () => {
  show(<ProductionPanel />, openedStore([counted(0, 0, 10, 30)]));
  expect(screen.queryByRole('table')).not.toBeNull();
  type(RATE, '1');
  expect(textOf(panel())).toContain('There are no positives here, so nobody knows how many of them would be flagged');
  expect(screen.queryByRole('table')).toBeNull();
  expect(textOf(panel())).not.toMatch(/NaN/);
});

it('says that there are no rows', () => {
  show(<ProductionPanel />, openedStore([evaluationOf('all', [])]));
  expect(textOf(panel())).toContain('There are no rows here to project from.');
});

describe('draws attention to a file that is hardly like production', () => {
  const EVEN = 'Nearly half of the cases here are positive.';

  it('by as many positives as negatives, until the share is said', () => {
    show(<ProductionPanel />, openedStore([counted(80, 21, 10, 90)]));
    expect(textOf(panel())).toContain(EVEN);
    type(RATE, '3');
    expect(textOf(panel())).not.toContain(EVEN);
  });

  it('not by few cases, nor by another mix', () => {
    const { unmount } = show(<ProductionPanel />, openedStore([counted(5, 5, 5, 5)]));
    expect(textOf(panel())).not.toContain(EVEN);
    unmount();
    show(<ProductionPanel />, store);
    expect(textOf(panel())).not.toContain(EVEN);
  });

  it('by weights, unless they count rows', () => {
    const weighted = buildEvaluation(
      'all',
      buildScoreIndex(Uint8Array.of(1, 0, 0), Float64Array.of(0.9, 0.8, 0.2), Float64Array.of(0.5, 2, 3)),
      3,
    );
    const opened = openedStore([weighted]);
    const set = (areWeightsCounts: boolean) =>
      opened.setState(({ opened: before }) => {
        if (before === null) return {};
        const { prepared } = before;
        const interpretation = { ...prepared.interpretation, areWeightsCounts };
        return { opened: { ...before, prepared: { ...prepared, hasWeights: true, interpretation } } };
      });
    set(false);
    show(<ProductionPanel />, opened);
    expect(textOf(panel())).toContain('Rows here count by weight');
    act(() => set(true));
    expect(textOf(panel())).not.toContain('Rows here count by weight');
  });
});

it('saves precision and NPV by the share of positives', () => {
  const saved: { columns: readonly string[]; rows: readonly (readonly unknown[])[] }[] = [];
  store.setState({ downloadTable: (_, table) => saved.push(table) });
  show(<ProductionPanel />, store);
  fireEvent.click(screen.getByRole('button', { name: 'CSV: Precision by base rate' }));
  const [{ columns, rows }] = saved;
  expect(columns).toEqual(['split', 'rule', 'threshold', 'base_rate', 'precision', 'npv']);
  expect(rows).toHaveLength(21);
  expect(rows[0]).toEqual(['all', '>=', 0.5, 0, 0, 1]);
  // The axis ends at one half: 0.8 · 0.5 against 0.1 · 0.5.
  expect(rows[20].slice(3)).toEqual([0.5, expect.closeTo(0.4 / 0.45, 12), expect.closeTo(0.45 / 0.55, 12)]);
});
