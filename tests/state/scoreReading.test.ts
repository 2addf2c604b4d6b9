import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Repair } from '../../src/core/roles/repair.ts';
import { writeLink } from '../../src/io/link.ts';
import { linkOf } from '../../src/state/linkedState.ts';
import { selectAppliedRepairs, selectScoreReadings, selectThreshold } from '../../src/state/selectors.ts';
import { createTunerStore, type TunerStore } from '../../src/state/store.ts';
import { startSync } from '../../src/state/sync.ts';
import { csvFile, testEnv, testPage } from './testEnv.ts';

const LOGITS = `y_true,logit\n${Array.from({ length: 40 }, (_, row) => `${row % 3 === 0 ? 1 : 0},${(row % 7) - 3 + (row % 3 === 0 ? 1.5 : 0)}`).join('\n')}\n`;
const CREDIT = readFileSync('tests/golden/german_credit.csv', 'utf8');
/** R's fit, to the last digit. */
const FITTED = JSON.parse(readFileSync('tests/golden/recalibration.json', 'utf8'))['p_logreg validation'] as {
  intercept: number;
  slope: number;
};

async function opened(text: string, hash = ''): Promise<TunerStore> {
  const env = testEnv(testPage(hash));
  const store = createTunerStore(env);
  await startSync(store, env);
  await store.getState().openFiles([csvFile('own.csv', text)]);
  return store;
}

const reading = (store: TunerStore) => store.getState().opened?.prepared.interpretation;
const hashOf = (store: TunerStore) => writeLink(linkOf(store.getState()));
const codesOf = (store: TunerStore) => store.getState().opened?.prepared.findings.map(({ code }) => code) ?? [];

describe('logits', () => {
  it('are turned unasked, taken back by one press, and turned again by undoing that', async () => {
    const store = await opened(LOGITS);
    expect(reading(store)?.scoreReading).toEqual({ kind: 'sigmoid' });
    expect(selectThreshold(store.getState())).toBe(0.5);
    expect(selectAppliedRepairs(store.getState())).toEqual([]);
    expect(hashOf(store)).not.toContain('as=');
    await store.getState().applyRepair({ kind: 'asIs' });
    expect(selectAppliedRepairs(store.getState())).toEqual([{ kind: 'asIs' }]);
    expect(codesOf(store)).not.toContain('readAsLogits');
    expect(selectThreshold(store.getState())).toBe(0);
    expect(hashOf(store)).toContain('as=asIs');
    await store.getState().undoRepair({ kind: 'asIs' });
    expect(reading(store)?.scoreReading).toEqual({ kind: 'sigmoid' });
    await store.getState().undo();
    expect(reading(store)?.scoreReading).toEqual({ kind: 'sigmoid' });
  });

  it('come back by a link as its author read them', async () => {
    const store = await opened(LOGITS, 'file=own.csv&rows=40&as=asIs&t=1');
    expect(reading(store)?.scoreReading).toEqual({ kind: 'asIs' });
    expect(selectThreshold(store.getState())).toBe(1);
  });

  it('are not read with a column that the file does not have', async () => {
    const store = await opened(LOGITS, 'file=own.csv&rows=40&as=softmax:other');
    expect(reading(store)?.scoreReading).toEqual({ kind: 'sigmoid' });
    expect(store.getState().notices.map(({ code }) => code)).toContain('linkColumnMissing');
  });

  it('offer the readings that the columns allow', async () => {
    const store = await opened(LOGITS);
    expect(selectScoreReadings(store.getState())).toEqual([{ kind: 'asIs' }, { kind: 'sigmoid' }]);
  });
});

