/**
 * Reads Chinese of the page back into the English that a test speaks. A text is looked for among the texts of the program, whole or in
 * pieces, with what fills their holes read in turn; what no text of the program explains is told apart, so that a test cannot pass on it.
 */
export interface Entry {
  readonly en: string;
  readonly zh: string;
}

export interface Reading {
  readonly text: string;
  /** Chinese that is no text of the program, and English that has a Chinese one. */
  readonly unread: readonly string[];
}

interface Part {
  readonly text: string;
  readonly unread: readonly string[];
  readonly cost: number;
}

interface Template {
  /** What stands before, between and after the holes, without the spaces round them. */
  readonly literals: readonly string[];
  readonly holes: readonly string[];
  readonly en: readonly string[];
}

const HOLE = /\{(\w+)(?::([^{}|]*)\|([^{}]*))?\}/g;
const CHINESE = /[\p{Script=Han}\u3001\u3002\uff01-\uff5e]/u;
const HAN = /\p{Script=Han}/gu;
const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '、': ', ',
    '，': ', ',
    '；': '; ',
    '：': ': ',
    '。': '. ',
    '？': '? ',
    '！': '! ',
    '（': ' (',
    '）': ') ',
  }),
);
/** No line ends before “%”, which the texts themselves write with a common space. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
/** No text fills a hole together with the sign before or after it, nor two that a point parts. */
const LOOSE_SIGN = /^[、，；：·]|[、，；：·]$|\s·\s/;
const PLURAL = new Intl.PluralRules('en');
const DAY = /(\d{4})年(\d{1,2})月(\d{1,2})日/g;
const ENGLISH_DAY = new Intl.DateTimeFormat('en', { dateStyle: 'long' });
const UNREAD = 1000;
/** Of readings that are alike the one whose fields are names rather than sentences. */
const HELD_SIGN = /[：；，。]/;
const HELD = 0.01;
const SAID = 0.5;
const DEEPEST = 2;
/** Where a text is cut into pieces: between sentences first, then wherever a piece could begin. */
const BETWEEN_SENTENCES = /[。？！…]+\s*/gu;
const ANYWHERE = /[。；：，、？！（）“”\s·…]+/gu;

const longestOf = (texts: readonly string[]): string => texts.reduce((a, b) => (b.length > a.length ? b : a));

/** Whether a text stands in another one, and neither begins nor ends within a word of it. */
function standsIn(whole: string, text: string): boolean {
  const isCut = (before: string, after: string): boolean => /\p{L}$/u.test(before) && /^\p{L}/u.test(after);
  for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1))
    if (
      !isCut(whole.slice(Math.max(0, at - 1), at), text) &&
      !isCut(text, whole.slice(at + text.length, at + text.length + 1))
    )
      return true;
  return false;
}

/** What stands between the literals of a text, from its beginning to its end; null where it is not made of them. */
function fillings(text: string, literals: readonly string[]): readonly string[] | null {
  const last = literals.length - 1;
  const shown = plain(text);
  if (!shown.startsWith(literals[0]) || !shown.endsWith(literals[last])) return null;
  const end = shown.length - literals[last].length;
  const between: string[] = [];
  let at = literals[0].length;
  for (let i = 1; i < last; i++) {
    if (shown[at] === ' ') at++;
    const found = shown.indexOf(literals[i], at);
    if (found < 0 || found + literals[i].length > end) return null;
    between.push(text.slice(at, found).trim());
    at = found + literals[i].length;
  }
  if (at > end) return null;
  between.push(text.slice(at, end).trim());
  return between;
}

/**
 * @param entries the texts of the program in both languages
 * @param spoken what the test says: where one Chinese word stands for several English ones, the one that the test uses is meant
 */
