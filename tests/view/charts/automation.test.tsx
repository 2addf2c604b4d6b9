import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { TextTable } from '../../../src/state/tables.ts';
import { AutomationPanel } from '../../../src/view/panels/AutomationPanel.tsx';
import { asRead } from '../textOf.ts';
import { evaluationOf, openedStore, show } from './openedStore.tsx';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Two sure positives, four in doubt, two sure negatives. */
const test = evaluationOf('test', [
  [1, 0.9],
  [1, 0.8],
  [0, 0.7],
  [1, 0.6],
  [0, 0.5],
  [1, 0.4],
  [0, 0.2],
  [0, 0.1],
]);
const marker = () => screen.getByRole('slider', { name: 'Marker on Errors by automation' });

it('stands where the threshold alone decides, until a band does', () => {
  const store = openedStore([test]);
  show(<AutomationPanel />, store);
  expect(asRead(marker().getAttribute('aria-valuetext') ?? '')).toBe('without a look 100.0 %, of these wrong 37.5 %');
  act(() => store.getState().setReview({ band: { lower: 0.4, upper: 0.8 } }));
  expect(asRead(marker().getAttribute('aria-valuetext') ?? '')).toBe('without a look 50.0 %, of these wrong 0.0 %');
});

it('leads by keys from one best band to the next, as steps that can be undone', () => {
  const store = openedStore([test]);
  show(<AutomationPanel />, store);
  fireEvent.keyDown(marker(), { key: 'ArrowLeft' });
  expect(store.getState().decision.review.band).toEqual({ lower: 0.4, upper: 0.8 });
  fireEvent.keyDown(marker(), { key: 'ArrowLeft' });
  expect(store.getState().decision.review.band).toEqual({ lower: 0.4, upper: 0.8 });
  fireEvent.keyDown(marker(), { key: 'End' });
  const band = store.getState().decision.review.band;
  expect(band?.lower).toBe(band?.upper);
  store.getState().undo();
  store.getState().undo();
  store.getState().undo();
  expect(store.getState().decision.review.band).toBeNull();
});

it('saves every best band of every split', () => {
  const store = openedStore([
    evaluationOf('train', [
      [1, 0.9],
      [0, 0.1],
    ]),
    test,
  ]);
  const saved = vi.fn<(name: string, table: TextTable) => void>();
  store.setState({ downloadTable: saved });
  show(<AutomationPanel />, store);
  fireEvent.click(screen.getByRole('button', { name: 'CSV: Errors by automation' }));
  expect(saved.mock.calls[0][1].rows).toEqual([
    ['test', '>=', 0.4, 0.8, 0.5, 0],
    ['test', '>=', expect.any(Number), expect.any(Number), 1, 0.25],
    ['train', '>=', 0.9, 0.9, 1, 0],
  ]);
});

it('says why there is no curve', () => {
  show(<AutomationPanel />, openedStore([evaluationOf('test', [[0, 0.4]])]));
  expect(screen.getByRole('figure').textContent).toContain('There are no positives on all rows');
});
