import { describe, expect, it } from 'vitest';
import { profileColumns } from '../../../src/core/dataset/profile.ts';
import {
  bestScore,
  labelCandidates,
  sampledAuc,
  sampledAucs,
  scoreCandidates,
  scoreCandidatesByAuc,
  valuesOf,
} from '../../../src/core/roles/candidates.ts';
import { inTurn, tableOf } from '../dataset/tables.ts';

const ROWS = 40;
const NUMBERS = Array.from({ length: ROWS }, (_, row) => row);
const LABELS = inTurn([0, 1, 0, 0], ROWS);
const GOOD = NUMBERS.map((row) => (LABELS[row] * 0.4 + ((row * 7) % 41) / 70).toFixed(4));
const NOISE = NUMBERS.map((row) => (((row * 17) % 40) / 40).toFixed(3));

type Columns = Parameters<typeof tableOf>[0];

const namesOf = (candidates: readonly { readonly name: string }[]) => candidates.map(({ name }) => name);
const labelsAmong = (columns: Columns) => namesOf(labelCandidates(profileColumns(tableOf(columns))));
const scoresAmong = (columns: Columns, label: string) =>
  namesOf(scoreCandidates(profileColumns(tableOf(columns)), label));
const scoresByAucAmong = (columns: Columns, label: string) => {
  const table = tableOf(columns);
  return namesOf(scoreCandidatesByAuc(table, profileColumns(table), label));
};

describe('labelCandidates', () => {
  it('are the columns that could be labels, the likeliest first', () => {
    const columns = { score: GOOD, sex: inTurn(['f', 'm'], ROWS), flag: inTurn([1, 0], ROWS), y_true: LABELS };
    expect(labelsAmong(columns)).toEqual(['y_true', 'flag']);
  });
});

describe('a column of predicted classes', () => {
  const WORDS = LABELS.map((label) => (label === 1 ? 'yes' : 'no'));
  const CONFIDENCES = NUMBERS.map((row) => (0.5 + row / 100).toFixed(3));
  const first = (columns: Columns) => labelsAmong(columns)[0];

  it('is no label where SAS has chosen it', () => {
    expect(first({ I_BAD: LABELS, U_BAD: LABELS, BAD: LABELS, P_BAD1: GOOD })).toBe('BAD');
    // Nothing that the name could be made from.
    expect(labelsAmong({ i_flag: LABELS, p: GOOD })).toEqual(['i_flag']);
    expect(labelsAmong({ mi_flag: LABELS, flag: LABELS, p: GOOD })).toContain('mi_flag');
  });

  it('is called "label" beside a confidence in it and the truth', () => {
    expect(first({ label: WORDS, score: CONFIDENCES, gold: WORDS })).toBe('gold');
    expect(first({ labels: WORDS, prediction_confidence: CONFIDENCES, gold: WORDS })).toBe('gold');
    const spelled = WORDS.map((word) => word.toUpperCase());
    expect(first({ label: WORDS, score: CONFIDENCES, gold: spelled })).toBe('gold');
    // Which of the two values is the more frequent one does not matter.
    const turned = WORDS.map((word) => (word === 'yes' ? 'no' : 'yes'));
    expect(first({ label: WORDS, score: CONFIDENCES, gold: turned })).toBe('gold');
    // A confidence goes from one half to 1.
    expect(first({ label: WORDS, score: CONFIDENCES.with(0, '0.5').with(1, '1'), gold: WORDS })).toBe('gold');
  });

  it.each<[string, Columns]>([
    ['no confidence stands beside it', { label: WORDS, score: GOOD, gold: WORDS }],
    ['the confidence goes beyond 1', { label: WORDS, score: CONFIDENCES.with(0, '1.5'), gold: WORDS }],
    ['the confidence has two values', { label: WORDS, score: inTurn(['0.5', '0.75'], ROWS), gold: WORDS }],
    ['the confidence is named as something else', { label: WORDS, score_of_day: CONFIDENCES, gold: WORDS }],
    ['no other column has its values', { label: WORDS, score: CONFIDENCES, gold: inTurn(['a', 'b'], ROWS) }],
    ['the other column is the prediction', { label: WORDS, score: CONFIDENCES, predicted: WORDS }],
    [
      'it has three values',
      { label: inTurn(['a', 'b', 'c'], ROWS), score: CONFIDENCES, gold: inTurn(['a', 'b', 'c'], ROWS) },
    ],
    ['the confidence falls below one half', { label: WORDS, score: CONFIDENCES.with(0, '0.499'), gold: WORDS }],
    ['the other column has three values', { label: WORDS, score: CONFIDENCES, gold: ['perhaps', ...WORDS.slice(1)] }],
    ['its name says more', { true_label: WORDS, score: CONFIDENCES, gold: WORDS }],
    ['its name goes on', { label_y: WORDS, score: CONFIDENCES, gold: WORDS }],
  ])('is the label where %s', (_, columns) => {
    // Had it been taken for a prediction, the flag would come before it.
    expect(first({ ...columns, flag: LABELS })).toBe(Object.keys(columns)[0]);
  });
});

