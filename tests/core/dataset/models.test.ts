import { describe, expect, it } from 'vitest';
import { changeToModel, modelsOf } from '../../../src/core/dataset/models.ts';
import { profileColumns } from '../../../src/core/dataset/profile.ts';
import { reinterpret } from '../../../src/core/dataset/roles.ts';
import { inferred, preparedOf, tableOf } from './tables.ts';

const LABELS = [0, 1, 0, 1, 0, 1, 1, 0];
const GOOD = [0.1, 0.8, 0.2, 0.7, 0.3, 0.9, 0.6, 0.4];
const POOR = [0.6, 0.5, 0.4, 0.7, 0.3, 0.2, 0.9, 0.8];

function modelsIn(columns: Parameters<typeof tableOf>[0]) {
  const table = tableOf(columns);
  const { interpretation, task } = preparedOf(table);
  return modelsOf(profileColumns(table), interpretation, task);
}

describe('the models of a file', () => {
  it('are the score columns of the same class, beside no feature', () => {
    expect(
      modelsIn({
        outcome: LABELS,
        p_logreg: GOOD,
        p_boosting: POOR,
        xgboost: GOOD,
        age: [31.5, 42.1, 28.9, 55.2, 61.7, 33.3, 47.8, 39.4],
        income_share: POOR.map((share) => share / 2),
      }),
    ).toMatchObject({ stand: 'columns', names: ['p_logreg', 'p_boosting', 'xgboost'] });
  });

  it('are not the two classes’ columns of one model', () => {
    const models = modelsIn({ outcome: LABELS, p0: GOOD.map((p) => 1 - p), p1: GOOD });
    expect(models.names).toEqual(['p1']);
  });

  it('are not columns on another scale', () => {
    const models = modelsIn({ y_true: LABELS, y_prob: GOOD, score: POOR.map((p) => 100 * p + 0.5) });
    expect(models.names).toEqual(['y_prob']);
  });

  it('stand one below the other where a column names them', () => {
    const table = tableOf({
      y_true: [...LABELS, ...LABELS],
      y_prob: [...GOOD, ...POOR],
      model: [...GOOD.map(() => 'good'), ...POOR.map(() => 'poor')],
    });
    const prepared = preparedOf(table);
    const { interpretation, task, accounting, findings } = prepared;
    expect(interpretation).toMatchObject({ label: 'y_true', score: 'y_prob', modelColumn: 'model', modelName: 'good' });
    expect(accounting).toMatchObject({ read: 16, kept: 8, skipped: [{ reason: 'otherModel', count: 8 }] });
    expect(findings.map(({ code }) => code)).not.toContain('manySkipped');
    expect(prepared.evaluations[0].scoreMetrics.rocAuc).toBe(1);
    const models = modelsOf(profileColumns(table), interpretation, task);
    expect(models).toEqual({ stand: 'rows', names: ['good', 'poor'], chosen: 'good' });
    const other = preparedOf(table, changeToModel(models, 'poor'));
    // Of 16 pairs, the positives at 0.9, 0.7, 0.5 and 0.2 outscore 4 + 3 + 2 + 0.
    expect(other.evaluations[0].scoreMetrics.rocAuc).toBe(9 / 16);
  });

  it('are all of one where nothing names them, or the column plays another role', () => {
    expect(modelsIn({ y_true: LABELS, y_prob: GOOD })).toEqual({
      stand: 'columns',
      names: ['y_prob'],
      chosen: 'y_prob',
    });
    const table = tableOf({ y_true: LABELS, y_prob: GOOD, model: LABELS.map((label) => (label === 1 ? 'a' : 'b')) });
    const profiles = profileColumns(table);
    const reading = inferred(table);
    expect(reading.modelColumn).toBe('model');
    expect(reinterpret(profiles, reading, { split: 'model' })).toMatchObject({ modelColumn: null, modelName: null });
    const without = reinterpret(profiles, reading, { modelColumn: null });
    expect(without).toMatchObject({ modelColumn: null, modelName: null });
    expect(reinterpret(profiles, without, { modelColumn: 'model' })).toMatchObject({ modelName: reading.modelName });
  });
});
