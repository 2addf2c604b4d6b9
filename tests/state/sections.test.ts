import { expect, it } from 'vitest';
import { linkOf } from '../../src/state/linkedState.ts';
import { USUALLY_OPEN } from '../../src/state/sections.ts';
import { started } from './started.ts';

it('has two sections open on a narrow screen, and says nothing of it in the link', async () => {
  const { store } = await started('');
  expect(store.getState().openSections).toEqual(['certainty', 'precisionRecall']);
  expect(linkOf(store.getState()).openSections).toBeUndefined();
});

it('opens and closes in the order of the page, and keeps it in the link', async () => {
  const { store } = await started('open=roc,triage,roc');
  expect(store.getState().openSections).toEqual(['triage', 'roc']);
  store.getState().setSectionOpen('honest', true);
  store.getState().setSectionOpen('roc', false);
  store.getState().setSectionOpen('roc', false);
  expect(linkOf(store.getState()).openSections).toEqual(['honest', 'triage']);
  for (const section of USUALLY_OPEN) store.getState().setSectionOpen(section, true);
  for (const section of ['honest', 'triage'] as const) store.getState().setSectionOpen(section, false);
  expect(linkOf(store.getState()).openSections).toBeUndefined();
});

it('may have all closed', async () => {
  const { store } = await started('open=');
  expect(store.getState().openSections).toEqual([]);
  expect(linkOf(store.getState()).openSections).toEqual([]);
});

it('reports a section that is none', async () => {
  const { store } = await started('open=roc,cellar');
  expect(store.getState().openSections).toEqual(['roc']);
  expect(store.getState().notices.map(({ code, values }) => [code, values?.name, values?.value])).toEqual([
    ['linkValueIgnored', 'open', 'cellar'],
  ]);
});
