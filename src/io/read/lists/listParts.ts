import { spellsNumber } from '../../../core/dataset/cell.ts';
import type { ReplyStep, ReplyValue } from '../../../core/predict/replyGroups.ts';
import { isNodes, type ListNode, sparse } from './parseList.ts';

/** One value inside a cell: where it belongs behind the column's name, and its text. */
export interface Part {
  readonly path: string;
  readonly text: string;
  /** It is a name that the cell lists, so that cells without it are no. */
  readonly isName: boolean;
}

/** What a list in a cell is, by the place where it stands. */
export type ListKind = 'vector' | 'names';

/** What the lists at one place of a column look like. */
export interface ListShape {
  readonly kind: ListKind;
  /** The usual length of a vector. */
  readonly length: number;
}

/** How a place inside a cell is written down, step by step from the cell itself. */
export interface Places<P> {
  readonly cell: P;
  /** The member of an object. */
  member(of: P, key: string): P;
  /** An item of a list. */
  item(of: P, at: number): P;
  /** The only list in a list. */
  only(of: P): P;
  /** The list that an object of Spark means. */
  sparkVector(of: P): P;
  /** The score of a class in a list of objects, each with its name and its score under these keys. */
  paired(of: P, name: string, keys: ClassKeys): P;
  /** The score of a class in an object that has a list of names and one of scores under these keys. */
  sideBySide(of: P, name: string, keys: ClassKeys): P;
  /** Whether a list holds a name. */
  listed(of: P, name: string): P;
}

/** The keys under which the names of classes and their scores stand. */
export interface ClassKeys {
  readonly name: string;
  readonly score: string;
}

/** A place as the end of a column's name. */
const PATHS: Places<string> = {
  cell: '',
  member: (path, key) => `${path}.${key}`,
  item: (path, at) => `${path}[${at}]`,
  only: (path) => path,
  sparkVector: (path) => path,
  paired: (path, name) => `${path}.${name}`,
  sideBySide: (path, name) => `${path}.${name}`,
  listed: (path, name) => `${path}.${name}`,
};

/** Tells what the lists at each place of a column are, by some of its cells. O(characters). */
export function listShapes(nodes: readonly ListNode[]): ReadonlyMap<string, ListShape> {
  const listsAt = new Map<string, (readonly string[])[]>();
  for (const node of nodes)
    walk(
      node,
      PATHS,
      (path, list) => listsAt.set(path, [...(listsAt.get(path) ?? []), list]),
      () => {},
    );
  return new Map([...listsAt].map(([path, lists]) => [path, shapeOf(lists)]));
}

function shapeOf(lists: readonly (readonly string[])[]): ListShape {
  const filled = lists.filter(({ length }) => length > 0);
  const counts = new Map<number, number>();
  for (const { length } of filled) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [length, count] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0]);
  const isNumeric = filled.every((list) => list.every((item) => item === '' || spellsNumber(item)));
  // The numbers of classes, as many as apply: each once, and now more of them, now fewer.
  const isIndices = filled.every(
    (list) => new Set(list).size === list.length && list.every((item) => /^\d+$/.test(item)),
  );
  const isRegular = count > 0.9 * lists.length;
  return { kind: isNumeric && (isRegular || !isIndices) ? 'vector' : 'names', length };
}

/**
 * The values inside a cell, each with its place: `.key` in an object, `[i]` in a vector, `.name` for a name that is listed (1) or for
 * a class with its score. Null where a vector has another length than the column's other ones. O(values).
 */
export function partsOf(node: ListNode, shapes: ReadonlyMap<string, ListShape>): Part[] | null {
  const parts: Part[] = [];
  let fits = true;
  walk(
    node,
    PATHS,
    (path, list) => {
      const { kind, length } = shapes.get(path) ?? shapeOf([list]);
      if (kind === 'names') {
        for (const name of list)
          if (name !== '') parts.push({ path: PATHS.listed(path, name), text: '1', isName: true });
      } else if (list.length === length) {
        for (const [at, text] of list.entries()) parts.push({ path: PATHS.item(path, at), text, isName: false });
      } else fits &&= list.length === 0;
    },
    (path, text) => parts.push({ path, text, isName: false }),
  );
  return fits ? parts : null;
}

