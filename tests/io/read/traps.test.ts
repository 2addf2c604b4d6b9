import { gzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { numberAt } from '../../../src/core/dataset/dataset.ts';
import { countSkipped } from '../../../src/core/rows/accounting.ts';
import { gb18030Bytes } from './gb18030.ts';
import { cellsOf, columnNames, linesOf, problemOf, read } from './reading.ts';

/** The one true table: every file below is a way to write it down, or to spoil it. */
const NAMES = ['label', 'score', 'split', 'text'];
const TEXTS = ['plain', 'a, b; c|d', 'say "hi", ok', 'two\nlines', '中文，标点', '"', '’tis #1', 'tab\there'];
const ROWS = Array.from({ length: 40 }, (_, row) => [
  row % 3 === 0 ? 'yes' : 'no',
  `0.${1000 + ((row * 379) % 8999)}`,
  row < 25 ? 'train' : 'test',
  TEXTS[row % TEXTS.length],
]);
/** The same without letters beyond windows-1252, and without newlines in cells. */
const SIMPLE = ROWS.map(([label, score, split], row) => [label, score, split, `Fälle ${row}`]);

interface Spelling {
  readonly delimiter?: string;
  readonly newline?: string;
  readonly quotes?: 'needed' | 'all';
  readonly names?: readonly string[];
}

const spelt = (cell: string, delimiter: string, quotes: 'needed' | 'all') =>
  quotes === 'all' || cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

function write(rows: readonly (readonly string[])[], how: Spelling = {}): string {
  const { delimiter = ',', newline = '\n', quotes = 'needed', names = NAMES } = how;
  return [names, ...rows]
    .map((record) => record.map((cell) => spelt(cell, delimiter, quotes)).join(delimiter) + newline)
    .join('');
}

const utf8 = (text: string) => new Uint8Array(Buffer.from(text));
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const MARK = '\uFEFF';

/** The lines on which the rows begin, the header being on the line given. */
function linesBelow(header: number, rows: readonly (readonly string[])[]): number[] {
  let line = header + 1;
  return rows.map((row) => {
    const begins = line;
    line += row.join().split('\n').length;
    return begins;
  });
}

type Content = string | Uint8Array<ArrayBuffer>;

/** Reads a file and holds it against the table: names, cells, row count, lines, nothing skipped. */
async function expectTable(content: Content, rows = ROWS, headerLine = 1): Promise<string[]> {
  const result = await read(content);
  expect(columnNames(result)).toEqual(NAMES);
  expect(cellsOf(result)).toEqual(rows);
  expect(linesOf(result)).toEqual(linesBelow(headerLine, rows));
  expect(result.files[0].rows).toBe(rows.length);
  expect(countSkipped(result.notes.skipped)).toBe(0);
  return result.notes.findings.map(({ code }) => code);
}

const table = write(ROWS);
const body = table.slice(table.indexOf('\n') + 1);

describe('one true table comes back', () => {
  it.each<[string, Content, readonly string[], number]>([
    ['as it is', table, [], 1],
    ['without a newline at the end', table.trimEnd(), [], 1],
    ['with every cell in quotes', write(ROWS, { quotes: 'all' }), [], 1],
    ['with CR alone', write(ROWS.map(quiet), { newline: '\r' }), [], 1],
    ['with CRLF', write(ROWS, { newline: '\r\n' }), [], 1],
    ['with a CRLF header above an LF body', `${NAMES.join()}\r\n${body}`, [], 1],
    [
      'with an LF header above a CRLF body',
      `${NAMES.join()}\n${write(ROWS, { newline: '\r\n' }).slice(NAMES.join().length + 2)}`,
      [],
      1,
    ],
    ['with tabs', write(ROWS, { delimiter: '\t' }), [], 1],
    ['with semicolons', write(ROWS, { delimiter: ';' }), [], 1],
    ['with pipes', write(ROWS, { delimiter: '|' }), [], 1],
    ['with a line that declares the delimiter', `sep=;\r\n${write(ROWS, { delimiter: ';' })}`, [], 2],
    ['with blanks', write(ROWS, { delimiter: ' ', quotes: 'all' }), [], 1],
    ['with a byte-order mark', MARK + table, [], 1],
    ['with a byte-order mark and a quoted header', MARK + write(ROWS, { quotes: 'all' }), [], 1],
    ['in UTF-16, little end first', utf16(MARK + table), [], 1],
    ['in UTF-16, big end first', utf16be(MARK + table), [], 1],
    ['in UTF-16 without a mark', utf16(table), [], 1],
    ['in UTF-16 without a mark, big end first', utf16be(table), [], 1],
    ['as “Unicode text” of a spreadsheet', utf16(MARK + write(ROWS, { delimiter: '\t', newline: '\r\n' })), [], 1],
    ['in GB18030', gb18030Bytes(table), ['fallbackEncoding'], 1],
    ['compressed', new Uint8Array(gzipSync(table)), [], 1],
    ['below comments', `# model: a, b\n# "made" by x\n${table}`, ['linesAboveTable'], 3],
    ['below a title', `Report of 3 March\n\n${table}`, ['linesAboveTable'], 3],
    ['below a title filled up with commas', `Report,,,\n${table}`, ['linesAboveTable'], 2],
    ['below blank lines', `\n\n${table}`, [], 3],
    [
      'with a comma at every end',
      write(
        ROWS.map((row) => [...row, '']),
        { names: [...NAMES, ''] },
      ),
      [],
      1,
    ],
    ['with a comma at the end of rows alone', write(ROWS.map((row) => [...row, ''])), [], 1],
    ['with blanks around every cell', loose(ROWS), [], 1],
    ['with a blank before every name', ` label, score, split, text\n${body}`, [], 1],
    ['with blanks behind closing quotes', loose(ROWS, ''), [], 1],
  ])('%s', async (_, content, findings, headerLine) => {
    const rows =
      typeof content === 'string' && content.includes('\r') && !content.includes('\n') ? ROWS.map(quiet) : ROWS;
    expect(await expectTable(content, rows, headerLine)).toEqual(findings);
  });

  it('in windows-1252, with a note', async () => {
    expect(await expectTable(latin1(write(SIMPLE)), SIMPLE)).toEqual(['fallbackEncoding']);
  });

  it('with semicolons and decimal commas, as numbers', async () => {
    const rows = SIMPLE.map(([label, score, ...rest]) => [label, score.replace('.', ','), ...rest]);
    const result = await read(write(rows, { delimiter: ';' }));
    const score = result.dataset.columns[1];
    expect(ROWS.map((_, row) => numberAt(score, row))).toEqual(ROWS.map((row) => Number(row[1])));
    expect(result.notes.findings.map(({ code }) => code)).toEqual(['decimalCommaColumn']);
  });

  it('around blank lines, which are counted', async () => {
    const result = await read(write(SIMPLE).replaceAll('\n', '\n\n'));
    expect(cellsOf(result)).toEqual(SIMPLE);
    expect(result.notes.blankLines).toBe(41);
  });

  it('around rows of another length, which are counted with their lines', async () => {
    const lines = write(SIMPLE).split('\n');
    lines.splice(3, 0, 'no,0.5');
    lines.splice(10, 0, 'no,0.5,train,a,b');
    const result = await read(lines.join('\n'));
    expect(cellsOf(result)).toEqual(SIMPLE);
    expect(result.notes.skipped).toEqual([
      { reason: 'tooFewFields', count: 1, places: [{ file: 'data.csv', line: 4 }] },
      { reason: 'tooManyFields', count: 1, places: [{ file: 'data.csv', line: 11 }] },
    ]);
  });

  it('under names that are properties of every object, that are blank, or that repeat', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const names = ['__proto__', 'constructor', '', '__proto__'];
    const result = await read(write(ROWS, { names }));
    expect(columnNames(result)).toEqual(['__proto__', 'constructor', 'column 3', '__proto__ (2)']);
    expect(cellsOf(result)).toEqual(ROWS);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });

  it('whatever the name of the first column is', async () => {
    for (const name of ['#id', '%', '//', 'sep', 'toString', '中文', '"', ' ', '0.5x']) {
      const result = await read(write(ROWS, { names: [name, ...NAMES.slice(1)] }));
      expect([columnNames(result)[0], cellsOf(result)]).toEqual([name.trim() || 'column 1', ROWS]);
    }
  });
});

