import { afterEach, expect, it, vi } from 'vitest';
import { linkOf } from '../../src/state/linkedState.ts';
import { started } from './started.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('starts as in the file, with a thousand cases a day and bins of equal width, and then says nothing of it in the link', async () => {
  const { store } = await started('');
  expect(store.getState()).toMatchObject({
    productionRate: null,
    productionCases: 1000,
    reliabilityBins: 'uniform',
  });
  const { productionRate, productionCases, reliabilityBins } = linkOf(store.getState());
  expect([productionRate, productionCases, reliabilityBins]).toEqual([undefined, undefined, undefined]);
});

it('takes production and bins from the link, and writes them there', async () => {
  const { store } = await started('rate=0.01&cases=250&bins=count');
  expect(store.getState()).toMatchObject({
    productionRate: 0.01,
    productionCases: 250,
    reliabilityBins: 'quantile',
  });
  store.getState().setProductionRate(0);
  store.getState().setProductionCases(5);
  expect(linkOf(store.getState())).toMatchObject({
    productionRate: 0,
    productionCases: 5,
    reliabilityBins: 'quantile',
  });
  store.getState().setReliabilityBins('uniform');
  store.getState().setProductionRate(null);
  expect(linkOf(store.getState()).reliabilityBins).toBeUndefined();
  expect(linkOf(store.getState()).productionRate).toBeUndefined();
});

it('reports a share that is none and bins that are unknown', async () => {
  const { store } = await started('rate=1.5&cases=-3&bins=many');
  expect(store.getState()).toMatchObject({ productionRate: null, productionCases: 1000, reliabilityBins: 'uniform' });
  const ignored = store.getState().notices.map(({ code, values }) => [code, values?.name]);
  expect(ignored).toEqual([
    ['linkValueIgnored', 'rate'],
    ['linkValueIgnored', 'cases'],
    ['linkValueIgnored', 'bins'],
  ]);
});
