import { describe, expect, it } from 'vitest';
import { findingsOf, found, inTurn, NO_NOTES, preparedOf, tableOf } from '../dataset/tables.ts';

const ROWS = 400;
const NUMBERS = Array.from({ length: ROWS }, (_, row) => row);
const LABELS = inTurn([0, 1], ROWS);
const SCORES = NUMBERS.map((row) => (LABELS[row] * 0.3 + ((row * 7) % 401) / 600).toFixed(4));
const CLEAN = { y_true: LABELS, y_prob: SCORES };

it('finds nothing odd about a sound file', () => {
  expect(preparedOf(tableOf(CLEAN)).findings).toEqual([]);
  const many = {
    ...CLEAN,
    id: NUMBERS.map((row) => `c${row}`),
    split: inTurn(['train', 'train', 'test', 'test'], ROWS),
  };
  expect(preparedOf(tableOf(many)).findings).toEqual([]);
});

describe('about the scores', () => {
  it('scoreOutsideUnit', () => {
    const y_prob = SCORES.map((score, row) => (row < 3 ? 1 + row : score));
    const [finding] = found('scoreOutsideUnit', { ...CLEAN, y_prob });
    expect(finding).toMatchObject({ severity: 'note', values: { column: 'y_prob', high: 3, count: 2 } });
    expect(
      found('scoreOutsideUnit', { ...CLEAN, y_prob: SCORES.map((score, row) => (row < 2 ? row : score)) }),
    ).toEqual([]);
  });

  it('scoreOutsideUnit, of the column as it is written, not as it is used', () => {
    const [finding] = found(
      'scoreOutsideUnit',
      { ...CLEAN, y_prob: SCORES.map((score) => Number(score) * 1000 + 3) },
      { scoredLabel: '0' },
    );
    expect(finding.values).toMatchObject({ count: ROWS });
    expect(Number(finding.values.low)).toBeGreaterThanOrEqual(3);
  });

  it('aucBelowHalf, mended by giving the scores to the other class', () => {
    const y_prob = SCORES.map((score) => 1 - Number(score));
    const [finding] = found('aucBelowHalf', { ...CLEAN, y_prob });
    expect(finding).toMatchObject({
      severity: 'warning',
      values: { split: '', scoredLabel: '1', otherLabel: '0' },
      offers: [{ kind: 'scoreOtherLabel', label: '0' }],
    });
    expect(finding.values.auc).toBeLessThan(0.5);
    expect(found('aucBelowHalf', { ...CLEAN, y_prob }, { scoredLabel: '0' })).toEqual([]);
  });

  it('aucBelowHalf, mended by turning the labels where their order was a guess', () => {
    const y_true = LABELS.map((label) => (label === 0 ? 'dog' : 'cat'));
    const [finding] = found('aucBelowHalf', { y_true, y_prob: SCORES });
    expect(finding).toMatchObject({
      values: { scoredLabel: 'dog', otherLabel: 'cat' },
      offers: [{ kind: 'useOtherLabelAsPositive', label: 'cat' }],
    });
  });

  it('aucBelowHalf, mended back when the wrong turn was taken', () => {
    const [finding] = found('aucBelowHalf', CLEAN, { scoredLabel: '0' });
    expect(finding).toMatchObject({
      values: { scoredLabel: '0', otherLabel: '1' },
      offers: [{ kind: 'scoreOtherLabel', label: '1' }],
    });
  });

  it('aucBelowHalf, not for what chance explains', () => {
    const y_prob = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2];
    expect(found('aucBelowHalf', { y_true: [1, 0, 0, 1, 1, 0], y_prob: y_prob.map((score) => score + 0.01) })).toEqual(
      [],
    );
    expect(found('aucBelowHalf', { y_true: [1, 1, 1, 0, 0, 0], y_prob: [0.1, 0.2, 0.4, 0.6, 0.8, 0.9] })).toHaveLength(
      1,
    );
  });

  it('aucBelowHalf, with no offer against the rest of many', () => {
    const label = inTurn(['a', 'b', 'c'], ROWS);
    const score = label.map((value, row) => (value === 'c' ? 0.2 : 0.6) + row / 2000);
    const [finding] = found('aucBelowHalf', { label, score });
    expect(finding.values).toMatchObject({ scoredLabel: 'c', otherLabel: '≠ c' });
    expect(finding.offers).toBeUndefined();
  });

  it('hardLabelsOnly', () => {
    const [finding] = found('hardLabelsOnly', { y_true: LABELS, y_pred: inTurn([0, 1, 1], ROWS) });
    expect(finding).toMatchObject({ severity: 'warning', values: { column: 'y_pred', values: ['0', '1'] } });
    expect(found('hardLabelsOnly', { y_true: LABELS, y_pred: inTurn([0, 1, 0.5], ROWS) })).toEqual([]);
  });

  it('scoreEqualsLabel, and then nothing about hard labels', () => {
    const prepared = preparedOf(tableOf({ y_true: inTurn([1, 2], ROWS), y_pred: inTurn([1, 2], ROWS) }));
    expect(findingsOf(prepared, 'scoreEqualsLabel')).toMatchObject([
      { severity: 'warning', values: { column: 'y_pred' } },
    ]);
    expect(findingsOf(prepared, 'hardLabelsOnly')).toEqual([]);
    const words = { truth: LABELS.map((label) => (label === 1 ? 'yes' : 'no')), y_prob: LABELS };
    expect(found('scoreEqualsLabel', words)).toHaveLength(1);
  });

  it('constantScore, split by split', () => {
    const split = inTurn(['train', 'train', 'test', 'test'], ROWS);
    const y_prob = SCORES.map((score, row) => (split[row] === 'test' ? 0.25 : score));
    expect(found('constantScore', { ...CLEAN, split, y_prob })).toMatchObject([
      { code: 'constantScore', severity: 'warning', values: { split: 'test', value: 0.25 } },
    ]);
  });

  it('topLabelConfidence', () => {
    const y_prob = SCORES.map((score) => Math.max(Number(score), 1 - Number(score)));
    expect(found('topLabelConfidence', { ...CLEAN, y_prob })).toMatchObject([
      { severity: 'warning', values: { column: 'y_prob' } },
    ]);
    expect(found('topLabelConfidence', { ...CLEAN, y_prob: [0.49, ...y_prob.slice(1)] })).toEqual([]);
    expect(found('topLabelConfidence', { y_true: [0, 1, 1], y_prob: [0.5, 0.6, 0.7] })).toEqual([]);
  });
});

