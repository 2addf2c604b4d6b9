import { describe, expect, it } from 'vitest';
import { profileColumns } from '../../../src/core/dataset/profile.ts';
import {
  addUpToOne,
  classColumnsByName,
  classColumnsByPlace,
  numberedScores,
} from '../../../src/core/roles/classColumns.ts';
import { labelValues } from '../../../src/core/roles/labels.ts';
import { inTurn, tableOf } from '../dataset/tables.ts';

type Columns = Parameters<typeof tableOf>[0];

describe('addUpToOne', () => {
  const adds = (a: readonly (number | string)[], b: readonly (number | string)[]) =>
    addUpToOne(tableOf({ a, b, other: inTurn([5], a.length) }), ['a', 'gone', 'b']);

  it('is so to a thousandth in nine of ten rows with numbers', () => {
    expect(adds([0.25, 0.5], [0.75, 0.5])).toBe(true);
    expect(adds([0.25, 0.5], [0.7505, 0.4995])).toBe(true);
    expect(adds([0.25], [0.752])).toBe(false);
    expect(adds(inTurn([0.5], 10), [...inTurn([0.5], 9), 0.6])).toBe(true);
    expect(adds(inTurn([0.5], 10), [...inTurn([0.5], 8), 0.6, 0.4])).toBe(false);
    expect(adds([0.5, '', 'x'], [0.5, 0.5, 0.5])).toBe(true);
    expect(adds(['', 'x'], [0.5, 0.5])).toBe(false);
  });

  it('is tried on rows of the whole file', () => {
    const rows = 20_000;
    const a = Float64Array.from({ length: rows }, (_, row) => (row < 16_000 ? 0.5 : 0.9));
    const table = tableOf({ a, b: a.map(() => 0.5) });
    expect(addUpToOne(table, ['a', 'b'])).toBe(false);
  });
});

const ROWS = 12;
const LABELS = inTurn(['cat', 'dog', 'owl'], ROWS);
const THIRD = inTurn([0.25, 0.5, 0.25], ROWS);
const HALF = inTurn([0.5, 0.25, 0.25], ROWS);
const REST = inTurn([0.25, 0.25, 0.5], ROWS);

function byName(columns: Columns, labels: readonly string[] = LABELS) {
  const table = tableOf({ truth: labels, ...columns });
  const [label, ...profiles] = profileColumns(table);
  return classColumnsByName(table, profiles, labelValues(label), 'truth').map((each) => [each.label, each.column]);
}

