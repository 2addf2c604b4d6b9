import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readLink, writeLink } from '../../src/io/link.ts';
import { selectClassThresholds, selectParts, selectTask, selectView } from '../../src/state/classSelectors.ts';
import { restoredState, sessionOf } from '../../src/state/keptSession.ts';
import { selectLabelOutcome } from '../../src/state/labelSelectors.ts';
import { linkOf } from '../../src/state/linkedState.ts';
import { selectConfusion, selectThreshold } from '../../src/state/selectors.ts';
import type { TunerStore } from '../../src/state/store.ts';
import { violationsOf } from '../io/export/schema.ts';
import { started } from './started.ts';
import type { TestPage } from './testEnv.ts';

const [HEAD, ...ALL] = readFileSync('public/samples/news-topics.csv', 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(','));
const LABELS = HEAD.filter((name) => name.startsWith('y_')).map((name) => name.slice(2));
const ROWS = ALL.filter((row) => row[HEAD.indexOf('split')] === 'test');
const holds = (row: readonly string[], label: string) => row[HEAD.indexOf(`y_${label}`)] === '1';
const scoreOf = (row: readonly string[], label: string) => Number(row[HEAD.indexOf(`p_${label}`)]);

/** Rows of the test split with exactly their labels, and the counts of each label, row by row. */
function counted(thresholds: readonly number[]) {
  const flags = (row: readonly string[], at: number) => scoreOf(row, LABELS[at]) >= thresholds[at];
  return {
    exact: ROWS.filter((row) => LABELS.every((label, at) => flags(row, at) === holds(row, label))).length,
    confusions: LABELS.map((label, at) => {
      const count = (isTrue: boolean, isFlagged: boolean) =>
        ROWS.filter((row) => holds(row, label) === isTrue && flags(row, at) === isFlagged).length;
      return { tp: count(true, true), fp: count(false, true), fn: count(true, false), tn: count(false, false) };
    }),
  };
}

async function expectCounted(store: TunerStore, thresholds: readonly number[]) {
  await store.getState().refreshClasses();
  expect(selectClassThresholds(store.getState())).toEqual(thresholds);
  const outcome = selectLabelOutcome(store.getState());
  const { exact, confusions } = counted(thresholds);
  expect(outcome?.split).toBe('test');
  expect(outcome?.cases.exact).toBe(exact);
  expect(outcome?.confusions).toEqual(confusions);
}

const ORACLE = JSON.parse(readFileSync('tests/golden/multilabel.json', 'utf8'));

