import { describe, expect, it } from 'vitest';
import { profileColumns } from '../../../src/core/dataset/profile.ts';
import { changeToModel, modelsOf } from '../../../src/core/roles/models.ts';
import { reinterpret } from '../../../src/core/roles/roles.ts';
import { inferred, preparedOf, tableOf } from '../dataset/tables.ts';

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

describe('which columns are models', () => {
  const namesOf = (columns: Parameters<typeof tableOf>[0], change: Parameters<typeof preparedOf>[1] = {}) => {
    const table = tableOf(columns);
    const { interpretation, task } = preparedOf(table, { score: 'p_a', ...change });
    return modelsOf(profileColumns(table), interpretation, task).names;
  };
  const two = { outcome: LABELS, p_a: GOOD, p_b: POOR };

  it.each<[string, Parameters<typeof tableOf>[0], string[]]>([
    ['two scores', two, ['p_a', 'p_b']],
    ['one that reaches 0 and 1', { ...two, p_b: [0, 1, ...POOR.slice(2)] }, ['p_a', 'p_b']],
    ['one below 0', { ...two, p_b: [-0.5, ...POOR.slice(1)] }, ['p_a']],
    ['one above 1', { ...two, p_b: [1.5, ...POOR.slice(1)] }, ['p_a']],
    ['decisions', { ...two, p_b: [0, 1, 0, 1, 0, 1, 0, 1] }, ['p_a']],
    ['three different scores', { ...two, p_b: [0, 0.5, 1, 0, 0.5, 1, 0, 1] }, ['p_a', 'p_b']],
  ])('%s', (_, columns, expected) => {
    expect(namesOf(columns)).toEqual(expected);
  });

  it('are of the class that the chosen one speaks of', () => {
    const outcome = LABELS.map((label) => (label === 1 ? 'yes' : 'no'));
    const columns = { outcome, p_yes: GOOD, p_no: POOR, p_a: POOR };
    expect(namesOf(columns, { score: 'p_yes' })).toEqual(['p_yes', 'p_a']);
  });

  it('play no other role', () => {
    expect(namesOf(two, { weight: 'p_b' })).toEqual(['p_a']);
    expect(namesOf(two, { id: 'p_b' })).toEqual(['p_a']);
    expect(namesOf(two, { scoreReading: { kind: 'softmax', column: 'p_b' } })).toEqual(['p_a']);
  });

  it('are none among the classes of one model', () => {
    const outcome = ['a', 'b', 'c', 'a', 'b', 'c', 'a', 'b'];
    const third = outcome.map(() => 0.25);
    const columns = { outcome, p_a: GOOD.map((p) => p / 2), p_b: GOOD.map((p) => 0.75 - p / 2), p_c: third };
    expect(namesOf(columns)).toHaveLength(1);
  });

  it('stand in rows only where one of them is chosen', () => {
    const model = ['b', 'b', 'b', 'b', 'b', 'a', 'a', 'a'];
    const table = tableOf({ ...two, model });
    const { interpretation, task } = preparedOf(table);
    const profiles = profileColumns(table);
    const names = (change: object) => modelsOf(profiles, { ...interpretation, ...change }, task);
    expect(names({ modelColumn: 'model', modelName: 'b' })).toEqual({ stand: 'rows', names: ['a', 'b'], chosen: 'b' });
    expect(names({ modelColumn: 'model', modelName: null })).toMatchObject({ stand: 'columns' });
    expect(names({ modelColumn: null, modelName: 'b' })).toMatchObject({ stand: 'columns' });
  });

  it('come into view as another score, or as other rows', () => {
    expect(changeToModel({ stand: 'columns', names: ['p_a', 'p_b'], chosen: 'p_a' }, 'p_b')).toEqual({ score: 'p_b' });
    expect(changeToModel({ stand: 'rows', names: ['a', 'b'], chosen: 'a' }, 'b')).toEqual({ modelName: 'b' });
  });
});
