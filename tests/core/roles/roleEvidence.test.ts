import { describe, expect, it } from 'vitest';
import { profileColumns } from '../../../src/core/dataset/profile.ts';
import {
  AUC_POINTS,
  aucEvidence,
  ID_ENOUGH,
  idEvidence,
  isCountColumn,
  isIdColumn,
  isScoreName,
  LABEL_ENOUGH,
  labelEvidence,
  MODEL_ENOUGH,
  modelEvidence,
  SPLIT_ENOUGH,
  scoreEvidence,
  splitEvidence,
  WEIGHT_ENOUGH,
  weightEvidence,
} from '../../../src/core/roles/roleEvidence.ts';
import { inTurn, tableOf } from '../dataset/tables.ts';

type Cells = Parameters<typeof tableOf>[0][string];

const profileOf = (name: string, cells: Cells) => profileColumns(tableOf({ [name]: cells }))[0];
const countTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
const words = (count: number) => countTo(count).map((at) => `w${at}`);

/** Each number is greater than the one after it. */
const expectDescending = (numbers: readonly number[]) =>
  expect(numbers.every((number, at) => at === 0 || number < numbers[at - 1])).toBe(true);

const NEVER = Number.NEGATIVE_INFINITY;

describe('what speaks for a label', () => {
  const label = (name: string, cells: Cells) => labelEvidence(profileOf(name, cells));
  const AB = ['a', 'b', 'b'];

  it('is nothing in very many values, or none', () => {
    expect(label('y_true', Float64Array.of(0, 1))).toBe(NEVER);
    expect(label('y_true', ['', 'NA'])).toBe(NEVER);
    expect(label('y_true', words(101))).toBe(NEVER);
    expect(label('y_true', words(100))).toBeGreaterThan(NEVER);
  });

  it('is a name, the better the more it says', () => {
    expectDescending([label('y_true', AB), label('outcome_30d', AB), label('is_late', AB), label('late', AB)]);
    for (const name of ['is_late', 'has_late', 'was_late', 'y_late', 'will_late']) {
      expect(label(name, AB)).toBe(label('is_late', AB));
    }
    expect(label('basis_late', AB)).toBe(label('late', AB));
  });

  it.each(['predicted_label', 'y_pred', 'fold', 'sample_weight', 'customer_id', 'epoch', 'step'])(
    'is little for what is named %j, even where it holds 0 and 1',
    (name) => {
      expect(label(name, [0, 1, 1])).toBeLessThan(LABEL_ENOUGH);
    },
  );

  it('is less in groups of people', () => {
    expect(label('sex', AB)).toBeLessThan(label('x', AB));
  });

  it('is two values rather than one, more, or very many', () => {
    expectDescending([label('x', AB), label('x', ['a', 'a']), label('x', words(3)), label('x', words(21))]);
    expect(label('x', words(20))).toBe(label('x', words(3)));
  });

  it('is a pair that means a decision', () => {
    expect(label('x', ['no', 'yes'])).toBeGreaterThan(label('x', ['a', 'b']));
  });

  it('is no fraction', () => {
    expect(label('x', [0.5, 1.5])).toBeLessThan(label('x', [2, 3]));
    // One number among words is no column of numbers.
    expect(label('x', ['0.5', 'a'])).toBe(label('x', ['b', 'a']));
  });

  it('is no counting of the rows, which two rows cannot tell', () => {
    expect(label('x', [1, 2, 3])).toBeLessThan(label('x', [3, 2, 1]));
    expect(label('x', [0, 1])).toBe(label('x', [1, 0]));
  });

  it('is no part of a data set', () => {
    expect(label('class', ['train', 'test', 'train'])).toBeLessThan(LABEL_ENOUGH);
    expect(label('x', ['train', 'a'])).toBe(label('x', ['b', 'a']));
  });

  it('is no date', () => {
    expect(label('x', ['2024-01-05', '2024-01-06'])).toBeLessThan(LABEL_ENOUGH);
    expect(label('x', ['2024-01-05', 'a'])).toBe(label('x', ['b', 'a']));
  });
});