describe('columns named after the classes', () => {
  it('are those of the family that names most of them, in the order of the file', () => {
    const family = { p_dog: HALF, p_cat: THIRD, p_owl: REST };
    const found = [
      ['dog', 'p_dog'],
      ['cat', 'p_cat'],
      ['owl', 'p_owl'],
    ];
    expect(byName(family)).toEqual(found);
    expect(byName({ logit_cat: THIRD, logit_dog: HALF, ...family })).toEqual(found);
    expect(byName({ ...family, logit_cat: THIRD, logit_dog: HALF })).toEqual(found);
  });

  it('are the first family of equal ones', () => {
    const columns = { a_cat: THIRD, a_dog: HALF, a_owl: REST, b_cat: THIRD, b_dog: HALF, b_owl: REST };
    expect(byName(columns).map(([, column]) => column)).toEqual(['a_cat', 'a_dog', 'a_owl']);
  });

  it('are no indicators of zeros and ones', () => {
    const is = (label: string) => LABELS.map((each) => Number(each === label));
    expect(byName({ is_cat: is('cat'), is_dog: is('dog'), is_owl: is('owl') })).toEqual([]);
    expect(byName({ age: THIRD })).toEqual([]);
  });

  it('are told from ones that differ in capitals only', () => {
    const labels = inTurn(['a', 'A', 'b'], ROWS);
    const table = tableOf({ truth: labels, p_A: HALF, p_a: THIRD, p_b: REST });
    const values = ['A', 'a', 'b'].map((text) => ({
      text,
      number: Number.NaN,
      count: 4,
      spellings: [{ text, count: 4 }],
    }));
    const found = classColumnsByName(table, profileColumns(table).slice(1), values, 'truth');
    expect(found.map(({ label, column }) => [label, column])).toEqual([
      ['A', 'p_A'],
      ['a', 'p_a'],
      ['b', 'p_b'],
    ]);
  });

  it('take along a class that no row has, where only with it the rows add up to 1', () => {
    const quarter = inTurn([0.25], ROWS);
    const columns = { p_cat: quarter, p_Pig: quarter, p_dog: quarter, p_owl: quarter };
    expect(byName(columns)).toEqual([
      ['cat', 'p_cat'],
      ['Pig', 'p_Pig'],
      ['dog', 'p_dog'],
      ['owl', 'p_owl'],
    ]);
    const complete = { p_cat: THIRD, p_Pig: quarter, p_dog: HALF, p_owl: REST };
    expect(byName(complete)).toHaveLength(3);
    // Not a column that is named otherwise, is no probability, or does not make the sum right.
    expect(byName({ ...columns, p_Pig: inTurn([0.5], ROWS) })).toHaveLength(3);
    const { p_Pig: _pig, ...without } = columns;
    expect(byName({ ...without, q_Pig: quarter })).toHaveLength(3);
    expect(byName({ ...without, p_: quarter })).toHaveLength(3);
    expect(byName({ ...without, p_Pig: inTurn([1.25, -0.75], ROWS) })).toHaveLength(3);
  });

  it('are told from ones that differ in capitals only, whatever else the names contain', () => {
    const labels = inTurn(['b', 'a', 'A'], ROWS);
    const values = ['b', 'a', 'A'].map((text) => ({
      text,
      number: Number.NaN,
      count: 4,
      spellings: [{ text, count: 4 }],
    }));
    for (const prefix of ['prob_', '']) {
      const names = ['A', 'a', 'b'].map((text) => `${prefix}${text}`);
      const table = tableOf({ truth: labels, [names[0]]: HALF, [names[1]]: THIRD, [names[2]]: REST });
      const found = classColumnsByName(table, profileColumns(table).slice(1), values, 'truth');
      expect(found.map(({ label, column }) => [label, column])).toEqual([
        ['A', names[0]],
        ['a', names[1]],
        ['b', names[2]],
      ]);
    }
  });

  it('may be named in capitals', () => {
    expect(byName({ P_CAT: THIRD, P_DOG: HALF, P_OWL: REST })).toEqual([
      ['cat', 'P_CAT'],
      ['dog', 'P_DOG'],
      ['owl', 'P_OWL'],
    ]);
  });

  it('take along what can be a probability, up to 1, and nothing else that is named alike', () => {
    const rest = (row: number) => (row === 0 ? 1 : 0.25);
    const quarter = Array.from({ length: ROWS }, (_, row) => (row === 0 ? 0 : 0.25));
    const columns = {
      p_cat: quarter,
      p_dog: quarter,
      p_owl: quarter,
      p_Fox: quarter.map((_, row) => rest(row)),
      p_age: inTurn([0, 1], ROWS),
      p_wide: inTurn([0.5, 1.5], ROWS),
      p_low: inTurn([0.5, -0.5], ROWS),
    };
    expect(byName(columns).map(([label]) => label)).toEqual(['cat', 'dog', 'owl', 'Fox']);
  });

  it('leave a class of zeros where the rows add up to 1 without it', () => {
    expect(byName({ p_cat: THIRD, p_dog: HALF, p_owl: REST, p_pig: inTurn([0], ROWS) })).toHaveLength(3);
  });

  it('take along a class that is called by its bare name, as it is spelt', () => {
    const quarter = inTurn([0.25], ROWS);
    expect(byName({ cat: quarter, dog: quarter, owl: quarter, Fox: quarter }).at(-1)).toEqual(['Fox', 'Fox']);
  });

  it('take along a class of zeros', () => {
    const zero = inTurn([0], ROWS);
    const quarter = inTurn([0.25], ROWS);
    const columns = { cat_prob: quarter, dog_prob: quarter, owl_prob: quarter, 'big pig_prob': quarter, ox_prob: zero };
    expect(byName(columns).slice(3)).toEqual([
      ['big_pig', 'big pig_prob'],
      ['ox', 'ox_prob'],
    ]);
  });
});

