import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Question } from '../../../src/core/choose/estimate.ts';
import type { SafeRange } from '../../../src/core/choose/safeRange.ts';
import type { OpenDataset } from '../../../src/io/io.ts';
import { selectRuleSettings } from '../../../src/state/selectors.ts';
import { useTuner } from '../../../src/state/useTuner.ts';
import { useEstimate } from '../../../src/view/chartState/useEstimate.ts';
import { evaluationOf, openedStore, show } from '../charts/openedStore.tsx';

interface Asked {
  readonly signal: AbortSignal;
  readonly beta: number;
  readonly answer: () => void;
}

let asked: Asked[];

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
});
afterEach(() => vi.useRealTimers());

const question = (beta: number) =>
  ({ kind: 'safeRange', rule: '>=', objective: { kind: 'fbeta', beta }, required: null }) as const;

/** Asks about β of the settings, nothing from 9 on; says the best threshold, which is that β here, and whether it answers an earlier question. */
function Asking() {
  const { beta } = useTuner(selectRuleSettings);
  const estimated = useEstimate('safeRange', 'test', beta >= 9 ? null : question(beta));
  if (estimated === null) return <output>nothing</output>;
  return <output>{`${(estimated.value as SafeRange).best}${estimated.isLate ? ', late' : ''}`}</output>;
}

function datasetThatAsks(): Partial<OpenDataset> {
  const estimate = (signal: AbortSignal, _: string, each: Question) =>
    new Promise((resolve, reject) => {
      if (each.kind !== 'safeRange' || each.objective.kind !== 'fbeta') throw new Error(each.kind);
      const { beta } = each.objective;
      signal.addEventListener('abort', () => reject(signal.reason));
      asked.push({ signal, beta, answer: () => resolve({ kind: 'found', best: beta }) });
    });
  return { estimate } as unknown as Partial<OpenDataset>;
}

function shown() {
  const rows = [
    [1, 0.9],
    [0, 0.1],
  ] as const;
  const store = openedStore([evaluationOf('test', rows)]);
  const openAnother = () => {
    const { opened } = store.getState();
    if (opened === null) throw new Error('Nothing is open.');
    store.setState({ opened: { ...opened, dataset: { ...opened.dataset, ...datasetThatAsks() } } });
  };
  openAnother();
  store.getState().setRuleSettings({ beta: 1 });
  show(<Asking />, store);
  return {
    ask: (beta: number) => act(async () => store.getState().setRuleSettings({ beta })),
    prepare: (isPreparing: boolean) => act(async () => store.setState({ isPreparing })),
    openAnother: () => act(async () => openAnother()),
  };
}
const rest = (ms = 200) => act(async () => void vi.advanceTimersByTime(ms));
const answer = (place: number) => act(async () => asked[place].answer());
const said = () => screen.getByRole('status').textContent;
const betas = () => asked.map(({ beta }) => beta);

it('asks once the question has come to rest, and only the last one', async () => {
  const { ask } = shown();
  await rest(100);
  await ask(2);
  await rest(100);
  expect(betas()).toEqual([]);
  await ask(3);
  await rest();
  expect(betas()).toEqual([3]);
  expect(said()).toBe('nothing');
  await answer(0);
  expect(said()).toBe('3');
});

it('keeps the earlier answer, called late, until the next is there; what was asked in between is cancelled', async () => {
  const { ask } = shown();
  await rest();
  await answer(0);
  await ask(2);
  expect(said()).toBe('1, late');
  await rest();
  await ask(3);
  await rest();
  expect(betas()).toEqual([1, 2, 3]);
  expect(asked.slice(1).map(({ signal }) => signal.aborted)).toEqual([true, false]);
  expect(said()).toBe('1, late');
  await answer(2);
  expect(said()).toBe('3');
});

it('takes a question back for the answer that is there, without asking again', async () => {
  const { ask } = shown();
  await rest();
  await answer(0);
  await ask(2);
  await rest();
  await ask(1);
  expect(said()).toBe('1');
  await rest();
  expect(betas()).toEqual([1, 2]);
  expect(asked[1].signal.aborted).toBe(true);
});

it('asks nothing without a question, nor while the file is being prepared', async () => {
  const { ask, prepare } = shown();
  await prepare(true);
  await rest();
  expect(betas()).toEqual([]);
  await prepare(false);
  await ask(9);
  await rest();
  expect(betas()).toEqual([]);
  await ask(2);
  await rest();
  expect(betas()).toEqual([2]);
});

it('asks another file the same question again, and shows no answer of the first', async () => {
  const { openAnother } = shown();
  await rest();
  await answer(0);
  expect(said()).toBe('1');
  await openAnother();
  expect(said()).toBe('nothing');
  await rest();
  expect(betas()).toEqual([1, 1]);
});
