import { describe, expect, it } from 'vitest';
import { cellsOf, columnNames, linesOf, problemOf, read } from './reading.ts';

/** What is read of a text: names, rows, the lines on which they stand, and what is noted. */
async function table(text: string) {
  const result = await read(text);
  return {
    names: columnNames(result),
    rows: cellsOf(result),
    lines: linesOf(result),
    notes: result.notes.findings.map(({ code, values }) => ({ code, ...values })),
    blankLines: result.notes.blankLines,
    skipped: result.notes.skipped.length,
  };
}

const ROWS = [
  ['1', '0.5'],
  ['0', '0.25'],
];
const plain = { names: ['y', 'p'], rows: ROWS, blankLines: 0, skipped: 0 };
const aside = (count: number, example: string) => ({ code: 'linesAboveTable', file: 'data.csv', count, example });

describe('comments above a table', () => {
  it.each<[string, string, number, string, number]>([
    ['one', '# made by x\ny,p\n1,0.5\n0,0.25\n', 1, '# made by x', 3],
    ['several, of all marks', '# a\r\n% b\r\n// c\r\ny,p\r\n1,0.5\r\n0,0.25\r\n', 3, '# a', 5],
    ['with delimiters in them', '# a, b, c, d\ny,p\n1,0.5\n0,0.25\n', 1, '# a, b, c, d', 3],
    ['as wide as the table', '# seed 1, fold 2\ny,p\n1,0.5\n0,0.25\n', 1, '# seed 1, fold 2', 3],
    ['with a quote', '# "a, it’s\n# b,"c\ny,p\n1,0.5\n0,0.25\n', 2, '# "a, it’s', 4],
    ['of nothing but a mark', '# \n# b\ny,p\n1,0.5\n0,0.25\n', 2, '#', 4],
    ['with CR alone', '# a\ry,p\r1,0.5\r0,0.25\r', 1, '# a', 3],
    ['above a line that declares the delimiter', '# a\nsep=;\ny;p\n1;0.5\n0;0.25\n', 1, '# a', 4],
  ])('are left aside and counted: %s', async (_, text, count, example, line) => {
    expect(await table(text)).toEqual({ ...plain, lines: [line, line + 1], notes: [aside(count, example)] });
  });

  it('with a quote that is never closed are left aside above rows without names too', async () => {
    const { rows, notes } = await table('# "made by x\n1,0.5\n0,0.25\n');
    expect(rows).toEqual(ROWS);
    expect(notes).toContainEqual(aside(1, '# "made by x'));
  });

  it('are quoted by the first 40 characters of the first', async () => {
    const { notes } = await table(`# ${'abcdefghi '.repeat(6)}\n# b\ny,p\n1,0.5\n0,0.25\n`);
    expect(notes).toEqual([aside(2, '# abcdefghi abcdefghi abcdefghi abcdefgh')]);
  });

  it('are counted apart from blank lines between them', async () => {
    const { blankLines, lines, notes } = await table('\n# a\n\n  \n# b\n\ny,p\n1,0.5\n0,0.25\n');
    expect({ blankLines, lines, notes }).toEqual({ blankLines: 4, lines: [8, 9], notes: [aside(2, '# a')] });
  });

  it('may be longer than what is looked at first', async () => {
    const { names, notes } = await table(`${'# filler filler filler\n'.repeat(9000)}y,p\n1,0.5\n0,0.25\n`);
    expect([names, notes]).toEqual([['y', 'p'], [aside(9000, '# filler filler filler')]]);
  });

  it.each([
    ['#id', '#id,y,p\n7,1,0.5\n8,0,0.25\n', ['#id', 'y', 'p']],
    ['%correct', '%correct,y\n50,1\n70,0\n', ['%correct', 'y']],
    ['//path', '//path,y\na,1\nb,0\n', ['//path', 'y']],
    ['#id above words', '#id,name\na,b\nc,d\n', ['#id', 'name']],
    ['one name', '#score\n0.5\n0.7\n', ['#score']],
    ['#id below a comment', '# made, today, by me\n#id,y,p\n7,1,0.5\n8,0,0.25\n', ['#id', 'y', 'p']],
  ])('are told from names: %s', async (_, text, names) => {
    const result = await table(text);
    expect([result.names, result.rows.length]).toEqual([names, 2]);
  });

  it.each([
    ['# y,p\n1,0.5\n0,0.25\n', []],
    ['# y p\n1 0.5\n0 0.25\n', []],
    ['# made by NumPy\n# y p\n1 0.5\n0 0.25\n', [aside(1, '# made by NumPy')]],
  ])('lend their mark to names, as NumPy writes them: %j', async (text, notes) => {
    expect(await table(text)).toMatchObject({ ...plain, notes });
  });

  it('are rows where they are as wide as rows and no names are there', async () => {
    const { rows } = await table('#happy,1,0.5\n#sad,0,0.1\nmeh,1,0.2\nhm,0,0.3\n');
    expect(rows.map(([first]) => first)).toEqual(['#happy', '#sad', 'meh', 'hm']);
  });

  it('alone are a header without rows, or nothing', async () => {
    expect((await problemOf(read('#id,score\n'))).code).toBe('headerOnly');
    expect((await problemOf(read('# nothing\n\n# here\n'))).code).toBe('headerOnly');
  });

  it('without end are no comments', async () => {
    const reading = read(`${'# filler filler filler\n'.repeat(60_000)}y,p\n1,0.5\n`);
    expect((await reading).dataset.rowCount).toBeGreaterThan(10_000);
  });
});

