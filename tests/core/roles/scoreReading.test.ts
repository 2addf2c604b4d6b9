import { describe, expect, it } from 'vitest';
import { type Column, columnNamed, type Dataset } from '../../../src/core/dataset/dataset.ts';
import { profileColumns } from '../../../src/core/dataset/profile.ts';
import { textPiece } from '../../../src/core/dataset/textPieces.ts';
import { labelValues } from '../../../src/core/roles/labels.ts';
import {
  inferScoreReading,
  isConfidence,
  isSameScoreReading,
  predictedLabelColumn,
  readScores,
  type ScoreReading,
  scoreReadingFrom,
  scoreReadingsOnOffer,
} from '../../../src/core/roles/scoreReading.ts';
import { inTurn, tableOf } from '../dataset/tables.ts';

type Columns = Parameters<typeof tableOf>[0];

const read = (dataset: Dataset, reading: ScoreReading, scoredLabel = '1') =>
  Array.from(readScores(dataset, columnNamed(dataset, 'x') ?? expect.fail(), reading, scoredLabel));

describe('readScores', () => {
  const x = [-2, 0, 1.5, ''];
  const logistic = (margin: number) => 1 / (1 + Math.exp(-margin));

  it('are the numbers themselves, or the logistic function of them', () => {
    const table = tableOf({ x });
    expect(read(table, { kind: 'asIs' })).toEqual([-2, 0, 1.5, Number.NaN]);
    expect(read(table, { kind: 'sigmoid' })).toEqual([logistic(-2), 0.5, logistic(1.5), Number.NaN]);
  });

  it('are the softmax of two columns', () => {
    const table = tableOf({ x, other: [1, 0, '', 2] });
    const [first, even, ...rest] = read(table, { kind: 'softmax', column: 'other' });
    expect(first).toBeCloseTo(Math.exp(-2) / (Math.exp(-2) + Math.exp(1)), 14);
    expect([even, ...rest]).toEqual([0.5, Number.NaN, Number.NaN]);
    expect(() => read(table, { kind: 'softmax', column: 'gone' })).toThrow(RangeError);
  });

  it('are those of one class where another column names the class of each', () => {
    const named = ['yes', 'no', 'Yes', '', 'no'];
    const table = tableOf({ x: [0.75, 0.75, 0.625, 0.5, ''], named });
    const text: Column = { kind: 'text', name: 'named', pieces: [textPiece(named)] };
    for (const dataset of [table, { ...table, columns: [table.columns[0], text] }]) {
      const reading = { kind: 'predictedLabel', column: 'named' } as const;
      expect(read(dataset, reading, 'yes')).toEqual([0.75, 0.25, 0.625, Number.NaN, Number.NaN]);
      expect(read(dataset, reading, 'no')).toEqual([0.25, 0.75, 0.375, Number.NaN, Number.NaN]);
    }
  });

  it('know a class in another spelling of its number', () => {
    const table = tableOf({ x: [0.75, 0.75], named: ['1.0', '0.0'] });
    expect(read(table, { kind: 'predictedLabel', column: 'named' }, '1')).toEqual([0.75, 0.25]);
  });
});

describe('scoreReadingFrom', () => {
  it('takes a column where one is needed, and only there', () => {
    for (const kind of ['asIs', 'sigmoid']) {
      expect(scoreReadingFrom(kind, null)).toEqual({ kind });
      expect(scoreReadingFrom(kind, 'c')).toBeUndefined();
    }
    for (const kind of ['softmax', 'predictedLabel']) {
      expect(scoreReadingFrom(kind, 'c')).toEqual({ kind, column: 'c' });
      expect(scoreReadingFrom(kind, null)).toBeUndefined();
    }
    expect(scoreReadingFrom('other', null)).toBeUndefined();
    expect(scoreReadingFrom('other', 'c')).toBeUndefined();
  });

  it('gives readings that are the same in kind and column', () => {
    const a = { kind: 'softmax', column: 'a' } as const;
    expect(isSameScoreReading(a, { ...a })).toBe(true);
    expect(isSameScoreReading(a, { ...a, column: 'b' })).toBe(false);
    expect(isSameScoreReading(a, { ...a, kind: 'predictedLabel' })).toBe(false);
    expect(isSameScoreReading({ kind: 'asIs' }, { kind: 'sigmoid' })).toBe(false);
  });
});

