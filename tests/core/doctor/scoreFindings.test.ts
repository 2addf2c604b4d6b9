import { describe, expect, it } from 'vitest';
import { found, inTurn, NO_NOTES } from '../dataset/tables.ts';

type Cells = readonly (string | number)[];

const valuesOf = (findings: ReturnType<typeof found>) => findings.map(({ values }) => values);

describe('the range of the scores', () => {
  /** What is said about it, with the kinds of repairs offered. */
  function said(name: string, scores: Cells) {
    const columns = { y_true: inTurn([0, 1], scores.length), [name]: scores };
    const codes = ['percentScores', 'slightlyOutsideUnit', 'scoreOutsideUnit'] as const;
    return codes.flatMap((code) =>
      found(code, columns, { score: name }).map(({ offers }) => [code, ...(offers ?? []).map(({ kind }) => kind)]),
    );
  }

  it.each<[string, string, Cells, string[]]>([
    ['percentages by their name', 'y_prob', [0.5, 1.5, 3.5, 19], ['percentScores', 'divideBy100']],
    ['percentages by going far', 'score', [0.5, 1.5, 3.5, 20.5], ['percentScores', 'divideBy100']],
    ['percentages to both ends', 'y_prob', [0, 12.5, 50, 100], ['percentScores', 'divideBy100']],
    ['a quarter of them above 1', 'y_prob', [0.5, 0.25, 0.75, 30.5], ['percentScores', 'divideBy100']],
    ['whole percentages by name and size', 'prob', [3, 50, 80, 21], ['percentScores', 'divideBy100']],
    ['few above 1', 'y_prob', [0.5, 0.25, 0.75, 0.1, 30.5], ['scoreOutsideUnit', 'divideBy100']],
    ['neither named nor far', 'score', [0.5, 1.5, 3.5, 20], ['scoreOutsideUnit', 'divideBy100']],
    ['points', 'score', [3, 50, 80, 21], ['scoreOutsideUnit']],
    ['few whole numbers', 'prob', [1, 2, 3, 20], ['scoreOutsideUnit']],
    ['beyond a hundred', 'y_prob', [0.5, 1.5, 3.5, 100.5], ['scoreOutsideUnit']],
    ['margins to both sides of 0', 'score', [-0.5, 1.5, 3.5, 2], ['scoreOutsideUnit', 'sigmoid']],
    ['margins below 0', 'score', [-0.5, -1.5, -3.5, -2], ['scoreOutsideUnit']],
    ['from 0 on', 'score', [0, 1.5, 3.5, 2], ['scoreOutsideUnit', 'divideBy100']],
    ['up to 0', 'score', [-0.5, -1.5, 0, -2], ['scoreOutsideUnit']],
    ['a little beyond 1', 'y_prob', [0, 0.5, 0.75, 1.0000001], ['slightlyOutsideUnit', 'clipToUnit']],
    ['a little below 0', 'y_prob', [-1e-7, 0.5, 0.75, 1], ['slightlyOutsideUnit', 'clipToUnit']],
  ])('%s', (_, name, scores, expected) => {
    expect(said(name, scores)).toEqual([expected]);
  });

  it('of one of two logits may be mended with the other', () => {
    const columns = { y: inTurn([0, 1], 4), logit_0: [2, -1.5, 0.5, -3], logit_1: [-2, 1.5, 0, 3] };
    expect(found('scoreOutsideUnit', columns, { scoreReading: { kind: 'asIs' } })).toMatchObject([
      { offers: [{ kind: 'softmax', column: 'logit_0' }] },
    ]);
    expect(found('scoreOutsideUnit', columns)).toEqual([]);
  });

  it('is not worth a word from 0 to 1', () => {
    expect(said('y_prob', [0, 0.5, 0.75, 1])).toEqual([]);
  });

  it('is not said again where the reader has found percent signs in the column', () => {
    const columns = { y_true: inTurn([0, 1], 4), y_prob: [0.5, 12, 50, 100.5] };
    const about = (code: 'percentColumn' | 'thousandsColumn', column: string) =>
      found(
        'scoreOutsideUnit',
        columns,
        {},
        { ...NO_NOTES, findings: [{ code, severity: 'note', values: { column } }] },
      );
    expect(about('percentColumn', 'y_prob')).toEqual([]);
    expect(about('percentColumn', 'other')).toHaveLength(1);
    expect(about('thousandsColumn', 'y_prob')).toHaveLength(1);
  });
});

describe('scores of two values', () => {
  it('are listed from the lower to the higher', () => {
    expect(valuesOf(found('hardLabelsOnly', { y_true: [0, 1, 0, 1], score: [3.5, -1, 3.5, 3.5] }))).toEqual([
      { column: 'score', values: ['-1', '3.5'] },
    ]);
    expect(valuesOf(found('hardLabelsOnly', { y_true: [0, 1, 0, 1], score: [10, 9, 10, 10] }))).toEqual([
      { column: 'score', values: ['9', '10'] },
    ]);
  });

  it('are listed as written, not as read or recalibrated', () => {
    const logits = { y: [0, 1, 0, 1, 1], logit: [-2, 3, -2, 3, -2] };
    expect(valuesOf(found('hardLabelsOnly', logits))).toEqual([{ column: 'logit', values: ['-2', '3'] }]);
    const splits = { split: inTurn(['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b'], 16), y: inTurn([0, 0, 1, 1], 16) };
    const columns = { ...splits, p: inTurn([0.25, 0.75, 0.75, 0.25], 16) };
    expect(valuesOf(found('hardLabelsOnly', columns, { split: 'split', recalibratedOn: 'a' }))).toEqual([
      { column: 'p', values: ['0.25', '0.75'] },
    ]);
  });

  it('are listed as written, not as turned to the other class', () => {
    const columns = { y_true: [0, 1, 0, 1], score: [0.25, 0.5, 0.5, 0.5] };
    expect(valuesOf(found('hardLabelsOnly', columns, { scoredLabel: '0' }))).toEqual([
      { column: 'score', values: ['0.25', '0.5'] },
    ]);
  });
});

