import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readLink, writeLink } from '../../src/io/link.ts';
import {
  classTable,
  commonestMistake,
  selectClassOutcome,
  selectClassOutcomes,
  selectClassThresholds,
  selectTask,
  selectView,
} from '../../src/state/classSelectors.ts';
import { restoredState, sessionOf } from '../../src/state/keptSession.ts';
import { linkOf } from '../../src/state/linkedState.ts';
import { selectConfusion, selectThreshold } from '../../src/state/selectors.ts';
import type { TunerStore } from '../../src/state/store.ts';
import { violationsOf } from '../io/export/schema.ts';
import { started } from './started.ts';
import { csvFile, type TestPage } from './testEnv.ts';

/** The rows of the sample, read here. */
const [HEAD, ...ROWS] = readFileSync('public/samples/digits.csv', 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(','));
const LABELS = HEAD.slice(2).map((name) => name.slice(2));
const scoresOf = (row: readonly string[]) => row.slice(2).map(Number);

/** Rows by true and decided class, counted row by row. */
function counted(decide: (scores: readonly number[]) => number): number[][] {
  const counts = LABELS.map(() => Array<number>(LABELS.length + 1).fill(0));
  for (const row of ROWS) counts[LABELS.indexOf(row[1])][decide(scoresOf(row))]++;
  return counts;
}

const argmax = (scores: readonly number[]) => scores.indexOf(Math.max(...scores));

function matrixOf(store: TunerStore): number[][] {
  const outcome = selectClassOutcome(store.getState());
  if (outcome === null) throw new Error('Nothing is decided.');
  const width = LABELS.length + 1;
  return LABELS.map((_, row) => [...outcome.matrix.counts.subarray(row * width, (row + 1) * width)]);
}

