import { describe, expect, it } from 'vitest';
import { readLink } from '../../src/io/link.ts';
import { ReadProblem } from '../../src/io/readProblem.ts';
import type { RemoteAddress } from '../../src/io/remote/remoteAddress.ts';
import { selectThreshold } from '../../src/state/selectors.ts';
import { createTunerStore } from '../../src/state/store.ts';
import { startSync } from '../../src/state/sync.ts';
import { testEnv, testPage } from './testEnv.ts';

const CSV = 'y_true,y_prob\n0,0.1\n0,0.4\n1,0.35\n1,0.8\n0,0.7\n1,0.9\n';
const ADDRESS = 'https://files.example.org/a.csv?x=1';

async function started(data: string, dataHosts: readonly string[], problem: ReadProblem | null = null) {
  const env = testEnv(testPage(`data=${encodeURIComponent(data)}&t=0.4`));
  const asked: string[] = [];
  const fetchRemote = async (_: AbortSignal, { href }: RemoteAddress) => {
    asked.push(href);
    if (problem !== null) throw problem;
    return { name: 'a.csv', blob: new Blob([CSV]) };
  };
  const here = { ...env, io: { ...env.io, dataHosts, fetchRemote } };
  const store = createTunerStore(here);
  await startSync(store, here);
  return { store, asked, page: env.page };
}

describe('a link to a file on another site', () => {
  it('asks nobody before somebody says so, then keeps its address and its settings', async () => {
    const { store, asked, page } = await started(ADDRESS, ['https://files.example.org']);
    expect(store.getState().offered?.address).toEqual({ href: ADDRESS, host: 'files.example.org', pageOf: null });
    expect([asked, store.getState().opened, store.getState().notices]).toEqual([[], null, []]);
    await store.getState().acceptRemote();
    expect(asked).toEqual([ADDRESS]);
    expect(store.getState()).toMatchObject({ offered: null, reading: null, opened: { name: 'a.csv' } });
    expect(selectThreshold(store.getState())).toBe(0.4);
    expect(readLink(page.hash).link).toMatchObject({ data: ADDRESS, threshold: 0.4 });
    expect(readLink(page.hash).link.file).toBeUndefined();
  });

  it('asks nobody where somebody says no', async () => {
    const { store, asked } = await started(ADDRESS, ['https:']);
    store.getState().declineRemote();
    await store.getState().acceptRemote();
    expect([asked, store.getState().offered, store.getState().opened]).toEqual([[], null, null]);
  });

  it('names the file behind GitHub’s page about it', async () => {
    const given = 'https://github.com/o/r/blob/main/a.csv';
    const { store, asked, page } = await started(given, ['https:']);
    expect(store.getState().offered?.address.pageOf).toBe(given);
    await store.getState().acceptRemote();
    expect(asked).toEqual(['https://raw.githubusercontent.com/o/r/main/a.csv']);
    expect(readLink(page.hash).link.data).toBe(given);
  });

  it('says what went wrong, and lets it be tried again', async () => {
    const problem = new ReadProblem('remoteMissing', { host: 'files.example.org', address: ADDRESS });
    const { store } = await started(ADDRESS, ['https:'], problem);
    await store.getState().acceptRemote();
    expect(store.getState().notices).toEqual([{ code: 'remoteMissing', values: problem.values }]);
    expect(store.getState().offered?.data).toBe(ADDRESS);
  });

  it('is refused by a build that may ask others only', async () => {
    const { store, asked } = await started(ADDRESS, ['https://one.org', 'https://two.org']);
    const values = { host: 'files.example.org', address: ADDRESS, hosts: ['https://one.org', 'https://two.org'] };
    expect(store.getState().notices).toEqual([{ code: 'otherHost', values }]);
    expect([asked, store.getState().offered]).toEqual([[], null]);
  });

  it('is put aside by another file', async () => {
    const { store } = await started(ADDRESS, ['https:']);
    await store.getState().openFiles([{ name: 'own.csv', blob: new Blob([CSV]) }]);
    expect(store.getState()).toMatchObject({ offered: null, opened: { name: 'own.csv' } });
  });
});