describe('about the labels', () => {
  it('oneClass, split by split, and then nothing about few of a class', () => {
    const split = inTurn(['train', 'train', 'test', 'test'], ROWS);
    const y_true = LABELS.map((label, row) => (split[row] === 'test' ? 0 : label));
    const prepared = preparedOf(tableOf({ ...CLEAN, y_true, split }));
    expect(findingsOf(prepared, 'oneClass')).toMatchObject([
      { code: 'oneClass', severity: 'warning', values: { split: 'test', label: '0' } },
    ]);
    expect(findingsOf(prepared, 'fewOfAClass').filter(({ values }) => values.split === 'test')).toEqual([]);
    expect(found('oneClass', { y_true: inTurn([1], ROWS), y_prob: SCORES })).toMatchObject([
      { values: { split: '', label: '1' } },
    ]);
  });

  it('fewOfAClass', () => {
    const y_true = NUMBERS.map((row) => (row < 99 ? 1 : 0));
    expect(found('fewOfAClass', { ...CLEAN, y_true })).toMatchObject([
      { code: 'fewOfAClass', severity: 'note', values: { split: '', label: '1', count: 99 } },
    ]);
    expect(found('fewOfAClass', { ...CLEAN, y_true: NUMBERS.map((row) => (row < 100 ? 1 : 0)) })).toEqual([]);
  });

  it('oneVersusRest', () => {
    const columns = { label: inTurn(['a', 'b', 'c', 'd'], ROWS), score: SCORES };
    expect(found('oneVersusRest', columns)).toMatchObject([
      { severity: 'note', values: { label: 'd', column: 'label', count: 3 } },
    ]);
    expect(found('oneVersusRest', columns, { negativeLabel: 'a' })).toEqual([]);
  });
});

