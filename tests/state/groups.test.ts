import { describe, expect, it } from 'vitest';
import { confusionAt } from '../../src/core/scores/confusion.ts';
import type { Grouping } from '../../src/core/slices/grouping.ts';
import { selectGrouping, selectGroups } from '../../src/state/groupSelectors.ts';
import { selectConfusion, selectThreshold } from '../../src/state/selectors.ts';
import { started } from './started.ts';
import { csvFile } from './testEnv.ts';

const BY_SEX: Grouping = { by: [{ column: 'sex', edges: null }] };
const BY_AGE: Grouping = { by: [{ column: 'age_band', edges: null }] };

describe('groups of the open file', () => {
  it('are measured on the split in view and add up to it', async () => {
    const { store } = await started('data=german-credit');
    const { setGrouping, refreshGroups, setThreshold, setSplit } = store.getState();
    await refreshGroups();
    expect(selectGroups(store.getState())).toBeNull();
    setGrouping(BY_SEX);
    await refreshGroups();
    setThreshold(0.3);
    const tps = () => {
      const { value } = selectGroups(store.getState()) ?? expect.fail();
      return value.groups.map(({ index }) => confusionAt(index, selectThreshold(store.getState()), '>=').tp);
    };
    const total = () => tps().reduce((sum, tp) => sum + tp, 0);
    expect(tps()).toHaveLength(2);
    expect(total()).toBe(selectConfusion(store.getState())?.tp);
    setSplit('validation');
    expect(selectGroups(store.getState())?.isCurrent).toBe(false);
    await refreshGroups();
    expect(selectGroups(store.getState())).toMatchObject({ isCurrent: true, split: 'validation' });
    expect(total()).toBe(selectConfusion(store.getState())?.tp);
  });

  it('are those asked for last', async () => {
    const { store } = await started('data=german-credit');
    const { setGrouping, refreshGroups } = store.getState();
    setGrouping(BY_AGE);
    const first = refreshGroups();
    setGrouping(BY_SEX);
    await Promise.all([first, refreshGroups()]);
    expect(selectGroups(store.getState())).toMatchObject({ grouping: BY_SEX, isCurrent: true });
    expect(selectGroups(store.getState())).toBe(selectGroups(store.getState()));
  });

  it('are forgotten with the file, and columns that are not there are left out', async () => {
    const { store } = await started('data=german-credit');
    const { setGrouping, refreshGroups, openFiles } = store.getState();
    setGrouping({ by: [...BY_SEX.by, { column: 'gone', edges: null }] });
    expect(selectGrouping(store.getState())).toEqual(BY_SEX);
    await refreshGroups();
    expect(selectGroups(store.getState())?.value.groups).toHaveLength(2);
    await openFiles([csvFile('other.csv', 'y_true,y_prob\n1,0.7\n0,0.2\n')]);
    expect(store.getState().grouping).toBeNull();
    expect(selectGroups(store.getState())).toBeNull();
  });
});
