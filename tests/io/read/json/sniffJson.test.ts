import { describe, expect, it } from 'vitest';
import { sniffJson } from '../../../../src/io/read/json/sniffJson.ts';

describe('sniffJson', () => {
  it.each([
    ['[{"y":1},{"y":0}]', 'elements'],
    ['[\n {"y":1},\n {"y":0}\n]', 'elements'],
    ['[[1,2],[3,4]]', 'elements'],
    ['[1,2,3]', 'elements'],
    ['["a"]', 'elements'],
    ['[]', 'elements'],
    ['[true]', 'elements'],
    ['[-1]', 'elements'],
    ['[NaN]', 'elements'],
    ['[', 'elements'],
    ['[1,2]\n\n', 'elements'],
    ['{"y":[1,0]}', 'values'],
    ['{\n"y":[1,0]}', 'values'],
    ['{}', 'values'],
    ['{"y":1}\n', 'values'],
    ['{"y":1}\n  \n', 'values'],
    ['\n {"y":1}', 'values'],
    ['{"y":1}\n{"y":0}', 'lines'],
    ['{"y":1}\r\n{"y":0}', 'lines'],
    ['{"y":1}\r{"y":0}', 'lines'],
    ['{"y":1}\n\n{"y":0}', 'lines'],
    ['{"y":1}\nsomething', 'lines'],
    ['[1,2]\n[3,4]', 'lines'],
    ['[1,2]\n  [3,4]', 'lines'],
    ['["a",{"b":1}]\n["c",{}]', 'lines'],
    ['[[1],[2]]\nmore', 'elements'],
  ])('%j: %s', (text, cut) => expect(sniffJson(text)).toBe(cut));

  it.each([
    ['sections', '[a]\nb=1'],
    ['words', '[True, False]'],
    ['a list of NumPy', '[0.1 0.9]\n[0.2 0.8]'],
    ['a set of Python', "{'a'}"],
    ['a set of numbers', '{1,2}'],
    ['a list in the first cell of a table', '[1,2],x\n[3,4],y'],
    ['an object in the first cell of a table', '{"a":1};x\n{"a":2};y'],
    ['a list in the first cell before a tab', '[1,2]\t0.5\n[3,4]\t0.1'],
    ['a list in the header, and no other', '[1,2]\n3'],
    ['a table', 'a,b\n1,2'],
    ['a list further on', 'x [1,2]'],
    ['nothing', ''],
    ['a word that only begins as one of JSON', '[trueish]'],
  ])('is none: %s', (_, text) => expect(sniffJson(text)).toBeNull());
});
