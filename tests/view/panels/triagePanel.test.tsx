import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { TriagePanel } from '../../../src/view/panels/Triage/TriagePanel.tsx';
import { evaluationOf, openedStore, show } from '../charts/openedStore.tsx';
import { textOf } from '../textOf.ts';

/** Sure below 0.3 and from 0.7 on, a toss-up between. */
const ROWS = Array.from({ length: 100 }, (_, i) => {
  const score = i / 100;
  const label = score >= 0.7 ? 1 : score < 0.3 ? 0 : i % 2;
  return [label, score] as const;
});
const shown = () => {
  const store = openedStore([evaluationOf('test', ROWS)]);
  show(<TriagePanel />, store);
  return store;
};
const panel = () => screen.getByRole('region', { name: 'Should somebody look at the doubtful cases?' });
const type = (name: string, text: string) => {
  const field = screen.getByRole('textbox', { name });
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: text } });
  fireEvent.keyDown(field, { key: 'Enter' });
};

it('offers the band in which looks pay, and what it saves', () => {
  const store = shown();
  type('Share of looks that lead to the right decision, in percent', '100');
  type('Price of a look', '0.25');
  // Odd hundredths are positive there: one threshold at 0.31 raises 19 false alarms; 0.69 is sure enough.
  expect(textOf(panel())).toContain('look at the 38 cases (38.0 %) that score from 0.31 to 0.69');
  expect(textOf(panel())).toContain(
    'everything costs 9.5 €, 9.5 € (50 %) less than with the best single threshold (19 €)',
  );
  fireEvent.click(screen.getByRole('button', { name: 'Use this band' }));
  expect(store.getState().decision.review.band).toEqual({ lower: 0.31, upper: 0.69 });
  const row = (name: string) => within(screen.getByRole('row', { name: new RegExp(`^${name}`) })).getAllByRole('cell');
  expect(row('Sure no').map(textOf)).toEqual(['31', '31.0 %', '0']);
  expect(row('Looked at').map(textOf)).toEqual(['38', '38.0 %', 'about 0']);
  expect(row('Sure yes').map(textOf)).toEqual(['31', '31.0 %', '0']);
  fireEvent.click(screen.getByRole('button', { name: 'One threshold again' }));
  expect(store.getState().decision.review.band).toBeNull();
});

it('says that looks do not pay', () => {
  shown();
  type('Price of a look', '7');
  expect(textOf(panel())).toContain('No: at that price');
  expect(screen.queryByRole('button', { name: 'Use this band' })).toBeNull();
});

it('keeps to the number of looks there can be, and says when a band asks for more', () => {
  const store = shown();
  type('Share of looks that lead to the right decision, in percent', '100');
  type('Price of a look', '0.25');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Limit the number of looks' }));
  expect(store.getState().decision.review.capacity).toBe(10);
  expect(textOf(panel())).toMatch(/look at the (\d|10) cases/);
  act(() => store.getState().setReview({ band: { lower: 0.3, upper: 0.7 } }));
  expect(textOf(panel())).toContain('more than the 10 that can be looked at');
  fireEvent.click(screen.getByRole('button', { name: 'Go to the best band' }));
  expect(textOf(panel())).not.toContain('more than the 10');
});

it('moves either end by keys, and takes the other along where they meet', () => {
  const store = shown();
  act(() => store.getState().setReview({ band: { lower: 0.3, upper: 0.32 } }));
  const lower = screen.getByRole('slider', { name: 'Lower end of the review band' });
  fireEvent.keyDown(lower, { key: 'ArrowRight' });
  expect(store.getState().decision.review.band).toEqual({ lower: 0.31, upper: 0.32 });
  fireEvent.keyDown(lower, { key: 'PageUp' });
  expect(store.getState().decision.review.band).toEqual({ lower: 0.41, upper: 0.41 });
  const upper = screen.getByRole('slider', { name: 'Upper end of the review band' });
  fireEvent.keyDown(upper, { key: 'Home' });
  expect(store.getState().decision.review.band).toEqual({ lower: 0, upper: 0 });
  expect(lower.getAttribute('aria-valuetext')).toBe('0.000, 0 of 100 to be looked at');
});

it('has a sentence where there are no rows', () => {
  show(<TriagePanel />, openedStore([evaluationOf('test', [])]));
  expect(textOf(panel())).toContain('There are no rows to decide on.');
});

it('says that no case may be looked at, and that all of them had better be', () => {
  const store = shown();
  act(() => store.getState().setReview({ capacity: 0 }));
  expect(textOf(panel())).toContain('No case may be looked at, so one threshold decides them all.');
  act(() => store.getState().setReview({ capacity: null, price: 0, accuracy: 1 }));
  expect(textOf(panel())).toContain('score from');
});

it('does not name a range of scores where every case has the same one', () => {
  const store = openedStore([
    evaluationOf(
      'test',
      ROWS.map(([label]) => [label, 0.3] as const),
    ),
  ]);
  show(<TriagePanel />, store);
  act(() => store.getState().setReview({ price: 0.1, accuracy: 1 }));
  expect(textOf(panel())).toContain('Yes, it pays: look at all 100 cases. With that everything costs 10 €');
});
