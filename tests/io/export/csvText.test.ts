import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvText, pastedText } from '../../../src/io/export/csvText.ts';
import { parseRecords } from '../../../src/io/read/parseRecords.ts';
import { RecordCutter } from '../../../src/io/read/recordCutter.ts';

describe('csvCell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+cmd|calc', "'+cmd|calc"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['\0=1', "'\0=1"],
    ['-007', "'-007"],
    ['-inf*1', "'-inf*1"],
    ['-5 %+1', "'-5 %+1"],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    // Plain numbers are none of it.
    ['-0.5', '-0.5'],
    ['+0.8', '+0.8'],
    ['-1e-5', '-1e-5'],
    ['-0,5', '"-0,5"'],
    ['-1.234,5', '"-1.234,5"'],
    ['-5 %', '-5 %'],
    ['-53,2%', '"-53,2%"'],
    ['-inf', '-inf'],
    ['+Infinity', '+Infinity'],
    // Nor are spellings of "no value".
    ['-', '-'],
    ['-nan', '-nan'],
    // Neither are other cells.
    ['a=b', 'a=b'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    [' padded ', '" padded "'],
  ])('writes %j as %j', (cell, written) => {
    expect(csvCell(cell)).toBe(written);
  });

  it('writes numbers in full', () => {
    expect([0.1 + 0.2, -5, 1e-7, Number.POSITIVE_INFINITY].map(csvCell)).toEqual([
      '0.30000000000000004',
      '-5',
      '1e-7',
      'Infinity',
    ]);
  });
});

describe('csvText', () => {
  it('guards the header too', () => {
    expect(csvText({ columns: ['=a', 'b'], rows: [['x', 1]] })).toBe("'=a,b\r\nx,1\r\n");
  });

  it('is read back as it was, apart from the guard', () => {
    const cell = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('=', '-', '"', ',', '\n', '\r', ' ', '\t', 'a', '1'), { maxLength: 6 })
        .map((parts) => parts.join('')),
    );
    const table = fc.integer({ min: 2, max: 4 }).chain((width) => {
      const record = fc.array(cell, { minLength: width, maxLength: width });
      return fc.record({ columns: record, rows: fc.array(record, { maxLength: 5 }) });
    });
    fc.assert(
      fc.property(table, ({ columns, rows }) => {
        const cutter = new RecordCutter('f', ',');
        const piece = cutter.push(csvText({ columns, rows }));
        const unguarded = (text: string) => (/^'[=+\-@\t\r\0]/.test(text) ? text.slice(1) : text);
        // A byte-order mark at the very start is the file's, not the cell's.
        const records = parseRecords(piece?.text ?? '', ',').map((record) => record.map(unguarded));
        const expected = [columns, ...rows].map((record) => record.map(unguarded));
        expect(records).toEqual(expected);
        expect(cutter.end()).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });
});

describe('pastedText', () => {
  it('is as safe as CSV, and keeps its cells apart', () => {
    expect(
      pastedText({
        columns: ['split', 'value'],
        rows: [
          ['=1+1', 0.25],
          ['\t=1', Number.NaN],
          ['a\tb\r\nc', 2],
          ['"open', 3],
          ['-0,5', '-'],
        ],
      }),
    ).toBe('split\tvalue\n\'=1+1\t0.25\n\'=1\t\na b c\t2\n"""open"\t3\n-0,5\t-');
  });
});
