import { describe, expect, it } from 'vitest';
import type { Interpretation } from '../../../src/core/roles/interpretation.ts';
import { findingsOf, found, inTurn, preparedOf, tableOf } from '../dataset/tables.ts';

type Columns = Parameters<typeof tableOf>[0];

const valuesOf = (findings: ReturnType<typeof found>) => findings.map(({ values }) => values);

const ROWS = 40;
const LABELS = inTurn([0, 1, 0, 1], ROWS);
const WORDS = inTurn(['no', 'yes', 'no', 'yes'], ROWS);
const LOGITS = LABELS.map((label, row) => label * 2 - 1 + (row - 20) / 10);
const CONFIDENCES = LABELS.map((_, row) => 0.5 + row / 100);

describe('a reading that nobody asked for', () => {
  const undo = [{ kind: 'asIs' }];

  it('is said, and can be taken back', () => {
    expect(found('readAsLogits', { y: LABELS, logit: LOGITS })).toMatchObject([
      { severity: 'note', values: { column: 'logit' }, offers: undo },
    ]);
    const two = { y: LABELS, logit_0: LOGITS.map((logit) => -logit), logit_1: LOGITS };
    expect(found('readAsTwoLogits', two)).toMatchObject([
      { severity: 'note', values: { column: 'logit_1', other: 'logit_0' }, offers: undo },
    ]);
    expect(found('readAsConfidence', { y: WORDS, pred: WORDS, score: CONFIDENCES })).toMatchObject([
      { severity: 'note', values: { column: 'score', predicted: 'pred', label: 'yes' }, offers: undo },
    ]);
  });

  it('is not said of one that somebody chose, or of scores as they are', () => {
    expect(found('readAsLogits', { y: LABELS, score: LOGITS }, { scoreReading: { kind: 'sigmoid' } })).toEqual([]);
    const asIs = { scoreReading: { kind: 'asIs' } } as const;
    expect(found('readAsLogits', { y: LABELS, logit: LOGITS }, asIs)).toEqual([]);
  });
});

describe('points of a scorecard', () => {
  const points = LABELS.map((label, row) => 700 - 200 * label + row);
  const said = (columns: Columns, change: Partial<Interpretation>) =>
    found('lowScoresMeanPositive', { y: LABELS, ...columns }, change);

  it('that were turned are said to be, and can be turned back', () => {
    expect(said({ credit_score: points }, { scoredLabel: '0' })).toMatchObject([
      {
        severity: 'note',
        values: { column: 'credit_score', label: '1' },
        offers: [{ kind: 'scoreOtherLabel', label: '1' }],
      },
    ]);
    expect(said({ credit_score: points }, { scoredLabel: '1' })).toEqual([]);
    expect(said({ margin: points.map((score) => score - 600.5) }, { scoredLabel: '0' })).toEqual([]);
  });
});

describe('a recalibration', () => {
  // Both splits hold both classes, and the scores overlap.
  const split = inTurn(['valid', 'valid', 'test', 'test'], ROWS);
  const y = inTurn([0, 1], ROWS);
  const p = y.map((label, row) => 0.2 + 0.3 * label + ((row * 7) % 40) / 100);
  const columns = { split, y, p };
  const on = (valid: string, change: (row: number) => Partial<Record<'y' | 'p', number>> = () => ({})) =>
    preparedOf(
      tableOf({
        split,
        y: y.map((label, row) => (split[row] === 'valid' ? (change(row).y ?? label) : label)),
        p: p.map((score, row) => (split[row] === 'valid' ? (change(row).p ?? score) : score)),
      }),
      { recalibratedOn: valid },
    );

  it('is said with what was fitted', () => {
    const [{ values, severity }] = found('recalibrated', columns, { recalibratedOn: 'valid' });
    expect(severity).toBe('note');
    expect(values.split).toBe('valid');
    expect(Number.isFinite(values.intercept)).toBe(true);
    expect(Number(values.slope)).toBeGreaterThan(0);
    expect(found('recalibrated', columns)).toEqual([]);
  });

  it('that cannot be made is said with the reason', () => {
    expect(
      valuesOf(
        findingsOf(
          on('valid', () => ({ y: 1 })),
          'recalibrationOneClass',
        ),
      ),
    ).toEqual([{ split: 'valid' }]);
    expect(
      valuesOf(
        findingsOf(
          on('valid', () => ({ p: 0.5 })),
          'recalibrationConstant',
        ),
      ),
    ).toEqual([{ split: 'valid' }]);
    const separated = on('valid', (row) => ({ p: y[row] === 1 ? 0.9 : 0.1 }));
    expect(findingsOf(separated, 'recalibrationSeparated')).toMatchObject([{ severity: 'warning' }]);
    expect(valuesOf(findingsOf(on('gone'), 'recalibrationNoRows'))).toEqual([{ split: 'gone' }]);
  });
});