describe('several classes', () => {
  let store: TunerStore;
  let page: TestPage;
  beforeAll(async () => {
    ({ store, page } = await started('data=digits&view=classes'));
  });

  it('open on their own screen, decided by the highest score', () => {
    const state = store.getState();
    expect(selectView(state)).toBe('classes');
    expect(selectTask(state)?.classes.map(({ label }) => label)).toEqual(LABELS);
    expect(matrixOf(store)).toEqual(counted(argmax));
  });

  it('are decided by thresholds once one is moved, and undone', async () => {
    store.getState().setClassThreshold('nine', 0.7, 'drag');
    store.getState().setClassThreshold('nine', 0.6, 'drag');
    await store.getState().refreshClasses();
    const thresholds = LABELS.map((label) => (label === 'nine' ? 0.6 : 0.5));
    expect(selectClassThresholds(store.getState())).toEqual(thresholds);
    const decide = (fallback: (scores: readonly number[]) => number) => (scores: readonly number[]) => {
      const reached = scores.map((score, place) => (score >= thresholds[place] ? score : -1));
      return Math.max(...reached) < 0 ? fallback(scores) : argmax(reached);
    };
    expect(matrixOf(store)).toEqual(counted(decide(() => LABELS.length)));

    store.getState().setClassChoice({ fallback: 'argmax' });
    await store.getState().refreshClasses();
    expect(matrixOf(store)).toEqual(counted(decide(argmax)));

    store.getState().undo();
    store.getState().undo();
    await store.getState().refreshClasses();
    expect(store.getState().decision.classes.kind).toBe('argmax');
    expect(matrixOf(store)).toEqual(counted(argmax));
    store.getState().redo();
    expect(store.getState().decision.thresholds).toEqual({ nine: 0.6 });
  });

  it('have the same threshold here and where one is tuned alone', async () => {
    await store.getState().tuneClass('eight');
    expect(selectView(store.getState())).toBe('tune');
    expect(store.getState().opened?.prepared.interpretation).toMatchObject({
      score: 'p_eight',
      positiveLabel: 'eight',
      negativeLabel: null,
    });
    store.getState().setThreshold(0.3);
    const isEight = (row: readonly string[]) => row[1] === 'eight';
    const isFlagged = (row: readonly string[]) => Number(row[HEAD.indexOf('p_eight')]) >= 0.3;
    expect(selectConfusion(store.getState())).toMatchObject({
      tp: ROWS.filter((row) => isEight(row) && isFlagged(row)).length,
      fp: ROWS.filter((row) => !isEight(row) && isFlagged(row)).length,
    });
    store.getState().setView('classes');
    await store.getState().refreshClasses();
    expect(selectClassThresholds(store.getState())[LABELS.indexOf('eight')]).toBe(0.3);
    store.getState().setClassThreshold('eight', 0.45);
    expect(selectThreshold(store.getState())).toBe(0.45);
  });

  it('are decided by cost', async () => {
    store.getState().setClassChoice({ kind: 'cost' });
    store.getState().setMistakePrice({ actual: 'nine', predicted: 'eight', cost: 20 });
    await store.getState().refreshClasses();
    const cost = (actual: number, decided: number) =>
      actual === decided ? 0 : LABELS[actual] === 'nine' && LABELS[decided] === 'eight' ? 20 : 1;
    const cheapest = (scores: readonly number[]) => {
      const costs = LABELS.map((_, at) => scores.reduce((sum, score, actual) => sum + score * cost(actual, at), 0));
      return costs.indexOf(Math.min(...costs));
    };
    expect(matrixOf(store)).toEqual(counted(cheapest));
    store.getState().setMistakePrice({ actual: 'nine', predicted: 'eight', cost: 1 });
    expect(store.getState().decision.classes.costs).toEqual([]);
    store.getState().undo();
  });

  it('come back from the link and from a kept session', async () => {
    store.getState().setClassOrder('recall');
    const link = linkOf(store.getState());
    expect(readLink(writeLink(link)).link).toMatchObject({
      view: 'classes',
      classDecision: 'cost',
      classThresholds: [['nine', 0.6]],
      mistakePrices: [{ actual: 'nine', predicted: 'eight', cost: 20 }],
      classOrder: 'recall',
    });
    const again = await started(writeLink(link));
    expect(again.store.getState().notices).toEqual([]);
    expect(again.store.getState().decision).toEqual(store.getState().decision);
    expect(again.store.getState().classOrder).toBe('recall');
    expect(matrixOf(again.store)).toEqual(matrixOf(store));
    expect(restoredState(sessionOf(store.getState(), page.hash)).decision).toEqual(store.getState().decision);
  });

  it('are exported as the published schema says, with every count', async () => {
    await store.getState().saveOperatingPoint();
    const [{ blob }] = page.saved.slice(-1);
    const record = JSON.parse(await blob.text());
    expect(violationsOf(record, JSON.parse(readFileSync('public/schema/operating-point.json', 'utf8')))).toEqual([]);
    const [{ classes, averages, agreement, confusionMatrix }] = record.evaluations;
    expect(record.classDecision).toMatchObject({ by: 'cost', order: LABELS });
    expect(confusionMatrix).toEqual(matrixOf(store));
    expect(Object.keys(classes)).toEqual(LABELS);
    const right = LABELS.reduce((sum, label) => sum + classes[label].confusion.tp, 0);
    expect(agreement.accuracy).toBe(right / ROWS.length);
    expect(averages.micro.f1).toBeCloseTo(right / ROWS.length, 12);
  });

  it('become NumPy code with every digit of the thresholds', () => {
    store.getState().setClassThreshold('nine', 0.6123456789012345);
    const code = store.getState().classPythonCode();
    expect(code).toContain('    0.6123456789012345,\n');
    expect(code).toContain('reached = scores >= thresholds');
    expect(code).toContain('pd.to_numeric(df["p_zero"], errors="coerce")');
  });

  it('are listed by what is asked for, the worst first', () => {
    const task = selectTask(store.getState());
    const outcome = selectClassOutcome(store.getState());
    if (task === null || outcome === null) throw new Error('Nothing is decided.');
    const thresholds = selectClassThresholds(store.getState());
    const recalls = classTable(task, outcome, thresholds, 'recall').map(({ recall }) => recall);
    expect(recalls).toEqual([...recalls].sort((a, b) => a - b));
    const supports = classTable(task, outcome, thresholds, 'support').map(({ support }) => support);
    expect(supports).toEqual([...supports].sort((a, b) => b - a));
    expect(classTable(task, outcome, thresholds, 'name').map(({ label }) => label)).toEqual([...LABELS].sort());
  });

  it('name the most frequent mistake', () => {
    expect(commonestMistake({ size: 2, counts: Float64Array.of(5, 1, 9, 3, 7, 0) })).toEqual({
      actual: 1,
      predicted: 0,
      count: 3,
    });
    expect(commonestMistake({ size: 2, counts: Float64Array.of(5, 0, 9, 0, 7, 0) })).toBeNull();
  });
});

it('a file with one score has no screen of classes, whatever the address says', async () => {
  const { store } = await started('data=breast-cancer&view=classes&at=0.7:malignant&order=nonsense&price=2:3:cat:dog');
  expect(selectView(store.getState())).toBe('tune');
  expect(selectClassOutcomes(store.getState())).toEqual([]);
  expect(store.getState().notices.map(({ values }) => values.name)).toEqual(['at', 'order', 'price']);
});

it('classes may be called like an object’s own properties', async () => {
  const names = ['__proto__', 'constructor', 'a:b'];
  const rows = names.map((name, at) => `${name},${names.map((_, place) => (place === at ? 0.8 : 0.1)).join()}`);
  const { store } = await started('data=breast-cancer');
  await store.getState().openFiles([csvFile('odd.csv', `truth,${names.join()}\n${[...rows, ...rows].join('\n')}\n`)]);
  for (const [at, name] of names.entries()) store.getState().setClassThreshold(name, 0.2 + at / 10);
  store.getState().setMistakePrice({ actual: 'a:b', predicted: '__proto__', cost: 3 });
  await store.getState().refreshClasses();
  expect(selectClassThresholds(store.getState())).toEqual([0.2, 0.30000000000000004, 0.4]);
  const link = readLink(writeLink(linkOf(store.getState()))).link;
  expect(link.mistakePrices).toEqual([{ actual: 'a:b', predicted: '__proto__', cost: 3 }]);
  await store.getState().applyLink(link);
  expect(selectClassThresholds(store.getState())).toEqual([0.2, 0.30000000000000004, 0.4]);
});
