import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRecords } from '../../../src/io/read/parseRecords.ts';
import { FIELD_LIMIT, type Piece, RECORD_LIMIT, RecordCutter } from '../../../src/io/read/recordCutter.ts';
import { ReadProblem } from '../../../src/io/readProblem.ts';
import { arbitraryTable, pieces } from './arbitraryTable.ts';

function cut(chunks: readonly string[], delimiter = ','): Piece[] {
  const cutter = new RecordCutter('f.csv', delimiter);
  const cuts = [...chunks.map((chunk) => cutter.push(chunk)), cutter.end()];
  return cuts.filter((piece) => piece !== null);
}

function recordsOf(chunks: readonly string[], delimiter = ','): string[][] {
  return cut(chunks, delimiter).flatMap(({ text }) => parseRecords(text, delimiter));
}

function linesOf(chunks: readonly string[], delimiter = ','): number[] {
  return cut(chunks, delimiter).flatMap((piece) =>
    parseRecords(piece.text, delimiter).map((_, at) => piece.lines?.[at] ?? piece.firstLine + at),
  );
}

function problemOf(chunks: readonly string[]): unknown {
  try {
    cut(chunks);
  } catch (error) {
    if (error instanceof ReadProblem) return { code: error.code, ...error.values };
    throw error;
  }
  return null;
}

