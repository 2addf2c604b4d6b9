import { describe, expect, it } from 'vitest';
import { numberAt, textAt } from '../../../src/core/dataset/dataset.ts';
import { ColumnBuilder, spellingFinding } from '../../../src/io/read/columns.ts';

function build(cells: readonly string[], stretch = 7) {
  const builder = new ColumnBuilder('x');
  for (let from = 0; from < cells.length; from += stretch) {
    const records = cells.slice(from, from + stretch).map((cell) => ['other', cell]);
    builder.pushField(from, records, 1);
  }
  return builder.build(cells.length);
}

const numbersOf = (cells: readonly string[]) => {
  const column = build(cells);
  return cells.map((_, row) => numberAt(column, row));
};

describe('ColumnBuilder', () => {
  it('keeps few different cells as a dictionary, trimmed, in order of appearance', () => {
    const column = build(['b', ' a', 'b ', 'NA', '', '1.50', 'a']);
    expect(column).toEqual({
      kind: 'category',
      name: 'x',
      codes: Uint32Array.of(0, 1, 0, 2, 3, 4, 1),
      dictionary: ['b', 'a', 'NA', '', '1.50'],
      numbers: Float64Array.of(Number.NaN, Number.NaN, Number.NaN, Number.NaN, 1.5),
      missing: Uint8Array.of(0, 0, 1, 1, 0),
      spelling: 'plain',
      isAmbiguous: false,
    });
  });

  it('becomes doubles beyond 4,096 different numbers, and loses none of them', () => {
    const cells = Array.from({ length: 10_000 }, (_, row) => String((row % 5000) / 7));
    const few = build(cells.slice(0, 4096));
    const many = build(cells);
    expect([few.kind, many.kind]).toEqual(['category', 'number']);
    expect(cells.every((cell, row) => numberAt(many, row) === Number(cell) && textAt(many, row) === cell)).toBe(true);
  });

  it('remembers what stood in a number column where no number did', () => {
    const cells = Array.from({ length: 6000 }, (_, row) => String(row / 7));
    cells[3] = 'abc';
    cells[5] = '';
    cells[5990] = ' NA ';
    cells[5991] = 'oops';
    cells[5992] = '';
    cells[5993] = 'inf';
    const column = build(cells);
    expect(column.kind === 'number' && [...column.exceptions]).toEqual([
      [3, 'abc'],
      [5990, 'NA'],
      [5991, 'oops'],
    ]);
    expect([3, 5, 5990, 5991, 5992, 5993].map((row) => numberAt(column, row))).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.POSITIVE_INFINITY,
    ]);
    expect([3, 5, 5990].map((row) => textAt(column, row))).toEqual(['abc', '', 'NA']);
  });

  it('leaves many identifiers as text', () => {
    const cells = Array.from({ length: 6000 }, (_, row) => `00${row}`);
    const column = build(cells);
    expect(column.kind).toBe('category');
    expect(textAt(column, 5999)).toBe('005999');
    expect(numberAt(column, 5999)).toBeNaN();
  });

  it('finds numbers among very many different texts too', () => {
    const cells = Array.from({ length: 6000 }, (_, row) => (row % 2 === 0 ? `t${row}` : String(row)));
    const column = build(cells);
    expect(column.kind).toBe('category');
    expect([numberAt(column, 5998), numberAt(column, 5999)]).toEqual([Number.NaN, 5999]);
  });

  it('takes off quotes that a blank before them kept in place', () => {
    expect(numbersOf([' "0.4"', '0.5'])).toEqual([0.4, 0.5]);
    expect(textAt(build(['"a"', 'b']), 0)).toBe('"a"');
  });
});

describe('numbers in other spellings, decided for the whole column', () => {
  it('reads the numbers in the spelling that reads most of them', () => {
    const column = build(['1.234,5', '0,5', 'k.A.']);
    expect(column).toMatchObject({ spelling: 'decimalComma', isAmbiguous: false });
    expect(numbersOf(['1.234,5', '0,5', 'k.A.'])).toEqual([1234.5, 0.5, Number.NaN]);
  });

  it('says how, with an example where that helps', () => {
    const findingOf = (cells: readonly string[]) => {
      const column = build(cells);
      return column.kind === 'category' ? spellingFinding(column) : null;
    };
    expect(findingOf(['0.5'])).toBeNull();
    expect(findingOf(['0,5'])).toEqual({ code: 'decimalCommaColumn', severity: 'note', values: { column: 'x' } });
    expect(findingOf(['5 %'])).toMatchObject({ code: 'percentColumn' });
    expect(findingOf(['0,5%'])).toMatchObject({ code: 'percentColumn' });
    const thousands = (example: string, value: string) => ({
      code: 'thousandsColumn',
      severity: 'note',
      values: { column: 'x', example, value },
    });
    expect(findingOf(['12', '1,234.5'])).toEqual(thousands('1,234.5', '1234.5'));
    expect(findingOf(['12', '1.234.567'])).toEqual(thousands('1.234.567', '1234567'));
    expect(findingOf(["1'234"])).toEqual(thousands("1'234", '1234'));
    expect(findingOf(['12', '1,234'])).toEqual({
      code: 'ambiguousComma',
      severity: 'warning',
      values: { column: 'x', example: '1,234', decimal: '1.234', thousands: '1234' },
    });
  });
});