describe('scoreCandidates', () => {
  it('are columns of numbers other than the label, the likeliest first', () => {
    const columns = { name: NUMBERS.map((row) => `n${row}`), noise: NOISE, y_true: LABELS, y_prob: GOOD };
    expect(scoresAmong(columns, 'y_true')).toEqual(['y_prob', 'noise']);
  });

  it('have the column of the positive class before that of the other', () => {
    expect(scoresAmong({ y: LABELS, prob_0: NOISE, prob_1: GOOD }, 'y')).toEqual(['prob_1', 'prob_0']);
  });

  it('have the column that shares its name with the label first', () => {
    const columns = { y_sport: LABELS, y_news: LABELS, p_news: GOOD, p_sport: GOOD };
    expect(scoresAmong(columns, 'y_sport')[0]).toBe('p_sport');
    expect(scoresAmong(columns, 'y_news')[0]).toBe('p_news');
    const longer = { y_sport: LABELS, pred_news: GOOD, pred_sport: GOOD };
    expect(scoresAmong(longer, 'y_sport')[0]).toBe('pred_sport');
  });

  it('share nothing where their names are single words', () => {
    expect(scoresAmong({ truth: LABELS, predict: NOISE, pred_x: GOOD }, 'truth')[0]).toBe('pred_x');
  });

  it('share a name of several words as a whole', () => {
    const columns = { y_big_dog: LABELS, p_bigdog: GOOD, p_big_dog: GOOD };
    expect(scoresAmong(columns, 'y_big_dog')[0]).toBe('p_big_dog');
  });

  it('of an unknown label, or one without values, are named by nothing', () => {
    expect(scoresAmong({ y: LABELS, p: GOOD }, 'gone')).toContain('p');
    expect(scoresAmong({ y: LABELS.map(() => ''), p: GOOD }, 'y')).toContain('p');
  });
});

describe('scoreCandidatesByAuc', () => {
  it('let how well a column ranks the labels, in either direction, decide among close ones', () => {
    const turned = GOOD.map((score) => (1 - Number(score)).toFixed(4));
    for (const better of [GOOD, turned]) {
      expect(scoresByAucAmong({ y: LABELS, a: NOISE, b: better }, 'y')).toEqual(['b', 'a']);
      expect(scoresByAucAmong({ y: LABELS, b: better, a: NOISE }, 'y')).toEqual(['b', 'a']);
    }
  });

  it('do not let it decide against a clear name', () => {
    expect(scoresByAucAmong({ y: LABELS, feature: GOOD, y_prob: NOISE }, 'y')).toEqual(['y_prob', 'feature']);
  });

  it('leave out what has nothing for it', () => {
    expect(scoresByAucAmong({ y: LABELS, id: NUMBERS, p: GOOD }, 'y')).toEqual(['p']);
    // One half of the positives and one half of the negatives.
    const flag = inTurn([1, 1, 1, 1, 0, 0, 0, 0], ROWS);
    expect(scoresByAucAmong({ y: LABELS, flag, p: GOOD }, 'y')).toEqual(['p']);
  });
});

describe('bestScore', () => {
  it('is the first of several only if enough speaks for it', () => {
    expect(bestScore([])).toBeNull();
    expect(bestScore([{ name: 'a', points: 0.5 }])).toBe('a');
    const two = (points: number) =>
      bestScore([
        { name: 'a', points },
        { name: 'b', points: 0.5 },
      ]);
    expect([two(2.9), two(3), two(6)]).toEqual([null, 'a', 'a']);
  });
});

describe('sampledAucs', () => {
  it('is the area under the ROC curve over the rows with a number', () => {
    const table = tableOf({
      y: ['1', '0', '1', '0', '1.0', '0', ''],
      p: ['0.9', '0.1', '0.4', '0.6', 'NA', 'inf', '0.05'],
      none: inTurn([''], 7),
    });
    // Without 'NA' and 'inf' two positives (0.9, 0.4) and three others (0.1, 0.6, 0.05): five of six pairs are ranked right.
    expect(sampledAucs(table, 'y', '1')('p')).toBeCloseTo(5 / 6, 12);
    expect(sampledAucs(table, 'y', '1')('none')).toBeNaN();
    expect(sampledAucs(table, 'y', '1')('gone')).toBeNaN();
    expect(sampledAucs(table, 'gone', '1')('p')).toBeNaN();
    expect(sampledAucs(table, 'y', '2')('p')).toBeNaN();
  });

  it('is taken from rows spread over the whole file', () => {
    const count = 50_000;
    const y = Array.from({ length: count }, (_, row) => Number(row % 4 < 2));
    // The column is the label itself, but wrong in the last fifth.
    const p = Float64Array.from(y, (label, row) => (row < 40_000 ? label : 1 - label));
    expect(sampledAucs(tableOf({ y, p }), 'y', '1')('p')).toBeCloseTo(0.8, 2);
  });
});

describe('sampledAuc', () => {
  it('comes with the standard error of a useless score', () => {
    const table = tableOf({ y: [1, 1, 0, 0, 0], p: [0.9, 0.2, 0.1, 0.3, 0.4] });
    // (n₁ + n₀ + 1) / 12 n₁ n₀ is the variance of Mann and Whitney's statistic over n₁ n₀.
    const { auc, standardError } = sampledAuc(table, 'y', '1', 'p');
    expect(auc).toBeCloseTo(4 / 6, 12);
    expect(standardError).toBeCloseTo(Math.sqrt(6 / (12 * 6)), 12);
    expect(sampledAuc(table, 'y', '1', 'gone')).toEqual({ auc: Number.NaN, standardError: Number.NaN });
  });
});

describe('valuesOf', () => {
  it('are the label values of the column of that name', () => {
    const profiles = profileColumns(tableOf({ y: ['b', 'a'], z: ['c', 'd'] }));
    expect(valuesOf(profiles, 'z').map(({ text }) => text)).toEqual(['c', 'd']);
    expect(valuesOf(profiles, 'gone')).toEqual([]);
  });
});