/** Cells without newlines, where CR is the newline. */
function quiet(row: readonly string[]): string[] {
  return row.map((cell) => cell.replaceAll('\n', ' '));
}

function loose(rows: readonly (readonly string[])[], before = ' '): string {
  return [NAMES, ...rows]
    .map((row) => row.map((cell) => `${before}${spelt(cell, ',', 'needed')} `).join(','))
    .join('\n');
}

describe('a spoilt one is refused, with the reason', () => {
  it.each<[string, Content, string, Record<string, unknown>]>([
    ['nothing', '', 'emptyFile', {}],
    ['a mark alone', utf8(MARK), 'emptyFile', {}],
    ['the header alone', `${NAMES.join()}\n`, 'headerOnly', {}],
    ['a quote that never closes', table.replace('c|d"', 'c|d'), 'unclosedQuote', { line: 3 }],
    ['a quote left open at the end', `${table}no,0.5,test,"open\n`, 'unclosedQuote', { line: 47 }],
    ['a zero byte in text', utf8(table.replace('plain', 'pl\0in')), 'binaryFile', { kind: 'binary' }],
    ['a zero letter in UTF-16', utf16(MARK + table.replace('plain', 'pl\0in')), 'binaryFile', { kind: 'binary' }],
    ['half a letter at the end of UTF-8', utf8(`${table}no,0.5,test,中`).slice(0, -1), 'cutOff', {}],
    ['half a letter at the end of UTF-16', utf16(MARK + table).slice(0, -1), 'cutOff', {}],
    ['half a letter at the end of GB18030', gb18030Bytes(`${table}no,0.5,test,中`).slice(0, -1), 'cutOff', {}],
    ['a compressed file cut in the middle', cutGzip(), 'brokenGzip', {}],
    ['a file compressed twice', new Uint8Array(gzipSync(gzipSync(table))), 'packedTwice', {}],
    [
      'the page of a login',
      `<!DOCTYPE html>\n<title>Sign in</title>\n${table}`,
      'unsupportedFormat',
      { format: 'HTML' },
    ],
  ])('%s', async (_, content, code, values) => {
    expect(await problemOf(read(content))).toEqual({ code, values: { file: 'data.csv', ...values } });
  });

  function cutGzip(): Uint8Array<ArrayBuffer> {
    const packed = gzipSync(table);
    return new Uint8Array(packed.subarray(0, packed.length / 2));
  }
});