describe('titles above a table', () => {
  it.each<[string, string, number, string, number]>([
    ['a line', 'Report of 3 March\ny,p\n1,0.5\n0,0.25\n', 1, 'Report of 3 March', 3],
    [
      'a line with a delimiter',
      'Report, made on 3 March, final\ny,p\n1,0.5\n0,0.25\n',
      1,
      'Report, made on 3 March, final',
      3,
    ],
    ['a quoted line', '"Report, final"\ny,p\n1,0.5\n0,0.25\n', 1, 'Report, final', 3],
    ['two lines', 'Report\nModel 7\ny,p\n1,0.5\n0,0.25\n', 2, 'Report', 4],
    ['a comment and a line', '# x\nReport\ny,p\n1,0.5\n0,0.25\n', 2, '# x', 4],
  ])('are left aside and counted: %s', async (_, text, count, example, line) => {
    expect(await table(text)).toEqual({ ...plain, lines: [line, line + 1], notes: [aside(count, example)] });
  });

  it('may be filled up with delimiters, as spreadsheets do', async () => {
    const { names, rows, notes, blankLines } = await table('Report,,\n\nid,y,p\na,1,0.5\nb,0,0.1\n');
    expect([names, rows.length, notes, blankLines]).toEqual([['id', 'y', 'p'], 2, [aside(1, 'Report,,')], 1]);
  });

  it('may stand above rows without names', async () => {
    const { names, rows, notes } = await table('Report\n7,1,0.5\n8,0,0.25\n');
    expect([names, rows.length]).toEqual([['column 1', 'column 2', 'column 3'], 2]);
    expect(notes.map(({ code }) => code)).toEqual(['linesAboveTable', 'guessedNoHeader']);
  });

  it('may be twenty', async () => {
    const { names, notes } = await table(`${'Report\n'.repeat(20)}id,y,p\n${'a,1,0.5\n'.repeat(30)}`);
    expect([names, notes]).toEqual([['id', 'y', 'p'], [aside(20, 'Report')]]);
  });

  it('may stand above rows of which one in ten has another length', async () => {
    const { notes } = await table(`Report\nid,y,p\n${'a,1,0.5\n'.repeat(8)}b,1\nc\n`);
    expect(notes).toEqual([aside(1, 'Report')]);
  });

  it.each([
    ['a line above rows of many lengths', 'Report\nid,y,p\na,1,0.5\nb,1\nc,0\nd,0,0.1\ne,0,0.2\n'],
    ['a full line above names', 'm1,m2,m3\nid,y,p\n7,1,0.5\n8,0,0.2\n'],
    ['a line of many fields above words that may be values', 'a,b,c,d\ngood,bad\nfair,poor\nwell,ill\n'],
  ])('are not seen in %s', async (_, text) => {
    expect((await table(text)).notes.map(({ code }) => code)).not.toContain('linesAboveTable');
  });

  it.each([
    ['a header shorter than its rows', 'y,p\n1,0.5,9,9\n0,0.1,9,9\n1,0.2,9,9\n'],
    ['rows of any length', 'a,b,c\n1\n1,2\n1,2,3\n1\n1,2\n'],
  ])('are not seen in %s', async (_, text) => {
    expect((await table(text)).notes).toEqual([]);
  });

  it('are not seen in a header with one name', async () => {
    expect((await table('p,,\n0.5,a,b\n0.25,c,d\n')).names).toEqual(['p', 'column 2', 'column 3']);
  });
});

