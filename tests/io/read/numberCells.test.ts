import { describe, expect, it } from 'vitest';
import type { InferredSpelling, NumberSpelling } from '../../../src/core/dataset/numberSpelling.ts';
import { NumberCells } from '../../../src/io/read/numberCells.ts';

const spelt = (spelling: NumberSpelling, isOpen = false): InferredSpelling => ({
  spelling,
  isOpen,
  isAmbiguous: false,
  count: 1,
});

function cellsOf(inferred: InferredSpelling, texts: readonly string[]): NumberCells {
  const cells = new NumberCells(inferred);
  for (const text of texts) cells.push(text);
  return cells;
}

const builtOf = (inferred: InferredSpelling, texts: readonly string[]) => cellsOf(inferred, texts).build('x');

const given = (cells: NumberCells) => {
  const texts: string[] = [];
  cells.forEach((text) => {
    texts.push(text);
  });
  return texts;
};

describe('cells of a column of numbers', () => {
  it.each<[string, NumberSpelling, string[], number[]]>([
    ['plain ones', 'plain', ['1.5', '-2e3', ' 7 ', 'inf'], [1.5, -2000, 7, Number.POSITIVE_INFINITY]],
    ['decimal commas', 'decimalComma', ['1,5', '1.234,5', '7'], [1.5, 1234.5, 7]],
    ['thousands', 'thousandsComma', ['1,234.5', '7'], [1234.5, 7]],
    ['gaps', 'thousandsGap', ['1 234.5', '7'], [1234.5, 7]],
    ['percentages', 'percent', ['53.2 %', '7%'], [53.2, 7]],
    ['percentages with commas', 'percentComma', ['53,2 %', '7%'], [53.2, 7]],
  ])('are read as the column spells them: %s', (_, spelling, texts, values) => {
    const column = builtOf(spelt(spelling), texts);
    expect(Array.from(column.values)).toEqual(values);
    expect(column).toMatchObject({ kind: 'number', name: 'x', spelling, isAmbiguous: false, marks: null });
  });

  it('are exceptions, each different text once, where they are no numbers; nothing where they are empty', () => {
    const { values, exceptions } = builtOf(spelt('plain'), ['1', ' NA', '', 'x', '2', 'NA ', '  ', ' "3" ']);
    expect(Array.from(values)).toEqual([1, Number.NaN, Number.NaN, Number.NaN, 2, Number.NaN, Number.NaN, 3]);
    expect(exceptions).toEqual({
      rows: Uint32Array.of(1, 3, 5),
      codes: Uint16Array.of(0, 1, 0),
      texts: ['NA', 'x'],
    });
  });

  it('are given back in order: numbers, exceptions and nothing', () => {
    const cells = cellsOf(spelt('plain'), ['a', '1.50', '', 'b', 'a', '-0.25']);
    expect(given(cells)).toEqual(['a', '1.5', '', 'b', 'a', '-0.25']);
  });

  it('are too many different texts from 4,097 on', () => {
    const texts = Array.from({ length: 4096 }, (_, at) => `t${at}`);
    const cells = cellsOf(spelt('plain'), [...texts, ...texts]);
    expect(cells.isOverfull).toBe(false);
    cells.push('one more');
    expect(cells.isOverfull).toBe(true);
  });

  it.each<[string, string[], Int16ArrayConstructor | Int32ArrayConstructor | Float64ArrayConstructor]>([
    ['small', ['-32768', '32767'], Int16Array],
    ['larger above', ['0', '32768'], Int32Array],
    ['larger below', ['0', '-32769'], Int32Array],
    ['larger first', ['-32769', '32768', '0'], Int32Array],
    ['too large first', ['-2147483649', '0'], Float64Array],
    ['large', ['-2147483648', '2147483647'], Int32Array],
    ['too large above', ['0', '2147483648'], Float64Array],
    ['too large below', ['0', '-2147483649'], Float64Array],
    ['with a part', ['1', '0.5'], Float64Array],
    ['with a gap', ['1', ''], Float64Array],
  ])('stand in the narrowest array that keeps them: %s', (_, texts, kind) => {
    const { values } = builtOf(spelt('plain'), texts);
    expect(values).toBeInstanceOf(kind);
    expect(Array.from(values, (value) => (Number.isNaN(value) ? '' : String(value)))).toEqual(texts);
  });

  it('take eight bytes a number, and what the texts among them take', () => {
    const numbers = Array.from({ length: 1000 }, (_, at) => String(at / 8));
    const plain = cellsOf(spelt('plain'), numbers).byteLength;
    expect(plain).toBeGreaterThanOrEqual(8000);
    expect(plain).toBeLessThan(17_000);
    const odd = cellsOf(spelt('plain'), [
      ...numbers.slice(0, 900),
      ...inTurnOf(['x'.repeat(1000), 'NA'], 100),
    ]).byteLength;
    expect(odd - plain).toBeGreaterThanOrEqual(2 * 1000 + 100 * (4 + 2));
    expect(odd - plain).toBeLessThan(2 * 1002 + 400 + 200 * (4 + 2));
    const marked = cellsOf(spelt('plain', true), [
      ...numbers.slice(0, 999).map((_, at) => String(at)),
      '1.125',
    ]).byteLength;
    expect(marked - plain).toBeGreaterThanOrEqual(1000);
    expect(marked - plain).toBeLessThan(2100);
  });
});

