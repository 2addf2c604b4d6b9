import { describe, expect, it } from 'vitest';
import { fitRecalibration, logit } from '../../../src/core/calibration/recalibration.ts';
import type { Column, Dataset } from '../../../src/core/dataset/dataset.ts';
import { textPiece } from '../../../src/core/dataset/textPieces.ts';
import type { Interpretation } from '../../../src/core/roles/interpretation.ts';
import { keepRows } from '../../../src/core/rows/keptRows.ts';
import { inferred, inTurn, tableOf } from '../dataset/tables.ts';

const BASE = inferred(tableOf({ y: [0, 1], p: [0.25, 0.75] }));

const keptOf = (dataset: Dataset, change: Partial<Interpretation> = {}) => keepRows(dataset, { ...BASE, ...change });

/** The dataset with one column of texts kept as such. */
function withText(dataset: Dataset, name: string, cells: readonly string[]): Dataset {
  const text: Column = { kind: 'text', name, pieces: [textPiece(cells)] };
  return { ...dataset, columns: dataset.columns.map((column) => (column.name === name ? text : column)) };
}

describe('rows', () => {
  it('are kept with a weight from 0 on', () => {
    const table = tableOf({ y: [0, 1, 0, 1, 0], p: [0.1, 0.2, 0.3, 0.4, 0.5], w: ['0', '2.5', '-0.5', 'inf', ''] });
    const { rows, sampleWeight, skips } = keptOf(table, { weight: 'w' });
    expect([...rows]).toEqual([0, 1]);
    expect(sampleWeight).toEqual(Float64Array.of(0, 2.5));
    expect(skips.entries().map(({ reason, count }) => [reason, count])).toEqual([
      ['badWeight', 2],
      ['missingWeight', 1],
    ]);
  });

  it('have no weights without a weight column', () => {
    expect(keptOf(tableOf({ y: [0, 1], p: [0.1, 0.2] })).sampleWeight).toBeNull();
  });

  it('lack a split only where there is a split column', () => {
    const table = tableOf({ y: [0, 1, 1], p: [0.1, 0.2, 0.3], s: ['a', '', 'b'] });
    expect([...keptOf(table, { split: 's' }).rows]).toEqual([0, 2]);
    expect([...keptOf(table).rows]).toEqual([0, 1, 2]);
  });

  it('have the side that their label says, kept as text or not', () => {
    const cells = ['1', '0', 'NA', '1.0', 'x', '0.0'];
    const table = tableOf({ y: cells, p: cells.map((_, at) => at / 10) });
    for (const dataset of [table, withText(table, 'y', cells)]) {
      const { rows, yTrue, skips } = keptOf(dataset);
      expect([...rows]).toEqual([0, 1, 3, 5]);
      expect([...yTrue]).toEqual([1, 0, 1, 0]);
      expect(skips.rowsOf('missingLabel')).toEqual([2]);
      expect(skips.rowsOf('otherLabel')).toEqual([4]);
    }
  });

  it('are in the rest without being the positive label in another spelling', () => {
    const table = tableOf({ y: ['Yes', 'yes', 'no', 'maybe'], p: [0.1, 0.2, 0.3, 0.4] });
    const rest = { positiveLabel: 'Yes', negativeLabel: null, scoredLabel: 'Yes' };
    const { yTrue, skips } = keptOf(table, rest);
    expect([...yTrue]).toEqual([1, 0, 0]);
    expect(skips.rowsOf('otherLabel')).toEqual([1]);
  });

  it('lack the score that another column must tell, or have an endless one', () => {
    const table = tableOf({ y: [0, 1, 0, 1, 1], p: ['0.9', '0.8', 'inf', '', 'x'], named: ['0', '', '1', '1', '1'] });
    const { rows, yScore, skips } = keptOf(table, { scoreReading: { kind: 'predictedLabel', column: 'named' } });
    expect([...rows]).toEqual([0]);
    expect(yScore[0]).toBeCloseTo(0.1, 15);
    expect(skips.entries().map(({ reason, count }) => [reason, count])).toEqual([
      ['missingScore', 2],
      ['infiniteScore', 1],
      ['unreadableScore', 1],
    ]);
  });

  it('need a column for label and score', () => {
    expect(() => keptOf(tableOf({ y: [0, 1], q: [0.1, 0.2] }))).toThrow(RangeError);
  });
});

describe('scores of the other class', () => {
  const turned = (...p: number[]) => keptOf(tableOf({ y: p.map((_, at) => at % 2), p }), { scoredLabel: '0' });

  it('are 1 − score from 0 to 1, both included, else −score', () => {
    expect(turned(0, 1, 0.25)).toMatchObject({ transform: 'oneMinus', yScore: Float64Array.of(1, 0, 0.75) });
    expect(turned(0.5, 1.5)).toMatchObject({ transform: 'negate', yScore: Float64Array.of(-0.5, -1.5) });
    expect(turned(-0.5, 0.5)).toMatchObject({ transform: 'negate', yScore: Float64Array.of(0.5, -0.5) });
  });
});

