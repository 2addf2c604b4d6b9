import { act, fireEvent, screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Evaluation } from '../../../src/core/scores/evaluation.ts';
import type { TunerStore } from '../../../src/state/store.ts';
import type { TextTable } from '../../../src/state/tables.ts';

import { DecisionCurvePanel } from '../../../src/view/panels/DecisionCurvePanel.tsx';
import { GainPanel } from '../../../src/view/panels/GainPanel.tsx';
import { GoalPanel } from '../../../src/view/panels/GoalPanel.tsx';
import { KsPanel } from '../../../src/view/panels/KsPanel.tsx';
import { LiftPanel } from '../../../src/view/panels/LiftPanel.tsx';

import { PrecisionRecallPanel } from '../../../src/view/panels/PrecisionRecallPanel.tsx';
import { ReliabilityPanel } from '../../../src/view/panels/Reliability/ReliabilityPanel.tsx';
import { RocPanel } from '../../../src/view/panels/RocPanel.tsx';
import { ScoresByClassPanel } from '../../../src/view/panels/ScoresByClassPanel.tsx';
import { ThresholdSweepPanel } from '../../../src/view/panels/ThresholdSweepPanel.tsx';
import { textOf } from '../textOf.ts';
import { evaluationOf, openedStore, show } from './openedStore.tsx';

const test = evaluationOf('test', [
  [1, 0.9],
  [0, 0.8],
  [1, 0.7],
  [1, 0.5],
  [0, 0.3],
  [0, 0.1],
]);
const train = evaluationOf('train', [
  [1, 0.95],
  [1, 0.75],
  [0, 0.4],
  [0, 0.2],
]);
const PANELS = [
  ['Precision and recall', <PrecisionRecallPanel key="pr" />],
  ['ROC', <RocPanel key="roc" />],
  ['Metrics by threshold', <ThresholdSweepPanel key="sweep" />],
  ['Cumulative gains', <GainPanel key="gain" />],
  ['Lift', <LiftPanel key="lift" />],
  ['Decision curve', <DecisionCurvePanel key="decision" />],
  ['Reliability', <ReliabilityPanel key="reliability" />],
  ['How far apart the classes are', <KsPanel key="ks" />],
  ['Scores by class', <ScoresByClassPanel key="scores" />],
  ['Goal by threshold', <GoalPanel key="goal" />],
] as const;