describe('several labels', () => {
  let store: TunerStore;
  let page: TestPage;
  beforeAll(async () => {
    ({ store, page } = await started('data=news-topics'));
  });

  it('open on their own screen with a threshold each', async () => {
    const state = store.getState();
    expect(selectView(state)).toBe('classes');
    expect(selectTask(state)).toBeNull();
    expect(selectParts(state).map(({ label }) => label)).toEqual(LABELS);
    await expectCounted(store, [0.5, 0.5, 0.5, 0.5, 0.5]);
  });

  it('are decided anew when one threshold moves, and undone in one step', async () => {
    store.getState().setClassThreshold('Health', 0.7, 'drag');
    store.getState().setClassThreshold('Health', 0.6, 'drag');
    await expectCounted(store, [0.5, 0.6, 0.5, 0.5, 0.5]);
    store.getState().moveClassThreshold('Health', 'stepUp');
    await expectCounted(store, [0.5, 0.61, 0.5, 0.5, 0.5]);
    store.getState().undo();
    store.getState().undo();
    await expectCounted(store, [0.5, 0.5, 0.5, 0.5, 0.5]);
    store.getState().setRule('>');
    await store.getState().refreshClasses();
    store.getState().undo();
    expect(store.getState().decision.classes.kind).toBe('argmax');
  });

  it('are tuned each by one goal on the split in view, in one step of undo', async () => {
    store.getState().setSplit('validation');
    await store.getState().tuneLabels('highestMetric', 'each');
    store.getState().setSplit('test');
    await expectCounted(
      store,
      LABELS.map((label) => ORACLE.tuned_thresholds[label]),
    );
    store.getState().undo();
    await expectCounted(store, [0.5, 0.5, 0.5, 0.5, 0.5]);
    await store.getState().tuneLabels('highestMetric', 'each', 'Sport');
    expect(Object.keys(store.getState().decision.thresholds)).toEqual(['Sport']);
    store.getState().undo();
  });

  it('are tuned together to one threshold', async () => {
    await store.getState().tuneLabels('highestMetric', 'together');
    await store.getState().refreshClasses();
    const thresholds = selectClassThresholds(store.getState());
    expect(new Set(thresholds).size).toBe(1);
    const outcome = selectLabelOutcome(store.getState());
    const microAt = (threshold: number) => {
      const { confusions } = counted(LABELS.map(() => threshold));
      const sum = (of: (confusion: (typeof confusions)[number]) => number) =>
        confusions.reduce((total, each) => total + of(each), 0);
      return (2 * sum(({ tp }) => tp)) / sum(({ tp, fp, fn }) => 2 * tp + fp + fn);
    };
    const stops = Array.from({ length: 101 }, (_, at) => microAt(at / 100));
    expect(outcome?.averages.micro.f1.value).toBeGreaterThanOrEqual(Math.max(...stops));
    expect(outcome?.averages.micro.f1.value).toBeCloseTo(microAt(thresholds[0]), 12);
    store.getState().undo();
  });

  it('say which ones no threshold meets the goal for', async () => {
    store.getState().setRuleSettings({ minPrecision: 1.5 });
    await store.getState().tuneLabels('minPrecision', 'each');
    expect(store.getState().notices).toEqual([{ code: 'labelsNotTuned', values: { labels: LABELS } }]);
    for (const notice of store.getState().notices) store.getState().dismissNotice(notice);
    store.getState().setRuleSettings({ minPrecision: 0.9 });
    expect(store.getState().decision.thresholds).toEqual({});
  });

  it('have the same threshold here and where one is tuned alone', async () => {
    await store.getState().tuneClass('Sport');
    expect(selectView(store.getState())).toBe('tune');
    expect(store.getState().opened?.prepared.interpretation).toMatchObject({ label: 'y_Sport', score: 'p_Sport' });
    store.getState().setThreshold(0.3);
    expect(selectConfusion(store.getState())).toEqual(counted([0.5, 0.5, 0.5, 0.3, 0.5]).confusions[3]);
    store.getState().setView('classes');
    await expectCounted(store, [0.5, 0.5, 0.5, 0.3, 0.5]);
    store.getState().setClassThreshold('Sport', 0.45);
    expect(selectThreshold(store.getState())).toBe(0.45);
  });

  it('change both columns when one of them is chosen', async () => {
    await store.getState().changeInterpretation({ label: 'y_Politics' });
    expect(store.getState().opened?.prepared.interpretation.score).toBe('p_Politics');
    await store.getState().changeInterpretation({ score: 'p_Finance' });
    expect(store.getState().opened?.prepared.interpretation.label).toBe('y_Finance');
    expect(selectThreshold(store.getState())).toBe(0.5);
  });

  it('come back from the link and from a kept session', async () => {
    store.getState().setClassThreshold('Finance', 0.35);
    const link = linkOf(store.getState());
    expect(readLink(writeLink(link)).link).toMatchObject({ classThresholds: [['Sport', 0.45]], threshold: 0.35 });
    const again = await started(writeLink(link));
    expect(again.store.getState().notices).toEqual([]);
    expect(again.store.getState().decision).toEqual(store.getState().decision);
    await expectCounted(again.store, [0.35, 0.5, 0.5, 0.45, 0.5]);
    expect(restoredState(sessionOf(store.getState(), page.hash)).decision).toEqual(store.getState().decision);
  });

  it('are exported as the published schema says, with every count', async () => {
    const thresholds = [0.4, 0.5, 0.25, 0.45, 0.375];
    for (const [at, label] of LABELS.entries()) store.getState().setClassThreshold(label, thresholds[at]);
    await store.getState().saveOperatingPoint();
    const [{ blob }] = page.saved.slice(-1);
    const record = JSON.parse(await blob.text());
    expect(violationsOf(record, JSON.parse(readFileSync('public/schema/operating-point.json', 'utf8')))).toEqual([]);
    expect(record.classDecision).toEqual({ by: 'labels', order: LABELS });
    const { classes, averages, agreement } = record.evaluations.find(
      ({ split }: { split: string }) => split === 'test',
    );
    const { exact, confusions } = counted(thresholds);
    expect(LABELS.map((label) => [classes[label].threshold, classes[label].confusion])).toEqual(
      thresholds.map((threshold, at) => [threshold, confusions[at]]),
    );
    expect(agreement).toMatchObject({ subsetAccuracy: exact / ROWS.length, cases: ROWS.length, incompleteCases: 0 });
    const [tp, fp, fn] = (['tp', 'fp', 'fn'] as const).map((cell) =>
      confusions.reduce((sum, each) => sum + each[cell], 0),
    );
    expect(agreement.hammingLoss).toBeCloseTo((fp + fn) / (ROWS.length * LABELS.length), 12);
    expect(averages.micro.f1).toBeCloseTo((2 * tp) / (2 * tp + fp + fn), 12);
    expect(Object.keys(averages)).toEqual(['macro', 'micro', 'weighted', 'samples']);
  });

  it('become NumPy code with every digit of the thresholds', () => {
    store.getState().setClassThreshold(LABELS[0], 0.6123456789012345);
    const code = store.getState().classPythonCode();
    expect(code).toContain('    0.6123456789012345,\n');
    expect(code).toContain('y_pred = scores >= thresholds');
    expect(code).toContain(`pd.to_numeric(df["p_${LABELS[0]}"], errors="coerce")`);
  });
});
