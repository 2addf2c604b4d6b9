import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/core/dataset/evidence.ts';
import type { Finding, FindingCode } from '../../../src/core/roles/finding.ts';
import { found, inTurn, NO_NOTES, type tableOf } from '../dataset/tables.ts';

type Columns = Parameters<typeof tableOf>[0];

/** Evidence in short: facts as [code, …values], rows as [line, …cells]. */
function brief({ facts, columns, rows }: Evidence) {
  return {
    facts: facts.map(({ code, values }) => [code, ...Object.values(values)]),
    columns,
    rows: rows.map(({ line, cells }) => [line, ...cells]),
  };
}

function shown(code: FindingCode, columns: Columns, change: Parameters<typeof found>[2] = {}, notes = NO_NOTES) {
  const [finding] = found(code, columns, change, notes);
  return finding.evidence === undefined ? null : brief(finding.evidence);
}

/** What shows a finding that the reader has made. */
const shownOfReader = (finding: Finding, columns: Columns) =>
  shown(finding.code, columns, {}, { ...NO_NOTES, findings: [finding] });

const LABELS_AND_SCORES = ['y_true', 'y_prob'];
/** Enough rows for a finding that small tables do not have, with a first row that is told from the others. */
const MANY = 30;

describe('what shows a finding about the scores', () => {
  it('outside of 0 to 1: their range, how many, and those rows', () => {
    expect(shown('scoreOutsideUnit', { y_true: [0, 1, 0, 1, 1], y_prob: [-0.5, 0, 1, 2, 0.5] })).toEqual({
      facts: [
        ['range', 'y_prob', -0.5, 2],
        ['outside', 2, 5],
      ],
      columns: LABELS_AND_SCORES,
      rows: [
        [2, '0', '-0.5'],
        [5, '1', '2'],
      ],
    });
  });

  it('that look like percentages: their range and the rows above 1', () => {
    expect(shown('percentScores', { y_true: [0, 0, 1, 1], y_prob: [0.5, 1, 55.5, 99] })).toEqual({
      facts: [['range', 'y_prob', 0.5, 99]],
      columns: LABELS_AND_SCORES,
      rows: [
        [4, '1', '55.5'],
        [5, '1', '99'],
      ],
    });
  });

  it('that rank the wrong way round: the area, the area turned, the mean of each class, rows of that split', () => {
    const columns = {
      split: ['train', 'train', 'train', 'train', ...inTurn(['test'], 8)],
      y_true: [0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0],
      y_prob: [0.1, 0.2, 0.8, 0.9, 0.125, 0.25, 0.375, 0.6875, 0.625, 0.75, 0.875, 1],
    };
    const { facts, columns: names, rows } = shown('aucBelowHalf', columns) ?? expect.fail();
    // Of the sixteen pairs only 0.6875 above 0.625 is ranked right.
    expect(facts).toEqual([
      ['auc', 1 / 16, 16],
      ['aucTurned', 15 / 16],
      ['classMean', '1', 4, 1.4375 / 4],
      ['classMean', '0', 4, 3.25 / 4],
    ]);
    expect(names).toEqual(['split', ...LABELS_AND_SCORES]);
    expect(rows.map(([line]) => line)).toEqual([6, 7, 8, 9, 10, 11, 12, 13]);
    expect(rows[0]).toEqual([6, 'test', '1', '0.125']);
  });

  it('with pairs of all positives and all negatives, and without a split column where there is none', () => {
    const columns = { y_true: [1, 1, 1, 0, 0, 0, 0], y_prob: [0.1, 0.2, 0.3, 0.5, 0.6, 0.7, 0.8] };
    const { facts, columns: names, rows } = shown('aucBelowHalf', columns) ?? expect.fail();
    expect(facts[0]).toEqual(['auc', 0, 12]);
    expect(names).toEqual(LABELS_AND_SCORES);
    expect(rows).toHaveLength(7);
  });

  it('of two values only: how often each comes', () => {
    expect(shown('hardLabelsOnly', { y_true: [0, 1, 1, 0], y_pred: [0, 1, 0, 0] })).toEqual({
      facts: [
        ['value', '0', 3],
        ['value', '1', 1],
      ],
      columns: ['y_true', 'y_pred'],
      rows: [
        [2, '0', '0'],
        [3, '1', '1'],
        [4, '1', '0'],
        [5, '0', '0'],
      ],
    });
  });

  it.each<[FindingCode, readonly number[], readonly (string | number)[]]>([
    ['hardLabelsOnly', [0, 1, 1, 0], [0, 1, 0, 0]],
    ['scoreEqualsLabel', [0, 1, 1, 0], [0, 1, 1, 0]],
    ['topLabelConfidence', inTurn([0, 1], MANY), Array.from({ length: MANY }, (_, row) => 0.5 + row / 100)],
  ])('%s: rows of every split', (code, y_true, y_pred) => {
    const split = inTurn(['train', 'test'], y_true.length);
    const rows = shown(code, { split, y_true, y_pred })?.rows ?? expect.fail();
    expect(rows.slice(0, 3).map(([line]) => line)).toEqual([2, 3, 4]);
  });

  it('of one value in one class: only that class has a mean', () => {
    const columns = { y_true: [1, 1, 1], y_prob: [0.25, 0.25, 0.25] };
    expect(shown('constantScore', columns)?.facts).toEqual([['classMean', '1', 3, 0.25]]);
    expect(shown('constantScore', { ...columns, y_true: [0, 0, 0] })?.facts).toEqual([['classMean', '0', 3, 0.25]]);
  });

  it('of one value: the mean of each class of that split', () => {
    const columns = {
      split: ['train', 'test', 'train', 'test', 'test'],
      y_true: [0, 0, 1, 1, 0],
      y_prob: [0.1, 0.25, 0.9, 0.25, 0.25],
    };
    expect(shown('constantScore', columns)).toEqual({
      facts: [
        ['classMean', '1', 1, 0.25],
        ['classMean', '0', 2, 0.25],
      ],
      columns: ['split', ...LABELS_AND_SCORES],
      rows: [
        [3, 'test', '0', '0.25'],
        [5, 'test', '1', '0.25'],
        [6, 'test', '0', '0.25'],
      ],
    });
  });

  it('that are the labels: how often each label comes', () => {
    expect(shown('scoreEqualsLabel', { y_true: [0, 1, 0], y_pred: [0, 1, 0] })).toMatchObject({
      facts: [
        ['value', '0', 2],
        ['value', '1', 1],
      ],
      columns: ['y_true', 'y_pred'],
      rows: [
        [2, '0', '0'],
        [3, '1', '1'],
        [4, '0', '0'],
      ],
    });
  });

  it('that are never below one half: their range', () => {
    const y_prob = Array.from({ length: MANY }, (_, row) => 0.5 + row / 100);
    const { facts, rows } = shown('topLabelConfidence', { y_true: inTurn([0, 1], MANY), y_prob }) ?? expect.fail();
    expect(facts).toEqual([['range', 'y_prob', 0.5, 0.79]]);
    // The first twenty rows are enough to see it.
    expect(rows.map(([line]) => line)).toEqual(Array.from({ length: 20 }, (_, at) => at + 2));
  });
});

