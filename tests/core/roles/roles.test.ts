import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileColumns } from '../../../src/core/dataset/profile.ts';
import type { Interpretation } from '../../../src/core/roles/interpretation.ts';
import { inferInterpretation, type RoleQuestion, reinterpret } from '../../../src/core/roles/roles.ts';
import { inferred, inTurn, tableOf } from '../dataset/tables.ts';

const ROWS = 40;
const NUMBERS = Array.from({ length: ROWS }, (_, row) => row);
const LABELS = inTurn([0, 1, 0, 0], ROWS);
/** Scores that rank the labels fairly well. */
const SCORES = NUMBERS.map((row) => (LABELS[row] * 0.4 + ((row * 7) % 41) / 70).toFixed(4));
const NOISE = NUMBERS.map((row) => (((row * 17) % 40) / 40).toFixed(3));
const WHOLE = NUMBERS.map((row) => 20 + ((row * 13) % 50));
const as = (labels: readonly (string | number)[], values: readonly [string, string]) =>
  labels.map((label) => values[Number(label)]);

type Columns = Record<string, readonly (string | number)[]>;

const rolesOf = (columns: Columns) => inferred(tableOf(columns));
const problemOf = (columns: Columns) => {
  const dataset = tableOf(columns);
  const result = inferInterpretation(dataset, profileColumns(dataset));
  return 'problem' in result ? result.problem : null;
};

describe('what producers write', () => {
  it.each<[string, Columns, Partial<Interpretation>]>([
    ['scikit-learn', { y_true: LABELS, y_prob: SCORES }, { label: 'y_true', score: 'y_prob' }],
    ['names the other way round', { y_prob: SCORES, y_true: LABELS }, { label: 'y_true', score: 'y_prob' }],
    ['two columns without names', { 'column 1': LABELS, 'column 2': SCORES }, { label: 'column 1', score: 'column 2' }],
    [
      'a pandas index',
      { 'column 1': NUMBERS, target: LABELS, proba: SCORES },
      { label: 'target', score: 'proba', id: null },
    ],
    [
      'predict_proba beside the label',
      { label: LABELS, '0': NOISE, '1': SCORES },
      { score: '1', positiveLabel: '1', scoredLabel: '1' },
    ],
    [
      'MLflow',
      { age: WHOLE, target: LABELS, prediction: LABELS, prediction_proba: SCORES },
      { label: 'target', score: 'prediction_proba' },
    ],
    ['H2O', { truth: LABELS, predict: LABELS, p0: NOISE, p1: SCORES }, { label: 'truth', score: 'p1' }],
    [
      'tidymodels',
      {
        truth: as(LABELS, ['no', 'yes']),
        '.pred_class': as(LABELS, ['no', 'yes']),
        '.pred_yes': SCORES,
        '.pred_no': NOISE,
      },
      { label: 'truth', score: '.pred_yes', positiveLabel: 'yes', scoredLabel: 'yes' },
    ],
    [
      'SAS',
      { BAD: LABELS, I_BAD: LABELS, P_BAD0: NOISE, P_BAD1: SCORES, LOAN: WHOLE },
      { label: 'BAD', score: 'P_BAD1', scoredLabel: '1' },
    ],
    [
      'SAS Viya',
      { default: LABELS, EM_EVENTPROBABILITY: SCORES, EM_CLASSIFICATION: LABELS },
      { label: 'default', score: 'EM_EVENTPROBABILITY' },
    ],
    [
      'Azure ML',
      {
        income: as(LABELS, ['<=50K', '>50K']),
        'Scored Labels': as(LABELS, ['<=50K', '>50K']),
        'Scored Probabilities': SCORES,
      },
      { label: 'income', score: 'Scored Probabilities', positiveLabel: '>50K' },
    ],
    [
      'DataRobot',
      { churn: as(LABELS, ['No', 'Yes']), churn_Yes_PREDICTION: SCORES, churn_No_PREDICTION: NOISE },
      { label: 'churn', score: 'churn_Yes_PREDICTION', scoredLabel: 'Yes' },
    ],
    [
      'KNIME',
      { Churn: as(LABELS, ['No', 'Yes']), 'P (Churn=No)': NOISE, 'P (Churn=Yes)': SCORES },
      { label: 'Churn', score: 'P (Churn=Yes)', positiveLabel: 'Yes', scoredLabel: 'Yes' },
    ],
    [
      'RapidMiner',
      {
        'prediction(t)': as(LABELS, ['a', 'b']),
        t: as(LABELS, ['a', 'b']),
        'confidence(a)': NOISE,
        'confidence(b)': SCORES,
      },
      { label: 't', score: 'confidence(b)', positiveLabel: 'b' },
    ],
    ['NannyML', { y_pred_proba: SCORES, y_pred: LABELS, y_true: LABELS }, { label: 'y_true', score: 'y_pred_proba' }],
    [
      'Aequitas',
      { id: NUMBERS, score: SCORES, label_value: LABELS, race: as(LABELS, ['x', 'y']), sex: as(LABELS, ['f', 'm']) },
      { label: 'label_value', score: 'score', id: 'id' },
    ],
    ['a scorecard', { defaulted: LABELS, credit_score: WHOLE }, { label: 'defaulted', score: 'credit_score' }],
    [
      'a biomarker',
      { patient: NUMBERS.map((row) => `P${row}`), outcome: as(LABELS, ['Good', 'Poor']), s100b: NOISE },
      { label: 'outcome', score: 's100b', positiveLabel: 'Poor' },
    ],
    ['hard predictions', { y_true: LABELS, y_pred: inTurn([0, 1, 1], ROWS) }, { label: 'y_true', score: 'y_pred' }],
    ['one class', { y_true: inTurn([0], ROWS), y_prob: SCORES }, { positiveLabel: '1', negativeLabel: '0' }],
  ])('%s', (_, columns, expected) => {
    expect(rolesOf(columns)).toMatchObject(expected);
  });

  it('pairs label and score of one name among several', () => {
    const columns = { y_sport: LABELS, y_health: inTurn([1, 0], ROWS), p_health: SCORES, p_sport: NOISE };
    expect(rolesOf(columns)).toMatchObject({ label: 'y_sport', score: 'p_sport' });
  });

  it('takes the column that ranks the labels better, all else being equal', () => {
    expect(rolesOf({ y: LABELS, model_a: NOISE, model_b: SCORES }).score).toBe('model_b');
    expect(rolesOf({ y: LABELS, model_b: SCORES, model_a: NOISE }).score).toBe('model_b');
  });
});

