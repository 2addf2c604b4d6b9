import { expect, it } from 'vitest';

it('takes away every way to the network, inherited ones too', async () => {
  const kept = globalThis.fetch;
  const { removeNetwork } = await import('../../../src/io/worker/withoutNetwork.ts');
  expect('fetch' in globalThis).toBe(false);
  globalThis.fetch = kept;

  const inherited = { WebSocket: 1, XMLHttpRequest: 1, postMessage: 1 };
  const scope = Object.assign(Object.create(inherited), { fetch: 1, importScripts: 1, EventSource: 1, self: 1 });
  removeNetwork(scope);
  expect(Object.keys(scope)).toEqual(['self']);
  expect(Object.keys(inherited)).toEqual(['postMessage']);
});
