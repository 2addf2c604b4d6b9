import { describe, expect, it } from 'vitest';
import { cellsOf, columnNames, problemOf, read } from './reading.ts';

/**
 * The kinds of cases that the public corpora hold (JSONTestSuite, csv-spectrum, csv-test-data, frictionless-py, rust-csv, the big list
 * of naughty strings), written anew.
 */

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

/** Values as text, of which `JSON.parse` tells which are JSON. */
const JSON_VALUES = [
  // Numbers.
  ...['0', '-0', '7', '-7', '1.5', '-1.5e3', '2E+2', '2e-2', '0e1', '1e308', '123456789012345678901234567890', '1E400'],
  ...[
    '01',
    '-01',
    '1.',
    '.5',
    '-.5',
    '+1',
    '1e',
    '1e+',
    '1.e1',
    '--1',
    '-',
    '0x1F',
    '1_000',
    '1,000',
    '१',
    '1 000',
    '- 1',
  ],
  ...['Infinit', 'Nan', 'nan', 'inf', '-NaN', '+Infinity', '1e1e1', '1.2.3', '1-2', '0.1f', '12n'],
  // Words.
  ...['true', 'false', 'null', 'tru', 'True', 'NULL', 'nul', 'truee', 'undefined', 'None', 'true false'],
  // Text.
  ...[
    '""',
    '"a"',
    '"é中😀"',
    '"\\u00e9"',
    '"\\uD83D\\uDE00"',
    '"\\n\\t\\"\\\\\\/\\b\\f\\r"',
    '"\\u2028"',
    '"\u2028"',
    '"\u007f"',
  ],
  ...['"', "'a'", '"a', 'a', '"\\x41"', '"\\u12"', '"\\u12G4"', '"\\', '"\\a"', '"a""b"', '\\u0022'],
  ...['“a”', '"\\U0041"', '"\\u"', '"\\ud800"', '"\\0"'],
  // Lists.
  ...['[]', '[1]', '[1, 2]', '[[]]', '[ ]', '[null]', '[1,"a",{}]', '[[[[[1]]]]]'],
  ...[
    '[',
    ']',
    '[1',
    '1]',
    '[1,]',
    '[,1]',
    '[1,,2]',
    '[1 2]',
    '[1:2]',
    '[1;2]',
    '[a]',
    '(1)',
    '[1}',
    '[[]',
    '[]]',
    '[*]',
    '["a" "b"]',
  ],
  // Objects.
  ...[
    '{}',
    '{"a":1}',
    '{"a":{"b":[1]}}',
    '{"":0}',
    '{"a":1,"b":2}',
    '{ "a" : 1 }',
    '{"a\\u0062":1}',
    '{"__proto__":1}',
  ],
  ...[
    '{',
    '}',
    '{"a"}',
    '{"a":}',
    '{"a" 1}',
    '{"a":1,}',
    '{,"a":1}',
    "{'a':1}",
    '{a:1}',
    '{1:1}',
    '{"a":1 "b":2}',
    '{"a"::1}',
  ],
  ...[
    '{"a":1]',
    '{"a":1}}',
    '{null:1}',
    '{"a"=1}',
    '{[]:1}',
    '{"a":1;"b":2}',
    '{"a", 1}',
    '{"a":/*c*/1}',
    '{"a":1}//c',
    '#{}',
  ],
];

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('a value of JSON in a table', () => {
  it('is there in both kinds', () => {
    const good = JSON_VALUES.filter(isJson).length;
    expect(good).toBeGreaterThan(40);
    expect(JSON_VALUES.length - good).toBeGreaterThan(70);
  });

  it.each(JSON_VALUES.map((value) => [value]))(
    '%j is read where it is JSON, and refused where it is not',
    async (value) => {
      const row = (p: number) => `{"y":${p > 0.5 ? 1 : 0},"p":${p},"x":${value}}`;
      const reading = read({ 'a.json': `[${row(0.25)},\n${row(0.75)}]` });
      if (!isJson(value)) {
        expect((await problemOf(reading)).code).toMatch(/Json$/);
        return;
      }
      const result = await reading;
      expect(cellsOf(result).map((cells) => cells.slice(0, 2))).toEqual([
        ['0', '0.25'],
        ['1', '0.75'],
      ]);
      const place = columnNames(result).indexOf('x');
      const meant: unknown = JSON.parse(value);
      if (typeof meant === 'string') expect(cellsOf(result)[0][place]).toBe(meant.trim());
      if (typeof meant === 'number') expect(Number(cellsOf(result)[0][place])).toBe(meant);
    },
  );
});