describe('row names as R writes them', () => {
  it.each([
    ['"y" "p"\n"1" 1 0.5\n"2" 0 0.25\n', ['1', '2']],
    ['"y","p"\n"1",1,0.5\n"2",0,0.25\n', ['1', '2']],
    ['y p\nMazda 1 0.5\nFiat 0 0.25\n', ['Mazda', 'Fiat']],
  ])('get a column of their own: %j', async (text, rowNames) => {
    const { names, rows } = await table(text);
    expect(names).toEqual(['column 1', 'y', 'p']);
    expect(rows).toEqual(ROWS.map((row, at) => [rowNames[at], ...row]));
  });

  it.each([
    ['only one row has a field more', 'y,p\n1,0.5\n2,1,0.5\n3,0.1\n4,0.2\n', 3],
    ['they do not count on from 1', 'y,p\n1,5,0.5\n7,6,0.25\n', 0],
    ['one comes twice', 'y p\nMazda 1 0.5\nMazda 0 0.25\n', 0],
  ])('are not seen where %s', async (_, text, count) => {
    const { names, rows } = await table(text);
    expect([names, rows.length]).toEqual([['y', 'p'], count]);
  });

  it('are not seen where every row has one comma too many', async () => {
    const { rows, skipped } = await table('text,p\nb,c,0.5\nd,e,0.1\n');
    expect([rows.length, skipped]).toEqual([0, 1]);
  });
});

describe('blanks between fields', () => {
  it.each([
    ['one', 'y p\n1 0.5\n0 0.25\n'],
    ['many, and some at the ends', '  y      p \n  1   0.500\n  0   0.250  \n'],
    ['CRLF', 'y p\r\n1 0.5\r\n0 0.25\r\n'],
    ['blank lines', 'y p\n1 0.5\n   \n0 0.25'],
  ])('%s', async (_, text) => {
    const { names, rows, skipped } = await table(text);
    expect([names, rows.map((row) => row.map(Number)), skipped]).toEqual([
      ['y', 'p'],
      ROWS.map((r) => r.map(Number)),
      0,
    ]);
  });

  it('leave quoted cells whole, newlines and quotes included', async () => {
    const { rows, lines } = await table('name y p\n"a b" 1 0.5\n"c\n""d"" e" 0 0.25\nf 1 0.1\n');
    expect(rows.map(([name]) => name)).toEqual(['a b', 'c\n"d" e', 'f']);
    expect(lines).toEqual([2, 3, 5]);
  });

  it('count rows of another width', async () => {
    const { notes, dataset } = await read(`y p\n${'1 0.5\n'.repeat(30)}1\n0 0.1 x\n`);
    expect([dataset.rowCount, notes.skipped.map(({ reason }) => reason)]).toEqual([
      30,
      ['tooFewFields', 'tooManyFields'],
    ]);
  });
});

describe('blanks around delimiters and quotes', () => {
  it('are dropped', async () => {
    const { names, rows } = await table(' text , "y" , score\n "a, b" , 1 , "0.5"\n"c ""d""", "0" ,0.25\n');
    expect(names).toEqual(['text', 'y', 'score']);
    expect(rows).toEqual([
      ['a, b', '1', '0.5'],
      ['c "d"', '0', '0.25'],
    ]);
  });

  it('do so behind newlines in quotes and across pieces too', async () => {
    const rows = Array.from({ length: 30_000 }, (_, at) => `${at % 2}, "a,\n${at}", 0.${at}`);
    const result = await read(`y, text, p\n${rows.join('\n')}\n`);
    expect(result.dataset.rowCount).toBe(30_000);
    expect(cellsOf(result)[29_999]).toEqual(['1', 'a,\n29999', '0.29999']);
    expect(linesOf(result).slice(0, 3)).toEqual([2, 4, 6]);
  });
});

describe('a delimiter at the end of every row', () => {
  it.each(['y,p\n1,0.5,\n0,0.25,\n', 'y,p,\n1,0.5,\n0,0.25,\n', 'y,p\n1,0.5, \n0,0.25,\n'])(
    'adds nothing: %j',
    async (text) => {
      const { names, rows, skipped } = await table(text);
      expect(names.slice(0, 2)).toEqual(['y', 'p']);
      expect(rows.map((row) => row.slice(0, 2))).toEqual(ROWS);
      expect(skipped).toBe(0);
    },
  );

  it('is one field too many where not every row has it', async () => {
    const { names, rows, skipped } = await table('y,p\n1,0.5,\n0,0.25\n');
    expect([names, rows, skipped]).toEqual([['y', 'p'], [['0', '0.25']], 1]);
  });
});

describe('text that is no table', () => {
  it.each([
    ['HTML', '<!DOCTYPE html>\n<p>y,p</p>\n'],
    ['HTML', '\n  <table><tr><td>1</td></tr></table>\n'],
    ['XML', '<?xml version="1.0"?>\n<rows><row y="1"/></rows>\n'],
    ['ARFF', '% made by Weka\n@RELATION iris\n@DATA\n1,0.5\n'],
    ['a Git LFS pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n'],
  ])('is refused by its name: %s', async (format, text) => {
    const problem = await problemOf(read(text));
    expect([problem.code, problem.values]).toEqual(['unsupportedFormat', { file: 'data.csv', format }]);
  });

  it.each(['\n\n', '  \n', 'sep=;\n'])('but empty is said to be so: %j', async (text) => {
    expect((await problemOf(read(text))).code).toBe('emptyFile');
  });
});
