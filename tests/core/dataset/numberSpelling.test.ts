import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberAt, respelt } from '../../../src/core/dataset/dataset.ts';
import {
  inferSpelling,
  MARKS,
  type NumberSpelling,
  numberSpelt,
  numbersSpelt,
  otherSpelling,
  turnedToComma,
} from '../../../src/core/dataset/numberSpelling.ts';
import { tableOf } from './tables.ts';

const inferred = (cells: readonly string[], missing = new Uint8Array(cells.length)) => inferSpelling(cells, missing);

describe('inferSpelling', () => {
  it.each<[string, string[], NumberSpelling]>([
    ['decimal commas', ['0,25', '1', '−3,5'], 'decimalComma'],
    ['decimal commas with thousands', ['1.234,5', '12.345.678,25', '0,5'], 'decimalComma'],
    ['points between thousands', ['1.234.567', '12'], 'decimalComma'],
    ['a thousand beside decimal commas', ['1.234', '0,5', '2,75'], 'decimalComma'],
    ['thousands with a decimal point', ['1,234.56', '0.5'], 'thousandsComma'],
    ['a thousand beside decimal points', ['1,234', '0.5'], 'thousandsComma'],
    ['millions', ['1,234,567', '1,234'], 'thousandsComma'],
    ['gaps', ['1 234.5', '17'], 'thousandsGap'],
    ['gaps beside decimal commas', ['1 234', '17,5'], 'decimalComma'],
    ['percentages', ['53%', '53.2 %', '7'], 'percent'],
    ['percentages with a comma', ['53%', '53,2 %'], 'percentComma'],
    ['points', ['0.25', '1e-3'], 'plain'],
    ['three decimals', ['1.234', '5.678'], 'plain'],
    ['whole numbers', ['1', '2'], 'plain'],
    ['as many commas as points', ['0,25', '0.5'], 'plain'],
    ['one comma among points', ['0,25', '0.5', '0.75'], 'plain'],
    ['one point among commas', ['0,25', '0.5', '0,75'], 'decimalComma'],
    ['commas of which one cannot group', ['1,234', '0,678'], 'decimalComma'],
    ['an exponent beside decimal commas', ['1e5', '0,5'], 'decimalComma'],
    ['as many percentages as numbers', ['53%', '0.5'], 'plain'],
    ['text', ['a,1', 'b'], 'plain'],
    ['nothing', [], 'plain'],
  ])('%s', (_, cells, spelling) => {
    expect(inferred(cells)).toMatchObject({ spelling, isAmbiguous: false });
    expect(inferred(cells.toReversed())).toMatchObject({ spelling, isAmbiguous: false });
  });

  it('leaves missing values out', () => {
    expect(inferred(['0,5', '0.5', '1.5'], Uint8Array.of(0, 1, 1)).spelling).toBe('decimalComma');
  });

  it('counts the cells that spell a number', () => {
    expect(inferred(['0,5', '1', 'x'])).toMatchObject({ spelling: 'decimalComma', count: 2 });
    expect(inferred(['x'])).toMatchObject({ count: 0 });
  });

  it.each([
    [['17', '1 234'], true],
    [['1.234'], true],
    [['53%', '7 %'], true],
    [['0.5'], false],
    [['0.5', '17'], false],
    [['0,5'], false],
    [['53.2%'], false],
    [['53,2%'], false],
    [['1 234.5'], false],
  ])('says whether %j leaves open which mark is the decimal one', (cells, isOpen) => {
    expect(inferred(cells).isOpen).toBe(isOpen);
  });

  it('takes commas with two readings for thousands, and says so', () => {
    expect(inferred(['1,234', '17', 'n/a!'])).toMatchObject({ spelling: 'thousandsComma', isAmbiguous: true });
    expect(otherSpelling('thousandsComma')).toBe('decimalComma');
    expect(otherSpelling('decimalComma')).toBe('thousandsComma');
  });
});

/** The cell a spreadsheet of that kind writes for a number, from what JavaScript writes. */
const WRITERS: Record<NumberSpelling, (text: string) => string> = {
  plain: (text) => text,
  decimalComma: (text) => text.replace('.', ','),
  thousandsComma: (text) => groupedBy(text, ','),
  thousandsGap: (text) => groupedBy(text, '\u00a0'),
  percent: (text) => `${text} %`,
  percentComma: (text) => `${text.replace('.', ',')}%`,
};

/** Three by three from the point to the left. */
function groupedBy(text: string, mark: string): string {
  const [whole, ...rest] = text.split(/(?=[.e])/);
  if (rest.some((part) => part.startsWith('e'))) return text;
  const digits = [...whole].reverse();
  const parts = digits.map((digit, at) => (at > 0 && at % 3 === 0 && digit !== '-' ? `${digit}${mark}` : digit));
  return parts.reverse().join('') + rest.join('');
}

describe('numberSpelt', () => {
  it.each(Object.keys(WRITERS) as NumberSpelling[])('reads back every double written as %s', (spelling) => {
    fc.assert(
      fc.property(
        fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.double({ min: -1e7, max: 1e7 })),
        (value) => {
          // Whole numbers beyond 2^53 written out are identifiers, and JavaScript writes -0 as 0.
          fc.pre(!(Number.isInteger(value) && Math.abs(value) > Number.MAX_SAFE_INTEGER) && value !== 0);
          fc.pre(!Number.isNaN(value));
          expect(numberSpelt(WRITERS[spelling](String(value)), spelling)).toBe(value);
        },
      ),
    );
  });

  it('reads a column whole from any of its cells with decimals', () => {
    const spellings = Object.keys(WRITERS) as NumberSpelling[];
    const values = fc.array(fc.double({ min: 1001, max: 1e7, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.constantFrom(...spellings), values, (spelling, numbers) => {
        const cells = [...numbers, 1234.5678].map((value) => WRITERS[spelling](String(value)));
        expect(inferred(cells)).toMatchObject({ spelling, isAmbiguous: false });
        expect([...numbersSpelt(cells, spelling)]).toEqual([...numbers, 1234.5678]);
      }),
    );
  });
});

describe('turnedToComma', () => {
  it('is what the cell spells with a decimal comma', () => {
    const digits = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 }));
    fc.assert(
      fc.property(digits, fc.constantFrom(',', '.', ''), ([whole, rest], mark) => {
        const cell = `${whole}${mark}${String(rest).padStart(3, '0')}`;
        const read = numberSpelt(cell, mark === ',' ? 'thousandsComma' : 'plain');
        const marks = { ',': MARKS.comma, '.': MARKS.point, '': MARKS.none };
        expect(turnedToComma(read, marks[mark])).toBe(numberSpelt(cell, 'decimalComma'));
      }),
    );
  });
});

describe('respelt', () => {
  it('reads the same cells in another way', () => {
    const [column] = tableOf({ x: ['1,234', '7', '1,234'] }).columns;
    const read = (spelling: NumberSpelling) => [0, 1, 2].map((row) => numberAt(respelt(column, spelling), row));
    expect(read('thousandsComma')).toEqual([1234, 7, 1234]);
    expect(read('decimalComma')).toEqual([1.234, 7, 1.234]);
    expect(respelt(column, 'decimalComma')).toMatchObject({ spelling: 'decimalComma', isAmbiguous: false });
  });
});
