import { expect, it } from 'vitest';
import { selectHasLines } from '../../src/state/selectors.ts';
import { started } from './started.ts';
import { csvFile } from './testEnv.ts';

it.each([
  ['text', 'a.csv', 'y,p\n0,0.1\n1,0.8\n', true],
  ['JSON, row by row', 'a.json', '[{"y":0,"p":0.1},\n{"y":1,"p":0.8}]', true],
  ['JSON Lines', 'a.jsonl', '{"y":0,"p":0.1}\n{"y":1,"p":0.8}\n', true],
  ['JSON, column by column', 'a.json', '{"y":[0,1],"p":[0.1,0.8]}', false],
  ['JSON inside an object', 'a.json', '{"rows":[{"y":0,"p":0.1},{"y":1,"p":0.8}]}', false],
])('knows whether rows stand on lines: %s', async (_, name, text, expected) => {
  const { store } = await started('');
  await store.getState().openFiles([csvFile(name, text)]);
  expect(store.getState().opened?.dataset.summary.rowCount).toBe(2);
  expect(selectHasLines(store.getState())).toBe(expected);
});