it('line ends and tabs inside a text of JSON, which some programs write, are taken as they are', async () => {
  const result = await read({ 'a.json': '[{"y":0,"p":0.25,"x":"a\n\tb"},{"y":1,"p":0.75,"x":"c"}]' });
  expect(cellsOf(result).map((cells) => cells[2])).toEqual(['a\n\tb', 'c']);
});

describe('a table of text', () => {
  it.each<[string, string | Uint8Array<ArrayBuffer>, readonly string[], readonly (readonly string[])[]]>([
    [
      'a comma in quotes',
      'name,y\n"Byron, Ada",1\nx,0\n',
      ['name', 'y'],
      [
        ['Byron, Ada', '1'],
        ['x', '0'],
      ],
    ],
    [
      'empty cells',
      'a,b,c\n1,"",""\n2,3,4\n',
      ['a', 'b', 'c'],
      [
        ['1', '', ''],
        ['2', '3', '4'],
      ],
    ],
    [
      'empty cells with CRLF',
      'a,b,c\r\n1,"",""\r\n2,3,4\r\n',
      ['a', 'b', 'c'],
      [
        ['1', '', ''],
        ['2', '3', '4'],
      ],
    ],
    [
      'doubled quotes',
      'a,b\n1,"a ""quoted"" word"\n2,x\n',
      ['a', 'b'],
      [
        ['1', 'a "quoted" word'],
        ['2', 'x'],
      ],
    ],
    [
      'JSON in a cell of its own',
      'k,v\n1,"{""type"": ""x""}"\n2,"{""type"": ""y""}"\n',
      ['k', 'v.type'],
      [
        ['1', 'x'],
        ['2', 'y'],
      ],
    ],
    [
      'newlines in quotes',
      'a,b\n1,"Once\nupon"\n2,"a time"\n',
      ['a', 'b'],
      [
        ['1', 'Once\nupon'],
        ['2', 'a time'],
      ],
    ],
    [
      'quotes and newlines',
      'a,b\n1,"ha\n""ha""\nha"\n2,x\n',
      ['a', 'b'],
      [
        ['1', 'ha\n"ha"\nha'],
        ['2', 'x'],
      ],
    ],
    [
      'no newline at the end',
      'a,b\n1,2\n3,4',
      ['a', 'b'],
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'UTF-8',
      'a,b\n1,ʤ中😀\n2,x\n',
      ['a', 'b'],
      [
        ['1', 'ʤ中😀'],
        ['2', 'x'],
      ],
    ],
    [
      'a byte-order mark',
      '\ufeffid,name\n1,é\n2,x\n',
      ['id', 'name'],
      [
        ['1', 'é'],
        ['2', 'x'],
      ],
    ],
    [
      'latin 1',
      latin1('id,name\n1,Bjørk\n2,São\n'),
      ['id', 'name'],
      [
        ['1', 'Bjørk'],
        ['2', 'São'],
      ],
    ],
    [
      'a name that comes twice',
      'id,name,name\n1,a,b\n2,c,d\n',
      ['id', 'name', 'name (2)'],
      [
        ['1', 'a', 'b'],
        ['2', 'c', 'd'],
      ],
    ],
    [
      'names that are blank',
      'id,,x\n1,a,b\n2,c,d\n',
      ['id', 'column 2', 'x'],
      [
        ['1', 'a', 'b'],
        ['2', 'c', 'd'],
      ],
    ],
    [
      'zeros in front',
      'zip,y\n00501,1\n01001,0\n',
      ['zip', 'y'],
      [
        ['00501', '1'],
        ['01001', '0'],
      ],
    ],
    [
      'semicolons',
      'id;name\n1;a,b\n2;c\n',
      ['id', 'name'],
      [
        ['1', 'a,b'],
        ['2', 'c'],
      ],
    ],
    [
      'quotes around everything',
      '"id","p"\n"1","0.5"\n"2","0.7"\n',
      ['id', 'p'],
      [
        ['1', '0.5'],
        ['2', '0.7'],
      ],
    ],
    [
      'missing populations',
      'city,state,n\nX,AL,\nY,AK,12\n',
      ['city', 'state', 'n'],
      [
        ['X', 'AL', ''],
        ['Y', 'AK', '12'],
      ],
    ],
    [
      'a lone quote inside a word',
      'a,b\n1,5" disk\n2,6" disk\n',
      ['a', 'b'],
      [
        ['1', '5" disk'],
        ['2', '6" disk'],
      ],
    ],
    [
      'a sum of dollars',
      'a,b\n1,"$1,000"\n2,"$2,500"\n',
      ['a', 'b'],
      [
        ['1', '$1,000'],
        ['2', '$2,500'],
      ],
    ],
  ])('with %s comes back as it was meant', async (_, content, names, cells) => {
    const result = await read(content);
    expect(columnNames(result)).toEqual(names);
    expect(cellsOf(result)).toEqual(cells);
  });

  it.each<[string, string | Uint8Array<ArrayBuffer>, string]>([
    ['nothing', '', 'emptyFile'],
    ['blanks and newlines', ' \n\r\n \n', 'emptyFile'],
    ['names alone', 'a,b,c\n', 'headerOnly'],
    ['a quote that never closes', 'a,b\n1,"2\n3,4\n', 'unclosedQuote'],
  ])('that is %s is refused in words', async (_, content, code) => {
    expect((await problemOf(read(content))).code).toBe(code);
  });

  it('with rows of other lengths keeps the others and counts those', async () => {
    const result = await read('a,b,c\n1,2,3\n1,2\n1,2,3,4\n5,6,7\n');
    expect(cellsOf(result)).toEqual([
      ['1', '2', '3'],
      ['5', '6', '7'],
    ]);
    expect(result.notes.skipped.map(({ reason, count }) => [reason, count])).toEqual(
      expect.arrayContaining([
        ['tooFewFields', 1],
        ['tooManyFields', 1],
      ]),
    );
  });
});