it('shows rows of all folds where they are looked at together', () => {
  const columns = {
    fold: inTurn([1, 2], MANY),
    y_true: inTurn([0, 0, 1, 1], MANY),
    y_prob: inTurn([0.8, 0.9, 0.1, 0.2], MANY).map((score, row) => score - row / 1000),
  };
  const { columns: names, rows } = shown('aucBelowHalf', columns) ?? expect.fail();
  expect([names, rows.length]).toEqual([['fold', ...LABELS_AND_SCORES], 20]);
  expect(rows.slice(0, 2).map(([line, fold]) => [line, fold])).toEqual([
    [2, '1'],
    [3, '2'],
  ]);
});

describe('what shows how scores were read', () => {
  const y_true = inTurn([0, 1, 0, 1], 4);

  it('as logits: their range and the first rows', () => {
    expect(shown('readAsLogits', { y_true, logit: [-2, 1.5, 0, 3] })).toEqual({
      facts: [['range', 'logit', -2, 3]],
      columns: ['y_true', 'logit'],
      rows: [
        [2, '0', '-2'],
        [3, '1', '1.5'],
        [4, '0', '0'],
        [5, '1', '3'],
      ],
    });
  });

  it('as two logits: the range of each, side by side', () => {
    const columns = { y_true, logit_0: [2, -1.5, 0.5, -3], logit_1: [-2, 1.5, 0, 3] };
    expect(shown('readAsTwoLogits', columns)).toMatchObject({
      facts: [
        ['range', 'logit_1', -2, 3],
        ['range', 'logit_0', -3, 2],
      ],
      columns: ['logit_0', 'y_true', 'logit_1'],
      rows: [[2, '2', '0', '-2'], {}, {}, {}],
    });
  });

  it('as the confidence in a label: its range, beside that label', () => {
    const columns = {
      truth: ['no', 'yes', 'no', 'yes'],
      pred: ['no', 'no', 'yes', 'yes'],
      score: [0.5, 0.75, 0.625, 1],
    };
    expect(shown('readAsConfidence', columns)).toEqual({
      facts: [['range', 'score', 0.5, 1]],
      columns: ['pred', 'truth', 'score'],
      rows: [
        [2, 'no', 'no', '0.5'],
        [3, 'no', 'yes', '0.75'],
        [4, 'yes', 'no', '0.625'],
        [5, 'yes', 'yes', '1'],
      ],
    });
  });

  it('as the confidence in the only label there is: its range', () => {
    const score = Array.from({ length: MANY }, (_, row) => 0.5 + row / 100);
    const { facts, columns, rows } =
      shown('onlyPredictedLabel', { label: inTurn(['no', 'yes'], MANY), score }) ?? expect.fail();
    expect([facts, columns, rows[1]]).toEqual([
      [['range', 'score', 0.5, 0.79]],
      ['label', 'score'],
      [3, 'yes', '0.51'],
    ]);
  });

  it('as points that were turned: their range, and the mean of each class', () => {
    const columns = { y_true, credit_score: [700, 400, 720, 420] };
    expect(shown('lowScoresMeanPositive', columns, { scoredLabel: '0' })).toMatchObject({
      facts: [
        ['range', 'credit_score', 400, 720],
        ['classMean', '1', 2, -410],
        ['classMean', '0', 2, -710],
      ],
      columns: ['y_true', 'credit_score'],
      rows: [[2, '0', '700'], {}, {}, {}],
    });
  });

  it('as probabilities but for their rounding: their range and the rows outside', () => {
    const columns = { y_true, y_prob: [0, 1.0000001, 1, -1e-7] };
    expect(shown('slightlyOutsideUnit', columns)).toEqual({
      facts: [['range', 'y_prob', -1e-7, 1.0000001]],
      columns: LABELS_AND_SCORES,
      rows: [
        [3, '1', '1.0000001'],
        [5, '1', '-1e-7'],
      ],
    });
  });
});