describe('points of a scorecard', () => {
  const POINTS = LABELS.map((label, row) => 600 + ((row * 13) % 80) - 100 * label);
  const CHANCE = LABELS.map((label, row) => 600 + ((row * 13) % 80) - 5 * label);

  it.each<[string, Columns, string]>([
    ['are of the other label where low ones mean the positive', { credit_score: POINTS }, '0'],
    ['also where none of their names says so, but their range', { risk_score: POINTS }, '0'],
    ['are of the positive label where high ones mean it', { credit_score: POINTS.map((points) => 1200 - points) }, '1'],
    ['are of the positive label where chance alone could have turned them', { credit_score: CHANCE }, '1'],
    ['are not what other scores are taken for', { y_prob: POINTS.map((points) => points / 1000) }, '1'],
  ])('%s', (_, score, scoredLabel) => {
    const [name] = Object.keys(score);
    expect(rolesOf({ defaulted: LABELS, ...score })).toMatchObject({ score: name, positiveLabel: '1', scoredLabel });
  });

  it('stay as they are where one label stands against several', () => {
    const labels = as(inTurn([0, 1, 2], ROWS), ['a', 'b']).map((label) => label ?? 'c');
    const points = labels.map((label, row) => (label === 'c' ? 400 : 600) + row);
    expect(rolesOf({ outcome: labels, credit_score: points })).toMatchObject({
      positiveLabel: 'c',
      negativeLabel: null,
      scoredLabel: 'c',
    });
  });
});

