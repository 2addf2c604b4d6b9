import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileColumns } from '../../../src/core/dataset/profile.ts';
import { prepare } from '../../../src/core/prepare/prepare.ts';
import { repairedDataset } from '../../../src/core/roles/repairedColumns.ts';
import { countSkipped } from '../../../src/core/rows/accounting.ts';
import { keepRows } from '../../../src/core/rows/keptRows.ts';
import { inferred, NO_NOTES, preparedOf, tableOf } from '../dataset/tables.ts';

const positivesOf = (prepared: ReturnType<typeof preparedOf>) => [...prepared.evaluations[0].index.positives.scores];
const negativesOf = (prepared: ReturnType<typeof preparedOf>) => [...prepared.evaluations[0].index.negatives.scores];

describe('prepare', () => {
  it('sorts the scores into the two classes', () => {
    const prepared = preparedOf(tableOf({ y_true: [0, 1, 1, 0], y_prob: [0.25, 0.75, 0.5, 0.1] }));
    expect(positivesOf(prepared)).toEqual([0.5, 0.75]);
    expect(negativesOf(prepared)).toEqual([0.1, 0.25]);
    expect(prepared).toMatchObject({ transform: 'none', hasWeights: false });
    expect(prepared.evaluations.map(({ split, rows }) => [split, rows])).toEqual([['all', 4]]);
  });

  it('counts every row that lacks something under its first reason, with its place', () => {
    const table = tableOf(
      {
        y_true: ['1', '', '0', '1', '0', '0', '1', '0', '0', '1'],
        y_prob: ['0.5', '0.5', 'NA', 'x', 'inf', '0.1', '0.2', '0.3', '0.4', '0.9'],
        split: ['a', 'a', '', 'a', 'a', '', 'a', 'a', 'a', 'b'],
        weight: ['1', '1', '1', '1', '1', '1', '', '-1', 'y', '2'],
      },
      { 'one.csv': 6, 'two.csv': 4 },
    );
    const { accounting, evaluations, hasWeights } = preparedOf(table, { weight: 'weight' });
    const at = (file: string, line: number, cell: string) => ({ file, line, cell });
    expect(accounting).toEqual({
      read: 10,
      kept: 2,
      keptByFile: [1, 1],
      blankLines: 0,
      skipped: [
        { reason: 'badWeight', count: 2, places: [at('two.csv', 3, '-1'), at('two.csv', 4, 'y')] },
        { reason: 'missingLabel', count: 1, places: [at('one.csv', 3, '')] },
        { reason: 'missingScore', count: 1, places: [at('one.csv', 4, 'NA')] },
        { reason: 'unreadableScore', count: 1, places: [at('one.csv', 5, 'x')] },
        { reason: 'infiniteScore', count: 1, places: [at('one.csv', 6, 'inf')] },
        { reason: 'missingSplit', count: 1, places: [at('one.csv', 7, '')] },
        { reason: 'missingWeight', count: 1, places: [at('two.csv', 2, '')] },
      ],
    });
    expect(hasWeights).toBe(true);
    expect(evaluations.map(({ split, rows, positives }) => [split, rows, positives])).toEqual([
      ['a', 1, 1],
      ['b', 1, 2],
    ]);
  });

  it('adds what the reader had left out', () => {
    const places = [{ file: 'f.csv', line: 9 }];
    const notes = { ...NO_NOTES, blankLines: 3, skipped: [{ reason: 'tooFewFields', count: 2, places }] as const };
    const { accounting } = preparedOf(tableOf({ y_true: [0, 1, ''], y_prob: [0.1, 0.2, 0.3] }), {}, notes);
    expect(accounting).toMatchObject({ read: 5, kept: 2, blankLines: 3 });
    expect(accounting.skipped.map(({ reason, count }) => [reason, count])).toEqual([
      ['tooFewFields', 2],
      ['missingLabel', 1],
    ]);
  });

  it('lists reasons by how often they come, whoever found them', () => {
    const notes = { ...NO_NOTES, skipped: [{ reason: 'tooFewFields', count: 1, places: [] }] as const };
    const table = tableOf({ y_true: [0, 1, '', ''], y_prob: [0.1, 0.2, 0.3, 0.4] });
    expect(preparedOf(table, {}, notes).accounting.skipped.map(({ reason }) => reason)).toEqual([
      'missingLabel',
      'tooFewFields',
    ]);
  });

  it('shows the first rows left out for each reason, with the cells that decide', () => {
    const table = tableOf({
      other: ['a', 'b', 'c', 'd'],
      y_true: ['1', '', '0', '0'],
      y_prob: ['0.5', '0.5', 'oops', '0.1'],
      split: ['s', 's', 's', 's'],
      weight: ['1', '2', '3', '4'],
    });
    const columns = ['y_true', 'y_prob', 'split', 'weight'];
    const at = (line: number, ...cells: string[]) => ({ facts: [], columns, rows: [{ file: 'f.csv', line, cells }] });
    expect(preparedOf(table, { split: 'split', weight: 'weight' }).skipEvidence).toEqual([
      { reason: 'missingLabel', evidence: at(3, '', '0.5', 's', '2') },
      { reason: 'unreadableScore', evidence: at(4, '0', 'oops', 's', '3') },
    ]);
  });

  it('has weights, unless they count rows', () => {
    const hasWeights = (weight: readonly number[], areWeightsCounts: boolean) => {
      const table = tableOf({ y_true: [0, 1, 1], y_prob: [0.1, 0.2, 0.3], weight });
      return preparedOf(table, { weight: 'weight', areWeightsCounts }).hasWeights;
    };
    expect(hasWeights([1, 2, 3], false)).toBe(true);
    expect(hasWeights([1, 2, 3], true)).toBe(false);
    expect(hasWeights([1, 2.5, 3], true)).toBe(true);
  });

  it('names splits in the order of their first kept row and leaves empty ones out', () => {
    const table = tableOf({
      y_true: ['', 0, 1, 0, 1],
      y_prob: [0.1, 0.2, 0.3, 0.4, 'x'],
      split: ['valid', 'test', 'train', 'test', 'oot'],
    });
    expect(preparedOf(table).evaluations.map(({ split, rows }) => [split, rows])).toEqual([
      ['test', 2],
      ['train', 1],
    ]);
  });

  it('takes one value against the rest, or two of many', () => {
    const table = tableOf({ label: ['a', 'b', 'c', 'a'], score: [0.1, 0.2, 0.3, 0.4] });
    const rest = preparedOf(table, { positiveLabel: 'a', negativeLabel: null, scoredLabel: 'a' });
    expect([positivesOf(rest), negativesOf(rest)]).toEqual([
      [0.1, 0.4],
      [0.2, 0.3],
    ]);
    const two = preparedOf(table, { positiveLabel: 'a', negativeLabel: 'c', scoredLabel: 'a' });
    expect([positivesOf(two), negativesOf(two)]).toEqual([[0.1, 0.4], [0.3]]);
    expect(two.accounting.skipped).toEqual([
      { reason: 'otherLabel', count: 1, places: [{ file: 'f.csv', line: 3, cell: 'b' }] },
    ]);
  });

  it('takes spellings of one number for one label', () => {
    const prepared = preparedOf(tableOf({ y_true: ['1', '0', '1.0', '0.0'], y_prob: [0.9, 0.1, 0.8, 0.2] }));
    expect(positivesOf(prepared)).toEqual([0.8, 0.9]);
    expect(prepared.accounting.kept).toBe(4);
  });

  it('turns scores that belong to the other class', () => {
    const probabilities = tableOf({ y_true: [0, 1], y_prob: [0.25, 1] });
    const one = preparedOf(probabilities, { scoredLabel: '0' });
    expect([one.transform, positivesOf(one), negativesOf(one)]).toEqual(['oneMinus', [0], [0.75]]);
    const margins = tableOf({ y_true: [0, 1, 1], y_prob: [0.25, -3, 2] });
    const two = preparedOf(margins, { scoredLabel: '0' });
    expect([two.transform, positivesOf(two), negativesOf(two)]).toEqual(['negate', [-2, 3], [-0.25]]);
  });

  it('decides how to turn by the rows it keeps', () => {
    const table = tableOf({ y_true: [0, 1, ''], y_prob: [0.25, 1, 700] });
    expect(preparedOf(table, { scoredLabel: '0' }).transform).toBe('oneMinus');
  });

  it('uses number columns in every role', () => {
    const table = tableOf({
      y_true: Float64Array.of(0, 1, Number.NaN, 1),
      y_prob: Float64Array.of(0.25, 0.5, 0.75, Number.NEGATIVE_INFINITY),
      weight: Float64Array.of(2, 3, 4, 5),
      id: Float64Array.of(7, 8, 9, 10),
    });
    const prepared = prepare(
      table,
      profileColumns(table),
      {
        label: 'y_true',
        score: 'y_prob',
        split: null,
        weight: 'weight',
        id: 'id',
        modelColumn: null,
        modelName: null,
        positiveLabel: '1',
        negativeLabel: '0',
        scoredLabel: '1',
        scoreReading: { kind: 'asIs' },
        recalibratedOn: null,
        areWeightsCounts: false,
        repairs: [],
      },
      NO_NOTES,
    );
    if ('problem' in prepared) throw new Error(prepared.problem);
    expect([positivesOf(prepared), negativesOf(prepared)]).toEqual([[0.5], [0.25]]);
    expect(prepared.evaluations[0]).toMatchObject({ positives: 3, negatives: 2 });
    expect(prepared.accounting.skipped.map(({ reason }) => reason)).toEqual(['missingLabel', 'infiniteScore']);
  });

  it('says why no row can be used', () => {
    const table = tableOf({ y_true: [0, 1, ''], y_prob: ['x', 'y', '0.5'] });
    const interpretation = { ...inferred(tableOf({ y_true: [0, 1], y_prob: [0.1, 0.2] })) };
    expect(prepare(table, profileColumns(table), interpretation, NO_NOTES)).toEqual({
      problem: 'noRowsKept',
      read: 3,
      reason: 'unreadableScore',
    });
  });

  it('takes a split column of fifty values', () => {
    const rows = Array.from({ length: 100 }, (_, row) => row);
    const table = tableOf({
      y_true: rows.map((row) => row % 2),
      y_prob: rows.map((row) => row / 100),
      name: rows.map((row) => `n${row >> 1}`),
    });
    expect(preparedOf(table, { split: 'name' }).evaluations).toHaveLength(50);
  });

  it('refuses a split column of too many values', () => {
    const rows = Array.from({ length: 60 }, (_, row) => row);
    const table = tableOf({
      y_true: rows.map((row) => row % 2),
      y_prob: rows.map((row) => row / 7),
      name: rows.map((row) => `n${row}`),
    });
    const interpretation = { ...inferred(table), split: 'name' };
    expect(prepare(table, profileColumns(table), interpretation, NO_NOTES)).toEqual({
      problem: 'tooManySplits',
      column: 'name',
      count: 60,
      limit: 50,
    });
  });

  it('keeps and skips every row exactly once, whatever stands in the cells', () => {
    const cell = fc.constantFrom('0', '1', '0.5', '', 'NA', 'x', '-1', 'inf', '1.0', 'a');
    const rows = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 30 });
    const roles = fc.record({
      label: fc.constantFrom('y', 'p', 's'),
      score: fc.constantFrom('y', 'p', 'w'),
      split: fc.constantFrom('s', null),
      weight: fc.constantFrom('w', null),
      id: fc.constantFrom('s', null),
      modelColumn: fc.constantFrom('s', null),
      modelName: fc.constantFrom('a', null),
      positiveLabel: fc.constantFrom('1', 'a'),
      negativeLabel: fc.constantFrom('0', null),
      scoredLabel: fc.constantFrom('1', '0', 'a'),
      scoreReading: fc.oneof(
        fc.record({ kind: fc.constantFrom('asIs' as const, 'sigmoid' as const) }),
        fc.record({
          kind: fc.constantFrom('softmax' as const, 'predictedLabel' as const),
          column: fc.constantFrom('y', 'p', 's', 'w'),
        }),
      ),
      recalibratedOn: fc.constantFrom(null, 'train', 'a'),
      areWeightsCounts: fc.boolean(),
      repairs: fc.uniqueArray(
        fc.record({
          kind: fc.constantFrom(
            'divideBy100' as const,
            'mergeSpellings' as const,
            'decimalComma' as const,
            'thousandsComma' as const,
          ),
          column: fc.constantFrom('y', 'p', 's', 'w'),
        }),
        { maxLength: 3, selector: JSON.stringify },
      ),
    });
    fc.assert(
      fc.property(rows, roles, (body, interpretation) => {
        const columns = {
          y: body.map(([y]) => y),
          p: body.map(([, p]) => p),
          s: body.map(([, , s]) => s),
          w: body.map(([, , , w]) => w),
        };
        const table = tableOf(columns);
        const repaired = repairedDataset(table, profileColumns(table), interpretation);
        const { skips, ...kept } = keepRows(repaired, interpretation);
        expect(kept.rows.length + countSkipped(skips.entries())).toBe(body.length);
        expect(new Set(kept.rows).size).toBe(kept.rows.length);
        const prepared = prepare(table, profileColumns(table), interpretation, NO_NOTES);
        if ('problem' in prepared) {
          expect(kept.rows.length).toBe(0);
          return;
        }
        const { accounting, evaluations } = prepared;
        expect(accounting.read).toBe(accounting.kept + countSkipped(accounting.skipped));
        expect(accounting.keptByFile).toEqual([accounting.kept]);
        expect(evaluations.reduce((sum, evaluation) => sum + evaluation.rows, 0)).toBe(accounting.kept);
        expect(evaluations.every((evaluation) => evaluation.rows > 0)).toBe(true);
      }),
    );
  });
});