describe('numbered columns', () => {
  const numbered = (columns: Columns) => {
    const table = tableOf(columns);
    return numberedScores(table, profileColumns(table)).map(({ stem, first, columns: names }) => [
      stem,
      first,
      ...names,
    ]);
  };

  it('are whole families from 0 or 1 on, the longest first', () => {
    expect(numbered({ score_2: HALF, score_1: THIRD, 'probs[0]': HALF, 'probs[1]': THIRD, 'probs[2]': REST })).toEqual([
      ['probs[', 0, 'probs[0]', 'probs[1]', 'probs[2]'],
      ['score_', 1, 'score_1', 'score_2'],
    ]);
    expect(numbered({ score_1: HALF, score_3: THIRD })).toEqual([]);
    expect(numbered({ score_2: HALF, score_3: THIRD })).toEqual([]);
    expect(numbered({ score_1: HALF, score_2: THIRD, score_4: REST })).toEqual([]);
    expect(numbered({ score_1: HALF })).toEqual([]);
  });

  it('are scores by their name, or by adding up to 1', () => {
    expect(numbered({ x1: THIRD, x2: HALF, x3: REST })).toHaveLength(1);
    expect(numbered({ x1: THIRD, x2: HALF })).toEqual([]);
    expect(numbered({ score1: THIRD, score2: HALF })).toHaveLength(1);
  });

  it('are no whole numbers, but for a class that is never probable', () => {
    const counts = inTurn([1, 2, 3], ROWS);
    expect(numbered({ score_0: counts, score_1: counts })).toEqual([]);
    expect(numbered({ score_0: THIRD, score_1: HALF, score_2: inTurn([0], ROWS) })).toHaveLength(1);
    expect(numbered({ score_0: THIRD, score_1: HALF, score_2: counts })).toEqual([['score_', 0, 'score_0', 'score_1']]);
  });
});

describe('columns that number the classes', () => {
  const byPlace = (labels: readonly (string | number)[], columns: Columns) => {
    const table = tableOf({ truth: labels, ...columns });
    const [label, ...profiles] = profileColumns(table);
    return classColumnsByPlace(table, profiles, labelValues(label)).map((each) => [each.label, each.column]);
  };
  const three = { 'p[0]': THIRD, 'p[1]': HALF, 'p[2]': REST };

  it('stand for the values in ascending order', () => {
    expect(byPlace(inTurn(['dog', 'owl', 'cat'], ROWS), three)).toEqual([
      ['cat', 'p[0]'],
      ['dog', 'p[1]'],
      ['owl', 'p[2]'],
    ]);
    expect(byPlace(inTurn(['dog', 'cat'], ROWS), three)).toEqual([]);
  });

  it('stand for the numbers that they bear, where the values are such', () => {
    expect(byPlace(inTurn([2, 0], ROWS), three)).toEqual([
      ['0', 'p[0]'],
      ['1', 'p[1]'],
      ['2', 'p[2]'],
    ]);
    expect(byPlace(inTurn(['1.0', '2.0'], ROWS), three)).toEqual([
      ['0', 'p[0]'],
      ['1.0', 'p[1]'],
      ['2.0', 'p[2]'],
    ]);
    const fromOne = { p_1: THIRD, p_2: HALF, p_3: REST };
    expect(byPlace(inTurn([3, 1], ROWS), fromOne)).toEqual([
      ['1', 'p_1'],
      ['2', 'p_2'],
      ['3', 'p_3'],
    ]);
    // Numbers that are no places stand in their order.
    expect(byPlace(inTurn([3, 0, 1], ROWS), fromOne)[0]).toEqual(['0', 'p_1']);
    expect(byPlace(inTurn([3, 7, 4], ROWS), three)[0]).toEqual(['3', 'p[0]']);
    expect(byPlace(inTurn([0, 0.5, 1], ROWS), three)[1]).toEqual(['0.5', 'p[1]']);
    expect(byPlace(inTurn([0, 5], ROWS), three)).toEqual([]);
    expect(byPlace(inTurn([0, 1, 2, 3], ROWS), three)).toEqual([]);
  });
});