beforeEach(() => {
  // jsdom has no dialogs; only that they open and close matters here.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Opens the figure's table and gives its cells, the column headers first. */
function tableOf(title: string): string[][] {
  fireEvent.click(screen.getByRole('button', { name: `Table: ${title}` }));
  const table = within(screen.getByRole('dialog', { name: `Data: ${title}` })).getByRole('table', {
    name: `Data: ${title}`,
  });
  return within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map(textOf));
}

/** What the figure's CSV button saves. */
function csvOf(title: string, panel: ReactNode, store: TunerStore): TextTable {
  const saved: TextTable[] = [];
  store.setState({ downloadTable: (_, table) => saved.push(table) });
  show(panel, store);
  fireEvent.click(screen.getByRole('button', { name: `CSV: ${title}` }));
  expect(saved).toHaveLength(1);
  return saved[0];
}

describe.each(PANELS)('%s', (title, panel) => {
  it('is a figure of that name with a marker, a sentence and a table that closes', () => {
    show(panel, openedStore([train, test]));
    const figure = screen.getByRole('figure', { name: title });
    expect(within(figure).getByRole('slider').getAttribute('aria-label')).toBe(`Marker on ${title}`);
    const described = document.getElementById(figure.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toContain('At score ≥ 0.50');
    expect(described?.textContent).toContain('test');

    expect(tableOf(title).length).toBeGreaterThan(3);
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says nothing while nothing is open', () => {
    const store = openedStore([]);
    store.setState({ opened: null });
    expect(show(panel, store).container.textContent).toBe('');
  });

  it('draws one split alone, and one without scores of a class', () => {
    const lone = evaluationOf('all', [
      [1, 0.4],
      [1, 0.6],
    ]);
    show(panel, openedStore([lone]));
    expect(screen.getByRole('figure', { name: title })).toBeTruthy();
  });
});

/** The price of a miss at which flagging nobody is the cheapest on these rows, and one at which flagging everybody is. */
it.each([
  ['nobody', 'right', '>=', 0.01, 'above'],
  ['everybody', 'left', '>', 100, 'below'],
] as const)('marks the optimum of a goal where it is to flag %s, at the %s end', (whom, end, rule, miss, where) => {
  const lastIsPositive = evaluationOf('test', [
    [0, 0.9],
    [1, 0.8],
    [0, 0.3],
    [1, 0.1],
  ]);
  const store = openedStore([lastIsPositive]);
  const { container } = show(<GoalPanel />, store);
  expect(container.querySelectorAll('.plotBest')).toHaveLength(1);
  act(() => {
    store.getState().setRule(rule);
    store.getState().setPrices({ miss });
  });
  const [ring, arrow] = container.querySelectorAll('.plotBest');
  expect(arrow?.tagName).toBe('path');
  const half = container.querySelector('.plot')!.clientWidth / 2;
  expect(Number(ring.getAttribute('cx')) > half).toBe(end === 'right');
  const figure = screen.getByRole('figure', { name: 'Goal by threshold' });
  expect(textOf(figure)).toContain(
    `Ring at the ${end} end: flagging ${whom} is best on test, at ${rule === '>=' ? '0.02' : '2'} €. That threshold lies ${where} every score.`,
  );
  expect(figure.textContent).not.toMatch(/∞|NaN/);
});

it('reads precision and recall at even steps of recall, both splits at the same threshold', () => {
  show(<PrecisionRecallPanel />, openedStore([train, test]));
  expect(tableOf('Precision and recall')).toEqual([
    ['threshold', 'recall (test)', 'precision (test)', 'recall (train)', 'precision (train)'],
    ['0.90', '0.333', '1.000', '0.500', '1.000'],
    ['0.70', '0.667', '0.667', '1.000', '1.000'],
    ['0.50', '1.000', '0.750', '1.000', '1.000'],
  ]);
});

it('reads ROC at even steps of the false positive rate', () => {
  show(<RocPanel />, openedStore([test]));
  expect(tableOf('ROC')).toEqual([
    ['threshold', 'false positive rate', 'true positive rate'],
    ['0.90', '0.000', '0.333'],
    ['0.80', '0.333', '0.333'],
    ['0.30', '0.667', '1.000'],
    ['0.10', '1.000', '1.000'],
  ]);
});

it('reads the metrics at 21 stops, undefined ones as a dash', () => {
  show(<ThresholdSweepPanel />, openedStore([train, test]));
  const rows = tableOf('Metrics by threshold');
  expect(rows).toHaveLength(22);
  expect(rows[0]).toEqual(['threshold', 'precision', 'recall', 'F1']);
  expect(rows[1]).toEqual(['0.00', '0.500', '1.000', '0.667']);
  expect(rows[11]).toEqual(['0.50', '0.750', '1.000', '0.857']);
  expect(rows[21]).toEqual(['1.00', '—', '0.000', '0.000']);
});

it('reads the counts of each class by score', () => {
  show(<ScoresByClassPanel />, openedStore([train, test]));
  const rows = tableOf('Scores by class');
  expect(rows).toHaveLength(21);
  expect(rows[0]).toEqual(['score from', 'positive (test)', 'negative (test)', 'positive (train)', 'negative (train)']);
  const sum = (column: number) => rows.slice(1).reduce((total, row) => total + Number(row[column]), 0);
  expect([1, 2, 3, 4].map(sum)).toEqual([3, 3, 2, 2]);
  expect(rows.find(([from]) => from === '0.70')).toEqual(['0.70', '1', '0', '0', '0']);
});

it('reads gains and lift at even steps of the share flagged, both splits at the same threshold', () => {
  show(<GainPanel />, openedStore([train, test]));
  expect(tableOf('Cumulative gains')).toEqual([
    ['threshold', 'share flagged (test)', 'positives found (test)', 'share flagged (train)', 'positives found (train)'],
    ['0.90', '0.167', '0.333', '0.250', '0.500'],
    ['0.80', '0.333', '0.333', '0.250', '0.500'],
    ['0.70', '0.500', '0.667', '0.500', '1.000'],
    ['0.50', '0.667', '1.000', '0.500', '1.000'],
    ['0.30', '0.833', '1.000', '0.750', '1.000'],
    ['0.10', '1.000', '1.000', '1.000', '1.000'],
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  show(<LiftPanel />, openedStore([test]));
  expect(tableOf('Lift').slice(0, 4)).toEqual([
    ['threshold', 'share flagged', 'lift'],
    ['0.90', '0.167', '2.000'],
    ['0.80', '0.333', '1.000'],
    ['0.70', '0.500', '1.333'],
  ]);
});

it('reads net benefit at even steps of the threshold, a dash at 1', () => {
  show(<DecisionCurvePanel />, openedStore([test]));
  const rows = tableOf('Decision curve');
  expect(rows[0]).toEqual(['threshold', 'net benefit']);
  expect(rows[1]).toEqual(['0.00', '0.500']);
  // At 0.50 three of six are found and one is a false alarm: 3/6 − 1/6.
  expect(rows[11]).toEqual(['0.50', '0.333']);
  expect(rows[21]).toEqual(['1.00', '—']);
});

it('reads the share of each class below every threshold', () => {
  show(<KsPanel />, openedStore([test]));
  const rows = tableOf('How far apart the classes are');
  expect(rows[0]).toEqual(['threshold', 'positives below', 'negatives below']);
  expect(rows.find(([threshold]) => threshold === '0.70')).toEqual(['0.70', '0.333', '0.667']);
});

it('draws the widest gap where it is, and says so', () => {
  const { container } = show(<KsPanel />, openedStore([test]));
  const figure = screen.getByRole('figure');
  expect(within(figure).getByText('KS statistic 0.667')).toBeTruthy();
  const title = within(within(figure).getByRole('heading')).getByRole('button', {
    name: 'How far apart the classes are',
  });
  fireEvent.focus(title);
  expect(screen.getByRole('tooltip').textContent).toContain('the widest gap between the two lines');
  expect(container.querySelector('svg')?.textContent).toContain('gap 0.667');
  const described = document.getElementById(figure.getAttribute('aria-describedby') ?? '');
  // At 0.50 all positives are flagged, and one of three negatives.
  expect(described?.textContent).toContain('farthest apart, by 0.667, at 0.50.');
});

describe('reliability', () => {
  const binned = evaluationOf('all', [
    [0, 0.12],
    [0, 0.14],
    [1, 0.16],
    [0, 0.18],
    [1, 0.9],
    [1, 0.8],
  ]);

  it('reads the bins that hold cases, with intervals', () => {
    show(<ReliabilityPanel />, openedStore([binned]));
    expect(tableOf('Reliability')).toEqual([
      ['score above', 'up to', 'mean score', 'share of positives', 'at least', 'at most', 'cases'],
      ['0.10', '0.20', '0.150', '25.0 %', '4.6 %', '69.9 %', '4'],
      ['0.70', '0.80', '0.800', '100.0 %', '20.7 %', '100.0 %', '1'],
      ['0.80', '0.90', '0.900', '100.0 %', '20.7 %', '100.0 %', '1'],
    ]);
  });

  it('cuts bins of equal count where that is chosen, and speaks of them', () => {
    const store = openedStore([binned]);
    show(<ReliabilityPanel />, store);
    const figure = screen.getByRole('figure');
    const sentence = () => textOf(document.getElementById(figure.getAttribute('aria-describedby') ?? ''));
    expect(sentence()).toContain('in 10 bins of equal width');
    fireEvent.click(screen.getByRole('radio', { name: 'Bins of equal count' }));
    expect(store.getState().reliabilityBins).toBe('quantile');
    expect(sentence()).toContain('in 10 bins of equal count');
    expect(tableOf('Reliability')).toHaveLength(1 + 6);
  });

  it('shows parts of the Brier score that add up to it as shown', () => {
    show(<ReliabilityPanel />, openedStore([binned]));
    const text = screen.getByRole('figure').textContent ?? '';
    const parts = /(0\.\d{4}) = (0\.\d{4}) \D+ − (0\.\d{4}) \D+ \+ (0\.\d{4}) \D+ ([+−]) (0\.\d{4}) within/.exec(text);
    expect(parts).not.toBeNull();
    const [, brier, reliability, resolution, uncertainty, sign, rest] = parts as unknown as string[];
    const sum =
      Number(reliability) - Number(resolution) + Number(uncertainty) + Number(`${sign === '−' ? '-' : ''}${rest}`);
    expect(Math.abs(sum - Number(brier))).toBeLessThanOrEqual(0.00025);
    // (0.88² + 0.86²·0 …) by hand: 0.12² + 0.14² + 0.84² + 0.18² + 0.1² + 0.2² over 6.
    expect(Number(brier)).toBeCloseTo((0.0144 + 0.0196 + 0.7056 + 0.0324 + 0.01 + 0.04) / 6, 4);
  });

  it('saves every bin of every split, empty ones too', () => {
    const { columns, rows } = csvOf('Reliability', <ReliabilityPanel />, openedStore([binned, test]));
    expect(columns).toEqual(['split', 'bins', 'above', 'up_to', 'amount', 'prob_pred', 'prob_true']);
    expect(rows).toHaveLength(20);
    expect(rows.filter(([split]) => split === 'all').map((row) => row[4])).toEqual([0, 4, 0, 0, 0, 0, 0, 1, 1, 0]);
  });
});

it('hides what needs chances where scores are none, and says why', () => {
  const margins = evaluationOf('all', [
    [1, 2.5],
    [0, -1],
    [1, 0.5],
  ]);
  const store = openedStore([margins]);
  show(<DecisionCurvePanel />, store);
  show(<ReliabilityPanel />, store);
  expect(screen.getAllByText(/Some scores on all rows lie outside 0 to 1, so they are no probabilities/)).toHaveLength(
    2,
  );
  // Ranks are enough for the others.
  show(<GainPanel />, store);
  expect(within(screen.getByRole('figure', { name: 'Cumulative gains' })).getByRole('slider')).toBeTruthy();
});

it('says where there are no rows', () => {
  show(<ReliabilityPanel />, openedStore([evaluationOf('all', [])]));
  expect(screen.getByText('There are no rows here, so there is no such chart.')).toBeTruthy();
});

it('saves every cut of every split, with thresholds that make it under the rule in force', () => {
  const store = openedStore([train, test]);
  store.getState().setRule('>');
  const { columns, rows } = csvOf('Precision and recall', <PrecisionRecallPanel />, store);
  expect(columns).toEqual(['split', 'rule', 'threshold', 'recall', 'precision']);
  expect(rows.filter(([split]) => split === 'train')).toEqual([
    ['train', '>', 0.95, 0, Number.NaN],
    ['train', '>', 0.75, 0.5, 1],
    ['train', '>', 0.4, 1, 1],
    ['train', '>', 0.2, 1, 2 / 3],
    ['train', '>', -Infinity, 1, 0.5],
  ]);
  expect(rows).toHaveLength(5 + 7);
});

it('saves every bin of the scores, counts and shares', () => {
  const store = openedStore([test]);
  const { rows } = csvOf('Scores by class', <ScoresByClassPanel />, store);
  expect(rows).toHaveLength(50);
  const total = (column: number) => rows.reduce((sum, row) => sum + Number(row[column]), 0);
  expect([3, 4].map(total)).toEqual([3, 3]);
  expect(total(5)).toBeCloseTo(1, 12);
  expect([rows[0][1], rows[49][2]]).toEqual([0, 1]);
});

it('rewrites its sentence only once the threshold has come to rest', () => {
  vi.useFakeTimers();
  try {
    const store = openedStore([test]);
    show(<RocPanel />, store);
    const figure = screen.getByRole('figure');
    const sentence = () => textOf(document.getElementById(figure.getAttribute('aria-describedby') ?? ''));
    for (const threshold of [0.6, 0.7, 0.75]) {
      act(() => store.getState().setThreshold(threshold, 'drag'));
      act(() => vi.advanceTimersByTime(200));
      expect(sentence()).toContain('At score ≥ 0.50 the true positive rate is');
      expect(sentence()).toContain('at a false positive rate of 33.3 %.');
    }
    act(() => vi.advanceTimersByTime(400));
    expect(sentence()).toContain(
      'At score ≥ 0.75 the true positive rate is 33.3 % at a false positive rate of 33.3 %.',
    );
  } finally {
    vi.useRealTimers();
  }
});

describe('the choice of metrics', () => {
  it('draws what is chosen and stops at five', () => {
    const store = openedStore([test]);
    show(<ThresholdSweepPanel />, store);
    const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name, hidden: true });
    expect(box('Precision').checked).toBe(true);
    fireEvent.click(box('Precision'));
    fireEvent.click(box('Lift'));
    fireEvent.click(box('Accuracy'));
    expect(box('Specificity').disabled).toBe(false);
    fireEvent.click(box('Specificity'));
    expect(store.getState().chartMetrics).toEqual(['recall', 'f1', 'lift', 'accuracy', 'specificity']);
    expect(box('Net benefit').disabled).toBe(true);
    expect(box('Lift').disabled).toBe(false);
    expect(screen.getByRole('figure').textContent).toContain('so that every chosen metric fits');
  });

  it('says where a metric is infinite', () => {
    const store = openedStore([test]);
    act(() => store.getState().setChartMetrics(['positiveLikelihoodRatio']));
    show(<ThresholdSweepPanel />, store);
    expect(screen.getByText('LR+ is infinite at some thresholds; its line has a gap there.')).toBeTruthy();
  });
});

describe('the note on balance', () => {
  const withPositives = (count: number): Evaluation =>
    evaluationOf(
      'all',
      Array.from({ length: 20 }, (_, i) => [i < count ? 1 : 0, i / 20] as const),
    );

  it.each([
    [
      3,
      'Only 15.0 % of these cases are positive. Trust this chart before ROC',
      'Only 15.0 % of these cases are positive. ROC',
    ],
    [17, '85.0 % of these cases are positive, so precision', '85.0 % of these cases are positive. Few negatives'],
  ])('speaks up with %i of 20 positive', (count, onPrecision, onRoc) => {
    const store = openedStore([withPositives(count)]);
    show(<PrecisionRecallPanel />, store);
    show(<RocPanel />, store);
    expect(textOf(screen.getByRole('figure', { name: 'Precision and recall' }))).toContain(onPrecision);
    expect(textOf(screen.getByRole('figure', { name: 'ROC' }))).toContain(onRoc);
  });

  it('is silent otherwise', () => {
    show(<PrecisionRecallPanel />, openedStore([withPositives(10)]));
    expect(screen.getByRole('figure').textContent).not.toContain('of these cases are positive');
  });
});

it('says why there is no curve', () => {
  const lone = evaluationOf('all', [
    [0, 0.4],
    [0, 0.6],
  ]);
  const store = openedStore([lone]);
  show(<PrecisionRecallPanel />, store);
  show(<RocPanel />, store);
  show(<GainPanel />, store);
  show(<LiftPanel />, store);
  show(<DecisionCurvePanel />, store);
  show(<KsPanel />, store);
  expect(screen.getAllByText('There are no positives on all rows, so there is no such curve.')).toHaveLength(6);
});