describe('a label that only the score columns tell of', () => {
  const ANIMALS = inTurn(['cat', 'dog', 'owl'], ROWS);
  const families = { p_cat: SCORES, p_dog: NOISE, p_owl: NOISE };
  const questionOf = (columns: Columns) => {
    const dataset = tableOf(columns);
    const result = inferInterpretation(dataset, profileColumns(dataset));
    return 'question' in result ? result.question : null;
  };

  it('is the one of whose values they are named', () => {
    const columns = { color: inTurn(['red', 'green', 'blue', 'white'], ROWS), animal: ANIMALS, ...families };
    expect(rolesOf(columns)).toMatchObject({ label: 'animal', positiveLabel: 'owl', score: 'p_owl' });
  });

  it('is none by place, or of numbers', () => {
    expect(questionOf({ animal: ANIMALS, 'p[0]': SCORES, 'p[1]': NOISE, 'p[2]': NOISE })?.label).toBeNull();
    expect(questionOf({ animal: ANIMALS, p_fox: SCORES, p_bee: NOISE })?.label).toBeNull();
  });
});

describe('columns of dates', () => {
  const DATES = as(LABELS, ['2024-01-05', '2024-01-06']);

  it('are no label, whatever their name', () => {
    expect(rolesOf({ outcome: DATES, is_late: LABELS, y_prob: SCORES }).label).toBe('is_late');
    const only = tableOf({ y_true: DATES, y_prob: SCORES });
    const result = inferInterpretation(only, profileColumns(only));
    expect('question' in result && result.question).toEqual({ label: null, score: 'y_prob' });
  });
});

describe('split, weight and id', () => {
  it.each<[string, Columns, Partial<Interpretation>]>([
    ['a column named split', { split: inTurn(['a', 'b'], ROWS) }, { split: 'split' }],
    ['values that name parts', { part: inTurn(['Train', 'Test', 'valid'], ROWS) }, { split: 'part' }],
    ['folds', { fold: inTurn([1, 2, 3, 4, 5], ROWS) }, { split: 'fold' }],
    ['words that name no parts', { region: inTurn(['north', 'south'], ROWS) }, { split: null }],
    ['a name alone', { set: inTurn(['x', 'y', 'z'], ROWS) }, { split: 'set' }],
    ['a weight', { sample_weight: inTurn([1, 0.5], ROWS) }, { weight: 'sample_weight' }],
    ['a count in a narrow table', { count: inTurn([3, 1], ROWS) }, { weight: 'count' }],
    ['an id', { customer_id: NUMBERS.map((row) => row * 3 + 5) }, { id: 'customer_id' }],
    ['an id in camel case', { PassengerId: NUMBERS.map((row) => `x${row}`) }, { id: 'PassengerId' }],
    ['an id of few values, which is none', { store_id: inTurn([1, 2], ROWS) }, { id: null }],
    ['words that end like id', { paid: NUMBERS }, { id: null }],
  ])('%s', (_, extra, expected) => {
    expect(rolesOf({ y_true: LABELS, y_prob: SCORES, ...extra })).toMatchObject(expected);
  });

  it('takes a count for a feature in a wide table', () => {
    const features = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, WHOLE]));
    expect(rolesOf({ ...features, y_true: LABELS, y_prob: SCORES, count: WHOLE }).weight).toBeNull();
  });

  it.each<[string, Columns, boolean]>([
    ['a count of whole numbers', { n: inTurn([3, 1], ROWS) }, true],
    ['a count of parts', { n: inTurn([3, 1.5], ROWS) }, false],
    ['a weight of whole numbers', { sample_weight: inTurn([3, 1], ROWS) }, false],
    ['no weight', {}, false],
  ])('knows whether weights count rows: %s', (_, extra, areWeightsCounts) => {
    expect(rolesOf({ y_true: LABELS, y_prob: SCORES, ...extra })).toMatchObject({ areWeightsCounts });
  });

  it('gives no column two roles', () => {
    const split = inTurn(['train', 'test'], ROWS);
    expect(rolesOf({ y_true: LABELS, y_prob: SCORES, model: split })).toMatchObject({
      split: 'model',
      modelColumn: null,
    });
    // The file column's name is also one of ids; the reader puts it last.
    const files = { 'a.csv': ROWS / 2, 'b.csv': ROWS / 2 };
    const key = NUMBERS.map((row) => `k${row}`);
    expect(inferred(tableOf({ y_true: LABELS, y_prob: SCORES, key }, files))).toMatchObject({ split: 'key', id: null });
    expect(inferred(tableOf({ y_true: LABELS, y_prob: SCORES }, files)).split).toBeNull();
  });

  it('splits several files by file, unless a column does', () => {
    const columns = { y_true: LABELS, y_prob: SCORES, file: inTurn(['a', 'b'], ROWS) };
    const files = { 'a.csv': ROWS / 2, 'b.csv': ROWS / 2 };
    expect(inferred(tableOf(columns, files)).split).toBe('file');
    expect(inferred(tableOf(columns)).split).toBeNull();
    const { y_true, y_prob, file } = columns;
    expect(inferred(tableOf({ y_true, y_prob, split: file, file }, files)).split).toBe('split');
  });
});

