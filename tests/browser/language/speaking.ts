/**
 * The browser tests speak English. `CUTPOINT_LANGUAGE=zh` lets them speak to the Chinese page: what they look for is found by its Chinese
 * text, and what they read is read back into English, both by the texts of the program. What the page says that is no text of the
 * program fails the test, as does an English sentence that has a Chinese one.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, type Locator, type Page, selectors } from 'playwright-core';
import { build } from 'vite';
import { expect } from 'vitest';
import { isLanguage, type Language } from '../../../src/i18n/language.ts';
import type { Wanted } from './engine.ts';
import { ENTRIES } from './entries.ts';
import { readerOf } from './readBack.ts';

const asked = process.env.CUTPOINT_LANGUAGE ?? 'en';
if (!isLanguage(asked)) throw new Error(`CUTPOINT_LANGUAGE=${asked}: there is no such language.`);

/** The language that the page under test speaks. */
export const LANGUAGE: Language = asked;
const ENGINE = 'said';

const folder = new URL('../', import.meta.url);
/** What the test at hand says, and what all tests say by the helpers that they share. */
function spoken(): string {
  const shared = [new URL('tuner.ts', folder), new URL('audits/visit.ts', folder)];
  const { testPath } = expect.getState();
  return [...(testPath === undefined ? [] : [testPath]), ...shared]
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

let reader: ReturnType<typeof readerOf> | undefined;
function english(text: string): string {
  reader ??= readerOf(ENTRIES, spoken());
  const reading = reader.english(text);
  if (reading.unread.length > 0)
    throw new Error(`No text of the program: ${reading.unread.map((each) => `“${each}”`).join(', ')} in “${text}”`);
  return inTheCaseOf(sayings(), reading.text);
}

let said: readonly string[] | undefined;
/** What the test says in more than one word or number, the longest first. */
function sayings(): readonly string[] {
  said ??= [...spoken().matchAll(/(['"`])((?:(?!\1)[^\\\n]|\\.)*)\1/g)]
    .map(([, , text]) => text)
    .filter((text) => /[\p{L}\d] /u.test(spaced(text)))
    .sort((a, b) => b.length - a.length);
  return said;
}

const spaced = (text: string): string => text.replaceAll('\u00a0', ' ');

/** Chinese has no capitals, and no space before “%”: what the test says in so many words is written as it is there. */
function inTheCaseOf(texts: readonly string[], text: string): string {
  const small = spaced(text).toLowerCase();
  let reading = text;
  for (const each of texts) {
    const at = small.indexOf(spaced(each).toLowerCase());
    if (at >= 0) reading = reading.slice(0, at) + each + reading.slice(at + each.length);
  }
  return reading;
}

/** A text put together by a test, or read to be compared with one, as both languages write it: Chinese has no capitals, and no space before “%”. */
export const asBothWrite = (text: string): string =>
  LANGUAGE === 'en' ? text : text.toLowerCase().replaceAll(/\s%/g, '%');

/** A text of a file that the page wrote, as a test speaks. */
export const asTold = (text: string): string => (LANGUAGE === 'en' ? text : english(text));

/** All texts within what a script in the page answered. */
function inEnglish(answer: unknown): unknown {
  if (typeof answer === 'string') return english(answer);
  if (Array.isArray(answer)) return answer.map(inEnglish);
  if (answer !== null && typeof answer === 'object' && Object.getPrototypeOf(answer) === Object.prototype)
    return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, inEnglish(value)]));
  return answer;
}

/** All texts that a script in the page is told to look for. */
function inChinese(value: unknown): unknown {
  reader ??= readerOf(ENTRIES, spoken());
  if (typeof value === 'string') return reader.chinese(value);
  return Array.isArray(value) ? value.map(inChinese) : value;
}

let registered: Promise<void> | undefined;
/** Teaches the browser of this file to find by English what is written in Chinese; before its first page opens. */
export function prepareLanguage(): Promise<void> {
  if (LANGUAGE === 'en') return Promise.resolve();
  registered ??= register();
  return registered;
}

async function register(): Promise<void> {
  const bundle = await build({
    configFile: false,
    logLevel: 'silent',
    define: { SPOKEN: JSON.stringify(spoken()) },
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL('engine.ts', import.meta.url)), formats: ['iife'], name: 'engineOfWords' },
    },
  });
  const [{ output }] = Array.isArray(bundle) ? bundle : [bundle as Exclude<typeof bundle, { close(): unknown }>];
  const content = `(() => { ${output[0].code}; return engineOfWords; })()`;
  await selectors.register(ENGINE, { content }, { contentScript: true });
}

const RAW = Symbol('raw');
const raw = <T>(value: T): T => (value as { [RAW]?: T } | null)?.[RAW] ?? value;
type Call = (...given: unknown[]) => unknown;

