// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { setTexts } from '../../src/i18n/translate.ts';
import { allEnglish } from '../i18n/allEnglish.ts';

// Every file that can hold words: those that wire the program together start it, and workers have no words.
const modules = import.meta.glob(['../../src/{i18n,state,view}/**/*.{ts,tsx}', '../../src/io/export/**/*.ts']);

it('asks for no text while the page loads, for that would keep the language of that moment', async () => {
  const asked: string[] = [];
  let loading = '';
  const watched = new Proxy(allEnglish, {
    get: (texts, key) => {
      asked.push(`${loading}: ${String(key)}`);
      return texts[key as keyof typeof allEnglish];
    },
  });
  setTexts('en', watched);
  for (const [path, load] of Object.entries(modules)) {
    loading = path;
    await load();
  }
  expect(Object.keys(modules).length).toBeGreaterThan(300);
  expect(asked).toEqual([]);
}, 120_000);
