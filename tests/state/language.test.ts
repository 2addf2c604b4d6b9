import { afterEach, describe, expect, it } from 'vitest';
import { loadLanguage } from '../../src/i18n/loadLanguage.ts';
import { translate } from '../../src/i18n/translate.ts';
import { linkOf } from '../../src/state/linkedState.ts';
import { createTunerStore } from '../../src/state/store.ts';
import { startSync } from '../../src/state/sync.ts';
import { testEnv, testPage } from './testEnv.ts';

afterEach(async () => (await loadLanguage('en'))());

function begin(hash: string, wishes: readonly string[], remembered?: string) {
  const page = { ...testPage(hash), wishedLanguages: () => wishes };
  if (remembered !== undefined) page.remember('language', remembered);
  const env = { ...testEnv(page), page };
  return { page, env, store: createTunerStore(env) };
}

describe('the language', () => {
  it.each([
    ['the browser wishes Chinese', '', ['zh-CN', 'en'], undefined, 'zh'],
    ['the browser wishes another one first', '', ['fr-FR', 'zh-Hant-TW', 'en'], undefined, 'zh'],
    ['the browser wishes none that the page has', '', ['fr-FR'], undefined, 'en'],
    ['it was chosen here before', '', ['zh-CN'], 'en', 'en'],
    ['what was chosen here is unknown', '', ['zh-CN'], 'xx', 'zh'],
    ['the link names it', 'lang=zh', ['en-US'], 'en', 'zh'],
    ['the link names one that the page has not', 'lang=xx', ['en-US'], 'zh', 'zh'],
  ] as const)('is, where %s, as it should be', async (_, hash, wishes, remembered, expected) => {
    const { store } = begin(hash, wishes, remembered);
    await store.getState().speakFirst();
    expect(store.getState().language).toBe(expected);
    expect(translate('bar.tune')).toBe(expected === 'zh' ? '调节' : 'Tune');
  });

  it('stands in the link only where somebody chose it, and is remembered', async () => {
    const { page, env, store } = begin('', ['zh-CN']);
    await store.getState().speakFirst();
    const stop = await startSync(store, env);
    expect(linkOf(store.getState()).language).toBeUndefined();
    const { decision, opened } = store.getState();
    await store.getState().setLanguage('en');
    expect(linkOf(store.getState()).language).toBe('en');
    expect(page.recall('language')).toBe('en');
    expect(store.getState().decision).toBe(decision);
    expect(store.getState().opened).toBe(opened);
    stop();
  });

  it('of a link is followed and not remembered', async () => {
    const { page, env, store } = begin('', ['en-US']);
    await store.getState().speakFirst();
    const stop = await startSync(store, env);
    page.go('lang=zh');
    await expect.poll(() => store.getState().language).toBe('zh');
    expect(page.recall('language')).toBeNull();
    stop();
  });

  it('of deploy.json is what an undecided visitor begins in', async () => {
    for (const [remembered, expected] of [
      [undefined, 'zh'],
      ['en', 'en'],
    ] as const) {
      const { env, store } = begin('', ['en-US'], remembered);
      await store.getState().speakFirst();
      const deploy = { ...(await env.fetchDeploy(new AbortController().signal)), language: 'zh' as const };
      const stop = await startSync(store, { ...env, fetchDeploy: async () => deploy });
      expect(store.getState().language).toBe(expected);
      stop();
    }
  });

  it('stays where its words cannot be had, which is said', async () => {
    const { env } = begin('', ['en-US']);
    const load = () => Promise.reject(new Error('offline'));
    const store = createTunerStore({ ...env, words: { ...env.words, load } });
    await store.getState().setLanguage('zh');
    expect(store.getState().language).toBe('en');
    expect(store.getState().notices).toEqual([{ code: 'languageNotLoaded', values: { language: '中文' } }]);
  });

  it('asked for last comes to be, whichever words arrive first', async () => {
    const { env } = begin('', ['en-US']);
    let arrive = () => {};
    const late = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const load: typeof loadLanguage = async (language) => {
      if (language === 'zh') await late;
      return loadLanguage(language);
    };
    const store = createTunerStore({ ...env, words: { ...env.words, load } });
    const first = store.getState().setLanguage('zh');
    await store.getState().setLanguage('en');
    arrive();
    await first;
    expect(store.getState().language).toBe('en');
    expect(translate('bar.tune')).toBe('Tune');
  });
});
