import { readFileSync } from 'node:fs';
import { act, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { createTunerStore } from '../../../../src/state/store.ts';
import { TopicCard } from '../../../../src/view/terms/TopicCard.tsx';
import { csvFile, testEnv } from '../../../state/testEnv.ts';
import { show } from '../../charts/openedStore.tsx';

it('has the two models of a file compared for the card of McNemar’s test, though Compare was never opened', async () => {
  const store = createTunerStore(testEnv());
  await store.getState().openFiles([csvFile('models.csv', readFileSync('tests/golden/german_credit.csv', 'utf8'))]);
  await store.getState().chooseModel('p_logreg');
  store.getState().setThreshold(0.5);
  store.getState().setComparedAt('threshold');
  show(<TopicCard topic="mcnemar" />, store);
  const said =
    'p_logreg against p_gboost, as Compare has them: only the first is right 11 times, only the other 10. p = 1.';
  expect(await screen.findByText(said)).toBeTruthy();

  // The second question comes while the first one is being answered.
  const dataset = store.getState().opened?.dataset ?? expect.fail();
  const { decideJointly } = dataset;
  let answerFirst = () => {};
  const asked = vi.spyOn(dataset, 'decideJointly').mockImplementationOnce(async (...question) => {
    await new Promise<void>((resolve) => (answerFirst = resolve));
    return decideJointly.apply(dataset, question);
  });
  act(() => store.getState().setThreshold(0.2));
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  act(() => store.getState().setThreshold(0.24));
  await act(async () => answerFirst());
  expect(screen.queryByText(said)).toBeNull();
  expect(await screen.findByText(/^p_logreg against p_gboost, .* p = 0\.\d+\.$/)).toBeTruthy();
});

it('has the classes of a file measured for the card of averages', async () => {
  const store = createTunerStore(testEnv());
  const rows = Array.from({ length: 30 }, (_, i) => {
    const kind = i % 3;
    const sure = i % 5 === 0 ? 0.2 : 0.6;
    const scores = [0, 1, 2].map((each) => (each === kind ? sure : (1 - sure) / 2));
    return ['abc'[kind], ...scores].join();
  });
  await store.getState().openFiles([csvFile('classes.csv', ['label,p_a,p_b,p_c', ...rows].join('\n'))]);
  show(<TopicCard topic="macroAverage" />, store);
  expect(await screen.findByText(/^F1 score: macro 0\.\d+, micro 0\.\d+, weighted 0\.\d+\.$/)).toBeTruthy();
});