describe('what shows a finding about the share of positives', () => {
  it('that the scores miss, or that is one half: the mean of each class in that split, and its rows', () => {
    const half = 256; // A power of two: its means are exact.
    const rows = [
      ...Array.from({ length: 100 }, (_, at) => ({
        split: 'b',
        y: at < 20 ? 1 : 0,
        p: at < 20 ? 0.75 : 0.5 + at / 1000,
      })),
      ...Array.from({ length: 2 * half }, (_, at) => ({ split: 'a', y: at % 2, p: at % 2 === 1 ? 0.75 : 0.25 })),
    ];
    const columns = {
      split: rows.map(({ split }) => split),
      y: rows.map(({ y }) => y),
      p: rows.map(({ p }) => p),
    };
    const even = shown('evenClasses', columns, { split: 'split' }) ?? expect.fail();
    expect(even.facts).toEqual([
      ['classMean', '1', half, 0.75],
      ['classMean', '0', half, 0.25],
    ]);
    expect([even.columns, even.rows[0]]).toEqual([
      ['split', 'y', 'p'],
      [102, 'a', '0', '0.25'],
    ]);
    const off = shown('rankedButNoProbabilities', columns, { split: 'split' }) ?? expect.fail();
    expect(off.facts[0].slice(0, 3)).toEqual(['classMean', '1', 20]);
    expect(off.rows.map(([line, split]) => [line, split])).toEqual(
      Array.from({ length: 20 }, (_, at) => [2 + at, 'b']),
    );
  });
});

