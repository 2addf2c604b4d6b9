import { describe, expect, it } from 'vitest';
import { listShapes, partsOf } from '../../../../src/io/read/lists/listParts.ts';
import { type ListNode, parseList } from '../../../../src/io/read/lists/parseList.ts';

function nodeOf(cell: string): ListNode {
  const node = parseList(cell);
  if (node === null) throw new Error(`No list: ${cell}`);
  return node;
}

const shapesOf = (...cells: readonly string[]) => Object.fromEntries(listShapes(cells.map(nodeOf)));

/** The parts of the first of some cells as `path=text`, names that are listed as `path!`; null where it does not fit the others. */
function partsIn(first: string, ...others: readonly string[]) {
  const shapes = listShapes([first, ...others].map(nodeOf));
  const parts = partsOf(nodeOf(first), shapes);
  return parts?.map(({ path, text, isName }) => (isName ? `${path}!` : `${path}=${text}`)) ?? null;
}

const times = (count: number, cell: string) => Array<string>(count).fill(cell);

describe('what lists are', () => {
  it.each([
    ['numbers, as many in each', ['[0.1,0.9]', '[0.5,0.5]'], 'vector', 2],
    ['a single number in each', ['[0.1]', '[0.9]'], 'vector', 1],
    ['numbers of which some are missing', ['[0.1,NaN]', '[None,0.5]'], 'vector', 2],
    ['numbers that are not whole, of whatever length', ['[0.1,0.9]', '[0.5]', '[1,2,3]'], 'vector', 2],
    ['numbers with signs', ['[-1]', '[1,-1]', '[1,2,-3]'], 'vector', 1],
    ['whole numbers, as many in each', ['[1,0]', '[0,1]'], 'vector', 2],
    ['whole numbers that come twice in one', ['[1,1]', '[2]', '[0,1,2]'], 'vector', 2],
    ['words', ['["a","b"]', '["c","d"]'], 'names', 2],
    ['words among numbers', ['[1,2]', '[1,"b"]'], 'names', 2],
    ['whole numbers, now more, now fewer', ['[1,2]', '[1]', '[0,1,2]'], 'names', 2],
    ['whole numbers of several digits', ['[10,200]', '[10]', '[5,10,200]'], 'names', 2],
    ['whole numbers, and often none', ['[1,2]', '[0,2]', '[]'], 'names', 2],
  ])('%s', (_, cells, kind, length) => expect(shapesOf(...cells)).toEqual({ '': { kind, length } }));

  it('are vectors of whole numbers where more than nine of ten have one length', () => {
    expect(shapesOf(...times(91, '[1,2]'), ...times(9, '[3]'))['']).toEqual({ kind: 'vector', length: 2 });
    expect(shapesOf(...times(90, '[1,2]'), ...times(10, '[3]'))['']).toEqual({ kind: 'names', length: 2 });
    expect(shapesOf(...times(91, '[1,2]'), ...times(9, '[]'))['']).toEqual({ kind: 'vector', length: 2 });
    expect(shapesOf(...times(90, '[1,2]'), ...times(10, '[]'))['']).toEqual({ kind: 'names', length: 2 });
  });

  it('have the length that most have, the first of lengths that are as frequent', () => {
    expect(shapesOf('[0.1]', '[0.1,0.2]', '[0.3,0.4]')[''].length).toBe(2);
    expect(shapesOf('[0.1,0.2]', '[0.3]')[''].length).toBe(2);
    expect(shapesOf('[]', '[]', '[]', '[0.3]')[''].length).toBe(1);
  });

  it('are told by the place where they stand', () => {
    expect(shapesOf('{"p":[0.1,0.9],"tags":["a"],"deep":{"v":[1,2,3]}}', '{"p":[0.5,0.5],"x":1}')).toEqual({
      '.p': { kind: 'vector', length: 2 },
      '.tags': { kind: 'names', length: 1 },
      '.deep.v': { kind: 'vector', length: 3 },
    });
    expect(shapesOf('[[1,2],{"a":[0.5]}]')).toEqual({
      '[0]': { kind: 'vector', length: 2 },
      '[1].a': { kind: 'vector', length: 1 },
    });
  });
});