describe('files without predictions', () => {
  it.each<[string, Columns, string]>([
    ['one column', { p: SCORES }, 'oneColumn'],
    ['a training history', { epoch: NUMBERS, accuracy: NOISE, loss: SCORES, val_loss: NOISE }, 'trainingHistory'],
    ['loss alone beside the epochs', { epoch: NUMBERS, loss: SCORES }, 'trainingHistory'],
    ['accuracy on rows held out', { epoch: NUMBERS, val_acc: SCORES }, 'trainingHistory'],
    [
      'no number and no label',
      { name: NUMBERS.map((row) => `n${row}`), city: NUMBERS.map((row) => `c${row}`) },
      'noScoreColumn',
    ],
    ['no number at all', { y_true: as(LABELS, ['no', 'yes']), name: NUMBERS.map((row) => `n${row}`) }, 'noScoreColumn'],
  ])('%s', (_, columns, problem) => {
    expect(problemOf(columns)).toBe(problem);
  });
});

it('labels and scores may stand beside the steps of a training', () => {
  const columns = { epoch: inTurn([1, 2, 3], ROWS), loss: NOISE, y_true: LABELS, y_prob: SCORES };
  expect(rolesOf(columns)).toMatchObject({ label: 'y_true', score: 'y_prob' });
});

it.each<[string, Parameters<typeof tableOf>[0]]>([
  ['text', { y_true: LABELS, name: NUMBERS.map((row) => `n${row}`) }],
  ['row numbers', { y_true: LABELS, 'column 1': NUMBERS }],
])('labels beside nothing but %s leave nothing that could be the score', (_, columns) => {
  const dataset = tableOf(columns);
  expect(inferInterpretation(dataset, profileColumns(dataset))).toEqual({ problem: 'noScoreColumn' });
});

