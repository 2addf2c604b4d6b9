import { describe, expect, it } from 'vitest';
import { confusionsOfJoint } from '../../src/core/compare/jointCounts.ts';
import { confusionAt } from '../../src/core/scores/confusion.ts';
import { readLink, writeLink } from '../../src/io/link.ts';
import { selectView } from '../../src/state/classSelectors.ts';
import {
  MOST_COMPARED,
  selectCompared,
  selectComparedChoices,
  selectComparison,
  selectHasModels,
  selectIsComparisonLate,
  selectIsJointLate,
  selectJoint,
} from '../../src/state/compare.ts';
import { isSessionChanged } from '../../src/state/keptSession.ts';
import { linkOf } from '../../src/state/linkedState.ts';
import { selectModels, selectThreshold } from '../../src/state/selectors.ts';
import { createTunerStore } from '../../src/state/store.ts';
import { csvFile, testEnv } from './testEnv.ts';

const ROWS = Array.from({ length: 60 }, (_, i) => ({
  label: Number(i % 3 === 0),
  split: i % 2 === 0 ? 'validation' : 'test',
  good: (i % 3 === 0 ? 0.4 : 0.1) + ((i * 7) % 50) / 100,
  poor: ((i * 37) % 60) / 60,
}));
const IN_COLUMNS = `y_true,split,p_good,p_poor\n${ROWS.map((row) => `${row.label},${row.split},${row.good},${row.poor}`).join('\n')}\n`;
const stacked = (withId: boolean) =>
  `${withId ? 'id,' : ''}y_true,split,y_prob,model\n${(['good', 'poor'] as const)
    .flatMap((model) =>
      ROWS.map((row, i) => `${withId ? `c${i},` : ''}${row.label},${row.split},${row[model]},${model}`),
    )
    .join('\n')}\n`;

async function opened(text: string) {
  const store = createTunerStore(testEnv());
  await store.getState().openFiles([csvFile('models.csv', text)]);
  return store;
}

async function compared(text: string) {
  const store = await opened(text);
  await store.getState().refreshComparison();
  return store;
}

describe('models side by side', () => {
  it.each([
    ['in columns', IN_COLUMNS, 'row'],
    ['one below the other, with ids', stacked(true), 'id'],
  ])('%s: are measured on the same rows, and decide together', async (_, text, pairedBy) => {
    const store = await compared(text);
    const comparison = selectComparison(store.getState());
    expect(comparison).toMatchObject({ pairedBy, rows: 30, alone: [0, 0], ambiguous: 0, contradicted: 0 });
    const choices = selectComparedChoices(store.getState());
    const [joint] = selectJoint(store.getState()) ?? [];
    if (comparison === null || joint == null) throw new Error('nothing compared');
    const confusions = comparison.models.map(({ evaluation }, at) => {
      const choice = choices[at];
      return choice.kind === 'found' ? confusionAt(evaluation.index, choice.threshold, '>=') : null;
    });
    expect(confusionsOfJoint(joint.counts)).toEqual(confusions);
    expect(choices.map((choice) => (choice.kind === 'found' ? choice.confusion : null))).toEqual(confusions);
    // Chosen on the split meant for it, which is another one than that compared on.
    expect(comparison.models.every(({ choosing }) => choosing !== null)).toBe(true);
    expect([selectIsComparisonLate(store.getState()), selectIsJointLate(store.getState())]).toEqual([false, false]);
  });

  it('one below the other without ids: each stands on its own rows, and nothing is paired', async () => {
    const store = await compared(stacked(false));
    expect(selectComparison(store.getState())).toMatchObject({ pairedBy: null, rows: 0 });
    expect(selectComparison(store.getState())?.models.map(({ evaluation }) => evaluation.rows)).toEqual([30, 30]);
    expect(selectJoint(store.getState())).toEqual([null]);
  });

  it('scored on different rows: those with both are compared, the rest is counted', async () => {
    const lines = ROWS.map(({ label, good, poor }, i) => `${label},${i < 5 ? '' : good},${i >= 50 ? '' : poor}`);
    const store = await compared(`y_true,p_good,p_poor\n${lines.join('\n')}\n`);
    expect(selectComparison(store.getState())).toMatchObject({ rows: 45, alone: expect.arrayContaining([5, 10]) });
  });

  it('with scores that are all the same still decide', async () => {
    const lines = ROWS.map(({ label, good }) => `${label},${good}`);
    const constant = ROWS.map(({ label }, i) => `${label},${i === 0 ? 0.31 : i === 1 ? 0.32 : 0.3}`);
    const text = `y_true,p_good,p_flat\n${lines.map((line, i) => `${line},${constant[i].split(',')[1]}`).join('\n')}\n`;
    const store = await compared(text);
    store.getState().setComparedAt('flags');
    await store.getState().refreshComparison();
    const [joint] = selectJoint(store.getState()) ?? [];
    expect(joint?.counts).toBeDefined();
  });

  it('follow the threshold where they are compared at it, and not where each has its own', async () => {
    const store = await compared(IN_COLUMNS);
    const before = selectComparedChoices(store.getState());
    store.getState().setThreshold(0.42);
    expect(selectComparedChoices(store.getState())).toBe(before);
    expect(selectIsJointLate(store.getState())).toBe(false);
    store.getState().setComparedAt('threshold');
    expect(selectComparedChoices(store.getState()).map((each) => each.kind === 'found' && each.threshold)).toEqual([
      0.42, 0.42,
    ]);
    expect(selectIsJointLate(store.getState())).toBe(true);
    // The earlier answer stays until the next one is there.
    expect(selectJoint(store.getState())).not.toBeNull();
    await store.getState().refreshComparison();
    expect(selectIsJointLate(store.getState())).toBe(false);
  });

  it('of 50 a few are shown, at most so many, and never one that is not there', async () => {
    const names = Array.from(
      { length: 50 },
      (_, at) => `p_${'abcdefghij'[at % 10]}${'vwxyz'[at % 5]}${at < 25 ? 'k' : 'l'}_boost`,
    );
    const lines = ROWS.map(({ label }, i) => [label, ...names.map((_, at) => ((i * (at + 7)) % 60) / 60)].join());
    const store = await compared(`y_true,${names.join()}\n${lines.join('\n')}\n`);
    expect(selectCompared(store.getState())).toHaveLength(4);
    store.getState().setComparedModels(names);
    expect(selectCompared(store.getState())).toHaveLength(MOST_COMPARED);
    store.getState().setComparedModels([names[7], 'p_gone']);
    expect(selectCompared(store.getState())).toEqual([selectModels(store.getState())?.chosen, names[7]]);
  });
});