describe('what a cell holds', () => {
  it.each([
    ['a vector', '[0.1,0.9]', ['[0]=0.1', '[1]=0.9']],
    ['a vector with a missing value', '[0.1,None]', ['[0]=0.1', '[1]=']],
    ['a vector in a list', '[[0.1,0.9]]', ['[0]=0.1', '[1]=0.9']],
    ['a vector in lists', '[[[0.1,0.9]]]', ['[0]=0.1', '[1]=0.9']],
    ['two vectors', '[[0.1],[0.9]]', ['[0][0]=0.1', '[1][0]=0.9']],
    ['a value and a vector', '[5,[0.1,0.9]]', ['[0]=5', '[1][0]=0.1', '[1][1]=0.9']],
    ['names', '["a","b"]', ['.a!', '.b!']],
    ['names and a missing one', '["a",None,"b"]', ['.a!', '.b!']],
    ['nothing', '[]', []],
    ['no keys', '{}', []],
    ['keys', '{"a":1,"b":"x"}', ['.a=1', '.b=x']],
    ['a missing value', '{"a":null}', ['.a=']],
    ['keys within keys', '{"a":{"b":1,"c":{"d":2}}}', ['.a.b=1', '.a.c.d=2']],
    ['vectors and names behind keys', '{"p":[0.1,0.9],"t":["x"]}', ['.p[0]=0.1', '.p[1]=0.9', '.t.x!']],
    ['objects in a list', '[{"a":1},{"a":2}]', ['[0].a=1', '[1].a=2']],
  ])('%s', (_, cell, parts) => expect(partsIn(cell)).toEqual(parts));

  it('does not fit where a vector has another length', () => {
    expect(partsIn('[0.1]', '[0.1,0.9]', '[0.5,0.5]')).toBeNull();
    expect(partsIn('{"p":[0.1,0.2],"q":1}', '{"p":[0.1]}', '{"p":[0.9]}')).toBeNull();
    expect(partsIn('[[0.1],[0.2,0.3]]', '[[1],[2]]', '[[1],[2]]')).toBeNull();
    expect(partsIn('[[0.1,0.2],[0.3]]', '[[1],[2]]', '[[1],[2]]')).toBeNull();
  });

  it('fits with an empty vector, which says nothing', () => {
    expect(partsIn('{"p":[],"q":1}', '{"p":[0.1]}', '{"p":[0.9]}')).toEqual(['.q=1']);
    expect(partsIn('[]', '[0.1,0.9]', '[0.5,0.5]')).toEqual([]);
  });

  it('is told by itself where no other cell has such a list', () => {
    expect(partsOf(nodeOf('{"new":[0.1,0.9]}'), new Map())?.map(({ path }) => path)).toEqual(['.new[0]', '.new[1]']);
    expect(partsOf(nodeOf('{"new":["a"]}'), new Map())?.map(({ path }) => path)).toEqual(['.new.a']);
  });
});

