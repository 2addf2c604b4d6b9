import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { KeyMetricsPanel } from '../../../src/view/panels/KeyMetrics/KeyMetricsPanel.tsx';
import { MetricsTablePanel } from '../../../src/view/panels/MetricsTable/MetricsTablePanel.tsx';
import { evaluationOf, openedStore, show } from '../charts/openedStore.tsx';
import { textOf } from '../textOf.ts';

const ROWS = [[1, 0.9] as const, [1, 0.6] as const, [0, 0.55] as const, [0, 0.1] as const];

it('says in words whether a change is better or worse', () => {
  const store = openedStore([evaluationOf('test', ROWS)]);
  const { container } = show(<KeyMetricsPanel />, store);
  act(() => store.getState().setThreshold(0.7));
  const changes = [...container.querySelectorAll('.keyChange')].map((change) => change.textContent);
  expect(changes[0]).toBe('▲ 33.3 points since 0.50, better');
  expect(changes[1]).toBe('▼ 50.0 points since 0.50, worse');
});

it('keeps the focus at the words when a button beside them goes away', () => {
  const store = openedStore([evaluationOf('test', ROWS)]);
  show(<KeyMetricsPanel />, store);
  act(() => store.getState().setThreshold(0.7));
  fireEvent.click(screen.getByRole('button', { name: 'Compare from here on' }));
  expect(document.activeElement?.textContent).toContain('Compared with the threshold ≥ 0.70.');
});

it('claims no certainty where every draw gives the same value', () => {
  const store = openedStore([evaluationOf('test', ROWS)]);
  const { container } = show(<KeyMetricsPanel />, store);
  const card = (name: string) =>
    [...container.querySelectorAll('.keyCard')].map(textOf).find((text) => text.startsWith(name));
  act(() => store.getState().setThreshold(0.6));
  expect(card('F1')).toContain('1.000');
  expect(card('F1')).toContain('Every draw gives the same value: these cases do not show how far it could be off.');
  expect(card('Cost')).toContain('Every draw gives the same value');
  expect(container.textContent).not.toMatch(/95 % interval: (\S+) to \1(\W|$)/);
  act(() => store.getState().setThreshold(0.95));
  expect(card('F1')).toContain('Every draw gives the same value');
  act(() => store.getState().setThreshold(0.5));
  expect(card('F1')).toMatch(/95 % interval: 0\.000 to 1\.000/);
});

it('writes every split’s metrics with their intervals', () => {
  const store = openedStore([evaluationOf('train', ROWS), evaluationOf('test', ROWS)]);
  show(<MetricsTablePanel />, store);
  const row = () => screen.getByRole('row', { name: /^Precision/ }).textContent;
  expect(row()).toBe('Precision0.667 0.208–0.9390.667 0.208–0.9390.000');
  act(() => store.getState().setThreshold(0.95));
  expect(row()).toMatch(/^Precision— Nothing is flagged/);
});

it('says in words where flagging nobody is best', () => {
  const highestIsNegative = [[0, 0.9] as const, [1, 0.6] as const, [0, 0.1] as const];
  const store = openedStore([evaluationOf('test', highestIsNegative)]);
  const { container } = show(<KeyMetricsPanel />, store);
  const cost = () => [...container.querySelectorAll('.keyCard')].map(textOf).find((text) => text.startsWith('Cost'));
  act(() => store.getState().setPrices({ miss: 5, falseAlarm: 1 }));
  expect(cost()).toContain('lowest 1 € at 0.60');
  act(() => store.getState().setPrices({ miss: 1, falseAlarm: 5 }));
  expect(cost()).toContain('lowest 1 €, by flagging nobody');
});
