/** What a cell holds that is more than one value: a list, or names with values. A single value is its text, '' where it is missing. */
export type ListNode = string | readonly ListNode[] | ReadonlyMap<string, ListNode>;

/** Lists inside each other beyond this are taken for text. */
const DEPTH_LIMIT = 32;
/** Longer cells are taken for text. */
const LENGTH_LIMIT = 1_000_000;

const NONE = new Set(['null', 'None', 'nan', 'NaN', 'NA', 'undefined']);
const TRUTHS: Readonly<Record<string, string>> = { True: '1', False: '0', true: '1', false: '0' };

/** Thrown inside, never out of here. */
class NoList extends Error {}

/**
 * The list or object that a cell spells: as JSON, Python (tuples, dicts, `array([…])`), NumPy (`[0.1 0.9]`), Spark (`[0.1,0.9]` and the
 * sparse `(2,[1],[0.9])`), PostgreSQL (`{0.1,0.9}`) or R (`c(0.1, 0.9)`) write it. Null where it is none. O(length).
 */
export function parseList(cell: string): ListNode | null {
  const start = cell.charCodeAt(0);
  const isPossible = start === 91 || start === 123 || start === 40 || /^(?:np\.|numpy\.)?[A-Za-z]+\(/.test(cell);
  if (!isPossible || cell.length > LENGTH_LIMIT) return null;
  try {
    const parser = new ListParser(cell);
    const node = parser.value(0);
    parser.expectEnd();
    return typeof node === 'string' ? null : node;
  } catch (error) {
    if (error instanceof NoList) return null;
    throw error;
  }
}

const BLANKS = /[\s]*/y;
const WORD = /[^\s,;:()[\]{}"'=]+/y;
const NAMED = /(?:dtype|device|requires_grad|grad_fn|shape|type)\s*=\s*[^,()]*(?:\([^()]*\))?/y;

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };

class ListParser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): ListNode {
    if (depth > DEPTH_LIMIT) throw new NoList();
    this.#skipBlanks();
    const char = this.#text[this.#at] ?? '';
    if (char === '"' || char === "'") return this.#quoted(char);
    if (char === '{') return this.#braces(depth);
    if (char === '[' || char === '(') return unwrapped(char, this.#items(char, depth));
    const word = this.#match(WORD);
    // NumPy leaves out the middle of a long list.
    if (word === '' || word === '...') throw new NoList();
    // `array([0.1, 0.9], dtype=float32)`, `np.float64(0.9)`, `DenseVector([…])`, `c(0.1, 0.9)`
    if (this.#text[this.#at] === '(') return called(this.#items('(', depth));
    if (NONE.has(word)) return '';
    return Object.hasOwn(TRUTHS, word) ? TRUTHS[word] : word;
  }

  expectEnd(): void {
    this.#skipBlanks();
    if (this.#at < this.#text.length) throw new NoList();
  }

  /** What stands between two brackets, with commas, semicolons or blanks between. */
  #items(open: string, depth: number): ListNode[] {
    this.#at++;
    const close = CLOSING[open];
    const items: ListNode[] = [];
    for (;;) {
      this.#skipBlanks();
      if (this.#text[this.#at] === close) break;
      if (open === '(' && this.#match(NAMED) !== '') {
        this.#skipSeparator();
        continue;
      }
      items.push(this.value(depth + 1));
      this.#skipSeparator();
    }
    this.#at++;
    return items;
  }

  #skipSeparator(): void {
    this.#skipBlanks();
    if (this.#text[this.#at] === ',' || this.#text[this.#at] === ';') this.#at++;
  }

  /** `{"a": 0.1}`, or the list `{0.1,0.9}`. */
  #braces(depth: number): ListNode {
    this.#at++;
    const entries = new Map<string, ListNode>();
    const items: ListNode[] = [];
    for (;;) {
      this.#skipBlanks();
      if (this.#text[this.#at] === '}') break;
      const key = this.value(depth + 1);
      this.#skipBlanks();
      if (this.#text[this.#at] === ':' || this.#text[this.#at] === '=') {
        if (typeof key !== 'string') throw new NoList();
        this.#at++;
        entries.set(key, this.value(depth + 1));
      } else items.push(key);
      this.#skipSeparator();
    }
    this.#at++;
    if (items.length > 0 && entries.size > 0) throw new NoList();
    return items.length > 0 ? items : entries;
  }

  #quoted(mark: string): string {
    let text = '';
    for (let at = this.#at + 1; at < this.#text.length; at++) {
      const char = this.#text[at];
      if (char === mark) {
        this.#at = at + 1;
        return text;
      }
      if (char !== '\\') {
        text += char;
        continue;
      }
      const [length, letter] = escapeAt(this.#text, at);
      text += letter;
      at += length - 1;
    }
    throw new NoList();
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #skipBlanks(): void {
    this.#match(BLANKS);
  }
}

const LETTERS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** An escape as JSON and Python write it: its length, and what it stands for. */
function escapeAt(text: string, at: number): readonly [length: number, letter: string] {
  const code = /^(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/.exec(text.slice(at + 1, at + 6));
  if (code !== null) return [code[0].length + 1, String.fromCharCode(Number.parseInt(code[1] ?? code[2], 16))];
  const char = text[at + 1] ?? '';
  return [2, Object.hasOwn(LETTERS, char) ? LETTERS[char] : char];
}

/** Spark's sparse vector (size, places, values) as the list it means; a list that only holds another one, as that. */
function unwrapped(open: string, items: readonly ListNode[]): ListNode {
  return (open === '(' ? sparse(items) : null) ?? items;
}

/** The vector of a function's arguments; a single argument is what the function gives back. */
function called(items: readonly ListNode[]): ListNode {
  return items.length === 1 ? items[0] : (sparse(items) ?? items);
}

/** Longest sparse vector that is written out. */
const SPARSE_LIMIT = 10_000;

/** The list that a size with places and values means, or null. */
export function sparse([size, places, values, ...others]: readonly ListNode[]): readonly string[] | null {
  const entries =
    places instanceof Map && values === undefined
      ? [...places].map(([place, value]) => [Number(place), value] as const)
      : isNodes(places) && isNodes(values) && places.length === values.length
        ? places.map((place, at) => [Number(place), values[at]] as const)
        : null;
  const length = typeof size === 'string' && /^\d+$/.test(size) ? Number(size) : Number.NaN;
  if (entries === null || others.length > 0 || !(length > 0 && length <= SPARSE_LIMIT)) return null;
  const dense = new Array<string>(length).fill('0');
  for (const [place, value] of entries) {
    if (!Number.isInteger(place) || place < 0 || place >= length || typeof value !== 'string') return null;
    dense[place] = value;
  }
  return dense;
}

export const isNodes = (node: ListNode | undefined): node is readonly ListNode[] => Array.isArray(node);
