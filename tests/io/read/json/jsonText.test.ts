import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellOf,
  DEPTH_LIMIT,
  elementsOf,
  isList,
  isObject,
  isScalar,
  JsonError,
  membersOf,
  wholeValue,
} from '../../../../src/io/read/json/jsonText.ts';

/** What a text is refused with: the kind and the place. */
function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof JsonError) return `${error.kind} at ${error.at}`;
    throw error;
  }
  return 'nothing';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('a value', () => {
  it.each([
    '0',
    '-0',
    '7',
    '-12',
    '0.5',
    '-0.25',
    '12.75',
    '1e5',
    '1E5',
    '1e+5',
    '1.5e-05',
    '-1.5E+10',
    '123456789012345678901234567890',
    'true',
    'false',
    'null',
    'NaN',
    'Infinity',
    '-Infinity',
    '""',
    '"a"',
    '"a b"',
    '"\\""',
    '"\\\\"',
    '"\\\\\\""',
    '"a\nb"',
    '"{"',
    '"]"',
    '[]',
    '[ ]',
    '{}',
    '{ }',
    '[1,2]',
    '[1 , 2]',
    '[[],[{}]]',
    '{"a":1}',
    '{"a" : 1 , "b":[2]}',
    '{"a":{"b":{}}}',
    '[\n1,\r\n2\t]',
  ])('%j is one', (text) => {
    expect(wholeValue(text)).toBe(text);
    expect(wholeValue(` \t\r\n${text} \t\r\n`)).toBe(text);
  });

  it.each([
    // What does not belong there, and where.
    ['x', 'end at 0'],
    ['x,', 'unexpected at 0'],
    ['01', 'end at 0'],
    ['01]', 'unexpected at 0'],
    ['[01]', 'unexpected at 1'],
    ['[1.]', 'unexpected at 1'],
    ['[.5]', 'unexpected at 1'],
    ['[+1]', 'unexpected at 1'],
    ['[1e]', 'unexpected at 1'],
    ['[1.5.2]', 'unexpected at 1'],
    ['[1a]', 'unexpected at 1'],
    ['[1-2]', 'unexpected at 1'],
    ['[0x1]', 'unexpected at 1'],
    ['[truex]', 'unexpected at 1'],
    ['[True]', 'unexpected at 1'],
    ['[nulls]', 'unexpected at 1'],
    ['[nan]', 'unexpected at 1'],
    ['[-NaN]', 'unexpected at 1'],
    ['[Infinityx]', 'unexpected at 1'],
    ["['a']", 'unexpected at 1'],
    ['[,]', 'unexpected at 1'],
    ['[1,]', 'unexpected at 3'],
    ['[1,,2]', 'unexpected at 3'],
    ['[1 2]', 'unexpected at 3'],
    ['[1;2]', 'unexpected at 2'],
    ['[1}', 'unexpected at 2'],
    ['{"a":1]', 'unexpected at 6'],
    ['{a:1}', 'unexpected at 1'],
    ['{1:1}', 'unexpected at 1'],
    ['{"a"}', 'unexpected at 4'],
    ['{"a" 1}', 'unexpected at 5'],
    ['{"a"=1}', 'unexpected at 4'],
    ['{"a":}', 'unexpected at 5'],
    ['{"a":1,}', 'unexpected at 7'],
    ['{"a":1 "b":2}', 'unexpected at 7'],
    ['{,}', 'unexpected at 1'],
    ['1 2', 'unexpected at 2'],
    ['[1] x', 'unexpected at 4'],
    ['{} {}', 'unexpected at 3'],
    ['"a" "b"', 'unexpected at 4'],
    ['[1]]', 'unexpected at 3'],
    ['\u00a01', 'unexpected at 0'],
    // What only ends too early.
    ['', 'end at 0'],
    ['  ', 'end at 2'],
    ['[', 'end at 1'],
    ['[1', 'end at 2'],
    ['[1,', 'end at 3'],
    ['[1, ', 'end at 4'],
    ['{', 'end at 1'],
    ['{"a"', 'end at 4'],
    ['{"a":', 'end at 5'],
    ['{"a":1', 'end at 6'],
    ['{"a":1,', 'end at 7'],
    ['"a', 'end at 2'],
    ['"a\\"', 'end at 4'],
    ['["a', 'end at 3'],
    ['{"a', 'end at 3'],
    ['[tru', 'end at 1'],
    ['[-', 'end at 1'],
    ['[1.', 'end at 1'],
    ['[1e', 'end at 1'],
    ['[1e+', 'end at 1'],
    ['[Infin', 'end at 1'],
    // More word than any number or word of JSON may be.
    [`[${'x'.repeat(39)}`, 'end at 1'],
    [`[${'x'.repeat(41)},`, 'end at 1'],
    [`[${'x'.repeat(39)},`, 'unexpected at 1'],
  ])('%j is none: %s', (text, expected) => expect(refusal(() => wholeValue(text))).toBe(expected));

  it('is whatever the engine reads, and nothing else', () => {
    const part = fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      ' ',
      '\n',
      '"',
      '\\',
      '"a"',
      '"b":',
      '0',
      '1',
      '-',
      '.',
      'e',
      '+',
      'true',
      'null',
      '1.5',
      '[]',
      '{}',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 9 }), (parts) => {
        const text = parts.join('');
        // Line ends within strings, which JSON forbids, and escapes are looked at later.
        fc.pre(!/["\\][^"]*[\n\\]/.test(text));
        expect(refusal(() => wholeValue(text)) === 'nothing').toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(wholeValue(` ${text}\n`)).toBe(text);
      }),
    );
  });

  it(`may lie ${DEPTH_LIMIT} deep`, () => {
    const lists = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    expect(wholeValue(lists(200))).toBe(lists(200));
    expect(wholeValue(objects(200))).toBe(objects(200));
    expect(refusal(() => wholeValue(lists(201)))).toBe('depth at 200');
    expect(refusal(() => wholeValue(objects(201)))).toBe('depth at 1000');
  });

  it('is a list, an object or neither', () => {
    const kinds = (raw: string) => [isList(raw), isObject(raw), isScalar(raw)];
    expect(kinds('[1]')).toEqual([true, false, false]);
    expect(kinds('{}')).toEqual([false, true, false]);
    for (const raw of ['1', '"[1]"', 'null']) expect(kinds(raw)).toEqual([false, false, true]);
  });
});