/** Where a value of a column of lists stands in its cells, written down by `places`, with the shape of the list it is in. */
export interface FoundPlace<P> {
  readonly place: P;
  /** Of an item of a list of numbers; else null. */
  readonly list: { readonly place: P; readonly at: number; readonly length: number } | null;
}

/** The place that `partsOf` calls `path`, in a cell that has it; null in another one. O(values). */
export function placeIn<P>(
  node: ListNode,
  shapes: ReadonlyMap<string, ListShape>,
  path: string,
  places: Places<P>,
): FoundPlace<P> | null {
  let found: FoundPlace<P> | null = null;
  const both = beside(PATHS, places);
  walk(
    node,
    both,
    ([of, place], list) => {
      const { kind, length } = shapes.get(of) ?? shapeOf([list]);
      for (const [at, name] of list.entries()) {
        if (kind === 'names' && PATHS.listed(of, name) === path)
          found ??= { place: places.listed(place, name), list: null };
        if (kind === 'vector' && PATHS.item(of, at) === path) {
          found ??= { place: places.item(place, at), list: { place, at, length } };
        }
      }
    },
    ([of, place]) => {
      if (of === path) found ??= { place, list: null };
    },
  );
  return found;
}

/** Two ways to write a place down at once. */
function beside<A, B>(a: Places<A>, b: Places<B>): Places<readonly [A, B]> {
  return {
    cell: [a.cell, b.cell],
    member: ([x, y], key) => [a.member(x, key), b.member(y, key)],
    item: ([x, y], at) => [a.item(x, at), b.item(y, at)],
    only: ([x, y]) => [a.only(x), b.only(y)],
    sparkVector: ([x, y]) => [a.sparkVector(x), b.sparkVector(y)],
    paired: ([x, y], name, keys) => [a.paired(x, name, keys), b.paired(y, name, keys)],
    sideBySide: ([x, y], name, keys) => [a.sideBySide(x, name, keys), b.sideBySide(y, name, keys)],
    listed: ([x, y], name) => [a.listed(x, name), b.listed(y, name)],
  };
}

/** Visits the lists of single values and the single values themselves, each with its place. */
function walk<P>(
  node: ListNode,
  places: Places<P>,
  onList: (place: P, list: readonly string[]) => void,
  onText: (place: P, text: string) => void,
  place = places.cell,
): void {
  if (typeof node === 'string') {
    onText(place, node);
    return;
  }
  const visit = (item: ListNode, at: P) => walk(item, places, onList, onText, at);
  const scores = classScores(node);
  if (scores !== null) {
    const placed = isNodes(node) ? places.paired : places.sideBySide;
    for (const { name, text, keys } of scores) onText(placed(place, name, keys), text);
  } else if (isNodes(node)) {
    const [only] = node;
    if (node.every((item) => typeof item === 'string')) onList(place, node);
    else if (node.length === 1 && isNodes(only) && vectorOf(only) !== null) visit(only, places.only(place));
    else for (const [at, item] of node.entries()) visit(item, places.item(place, at));
  } else if (node instanceof Map) {
    const vector = sparkVector(node);
    if (vector !== null) onList(places.sparkVector(place), vector);
    else for (const [key, item] of node) visit(item, places.member(place, key));
  }
}

/** The single values of a list, or of the only list inside it; null where there are others. */
function vectorOf(nodes: readonly ListNode[]): readonly string[] | null {
  const [only] = nodes;
  if (nodes.length === 1 && isNodes(only)) return vectorOf(only);
  return nodes.every((item) => typeof item === 'string') ? nodes : null;
}

