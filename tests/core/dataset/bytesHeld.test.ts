import { expect, it } from 'vitest';
import { bytesHeld } from '../../../src/core/dataset/bytesHeld.ts';
import type { Dataset } from '../../../src/core/dataset/dataset.ts';
import { textPiece } from '../../../src/core/dataset/textPieces.ts';
import { read } from '../../io/read/reading.ts';
import { tableOf } from './tables.ts';

/** Every array found in a dataset, however deep. */
function arraysIn(value: unknown, found = new Set<ArrayBufferView>()): Set<ArrayBufferView> {
  if (ArrayBuffer.isView(value)) found.add(value);
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) arraysIn(part, found);
  return found;
}

const bytesIn = (dataset: Dataset) => [...arraysIn(dataset)].reduce((sum, { byteLength }) => sum + byteLength, 0);

it('sums all arrays of a dataset', async () => {
  const few = tableOf({ y: [0, 1, 'NA'], p: Float64Array.of(1, 2, 3) });
  const text = { kind: 'text', name: 't', pieces: [textPiece(['a', 'λ', ''])] } as const;
  const dataset = { ...few, columns: [...few.columns, text] };
  expect(bytesHeld(dataset)).toBe(bytesIn(dataset));
  const rows = Array.from(
    { length: 6000 },
    (_, row) =>
      `${row},${row % 2},${1 + Math.floor(row / 900)},${'"1,'}${100 + (row % 900)}",${row === 7 ? 'x' : row / 7}`,
  );
  const { dataset: large } = await read(`id,y,z,amount,p\n${rows.join('\n')}`);
  expect(large.columns.map(({ kind }) => kind)).toEqual(['number', 'category', 'category', 'category', 'number']);
  expect(bytesHeld(large)).toBe(bytesIn(large));
});

it('stays below 24 bytes a row with an index of 8', async () => {
  const count = 20_000;
  const rows = Array.from({ length: count }, (_, row) => {
    return `${100_000 + row},${row % 2},${(row * 0.618033988749895) % 1},${row % 3 === 0 ? 'test' : 'train'}`;
  });
  const { dataset } = await read(`id,y_true,y_prob,split\n${rows.join('\n')}\n`);
  expect((bytesHeld(dataset) + 8 * count) / count).toBeLessThan(24);
});