const ROWS = 12;
const LABELS = inTurn([0, 1, 0], ROWS);
const WORDS = inTurn(['no', 'yes', 'no'], ROWS);
const LOGITS = Array.from({ length: ROWS }, (_, row) => (row - 5) / 2);
const SHARES = LOGITS.map((_, row) => (row + 1) / 20);
const CONFIDENCES = LOGITS.map((_, row) => 0.5 + row / 30);

describe('inferScoreReading', () => {
  const readingOf = (columns: Columns, score: string, label = 'y') =>
    inferScoreReading(profileColumns(tableOf(columns)), label, score);
  const AS_IS = { kind: 'asIs' };

  it.each<[string, Columns, string, object]>([
    ['probabilities', { y: LABELS, p: SHARES }, 'p', AS_IS],
    ['margins without a name', { y: LABELS, score: LOGITS }, 'score', AS_IS],
    ['logits by name', { y: LABELS, logit: LOGITS }, 'logit', { kind: 'sigmoid' }],
    ['logits that lie in 0 to 1, and may be anything', { y: LABELS, logit: SHARES }, 'logit', AS_IS],
    ['logits all below 0', { y: LABELS, logit: LOGITS.map((x) => x - 9) }, 'logit', { kind: 'sigmoid' }],
    ['logits all above 1', { y: LABELS, logit: LOGITS.map((x) => x + 9) }, 'logit', { kind: 'sigmoid' }],
    ['what rounding leaves beyond 0 and 1', { y: LABELS, logit: inTurn([-0.01, 0.5, 1.01], ROWS) }, 'logit', AS_IS],
    ['margins for each class', { y: LABELS, p_0: LOGITS, p_1: LOGITS }, 'p_1', AS_IS],
    ['confidences beside another class', { y: WORDS, class_of_travel: WORDS, score: CONFIDENCES }, 'score', AS_IS],
    ['logits of one of three classes', { y: inTurn(['a', 'b', 'c'], ROWS), logit: LOGITS }, 'logit', AS_IS],
    [
      'logits of both classes',
      { y: LABELS, logit_0: LOGITS, logit_1: LOGITS },
      'logit_1',
      { kind: 'softmax', column: 'logit_0' },
    ],
    [
      'two columns by place',
      { y: LABELS, 'predictions[0]': LOGITS, 'predictions[1]': LOGITS },
      'predictions[1]',
      { kind: 'softmax', column: 'predictions[0]' },
    ],
    ['one column by place', { y: LABELS, 'predictions[1]': LOGITS }, 'predictions[1]', AS_IS],
    [
      'logits and probabilities of the other class',
      { y: LABELS, p_0: SHARES, logit_1: LOGITS },
      'logit_1',
      { kind: 'sigmoid' },
    ],
    [
      'confidences beside the predicted label',
      { y: WORDS, pred: WORDS, score: CONFIDENCES },
      'score',
      { kind: 'predictedLabel', column: 'pred' },
    ],
    ['confidences alone', { y: WORDS, score: CONFIDENCES }, 'score', AS_IS],
    ['probabilities beside the predicted label', { y: WORDS, pred: WORDS, score: SHARES }, 'score', AS_IS],
    ['a column that is not there', { y: WORDS, pred: WORDS }, 'score', AS_IS],
  ])('%s', (_, columns, score, expected) => {
    expect(readingOf(columns, score)).toEqual(expected);
  });

  it('is as they are where the label is not there', () => {
    expect(readingOf({ logit: LOGITS, p: SHARES }, 'logit')).toEqual(AS_IS);
  });
});