describe('what shows a finding about the labels', () => {
  it('one class in a split: how often each label comes, and rows of that split', () => {
    const columns = { split: ['a', 'a', 'b', 'b'], y_true: [0, 1, 0, 0], y_prob: [0.1, 0.2, 0.3, 0.4] };
    expect(shown('oneClass', columns, { split: 'split' })).toEqual({
      facts: [
        ['value', '0', 3],
        ['value', '1', 1],
      ],
      columns: ['split', ...LABELS_AND_SCORES],
      rows: [
        [4, 'b', '0', '0.3'],
        [5, 'b', '0', '0.4'],
      ],
    });
  });

  it('few of a class: both counts, and the rows of that class in that split', () => {
    const columns = {
      split: ['a', 'b', 'a', 'b', 'b'],
      y_true: [0, 0, 1, 1, 1],
      y_prob: [0.5, 0.25, 0.75, 0.5, 1],
    };
    const few = found('fewOfAClass', columns, { split: 'split' });
    expect(few.map(({ values }) => [values.split, values.label, values.count])).toEqual([
      ['a', '1', 1],
      ['a', '0', 1],
      ['b', '1', 2],
      ['b', '0', 1],
    ]);
    const rows = few.map(({ evidence }) => brief(evidence ?? expect.fail()).rows.map(([line]) => line));
    expect(rows).toEqual([[4], [2], [5, 6], [3]]);
    expect(brief(few[2].evidence ?? expect.fail()).facts).toEqual([
      ['classMean', '1', 2, 0.75],
      ['classMean', '0', 1, 0.25],
    ]);
  });

  it('one against the rest: the values, and rows of the others', () => {
    const columns = { label: ['a', 'b', 'c', 'c', '', 'NA'], score: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6] };
    expect(shown('oneVersusRest', columns)).toEqual({
      facts: [
        ['value', 'c', 2],
        ['value', 'a', 1],
        ['value', 'b', 1],
      ],
      columns: ['label', 'score'],
      rows: [
        [2, 'a', '0.1'],
        [3, 'b', '0.2'],
      ],
    });
  });

  it('one number against the rest: not the rows with that number written differently', () => {
    const columns = { label: ['3', '1', '2', '3.0'], score: [0.1, 0.2, 0.3, 0.4] };
    const { rows } = shown('oneVersusRest', columns, { positiveLabel: '3', scoredLabel: '3' }) ?? expect.fail();
    expect(rows.map(([line]) => line)).toEqual([3, 4]);
  });

  it('several spellings: the rows in the other ones', () => {
    const columns = { y_true: ['no', 'yes', 'Yes', 'no', 'NO', 'yes'], y_prob: [0.1, 0.9, 0.8, 0.2, 0.3, 0.7] };
    expect(shown('labelSpellings', columns)).toMatchObject({
      rows: [
        [4, 'Yes', '0.8'],
        [6, 'NO', '0.3'],
      ],
    });
  });
});