describe('shares of positives', () => {
  /** Rows of a split with a number of positives, all scored alike within their class. */
  const rowsOf = (split: string, positives: number, negatives: number, scores = [0.9, 0.8]) => [
    ...Array.from({ length: positives }, (_, at) => ({ split, y: 1, p: scores[0] + at / 1e6 })),
    ...Array.from({ length: negatives }, (_, at) => ({ split, y: 0, p: scores[1] + at / 1e6 })),
  ];
  const columnsOf = (rows: ReturnType<typeof rowsOf>) => ({
    split: rows.map(({ split }) => split),
    y: rows.map(({ y }) => y),
    p: rows.map(({ p }) => p),
  });
  const asSplits = { split: 'split' };

  it('that the mean score misses, though the ranking is good, are named', () => {
    const [{ values }] = found('rankedButNoProbabilities', columnsOf(rowsOf('all', 20, 80)), { split: null });
    expect(values).toMatchObject({ split: '', auc: 1, share: 0.2 });
    expect(values.mean).toBeCloseTo(0.82, 3);
    const said = (rows: ReturnType<typeof rowsOf>) =>
      found('rankedButNoProbabilities', columnsOf(rows), { split: null }).length;
    // Too few rows; a mean that is near; a poor ranking; no probabilities.
    expect(said(rowsOf('all', 20, 79))).toBe(0);
    expect(said(rowsOf('all', 20, 80, [0.5, 0.15]))).toBe(0);
    expect(said(rowsOf('all', 20, 80, [0.8, 0.80001]))).toBe(0);
    expect(said(rowsOf('all', 20, 80, [1.9, 0.8]))).toBe(0);
  });

  it('are mended on a split for validation, else on one that is not for the test', () => {
    const offered = (...names: string[]) => {
      const rows = names.flatMap((name) => rowsOf(name, 20, 80));
      return found('rankedButNoProbabilities', columnsOf(rows), asSplits)[0].offers ?? [];
    };
    const on = (split: string) => [{ kind: 'recalibrate', split }];
    expect(offered('train', 'test', 'valid')).toEqual(on('valid'));
    expect(offered('test', 'train')).toEqual(on('train'));
    expect(offered('test', 'oot')).toEqual(on('test'));
    expect(offered('invalid', 'rest')).toEqual(on('invalid'));
    expect(offered('only')).toEqual([]);
    for (const oneClass of [rowsOf('valid', 0, 100), rowsOf('valid', 100, 0)]) {
      const rows = [...oneClass, ...rowsOf('train', 20, 80)];
      expect(found('rankedButNoProbabilities', columnsOf(rows), asSplits)[0].offers).toEqual(on('train'));
    }
  });

  it('are mended once, and only where a split has both classes', () => {
    const margins = (first: ReturnType<typeof rowsOf>, second: ReturnType<typeof rowsOf>, change = {}) =>
      found('scoreOutsideUnit', columnsOf([...first, ...second]), { ...asSplits, ...change })[0].offers;
    const both = (split: string) => rowsOf(split, 20, 80, [1.5, -1]);
    expect(margins(both('a'), both('b'))).toEqual([{ kind: 'sigmoid' }, { kind: 'recalibrate', split: 'a' }]);
    expect(margins(both('a'), both('b'), { recalibratedOn: 'b' })).toEqual([{ kind: 'sigmoid' }]);
    expect(margins(rowsOf('a', 20, 0, [1.5, -1]), rowsOf('b', 0, 20, [1.5, -1]))).toEqual([{ kind: 'sigmoid' }]);
  });

  it('that several splits miss are named for the held-out one, else the last', () => {
    const named = (...names: string[]) => {
      const rows = names.flatMap((name) => rowsOf(name, 20, 80));
      return valuesOf(found('rankedButNoProbabilities', columnsOf(rows), asSplits)).map(({ split }) => split);
    };
    expect(named('train', 'test', 'other')).toEqual(['test']);
    expect(named('train', 'other')).toEqual(['other']);
  });

  it('are not expected of recalibrated scores, or of decisions', () => {
    const rows = [...rowsOf('a', 20, 80), ...rowsOf('b', 20, 80)];
    const said = (columns: Columns, change: Partial<Interpretation>) =>
      found('rankedButNoProbabilities', columns, change).length;
    expect(said(columnsOf(rows), asSplits)).toBe(1);
    expect(said(columnsOf(rows), { ...asSplits, recalibratedOn: 'a' })).toBe(0);
    // 20 positives at 1; of 80 negatives 30 at 1, the others at 0: an area of 0.81, a mean of 0.5.
    const y = Array.from({ length: 100 }, (_, row) => (row < 20 ? 1 : 0));
    const hard = y.map((_, row) => (row < 50 ? 1 : 0));
    expect(said({ y, p: hard }, {})).toBe(0);
    expect(said({ y, p: hard.map((score, row) => (row === 99 ? 0.5 : score)) }, {})).toBe(1);
  });

  it('of exactly one half in many rows are named', () => {
    const said = (positives: number, negatives: number) =>
      valuesOf(found('evenClasses', columnsOf(rowsOf('all', positives, negatives, [0.6, 0.4])), { split: null }));
    expect(said(250, 250)).toEqual([{ split: '', count: 250 }]);
    expect(said(249, 249)).toEqual([]);
    expect(said(250, 251)).toEqual([]);
  });

  it('that differ between splits by more than chance are named, the greatest and the least', () => {
    const said = (...counts: [string, number, number][]) =>
      valuesOf(found('differentBaseRates', columnsOf(counts.flatMap((count) => rowsOf(...count))), asSplits));
    expect(said(['a', 200, 800], ['b', 100, 900], ['c', 500, 500])).toEqual([
      { split: 'c', share: 0.5, other: 'b', otherShare: 0.1 },
    ]);
    // A third more is no matter, however sure; twice as much is none among few rows.
    expect(said(['a', 4000, 6000], ['b', 3000, 7000])).toEqual([]);
    expect(said(['a', 20, 80], ['b', 10, 90])).toEqual([]);
    expect(said(['a', 30, 60], ['b', 100, 900])).toEqual([]);
    // A split of one class says nothing of a rate.
    expect(said(['a', 0, 1000], ['b', 500, 500])).toEqual([]);
    expect(said(['a', 1000, 0], ['b', 200, 800])).toEqual([]);
  });
});
