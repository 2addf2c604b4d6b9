import { expect, it } from 'vitest';
import { selectRule, selectThreshold } from '../../../src/state/selectors.ts';
import { restingStore } from '../../../src/view/chartState/restingStore.ts';
import { evaluationOf, openedStore } from '../charts/openedStore.tsx';

const ROWS = [
  [1, 0.5],
  [0, 0.25],
] as const;

/** A resting store with a rest that comes when it is told to, and what its listener was told: from which threshold to which. */
function dragged(isInView: boolean) {
  const store = openedStore([evaluationOf('all', ROWS)]);
  const waiting = new Set<() => void>();
  let putOff = 0;
  const resting = restingStore(store, () => isInView, {
    wait: (release) => {
      waiting.add(release);
      return { again: () => void putOff++, cancel: () => void waiting.delete(release) };
    },
  });
  const told: string[] = [];
  const leave = resting.subscribe((state, before) => {
    told.push(`${selectThreshold(before)} → ${selectThreshold(state)}`);
  });
  const drag = (...thresholds: number[]) => {
    for (const threshold of thresholds) store.getState().setThreshold(threshold, 'drag 1');
  };
  const rest = () => {
    for (const release of waiting) release();
  };
  return { store, resting, told, drag, rest, leave, waiting, putOffs: () => putOff };
}

it('tells every move where it is in view', () => {
  const { told, drag } = dragged(true);
  drag(0.1, 0.2, 0.3);
  expect(told).toEqual(['0.5 → 0.1', '0.1 → 0.2', '0.2 → 0.3']);
});

it('tells out of view where a drag began and where it rests', () => {
  const { resting, told, drag, rest, waiting, putOffs } = dragged(false);
  drag(0.1, 0.2, 0.3, 0.4);
  expect(told).toEqual(['0.5 → 0.1']);
  expect(putOffs()).toBe(2);
  expect(selectThreshold(resting.getState())).toBe(0.4);
  rest();
  expect(told).toEqual(['0.5 → 0.1', '0.1 → 0.4']);
  expect(waiting.size).toBe(0);
});

it('tells anything else at once, with what was untold', () => {
  const { store, resting, told, drag, waiting } = dragged(false);
  drag(0.1, 0.2, 0.3);
  store.getState().setRule('>');
  expect(told).toEqual(['0.5 → 0.1', '0.1 → 0.3']);
  expect(selectRule(resting.getState())).toBe('>');
  expect(waiting.size).toBe(0);
  store.getState().undo();
  expect(told.at(-1)).toBe('0.3 → 0.3');
});

it('waits for nothing once nobody listens', () => {
  const { told, drag, leave, waiting } = dragged(false);
  drag(0.1, 0.2);
  leave();
  expect(waiting.size).toBe(0);
  drag(0.3);
  expect(told).toEqual(['0.5 → 0.1']);
});
