import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesHeld } from '../../../src/core/dataset/bytesHeld.ts';
import { isMissingAt, numberAt, respelt, textAt } from '../../../src/core/dataset/dataset.ts';
import { type NumberSpelling, numberSpelt } from '../../../src/core/dataset/numberSpelling.ts';
import { columnFindings } from '../../../src/io/read/columnFindings.ts';
import { ColumnBuilder } from '../../../src/io/read/columns.ts';
import { PlainFields } from '../../../src/io/read/plainFields.ts';
import { inTurn } from '../../core/dataset/tables.ts';

/** The column of some cells, which is the same whether they come as text or as places in bytes. */
function builtOf(cells: readonly string[], stretch = 7, name = 'x') {
  const builder = new ColumnBuilder(name);
  const plainBuilder = new ColumnBuilder(name);
  const fields = new PlainFields(2, ',');
  for (let from = 0; from < cells.length; from += stretch) {
    const some = cells.slice(from, from + stretch);
    builder.pushField(
      some.map((cell) => ['other', cell]),
      1,
    );
    if (fields.divide(some.map((cell) => `other,${cell}\n`).join(''))) plainBuilder.pushPlainField(fields, 1);
    else
      plainBuilder.pushField(
        some.map((cell) => [cell]),
        0,
      );
  }
  const built = builder.build();
  expect(plainBuilder.build()).toEqual(built);
  return built;
}

const build = (cells: readonly string[], stretch?: number) => builtOf(cells, stretch).column;

const NO_LINES = { rows: new Uint32Array(0), lines: new Uint32Array(0) };

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
      codes: Uint8Array.of(0, 1, 0, 2, 3, 4, 1),
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
    expect(column.kind === 'number' && column.exceptions).toEqual({
      rows: Uint32Array.of(3, 5990, 5991),
      codes: Uint16Array.of(0, 1, 2),
      texts: ['abc', 'NA', 'oops'],
    });
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

  it('becomes numbers beyond 4,096 different ones in every spelling', () => {
    const written: Record<NumberSpelling, (value: number) => string> = {
      plain: (value) => String(value),
      decimalComma: (value) => String(value).replace('.', ','),
      thousandsComma: (value) => (1000 + value).toFixed(3).replace('1', '1,'),
      thousandsGap: (value) => (1000 + value).toFixed(3).replace('1', '1 '),
      percent: (value) => `${value} %`,
      percentComma: (value) => `${String(value).replace('.', ',')}%`,
    };
    for (const [spelling, write] of Object.entries(written)) {
      const cells = Array.from({ length: 9000 }, (_, row) => write((row % 6000) / 1000));
      const column = build(cells);
      expect(column).toMatchObject({ kind: 'number', spelling, isAmbiguous: false });
      const expected = cells.map((cell) => numberSpelt(cell, spelling as NumberSpelling));
      expect(expected.some(Number.isNaN)).toBe(false);
      expect(cells.map((_, row) => numberAt(column, row))).toEqual(expected);
    }
  });
});

/** 5,000 different cells in which nothing tells a mark between thousands from a decimal one. */
const manyMarked = (mark: string) =>
  Array.from({ length: 5000 }, (_, at) => `${1 + Math.floor(at / 900)}${mark}${String(100 + (at % 900))}`);