describe('files whose columns do not tell everything', () => {
  it.each<[string, Columns, RoleQuestion]>([
    ['scores only', { id: NUMBERS, y_prob: SCORES }, { label: null, score: 'y_prob' }],
    ['counts by bin', { y_prob: SCORES, n: WHOLE, n_positive: WHOLE }, { label: null, score: 'y_prob' }],
    ['epochs without a loss', { epoch: NUMBERS, p: SCORES }, { label: null, score: 'p' }],
    ['a loss without epochs', { id: NUMBERS, loss: SCORES, p: NOISE }, { label: null, score: 'p' }],
    ['a loss that goes on in its name', { epoch: NUMBERS, loss_ratio: WHOLE, p: NOISE }, { label: null, score: 'p' }],
    ['a loss within another word', { epoch: NUMBERS, gloss: WHOLE, p: NOISE }, { label: null, score: 'p' }],
    ['names and scores', { name: NUMBERS.map((row) => `n${row}`), p: SCORES }, { label: null, score: 'p' }],
    [
      'labels, one feature of few values and one of many',
      { age: WHOLE, income: NUMBERS.map((row) => 1000 + row * 13), y_true: LABELS },
      { label: 'y_true', score: null },
    ],
    [
      'labels, one feature and a mark of two values',
      { age: WHOLE, smoker: inTurn([0, 1, 1], ROWS), y_true: LABELS },
      { label: 'y_true', score: null },
    ],
    ['labels and features', { age: WHOLE, income: WHOLE, y_true: LABELS }, { label: 'y_true', score: null }],
  ])('%s', (_, columns, question) => {
    const dataset = tableOf(columns);
    const result = inferInterpretation(dataset, profileColumns(dataset));
    if (!('question' in result)) throw new Error('Nothing was asked.');
    expect(result.question).toEqual(question);
    expect(result.guess).toMatchObject(
      Object.fromEntries(Object.entries(question).filter(([, name]) => name !== null)),
    );
    expect(Object.keys(columns)).toEqual(expect.arrayContaining([result.guess.label, result.guess.score]));
    expect(result.guess.label).not.toBe(result.guess.score);
  });
});

describe('the positive class', () => {
  it('is the one the score speaks of, where the labels do not say', () => {
    const labels = as(LABELS, ['cat', 'dog']);
    expect(rolesOf({ label: labels, p_cat: SCORES })).toMatchObject({
      positiveLabel: 'cat',
      negativeLabel: 'dog',
      scoredLabel: 'cat',
    });
    expect(rolesOf({ label: labels, score: SCORES })).toMatchObject({ positiveLabel: 'dog', scoredLabel: 'dog' });
    expect(rolesOf({ label: labels, p_cat: SCORES, p_dog: NOISE })).toMatchObject({
      positiveLabel: 'dog',
      score: 'p_dog',
    });
  });

  it('stays what the labels say, when the score speaks of the other', () => {
    const labels = as(LABELS, ['benign', 'malignant']);
    expect(rolesOf({ diagnosis: labels, p_benign: SCORES })).toMatchObject({
      positiveLabel: 'malignant',
      scoredLabel: 'benign',
    });
  });

  it('of many is one against the rest', () => {
    const labels = inTurn(['class_0', 'class_1', 'class_2'], ROWS);
    const columns = { label: labels, class_0: NOISE, class_1: SCORES, class_2: NOISE };
    expect(rolesOf(columns)).toMatchObject({
      label: 'label',
      score: 'class_2',
      positiveLabel: 'class_2',
      negativeLabel: null,
    });
  });
});

