import { describe, expect, it } from 'vitest';
import type { Subject } from '../../src/core/roles/interpretation.ts';
import { readLink, writeLink } from '../../src/io/link.ts';
import { readSession, storedSession } from '../../src/io/session.ts';
import { selectGroups } from '../../src/state/groupSelectors.ts';
import { sessionOf } from '../../src/state/keptSession.ts';
import { linkOf } from '../../src/state/linkedState.ts';
import { selectConfusion, selectEvaluations } from '../../src/state/selectors.ts';
import { started } from './started.ts';

const FEMALE: Subject = [{ kind: 'value', column: 'sex', value: 'female' }];
const MALE: Subject = [{ kind: 'value', column: 'sex', value: 'male' }];
const YOUNG: Subject = [
  { kind: 'range', column: 'age', range: { low: -Infinity, high: 25, isLowIn: true, isHighIn: false } },
];

async function withSubject(subject: Subject) {
  const { store, page } = await started('data=german-credit&t=0.3&view=slices');
  await store.getState().setSubject(subject);
  return { store, page };
}

describe('a group as the subject', () => {
  it('is what every count, row and estimate is about, and the groups make up the whole', async () => {
    const { store: whole } = await started('data=german-credit&t=0.3');
    const all = selectConfusion(whole.getState()) ?? expect.fail();
    const parts = await Promise.all([FEMALE, MALE].map(withSubject));
    const sum = { tp: 0, fp: 0, fn: 0, tn: 0 };
    for (const { store } of parts) {
      const confusion = selectConfusion(store.getState()) ?? expect.fail();
      for (const cell of ['tp', 'fp', 'fn', 'tn'] as const) sum[cell] += confusion[cell];
      const { opened, view } = store.getState();
      const { accounting, evaluations } = opened?.prepared ?? expect.fail();
      expect(accounting.kept).toBe(evaluations.reduce((rows, each) => rows + each.rows, 0));
      expect(accounting.skipped).toMatchObject([{ reason: 'outsideSubject', count: 500 - accounting.kept }]);
      const page = await store.getState().fetchRows({
        offset: 0,
        limit: 1000,
        order: 'file',
        split: null,
        outcome: null,
        threshold: 0.3,
        rule: '>=',
      });
      expect(page?.total).toBe(accounting.kept);
      expect(view).toBe('tune');
    }
    expect(sum).toEqual(all);
  });

  it('comes back by link and by kept session, and goes by undo', async () => {
    const { store } = await withSubject([...FEMALE, ...YOUNG]);
    const rows = selectEvaluations(store.getState()).map((each) => each.rows);
    const hash = writeLink(linkOf(store.getState()));
    expect(readLink(hash).link.subject).toEqual([...FEMALE, ...YOUNG]);
    const again = await started(hash);
    expect(selectEvaluations(again.store.getState()).map((each) => each.rows)).toEqual(rows);
    await store.getState().setSubject(null);
    expect(selectEvaluations(store.getState()).map((each) => each.rows)).toEqual([250, 250]);
    expect(linkOf(store.getState()).subject).toBeUndefined();
    const session = sessionOf(store.getState(), '');
    expect(readSession(structuredClone(storedSession(session)))).toMatchObject({
      past: [{}, { reading: { subject: [...FEMALE, ...YOUNG] } }],
    });
    await store.getState().takeStep('back');
    expect(selectEvaluations(store.getState()).map((each) => each.rows)).toEqual(rows);
    await store.getState().takeStep('back');
    expect(store.getState().opened?.prepared.interpretation.subject).toBeUndefined();
  });

  it('has groups of its own', async () => {
    const { store } = await withSubject(FEMALE);
    await store.getState().groupByColumns(['sex', 'age_band']);
    await store.getState().refreshGroups();
    const { groups } = selectGroups(store.getState())?.value ?? expect.fail();
    const [test] = selectEvaluations(store.getState()).filter(({ split }) => split === 'test');
    expect(groups.reduce((sum, { rows }) => sum + rows, 0)).toBe(test.rows);
    expect(groups.map(({ values }) => values[0])).toEqual(groups.map(() => ({ kind: 'value', text: 'female' })));
  });

  it('without rows leaves what is on screen, with a sentence', async () => {
    const { store } = await withSubject([{ kind: 'missing', column: 'sex' }]);
    expect(store.getState().view).toBe('slices');
    expect(selectEvaluations(store.getState()).map((each) => each.rows)).toEqual([250, 250]);
    expect(store.getState().notices).toMatchObject([
      { code: 'noRowsKept', values: { reason: { key: 'skip.outsideSubject' } } },
    ]);
  });

  it('of a column that is not there is said and left out', async () => {
    const { store } = await started('data=german-credit&only=is:4:gone:x&only=label:pos');
    expect(store.getState().opened?.prepared.interpretation.subject).toBeUndefined();
    expect(store.getState().notices.map(({ values }) => [values.name, values.value])).toEqual([
      ['only', 'gone'],
      ['only', 'label:pos'],
    ]);
  });

  it('holds for several classes and for labels too', async () => {
    for (const data of ['digits', 'news-topics']) {
      const { store } = await started(`data=${data}&view=classes`);
      const column = store
        .getState()
        .opened?.dataset.summary.columns.find(({ name }) => name !== 'id' && name !== 'split');
      const { name, topValues } = column ?? expect.fail();
      await store.getState().setSubject([{ kind: 'value', column: name, value: topValues[0].value }]);
      await store.getState().refreshClasses();
      const { opened, decided, labelsDecided } = store.getState();
      const kept = opened?.prepared.accounting.kept ?? 0;
      expect(kept).toBe(topValues[0].count);
      if (decided !== null) {
        const counted = decided.value.splits.flatMap(({ matrix }) => Array.from(matrix.counts));
        expect(counted.reduce((sum, count) => sum + count, 0)).toBe(kept);
      } else expect(labelsDecided).not.toBeNull();
    }
  });
});
