import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/core/dataset/dataset.ts';
import { profileColumns } from '../../../src/core/dataset/profile.ts';
import { textPiece } from '../../../src/core/dataset/textPieces.ts';
import {
  BINARY,
  CLASS_LIMIT,
  classOfColumn,
  classPlaces,
  inferTask,
  isClassName,
  type MulticlassTask,
  oneVersusRest,
  taskClass,
} from '../../../src/core/roles/task.ts';
import { openWhole } from '../../io/read/reading.ts';
import { inferred, inTurn, tableOf } from '../dataset/tables.ts';

/** Rows of three classes whose scores add up to 1; `names` are the label values, `head` the names of their columns. */
function table(names: readonly string[], head: readonly string[], columns = names.length): string {
  const lines = Array.from({ length: 30 }, (_, row) => {
    const truth = row % names.length;
    const scores = Array.from({ length: columns }, (__, place) => (place === truth ? 1 - (columns - 1) / 8 : 1 / 8));
    return [names[truth], ...scores].join();
  });
  return `${['truth', ...head].join()}\n${lines.join('\n')}\n`;
}

const taskOf = async (text: string) => {
  const { prepared } = await openWhole(text);
  const { task, interpretation } = prepared;
  const classes = task.kind === 'multiclass' ? task.classes.map(({ label, column }) => [label, column]) : null;
  return { classes, task, interpretation, codes: prepared.findings.map(({ code }) => code), prepared };
};

const ANIMALS = ['cat', 'dog', 'owl'];

describe('a score column for each class', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['the value itself', ANIMALS, ANIMALS],
    ['tidymodels', ANIMALS, ['.pred_cat', '.pred_dog', '.pred_owl']],
    ['SAS', ANIMALS, ['P_truthcat', 'P_truthdog', 'P_truthowl']],
    ['RapidMiner', ANIMALS, ['confidence(cat)', 'confidence(dog)', 'confidence(owl)']],
    ['Azure', ANIMALS, ANIMALS.map((name) => `Scored Probabilities for Class "${name}"`.replaceAll('"', ''))],
    ['behind the value', ANIMALS, ['cat_probability', 'dog_probability', 'owl_probability']],
    ['a key of a cell', ANIMALS, ['scores.cat', 'scores.dog', 'scores.owl']],
    ['numbers', ['0', '1', '2'], ['prob_0', 'prob_1', 'prob_2']],
    ['bare numbers', ['0', '1', '2'], ['0', '1', '2']],
    [
      'names of objects’ own properties',
      ['__proto__', 'constructor', 'toString'],
      ['__proto__', 'constructor', 'toString'],
    ],
    ['capitals only', ['a', 'A', 'b'], ['p_a', 'p_A', 'p_b']],
  ])('is found: %s', async (_, names, head) => {
    const { classes, interpretation, prepared } = await taskOf(table(names, head));
    expect(classes).toEqual(names.map((name, at) => [name, head[at]]));
    const shown = head.indexOf(interpretation.score);
    expect(interpretation).toMatchObject({
      positiveLabel: names[shown],
      scoredLabel: names[shown],
      negativeLabel: null,
    });
    expect(prepared.accounting).toMatchObject({ read: 30, kept: 30 });
    expect(prepared.evaluations[0]).toMatchObject({ positives: 10, negatives: 20 });
    expect(prepared.evaluations[0].scoreMetrics.rocAuc).toBe(1);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['a vector', ANIMALS, ['probs[0]', 'probs[1]', 'probs[2]']],
    ['numbered from 0', ANIMALS, ['0', '1', '2']],
    ['numbered from 1', ANIMALS, ['score_1', 'score_2', 'score_3']],
    ['a vector of whole numbers', ['3', '5', '9'], ['probs[0]', 'probs[1]', 'probs[2]']],
  ])('is found by its place: %s', async (_, names, head) => {
    const { classes, codes } = await taskOf(table(names, head));
    expect(classes).toEqual(names.map((name, at) => [name, head[at]]));
    expect(codes).toContain('classesByPlace');
  });

  it('takes labels that are places for the places they name, also where one has no row', async () => {
    const { classes, codes } = await taskOf(table(['0', '1', '3'], ['p[0]', 'p[1]', 'p[3]', 'p[2]'], 4));
    expect(classes).toEqual([0, 1, 3, 2].map((place) => [`${place}`, `p[${place}]`]));
    expect(codes).toContain('classWithoutRows');
  });

  it('knows a class that no row has by the sum of its row', async () => {
    const { classes, codes } = await taskOf(table(ANIMALS, ['p_cat', 'p_dog', 'p_owl', 'p_Pig'], 4));
    expect(classes?.at(-1)).toEqual(['Pig', 'p_Pig']);
    expect(codes).toContain('classWithoutRows');
  });

  it('says which class has no column', async () => {
    const text = `${table(ANIMALS, ['p_cat', 'p_dog', 'p_owl'])}pig,0.2,0.4,0.4\n`;
    const { classes, prepared } = await taskOf(text);
    expect(classes?.at(-1)).toEqual(['pig', null]);
    const finding = prepared.findings.find(({ code }) => code === 'classWithoutColumn');
    expect(finding).toMatchObject({ severity: 'warning', values: { count: 1, classes: ['pig'] } });
  });

  it('says what is missing and what does not add up', async () => {
    const text = `${table(ANIMALS, ANIMALS)}cat,,0.5,0.5\ndog,0.9,0.9,0.9\n,0.2,0.4,0.4\n`;
    const { prepared } = await taskOf(text);
    const values = (code: string) => prepared.findings.find((finding) => finding.code === code)?.values;
    expect(values('classScoresMissing')).toEqual({ count: 1 });
    expect(values('classSums')).toEqual({ count: 1, total: 31 });
  });

  it('keeps classes apart that differ in capitals only', async () => {
    const { codes } = await taskOf(table(['a', 'A', 'b'], ['p_a', 'p_A', 'p_b']));
    expect(codes).toContain('classesAlike');
    expect(codes).not.toContain('labelSpellings');
  });

  it('says that numbers outside 0 to 1 are like logits', async () => {
    const { prepared } = await taskOf('truth,cat,dog,owl\ncat,4,-1.5,0\ndog,-2,3,0\nowl,0,0.5,2\ncat,3,1,1\n');
    expect(prepared.findings.find(({ code }) => code === 'classLogits')?.values).toEqual({ low: -2, high: 4 });
  });
});