describe('the view of models', () => {
  it('goes through a link and a kept session', async () => {
    const store = await opened(IN_COLUMNS);
    const { setView, setComparedAt, setComparedModels, setComparedWith } = store.getState();
    const other = selectCompared(store.getState())[1];
    const before = store.getState();
    for (const change of [
      () => setView('compare'),
      () => setComparedAt('flags'),
      () => setComparedModels([other]),
      () => setComparedWith(other),
    ]) {
      const present = store.getState();
      change();
      expect(isSessionChanged(store.getState(), present)).toBe(true);
    }
    expect(linkOf(before)).not.toHaveProperty('comparedAt', 'flags');
    const { link, problems } = readLink(writeLink(linkOf(store.getState())));
    expect(problems).toEqual([]);
    const again = await opened(IN_COLUMNS);
    await again.getState().applyLink(link);
    expect(again.getState()).toMatchObject({
      view: 'compare',
      comparedAt: 'flags',
      comparedModels: [other],
      comparedWith: other,
    });
  });

  it('reports models of a link that the file does not have', async () => {
    const store = await opened(IN_COLUMNS);
    await store.getState().applyLink(readLink('versus=p_gone&against=p_lost&compareat=sideways').link);
    expect(store.getState()).toMatchObject({ comparedModels: null, comparedWith: null, comparedAt: 'own' });
    expect(store.getState().notices.map(({ values }) => values)).toEqual([
      { name: 'versus', value: 'p_gone' },
      { name: 'against', value: 'p_lost' },
    ]);
    expect(readLink('compareat=sideways').problems).toEqual([{ name: 'compareat', value: 'sideways' }]);
  });

  it('is not there with one model', async () => {
    const store = await opened('y_true,p_good\n1,0.4\n0,0.3\n');
    store.getState().setView('compare');
    expect(selectHasModels(store.getState())).toBe(false);
    expect(selectView(store.getState())).toBe('tune');
  });

  it('tunes on a model at the threshold it is compared at', async () => {
    const store = await compared(IN_COLUMNS);
    store.getState().setView('compare');
    const other = selectCompared(store.getState())[1];
    const choice = selectComparedChoices(store.getState())[1];
    await store.getState().tuneModel(other);
    expect(selectModels(store.getState())?.chosen).toBe(other);
    expect(selectThreshold(store.getState())).toBe(choice.kind === 'found' ? choice.threshold : null);
    expect(selectView(store.getState())).toBe('tune');
  });

  it('forgets the models chosen in another file', async () => {
    const store = await opened(IN_COLUMNS);
    store.getState().setComparedModels(['p_poor']);
    await store.getState().openFiles([csvFile('other.csv', IN_COLUMNS.replaceAll('p_', 'q_'))]);
    expect(store.getState().comparedModels).toBeNull();
  });
});
