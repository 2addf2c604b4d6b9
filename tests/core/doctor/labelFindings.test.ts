import { describe, expect, it } from 'vitest';
import { found, inTurn } from '../dataset/tables.ts';

const ROWS = 400;
const scores = (count: number) => Array.from({ length: count }, (_, row) => (((row * 7) % 401) / 401).toFixed(4));
const valuesOf = (findings: ReturnType<typeof found>) => findings.map(({ values }) => values);

describe('one class only', () => {
  it('names the class that is there', () => {
    const columns = { split: ['a', 'a', 'b', 'b', 'c', 'c'], y: inTurn([0, 1, 1, 1, 0, 0], 6), p: scores(6) };
    expect(valuesOf(found('oneClass', columns))).toEqual([
      { split: 'b', label: '1' },
      { split: 'c', label: '0' },
    ]);
  });

  it('names the rest where every other value is the negative class', () => {
    const columns = { split: inTurn(['train', 'test'], 60), y: inTurn(['a', 'a', 'b', 'c'], 60), p: scores(60) };
    const change = { positiveLabel: 'c', negativeLabel: null, scoredLabel: 'c' };
    expect(valuesOf(found('oneClass', columns, change))).toEqual([{ split: 'train', label: '≠ c' }]);
  });
});

describe('few of a class', () => {
  it('is fewer than a hundred, of either class, in each split', () => {
    const split = inTurn(['train', 'test'], ROWS);
    const y = Array.from({ length: ROWS }, (_, row) => (row < 199 ? 1 : 0));
    expect(valuesOf(found('fewOfAClass', { split, y, p: scores(ROWS) }))).toEqual([
      { split: 'test', label: '1', count: 99 },
    ]);
    const few = { y: inTurn([1, 1, 1, 1, 0], ROWS), p: scores(ROWS) };
    expect(valuesOf(found('fewOfAClass', few))).toEqual([{ split: '', label: '0', count: 80 }]);
  });
});

describe('several spellings of one label', () => {
  const warned = (y: readonly string[]) => found('labelSpellings', { y, p: scores(y.length) });

  it('count the rows in the rarer ones and offer to merge them', () => {
    expect(warned(['yes', 'no', 'yes', 'Yes', 'NO', 'no', 'YES'])).toMatchObject([
      {
        severity: 'warning',
        values: { column: 'y', count: 3, spellings: ['“no” (2)', '“NO” (1)', '“yes” (2)', '“Yes” (1)', '“YES” (1)'] },
        offers: [{ kind: 'mergeSpellings', column: 'y' }],
      },
    ]);
  });

  it('name six of them at most', () => {
    const [{ values }] = warned(['yes', 'Yes', 'YES', 'yEs', 'no', 'No', 'NO', 'nO']);
    expect(values.spellings).toEqual(['“no” (1)', '“No” (1)', '“NO” (1)', '“nO” (1)', '“yes” (1)', '“Yes” (1)', '…']);
    const [six] = warned(['yes', 'Yes', 'YES', 'no', 'No', 'NO']);
    expect(six.values.spellings).toEqual(['“no” (1)', '“No” (1)', '“NO” (1)', '“yes” (1)', '“Yes” (1)', '“YES” (1)']);
  });

  it('are no matter where numbers are read as one anyway', () => {
    expect(warned(['1', '1.0', '0', '0.0'])).toEqual([]);
  });
});

describe('one against the rest', () => {
  it('is said of more than two values, not of two or one', () => {
    const about = (labels: readonly string[]) => {
      const change = { positiveLabel: 'a', negativeLabel: null, scoredLabel: 'a' };
      return valuesOf(found('oneVersusRest', { y: inTurn(labels, 40), p: scores(40) }, change));
    };
    expect(about(['a', 'b', 'c'])).toEqual([{ label: 'a', column: 'y', count: 2 }]);
    expect(about(['a', 'b'])).toEqual([]);
    expect(about(['a'])).toEqual([]);
  });
});