describe('what speaks for a score', () => {
  const score = (name: string, cells: Cells) => scoreEvidence(profileOf(name, cells));
  const SHARES = [0.25, 0.5, 0.75];

  it('is nothing in a column of words', () => {
    expect(score('score', ['0.5', 'a', 'b'])).toBe(NEVER);
    expect(score('score', ['0.5', 'a'])).toBeGreaterThan(NEVER);
    expect(score('score', ['', 'NA'])).toBe(NEVER);
  });

  it('is a name, the better the more it says', () => {
    const [exact, word, start, weak, none] = ['y_prob', 'risk_of_x', 'p_churn', 'predict_x', 'amount'];
    expectDescending([exact, word, start, weak, none].map((name) => score(name, SHARES)));
    const same = (names: readonly string[], name: string) => {
      for (const other of names) expect([other, score(other, SHARES)]).toEqual([other, score(name, SHARES)]);
    };
    same(['pred_yes', 'churn_yes_prediction'], start);
    same(['pred_class', 'pred_label', 'prediction_of_x'], weak);
    same(['map_x', 'spread_x', 'xpred_yes', 'p'.repeat(3)], none);
  });

  it('is fractions between 0 and 1, then other fractions, then whole numbers', () => {
    expectDescending([score('x', SHARES), score('x', [-0.25, 0.5, 0.75]), score('x', [1, 3, 2])]);
    expect(score('x', [0.25, 0.5, 1.5])).toBe(score('x', [-0.25, 0.5, 0.75]));
    expect(score('x', [0, 0.5, 1])).toBe(score('x', SHARES));
    expect(score('x', [0, 1, 1, 0])).toBeLessThan(score('x', [1, 3, 2]));
  });

  it('is more than two values', () => {
    expect(score('x', [0.25, 0.75, 0.75])).toBeLessThan(score('x', SHARES));
  });

  it('is little for what plays another role', () => {
    for (const name of ['fold', 'weight', 'customer_id', 'epoch', 'step']) {
      expect(score(name, SHARES)).toBeLessThan(score('x', SHARES));
    }
    expect(score('x', ['train', '1', '2', '3'])).toBe(score('x', ['a', '1', '2', '3']));
  });

  it('is little for a counting of the rows, unless its name says that it is one', () => {
    const lost = (name: string) => score(name, [2, 1, 3]) - score(name, [1, 2, 3]);
    expect(lost('x')).toBeGreaterThan(lost('score'));
    expect(lost('score')).toBeGreaterThan(0);
    expect(lost('p_x')).toBe(lost('score'));
    expect(score('x', [0, 1])).toBe(score('x', [1, 0]));
  });

  it('is less for whole numbers that are all different, as numbers of cases are', () => {
    const turned = (count: number) => countTo(count).reverse();
    expect(score('x', turned(21))).toBeLessThan(score('x', turned(20)));
    expect(score('x', Float64Array.of(5, 9, 7))).toBe(score('x', turned(21)));
    expect(score('x', [...turned(21), 21])).toBe(score('x', turned(20)));
    const halves = (count: number) => turned(count).map((value) => value / 2);
    expect(score('x', halves(21))).toBe(score('x', halves(20)));
  });

  it('is how well it ranks the labels, in either direction', () => {
    expect([aucEvidence(Number.NaN), aucEvidence(0.5)]).toEqual([0, 0]);
    expectDescending([0.7, 0.6, 0.5].map(aucEvidence));
    expect(aucEvidence(0.25)).toBe(aucEvidence(0.75));
    expect([aucEvidence(1), aucEvidence(0)]).toEqual([AUC_POINTS, AUC_POINTS]);
  });
});

describe('isScoreName', () => {
  it.each(['score', 'y_prob', 'p_default', 'Predicted Probability', 'pred_yes', 'logits'])('%j is one', (name) => {
    expect(isScoreName(name)).toBe(true);
  });

  it.each(['amount', 'outcome', 'prediction', 'pred_class', 'score_date', 'scored at'])('%j is none', (name) => {
    expect(isScoreName(name)).toBe(false);
  });
});