describe('scores with the names of their classes', () => {
  it.each([
    '[{"label":"no","score":0.1},{"label":"yes","score":0.9}]',
    '[{"score":0.1,"label":"no"},{"score":0.9,"label":"yes"}]',
    '[{"LABEL":"no","Score":0.1},{"LABEL":"yes","Score":0.9}]',
    '[{"class":"no","prob":0.1},{"class":"yes","prob":0.9}]',
    '[{"class_name":"no","probability":0.1},{"class_name":"yes","probability":0.9}]',
    '[{"name":"no","proba":0.1},{"name":"yes","proba":0.9}]',
    '[{"key":"no","value":0.1},{"key":"yes","value":0.9}]',
    '[{"value":0.1,"key":"no"},{"value":0.9,"key":"yes"}]',
    '[{"value":"no","confidence":0.1},{"value":"yes","confidence":0.9}]',
    '[{"confidence":0.1,"value":"no"},{"confidence":0.9,"value":"yes"}]',
    '[{"label":"no","score":0.1,"more":[1]},{"label":"yes","score":0.9}]',
    '{"classes":["no","yes"],"scores":[0.1,0.9]}',
    '{"scores":[0.1,0.9],"classes":["no","yes"]}',
    '{"Labels":["no","yes"],"Probabilities":[0.1,0.9]}',
    '{"class_names":["no","yes"],"probs":[0.1,0.9]}',
    '{"displayNames":["no","yes"],"confidences":[0.1,0.9]}',
    '{"class_labels":["no","yes"],"probability":[0.1,0.9]}',
    '[[{"label":"no","score":0.1},{"label":"yes","score":0.9}]]',
  ])('%s', (cell) => {
    const wrapped = cell.startsWith('[[');
    const prefix = wrapped ? '[0]' : '';
    expect(partsIn(cell)).toEqual([`${prefix}.no=0.1`, `${prefix}.yes=0.9`]);
  });

  it('may stand behind a key', () => {
    expect(partsIn('{"id":7,"out":[{"label":"a","score":1}]}')).toEqual(['.id=7', '.out.a=1']);
    expect(partsIn('{"id":7,"at":1,"out":{"classes":["a"],"scores":[1]}}')).toEqual(['.id=7', '.at=1', '.out.a=1']);
  });

  it.each([
    [
      'one of the pairs has no name',
      '[{"label":"a","score":1},{"x":2,"score":3}]',
      ['[0].label=a', '[0].score=1', '[1].x=2', '[1].score=3'],
    ],
    [
      'one of the pairs has no score',
      '[{"label":"a","score":1},{"label":"b","x":3}]',
      ['[0].label=a', '[0].score=1', '[1].label=b', '[1].x=3'],
    ],
    ['one of them is no pair', '[{"label":"a","score":1},5]', ['[0].label=a', '[0].score=1', '[1]=5']],
    ['it has one key only', '[{"value":1}]', ['[0].value=1']],
    ['the score is a list', '[{"label":"a","score":[1]}]', ['[0].label=a', '[0].score[0]=1']],
    ['the name is a list', '[{"label":["a"],"score":1}]', ['[0].label.a!', '[0].score=1']],
    ['the name is the score', '[{"value":1,"x":2}]', ['[0].value=1', '[0].x=2']],
    [
      'there are more names than scores',
      '{"classes":["a","b"],"scores":[1]}',
      ['.classes.a!', '.classes.b!', '.scores[0]=1'],
    ],
    [
      'there are more scores than names',
      '{"classes":["a"],"scores":[1,2]}',
      ['.classes.a!', '.scores[0]=1', '.scores[1]=2'],
    ],
    ['there are neither names nor scores', '{"classes":[],"scores":[]}', []],
    [
      'a name is a list',
      '{"classes":[["a"],"b"],"scores":[1,2]}',
      ['.classes[0].a!', '.classes[1]=b', '.scores[0]=1', '.scores[1]=2'],
    ],
    [
      'a score is a list',
      '{"classes":["a","b"],"scores":[[1],2]}',
      ['.classes.a!', '.classes.b!', '.scores[0][0]=1', '.scores[1]=2'],
    ],
    ['the names are one', '{"classes":"a","scores":[1]}', ['.classes=a', '.scores[0]=1']],
    ['the scores are one', '{"classes":["a"],"scores":1}', ['.classes.a!', '.scores=1']],
    ['there is a third key', '{"classes":["a"],"scores":[1],"x":2}', ['.classes.a!', '.scores[0]=1', '.x=2']],
    ['only one of the two is there', '{"classes":["a"],"x":[1]}', ['.classes.a!', '.x[0]=1']],
  ])('are none where %s', (_, cell, parts) => expect(partsIn(cell)).toEqual(parts));
});

describe("Spark's vectors as objects", () => {
  it.each([
    ['{"type":1,"values":[0.1,0.9]}', ['[0]=0.1', '[1]=0.9']],
    ['{"type":1,"size":null,"indices":null,"values":[0.1,0.9]}', ['[0]=0.1', '[1]=0.9']],
    ['{"type":0,"size":3,"indices":[1],"values":[0.5]}', ['[0]=0', '[1]=0.5', '[2]=0']],
    ['{"type":1,"size":2,"values":[0.1,0.9]}', ['[0]=0.1', '[1]=0.9']],
    ['{"type":1,"indices":[0,1],"values":[0.1,0.9]}', ['[0]=0.1', '[1]=0.9']],
    ['{"type":0,"size":2,"indices":[],"values":[]}', ['[0]=0', '[1]=0']],
    ['{"type":1,"values":[]}', []],
    ['{"p":{"type":1,"values":[0.1,0.9]}}', ['.p[0]=0.1', '.p[1]=0.9']],
  ])('%s', (cell, parts) => expect(partsIn(cell)).toEqual(parts));

  it.each([
    ['another type', '{"type":2,"values":[0.1]}', ['.type=2', '.values[0]=0.1']],
    ['a type with more digits', '{"type":10,"values":[0.1]}', ['.type=10', '.values[0]=0.1']],
    ['no type', '{"kind":1,"values":[0.1]}', ['.kind=1', '.values[0]=0.1']],
    ['no values', '{"type":1,"value":[0.1]}', ['.type=1', '.value[0]=0.1']],
    ['a single value', '{"type":1,"values":0.1}', ['.type=1', '.values=0.1']],
    ['values that are lists', '{"type":1,"values":[[0.1],[2]]}', ['.type=1', '.values[0][0]=0.1', '.values[1][0]=2']],
    [
      'places beyond its size',
      '{"type":0,"size":1,"indices":[1],"values":[0.5]}',
      ['.type=0', '.size=1', '.indices[0]=1', '.values[0]=0.5'],
    ],
  ])('are objects like any other with %s', (_, cell, parts) => expect(partsIn(cell)).toEqual(parts));
});
