import { describe, expect, it } from 'vitest';
import { firstRecords, sniffDialect } from '../../../src/io/read/sniff.ts';

const delimiterOf = (text: string) => sniffDialect(text, true).delimiter;

describe('sniffDialect', () => {
  it.each([
    ['comma', 'a,b\n1,2\n', ','],
    ['tab', 'a\tb\n1\t2\n', '\t'],
    ['semicolon', 'a;b\n1;2\n', ';'],
    ['pipe', 'a|b\n1|2\n', '|'],
    ['semicolons with decimal commas', 'y;p\n1;0,5\n0;0,25\n', ';'],
    ['semicolons with decimal commas and no header', '1;0,5\n0;0,25\n', ';'],
    ['tabs with commas in the text', 'text\tp\nwell, no\t0.1\noh, yes, sir\t0.7\n', '\t'],
    ['commas with one semicolon in every row below the header', 'text,p\na;b,0.1\nc;d,0.7\n', ','],
    ['a delimiter that quotes hide', '"a;b",p\n"c;d",1\n"e",2\n', ','],
    ['ragged commas', 'a,b,c\n1,2,3\n1,2\n1,2,3\n1,2,3\n', ','],
    ['one column', 'a\n1\n2\n', ','],
    ['nothing', '', ','],
    ['blanks', 'y p\n1 0.5\n0 0.25\n', ' '],
    ['blanks that align numbers', '  y      p\n  1  0.500\n -1 12.250\n', ' '],
    ['blanks and decimal commas', 'y p\n1 0,5\n0 0,25\n', ' '],
    ['commas in spite of a blank in every record', 'full name,ok\nAda Byron,yes\nAlan Turing,no\n', ','],
    ['commas beside dates with times', 'at,y,p\n2026-01-01 10:00,1,0.5\n2026-01-01 11:00,0,0.1\n', ','],
    ['commas beside lists as NumPy prints them', 'truth,p\ncat,[4 -1.5 0]\ndog,[-2 3 0.5]\n', ','],
    ['no blanks in one column of names', 'name\nAda Byron\nAlan Turing\n', ','],
    ['blanks in a single line', '1 0.5', ' '],
    ['blanks where one cell of four is a number', 'a b c d\n1 x y z\nx 2 y z\n', ' '],
    ['no blanks where fewer cells are', 'a b c d e\n1 x y z w\nx 2 y z w\n', ','],
    ['blanks where nine of ten rows have as many', `y p\n${'1 0.5\n'.repeat(9)}1 2 3\n`, ' '],
    ['no blanks where fewer do', `y p\n${'1 0.5\n'.repeat(8)}1 2 3\n4 5 6\n`, ','],
    ['commas where blanks make no more numbers of the cells', 'name,n\nab 1,2\ncd 3,4\n', ','],
    ['what gives more fields, all else being equal', 'a;b,c;d\ne;f,g;h\n', ';'],
    ['what every row has before what gives more fields', 'y;p\n1;w,x,y,z\n1;w,x,y,z\n', ';'],
    ['what every row has before what gives more numbers', 'p;a;b\n0.1;x;y, 1\n0.2;x;y, 2\n0.3;x;y\n0.4;x;y, 3\n', ';'],
    ['a quote that only blanks before it would leave open', 'y;text\n1; "a b\n0; "c d\n1; "e f\n', ';'],
    ['no blanks in prose', 'It was a dark night.\nThe rain fell\nin torrents\n', ','],
  ])('finds %s', (_, text, expected) => {
    expect(delimiterOf(text)).toBe(expected);
  });

  it('does not let a half-read last line mislead it', () => {
    expect(sniffDialect('a;b\n1;2\n1,5,7,8', false).delimiter).toBe(';');
  });

  it.each([
    ['sep=;\na,b;c\n', ';', 6],
    ['sep=|\r\na|b\r\n', '|', 7],
    ['SEP=\t\na\tb\n', '\t', 6],
    ['sep=;\na,b\n1,2\n', ';', 6],
    ['sep=;\ny p\n1 0.5\n', ';', 6],
  ])('believes the line %j', (text, delimiter, declaredBy) => {
    expect(sniffDialect(text, true)).toMatchObject({ delimiter, declaredBy });
  });

  it.each([
    ['y, p\n1, "0.5"\n0, "0.1"\n', true],
    ['y,p\n1,"0.5"\n0,"0.1"\n', false],
    ['y,p,text\n1,0.5, "a, b"\n0,0.1, "c"\n', true],
    ['y,text\n1, "a b\n0, "c d\n1, "e f\n', false],
    ['y, text\n1, "a, b"\n0, "c"\n', true],
    ['y,text\n1,a "b"\n0,c "d"\n', true],
    ['text\n "a"\n "b"\n', false],
    ['sep=;\ny;text\n1; "a;b"\n0; "c"\n', true],
    ['sep=,\ny,text\n1, "a;b"\n0, "c"\n', true],
    ['sep=;\ny;text\n1;"a;b"\n0;"c"\n', false],
    ['sep=;\ny;text\n1; "a b\n0; "c d\n1; "e f\n', false],
    ['sep=;\ny, text\n1, "a"\n0, "b"\n', false],
    ['y text\n1 "a"\n0 "b"\n1 "c"\n0 "d"\n', false],
  ])('sees in %j whether blanks stand before quotes: %s', (text, expected) => {
    expect(sniffDialect(text, true).allowsBlanksBeforeQuotes).toBe(expected);
  });

  it('takes no quote for a delimiter', () => {
    expect(sniffDialect('sep="\na,b\n', true).declaredBy).toBe(0);
  });
});

describe('firstRecords', () => {
  const dialect = { delimiter: ',', allowsBlanksBeforeQuotes: false };
  const recordsOf = (head: string, isWhole: boolean) => firstRecords(head, dialect, isWhole, 'a.csv', 1);

  it('leaves a last line out that may go on', () => {
    expect(recordsOf('a,b\n1,2\n3', false)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(recordsOf('a,b\n1,2\n3', true).at(-1)).toEqual(['3']);
  });

  it('gives 200, whether they are short or long', () => {
    for (const filling of ['', 'x'.repeat(1000)]) {
      const lines = Array.from({ length: 300 }, (_, row) => [`${row}${filling}`, 'y']);
      const records = recordsOf(`\n${lines.map((cells) => cells.join()).join('\n\n')}\n`, true);
      expect(records).toEqual(lines.slice(0, 200));
    }
  });
});