describe('isConfidence', () => {
  const is = (scores: readonly number[], name = 'score', labels: readonly string[] = WORDS) => {
    const [y, profile] = profileColumns(tableOf({ y: labels, [name]: scores }));
    return isConfidence(profile, labelValues(y), 'y');
  };

  it('is a share never below one half, of no class in particular', () => {
    expect(is(CONFIDENCES)).toBe(true);
    expect(is(CONFIDENCES.with(0, 0.49995))).toBe(true);
    expect(is(CONFIDENCES.with(0, 1))).toBe(true);
    expect(is(CONFIDENCES.with(0, 0.49))).toBe(false);
    expect(is(CONFIDENCES.with(0, 1.01))).toBe(false);
    expect(is(inTurn([0.5, 0.75], ROWS))).toBe(false);
    expect(is(CONFIDENCES, 'p_yes')).toBe(false);
    expect(is(CONFIDENCES, 'score', inTurn(['a', 'b', 'c'], ROWS))).toBe(false);
  });
});

describe('predictedLabelColumn', () => {
  const predictedIn = (columns: Columns) =>
    predictedLabelColumn(profileColumns(tableOf({ ...columns, score: CONFIDENCES })), 'y', 'score');

  it('is one of label values whose name says that it is predicted', () => {
    expect(predictedIn({ y: WORDS, region: WORDS, predicted_class: WORDS })).toBe('predicted_class');
    expect(predictedIn({ y: WORDS, I_BAD: WORDS })).toBe('I_BAD');
    expect(predictedIn({ y: WORDS, pred: inTurn(['YES', 'No'], ROWS) })).toBe('pred');
    expect(predictedIn({ y: WORDS, region: WORDS })).toBeNull();
  });

  it('is one that is named like a label beside one that says the truth', () => {
    expect(predictedIn({ y: WORDS, label: WORDS })).toBe('label');
    expect(predictedIn({ y: WORDS, label: WORDS, pred: WORDS })).toBe('pred');
    expect(predictedIn({ y: WORDS, old_label: WORDS })).toBeNull();
  });

  it('holds no other values, not more than two, and some', () => {
    expect(predictedIn({ y: WORDS, pred: inTurn(['yes', 'maybe'], ROWS) })).toBeNull();
    expect(predictedIn({ y: WORDS, pred: inTurn([''], ROWS) })).toBeNull();
    expect(predictedIn({ y: inTurn(['a', 'b', 'c'], ROWS), pred: inTurn(['a', 'b', 'c'], ROWS) })).toBeNull();
    expect(predictedIn({ y: LABELS, pred: Float64Array.from(LABELS) })).toBeNull();
    expect(predictedIn({ truth: WORDS, pred: WORDS })).toBeNull();
  });
});

describe('scoreReadingsOnOffer', () => {
  const kinds = (columns: Columns, score: string, scoreReading: ScoreReading = { kind: 'asIs' }) =>
    scoreReadingsOnOffer(profileColumns(tableOf(columns)), { label: 'y', score, scoreReading });

  it('are those that the columns allow, and the present one', () => {
    const always = [{ kind: 'asIs' }, { kind: 'sigmoid' }];
    expect(kinds({ y: LABELS, p: SHARES }, 'p')).toEqual(always);
    const softmax = { kind: 'softmax', column: 'logit_0' } as const;
    const both = { y: LABELS, logit_0: LOGITS, logit_1: LOGITS };
    expect(kinds(both, 'logit_1')).toEqual([...always, softmax]);
    expect(kinds(both, 'logit_1', softmax)).toEqual([...always, softmax]);
    const predicted = { kind: 'predictedLabel', column: 'pred' } as const;
    expect(kinds({ y: WORDS, pred: WORDS, p: SHARES }, 'p')).toEqual([...always, predicted]);
    expect(kinds({ y: LABELS, p: SHARES }, 'p', softmax)).toEqual([...always, softmax]);
    expect(kinds({ p: SHARES }, 'p')).toEqual(always);
  });
});