const selectorOf = (by: Wanted['by'], text: unknown, exact?: boolean): string => {
  const wanted: Wanted =
    text instanceof RegExp ? { by, exact, pattern: [text.source, text.flags] } : { by, exact, text: String(text) };
  return `${ENGINE}=${JSON.stringify(wanted)}`;
};

const READ = new Set(['innerText', 'allInnerTexts', 'textContent', 'allTextContents', 'title']);
const SCRIPTS = new Set(['evaluate', 'evaluateAll', 'waitForFunction']);
const SPOKEN_ATTRIBUTES = /^(aria-(label|valuetext|description|roledescription)|title|placeholder|alt)$/;

/** A page or a part of it, to which a test can speak English. */
function translated<T extends Page | Locator>(target: T): T {
  const find = (selector: string) => translated((target as Locator).locator(selector));
  const special: Record<string, Call> = {
    getByRole: (role, options) => {
      const { name, exact, ...others } = (options ?? {}) as { name?: string | RegExp; exact?: boolean };
      const all = (target as Locator).getByRole(role as 'button', others);
      return translated(name === undefined ? all : all.locator(selectorOf('name', name, exact)));
    },
    getByText: (text, options) => find(selectorOf('text', text, (options as { exact?: boolean })?.exact)),
    getByLabel: (text, options) => find(selectorOf('label', text, (options as { exact?: boolean })?.exact)),
    filter: (options) => {
      const { hasText, has, ...others } = options as { hasText?: string | RegExp; has?: Locator };
      const some = (target as Locator).filter({ ...others, ...(has === undefined ? {} : { has: raw(has) }) });
      return translated(hasText === undefined ? some : some.locator(selectorOf('holds', hasText)));
    },
    getAttribute: async (name) => {
      const value = await (target as Locator).getAttribute(name as string);
      return value !== null && SPOKEN_ATTRIBUTES.test(name as string) ? english(value) : value;
    },
    selectOption: (wanted) => select(target as Locator, wanted as string | { readonly label: string }),
    context: () => translatedContext((target as Page).context()),
    page: () => translated((target as Locator).page()),
    all: async () => (await (target as Locator).all()).map(translated),
  };
  return new Proxy(target, {
    get(_, key) {
      if (key === RAW) return target;
      const value = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      if (typeof key === 'string' && Object.hasOwn(special, key)) return special[key];
      return (...given: unknown[]) => {
        const isScript = typeof key === 'string' && SCRIPTS.has(key);
        const answer = (value as Call).apply(
          target,
          given.map((each, i) => (isScript && i > 0 ? inChinese(each) : raw(each))),
        );
        if (isScript || (typeof key === 'string' && READ.has(key))) return (answer as Promise<unknown>).then(inEnglish);
        return isLocator(answer) ? translated(answer) : answer === target ? translated(target) : answer;
      };
    },
  });
}

const isLocator = (value: unknown): value is Locator =>
  typeof value === 'object' && value !== null && 'getByRole' in value && 'evaluateAll' in value;

/** The context of a page, whose other pages are spoken to alike. */
export function translatedContext(context: BrowserContext): BrowserContext {
  if (LANGUAGE === 'en') return context;
  return new Proxy(context, {
    get(_, key) {
      if (key === RAW) return context;
      const value = Reflect.get(context, key);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        const answer = (value as Call).apply(context, given.map(raw));
        if (key === 'newPage') return (answer as Promise<Page>).then(translated);
        if (key === 'pages') return (answer as Page[]).map(translated);
        if (key === 'waitForEvent' && given[0] === 'page') return (answer as Promise<Page>).then(translated);
        return answer;
      };
    },
  });
}

/** What is on the page, in its own words: for what measures texts, or pieces of them, and looks for none. */
export const asShown = <T extends Page | Locator>(target: T): T => raw(target);

/** A page as the tests speak to it. */
export const spokenTo = (page: Page): Page => (LANGUAGE === 'en' ? page : translated(page));

/** By a text it is called by its value or its label, by `{ label }` by its label alone. */
async function select(target: Locator, asked: string | { readonly label: string }): Promise<string[]> {
  const [wanted, isByLabel] = typeof asked === 'string' ? [asked, false] : [asked.label, true];
  const until = Date.now() + 15_000;
  for (;;) {
    const options = await target.evaluate((element) =>
      [...(element as HTMLSelectElement).options].map(({ value, label }) => ({ value, label })),
    );
    const index = options.findIndex(
      ({ value, label }) => (!isByLabel && value === wanted) || label === wanted || calls(label, wanted),
    );
    if (index >= 0) return target.selectOption({ index });
    if (Date.now() > until)
      throw new Error(`No choice “${wanted}” among ${options.map(({ label }) => `“${label}”`).join(', ')}`);
  }
}

function calls(shown: string, wanted: string): boolean {
  reader ??= readerOf(ENTRIES, spoken());
  const { text, unread } = reader.english(shown);
  return (unread.length === 0 && text.replaceAll('\u00a0', ' ') === wanted) || reader.wholes(shown).includes(wanted);
}
