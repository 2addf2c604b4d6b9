import { expect, it } from 'vitest';
import { readLink, writeLink } from '../../src/io/link.ts';
import { selectView } from '../../src/state/classSelectors.ts';
import { isSessionChanged } from '../../src/state/keptSession.ts';
import { linkOf } from '../../src/state/linkedState.ts';
import { createTunerStore } from '../../src/state/store.ts';
import {
  selectAreVersionsLate,
  selectCanCompare,
  selectVersionColumn,
  selectVersionColumns,
  selectVersions,
  selectVersionsToMeasure,
} from '../../src/state/versions.ts';
import { csvFile, testEnv } from './testEnv.ts';

const row = (i: number, more: string) => `${Number(i % 3 === 0)},${((i * 37) % 60) / 60}${more}`;
const rowsOf = (count: number, more: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => row(i, more(i))).join('\n');

async function opened(...files: readonly (readonly [name: string, text: string])[]) {
  const store = createTunerStore(testEnv());
  await store.getState().openFiles(files.map(([name, text]) => csvFile(name, text)));
  return store;
}

const MONTHS = `y_true,p,month,release\n${rowsOf(120, (i) => `,${[10, 2, 1, 9][i % 4]},${i < 60 ? 'old' : 'new'}`)}\n`;

it('versions are measured by a column named so, in the order of their numbers', async () => {
  const store = await opened(['months.csv', MONTHS]);
  expect(selectCanCompare(store.getState())).toBe(true);
  expect(selectVersionColumns(store.getState())).toEqual(['month', 'release']);
  expect(selectVersions(store.getState())).toBeNull();
  await store.getState().refreshVersions();
  const versions = selectVersions(store.getState());
  expect(versions?.map(({ name, rows }) => [name, rows])).toEqual([
    ['1', 30],
    ['2', 30],
    ['9', 30],
    ['10', 30],
  ]);
  expect(selectVersions(store.getState())).toBe(versions);

  const before = store.getState();
  store.getState().setVersionColumn('release');
  expect(isSessionChanged(store.getState(), before)).toBe(true);
  // What is there stays until the next answer.
  expect(selectVersions(store.getState())).toBe(versions);
  expect(selectAreVersionsLate(store.getState())).toBe(true);
  await store.getState().refreshVersions();
  expect(selectVersions(store.getState())?.map(({ name }) => name)).toEqual(['new', 'old']);
  expect(selectAreVersionsLate(store.getState())).toBe(false);

  store.getState().setView('compare');
  const { link, problems } = readLink(writeLink(linkOf(store.getState())));
  expect(problems).toEqual([]);
  const again = await opened(['months.csv', MONTHS]);
  await again.getState().applyLink(link);
  expect(selectVersionColumn(again.getState())).toBe('release');
  expect(selectView(again.getState())).toBe('compare');
});

it('a link with a column that tells no versions is reported', async () => {
  const store = await opened(['months.csv', MONTHS]);
  await store.getState().applyLink(readLink('versionby=p').link);
  expect(selectVersionColumn(store.getState())).toBe('month');
  expect(store.getState().notices).toMatchObject([
    { code: 'linkColumnMissing', values: { name: 'versionby', value: 'p' } },
  ]);
});

it('files one behind another are versions', async () => {
  const store = await opened(
    ['scores-2024.csv', `y_true,p\n${rowsOf(40, () => '')}\n`],
    ['scores-2025.csv', `y_true,p\n${rowsOf(50, () => '')}\n`],
  );
  // The files are splits as well, so that nothing is left to ask.
  expect(selectVersionsToMeasure(store.getState())).toBeNull();
  expect(selectAreVersionsLate(store.getState())).toBe(false);
  expect(selectVersions(store.getState())?.map(({ name, rows }) => [name, rows])).toEqual([
    ['2024', 40],
    ['2025', 50],
  ]);
});

it('files of training and testing are none', async () => {
  const store = await opened(
    ['train.csv', `y_true,p\n${rowsOf(40, () => '')}\n`],
    ['test.csv', `y_true,p\n${rowsOf(50, () => '')}\n`],
  );
  expect(selectCanCompare(store.getState())).toBe(false);
});

it('too many values are not asked for', async () => {
  const store = await opened(['days.csv', `y_true,p,day\n${rowsOf(100, (i) => `,d${i}`)}\n`]);
  expect(selectVersionColumn(store.getState())).toBe('day');
  expect(selectVersionsToMeasure(store.getState())).toBeNull();
  await store.getState().refreshVersions();
  expect(selectVersions(store.getState())).toBeNull();
});

it('a file without any has nothing to compare', async () => {
  const store = await opened(['plain.csv', `y_true,p\n${rowsOf(20, () => '')}\n`]);
  expect(selectCanCompare(store.getState())).toBe(false);
});
