import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/roles/finding.ts';
import type { ColumnRepairKind } from '../../../src/core/roles/repair.ts';
import { found, inTurn, NO_NOTES } from '../dataset/tables.ts';

const Y = inTurn([0, 1, 1], 12);

/** The offers made for what the reader noticed about columns with these scores; null where it is not passed on. */
function offersFor(
  code: Finding['code'],
  column: string,
  p: readonly (string | number)[] | Float64Array,
  made: readonly ColumnRepairKind[] = [],
  repairedColumn = column,
) {
  const notes = { ...NO_NOTES, findings: [{ code, severity: 'note', values: { column } } as const] };
  const repairs = made.map((kind) => ({ kind, column: repairedColumn }));
  const columns = { y: Y, p, amount: inTurn([0.5, 0.25, 0.75], 12) };
  const [finding] = found(code, columns, { repairs, score: 'p' }, notes);
  return finding === undefined ? null : (finding.offers ?? []);
}

const PERCENT = Float64Array.from(inTurn([0, 12.5, 100, 50], 12));

describe('a column of percentages', () => {
  it('can be divided by 100 where it holds the scores and they lie in 0 to 100', () => {
    const offer = [{ kind: 'divideBy100', column: 'p' }];
    expect(offersFor('percentColumn', 'p', PERCENT)).toEqual(offer);
    expect(offersFor('percentColumn', 'p', PERCENT.with(0, -1))).toEqual([]);
    expect(offersFor('percentColumn', 'p', PERCENT.with(0, 101))).toEqual([]);
    expect(offersFor('percentColumn', 'amount', PERCENT)).toEqual([]);
    expect(offersFor('percentColumn', 'gone', PERCENT)).toEqual([]);
  });

  it('is said no more once it is divided', () => {
    expect(offersFor('percentColumn', 'p', PERCENT, ['divideBy100'])).toBeNull();
    expect(offersFor('percentColumn', 'p', PERCENT, ['divideBy100'], 'amount')).not.toBeNull();
  });
});

describe('a comma with two readings', () => {
  it('can be read in either way', () => {
    expect(offersFor('ambiguousComma', 'p', PERCENT)).toEqual([
      { kind: 'decimalComma', column: 'p' },
      { kind: 'thousandsComma', column: 'p' },
    ]);
  });

  it('is said no more once one of them is chosen for that column', () => {
    expect(offersFor('ambiguousComma', 'p', PERCENT, ['decimalComma'])).toBeNull();
    expect(offersFor('ambiguousComma', 'p', PERCENT, ['thousandsComma'])).toBeNull();
    expect(offersFor('ambiguousComma', 'p', PERCENT, ['decimalComma'], 'amount')).not.toBeNull();
    expect(offersFor('ambiguousComma', 'p', PERCENT, ['mergeSpellings'])).not.toBeNull();
  });
});

describe('anything else', () => {
  it('is passed on as it is, unless its column is ignored', () => {
    expect(offersFor('dateCells', 'amount', PERCENT)).toEqual([]);
    expect(offersFor('dateCells', 'amount', PERCENT, ['divideBy100'])).toEqual([]);
    expect(offersFor('dateCells', 'amount', PERCENT, ['ignoreColumn'])).toBeNull();
    expect(offersFor('ambiguousComma', 'amount', PERCENT, ['ignoreColumn'])).toBeNull();
  });
});