export function readerOf(entries: readonly Entry[], spoken: string) {
  const whole = new Map<string, string[]>();
  const wholeInEnglish = new Map<string, string[]>();
  const english = new Map<string, string>();
  const shapes = new Map<string, Template>();
  const fragments = new Map<string, string>();
  for (const { en, zh } of entries) {
    const holes = [...zh.matchAll(HOLE)];
    if (holes.length === 0) {
      // The number that its word follows stands elsewhere.
      const forms = [...new Set([en.replaceAll(HOLE, '$3'), en.replaceAll(HOLE, '$2')])];
      wholeInEnglish.set(plain(en), [...(wholeInEnglish.get(plain(en)) ?? []), plain(zh)]);
      whole.set(plain(zh), [...new Set([...(whole.get(plain(zh)) ?? []), ...forms])]);
      if (en !== zh && /\w\s\w/.test(en)) english.set(en, zh);
      continue;
    }
    const inner = en.includes('|') ? [] : [...en.matchAll(HOLE)].map(([, name]) => name);
    if (inner.join() === holes.map(([, name]) => name).join()) {
      // A sentence with fields in it is read in pieces.
      const pieces = en.split(/\{[^{}]*\}/);
      for (const [i, each] of plain(zh)
        .split(/\{[^{}]*\}/)
        .entries()) {
        const text = each.replace(/^[，。、；：]+|[，。、；：]+$/g, '').trim();
        if ((text.match(HAN)?.length ?? 0) > 1 && !fragments.has(text)) fragments.set(text, pieces[i].trim());
      }
    }
    const known = shapes.get(zh);
    if (known !== undefined) {
      shapes.set(zh, { ...known, en: [...known.en, en] });
      continue;
    }
    shapes.set(zh, {
      literals: plain(zh)
        .split(/\{[^{}]*\}/)
        .map((each, i, all) =>
          each === ' '
            ? each
            : each.slice(i > 0 && each.startsWith(' ') ? 1 : 0).replace(i < all.length - 1 ? / $/ : /$^/, ''),
        ),
      holes: holes.map(([, name]) => name),
      en: [en],
    });
  }
  const allTemplates = [...shapes.values()]
    .filter(({ literals }) => literals.some((each) => CHINESE.test(each)))
    .map((template) => ({ template, longest: longestOf(template.literals) }));
  const allWholes = [...whole.keys()].filter((text) => text.length >= 2 && CHINESE.test(text));
  /** Those of which the line at hand, and so any piece of it, can be made: by their first sign; those that begin with a hole under "". */
  let templates = new Map<string, Template[]>();
  let wholes: readonly string[] = [];
  function lookAt(line: string): void {
    const shown = plain(line);
    templates = new Map();
    for (const { template, longest } of allTemplates) {
      if (!shown.includes(longest) || !template.literals.every((each) => shown.includes(each))) continue;
      const first = template.literals[0].slice(0, 1);
      const known = templates.get(first);
      if (known === undefined) templates.set(first, [template]);
      else known.push(template);
    }
    wholes = allWholes.filter((each) => shown.includes(each));
  }
  const memo = new Map<string, Part>();

  const heard = new Map<string, boolean>();
  function isSpoken(text: string): boolean {
    const known = heard.get(text);
    if (known !== undefined) return known;
    const isHeard = standsIn(spoken, text);
    heard.set(text, isHeard);
    return isHeard;
  }

  /** Of several the one that the test says; a name as it stands alone rather than as it stands in a sentence. */
  const meant = (texts: readonly string[]): string => {
    const said = texts.filter(isSpoken);
    return said.find((text) => /^\p{Lu}/u.test(text)) ?? said[0] ?? texts[0];
  };

  function data(text: string): Part {
    const unread = english.has(text.trim()) ? [text.trim()] : [];
    return {
      text: text.replaceAll(/(\d)%(?![\dA-F]{2})/g, '$1\u00a0%'),
      unread,
      cost: text === '' ? 0 : 0.1 + unread.length * UNREAD,
    };
  }

  function filled(en: string, values: Readonly<Record<string, string>>): string {
    return en
      .replaceAll(' %', '\u00a0%')
      .replace(HOLE, (_, name: string, one: string | undefined, other: string | undefined, at: number) => {
        const value = values[name] ?? '';
        if (one !== undefined) {
          const count = Number(value.replaceAll(',', ''));
          return PLURAL.select(count) === 'one' ? one : (other ?? one);
        }
        return at === 0 ? value : value.split(', ').map(inSentence).join(', ');
      });
  }

  /** A name within a sentence is written small, unless the test says otherwise. */
  function inSentence(value: string): string {
    const small = value.slice(0, 1).toLowerCase() + value.slice(1);
    return /^[A-Z][a-z]/.test(value) && names.has(value) && !isSpoken(` ${value}`) ? small : value;
  }
  const names = new Set([...whole.values()].flat().filter((text) => text.length < 40));

  /** `isStrict`: what fills a hole is a text, data or a list of them. */
  function ofTemplates(text: string, depth: number, isStrict: boolean): Part | null {
    let best: Part | null = null;
    for (const { literals, holes, en } of [...(templates.get(text.slice(0, 1)) ?? []), ...(templates.get('') ?? [])]) {
      const between = fillings(text, literals);
      if (between === null || between.some((each) => /。./.test(each))) continue;
      const values: Record<string, string> = {};
      const unread: string[] = [];
      let cost = 1;
      for (const [i, name] of holes.entries()) {
        const part = isStrict ? filling(between[i], depth + 1) : read(between[i], depth + 1);
        values[name] ??= part.text;
        unread.push(...part.unread);
        cost += part.cost + (LOOSE_SIGN.test(between[i]) ? UNREAD : between[i] === '' ? 2 : 0);
        if (HELD_SIGN.test(between[i])) cost += HELD;
        if (best !== null && cost >= best.cost + SAID) break;
      }
      if (best !== null && cost >= best.cost + SAID) continue;
      const form = meant(en.map((each) => filled(each, values)));
      // Of readings that are alike the one that the test says.
      if (isSpoken(form)) cost -= SAID;
      if (best === null || cost < best.cost) best = { text: form, unread, cost };
    }
    return best;
  }

  /** The reading of several sentences one by one; null where there is one, or where they are no texts by themselves. */
  function ofSentences(text: string, depth: number): Part | null {
    const ends = [...text.matchAll(BETWEEN_SENTENCES)].map(({ index, 0: sign }) => index + sign.length);
    if (!ends.some((at) => at < text.length)) return null;
    const part = bestOf(text, new Set([0, ...ends, text.length]), depth);
    return part.cost < UNREAD ? part : null;
  }

  function ofPieces(text: string, depth: number): Part {
    const cuts = new Set<number>([0, text.length]);
    for (const { index, 0: sign } of text.matchAll(ANYWHERE)) {
      cuts.add(index);
      cuts.add(index + 1);
      cuts.add(index + sign.length);
    }
    for (const { index, 0: other } of text.matchAll(/[^\p{Script=Han}\u3001\u3002\uff01-\uff5e]+/gu)) {
      cuts.add(index);
      cuts.add(index + other.length);
    }
    for (const each of wholes)
      for (let at = text.indexOf(each); at >= 0 && cuts.size < 60; at = text.indexOf(each, at + 1)) {
        cuts.add(at);
        cuts.add(at + each.length);
      }
    return bestOf(text, cuts, depth);
  }

  /** The reading of a text from pieces that end at some of the cuts. */
  function bestOf(text: string, cuts: ReadonlySet<number>, depth: number): Part {
    const places = [...cuts].sort((a, b) => a - b);
    const best: Part[] = [{ text: '', unread: [], cost: 0 }];
    for (let j = 1; j < places.length; j++) {
      for (let i = 0; i < j; i++) {
        if (i === 0 && j === places.length - 1 && places.length > 2) continue;
        const from = best[i];
        if (best[j] !== undefined && from.cost >= best[j].cost) continue;
        const part = piece(text.slice(places[i], places[j]), depth);
        const cost = from.cost + part.cost + 1;
        if (best[j] === undefined || cost < best[j].cost)
          best[j] = { text: joined(from.text, part.text), unread: [...from.unread, ...part.unread], cost };
      }
    }
    return best[places.length - 1];
  }

  function piece(text: string, depth: number): Part {
    const inner = text.trim();
    if (inner !== text && inner !== '') {
      const part = piece(inner, depth);
      return { ...part, text: text.replace(inner, () => part.text) };
    }
    const sign = SIGNS.get(text);
    if (sign !== undefined) return { text: sign, unread: [], cost: 0.1 };
    const found = whole.get(plain(text));
    if (found !== undefined) return { text: meant(found), unread: [], cost: 0.5 };
    if (!CHINESE.test(text)) return data(text);
    const key = `${depth} ${text}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const part = ofTemplates(text, depth, true) ?? unreadPart(text);
    const fragment = part.cost < UNREAD ? undefined : fragments.get(plain(text).trim());
    const best = fragment === undefined ? part : { text: fragment, unread: [], cost: 3 };
    memo.set(key, best);
    return best;
  }

  const unreadPart = (text: string): Part => ({
    text,
    unread: [text],
    cost: UNREAD * (1 + (text.match(HAN)?.length ?? 0)),
  });

  function filling(text: string, depth: number): Part {
    const one = depth > 3 && CHINESE.test(text) && !whole.has(plain(text)) ? unreadPart(text) : piece(text, depth);
    if (one.cost < UNREAD || !/[、，；：]/.test(text)) return one;
    const parts = text.split(/([、，；：])/).map((each) => (each === '' ? data('') : piece(each, depth)));
    return {
      text: parts.reduce((before, { text: after }) => joined(before, after), ''),
      unread: parts.flatMap(({ unread }) => unread),
      cost: parts.reduce((sum, { cost }) => sum + cost, 1),
    };
  }

  function joined(before: string, after: string): string {
    if (/\s$/.test(before)) return before + after.replace(/^ +/, '');
    // Chinese words stand side by side, English ones do not.
    return /[\p{L}\p{N}.?!;:,%)]$/u.test(before) && /^[\p{L}\p{N}“(]/u.test(after)
      ? `${before} ${after}`
      : before + after;
  }

  function read(text: string, depth: number): Part {
    if (!CHINESE.test(text)) return data(text);
    const found = whole.get(plain(text).trim());
    if (found !== undefined) return { text: meant(found), unread: [], cost: 0.5 };
    const key = `:${depth} ${text}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    let part = ofTemplates(text, depth, true);
    const parted = depth < DEEPEST ? ofSentences(text, depth) : null;
    // A text may go on beyond the end of a sentence.
    if (parted !== null && (part === null || parted.cost < part.cost)) {
      memo.set(key, parted);
      return parted;
    }
    if ((part === null || part.cost >= UNREAD) && depth < DEEPEST) {
      const pieces = ofPieces(text, depth);
      if (part === null || pieces.cost < part.cost) part = pieces;
      const fragment = fragments.get(plain(text).trim());
      if (part.cost >= UNREAD && fragment !== undefined) part = { text: fragment, unread: [], cost: 3 };
      if (part.cost >= UNREAD && depth === 0) {
        const loose = ofTemplates(text, depth, false);
        if (loose !== null && loose.cost < part.cost) part = loose;
      }
    }
    part ??= unreadPart(text);
    memo.set(key, part);
    return part;
  }

  const lines = new Map<string, Part>();
  function line(text: string): Part {
    const known = lines.get(text);
    if (known !== undefined) return known;
    const inner = text.trim();
    lookAt(inner);
    const [before, after] = [text.slice(0, text.indexOf(inner)), text.slice(text.indexOf(inner) + inner.length)];
    const part = read(inner, 0);
    const reading = { ...part, text: before + part.text.trimEnd() + after };
    lines.set(text, reading);
    return reading;
  }

  return {
    /** A text of the page, line by line. */
    english(shown: string): Reading {
      const text = shown.replaceAll(DAY, (_, year, month, day) => ENGLISH_DAY.format(new Date(year, month - 1, day)));
      if (!/\p{L}/u.test(text) && !text.includes('%')) return { text, unread: [] };
      const parts = text.split(/([\n\t]+)/).map((each) => (/^[\n\t]*$/.test(each) ? null : line(each)) ?? each);
      return {
        text: parts.map((each) => (typeof each === 'string' ? each : each.text)).join(''),
        unread: parts.flatMap((each) => (typeof each === 'string' ? [] : each.unread)),
      };
    },
    /** The Chinese of what is a whole text of the program in English. */
    chineseOf: (text: string): readonly string[] => wholeInEnglish.get(text) ?? [],
    /**
     * What a Chinese text holds one of, if its English holds a word: the longest piece of every text in which it stands, or
     * the word itself, which may be of the data.
     */
    signsOf: (word: string): readonly string[] => [
      ...new Set([
        word,
        ...entries
          .filter(({ en }) => en.toLowerCase().includes(word.toLowerCase()))
          .map(({ zh }) => longestOf(plain(zh).split(/\s*\{[^{}]*\}\s*/))),
      ]),
    ],
    /** Every English text that the Chinese one stands for, where it is a whole text of the program. */
    wholes: (text: string): readonly string[] => whole.get(plain(text).trim()) ?? [],
    /** The Chinese of an English text that has no holes; itself where there is none. */
    chinese: (text: string): string => english.get(text) ?? text,
  };
}
