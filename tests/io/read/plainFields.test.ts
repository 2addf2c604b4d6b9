import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlainFields } from '../../../src/io/read/plainFields.ts';

function cellsOf(fields: PlainFields): string[][] {
  return Array.from({ length: fields.records }, (_, record) =>
    Array.from({ length: fields.width }, (__, field) => {
      const place = record * fields.width + field;
      return fields.cellBetween(fields.startOf(place), fields.ends[place]);
    }),
  );
}

const cell = fc.string({ unit: fc.constantFrom('a', '1', '.', ' ', 'ß', '中', '😀', '\t', '\0'), maxLength: 6 });

describe('PlainFields', () => {
  it('finds the fields that were written', () => {
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 30 }),
      );
    const fields = new Map<number, PlainFields>();
    fc.assert(
      fc.property(table, (rows) => {
        const width = rows[0].length;
        const text = rows.map((row) => `${row.join(',')}\n`).join('');
        // Used again and again, as for the pieces of a file.
        const plain = fields.get(width) ?? new PlainFields(width, ',');
        fields.set(width, plain);
        expect(plain.divide(text)).toBe(true);
        expect(cellsOf(plain)).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves records with quotes and those of another width to a parser', () => {
    const divides = (text: string) => new PlainFields(3, ';').divide(text);
    expect(divides('1;2;3\n4;5;6\n')).toBe(true);
    expect(divides('1;2;3\n4;5\n6;7;8\n')).toBe(false);
    expect(divides('1;2;3\n4;5\n6\n')).toBe(false);
    expect(divides('1;2;3\n4;5;6;7\n')).toBe(false);
    expect(divides('1;2\n3;4;5;6\n')).toBe(false);
    expect(divides('1;2;3\n\n')).toBe(false);
    expect(divides('1;"2";3\n')).toBe(false);
    expect(divides(`1;2;${'3'.repeat(2 ** 21 - 4)}\n`)).toBe(false);
    expect(divides(`1;2;${'3'.repeat(2 ** 21 - 5)}\n`)).toBe(true);
  });

  it('takes more fields than it first has room for', () => {
    const fields = new PlainFields(2, '\t');
    const rows = Array.from({ length: 10_000 }, (_, row) => [`${row}`, row % 2 === 0 ? 'ü' : 'u']);
    expect(fields.divide(rows.map((row) => `${row.join('\t')}\n`).join(''))).toBe(true);
    expect(cellsOf(fields)).toEqual(rows);
  });
});