/** The first of them that an object has counts: its value is a class only where nothing else is, and a score likewise. */
const CLASS_KEYS = ['label', 'class', 'class_name', 'name', 'key', 'value'];
const SCORE_KEYS = ['score', 'prob', 'probability', 'proba', 'confidence', 'value'];
const CLASSES_KEYS = ['classes', 'labels', 'class_names', 'displaynames', 'class_labels'];
const SCORES_KEYS = ['scores', 'probabilities', 'probs', 'confidences', 'probability'];

interface ClassScore {
  readonly name: string;
  readonly text: string;
  readonly keys: ClassKeys;
}

/** The score of each class, where a list of pairs or two lists side by side name both. */
function classScores(node: ListNode): readonly ClassScore[] | null {
  if (isNodes(node)) {
    if (node.length === 0) return null;
    const pairs = node.map((item) => {
      if (!(item instanceof Map) || item.size < 2) return null;
      const name = memberOf(item, CLASS_KEYS);
      const score = memberOf(item, SCORE_KEYS);
      return name === null || score === null || name.key === score.key ? null : scoreOf(name, score);
    });
    return pairs.every((pair) => pair !== null) ? pairs : null;
  }
  if (!(node instanceof Map) || node.size !== 2) return null;
  const names = memberOf(node, CLASSES_KEYS);
  const scores = memberOf(node, SCORES_KEYS);
  if (names === null || scores === null || !isNodes(names.value) || !isNodes(scores.value)) return null;
  const texts = scores.value;
  if (names.value.length !== texts.length) return null;
  const pairs = names.value.map((name, at) =>
    scoreOf({ key: names.key, value: name }, { key: scores.key, value: texts[at] }),
  );
  return pairs.every((pair) => pair !== null) ? pairs : null;
}

interface Member {
  readonly key: string;
  readonly value: ListNode;
}

function scoreOf(name: Member, score: Member): ClassScore | null {
  if (typeof name.value !== 'string' || typeof score.value !== 'string') return null;
  return { name: name.value, text: score.value, keys: { name: name.key, score: score.key } };
}

/** The member under the first of some keys, in whatever case it is written. */
function memberOf(node: ReadonlyMap<string, ListNode>, keys: readonly string[]): Member | null {
  const members = [...node].map(([key, value]) => ({ key, value }));
  const known = keys.map((wanted) => members.find(({ key }) => key.toLowerCase() === wanted));
  return known.find((member) => member !== undefined) ?? null;
}

/** Spark's vectors as JSON: `{"type":1,"values":[0.1,0.9]}`, and with `size` and `indices` where most are 0. */
function sparkVector(node: ReadonlyMap<string, ListNode>): readonly string[] | null {
  const values = node.get('values');
  if (!/^[01]$/.test(String(node.get('type'))) || !isNodes(values)) return null;
  const size = node.get('size');
  const indices = node.get('indices');
  if (size !== undefined && size !== '' && indices !== undefined) return sparse([size, indices, values]);
  return vectorOf(values);
}

/** A place as the steps that lead to it. */
const STEPS: Places<readonly ReplyStep[]> = {
  cell: [],
  member: (steps, name) => [...steps, { kind: 'member', name }],
  item: (steps, at) => [...steps, { kind: 'item', name: String(at) }],
  only: (steps) => steps,
  sparkVector: (steps) => steps,
  paired: (steps, name) => [...steps, { kind: 'class', name }],
  sideBySide: (steps, name) => [...steps, { kind: 'class', name }],
  listed: (steps, name) => [...steps, { kind: 'listed', name }],
};

/** Every single value of one document with the steps that lead to it; a name in a list of names is listed there. O(values). */
export function valuesIn(node: ListNode): ReplyValue[] {
  const values: ReplyValue[] = [];
  walk(
    node,
    STEPS,
    (steps, list) => {
      const isNames = list.some((text) => text !== '' && !spellsNumber(text));
      for (const [at, text] of list.entries())
        values.push({ steps: isNames ? STEPS.listed(steps, text) : STEPS.item(steps, at), text });
    },
    (steps, text) => values.push({ steps, text }),
  );
  return values;
}