describe('recalibration', () => {
  const RECALIBRATE: Repair = { kind: 'recalibrate', split: 'validation' };

  it('fits one split, is in force on all, and is undone', async () => {
    const store = await opened(CREDIT, 'file=own.csv&model=p_logreg');
    const before = store.getState().opened?.prepared.evaluations.find(({ split }) => split === 'test');
    await store.getState().applyRepair(RECALIBRATE);
    const after = store.getState().opened?.prepared.evaluations.find(({ split }) => split === 'test');
    const expected = (p: number) => 1 / (1 + Math.exp(-(FITTED.intercept + FITTED.slope * Math.log(p / (1 - p)))));
    const off = [...(after?.index.positives.scores ?? [])].filter((score, i) => {
      return Math.abs(score - expected(before?.index.positives.scores[i] ?? Number.NaN)) > 1e-6;
    });
    expect(after?.index.positives.scores.length).toBeGreaterThan(50);
    expect(off).toEqual([]);
    expect(after?.scoreMetrics.rocAuc).toBe(before?.scoreMetrics.rocAuc);
    expect(codesOf(store)).toContain('recalibrated');
    expect(hashOf(store)).toContain('calibrate=validation');
    expect(selectAppliedRepairs(store.getState())).toContainEqual(RECALIBRATE);
    await store.getState().undoRepair(RECALIBRATE);
    expect(store.getState().opened?.prepared.evaluations.find(({ split }) => split === 'test')?.scoreMetrics).toEqual(
      before?.scoreMetrics,
    );
  });

  it.each([
    ['missing', 'recalibrationNoRows'],
    ['one', 'recalibrationOneClass'],
    ['same', 'recalibrationConstant'],
    ['apart', 'recalibrationSeparated'],
  ])('says why nothing was fitted to the split “%s”', async (split, code) => {
    const rows = [
      'one,1,0.2',
      'one,1,0.4',
      'same,0,0.3',
      'same,1,0.3',
      'apart,0,0.2',
      'apart,1,0.6',
      'b,0,0.5',
      'b,1,0.7',
    ];
    const store = await opened(`split,y_true,y_prob\n${rows.join('\n')}\n`, `file=own.csv&calibrate=${split}`);
    expect(codesOf(store)).toContain(code);
    expect(store.getState().opened?.prepared.evaluations.map(({ low }) => low)).toEqual([0.2, 0.3, 0.2, 0.5]);
  });
});

describe('weights that are whole numbers', () => {
  const TEXT = `y_true,y_prob,sample_weight\n${Array.from({ length: 12 }, (_, row) => `${row % 2},${(row + 1) / 20},${1 + (row % 4)}`).join('\n')}\n`;

  it('give no intervals until the user says that they count rows', async () => {
    const store = await opened(TEXT);
    expect(store.getState().opened?.prepared.hasWeights).toBe(true);
    expect(codesOf(store)).toContain('integerWeights');
    await store.getState().applyRepair({ kind: 'weightsAreCounts' });
    expect(store.getState().opened?.prepared.hasWeights).toBe(false);
    expect(hashOf(store)).toContain('counts=yes');
    await store.getState().undoRepair({ kind: 'weightsAreCounts' });
    expect(store.getState().opened?.prepared.hasWeights).toBe(true);
  });

  it('count rows by themselves where they are called count', async () => {
    const store = await opened(TEXT.replace('sample_weight', 'count'));
    expect(store.getState().opened?.prepared.hasWeights).toBe(false);
    await store.getState().applyRepair({ kind: 'weightsAreNoCounts' });
    expect(store.getState().opened?.prepared.hasWeights).toBe(true);
    expect(hashOf(store)).toContain('counts=no');
  });
});

it('cuts scores that 32-bit rounding left above 1 when told to', async () => {
  const rows = Array.from({ length: 30 }, (_, row) => `${row % 2},${row === 29 ? '1.0000001' : (row + 1) / 40}`);
  const store = await opened(`y_true,y_prob\n${rows.join('\n')}\n`);
  expect(codesOf(store)).toContain('slightlyOutsideUnit');
  expect(store.getState().opened?.prepared.evaluations[0].high).toBe(1.0000001);
  await store.getState().applyRepair({ kind: 'clipToUnit', column: 'y_prob' });
  expect(store.getState().opened?.prepared.evaluations[0].high).toBe(1);
  expect(codesOf(store)).not.toContain('slightlyOutsideUnit');
});