const inTurnOf = (list: readonly string[], count: number) =>
  Array.from({ length: count }, (_, at) => list[at % list.length]);

describe('cells that come as bytes or as numbers', () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  const pushed = (inferred: InferredSpelling, text: string) => {
    const cells = new NumberCells(inferred);
    const isTaken = cells.pushPlain(bytesOf(`<${text}>`), 1, 1 + text.length);
    return [isTaken, ...Array.from(cells.build('x').values)];
  };

  it('are taken where they spell a plain number', () => {
    expect(pushed(spelt('plain'), '-12.5')).toEqual([true, -12.5]);
    expect(pushed(spelt('plain', true), '12')).toEqual([true, 12]);
    expect(pushed(spelt('plain'), '1,5')).toEqual([false]);
    expect(pushed(spelt('plain'), 'x')).toEqual([false]);
  });

  it('are left to be read as text where the spelling is another one, or a point may tell which it is', () => {
    expect(pushed(spelt('plain', true), '1.125')).toEqual([false]);
    for (const spelling of ['thousandsComma', 'decimalComma', 'percent'] as const) {
      expect(pushed(spelt(spelling), '12')).toEqual([false]);
    }
  });

  it('are taken as numbers, −0 as 0, but none that is not finite', () => {
    const cells = new NumberCells(spelt('plain'));
    expect([1.5, -0, Number.NaN, Number.POSITIVE_INFINITY].map((value) => cells.pushValue(value))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(Array.from(cells.build('x').values)).toEqual([1.5, 0]);
    expect(new NumberCells(spelt('percent')).pushValue(1)).toBe(false);
  });

  it('have no mark', () => {
    const cells = cellsOf(spelt('thousandsComma', true), ['1,250']);
    cells.push('7');
    expect(cells.build('x')).toMatchObject({ isAmbiguous: true, marks: Uint8Array.of(1, 0) });
    const plain = cellsOf(spelt('plain', true), ['7', '1.250']);
    plain.pushPlain(bytesOf('8'), 0, 1);
    plain.pushValue(9);
    plain.push('0,5');
    // Marks were kept for all four rows: only the second one was read anew.
    expect(Array.from(plain.build('x').values)).toEqual([7, 1250, 8, 9, 0.5]);
  });
});

describe('a decimal mark that is open', () => {
  it.each<[string, NumberSpelling, string[], NumberSpelling, number[]]>([
    ['a decimal comma', 'thousandsComma', ['1,250', '7', '0,5'], 'decimalComma', [1.25, 7, 0.5]],
    ['a decimal point', 'thousandsComma', ['1,250', '7', '0.5'], 'thousandsComma', [1250, 7, 0.5]],
    ['points between thousands', 'plain', ['1.250', '7', '1.234.567'], 'decimalComma', [1250, 7, 1234567]],
    ['a point before one digit', 'plain', ['1.250', '7', '0.5'], 'plain', [1.25, 7, 0.5]],
    ['commas between thousands', 'plain', ['7', '1,234,567'], 'thousandsComma', [7, 1234567]],
    ['a gap between thousands', 'plain', ['7', '1 234.5'], 'thousandsGap', [7, 1234.5]],
    ['a percentage with a comma', 'percent', ['7 %', '0,5 %'], 'percentComma', [7, 0.5]],
    ['a percentage with a point', 'percent', ['7 %', '0.5 %'], 'percent', [7, 0.5]],
  ])('is settled by %s', (_, before, texts, after, values) => {
    const column = builtOf(spelt(before, true), texts);
    expect(column).toMatchObject({ spelling: after, isAmbiguous: false, marks: null });
    expect(Array.from(column.values)).toEqual(values);
  });

  it('stays open where nothing tells, and the marks are kept', () => {
    const column = builtOf(spelt('thousandsComma', true), ['7', '1,250', '', '2,500']);
    expect(column).toMatchObject({ spelling: 'thousandsComma', isAmbiguous: true, marks: Uint8Array.of(0, 1, 0, 1) });
    // Points are decimal ones unless something speaks against it.
    expect(builtOf(spelt('plain', true), ['7', '1.250'])).toMatchObject({ spelling: 'plain', isAmbiguous: false });
  });

  it('is settled once, by the first cell that tells', () => {
    const { values, exceptions } = builtOf(spelt('plain', true), ['0,5', '0.5', '1.250']);
    expect([Array.from(values), exceptions.texts]).toEqual([[0.5, Number.NaN, 1250], ['0.5']]);
  });
});

describe('examples of how a column spells its numbers', () => {
  it.each<[string, InferredSpelling, string[], string[]]>([
    [
      'the first one that is not plain, and the first with a comma',
      spelt('thousandsGap'),
      ['7', '1 234', '2 345'],
      ['1 234'],
    ],
    ['both in one', spelt('decimalComma'), ['7', '0,5', '0,25'], ['0,5', '0,5']],
    ['none among plain ones', spelt('plain'), ['7', '0.5'], []],
    [
      'one that changed the spelling',
      spelt('plain', true),
      ['7', '1,234,567', '8,234,567'],
      ['1,234,567', '1,234,567'],
    ],
  ])('are %s', (_, inferred, texts, expected) => {
    expect(cellsOf(inferred, texts).examples).toEqual(expected);
  });
});