describe('reinterpret', () => {
  const dataset = tableOf({
    y_true: LABELS,
    kind: inTurn(['a', 'b', 'c'], ROWS),
    answer: inTurn(['no', 'yes'], ROWS),
    y_prob: SCORES,
    p_a: NOISE,
    p_b: NOISE,
    p_no: NOISE,
    fold: inTurn(['train', 'test'], ROWS),
    weight: inTurn([1, 2], ROWS),
  });
  const profiles = profileColumns(dataset);
  const start = inferred(dataset);
  const change = (part: Partial<Interpretation>) => reinterpret(profiles, start, part);

  it('starts from what is inferred', () => {
    expect(start).toEqual({
      label: 'y_true',
      score: 'y_prob',
      split: 'fold',
      weight: 'weight',
      id: null,
      modelColumn: null,
      modelName: null,
      positiveLabel: '1',
      negativeLabel: '0',
      scoredLabel: '1',
      scoreReading: { kind: 'asIs' },
      recalibratedOn: null,
      areWeightsCounts: false,
      repairs: [],
    });
  });

  it('finds the meaning of another label', () => {
    expect(change({ label: 'answer' })).toEqual({
      ...start,
      label: 'answer',
      positiveLabel: 'yes',
      negativeLabel: 'no',
      scoredLabel: 'yes',
    });
    expect(change({ label: 'kind' })).toMatchObject({ label: 'kind', positiveLabel: 'c', negativeLabel: null });
  });

  it('finds what another score speaks of', () => {
    expect(change({ label: 'answer', score: 'p_no' })).toMatchObject({ positiveLabel: 'yes', scoredLabel: 'no' });
    expect(reinterpret(profiles, change({ label: 'kind' }), { score: 'p_a' })).toMatchObject({
      positiveLabel: 'a',
      scoredLabel: 'a',
    });
    expect(change({ score: 'p_a' })).toEqual({ ...start, score: 'p_a' });
  });

  it('leaves the score with its value when the other of two becomes positive', () => {
    expect(change({ positiveLabel: '0' })).toEqual({
      ...start,
      positiveLabel: '0',
      negativeLabel: '1',
      scoredLabel: '1',
    });
  });

  it('goes to the score named after the new positive value of many', () => {
    const many = change({ label: 'kind', score: 'p_b' });
    expect(many).toMatchObject({ positiveLabel: 'b', score: 'p_b', scoredLabel: 'b' });
    expect(reinterpret(profiles, many, { positiveLabel: 'a' })).toMatchObject({
      positiveLabel: 'a',
      score: 'p_a',
      scoredLabel: 'a',
    });
    // No column is named after c.
    expect(reinterpret(profiles, many, { positiveLabel: 'c' })).toMatchObject({
      positiveLabel: 'c',
      score: 'p_b',
      scoredLabel: 'c',
    });
  });

  it('frees a column of its old role', () => {
    expect(change({ label: 'y_prob' })).toMatchObject({ label: 'y_prob', score: 'p_a' });
    expect(change({ score: 'y_true' })).toMatchObject({ score: 'y_true' });
    expect(change({ score: 'y_true' }).label).not.toBe('y_true');
    expect(change({ label: 'fold' })).toMatchObject({ label: 'fold', split: null });
    expect(change({ split: 'weight' })).toMatchObject({ split: 'weight', weight: null });
    expect(change({ split: null })).toEqual({ ...start, split: null });
  });

  it('takes the likeliest label left when the label becomes the score', () => {
    expect(change({ score: 'y_true' })).toMatchObject({ score: 'y_true', label: 'answer' });
    const two = tableOf({ y_true: LABELS, y_prob: SCORES });
    const swapped = reinterpret(profileColumns(two), inferred(two), { score: 'y_true' });
    expect(swapped).toMatchObject({ score: 'y_true', label: 'y_prob' });
    expect(reinterpret(profileColumns(two), inferred(two), { label: 'y_prob' })).toMatchObject({
      score: 'y_true',
      label: 'y_prob',
    });
  });

  it('takes another label and another score together', () => {
    expect(change({ label: 'kind', score: 'p_a' })).toMatchObject({
      label: 'kind',
      score: 'p_a',
      positiveLabel: 'a',
      scoredLabel: 'a',
    });
    expect(change({ label: 'kind', positiveLabel: 'b' })).toMatchObject({ positiveLabel: 'b', score: 'p_b' });
  });

  it('keeps the positive one of two labels when a score speaks of the other', () => {
    const answer = change({ label: 'answer' });
    expect(reinterpret(profiles, answer, { score: 'p_no' })).toMatchObject({
      positiveLabel: 'yes',
      negativeLabel: 'no',
      scoredLabel: 'no',
    });
  });

  it('keeps the positive one of many labels when a score speaks of none', () => {
    const many = change({ label: 'kind', score: 'p_b' });
    const unnamed = reinterpret(profiles, many, { score: 'y_prob' });
    expect(unnamed).toMatchObject({ positiveLabel: 'b', scoredLabel: 'b' });
    expect(reinterpret(profiles, unnamed, { weight: null })).toEqual({ ...unnamed, weight: null });
  });

  it('reads a weight as a count where its name and numbers say so', () => {
    const counted = tableOf({
      y_true: LABELS,
      y_prob: SCORES,
      sample_weight: inTurn([1, 0.5], ROWS),
      freq: inTurn([1, 2], ROWS),
      name: inTurn(['train', 'test'], ROWS),
    });
    const reading = inferred(counted);
    const changed = (part: Partial<Interpretation>, from = reading) =>
      reinterpret(profileColumns(counted), from, part).areWeightsCounts;
    expect(reading).toMatchObject({ weight: 'sample_weight', areWeightsCounts: false });
    expect(changed({ weight: 'freq' })).toBe(true);
    expect(changed({ weight: null })).toBe(false);
    const byCount = reinterpret(profileColumns(counted), reading, { weight: 'freq' });
    expect(changed({ weight: 'sample_weight' }, byCount)).toBe(false);
    expect(changed({ id: 'name' }, byCount)).toBe(true);
    expect(changed({ id: 'name' }, { ...byCount, areWeightsCounts: false })).toBe(false);
  });

  it('keeps what a regression was fitted on until split or score change', () => {
    const fitted: Interpretation = { ...start, recalibratedOn: 'train' };
    const later = (part: Partial<Interpretation>) => reinterpret(profiles, fitted, part).recalibratedOn;
    expect(later({ positiveLabel: '0' })).toBe('train');
    expect(later({ weight: null })).toBe('train');
    expect(later({ split: null })).toBeNull();
    expect(later({ split: 'kind' })).toBeNull();
    expect(later({ score: 'p_a' })).toBeNull();
  });

  it('reads scores as they are once the column of their reading becomes label or score', () => {
    const { label, ...reading } = start;
    const beside: Interpretation = { ...reading, label, scoreReading: { kind: 'softmax', column: 'p_a' } };
    const later = (part: Partial<Interpretation>) => reinterpret(profiles, beside, part).scoreReading;
    expect(later({ weight: null })).toEqual({ kind: 'softmax', column: 'p_a' });
    expect(later({ score: 'p_a' })).toEqual({ kind: 'asIs' });
    const own: Interpretation = { ...reading, label, scoreReading: { kind: 'softmax', column: 'y_prob' } };
    expect(reinterpret(profiles, own, { weight: null }).scoreReading).toEqual({ kind: 'asIs' });
    const truth: Interpretation = { ...reading, label, scoreReading: { kind: 'predictedLabel', column: 'y_true' } };
    expect(reinterpret(profiles, truth, { weight: null }).scoreReading).toEqual({ kind: 'asIs' });
  });

  it('goes to the first model of another column of models, and keeps the chosen one of the same', () => {
    const stacked = tableOf({
      y_true: LABELS,
      y_prob: SCORES,
      model: inTurn(['m1', 'm1', 'm2'], ROWS),
      learner: inTurn(['x', 'z', 'z'], ROWS),
    });
    const reading = inferred(stacked);
    const to = (part: Partial<Interpretation>, from = reading) => reinterpret(profileColumns(stacked), from, part);
    expect(reading).toMatchObject({ modelColumn: 'model', modelName: 'm1' });
    const second = to({ modelName: 'm2' });
    expect(to({ positiveLabel: '0' }, second)).toMatchObject({ modelColumn: 'model', modelName: 'm2' });
    expect(to({ modelColumn: 'learner' }, second)).toMatchObject({ modelColumn: 'learner', modelName: 'z' });
  });

  it('does what it is told, whatever is asked', () => {
    const names = dataset.columns.map(({ name }) => name);
    const role = fc.constantFrom(...names);
    const any = fc.record(
      { label: role, score: role, split: role, weight: role, positiveLabel: fc.constantFrom('0', '1', 'a', 'yes') },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), any, (before, last) => {
        fc.pre(last.label === undefined || last.label !== last.score);
        const from = before.reduce((current, part) => reinterpret(profiles, current, part), start);
        const result = reinterpret(profiles, from, last);
        expect(result).toMatchObject(last);
        expect(result.label).not.toBe(result.score);
      }),
      { numRuns: 500 },
    );
  });
});
