import { describe, expect, it } from 'vitest';
import { beginPredict } from '../../src/state/beginPredict.ts';
import { tallyOf } from '../../src/state/predictAnswers.ts';
import { inForceFor, readingOf, selectInForce } from '../../src/state/predictSelectors.ts';
import { startOf } from '../../src/state/predictStart.ts';
import { createTunerStore } from '../../src/state/store.ts';
import { startSync } from '../../src/state/sync.ts';
import { testEnv, testPage } from './testEnv.ts';

const URL_ = 'http://127.0.0.1:5000/predict';

/** A page with a server behind it. */
async function started(hash: string, reply: (body: Record<string, unknown>) => Response) {
  const sent: Record<string, unknown>[] = [];
  const fetch = async (_: unknown, init?: RequestInit) => {
    const body = JSON.parse(String(init?.body)) as Record<string, unknown>;
    sent.push(body);
    return reply(body);
  };
  const env = testEnv(testPage(hash));
  const io = { ...env.io, asking: { ...env.io.asking, settings: { fetch } } };
  const store = createTunerStore({ ...env, io });
  await startSync(store, { ...env, io });
  beginPredict(store);
  return { store, page: env.page, sent };
}

const last = async (store: ReturnType<typeof createTunerStore>) => {
  await store.getState().ask();
  const call = store.getState().madeCalls.at(-1);
  return call === undefined ? null : readingOf(store.getState(), call);
};