it('makes a label of a column that nothing but the names of the scores tells of', async () => {
  const text = table(ANIMALS, ['p_cat', 'p_dog', 'p_owl']).replace('truth', 'animal');
  const { classes, interpretation } = await taskOf(text);
  expect(interpretation.label).toBe('animal');
  expect(classes).toHaveLength(3);
});

describe('what is no score for each class', () => {
  it.each<[string, string]>([
    ['two classes', table(['no', 'yes'], ['p_no', 'p_yes'])],
    ['indicators of the label', 'truth,p,cat,dog,owl\ncat,0.2,1,0,0\ndog,0.4,0,1,0\nowl,0.3,0,0,1\n'],
    ['one score', 'truth,p_cat\ncat,0.2\ndog,0.4\nowl,0.3\n'],
    ['features named alike', 'truth,p,low_age,high_age\ncat,0.2,1.5,2.5\ndog,0.4,2.5,0.5\nowl,0.3,1,2.5\n'],
  ])('%s', async (_, text) => {
    expect((await taskOf(text)).task).toEqual({ kind: 'binary' });
  });

  it('as many columns as classes are asked for, and others said', async () => {
    const { task, codes } = await taskOf(table(ANIMALS, ['p[0]', 'p[1]', 'p[2]', 'p[3]'], 4));
    expect(task).toEqual({ kind: 'binary' });
    expect(codes).toContain('classColumnsDiffer');
  });
});

describe('inferTask', () => {
  type Roles = Parameters<typeof inferTask>[2];
  const ROLES: Roles = { label: 'truth', split: null, weight: null, id: null };
  const classesIn = (dataset: Dataset, roles: Partial<Roles> = {}) => {
    const task = inferTask(dataset, profileColumns(dataset), { ...ROLES, ...roles });
    return task.kind === 'multiclass' ? task.classes.map(({ label, column, count }) => [label, column, count]) : null;
  };
  /** Scores that add up to 1 over all names in every row. */
  const scores = (names: readonly string[], rows: number) =>
    Object.fromEntries(names.map((name) => [name, Float64Array.from({ length: rows }, () => 1 / names.length)]));
  const animals = (truth: readonly string[], names: readonly string[]) =>
    tableOf({ truth, ...scores(names, truth.length) });
  const P_ANIMALS = ['p_cat', 'p_dog', 'p_owl'];

  it('counts the rows of each class, those with a column first', () => {
    const truth = ['pig', 'owl', 'cat', 'cat', 'dog', 'pig', 'pig', ''];
    expect(classesIn(animals(truth, ['p_owl', 'p_cat', 'p_dog']))).toEqual([
      ['owl', 'p_owl', 1],
      ['cat', 'p_cat', 2],
      ['dog', 'p_dog', 1],
      ['pig', null, 3],
    ]);
  });

  it('finds three classes where the labels hold two, but none where they hold one', () => {
    expect(classesIn(animals(inTurn(['cat', 'dog'], 8), P_ANIMALS))).toEqual([
      ['cat', 'p_cat', 4],
      ['dog', 'p_dog', 4],
      ['owl', 'p_owl', 0],
    ]);
    expect(classesIn(animals(inTurn(['0'], 8), ['p[0]', 'p[1]', 'p[2]']))).toBeNull();
  });

  it('asks for columns of half the values', () => {
    const of = (values: readonly string[]) => classesIn(animals(inTurn(values, 20), ['p_cat', 'p_dog']));
    expect(of(['cat', 'dog', 'owl', 'pig'])).toHaveLength(4);
    expect(of(['cat', 'dog', 'owl', 'pig', 'fox'])).toBeNull();
  });

  it.each(['split', 'weight', 'id'] as const)('takes no score from the column of another role: %s', (role) => {
    const dataset = animals(inTurn(ANIMALS, 9), P_ANIMALS);
    expect(classesIn(dataset, { [role]: 'p_owl' })?.at(-1)).toEqual(['owl', null, 3]);
  });

  it('takes no score from a column without a number', () => {
    const truth = inTurn(ANIMALS, 9);
    const dataset = tableOf({ truth, ...scores(['p_cat', 'p_dog'], 9), p_owl: inTurn(['x', 'y'], 9) });
    expect(classesIn(dataset)?.at(-1)).toEqual(['owl', null, 3]);
  });

  it('finds nothing without a label column, or where it is one of measured numbers', () => {
    const dataset = animals(inTurn(ANIMALS, 9), P_ANIMALS);
    expect(classesIn(dataset, { label: 'gone' })).toBeNull();
    const numbers = tableOf({ truth: Float64Array.from(inTurn([0, 1, 2], 9)), ...scores(['p_0', 'p_1', 'p_2'], 9) });
    expect(classesIn(numbers)).toBeNull();
  });

  it(`finds ${CLASS_LIMIT} classes at most`, () => {
    const names = Array.from({ length: CLASS_LIMIT + 1 }, (_, at) => `c${at}x`);
    const of = (count: number) => classesIn(animals(names.slice(0, count), names.slice(0, 120)));
    expect(of(CLASS_LIMIT)).toHaveLength(CLASS_LIMIT);
    expect(of(CLASS_LIMIT + 1)).toBeNull();
  });
});

