import { expect, it } from 'vitest';
import { selectColumnSummaries } from '../../src/state/columnsSlice.ts';
import { started } from './started.ts';

it('summarizes the columns that are asked for, once, and anew for another reading', async () => {
  const { store } = await started('data=german-credit');
  await store.getState().summarizeColumns(['age', 'housing']);
  const first = selectColumnSummaries(store.getState());
  expect([...first.keys()]).toEqual(['age', 'housing']);
  await store.getState().summarizeColumns(['age', 'class']);
  expect(selectColumnSummaries(store.getState()).get('age')).toBe(first.get('age'));
  expect(selectColumnSummaries(store.getState()).get('class')?.groups).toMatchObject([
    { key: { text: 'good' }, positives: 0 },
    { key: { text: 'bad' } },
  ]);

  await store.getState().changeInterpretation({ positiveLabel: 'good' });
  expect(selectColumnSummaries(store.getState()).size).toBe(0);
  await store.getState().summarizeColumns(['class']);
  expect(selectColumnSummaries(store.getState()).get('class')?.groups[1].positives).toBe(0);
});

it('leaves a column that is not there to a sentence', async () => {
  const { store } = await started('data=german-credit');
  await store.getState().summarizeColumns(['nobody']);
  expect(store.getState().notices).toHaveLength(1);
});