describe('about the rows', () => {
  it('missingValues and manySkipped', () => {
    const y_true = LABELS.map((label, row) => (row < 3 ? '' : label));
    const y_prob = SCORES.map((score, row) => (row === 10 ? 'x' : row === 11 ? 'NA' : score));
    const prepared = preparedOf(tableOf({ y_true, y_prob }));
    expect(findingsOf(prepared, 'missingValues')).toMatchObject([{ severity: 'note', values: { count: 4 } }]);
    expect(findingsOf(prepared, 'manySkipped')).toMatchObject([
      { severity: 'warning', values: { count: 5, read: ROWS, share: 5 / ROWS } },
    ]);
    // One in a hundred is not many.
    expect(found('manySkipped', { ...CLEAN, y_true: LABELS.map((label, row) => (row < 4 ? '' : label)) })).toEqual([]);
  });

  it('negativeWeight', () => {
    const weight = inTurn([1, 2, -1, 3], ROWS);
    expect(found('negativeWeight', { ...CLEAN, weight })).toMatchObject([
      { severity: 'warning', values: { column: 'weight', count: ROWS / 4 } },
    ]);
    expect(found('negativeWeight', { ...CLEAN, weight: inTurn([1, 0], ROWS) })).toEqual([]);
  });

  it('duplicateIds and idsAcrossSplits', () => {
    const split = inTurn(['train', 'test'], ROWS);
    const id = NUMBERS.map((row) => (row === 2 ? 'c0' : row === 5 ? 'c4' : `c${row}`));
    const prepared = preparedOf(tableOf({ ...CLEAN, id, split }));
    expect(findingsOf(prepared, 'duplicateIds')).toMatchObject([
      { severity: 'note', values: { column: 'id', count: 2, example: 'c0' } },
    ]);
    expect(findingsOf(prepared, 'idsAcrossSplits')).toMatchObject([
      { severity: 'warning', values: { column: 'id', count: 1, example: 'c4' } },
    ]);
  });

  it('duplicateIds of numbers, missing ones aside', () => {
    const id = Float64Array.from(NUMBERS, (row) => (row < 10 ? Number.NaN : row === 20 ? 11 : row * 3));
    id[30] = 11;
    expect(found('duplicateIds', { ...CLEAN, id })).toMatchObject([{ values: { count: 1, example: '11' } }]);
    expect(found('duplicateIds', { ...CLEAN, id: NUMBERS.map((row) => (row < 10 ? '' : row * 3)) })).toEqual([]);
  });
});

describe('about the columns', () => {
  it('indexColumn', () => {
    for (const name of ['column 1', 'Unnamed: 0', 'index', 'rownames']) {
      expect(found('indexColumn', { [name]: NUMBERS, ...CLEAN })).toMatchObject([
        { severity: 'note', values: { column: name } },
      ]);
    }
    expect(found('indexColumn', { age: NUMBERS, ...CLEAN })).toEqual([]);
    expect(found('indexColumn', { 'column 1': NUMBERS.map((row) => row * 2), ...CLEAN })).toEqual([]);
  });

  it('otherCandidates for the score', () => {
    const y_prob_2 = SCORES.map((score) => Number(score) ** 2);
    const [finding] = found('otherCandidates', { ...CLEAN, y_prob_2 });
    expect(finding).toMatchObject({
      severity: 'note',
      values: { role: 'score', column: 'y_prob', candidates: ['y_prob_2'] },
    });
  });

  it('otherCandidates for the label, five at most by name', () => {
    const others = Object.fromEntries(['b', 'c', 'd', 'e', 'f', 'g'].map((name) => [`y_${name}`, LABELS]));
    const [finding] = found('otherCandidates', { y_a: LABELS, ...others, p_a: SCORES });
    expect(finding.values).toEqual({
      role: 'label',
      column: 'y_a',
      candidates: ['y_b', 'y_c', 'y_d', 'y_e', 'y_f', '…'],
    });
  });

  it('otherCandidates, not columns of dates', () => {
    const due = LABELS.map((label) => (label === 1 ? '05.01.2024' : '06.01.2024'));
    expect(
      found('otherCandidates', { y_a: LABELS, y_b: LABELS, y_due: due, p_a: SCORES })[0].values.candidates,
    ).toEqual(['y_b']);
  });

  it('otherCandidates, not the scores of the other classes', () => {
    const label = inTurn(['a', 'b', 'c'], ROWS);
    expect(found('otherCandidates', { label, p_a: SCORES, p_b: SCORES, p_c: SCORES })).toEqual([]);
  });
});

it('passes on what the reader noticed, warnings first', () => {
  const findings = [{ code: 'guessedNoHeader', severity: 'note', values: { file: 'f.csv' } }] as const;
  const table = tableOf({ y_true: LABELS, y_pred: inTurn([0, 1, 1], ROWS), 'column 3': NUMBERS });
  const codes = preparedOf(table, {}, { ...NO_NOTES, findings }).findings.map(({ code }) => code);
  expect(codes).toEqual(['hardLabelsOnly', 'indexColumn', 'guessedNoHeader']);
});
