import { describe, expect, it } from 'vitest';
import { columnNames, hasHeader } from '../../../src/io/read/header.ts';

const table = (text: string) => text.split('\n').map((line) => line.split(','));

describe('hasHeader', () => {
  it.each([
    ['names above numbers', 'y_true,y_prob\n0,0.1\n1,0.8'],
    ['names above words', 'truth,answer\ngood,bad\nbad,good'],
    ['one name above numbers', 'good,p\ngood,0.3\nbad,0.1'],
    ['class numbers above probabilities', '0,1\n0.2,0.8\n0.9,0.1'],
    ['an index and class numbers', ',0,1\n0,0.2,0.8\n1,0.9,0.1'],
    ['a name and class numbers', 'label,0,1,2\n2,0.2,0.1,0.7\n0,0.8,0.1,0.1'],
    ['names above missing values', 'y,p\n1,NA\n0,0.4'],
    ['names above decimal commas and percentages', 'a,b\n53%,1\n12%,0'],
    ['names alone', 'y_true,y_prob'],
    ['a name above numbers beside one number', '1,p\n3,NA\n4,0.5'],
    ['a name above numbers, some of which are left out', '1,p\n3\n4, 0.5'],
    ['a name that comes again after more than 50 rows', `good,bad\n${'x,y\n'.repeat(50)}good,z`],
  ])('sees %s', (_, text) => {
    expect(hasHeader(table(text))).toBe(true);
  });

  it.each([
    ['numbers above numbers', '0,0.1\n1,0.8'],
    ['a class and a number', 'good,0.1\nbad,0.8\ngood,0.3'],
    ['labels above labels', '0,1\n1,0\n1,1'],
    ['a single row of numbers', '1,0.7'],
    ['class numbers above whole numbers', '0,1\n3,4\n5,6'],
    ['the same word twice', 'good,good\nbad,poor'],
    ['missing above numbers', 'NA,0.1\n1,0.8'],
    ['a word that comes again, between blanks', ' good,p\nbad,x\n good  ,y'],
    ['a word that comes again in the 50th row', `good,bad\n${'x,y\n'.repeat(49)}good,z`],
    ['the same word twice, between blanks', 'good, good\nbad,poor'],
    ['more numbers than words', '1,2,3,a\n4,5,6,7'],
    ['a word above nothing', 'a,1\nNA,2\n,3'],
    ['a word above numbers and words', 'a,1\n5,2\nx,3'],
    ['a word and a zero above fractions', 'a,0\nx,0.5\ny,0.3'],
    ['numbers that count no classes', '0,2\n0.2,0.8'],
    ['words beside whole numbers', 'a,b,c,0,1\nx,y,z,3,4'],
  ])('sees that %s have none', (_, text) => {
    expect(hasHeader(table(text))).toBe(false);
  });
});

describe('columnNames', () => {
  it('trims, numbers the unnamed by place and counts repeated names', () => {
    expect(columnNames([' a ', '', 'a', 'b', 'a', ''])).toEqual(['a', 'column 2', 'a (2)', 'b', 'a (3)', 'column 6']);
  });

  it('takes quotes off that stand around a name', () => {
    expect(columnNames(['"ab"', '"a', 'b"', 'a "b"', '"a" b', ' "" '])).toEqual([
      'ab',
      '"a',
      'b"',
      'a "b"',
      '"a" b',
      'column 6',
    ]);
  });

  it('gives no name twice, whatever names there are', () => {
    const names = columnNames(['a', 'a (2)', 'a', 'column 4', '', 'a', 'a (2)', 'column 5']);
    expect(new Set(names).size).toBe(names.length);
    expect(names.slice(0, 4)).toEqual(['a', 'a (2)', 'a (3)', 'column 4']);
  });

  it('takes names of objects’ own properties for names like others', () => {
    expect(columnNames(['__proto__', 'constructor', '__proto__', 'toString'])).toEqual([
      '__proto__',
      'constructor',
      '__proto__ (2)',
      'toString',
    ]);
  });

  it('names 100,000 columns at once, however often names are repeated', () => {
    const repeated = Array.from({ length: 50_000 }, (_, at) => `h (${at})`);
    const names = columnNames([...repeated, ...Array<string>(50_000).fill('h')]);
    expect(new Set(names).size).toBe(100_000);
  });
});