describe('what speaks for a split', () => {
  const split = (name: string, cells: Cells) => splitEvidence(profileOf(name, cells));

  it('is a name, or values that name parts of a data set, or better both', () => {
    expect(split('fold', [1, 2, 3])).toBeGreaterThanOrEqual(SPLIT_ENOUGH);
    expect(split('x', ['train', 'test'])).toBeGreaterThanOrEqual(SPLIT_ENOUGH);
    expect(split('split', ['train', 'test'])).toBeGreaterThan(split('x', ['train', 'test']));
    expect(split('x', ['a', 'b'])).toBeLessThan(SPLIT_ENOUGH);
  });

  it('is values of which more than nine in ten name parts', () => {
    const cells = [...inTurn(['train', 'test'], 9), 'x'];
    expect(split('x', cells)).toBeLessThan(SPLIT_ENOUGH);
    expect(split('x', ['train', ...cells])).toBeGreaterThanOrEqual(SPLIT_ENOUGH);
  });

  it('is nothing in very many values, or none', () => {
    expect(split('split', Float64Array.of(1, 2))).toBe(NEVER);
    expect(split('split', ['', ''])).toBe(NEVER);
    expect(split('split', words(51))).toBe(NEVER);
    expect(split('split', words(50))).toBeGreaterThanOrEqual(SPLIT_ENOUGH);
  });
});

describe('what speaks for a weight', () => {
  const weight = (name: string, columns: number, cells: Cells = [1, 2]) =>
    weightEvidence(profileOf(name, cells), columns);

  it('is a name that says so', () => {
    expect(weight('sample_weight', 50)).toBeGreaterThanOrEqual(WEIGHT_ENOUGH);
    expect(weight('x', 3)).toBeLessThan(WEIGHT_ENOUGH);
  });

  it('is a name of counts where there are few columns', () => {
    expect(weight('count', 5)).toBeGreaterThanOrEqual(WEIGHT_ENOUGH);
    expect(weight('count', 6)).toBeLessThan(WEIGHT_ENOUGH);
  });

  it('is nothing where not nearly all are numbers', () => {
    expect(weight('weight', 3, [...countTo(9), 'x'])).toBe(NEVER);
    expect(weight('weight', 3, [...countTo(10), 'x'])).toBeGreaterThanOrEqual(WEIGHT_ENOUGH);
  });
});

describe('what speaks for an id', () => {
  const isId = (name: string, cells: Cells) => idEvidence(profileOf(name, cells), cells.length) >= ID_ENOUGH;

  it('is a name that ends so, with values that are mostly different', () => {
    expect(isId('customer_id', ['a', 'b', 'c'])).toBe(true);
    expect(isId('customer_id', ['a', 'b', 'a', 'b'])).toBe(true);
    expect(isId('customer_id', ['a', 'b', 'a', 'b', 'a'])).toBe(false);
    expect(isId('customer_id', Float64Array.of(1, 1, 1, 1))).toBe(true);
  });

  it('is no name that only contains it, nor a label', () => {
    for (const name of ['idle', 'id_checked', 'label_id', 'customer']) expect(isId(name, ['a', 'b'])).toBe(false);
  });
});

describe('what speaks for a model', () => {
  const model = (name: string, cells: Cells) => modelEvidence(profileOf(name, cells));

  it('is a name that says so, with some values but not many', () => {
    expect(model('model', words(2))).toBeGreaterThanOrEqual(MODEL_ENOUGH);
    expect(model('model', words(12))).toBeGreaterThanOrEqual(MODEL_ENOUGH);
    expect(model('colour', words(2))).toBeLessThan(MODEL_ENOUGH);
    for (const cells of [words(1), words(13), ['a', 'b', ''], Float64Array.of(1, 2)]) {
      expect(model('model', cells)).toBe(NEVER);
    }
  });
});

describe('isCountColumn', () => {
  it.each([
    ['n', [3, 0, 5], true],
    ['count', [1, 2], true],
    ['n', [3, -1], false],
    ['n', ['0.5', '2'], false],
    ['n', ['a', 'b'], false],
    ['amount', [3, 5], false],
    ['n_days', [3, 5], false],
  ])('of %j with %j is %j', (name, cells, expected) => {
    expect(isCountColumn(profileOf(name, cells))).toBe(expected);
  });
});

describe('isIdColumn', () => {
  it.each([
    ['id', true],
    ['customer_id', true],
    ['idea', false],
    ['id_of_day', false],
  ])('of %j is %j', (name, expected) => expect(isIdColumn({ name })).toBe(expected));
});
