import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { goldenFiles, goldenRows } from '../../golden/readGolden.ts';
import { openWhole } from './reading.ts';

const columnOf = (score: string) => score.replace(/^(?:1 - |-)/, '');

describe.each(goldenFiles())('$name.csv', ({ name, cases }) => {
  it('is understood as its case says, and read to the last digit', async () => {
    const bytes = new Uint8Array(readFileSync(new URL(`../../golden/${name}.csv`, import.meta.url)));
    const { summary, prepared, page } = await openWhole(bytes);
    const { inferred } = summary;
    const sameModel = cases.filter(({ score }) => columnOf(score) === inferred.score);
    const [{ label, positive, weight, where }] = sameModel;
    expect(inferred.label).toBe(label);
    expect(inferred.positiveLabel).toBe(positive);
    expect(inferred.weight).toBe(weight ?? null);
    expect(inferred.split).toBe(Object.keys(where ?? {})[0] ?? null);

    // The case without its selection of rows, read by the golden tests' own parser. A scorecard is turned as its case says; where
    // another case turns the score, the file's reader is told so by the user, and nobody is here.
    const { score } = sameModel[0];
    const turned = prepared.transform === 'negate' ? `-${inferred.score}` : inferred.score;
    if (prepared.transform === 'negate') expect(turned).toBe(score);
    const expected = goldenRows(name, { ...sameModel[0], where: undefined, score: turned });
    expect(page.rows.map(({ score }) => score)).toEqual([...expected.yScore]);
    expect(page.rows.map(({ outcome }) => (outcome === 'tp' ? 1 : 0))).toEqual([...expected.yTrue]);
    expect(prepared.accounting.read).toBe(expected.yTrue.length + expected.skipped);
    expect(prepared.accounting.kept).toBe(expected.yTrue.length);
  });
});

it('accounts for every row of missing_values.csv', async () => {
  const bytes = new Uint8Array(readFileSync(new URL('../../golden/missing_values.csv', import.meta.url)));
  const { prepared } = await openWhole(bytes);
  const at = (line: number, cell: string) => ({ file: 'data.csv', line, cell });
  expect(prepared.accounting).toEqual({
    read: 15,
    kept: 7,
    keptByFile: [7],
    blankLines: 2,
    skipped: [
      { reason: 'missingScore', count: 4, places: [at(5, ''), at(6, 'NaN'), at(7, 'nan'), at(12, 'null')] },
      { reason: 'missingLabel', count: 2, places: [at(4, ''), at(8, 'NA')] },
      { reason: 'unreadableScore', count: 1, places: [at(14, 'abc')] },
      { reason: 'infiniteScore', count: 1, places: [at(17, 'Infinity')] },
    ],
  });
});
