import { describe, expect, it } from 'vitest';
import { openWhole } from '../../io/read/reading.ts';

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
    expect(finding).toMatchObject({ severity: 'warning', values: { count: 1, classes: 'pig' } });
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