describe('members and elements', () => {
  it('are those that the engine finds', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }),
        fc.constantFrom(0, 2),
        (value, indent) => {
          const members = [...membersOf(` ${JSON.stringify(value, null, indent)} `)];
          const expected = JSON.parse(JSON.stringify(Object.entries(value))) as unknown;
          expect(members.map(([key, raw]) => [key, JSON.parse(raw) as unknown])).toEqual(expected);
        },
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.constantFrom(0, 2), (value, indent) => {
        const elements = elementsOf(` ${JSON.stringify(value, null, indent)} `);
        expect(elements.map((raw) => JSON.parse(raw) as unknown)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('stand as they are written, without blanks around them', () => {
    expect(elementsOf('[ 1.50 ,"a" , [1, 2],{ } ]')).toEqual(['1.50', '"a"', '[1, 2]', '{ }']);
    expect([...membersOf('{ "a" : 1.50 ,"b":[1, 2] }')]).toEqual([
      ['a', '1.50'],
      ['b', '[1, 2]'],
    ]);
  });

  it('have the last value of a key that comes again, in the first place', () => {
    expect([...membersOf('{"a":1,"b":2,"a":3}')]).toEqual([
      ['a', '3'],
      ['b', '2'],
    ]);
  });

  it('are asked of lists and objects only, which must end the text', () => {
    expect(refusal(() => elementsOf('{}'))).toBe('unexpected at 0');
    expect(refusal(() => membersOf('[]'))).toBe('unexpected at 0');
    expect(refusal(() => elementsOf(''))).toBe('end at 0');
    expect(refusal(() => elementsOf('[1] 2'))).toBe('unexpected at 4');
    expect(refusal(() => membersOf('{} 2'))).toBe('unexpected at 3');
  });
});

describe('a cell', () => {
  it.each([
    ['"a"', 'a'],
    ['""', ''],
    ['"a\\"b"', 'a"b'],
    ['"\\u00e9\\n"', 'é\n'],
    ['"a\nb\\tc"', 'a\nb\tc'],
    ['"\u0001\\\\"', '\u0001\\'],
    ['null', ''],
    ['true', 'true'],
    ['1.50', '1.50'],
    ['NaN', 'NaN'],
    ['[1, 2]', '[1, 2]'],
    ['{"a":1}', '{"a":1}'],
  ])('of %j is %j', (raw, cell) => expect(cellOf(raw)).toBe(cell));

  it('has no escape that JSON has not', () => {
    expect(refusal(() => cellOf('"\\x41"'))).toBe('unexpected at 0');
    expect(refusal(() => membersOf('{"\\u12":1}'))).toBe('unexpected at 0');
  });
});