describe('a class of a task', () => {
  const TASK: MulticlassTask = {
    kind: 'multiclass',
    label: 'truth',
    isByPlace: false,
    classes: [
      { label: '2.0', column: 'p_two', count: 3 },
      { label: '1', column: 'p_one', count: 2 },
      { label: '2', column: null, count: 1 },
      { label: 'a', column: 'p_a', count: 0 },
    ],
  };
  const [first, one, two, a] = TASK.classes;

  it('is meant by its own text before another spelling of its number', () => {
    expect(taskClass(TASK, '2')).toBe(two);
    expect(taskClass(TASK, '1.0')).toBe(one);
    expect(taskClass(TASK, '2.00')).toBe(first);
    expect(taskClass(TASK, 'A')).toBeNull();
    expect(taskClass(BINARY, '1')).toBeNull();
  });

  it('is named by its own text only', () => {
    expect(['1', '1.0', 'a', 'A'].map((label) => isClassName(TASK, label))).toEqual([true, false, true, false]);
    expect(isClassName(BINARY, '1')).toBe(false);
  });

  it('is that of a column', () => {
    expect(classOfColumn(TASK, 'p_a')).toBe(a);
    expect(classOfColumn(TASK, 'p_b')).toBeNull();
    expect(classOfColumn(BINARY, 'p_a')).toBeNull();
  });

  it('is shown against the rest: the one of the score, else the positive one', () => {
    const binary = { ...inferred(tableOf({ y_true: inTurn([0, 1], 8), y_prob: inTurn([0.25, 0.5, 0.75], 8) })) };
    const shown = (score: string, positiveLabel: string) => {
      const before = {
        ...binary,
        score,
        positiveLabel,
        scoreReading: { kind: 'sigmoid' },
        recalibratedOn: 'a',
      } as const;
      const after = oneVersusRest(TASK, before);
      return after === before ? 'as before' : after;
    };
    const speaksOf = (label: string, score: string) => ({
      ...binary,
      score,
      positiveLabel: label,
      negativeLabel: null,
      scoredLabel: label,
      scoreReading: { kind: 'asIs' },
      recalibratedOn: null,
    });
    expect(shown('p_one', '2.0')).toEqual(speaksOf('1', 'p_one'));
    expect(shown('age', '1.0')).toEqual(speaksOf('1', 'p_one'));
    expect(shown('age', '2')).toBe('as before'); // No column.
    expect(shown('p_a', '1')).toBe('as before'); // No row.
    expect(shown('age', 'b')).toBe('as before');
    expect(oneVersusRest(BINARY, binary)).toBe(binary);
  });

  it('is told by its place in every row', () => {
    const cells = ['1', '1.0', '2', '2.0', 'a', 'A', '', '3'];
    const places = [1, 1, 2, 0, 3, 4, 4, 4];
    const placesIn = (dataset: Dataset) => Array.from(classPlaces(dataset, TASK));
    expect(placesIn(tableOf({ truth: cells }))).toEqual(places);
    const column = { kind: 'text', name: 'truth', pieces: [textPiece(cells)] } as const;
    expect(placesIn({ ...tableOf({ truth: cells }), columns: [column] })).toEqual(places);
    expect(placesIn(tableOf({ truth: Float64Array.of(1, 2, 3) }))).toEqual([1, 2, 4]);
    expect(placesIn(tableOf({ other: cells }))).toEqual(cells.map(() => 4));
  });
});
