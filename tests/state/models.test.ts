import { expect, it } from 'vitest';
import { readLink, writeLink } from '../../src/io/link.ts';
import { linkOf } from '../../src/state/linkedState.ts';
import { selectEvaluation, selectModels, selectRivals } from '../../src/state/selectors.ts';
import { createTunerStore } from '../../src/state/store.ts';
import { csvFile, testEnv } from './testEnv.ts';

const ROWS = Array.from({ length: 20 }, (_, i) => ({
  label: i % 2,
  good: (i % 2) / 2 + i / 50,
  poor: ((i * 7) % 20) / 20,
}));
const IN_COLUMNS = `y_true,p_good,p_poor\n${ROWS.map(({ label, good, poor }) => `${label},${good},${poor}`).join('\n')}\n`;
const IN_ROWS = `y_true,y_prob,model\n${(['good', 'poor'] as const)
  .flatMap((model) => ROWS.map((row) => `${row.label},${row[model]},${model}`))
  .join('\n')}\n`;

const aucOf = (store: ReturnType<typeof createTunerStore>) => selectEvaluation(store.getState())?.scoreMetrics.rocAuc;

it.each([
  ['in columns', IN_COLUMNS, 'p_good', 'p_poor'],
  ['one below the other', IN_ROWS, 'good', 'poor'],
])('models %s: one is chosen, the others are measured on the same rows', async (_, text, good, poor) => {
  const store = createTunerStore(testEnv());
  const { openFiles, chooseModel, setComparing, measureRivals } = store.getState();
  await openFiles([csvFile('models.csv', text)]);
  await chooseModel(good);
  expect(selectModels(store.getState())).toMatchObject({ names: [good, poor], chosen: good });
  const auc = aucOf(store);

  await measureRivals();
  expect(selectRivals(store.getState())).toEqual([]);
  setComparing(true);
  const [rival] = selectRivals(store.getState());
  expect(rival.name).toBe(poor);

  await chooseModel(poor);
  expect(selectModels(store.getState())?.chosen).toBe(poor);
  expect(aucOf(store)).toBe(rival.evaluations[0].scoreMetrics.rocAuc);
  expect(aucOf(store)).not.toBe(auc);
  // What was measured beside the other model is no longer shown.
  expect(selectRivals(store.getState())).toEqual([]);

  const { link } = readLink(writeLink(linkOf(store.getState())));
  const again = createTunerStore(testEnv());
  await again.getState().openFiles([csvFile('models.csv', text)]);
  await again.getState().applyLink(link);
  expect(selectModels(again.getState())?.chosen).toBe(poor);
  expect(again.getState().isComparing).toBe(true);
  store.getState().undo();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(selectModels(store.getState())?.chosen).toBe(good);
});
