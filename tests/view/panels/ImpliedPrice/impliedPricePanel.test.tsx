import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { selectThreshold } from '../../../../src/state/selectors.ts';
import type { TunerStore } from '../../../../src/state/store.ts';
import { ImpliedPricePanel } from '../../../../src/view/panels/ImpliedPrice/ImpliedPricePanel.tsx';
import { evaluationOf, openedStore, show } from '../../charts/openedStore.tsx';
import { textOf } from '../../textOf.ts';

/** (false alarms, hits) from 0.9 down: (0, 2) (1, 2) (2, 3) (6, 4) (8, 4), so that the hull has prices 2 and 4. */
const ROWS = [
  [1, 0.9],
  [1, 0.9],
  [0, 0.8],
  [1, 0.7],
  [0, 0.7],
  [0, 0.4],
  [0, 0.4],
  [0, 0.4],
  [0, 0.4],
  [1, 0.4],
  [0, 0.2],
  [0, 0.2],
] as const;

function shown(rows: readonly (readonly [number, number])[] = ROWS): TunerStore {
  const store = openedStore([evaluationOf('test', rows)]);
  show(<ImpliedPricePanel />, store);
  return store;
}

const at = (store: TunerStore, threshold: number) => act(() => store.getState().setThreshold(threshold));
const panel = () => screen.getByRole('region', { name: 'What price of a miss do you act on?' });
const text = () => textOf(panel());
const slider = () => screen.getByRole<HTMLInputElement>('slider', { name: 'Price of a miss, in false alarms' });
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: /as a number/ });
const spoken = () => slider().getAttribute('aria-valuetext');

describe('the price acted on', () => {
  it('follows the threshold', () => {
    const store = shown();
    expect(text()).toContain('You act as if one miss costs 2.83 false alarms. At any price from 2 to 4,');
    at(store, 0.9);
    expect(text()).toContain('costs 2 false alarms or less. At any price up to 2, no threshold is cheaper on test.');
    at(store, 0.3);
    expect(text()).toContain('costs 4 false alarms or more. At any price from 4 up,');
    expect(spoken()).toBe('4 false alarms, threshold 0.300');
  });

  it('offers the two better thresholds where no price makes it the cheapest', async () => {
    const store = shown();
    at(store, 0.8);
    expect(text()).toContain('about 2 false alarms. Yet no price makes this threshold the cheapest on test.');
    expect(text()).toContain('by the worth of 1 false alarm:');
    expect(screen.getByRole('button', { name: '0.90: 2 missed, 0 false alarms' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '0.70: 1 missed, 2 false alarms' }));
    expect(selectThreshold(store.getState())).toBe(0.7);
    expect(document.activeElement?.textContent).toContain('At any price from 2 to 4,');
  });

  it('offers the one better threshold where it is better at any price', () => {
    const store = shown();
    at(store, 1);
    expect(text()).toContain('gives no false alarm either, and misses 2 fewer:');
    expect(screen.getAllByRole('button', { name: /missed/ })).toHaveLength(1);
    at(store, 0.1);
    expect(text()).toContain('misses no more, with 2 false alarms fewer:');
    expect(text()).not.toMatch(/NaN|∞/);
  });

  it('says why there is none', () => {
    shown([
      [0, 0.7],
      [0, 0.2],
    ]);
    expect(text()).toContain('There are no positives in test');
    expect(screen.queryByRole('slider')).toBeNull();
  });

  it('is any price where no mistake is made', () => {
    const store = shown([
      [1, 0.7],
      [0, 0.2],
    ]);
    expect(text()).toContain('it is the cheapest at any price');
    expect(text()).not.toContain('NaN');
    at(store, 0.1);
    expect(text()).toContain('with 1 false alarm fewer');
  });
});

describe('the slider of prices', () => {
  it('moves the threshold, and stands at the price asked for while that is still the one acted on', async () => {
    const store = shown();
    at(store, 0.9);
    slider().focus();
    await userEvent.keyboard('{PageUp}');
    expect(spoken()).toBe('3.6 false alarms, threshold 0.700');
    expect(selectThreshold(store.getState())).toBe(0.7);
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(spoken()).toBe('4.5 false alarms, threshold 0.400');
    await userEvent.keyboard('{End}');
    expect(spoken()).toBe('100 false alarms, threshold 0.400');
    at(store, 0.9);
    expect(spoken()).toBe('2 false alarms, threshold 0.900');
    await userEvent.keyboard('{ArrowLeft}');
    expect(spoken()).toBe('1.8 false alarms, threshold 0.900');
    fireEvent.blur(slider());
    expect(spoken()).toBe('2 false alarms, threshold 0.900');
  });

  it('is one step of undo for a whole drag', () => {
    const store = shown();
    fireEvent.pointerDown(slider(), { button: 0, isPrimary: true });
    for (const value of ['0.2', '0.4', '0.9']) fireEvent.change(slider(), { target: { value } });
    expect(selectThreshold(store.getState())).toBe(0.4);
    act(() => store.getState().undo());
    expect(selectThreshold(store.getState())).toBe(0.5);
  });

  it('takes a price that is typed', async () => {
    const store = shown();
    await userEvent.clear(field());
    await userEvent.type(field(), '1.5{Enter}');
    expect(selectThreshold(store.getState())).toBe(0.9);
    await userEvent.clear(field());
    await userEvent.type(field(), '-3{Enter}');
    expect(screen.getByRole('alert').textContent).toContain('Type a number of 0.000001 or more');
    expect(selectThreshold(store.getState())).toBe(0.9);
  });
});