describe('RecordCutter', () => {
  it.each<[string, string[], string[][]]>([
    [
      'LF',
      ['a,b\n1,2\n'],
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CRLF',
      ['a,b\r\n1,2\r\n'],
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CR',
      ['a,b\r1,2\r'],
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a CRLF header above an LF body',
      ['a,b\r\n1,2\n3,4\n'],
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'a CRLF cut in two',
      ['a,b\r', '\n1,2\r', '\n'],
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a CR alone in a chunk',
      ['a,b', '\r', '\n1,2'],
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'no newline at the end',
      ['a,b\n1,2'],
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['blank lines', ['a,b\n\n1,2\n\n'], [['a', 'b'], [''], ['1', '2'], ['']]],
    ['a quoted delimiter', ['"a,b",c\n'], [['a,b', 'c']]],
    [
      'a quoted newline',
      ['"a\nb",c\nd,e\n'],
      [
        ['a\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    [
      'a quoted CRLF with CRLF outside',
      ['"a\r\nb",c\r\nd,e\r\n'],
      [
        ['a\r\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    ['doubled quotes', ['"a ""b"" c",d\n'], [['a "b" c', 'd']]],
    ['a quote cut from its double', ['"a "', '"b",c\n'], [['a "b', 'c']]],
    [
      'an inch sign',
      ['5" pipe,1\n6" pipe,2\n'],
      [
        ['5" pipe', '1'],
        ['6" pipe', '2'],
      ],
    ],
    ['a quote inside a field of one line', ['"5" pipe",1\n'], [['5" pipe', '1']]],
    ['blanks after a closing quote', ['"a" ,"b"\t\n"c"  \n'], [['a', 'b'], ['c']]],
    ['a closing quote at the end', ['a,"b"'], [['a', 'b']]],
    ['an empty quoted field', ['"",""\n'], [['', '']]],
  ])('cuts %s', (_, chunks, expected) => {
    expect(recordsOf(chunks)).toEqual(expected);
  });

  it.each<[string, string, string[][]]>([
    ['before a quoted delimiter', 'a,  "b,c",d\n', [['a', 'b,c', 'd']]],
    [
      'at the start of a line',
      'a,b\n "c,d",e\n',
      [
        ['a', 'b'],
        ['c,d', 'e'],
      ],
    ],
    [
      'before a quoted newline',
      'a, "b\nc"\nd,e\n',
      [
        ['a', 'b\nc'],
        ['d', 'e'],
      ],
    ],
    ['before several quotes', ' "a,b", "c" , "d"\n', [['a,b', 'c', 'd']]],
    ['behind a word', 'a,b "c,d"\n', [['a', 'b "c', 'd"']]],
    [
      'before no quote',
      ' a, b\n"c", d\n',
      [
        [' a', ' b'],
        ['c', ' d'],
      ],
    ],
  ])('drops blanks before quotes where they are allowed: %s', (_, text, expected) => {
    const cutter = new RecordCutter('f.csv', ',', 1, true);
    const cuts = [cutter.push(text), cutter.end()].filter((piece) => piece !== null);
    expect(cuts.flatMap((piece) => parseRecords(piece.text, ','))).toEqual(expected);
  });

  it('opens no quote behind blanks otherwise', () => {
    expect(recordsOf(['a, "b,c"\n'])).toEqual([['a', ' "b', 'c"']]);
  });

  it('keeps the quoted newlines of text cut in their midst, and counts their lines', () => {
    const chunks = ['a,b\r\n"1\r', '\n2","3', '\r4\n5",x\r\n', '6,7\r\n', '8,9'];
    expect(recordsOf(chunks)).toEqual([
      ['a', 'b'],
      ['1\r\n2', '3\r4\n5', 'x'],
      ['6', '7'],
      ['8', '9'],
    ]);
    expect(linesOf(chunks)).toEqual([1, 2, 6, 7]);
  });

  it('gives what is whole at once, and a CR once it is known what follows', () => {
    const cutter = new RecordCutter('f.csv', ',');
    const text = (piece: Piece | null) => piece?.text ?? null;
    expect(text(cutter.push('"a",b\r\nc,d\r'))).toBe('"a",b\n');
    expect(text(cutter.push('\ne,f\n'))).toBe('c,d\ne,f\n');
    expect(text(cutter.push('"g",h\ni'))).toBe('"g",h\n');
    expect(text(cutter.end())).toBe('i\n');
    expect(text(cutter.end())).toBeNull();
  });

  it('gives the same records and lines wherever the text is cut', () => {
    const table = arbitraryTable().chain((written) => fc.tuple(fc.constant(written), pieces(written.text)));
    fc.assert(
      fc.property(table, ([{ names, cells, lines, delimiter }, chunks]) => {
        expect(recordsOf(chunks, delimiter)).toEqual([names, ...cells]);
        expect(linesOf(chunks, delimiter)).toEqual([1, ...lines]);
      }),
      { numRuns: 1000 },
    );
  });

  it('agrees with the parser about any text at all', () => {
    const anyText = fc
      .array(fc.constantFrom('"', ',', '\n', '\r', ' ', 'a', '1'), { maxLength: 40 })
      .map((cs) => cs.join(''));
    const cutText = anyText.chain((text) => fc.tuple(fc.constant(text), pieces(text)));
    fc.assert(
      fc.property(cutText, ([text, chunks]) => {
        const whole = problemOf([text]);
        expect(problemOf(chunks)).toEqual(whole);
        if (whole !== null) return;
        const expected = recordsOf([text]);
        expect(recordsOf(chunks)).toEqual(expected);
        // As many records as the cutter says, so that each gets its own line.
        for (const piece of cut(chunks)) {
          if (piece.lines !== null) expect(piece.lines).toHaveLength(parseRecords(piece.text, ',').length);
        }
        expect(linesOf(chunks)).toEqual(linesOf([text]));
      }),
      { numRuns: 3000 },
    );
  });

  it('names the line where a quote was opened that never closes', () => {
    expect(problemOf(['a,b\n1,2\n"3,4\n5,6\n'])).toEqual({ code: 'unclosedQuote', file: 'f.csv', line: 3 });
    expect(problemOf(['"x\ny",b\n1,"2'])).toEqual({ code: 'unclosedQuote', file: 'f.csv', line: 3 });
  });

  it('notices an unclosed quote by the next one that does not fit', () => {
    expect(problemOf(['a,b\n"1,2\n3,"4"\n5,6\n'])).toEqual({ code: 'unclosedQuote', file: 'f.csv', line: 2 });
  });

  it('does not read to the end of a large file for it', () => {
    const cutter = new RecordCutter('f.csv', ',');
    cutter.push('a,b\n');
    const lines = '1,2\n'.repeat(25_000);
    const push = () => {
      for (let at = 0; at < (2 * FIELD_LIMIT) / lines.length; at++) cutter.push(at === 0 ? `"${lines}` : lines);
    };
    expect(push).toThrowError(expect.objectContaining({ code: 'unclosedQuote', values: { file: 'f.csv', line: 2 } }));
  });

  it('refuses a line without end', () => {
    const chunk = 'x'.repeat(8_000_000);
    expect(problemOf(['a,b\n', chunk, chunk, chunk, chunk])).toBeNull();
    expect(problemOf(['a,b\n', chunk, chunk, chunk, chunk, chunk])).toEqual({
      code: 'recordTooLong',
      file: 'f.csv',
      line: 2,
      limit: RECORD_LIMIT,
    });
  });
});
