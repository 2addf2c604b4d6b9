import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readLink, writeLink } from '../../src/io/link.ts';
import { startKeeping } from '../../src/state/keeping.ts';
import { linkOf } from '../../src/state/linkedState.ts';
import { selectConfusion } from '../../src/state/selectors.ts';
import { createTunerStore, type TunerStore } from '../../src/state/store.ts';
import { testDevice } from './memoryStorage.ts';
import { started } from './started.ts';
import { csvFile, testEnv, testPage } from './testEnv.ts';

const PREDICTIONS = 'y_true,y_prob\n0,0.1\n1,0.8\n0,0.3\n1,0.6\n';
const HISTORY = 'epoch,loss,val_loss\n0,0.5,0.6\n1,0.4,0.5\n';

const golden = async (name: string) => csvFile(name, await readFile(`tests/golden/training/${name}`, 'utf8'));

const names = (store: TunerStore) => store.getState().trainings.map(({ source }) => source.name);
const codes = (store: TunerStore) => store.getState().notices.map(({ code }) => code);
const opens = (store: TunerStore, ...files: readonly (readonly [name: string, text: string])[]) =>
  store.getState().openFiles(files.map(([name, text]) => csvFile(name, text)));

describe('the history of a training', () => {
  it('in one drop with the predictions of the lesson: precision 0.889 and recall 0.815 at 0.5', async () => {
    const store = createTunerStore(testEnv());
    await store.getState().openFiles([await golden('history.csv'), await golden('predictions.csv')]);
    expect(names(store)).toEqual(['history.csv']);
    expect(store.getState().opened?.name).toBe('predictions.csv');
    const { tp, fp, fn } = selectConfusion(store.getState()) ?? { tp: 0, fp: 0, fn: 0 };
    expect([(tp / (tp + fp)).toFixed(3), (tp / (tp + fn)).toFixed(3)]).toEqual(['0.889', '0.815']);
  });

  it('leaves the open predictions as they are, and is shown on Data', async () => {
    const store = createTunerStore(testEnv());
    await opens(store, ['own.csv', PREDICTIONS]);
    store.getState().setThreshold(0.7);
    const before = store.getState();
    await opens(store, ['history.csv', HISTORY]);
    const after = store.getState();
    expect(after.opened).toBe(before.opened);
    expect(after.decision).toBe(before.decision);
    expect([after.view, after.reading, names(store), codes(store)]).toEqual([
      'data',
      null,
      ['history.csv'],
      ['historyShown'],
    ]);
    store.getState().dropTraining(after.trainings[0]);
    expect(names(store)).toEqual([]);
  });

  it('waits for its predictions where nothing is open yet, and goes with them', async () => {
    const store = createTunerStore(testEnv());
    await opens(store, ['history.csv', HISTORY]);
    expect([store.getState().opened, codes(store)]).toEqual([null, ['historyAlone']]);
    await opens(store, ['own.csv', PREDICTIONS]);
    expect(names(store)).toEqual(['history.csv']);
    await opens(store, ['other.csv', PREDICTIONS]);
    expect(names(store)).toEqual([]);
  });

  it('takes the place of one of the same name, and stands beside others', async () => {
    const store = createTunerStore(testEnv());
    await opens(store, ['a.csv', HISTORY]);
    await opens(store, ['b.csv', HISTORY], ['a.csv', `${HISTORY}2,0.3,0.4\n`]);
    expect(store.getState().trainings.map(({ source, history }) => [source.name, history.epochs.length])).toEqual([
      ['b.csv', 2],
      ['a.csv', 3],
    ]);
  });

  it('comes with its sample, by a link too', async () => {
    const { store } = await started('data=training');
    expect(names(store)).toEqual(['training-history.csv']);
    const { link } = readLink(writeLink(linkOf(store.getState())));
    const again = await started(writeLink(link));
    expect(names(again.store)).toEqual(['training-history.csv']);
  });

  it('is kept with the file, whenever it came, and no more once it is removed', async () => {
    const device = testDevice();
    const env = testEnv(testPage(), device);
    const store = createTunerStore(env);
    const stop = startKeeping(store, env);
    await opens(store, ['own.csv', PREDICTIONS]);
    await store.getState().keep();
    await opens(store, ['history.csv', HISTORY]);
    await expect.poll(() => store.getState().isKeeping).toBe(false);
    expect(store.getState().keptBefore).toBeNull();

    const reopened = async () => {
      const other = createTunerStore(testEnv(testPage(), device));
      await other.getState().lookForKept();
      expect(await other.getState().openKept()).toBe(true);
      return [other.getState().opened?.name, names(other)];
    };
    expect(await reopened()).toEqual(['own.csv', ['history.csv']]);
    store.getState().dropTraining(store.getState().trainings[0]);
    await expect.poll(() => store.getState().isKeeping).toBe(false);
    expect(await reopened()).toEqual(['own.csv', []]);
    stop();
  });
});