describe('a decimal mark that is told late', () => {
  it.each<[string, string[], NumberSpelling, number]>([
    ['commas, then a decimal comma', [...manyMarked(','), '0,5'], 'decimalComma', 1.1],
    ['commas, then a decimal point', [...manyMarked(','), '0.5'], 'thousandsComma', 1100],
    ['commas, then a million', [...manyMarked(','), '1,234,567'], 'thousandsComma', 1100],
    ['commas, then two decimals', [...manyMarked(','), '7', '1,25'], 'decimalComma', 1.1],
    ['points, then a decimal comma', [...manyMarked('.'), '0,5'], 'decimalComma', 1100],
    ['points, then a decimal point', [...manyMarked('.'), '0.5'], 'plain', 1.1],
    ['points and nothing else', manyMarked('.'), 'plain', 1.1],
    ['gaps, then a decimal comma', [...manyMarked(' '), '0,5'], 'decimalComma', 1100],
    ['whole numbers, then a decimal comma', [...manyMarked(''), '0,5'], 'decimalComma', 1100],
    ['whole numbers, then a gap and a point', [...manyMarked(''), '1 234.5'], 'thousandsGap', 1100],
    ['percentages, then one with a comma', [...manyMarked('').map((cell) => `${cell}%`), '0,5%'], 'percentComma', 1100],
    ['percentages, then one with a point', [...manyMarked('').map((cell) => `${cell}%`), '0.5%'], 'percent', 1100],
  ])('%s', (_, cells, spelling, first) => {
    const column = build(cells);
    expect(column).toMatchObject({ kind: 'number', spelling, isAmbiguous: false });
    expect(numberAt(column, 0)).toBe(first);
    expect(cells.map((_, row) => numberAt(column, row))).toEqual(cells.map((cell) => numberSpelt(cell, spelling)));
  });

  it('never comes: the commas can be read either way', () => {
    const cells = [...manyMarked(','), '17', 'NA', '1.234'];
    const column = build(cells);
    expect(column).toMatchObject({ kind: 'number', spelling: 'thousandsComma', isAmbiguous: true });
    for (const spelling of ['thousandsComma', 'decimalComma'] as const) {
      const read = respelt(column, spelling);
      expect(cells.map((_, row) => numberAt(read, row))).toEqual(cells.map((cell) => numberSpelt(cell, spelling)));
    }
    expect(columnFindings(builtOf(cells))).toEqual([
      {
        code: 'ambiguousComma',
        severity: 'warning',
        values: { column: 'x', example: '1,100', decimal: '1.1', thousands: '1100' },
      },
    ]);
  });

  it('gives the same column wherever the pieces of the file end, and every cell as the spelling says', () => {
    const late = fc.constantFrom('0,5', '0.5', '12', '1,234', '1.234', '1 234', '2,5', '2.5', '1,234.5', '', 'NA', 'x');
    const arbitrary = fc.record({
      mark: fc.constantFrom(',', '.', '', ' '),
      tail: fc.array(late, { maxLength: 12 }),
      stretch: fc.integer({ min: 1, max: 6000 }),
    });
    fc.assert(
      fc.property(arbitrary, ({ mark, tail, stretch }) => {
        const cells = [...manyMarked(mark), ...tail];
        const column = build(cells, stretch);
        expect(column).toEqual(build(cells, 1));
        if (column.kind !== 'number') throw new Error(column.kind);
        const { spelling } = column;
        expect(cells.map((_, row) => numberAt(column, row))).toEqual(cells.map((cell) => numberSpelt(cell, spelling)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('very many different texts', () => {
  const cells = Array.from({ length: 70_000 }, (_, row) =>
    row % 20_000 === 0 ? `id ${row} é λ 🦊` : `customer ${row}`,
  );

  it('are kept as one text, and given back', () => {
    const column = build(cells, 999);
    expect(column.kind).toBe('text');
    expect(cells.findIndex((cell, row) => textAt(column, row) !== cell)).toBe(-1);
    expect(column).toEqual(build(cells, 1));
    expect(bytesHeld({ columns: [column], lines: NO_LINES })).toBeLessThan(20 * cells.length);
  });

  it('may be numbers here and there, missing, long or quoted late', () => {
    const odd = [...cells, '0.5', ' NA ', ' "late"', 'long '.repeat(20_000).trim(), ''];
    const column = build(odd);
    const at = (place: number) => textAt(column, cells.length + place);
    expect([at(1), at(2), at(3), at(4)]).toEqual(['NA', 'late', 'long '.repeat(20_000).trim(), '']);
    expect(numberAt(column, cells.length)).toBe(0.5);
    expect(numberAt(column, 0)).toBeNaN();
    expect([0, 1, 2, 4].map((place) => isMissingAt(column, cells.length + place))).toEqual([false, true, false, true]);
  });

  it('come after thousands of numbers', () => {
    const mixed = [...Array.from({ length: 5000 }, (_, row) => String(row)), '', ...cells.slice(0, 10_000)];
    for (const stretch of [1, 7, 4096, 20_000]) {
      const column = build(mixed, stretch);
      expect(column.kind).toBe('text');
      expect(mixed.findIndex((cell, row) => textAt(column, row) !== cell)).toBe(-1);
    }
  });

  it('come before numbers, which are then numbers', () => {
    const mixed = [...cells.slice(0, 1000), ...Array.from({ length: 80_000 }, (_, row) => String(row / 7))];
    const column = build(mixed);
    expect(column.kind).toBe('number');
    expect(mixed.findIndex((cell, row) => textAt(column, row) !== cell)).toBe(-1);
  });
});

describe('what a column takes', () => {
  const kindOf = (cells: readonly string[]) => {
    const column = build(cells);
    return column.kind === 'category' ? column.codes : column.kind === 'number' ? column.values : null;
  };
  const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, at) => String(from + at));

  it('is as narrow as its values', () => {
    expect(kindOf(upTo(256))).toBeInstanceOf(Uint8Array);
    expect(kindOf(upTo(257))).toBeInstanceOf(Uint16Array);
    expect(kindOf(upTo(5000))).toBeInstanceOf(Int16Array);
    expect(kindOf(upTo(5000, -40_000))).toBeInstanceOf(Int32Array);
    expect(kindOf(upTo(5000, 2 ** 31 - 4999))).toBeInstanceOf(Float64Array);
    expect(kindOf([...upTo(5000), '0.5'])).toBeInstanceOf(Float64Array);
    expect(kindOf([...upTo(5000), 'NA'])).toBeInstanceOf(Float64Array);
    expect(kindOf([...upTo(5000), 'inf'])).toBeInstanceOf(Float64Array);
    for (const from of [0, -40_000, 2 ** 31 - 4999, -(2 ** 31) - 1]) {
      const cells = upTo(5000, from);
      expect(numbersOf(cells)).toEqual(cells.map(Number));
    }
  });

  it('is told while it grows', () => {
    const builder = new ColumnBuilder('x');
    const push = (cells: readonly string[]) =>
      builder.pushField(
        cells.map((cell) => [cell]),
        0,
      );
    push(inTurn(['a', 'b'], 1000));
    expect(builder.bytesPerRow(1000)).toBe(1);
    push(upTo(1000).map((value) => `${value}.5`));
    expect(builder.bytesPerRow(2000)).toBe(8);
    push(upTo(100_000).map((value) => `${value}.5`));
    expect(builder.bytesPerRow(102_000)).toBeGreaterThanOrEqual(8);
    expect(builder.byteLength).toBeGreaterThanOrEqual(8 * 102_000);
    expect(builder.byteLength).toBeLessThan(9 * (102_000 + 65_536));
  });
});

describe('columnFindings', () => {
  const findingsOf = (cells: readonly string[], name?: string) => columnFindings(builtOf(cells, 7, name));

  it('say how numbers are spelt, with an example where that helps', () => {
    expect(findingsOf(['0.5'])).toEqual([]);
    expect(findingsOf(['0,5'])).toEqual([{ code: 'decimalCommaColumn', severity: 'note', values: { column: 'x' } }]);
    expect(findingsOf(['5 %'])).toMatchObject([{ code: 'percentColumn' }]);
    expect(findingsOf(['0,5%'])).toMatchObject([{ code: 'percentColumn' }]);
    const thousands = (example: string, value: string) => [
      { code: 'thousandsColumn', severity: 'note', values: { column: 'x', example, value } },
    ];
    expect(findingsOf(['12', '1,234.5'])).toEqual(thousands('1,234.5', '1234.5'));
    expect(findingsOf(['12', '1.234.567'])).toEqual(thousands('1.234.567', '1234567'));
    expect(findingsOf(["1'234"])).toEqual(thousands("1'234", '1234'));
    expect(findingsOf(['12', '1,234'])).toEqual([
      {
        code: 'ambiguousComma',
        severity: 'warning',
        values: { column: 'x', example: '1,234', decimal: '1.234', thousands: '1234' },
      },
    ]);
  });

  it('say the same of columns that outgrew the dictionary', () => {
    const many = Array.from({ length: 5000 }, (_, at) => String(at));
    expect(findingsOf(many)).toEqual([]);
    expect(findingsOf([...many, '0,5'])).toMatchObject([{ code: 'decimalCommaColumn' }]);
    expect(findingsOf([...many, '1.234.567'])).toMatchObject([
      { code: 'thousandsColumn', values: { value: '1234567' } },
    ]);
    expect(findingsOf([...many, '1 234.5'])).toMatchObject([
      { code: 'thousandsColumn', values: { example: '1 234.5' } },
    ]);
    expect(findingsOf(many.map((cell) => `${cell} %`))).toMatchObject([{ code: 'percentColumn' }]);
  });

  it('point out dates and money among numbers, and leave columns of them alone', () => {
    const numbers = ['0.1', '0.2', '', '0.3', '0.4'];
    const many = Array.from({ length: 5000 }, (_, at) => String(at / 7));
    for (const some of [numbers, many]) {
      expect(findingsOf([...some, '05.Jan', '05.Jan', '2020-01-05'])).toEqual([
        { code: 'dateCells', severity: 'warning', values: { column: 'x', count: 3, example: '05.Jan' } },
      ]);
      expect(findingsOf([...some, '$5', 'abc'])).toEqual([
        { code: 'moneyCells', severity: 'warning', values: { column: 'x', count: 1, example: '$5' } },
      ]);
    }
    expect(findingsOf(['2020-01-05', '2020-01-06', 'NA'])).toEqual([]);
    expect(findingsOf(['$5', '$6'])).toEqual([]);
  });

  it('point out a column that promises scores and holds nothing but dates', () => {
    const dates = ['05.Jan', '', '07.Jan', 'NA', '05.Jan'];
    for (const name of ['score', 'p_default', 'Predicted Probability']) {
      expect(findingsOf(dates, name)).toEqual([
        { code: 'dateCells', severity: 'warning', values: { column: name, count: 3, example: '05.Jan' } },
      ]);
    }
    for (const name of ['score_date', 'scored at', 'opened', 'outcome']) expect(findingsOf(dates, name)).toEqual([]);
    expect(findingsOf([...dates, 'high'], 'score')).toEqual([]);
    expect(findingsOf(['', 'NA'], 'score')).toEqual([]);
  });
});
