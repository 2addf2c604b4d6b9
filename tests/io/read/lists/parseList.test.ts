import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ListNode, parseList, sparse } from '../../../../src/io/read/lists/parseList.ts';

const object = (entries: Readonly<Record<string, ListNode>>) => new Map(Object.entries(entries));

describe('parseList', () => {
  it.each<readonly [cell: string, node: ListNode]>([
    // What stands between: commas, semicolons, blanks, lines.
    ['[0.1,0.9]', ['0.1', '0.9']],
    ['[0.1, 0.9]', ['0.1', '0.9']],
    ['[0.1;0.9]', ['0.1', '0.9']],
    ['[0.1 0.9]', ['0.1', '0.9']],
    ['[ 0.1  0.9 ]', ['0.1', '0.9']],
    ['[0.1\n 0.9]', ['0.1', '0.9']],
    ['[0.1 , 0.9]', ['0.1', '0.9']],
    ['[0.1,0.9,]', ['0.1', '0.9']],
    ['[0.1, 0.9]  ', ['0.1', '0.9']],
    // Brackets of every kind, filled, empty and in each other.
    ['(0.1, 0.9)', ['0.1', '0.9']],
    ["('b',)", ['b']],
    ['{0.1,0.9}', ['0.1', '0.9']],
    ['{0.1}', ['0.1']],
    ['[]', []],
    ['[ ]', []],
    ['()', []],
    ['{}', object({})],
    ['{ }', object({})],
    ['[[1,2],[3]]', [['1', '2'], ['3']]],
    ['[(1, 2), (3,)]', [['1', '2'], ['3']]],
    ['[[[1]]]', [[['1']]]],
    // Names with values.
    ['{"a":1,"b":2}', object({ a: '1', b: '2' })],
    ["{'a': 1, 'b': 2}", object({ a: '1', b: '2' })],
    ['{"a" : 1 , "b" : 2}', object({ a: '1', b: '2' })],
    ['{a=1, b=2}', object({ a: '1', b: '2' })],
    ['{a: 1; b: 2}', object({ a: '1', b: '2' })],
    ['{0: 0.1, 1: 0.9}', object({ 0: '0.1', 1: '0.9' })],
    ['{"a":{"b":[1,2]}}', object({ a: object({ b: ['1', '2'] }) })],
    ['{"a":[],"b":{}}', object({ a: [], b: object({}) })],
    ['[{"a":1},{"b":2}]', [object({ a: '1' }), object({ b: '2' })]],
    ["{'a': 1, 'a': 2}", object({ a: '2' })],
    // Values that are words.
    ['[True, False, true, false]', ['1', '0', '1', '0']],
    ['[null, None, nan, NaN, NA, undefined]', ['', '', '', '', '', '']],
    ['[Nullable, Trueish]', ['Nullable', 'Trueish']],
    ['[constructor, toString]', ['constructor', 'toString']],
    ['[-1e-05, +2., inf]', ['-1e-05', '+2.', 'inf']],
    ['[a-b, c/d]', ['a-b', 'c/d']],
    // Quotes of both kinds and what stands escaped in them.
    ['["a, b", \'c]\']', ['a, b', 'c]']],
    ['["", \'\']', ['', '']],
    ['["True", "None", "..."]', ['True', 'None', '...']],
    ['["it\'s", \'say "x"\']', ["it's", 'say "x"']],
    ['["\\"x\\"", \'it\\\'s\']', ['"x"', "it's"]],
    ['["a\\nb\\tc\\rd\\be\\ff"]', ['a\nb\tc\rd\be\ff']],
    ['["a\\\\b\\/c"]', ['a\\b/c']],
    ['["\\u00e9x", \'\\xe9x\']', ['éx', 'éx']],
    ['["\\uD83D\\uDE42", "\\u00E9F", "\\xE9F"]', ['🙂', 'éF', 'éF']],
    ['["\\nx41, \\tu00e9"]', ['\nx41, \tu00e9']],
    ['["\\u00e", "\\xg1", "\\constructor"]', ['u00e', 'xg1', 'constructor']],
    ['["a\nb"]', ['a\nb']],
    // What is called by a name.
    ['array([0.1, 0.9])', ['0.1', '0.9']],
    ['array([0.1, 0.9], dtype=float32)', ['0.1', '0.9']],
    ['np.array([0.1, 0.9])', ['0.1', '0.9']],
    ['numpy.array([0.1, 0.9])', ['0.1', '0.9']],
    ['array(dtype=float32, [0.1, 0.9])', ['0.1', '0.9']],
    ['array([0.1, 0.9], dtype = float32, shape=(2, 1))', ['0.1', '0.9']],
    ['tensor([0.1, 0.9], device="cuda:0", requires_grad=True)', ['0.1', '0.9']],
    ['tensor([0.1, 0.9], grad_fn=<SoftmaxBackward0>)', ['0.1', '0.9']],
    ['array([0.1, 0.9], type=float)', ['0.1', '0.9']],
    ['[np.float64(0.1), np.float64(0.9)]', ['0.1', '0.9']],
    ['[float32(0.1) float32(0.9)]', ['0.1', '0.9']],
    ['DenseVector([0.1, 0.9])', ['0.1', '0.9']],
    ['c(0.1, 0.9)', ['0.1', '0.9']],
    ['c(1, 2, 3)', ['1', '2', '3']],
    ['c()', []],
    ['array([[0.1, 0.9]])', [['0.1', '0.9']]],
    [
      'OrderedDict([("a", 1), ("b", 2)])',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    // Spark's sparse vectors: a size, places, values.
    ['(3,[1],[0.75])', ['0', '0.75', '0']],
    ['(3,[0,2],[0.25,0.75])', ['0.25', '0', '0.75']],
    ['(3, {1: 0.75})', ['0', '0.75', '0']],
    ['SparseVector(3, {0: 0.25, 2: 0.75})', ['0.25', '0', '0.75']],
    ['SparseVector(3, [1], [0.75])', ['0', '0.75', '0']],
    ['(2,[],[])', ['0', '0']],
    // Nearly sparse vectors are the lists they are.
    ['[3,[1],[0.75]]', ['3', ['1'], ['0.75']]],
    ['(3,[3],[0.75])', ['3', ['3'], ['0.75']]],
    ['(3,[1,2],[0.75])', ['3', ['1', '2'], ['0.75']]],
    ['(3,[1],[0.75],[1])', ['3', ['1'], ['0.75'], ['1']]],
  ])('%j', (cell, node) => expect(parseList(cell)).toEqual(node));

  it.each([
    // A single value is none, in whatever it is wrapped.
    'x',
    '0.5',
    '',
    '"[1]"',
    'f(0.5)',
    'np.float64(0.5)',
    'call("me")',
    // What does not end, or goes on behind its end.
    '[1',
    '[1,',
    '{"a":1',
    '{"a":',
    '{"a"',
    '(1, 2',
    '["a',
    "['a",
    '["a\\',
    'f([1]',
    '[1]]',
    '[1] [2]',
    '[1], 2',
    '[1]x',
    '(a) see below',
    // Brackets that do not belong to each other.
    '[1)',
    '(1]',
    '{1]',
    '[1}',
    'c(1]',
    // Where a value should be is none.
    '[,1]',
    '[1,,2]',
    '{a: }',
    '{:1}',
    '[=1]',
    '[:]',
    '{"a":1,,}',
    '[dtype=1]',
    '[1, shape=(2,)]',
    // Names with values and values without names.
    '{"a":1,2}',
    '{1,"a":2}',
    '{[1]:2}',
    '{{}:2}',
    // NumPy leaves out the middle.
    '[0.1 ... 0.9]',
    '[0.1, ..., 0.9]',
    // Names that no function has.
    '1f([1])',
    'a b([1])',
    'pd.array([1])',
    ' [1]',
    'é([1])',
  ])('%j is text', (cell) => expect(parseList(cell)).toBeNull());

  it('looks 32 brackets deep and no deeper', () => {
    const nested = (depth: number, open = '[', close = ']') => `${open.repeat(depth)}1${close.repeat(depth)}`;
    expect(parseList(nested(32))).not.toBeNull();
    expect(parseList(nested(33))).toBeNull();
    expect(parseList(nested(32, '{"a":', '}'))).not.toBeNull();
    expect(parseList(nested(33, '{"a":', '}'))).toBeNull();
    expect(parseList(nested(33, '{', '}'))).toBeNull();
    expect(parseList(`f${nested(32, '(', ')')}`)).not.toBeNull();
    expect(parseList(`f${nested(33, '(', ')')}`)).toBeNull();
    expect(parseList(nested(33, '(', ')'))).toBeNull();
  });

  it('reads cells of a million characters and no longer ones', () => {
    expect(parseList(`["${'x'.repeat(999_996)}"]`)).toEqual(['x'.repeat(999_996)]);
    expect(parseList(`["${'x'.repeat(999_997)}"]`)).toBeNull();
  });

  it('gives back what JSON wrote', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('"', '\\', '\n', "'", '[1]', 'é', '\u2028'));
    const { node } = fc.letrec<{ node: unknown; list: unknown; map: unknown }>((tie) => ({
      node: fc.oneof({ maxDepth: 4 }, text, tie('list'), tie('map')),
      list: fc.array(tie('node'), { maxLength: 4 }),
      map: fc.dictionary(text, tie('node'), { maxKeys: 4, noNullPrototype: true }),
    }));
    const asNode = (value: unknown): ListNode => {
      if (typeof value === 'string') return value;
      if (Array.isArray(value)) return value.map(asNode);
      return new Map(Object.entries(value as object).map(([key, each]) => [key, asNode(each)]));
    };
    fc.assert(
      fc.property(fc.array(node, { minLength: 1 }), (value) => {
        expect(parseList(JSON.stringify(value))).toEqual(asNode(value));
        expect(parseList(JSON.stringify({ a: value }, null, 2))).toEqual(asNode({ a: value }));
      }),
    );
  });
});

