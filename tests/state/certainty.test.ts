import { beforeEach, describe, expect, it } from 'vitest';
import type { Estimates, Question } from '../../src/core/choose/estimate.ts';
import { readSession, storedSession } from '../../src/io/session.ts';
import { selectEstimate } from '../../src/state/certainty.ts';
import { restoredTried, sessionOf } from '../../src/state/keptSession.ts';
import { selectTried } from '../../src/state/looks.ts';
import { createTunerStore, type TunerStore } from '../../src/state/store.ts';
import { csvFile, testEnv } from './testEnv.ts';

const CSV = `split,y_true,a,b
train,1,0.9,0.4
train,0,0.2,0.3
test,1,0.8,0.7
test,0,0.4,0.6
`;
const F1: Question = { kind: 'safeRange', rule: '>=', objective: { kind: 'metric', id: 'f1' }, required: null };
const RECALL: Question = { ...F1, objective: { kind: 'metric', id: 'recall' } } as Question;

/** An answer that comes when it is told to. */
interface Asked {
  readonly question: Question;
  readonly signal: AbortSignal;
  readonly answer: (value: string) => void;
  readonly fail: (error: Error) => void;
}

let store: TunerStore;
let asked: Asked[];
const state = () => store.getState();
const shown = () => selectEstimate(state(), 'safeRange');

beforeEach(async () => {
  const env = testEnv();
  asked = [];
  const open: typeof env.io.open = async (...args) => ({
    ...(await env.io.open(...args)),
    estimate: <K extends Question['kind']>(signal: AbortSignal, _: string, question: Question) =>
      new Promise<Estimates[K]>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        asked.push({ question, signal, answer: (value) => resolve(value as never), fail: reject });
      }),
  });
  store = createTunerStore({ ...env, io: { ...env.io, open } });
  await state().openFiles([csvFile('rows.csv', CSV)]);
});

describe('an estimate', () => {
  it('is kept with the question it answers', async () => {
    const done = state().estimate('test', F1);
    asked[0].answer('first');
    await done;
    expect(shown()).toMatchObject({ value: 'first', split: 'test', question: F1 });
  });

  it('is not asked about a split of the file before, which a late panel may still show', async () => {
    await state().openFiles([csvFile('other.csv', 'y_true,y_prob\n1,0.7\n0,0.2\n')]);
    await state().estimate('test', F1);
    expect(asked).toEqual([]);
    expect(state().notices).toEqual([]);
  });

  it('of the latest question wins, and the earlier one is cancelled', async () => {
    const first = state().estimate('test', F1);
    const second = state().estimate('test', RECALL);
    expect(asked[0].signal.aborted).toBe(true);
    asked[1].answer('second');
    asked[0].answer('first');
    await Promise.all([first, second]);
    expect(shown()).toMatchObject({ value: 'second', question: RECALL });
    expect(state().notices).toEqual([]);
  });

  it('that is known is not asked for again, nor is one that is on its way', async () => {
    const first = state().estimate('test', F1);
    await state().estimate('test', F1);
    expect(asked).toHaveLength(1);
    asked[0].answer('first');
    await first;
    await state().estimate('test', F1);
    expect(asked).toHaveLength(1);
    void state().estimate('train', F1);
    expect(asked).toHaveLength(2);
  });

  it('that is known cancels the question in between', async () => {
    const first = state().estimate('test', F1);
    asked[0].answer('first');
    await first;
    const between = state().estimate('test', RECALL);
    await state().estimate('test', F1);
    expect(asked[1].signal.aborted).toBe(true);
    await between;
    expect(shown()).toMatchObject({ value: 'first' });
    // And it can be asked again.
    void state().estimate('test', RECALL);
    expect(asked).toHaveLength(3);
  });

  it('that fails is said, leaves what is there, and can be asked for again', async () => {
    const first = state().estimate('test', F1);
    asked[0].answer('first');
    await first;
    const failing = state().estimate('test', RECALL);
    asked[1].fail(new Error('broken'));
    await failing;
    expect(state().notices).toHaveLength(1);
    expect(shown()).toMatchObject({ value: 'first' });
    const again = state().estimate('test', RECALL);
    asked[2].answer('again');
    await again;
    expect(shown()).toMatchObject({ value: 'again' });
  });

  it('of a file that is no longer open is left out', async () => {
    const first = state().estimate('test', F1);
    await state().openFiles([csvFile('other.csv', CSV)]);
    asked[0].answer('first');
    await first;
    expect(shown()).toBeNull();
    expect(state().estimates).toEqual({});
  });

  it('of another reading of the file is asked for anew', async () => {
    const first = state().estimate('test', F1);
    asked[0].answer('first');
    await first;
    const before = shown()?.key;
    await state().changeInterpretation({ score: 'b' });
    const second = state().estimate('test', F1);
    expect(asked).toHaveLength(2);
    expect(shown()).toMatchObject({ value: 'first', key: before });
    asked[1].answer('second');
    await second;
    expect(shown()).toMatchObject({ value: 'second' });
    expect(shown()?.key).not.toBe(before);
  });
});

describe('the thresholds that were looked at', () => {
  const look = (threshold: number) => {
    state().setThreshold(threshold);
    state().noteTried();
  };

  it('are counted once each, by split', () => {
    for (const threshold of [0.5, 0.6, 0.5]) look(threshold);
    expect(selectTried(state(), 'test')).toBe(2);
    expect(selectTried(state(), 'train')).toBe(0);
    state().setSplit('train');
    state().noteTried();
    expect([selectTried(state(), 'train'), selectTried(state(), 'test')]).toEqual([1, 2]);
  });

  it('are told apart by rule and by model, and counted together', async () => {
    look(0.5);
    state().setRule('>');
    state().noteTried();
    expect(selectTried(state(), 'test')).toBe(2);
    await state().changeInterpretation({ score: 'b' });
    look(0.5);
    look(0.5);
    expect(selectTried(state(), 'test')).toBe(3);
  });

  it('are counted apart for the other class', async () => {
    look(0.5);
    await state().changeInterpretation({ positiveLabel: '0', negativeLabel: '1' });
    expect(selectTried(state(), 'test')).toBe(0);
    look(0.5);
    expect(selectTried(state(), 'test')).toBe(1);
  });

  it('are counted apart for one group of the rows', async () => {
    look(0.5);
    await state().changeInterpretation({ subject: [{ kind: 'value', column: 'b', value: '0.7' }] });
    expect(selectTried(state(), 'test')).toBe(0);
    look(0.5);
    expect(selectTried(state(), 'test')).toBe(1);
  });

  it('come back with the kept session, and end with the file', async () => {
    look(0.5);
    look(0.6);
    const session = readSession(structuredClone(storedSession(sessionOf(state(), ''))));
    const dataset = state().opened?.dataset;
    if (typeof session === 'string' || dataset === undefined) throw new Error('Nothing was kept.');
    expect(selectTried({ ...state(), ...restoredTried(session, dataset) }, 'test')).toBe(2);
    await state().openFiles([csvFile('other.csv', CSV)]);
    expect(selectTried(state(), 'test')).toBe(0);
  });
});