/** Words that other programs stumbled over. */
const NAUGHTY = [
  ...[
    'undefined',
    'hasOwnProperty',
    'constructor',
    '__proto__',
    'toString',
    'then',
    'prototype',
    '\\',
    '\\\\',
    'CON',
    'NUL',
  ],
  ...[
    '$1',
    '#{x}',
    '{{7*7}}',
    '%s%n',
    '{0}',
    '`id`',
    '$(id)',
    '; DROP TABLE rows;--',
    "' OR 1=1 --",
    '../../../x',
    '=1+1',
    '@SUM(1)',
  ],
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '&lt;b&gt;',
    '"><svg/onload=1>',
    'javascript:alert(1)',
    '<!--',
  ],
  ...[
    'Ω≈ç√∫',
    '田中さん',
    '𠜎𠜱',
    '👩‍👩‍👧‍👦',
    '🇺🇳',
    'ﷺ',
    'T̷h̷e',
    'العربية',
    'עברית',
    '\u202etest\u202c',
    '\u200bzero\u200b',
    'ⅷ',
    '①',
    'ＡＢＣ',
  ],
  ...[
    '"',
    "'",
    '“”',
    ',',
    ';',
    '|',
    '#',
    '//',
    '%',
    '\u00ad',
    'x\u2029x',
    'ʇxǝʇ',
    'Ｔｅｘｔ',
    '0xG',
    '1/2',
    '1e',
    'e1',
    '--',
    '+-',
  ],
];

const inQuotes = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe('naughty words', () => {
  it('come back as cells, whichever they are', async () => {
    const text = `k,word,p\n${NAUGHTY.map((word, at) => `${at},${inQuotes(word)},0.${at + 1}`).join('\n')}\n`;
    expect(cellsOf(await read(text)).map(([, word]) => word)).toEqual(NAUGHTY);
  });

  it('come back as names of columns of text and of JSON, and change no object', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const rows = [1, 2, 3].map((row) => NAUGHTY.map((_, at) => `${row}.${at}`));
    const text = [NAUGHTY.map(inQuotes), ...rows].map((cells) => cells.join(',')).join('\n');
    expect(columnNames(await read(text))).toEqual(NAUGHTY);
    const records = rows.map(
      (cells) => `{${NAUGHTY.map((name, at) => `${JSON.stringify(name)}:${cells[at]}`).join()}}`,
    );
    expect(columnNames(await read({ 'a.json': `[${records.join()}]` }))).toEqual(NAUGHTY);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