describe('what shows a finding about the rows', () => {
  const columns = { y_true: ['0', '1', '', '1', '?'], y_prob: ['0.1', '0.2', '0.3', 'NA', '0.4'] };
  const skipped = {
    facts: [
      ['skipped', 'missingLabel', 1],
      ['skipped', 'missingScore', 1],
      ['skipped', 'otherLabel', 1],
    ],
    columns: [],
    rows: [],
  };

  it('left out: how many for which reason', () => {
    const change = { negativeLabel: '0', positiveLabel: '1', scoredLabel: '1' };
    expect(shown('manySkipped', columns, change)).toEqual(skipped);
    expect(shown('missingValues', columns, change)).toEqual(skipped);
  });

  it('the same id again: the rows of the first such id', () => {
    const table = {
      id: ['a', 'b', 'a', 'c', 'c'],
      split: ['train', 'train', 'train', 'train', 'test'],
      y_true: [0, 1, 0, 1, 0],
      y_prob: [0.1, 0.2, 0.3, 0.4, 0.5],
    };
    expect(shown('duplicateIds', table)).toEqual({
      facts: [],
      columns: ['id', 'split', ...LABELS_AND_SCORES],
      rows: [
        [2, 'a', 'train', '0', '0.1'],
        [4, 'a', 'train', '0', '0.3'],
      ],
    });
    expect(shown('idsAcrossSplits', table)?.rows).toEqual([
      [5, 'c', 'train', '1', '0.4'],
      [6, 'c', 'test', '0', '0.5'],
    ]);
  });

  it('a weight below zero: those rows', () => {
    const table = { weight: [1, -2, 0, -0.5], y_true: [0, 1, 0, 1], y_prob: [0.1, 0.2, 0.3, 0.4] };
    expect(shown('negativeWeight', table)).toEqual({
      facts: [],
      columns: ['weight', ...LABELS_AND_SCORES],
      rows: [
        [3, '-2', '1', '0.2'],
        [5, '-0.5', '1', '0.4'],
      ],
    });
  });
});

describe('what shows a finding about weights and shortened ids', () => {
  const table = {
    id: ['1.23457E+12', '7', '1.23457E+12', '9E+11'],
    weight: [2, 1, 3, 1],
    y_true: [0, 1, 0, 1],
    y_prob: [0.1, 0.2, 0.3, 0.4],
  };

  it('weights that count rows, or could: the first rows', () => {
    for (const areWeightsCounts of [true, false]) {
      const code = areWeightsCounts ? 'weightsCountRows' : 'integerWeights';
      const { facts, columns, rows } = shown(code, table, { areWeightsCounts }) ?? expect.fail();
      expect([facts, columns, rows.length]).toEqual([[], ['weight', ...LABELS_AND_SCORES], 4]);
      expect(rows[0]).toEqual([2, '2', '0', '0.1']);
    }
  });

  it('ids cut short: the rows of the first one', () => {
    expect(shown('shortenedIds', table)).toEqual({
      facts: [],
      columns: ['id', ...LABELS_AND_SCORES],
      rows: [
        [2, '1.23457E+12', '0', '0.1'],
        [4, '1.23457E+12', '0', '0.3'],
      ],
    });
  });
});

