import { expect, it } from 'vitest';
import { selectEvaluations, selectThreshold } from '../../../src/state/selectors.ts';
import type { TunerStore } from '../../../src/state/store.ts';
import { heldStore } from '../../../src/view/chartState/heldStore.ts';
import { evaluationOf, openedStore } from '../charts/openedStore.tsx';

const splitOf = (store: TunerStore) => selectEvaluations(store.getState())[0].split;

/** A held store whose turn comes when it is told to, and what its listener was told. */
function opened() {
  const store = openedStore([evaluationOf('first', [[1, 0.5]])]);
  const releases: (() => void)[] = [];
  const held = heldStore(store, (release) => {
    releases.push(release);
    return () => void releases.splice(releases.indexOf(release), 1);
  });
  const told: string[] = [];
  const leave = held.subscribe((state, before) => {
    told.push(`${selectEvaluations(before)[0].split} → ${selectEvaluations(state)[0].split}`);
  });
  const open = (split: string) => {
    const other = openedStore([evaluationOf(split, [[0, 0.25]])]).getState().opened;
    store.setState({ opened: other });
  };
  return { store, held, told, open, releases, leave };
}

it('shows the file from before until its turn, then the one that is open by then', () => {
  const { store, held, told, open, releases } = opened();
  open('second');
  open('third');
  expect([splitOf(store), splitOf(held)]).toEqual(['third', 'first']);
  expect(told).toEqual([]);
  expect(releases).toHaveLength(1);
  releases[0]();
  expect(splitOf(held)).toBe('third');
  expect(told).toEqual(['first → third']);
});

it('does not mix what is set in between into the file from before', () => {
  const { store, held, open, releases } = opened();
  store.getState().setThreshold(0.125);
  expect(selectThreshold(held.getState())).toBe(0.125);
  open('second');
  store.getState().setThreshold(0.75);
  expect(selectThreshold(held.getState())).toBe(0.125);
  releases[0]();
  expect(selectThreshold(held.getState())).toBe(0.75);
});

it('tells all else at once', () => {
  const { store, told } = opened();
  store.getState().setThreshold(0.125);
  store.getState().setRule('>');
  expect(told).toEqual(['first → first', 'first → first']);
});

it('holds nothing back where nobody listens any more', () => {
  const { held, told, open, releases, leave } = opened();
  open('second');
  leave();
  expect(releases).toEqual([]);
  expect(splitOf(held)).toBe('second');
  open('third');
  expect(splitOf(held)).toBe('third');
  expect(told).toEqual([]);
});