describe('recalibrated scores', () => {
  const split = inTurn(['valid', 'valid', 'test', 'test'], 40);
  const y = inTurn([0, 1, 1, 0, 1], 40);
  const p = y.map((label, row) => 0.1 + 0.3 * label + ((row * 7) % 40) / 100);
  const w = y.map((_, row) => 1 + (row % 3));
  const margins = p.map((score) => 4 * score - 1);
  const table = tableOf({ y, p, margins, split, w });
  const inValid = [...split.keys()].filter((row) => split[row] === 'valid');
  const take = (list: readonly number[]) => inValid.map((row) => list[row]);

  it('are what a logistic regression on the rows of that split makes of the logit of probabilities', () => {
    const fitted = fitRecalibration(take(y), take(p.map(logit)));
    if (typeof fitted === 'string') throw new Error(fitted);
    const { recalibration, yScore } = keptOf(table, { split: 'split', recalibratedOn: 'valid' });
    expect(recalibration).toEqual({ ...fitted, of: 'logit' });
    const expected = p.map((score) => 1 / (1 + Math.exp(-(fitted.intercept + fitted.slope * logit(score)))));
    expect(Array.from(yScore)).toEqual(expected.map((score) => expect.closeTo(score, 12)));
  });

  it('are made of the scores themselves where those are no probabilities, and of weights that count', () => {
    const change = { score: 'margins', weight: 'w', split: 'split', recalibratedOn: 'valid' };
    const fitted = fitRecalibration(take(y), take(margins), take(w));
    expect(keptOf(table, change).recalibration).toEqual({ ...(fitted as object), of: 'score' });
  });

  it('are made of the scores themselves where some lie on one side of the unit interval', () => {
    for (const shift of [-0.3, 0.4]) {
      const shifted = tableOf({ y, p: p.map((score) => score + shift), split });
      const { recalibration } = keptOf(shifted, { split: 'split', recalibratedOn: 'valid' });
      expect(recalibration).toMatchObject({ of: 'score' });
    }
  });

  it('take 0 and 1 for probabilities', () => {
    const ends = p.map((score, row) => (row === 2 ? 0 : row === 3 ? 1 : score));
    const { recalibration } = keptOf(tableOf({ y, p: ends, split }), { split: 'split', recalibratedOn: 'valid' });
    expect(recalibration).toMatchObject({ of: 'logit' });
  });

  it('stay as they are where nothing can be fitted', () => {
    const { recalibration, yScore } = keptOf(table, { split: 'split', recalibratedOn: 'gone' });
    expect(recalibration).toEqual({ problem: 'noRows' });
    expect(Array.from(yScore)).toEqual(p);
    expect(keptOf(table, { split: 'split' }).recalibration).toBeNull();
  });
});

describe('splits', () => {
  const cells = ['b', 'a', 'b', 'c', 'a'];
  const table = tableOf({ y: [0, 1, 0, 1, 0], p: [0.1, 0.2, 0.3, 0.4, 0.5], s: cells });

  it('are numbered in the order of their first row, in a column of any kind', () => {
    const numbers = tableOf({ y: [0, 1, 0, 1, 0], p: [0.1, 0.2, 0.3, 0.4, 0.5], s: Float64Array.of(2, 1, 2, 3, 1) });
    for (const dataset of [table, withText(table, 's', cells), numbers]) {
      const { splits, splitOf } = keptOf(dataset, { split: 's' });
      expect(Array.from(splitOf ?? expect.fail())).toEqual([0, 1, 0, 2, 1]);
      expect(splits).toEqual(dataset === numbers ? ['2', '1', '3'] : ['b', 'a', 'c']);
    }
  });

  it('of one name in a merged column are one', () => {
    const [y, p, s] = table.columns;
    const merged = { ...s, dictionary: ['b', 'a', 'a'] } as Column;
    const { splits, splitOf } = keptOf({ ...table, columns: [y, p, merged] }, { split: 's' });
    expect([splits, Array.from(splitOf ?? expect.fail())]).toEqual([
      ['b', 'a'],
      [0, 1, 0, 1, 1],
    ]);
  });

  it('may be more than a byte counts', () => {
    const names = Array.from({ length: 300 }, (_, at) => `s${at}`);
    const many = tableOf({ y: names.map((_, at) => at % 2), p: names.map((_, at) => at / 300), s: names });
    const { splits, splitOf } = keptOf(many, { split: 's' });
    expect(splits).toEqual(names);
    expect(Array.from(splitOf ?? expect.fail())).toEqual(names.map((_, at) => at));
  });

  it('are one without a split column', () => {
    expect(keptOf(table)).toMatchObject({ splits: ['all'], splitOf: null });
  });
});