describe('scores that are the labels', () => {
  it('are those that are equal, as numbers or as sides', () => {
    expect(found('scoreEqualsLabel', { y_true: [5, 7, 5], score: [5, 7, 5] })).toHaveLength(1);
    expect(found('scoreEqualsLabel', { y_true: ['no', 'yes', 'no'], score: [0, 1, 0] })).toHaveLength(1);
    expect(found('scoreEqualsLabel', { y_true: [5, 7, 5], score: [5, 7, 7] })).toEqual([]);
    expect(found('scoreEqualsLabel', { y_true: [1, 1, 1], score: [1, 1, 1] })).toEqual([]);
  });
});

describe('scores that are never below one half', () => {
  const warned = (rows: number, labels: Cells, change: (score: number, row: number) => number = (score) => score) => {
    const scores = Array.from({ length: rows }, (_, row) => change(0.5 + row / 100, row));
    return found('topLabelConfidence', { y_true: inTurn(labels, rows), y_prob: scores }).length;
  };

  it('are confidences from twenty rows on, of both classes and at least three values', () => {
    expect([warned(19, [0, 1]), warned(20, [0, 1])]).toEqual([0, 1]);
    expect(warned(20, [1])).toBe(0);
    expect(warned(20, [0, 1], (_, row) => (row % 2 === 0 ? 0.5 : 0.75))).toBe(0);
    expect(warned(20, [0, 1], () => 0.75)).toBe(0);
    expect(warned(20, [0, 1], (score, row) => (row === 0 ? 1 : score))).toBe(1);
    expect(warned(20, [0, 1], (score, row) => (row === 0 ? 1.5 : score))).toBe(0);
    expect(warned(20, [0, 1], (score, row) => (row === 0 ? 0.49 : score))).toBe(0);
  });

  it('speak of the class that another column names, which is then offered', () => {
    const rows = 20;
    const scores = Array.from({ length: rows }, (_, row) => 0.5 + row / 100);
    const y_true = inTurn(['no', 'yes', 'yes'], rows);
    const columns = { y_true, predicted: inTurn(['yes', 'no'], rows), score: scores };
    expect(found('topLabelConfidence', columns, { scoreReading: { kind: 'asIs' } })).toMatchObject([
      { offers: [{ kind: 'predictedLabel', column: 'predicted' }] },
    ]);
    // Where the only labels are the predicted ones, nothing tells how good they are.
    const output = { label: y_true, score: scores };
    expect(valuesOf(found('onlyPredictedLabel', output))).toEqual([{ column: 'score', label: 'label' }]);
    for (const name of ['true_label', 'label_value']) {
      expect(found('topLabelConfidence', { [name]: y_true, score: scores })).toHaveLength(1);
    }
  });
});

describe('scores that rank the wrong way round', () => {
  it('are not those of a few rows that chance explains', () => {
    // One right pair of nine: a useless score does so in more than one of twenty.
    const scores = [0.1, 0.2, 0.45, 0.4, 0.5, 0.6];
    expect(found('aucBelowHalf', { y_true: [1, 1, 1, 0, 0, 0], score: scores })).toEqual([]);
    expect(found('aucBelowHalf', { y_true: [1, 1, 1, 0, 0, 0], score: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6] })).toHaveLength(
      1,
    );
  });

  it('are named once, by the largest split in which they do', () => {
    const splitOf = [...inTurn(['good'], 20), ...inTurn(['small'], 10), ...inTurn(['large'], 14)];
    const y_true = inTurn([0, 1], 44);
    const score = splitOf.map((split, row) => ((split === 'good') === (y_true[row] === 1) ? 0.7 : 0.2) + row / 500);
    expect(valuesOf(found('aucBelowHalf', { split: splitOf, y_true, score }, { split: 'split' }))).toMatchObject([
      { split: 'large', auc: 0 },
    ]);
  });

  it('are turned back to the class they belong to, whatever the labels are', () => {
    const columns = {
      y_true: inTurn(['dog', 'cat'], 20),
      score: inTurn([0.1, 0.9], 20).map((at, row) => at + row / 500),
    };
    const change = { positiveLabel: 'dog', negativeLabel: 'cat', scoredLabel: 'dog' };
    expect(found('aucBelowHalf', columns, change)).toMatchObject([
      { offers: [{ kind: 'useOtherLabelAsPositive', label: 'cat' }] },
    ]);
    expect(found('aucBelowHalf', columns, { ...change, positiveLabel: 'cat', negativeLabel: 'dog' })).toMatchObject([
      { values: { scoredLabel: 'dog', otherLabel: 'cat' }, offers: [{ kind: 'scoreOtherLabel', label: 'cat' }] },
    ]);
  });
});