/** What a well-known parser makes of odd files, and what is made of them here. */
describe('the traps of PapaParse', () => {
  it.each([
    ['numbered names, then one name many times', Array.from({ length: 20_000 }, (_, at) => `h_${at + 1}`), 'h_20000'],
    ['one name 20,000 times', [], 'h'],
  ])('renaming headers takes no square of their number: %s', async (_, numbered, first) => {
    const header = [...numbered, ...Array<string>(20_000).fill('h')];
    const result = await read(`${header.join()}\n${header.map((_, at) => at).join()}\n`);
    const names = columnNames(result);
    expect([names.length, new Set(names).size]).toEqual([header.length, header.length]);
    expect(names[Math.max(0, numbered.length - 1)]).toBe(first);
    expect(cellsOf(result)[0].at(-1)).toBe(String(header.length - 1));
  });

  it('a header “__proto__” is not lost', async () => {
    const { data } = Papa.parse<Record<string, string>>('__proto__,y\n7,1\n', { header: true, skipEmptyLines: true });
    expect(Object.keys(data[0])).toEqual(['y']);
    expect(cellsOf(await read('__proto__,y\n7,1\n'))).toEqual([['7', '1']]);
  });

  it('a CRLF header does not merge the LF rows below it', async () => {
    expect(Papa.parse('y,p\r\n1,0.1\n0,0.2\n').data).toHaveLength(2);
    expect(cellsOf(await read('y,p\r\n1,0.1\n0,0.2\n'))).toEqual([
      ['1', '0.1'],
      ['0', '0.2'],
    ]);
  });

  it('UTF-16 is no gibberish', async () => {
    await expectTable(utf16(MARK + table));
  });

  it('“sep=;” and comments are no rows', async () => {
    expect(await expectTable(`# x\n${table}`, ROWS, 2)).toEqual(['linesAboveTable']);
    expect(await expectTable(`sep=;\n${write(ROWS, { delimiter: ';' })}`, ROWS, 2)).toEqual([]);
  });

  it('a blank before a quote or a name belongs to neither', async () => {
    expect(Papa.parse('label, score\n1, "0.4"\n').data).toEqual([['label', ' score'], ['1', ' "0.4"'], ['']]);
    const result = await read('label, score\n1, "0.4"\n0, "0.1"\n');
    expect([columnNames(result), cellsOf(result)]).toEqual([
      ['label', 'score'],
      [
        ['1', '0.4'],
        ['0', '0.1'],
      ],
    ]);
  });

  it('blanks delimit where nothing else does', async () => {
    expect(columnNames(await read('y p\n1 0.4\n0 0.3\n'))).toEqual(['y', 'p']);
  });

  it('an unclosed quote does not swallow the rest: it is named with its line', async () => {
    const content = `y,p\n1,0.5\n1,"0.4\n${'0,0.1\n'.repeat(500_000)}`;
    expect(Papa.parse(content.slice(0, 100_000)).data).toHaveLength(3);
    expect(await problemOf(read(content))).toEqual({ code: 'unclosedQuote', values: { file: 'data.csv', line: 3 } });
  });

  it('nothing, and a header without rows, are said', async () => {
    expect((await problemOf(read(''))).code).toBe('emptyFile');
    expect((await problemOf(read('y,p\n'))).code).toBe('headerOnly');
  });

  it('cells are text until their whole column is known', async () => {
    const result = await read('y,p,q\nTRUE,Infinity,007\nyes,0.5,1e3\n');
    expect(cellsOf(result)).toEqual([
      ['TRUE', 'Infinity', '007'],
      ['yes', '0.5', '1e3'],
    ]);
  });

  it('letters of several bytes survive the boundaries of pieces', async () => {
    const result = await read(`名字,p\n${'中文字,0.5\n中,0.25\n'.repeat(200_000)}`);
    const [name] = result.dataset.columns;
    expect([result.dataset.rowCount, name.kind === 'category' && name.dictionary]).toEqual([400_000, ['中文字', '中']]);
  });

  it('the newline is not settled by the first piece', async () => {
    const rows = '1,0.5\n'.repeat(60_000) + '0,0.1\r\n'.repeat(60_000) + '1,0.2\r'.repeat(60_000);
    expect((await read(`y,p\n${rows}`)).dataset.rowCount).toBe(180_000);
  });

  it('a missing score in a column of its own is a row, and a blank line at the end is none', async () => {
    expect(cellsOf(await read('p\n0.5\n\n0.25\n'))).toEqual([['0.5'], [''], ['0.25']]);
    expect(cellsOf(await read('p\r\n0.5\r\n\r\n\r\n0.25'))).toEqual([['0.5'], [''], [''], ['0.25']]);
  });
});