describe('sparse', () => {
  it.each<readonly [parts: readonly ListNode[], dense: readonly string[] | null]>([
    [['1', ['0'], ['x']], ['x']],
    [
      ['2', ['1', '0'], ['x', 'y']],
      ['y', 'x'],
    ],
    [
      ['2', object({ 1: 'x' })],
      ['0', 'x'],
    ],
    [
      ['2', object({})],
      ['0', '0'],
    ],
    [
      ['2', [], []],
      ['0', '0'],
    ],
    [['0', [], []], null],
    [['-1', [], []], null],
    [['2.0', [], []], null],
    [['x', [], []], null],
    [[['2'], [], []], null],
    [['2', ['2'], ['x']], null],
    [['2', ['-1'], ['x']], null],
    [['2', ['0.5'], ['x']], null],
    [['2', ['a'], ['x']], null],
    [['2', ['0'], [['x']]], null],
    [['2', ['0'], ['x', 'y']], null],
    [['2', ['0', '1'], ['x']], null],
    [['2', object({ 1: 'x' }), []], null],
    [['2', object({ 1: ['x'] })], null],
    [['2', ['0']], null],
    [['2', ['0'], 'x'], null],
    [['2', '0', ['x']], null],
    [['2', ['0'], ['x'], ''], null],
    [['2'], null],
    [[], null],
  ])('of %j is %j', (parts, dense) => expect(sparse(parts)).toEqual(dense));

  it('writes out ten thousand places and no more', () => {
    expect(sparse(['10000', ['9999'], ['1']])).toEqual([...Array(9999).fill('0'), '1']);
    expect(sparse(['10001', ['9999'], ['1']])).toBeNull();
  });
});
