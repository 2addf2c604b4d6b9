/** Runs in the page: what it shows in Chinese is compared with what a test calls it in English. */
import { computeAccessibleName } from 'dom-accessibility-api';
import { ENTRIES } from './entries.ts';
import { readerOf } from './readBack.ts';

export interface Wanted {
  readonly by: 'name' | 'text' | 'label' | 'holds';
  readonly text?: string;
  readonly pattern?: readonly [source: string, flags: string];
  readonly exact?: boolean;
}

declare const SPOKEN: string;

const { english, wholes, chineseOf, signsOf } = readerOf(ENTRIES, SPOKEN);
const NOT_SHOWN = 'script, style, noscript, head, template';

const inOneLine = (text: string): string => text.replaceAll(/[\s\u200b\u00ad]+/g, ' ').trim();

/** Whether it is no name but a sentence, which is hardly part of another text. */
const isSentence = (text: string): boolean => /\w \w+ \w/.test(text);

const knownSigns = new Map<string, readonly string[]>();
/** One of these stands in every Chinese text that fits; none where that cannot be told. */
function signsOfWanted(wanted: string): readonly string[] {
  const known = knownSigns.get(wanted);
  if (known !== undefined) return known;
  const words = wanted.replaceAll(/\\.|\[[^\]]*\]|.[?*]/g, ' ').match(/[A-Za-z]{4,}/g) ?? [];
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a), '');
  const signs = longest === '' || wanted.includes('|') ? [] : signsOf(longest);
  knownSigns.set(wanted, signs);
  return signs;
}

function fits(shown: string, { text, pattern, exact }: Wanted): boolean {
  if (shown.length > 6000) return false;
  const known = text === undefined ? [] : chineseOf(inOneLine(text));
  // Reading takes long. What the program says by this very text needs none.
  if (known.length > 0 && (exact || isSentence(text ?? ''))) {
    const line = inOneLine(shown);
    return [...known, inOneLine(text ?? '')].some((each) => (exact ? line === each : line.includes(each)));
  }
  const signs = signsOfWanted(text ?? pattern?.[0] ?? '');
  if (signs.length > 0 && !signs.some((each) => shown.includes(each))) return false;
  const reading = english(shown);
  const said = [...(reading.unread.length > 0 ? [] : [reading.text]), ...wholes(shown)].map(inOneLine);
  // Chinese has no capitals.
  if (pattern !== undefined)
    return said.some((each) => new RegExp(pattern[0], `${pattern[1].replace('i', '')}i`).test(each));
  const asked = inOneLine(text ?? '').toLowerCase();
  return said.some((each) => (exact ? each.toLowerCase() === asked : each.toLowerCase().includes(asked)));
}

/** What an element shows, with a break where one of its boxes ends. */
const shownBy = (element: Element): string =>
  element instanceof HTMLElement && element.checkVisibility() ? element.innerText : (element.textContent ?? '');

function holds(element: Element, wanted: Wanted): boolean {
  if (element instanceof HTMLInputElement && /^(button|submit)$/.test(element.type)) return fits(element.value, wanted);
  // A row of single values is one line to whoever asks for its text.
  const shown = shownBy(element);
  return fits(shown, wanted) || (/\n|\t/.test(shown) && shown.length < 400 && fits(element.textContent ?? '', wanted));
}

/** Whether it holds several paragraphs, lists or tables, which no test asks for by one text. */
const isStack = (element: Element): boolean =>
  element.textContent.length > 400 && element instanceof HTMLElement && /\n\n|\n.*\n.*\n/.test(element.innerText);

/** The innermost elements that show the text. */
function smallest(root: Element | Document, wanted: Wanted): Element[] {
  const found: Element[] = [];
  const walk = (element: Element): boolean => {
    if (element.matches(NOT_SHOWN)) return false;
    let isInside = false;
    for (const child of element.children) if (walk(child)) isInside = true;
    if (isInside) return true;
    if (element.textContent === '' || isStack(element) || !holds(element, wanted)) return false;
    found.push(element);
    return true;
  };
  walk(root instanceof Document ? root.documentElement : root);
  return found;
}

function labelled(root: Element | Document, wanted: Wanted): Element[] {
  const candidates = root.querySelectorAll('[aria-label], [aria-labelledby], input, select, textarea, button, output');
  return [...candidates].filter(
    (element) =>
      (element.hasAttribute('aria-label') ||
        element.hasAttribute('aria-labelledby') ||
        (element as HTMLInputElement).labels?.length) &&
      fits(computeAccessibleName(element), wanted),
  );
}

function queryAll(root: Element | Document, selector: string): Element[] {
  const wanted: Wanted = JSON.parse(selector);
  if (wanted.by === 'text') return smallest(root, wanted);
  if (wanted.by === 'label') return labelled(root, wanted);
  if (!(root instanceof Element)) return [];
  const isFit = wanted.by === 'name' ? fits(computeAccessibleName(root), wanted) : holds(root, wanted);
  return isFit ? [root] : [];
}

export default { query: (root: Element, selector: string) => queryAll(root, selector)[0] ?? null, queryAll };
