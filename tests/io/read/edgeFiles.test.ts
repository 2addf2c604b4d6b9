import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { confusionAt } from '../../../src/core/scores/confusion.ts';
import { isClose } from '../../core/close.ts';
import { openWhole, problemOf } from './reading.ts';

interface EdgeCase {
  readonly ranking: Readonly<Record<string, number>>;
  readonly sweep: Readonly<Record<'threshold' | 'tp' | 'fp' | 'fn' | 'tn', readonly number[]>>;
  readonly at: Readonly<Record<'tp' | 'fp' | 'fn' | 'tn', number>>;
}

const oracle = JSON.parse(readFileSync('tests/golden/edge/oracle.json', 'utf8')) as Record<string, EdgeCase>;
const open = (name: string) => openWhole(new Uint8Array(readFileSync(`tests/golden/edge/${name}.csv`)));
const codesOf = ({ prepared }: Awaited<ReturnType<typeof open>>) => prepared.findings.map(({ code }) => code);

describe.each(['aggregated', 'percent_sign'])('%s.csv', (name) => {
  it('opens without a question and equals scikit-learn', async () => {
    const { summary, prepared } = await open(name);
    expect(summary.question).toBeNull();
    const [{ index, positives, negatives, scoreMetrics }] = prepared.evaluations;
    const { ranking, sweep } = oracle[name];
    expect([positives, positives + negatives]).toEqual([ranking.n_pos, ranking.n]);
    expect(isClose(scoreMetrics.rocAuc, ranking.roc_auc)).toBe(true);
    expect(isClose(scoreMetrics.averagePrecision, ranking.average_precision)).toBe(true);
    if (name === 'aggregated') expect(isClose(scoreMetrics.brierScore, ranking.brier)).toBe(true);
    const { threshold, tp, fp, fn, tn } = sweep;
    expect(threshold.map((each) => confusionAt(index, each, '>='))).toEqual(
      threshold.map((_, i) => ({ tp: tp[i], fp: fp[i], fn: fn[i], tn: tn[i] })),
    );
  });
});

it('takes the rows of aggregated.csv for counts, so that intervals hold, and says so', async () => {
  const opened = await open('aggregated');
  expect(opened.prepared.hasWeights).toBe(false);
  expect(codesOf(opened)).toEqual(expect.arrayContaining(['binsOfScores', 'weightsCountRows']));
  expect(opened.prepared.accounting).toMatchObject({ read: 14, kept: 14 });
  expect(opened.page.rows.map(({ line }) => line).sort((a, b) => a - b)).toEqual(
    [2, 3, 4, 5, 6, 7, 8].flatMap((line) => [line, line]),
  );
});

it('opens hard predictions, and says that a threshold can only repeat them', async () => {
  const opened = await open('hard_predictions');
  expect(opened.summary.question).toBeNull();
  const { tp, fp, fn, tn } = oracle.hard_predictions.at;
  expect(confusionAt(opened.prepared.evaluations[0].index, 0.5, '>=')).toEqual({ tp, fp, fn, tn });
  expect(codesOf(opened)).toContain('hardLabelsOnly');
});

describe('tables of counts', () => {
  it.each([
    ['lower,upper,events,total\n0,0.2,1,10\n0.2,0.6,2,8\n0.6,1,4,5\n', 'binsOfRanges'],
    ['bin_low,bin_high,good,bad\n0,0.2,9,1\n0.2,0.6,6,2\n0.6,1,1,4\n', 'binsOfRanges'],
    ['score,good,bad\n0.1,9,1\n0.4,6,2\n0.8,1,4\n', 'binsOfScores'],
    [
      'bin,lower,upper,mean_score,events,non_events\n1,0,0.2,0.1,1,9\n2,0.2,0.6,0.4,2,6\n3,0.6,1,0.8,4,1\n',
      'binsOfScores',
    ],
  ] as const)('%s', async (text, code) => {
    const opened = await openWhole(text);
    expect(opened.summary.question).toBeNull();
    expect(codesOf(opened)).toContain(code);
    const { index, positives, negatives } = opened.prepared.evaluations[0];
    expect([positives, negatives]).toEqual([7, 16]);
    // The middles of the ranges are those very scores.
    expect(confusionAt(index, 0.4, '>=')).toEqual({ tp: 6, fp: 7, fn: 1, tn: 9 });
    expect(confusionAt(index, 0.8, '>=')).toEqual({ tp: 4, fp: 1, fn: 3, tn: 15 });
    expect(opened.prepared.hasWeights).toBe(false);
  });

  it('leaves two columns of probabilities called good and bad alone', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i % 3 === 0 ? 'bad' : 'good'},${1 - i / 40},${i / 40}`);
    const { summary } = await openWhole(`class,good,bad\n${rows.join('\n')}\n`);
    expect(summary.inferred).toMatchObject({ label: 'class', score: 'bad', positiveLabel: 'bad' });
  });
});

describe('files that hold results', () => {
  it.each([
    ['fpr,tpr,threshold\n0,0,inf\n0,0.5,0.9\n1,1,0.1\n', 'curvePoints'],
    ['precision,recall,threshold\n0.5,1,0.1\n0.7,0.6,0.5\n1,0.2,0.9\n', 'curvePoints'],
    ['class,precision,recall,f1-score,support\ncat,0.9,0.8,0.85,20\ndog,0.7,0.8,0.75,15\n', 'metricsTable'],
    [
      'label,false_positives,precision,recall,f1_score,roc_auc\n0,3,0.9,0.8,0.85,0.9\n1,5,0.7,0.8,0.75,0.9\n',
      'metricsTable',
    ],
    ['metric,value\naccuracy,0.9\nroc_auc,0.95\n', 'metricsTable'],
    [
      '              precision    recall  f1-score   support\n\n           0       0.90      0.80      0.85        20\n           1       0.70      0.80      0.75        15\n\n    accuracy                           0.80        35\n',
      'metricsTable',
    ],
    ['epoch,accuracy,loss,val_accuracy,val_loss\n0,0.5,0.7,0.5,0.7\n1,0.6,0.6,0.6,0.6\n', 'trainingHistory'],
  ])('%s', async (text, code) => {
    expect(await problemOf(openWhole(text))).toMatchObject({ code });
  });

  it('are not taken for one where a score is called precision', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i % 2},${i / 30},${i}`);
    const { summary } = await openWhole(`y_true,y_prob,precision\n${rows.join('\n')}\n`);
    expect(summary.inferred.score).toBe('y_prob');
  });
});