describe('what shows a finding about the columns', () => {
  const y_true = inTurn([0, 1], MANY);
  const y_prob = Array.from({ length: MANY }, (_, row) => (row + 1) / 100);

  it('one that numbers the rows: the first twenty rows', () => {
    const { columns, rows } = shown('indexColumn', { index: [...y_true.keys()], y_true, y_prob }) ?? expect.fail();
    expect(columns).toEqual(['index', ...LABELS_AND_SCORES]);
    expect(rows).toHaveLength(20);
    expect(rows[1]).toEqual([3, '1', '1', '0.02']);
  });

  it('others that could be the label: the values of each', () => {
    const y_b = inTurn(['yes', 'no', 'no'], MANY);
    const result = shown('otherCandidates', { y_a: y_true, y_b, p: y_prob }) ?? expect.fail();
    expect(result).toEqual({
      facts: [
        ['candidateValues', 'y_a', ['0 (15)', '1 (15)']],
        ['candidateValues', 'y_b', ['no (20)', 'yes (10)']],
      ],
      columns: [],
      rows: [],
    });
  });

  it('others that could be the label: five values of each at most', () => {
    const target = inTurn(['f', 'f', 'e', 'e', 'd', 'c', 'b', 'a'], 32);
    const columns = { target, y_true: inTurn([0, 1], 32), y_prob: [...y_prob, 0.5, 0.25] };
    const change = { label: 'target', positiveLabel: 'f', negativeLabel: null, scoredLabel: 'f' };
    const { facts } = shown('otherCandidates', columns, change) ?? expect.fail();
    expect(facts).toContainEqual(['candidateValues', 'target', ['f (8)', 'e (8)', 'd (4)', 'c (4)', 'b (4)']]);
  });

  it('others that could be the score: range and area under the ROC curve', () => {
    const columns = {
      y_true: [0, 0, 1, 1],
      y_prob: ['0.1', '0.2', '0.7', '0.9'],
      y_prob_2: ['0.75', '0.5', '0.5', '0.25'],
    };
    // Of the four pairs the second column ranks one as a tie, none the right way.
    expect(shown('otherCandidates', columns)).toEqual({
      facts: [
        ['candidate', 'y_prob', 0.1, 0.9, 1],
        ['candidate', 'y_prob_2', 0.25, 0.75, 0.125],
      ],
      columns: [],
      rows: [],
    });
  });

  it.each(['decimalCommaColumn', 'percentColumn', 'thousandsColumn', 'ambiguousComma'] as const)(
    '%s: the first rows of the column',
    (code) => {
      const finding = { code, severity: 'note', values: { column: 'amount' } } as const;
      const { columns, rows } =
        shownOfReader(finding, { amount: y_prob.map((value) => `${value} %`), y_true, y_prob }) ?? expect.fail();
      expect(columns).toEqual(['amount', ...LABELS_AND_SCORES]);
      expect(rows).toHaveLength(20);
      expect(rows[0]).toEqual([2, '0.01 %', '0', '0.01']);
    },
  );

  it('no header: the first three rows of eight columns', () => {
    const finding = { code: 'guessedNoHeader', severity: 'note', values: { file: 'f.csv' } } as const;
    const wide = Object.fromEntries('abcdefgh'.split('').map((name) => [name, inTurn(['u', 'v', 'w', 'x'], MANY)]));
    const { columns, rows } = shownOfReader(finding, { y_true, y_prob, ...wide }) ?? expect.fail();
    expect(columns).toEqual(['y_true', 'y_prob', 'a', 'b', 'c', 'd', 'e', 'f']);
    expect(rows).toEqual([
      [2, '0', '0.01', 'u', 'u', 'u', 'u', 'u', 'u'],
      [3, '1', '0.02', 'v', 'v', 'v', 'v', 'v', 'v'],
      [4, '0', '0.03', 'w', 'w', 'w', 'w', 'w', 'w'],
    ]);
  });

  it('an old encoding: the rows with letters beyond ASCII in the first column that has some', () => {
    const finding = { code: 'fallbackEncoding', severity: 'note', values: { file: 'f.csv', encoding: 'x' } } as const;
    const table = {
      number: Float64Array.from(y_prob),
      plain: inTurn(['~', '\x7f', 'a'], MANY),
      town: y_true.map((_, row) => (row === 3 ? 'Köln' : row === 5 ? '\x80' : 'Bonn')),
      late: y_true.map(() => 'ä'),
      y_true,
      y_prob,
    };
    expect(shownOfReader(finding, table)).toEqual({
      facts: [],
      columns: ['town'],
      rows: [
        [5, 'Köln'],
        [7, '\x80'],
      ],
    });
    const { late: _late, town: _town, ...ascii } = table;
    expect(shownOfReader(finding, ascii)).toBeNull();
  });

  it('nothing but the finding itself where it names its cells', () => {
    const finding = { code: 'dateCells', severity: 'warning', values: { column: 'y_prob', count: 1 } } as const;
    expect(shownOfReader(finding, { y_true, y_prob })).toBeNull();
  });
});