describe('Predict', () => {
  it('begins with the example, which asks nobody', async () => {
    const { store, page, sent } = await started('data=streamlit-demo&view=predict', () => Response.error());
    expect(await last(store)).toMatchObject({ kind: 'read', names: ['negative', 'neutral', 'positive'] });
    expect(sent).toEqual([]);
    expect(page.recall('predict')).toBeNull();
  });

  it('takes one number for the score of the positive class, and the threshold of Tune for it', async () => {
    const { store, sent } = await started('data=streamlit-demo&t=0.59', () => new Response('{"score": 0.62}'));
    store.getState().setTarget(1, { url: URL_, version: 'v7' });
    expect(await last(store)).toMatchObject({ kind: 'read', names: ['1', '0'], probabilities: [0.62, 0.38] });
    expect(selectInForce(store.getState())).toEqual({
      kind: 'tuned',
      tuned: { kind: 'flag', name: '1', threshold: 0.59, rule: '>=', band: null },
      groups: null,
    });
    expect(sent).toEqual([{ text: 'I love this phone, it is great', run_id: 'v7' }]);
    expect(store.getState().versionsUsed).toEqual(['v7']);
  });

  it('decides by the review band, and by the threshold of the group that the request names', async () => {
    const { store } = await started('data=german-credit', () => new Response('{"score": 0.62}'));
    store.getState().setTarget(1, { url: URL_ });
    const { opened } = store.getState();
    const columns = opened?.dataset.summary.columns.map(({ name }) => name) ?? [];
    const column = columns.find((name) => name === 'sex') ?? '';
    expect(column).toBe('sex');
    const band = { lower: 0.3, upper: 0.7 };
    store.getState().setReview({ band });
    const inForce = () => selectInForce(store.getState());
    expect(inForce()).toMatchObject({ kind: 'tuned', tuned: { band }, groups: null });
    const values = [{ kind: 'value', text: 'female' }] as const;
    const grouping = { by: [{ column, edges: null }] };
    store.getState().setGroups({ grouping, thresholds: [{ values, threshold: 0.25 }], chosenBy: null });
    const of = (request: string) => inForceFor(inForce(), { request });
    expect(of('{"features": {"sex": "female"}}')).toMatchObject({
      tuned: { threshold: 0.25, band: null },
      group: { kind: 'own' },
      isBandLeftOut: true,
    });
    expect(of('{"sex": "male"}')).toMatchObject({
      tuned: { band },
      group: { kind: 'otherGroup' },
      isBandLeftOut: false,
    });
    expect(of('{"text": "female"}')).toMatchObject({ tuned: { band }, group: { kind: 'noGroup', columns: ['sex'] } });
    expect(of('no JSON')).toMatchObject({ group: { kind: 'noGroup' } });
  });

  it('remembers addresses, and nothing secret', async () => {
    const { store, page } = await started('data=streamlit-demo', () => new Response('{"a": 0.5, "b": 0.5}'));
    const headers = [{ name: 'Authorization', value: 'Bearer secret' }];
    store.getState().setTarget(1, { url: `${URL_}?key=secret`, headers, version: 'v1' });
    store.getState().setForm({ text: 'secret' });
    await store.getState().ask();
    const kept = page.recall('predict') ?? '';
    expect(kept).toContain(URL_);
    expect(kept).not.toContain('secret');
    expect(JSON.stringify(store.getState().madeCalls.map(({ outcome, request, ...rest }) => rest))).not.toContain(
      'secret',
    );
    expect(startOf(null, kept, false)).toMatchObject({ targets: [{ url: URL_, version: 'v1', headers: [] }] });
    for (const damaged of ['', '{', '7', '{"targets": 1}', '{"targets": [null], "versionsUsed": [1]}']) {
      expect(startOf(null, damaged, false).targets).toMatchObject([{ url: 'example:mood' }]);
    }
  });

  it('begins with what deploy.json names, the version used last first', () => {
    const predict = {
      endpoints: [{ name: 'Ours', url: 'https://api.example/p', method: 'POST', version: 'v2' }],
      textField: 'q',
      versionField: 'model',
      example: 'Try me',
    } as const;
    const recalled = JSON.stringify({ targets: [], textField: 'x', versionField: 'y', versionsUsed: ['v3'] });
    expect(startOf(predict, recalled, false)).toMatchObject({
      targets: [{ name: 'Ours', url: 'https://api.example/p', version: 'v2' }],
      form: { textField: 'q', versionField: 'model', text: 'Try me' },
      versionsUsed: ['v3', 'v2'],
    });
  });

  it('asks about rows of the open data, and opens the answers as another model', async () => {
    const { store, sent } = await started(
      'data=streamlit-demo',
      (body) => new Response(JSON.stringify({ score: Number(body.text) / 2 })),
    );
    store.getState().setTarget(1, { url: URL_, version: 'half' });
    await store.getState().askAboutRows(1, 'y_prob', 60);
    const { batch } = store.getState();
    if (batch === null) throw new Error('no batch');
    expect(tallyOf(store.getState(), batch)).toMatchObject({
      rows: 60,
      answered: 60,
      failed: 0,
      unread: 0,
      otherClasses: 0,
    });
    expect(sent.length).toBe(60);
    await store.getState().openAnswers();
    const { opened, view } = store.getState();
    expect([opened?.name, view]).toEqual(['streamlit-demo-half.csv', 'tune']);
    const names = opened?.dataset.summary.columns.map(({ name }) => name) ?? [];
    expect(names).toContain('p_half');
    const query = {
      offset: 0,
      limit: 60,
      order: 'file',
      split: null,
      outcome: null,
      threshold: 0,
      rule: '>=',
    } as const;
    const page = await opened?.dataset.rows(new AbortController().signal, query);
    for (const { cells } of page?.rows ?? []) {
      expect(Number(cells[names.indexOf('p_half')])).toBe(Number(cells[names.indexOf('y_prob')]) / 2);
    }
    expect(page?.rows.length).toBe(60);
  });

  it('counts answers that name other classes', async () => {
    let calls = 0;
    const { store } = await started(
      'data=streamlit-demo',
      () => new Response(++calls === 3 ? '{"x": 0.4, "y": 0.6}' : '{"a": 0.4, "b": 0.6}'),
    );
    store.getState().setTarget(1, { url: URL_ });
    await store.getState().askAboutList(1, 'one\ntwo\n\nthree\nfour');
    const { batch } = store.getState();
    if (batch === null) throw new Error('no batch');
    expect(tallyOf(store.getState(), batch)).toMatchObject({
      rows: 4,
      answered: 4,
      otherClasses: 1,
      classes: ['a', 'b', 'x', 'y'],
    });
  });
});
