import { describe, expect, it } from 'vitest';
import { cellsOf, read } from './reading.ts';

const HEADER = 'inst#,actual,predicted,error,prediction\n';
const classesIn = async (text: string) => {
  const result = await read(text);
  const findings = result.notes.findings.filter(({ code }) => code === 'numberedClasses');
  return { cells: cellsOf(result).map((row) => row.slice(1, 3)), columns: findings.map(({ values }) => values.column) };
};

describe('the classes in predictions of Weka', () => {
  it('are called by their names, in both columns', async () => {
    const { cells, columns } = await classesIn(`${HEADER}1,1:no,2:yes,+,0.9\n2,2:yes,2:yes,,0.8\n`);
    expect(cells).toEqual([
      ['no', 'yes'],
      ['yes', 'yes'],
    ]);
    expect(columns).toEqual(['actual', 'predicted']);
  });

  it('are missing where they are not known', async () => {
    const { cells } = await classesIn(`${HEADER}1,1:?,2:yes,,0.9\n2,2:1:30,1:no,,0.8\n3,1:no,1:no,,0.7\n`);
    expect(cells).toEqual([
      ['', 'yes'],
      ['1:30', 'no'],
      ['no', 'no'],
    ]);
  });

  it.each([
    ['some cell has no number', `${HEADER}1,1:no,2:yes,,0.9\n2,yes,2:yes,,0.8\n`],
    ['a name has two numbers', `${HEADER}1,1:no,2:yes,,0.9\n2,2:no,2:yes,,0.8\n`],
    ['the columns are called otherwise', 'n,truth,predicted,error,p\n1,1:no,2:yes,,0.9\n2,2:yes,2:yes,,0.8\n'],
  ])('stay as they are where %s', async (_, text) => {
    const { cells, columns } = await classesIn(text);
    expect(columns).toEqual([]);
    expect(cells[0]).toEqual(['1:no', '2:yes']);
  });
});