describe('the user’s own prices', () => {
  it('fit the threshold, or do not', () => {
    const store = shown();
    expect(text()).toContain('Your own prices say 5.');
    at(store, 0.4);
    expect(text()).toContain(
      'Your own prices say 5. This threshold is the cheapest from 4 up, and 5 lies in that range, so they fit.',
    );
  });

  it.each([
    [{ miss: 0 }, 'flagging nobody is cheapest'],
    [{ falseAlarm: 0 }, 'flagging everybody is cheapest'],
    [{ miss: 0, falseAlarm: 0 }, 'every threshold comes to the same'],
  ])('may be none: %o', (prices, said) => {
    const store = shown();
    act(() => store.getState().setPrices(prices));
    expect(text()).toContain(said);
    expect(text()).not.toContain('twice as much');
    expect(text()).not.toMatch(/NaN|∞/);
  });

  it('doubled, move the cheapest threshold, and one press goes there', async () => {
    const store = shown();
    act(() => store.getState().setPrices({ miss: 3 }));
    expect(text()).toContain(
      'Then 0.40 would be the cheapest on test, not 0.70: 0 missed, not 1; 6 false alarms, not 2. It would cost 6 €; staying with 0.70 would cost 8 €.',
    );
    await userEvent.click(screen.getByRole('button', { name: /^Go there/ }));
    expect(selectThreshold(store.getState())).toBe(0.4);
    expect(screen.getByRole('button', { name: 'You are there.' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('doubled, cost something else on the rows they were not chosen on, which stands beside it', () => {
    const others = ROWS.map(([label, score], place) => [place < 2 ? 0 : label, score] as const);
    const store = openedStore([evaluationOf('validation', ROWS), evaluationOf('test', [...others, ...others])]);
    show(<ImpliedPricePanel />, store);
    act(() => store.getState().setPrices({ miss: 3 }));
    expect(text()).toContain('Then 0.40 would be the cheapest on validation, not 0.70');
    expect(text()).toContain(
      'On the 24 cases of test, where it was not chosen, it would cost 16 €, and staying with 0.70 20 €.',
    );
    act(() => store.getState().setPrices({ miss: 5 }));
    expect(text()).toContain('would still be 0.40');
    expect(text()).toContain('On the 24 cases of test, where it was not chosen, it would cost 16 €.');
    expect(text()).not.toContain('staying');
  });

  it('doubled, keep to what is required', () => {
    const store = shown();
    act(() => {
      store.getState().setPrices({ miss: 3 });
      store
        .getState()
        .setRequirements([{ measure: 'precision', bound: 'atLeast', value: 0.6, byInterval: false, isOn: true }]);
    });
    expect(text()).toContain('The cheapest threshold on test would still be 0.70: 1 missed, 2 false alarms.');
  });

  it('doubled, may lead to flagging everybody, which is said in words', () => {
    const rows = [
      [1, 0.9],
      [0, 0.9],
      [1, 0.5],
      [0, 0.4],
      [1, 0.3],
    ] as const;
    const store = shown(rows);
    act(() => {
      store.getState().setRule('>');
      store.getState().setPrices({ miss: 0.75 });
    });
    expect(text()).toContain(
      'Then flagging everybody would be the cheapest on test, not 0.40: 0 missed, not 1; 2 false alarms, not 1.',
    );
    expect(text()).not.toMatch(/NaN|∞/);
  });

  it('lie in a range of prices that ends above, or that has no lower end', () => {
    const store = shown();
    act(() => store.getState().setPrices({ miss: 3 }));
    at(store, 0.7);
    expect(text()).toContain(
      'Your own prices say 3. This threshold is the cheapest from 2 to 4, and 3 lies in that range, so they fit.',
    );
    act(() => store.getState().setPrices({ miss: 1 }));
    at(store, 0.9);
    expect(text()).toContain(
      'Your own prices say 1. This threshold is the cheapest up to 2, and 1 lies in that range, so they fit.',
    );
    act(() => store.getState().setPrices({ miss: 3 }));
    expect(text()).toContain('Your own prices say 3.');
    expect(text()).not.toContain('so they fit');
  });

  it('doubled, may change nothing', () => {
    shown();
    expect(text()).toContain('would still be 0.40: 0 missed, 6 false alarms. It would cost 6 €.');
  });
});
