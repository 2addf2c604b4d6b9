import { spellsNumber } from '../../../core/dataset/cell.ts';
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

/** Tells what the lists at each place of a column are, by some of its cells. O(characters). */
export function listShapes(nodes: readonly ListNode[]): ReadonlyMap<string, ListShape> {
  const listsAt = new Map<string, (readonly string[])[]>();
  for (const node of nodes)
    walk(
      node,
      '',
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
  const isRegular = count > filled.length / 2 && count > 0.9 * lists.length;
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
    '',
    (path, list) => {
      const { kind, length } = shapes.get(path) ?? shapeOf([list]);
      if (kind === 'names') {
        for (const name of list) if (name !== '') parts.push({ path: `${path}.${name}`, text: '1', isName: true });
      } else if (list.length === length) {
        for (const [at, text] of list.entries()) parts.push({ path: `${path}[${at}]`, text, isName: false });
      } else fits &&= list.length === 0;
    },
    (path, text) => parts.push({ path, text, isName: false }),
  );
  return fits ? parts : null;
}

/** Visits the lists of single values and the single values themselves, each with its place. */
function walk(
  node: ListNode,
  path: string,
  onList: (path: string, list: readonly string[]) => void,
  onText: (path: string, text: string) => void,
): void {
  if (typeof node === 'string') {
    onText(path, node);
    return;
  }
  const scores = classScores(node);
  if (scores !== null) {
    for (const [name, text] of scores) onText(`${path}.${name}`, text);
  } else if (isNodes(node)) {
    const list = vectorOf(node);
    if (list !== null) onList(path, list);
    else for (const [at, item] of node.entries()) walk(item, `${path}[${at}]`, onList, onText);
  } else if (node instanceof Map) {
    const vector = sparkVector(node);
    if (vector !== null) onList(path, vector);
    else for (const [key, item] of node) walk(item, `${path}.${key}`, onList, onText);
  }
}

/** The single values of a list, or of the only list inside it; null where there are others. */
function vectorOf(nodes: readonly ListNode[]): readonly string[] | null {
  const [only] = nodes;
  if (nodes.length === 1 && isNodes(only)) return vectorOf(only);
  return nodes.every((item) => typeof item === 'string') ? nodes : null;
}

const CLASS_KEYS = ['label', 'class', 'class_name', 'name', 'value', 'key'];
const SCORE_KEYS = ['score', 'prob', 'probability', 'proba', 'confidence', 'value'];
const CLASSES_KEYS = ['classes', 'labels', 'class_names', 'displaynames', 'class_labels'];
const SCORES_KEYS = ['scores', 'probabilities', 'probs', 'confidences', 'probability'];

/** The score of each class, where a list of pairs or two lists side by side name both. */
function classScores(node: ListNode): readonly (readonly [name: string, text: string])[] | null {
  if (isNodes(node)) {
    if (node.length === 0) return null;
    const pairs = node.map((item) => {
      if (!(item instanceof Map) || item.size < 2) return null;
      const name = memberOf(item, CLASS_KEYS);
      const text = memberOf(item, SCORE_KEYS);
      return typeof name === 'string' && typeof text === 'string' && name !== text ? ([name, text] as const) : null;
    });
    return pairs.every((pair) => pair !== null) ? pairs : null;
  }
  if (!(node instanceof Map) || node.size !== 2) return null;
  const names = memberOf(node, CLASSES_KEYS);
  const texts = memberOf(node, SCORES_KEYS);
  if (!isNodes(names) || !isNodes(texts) || names.length !== texts.length || names.length === 0) return null;
  const pairs = names.map((name, at) => [name, texts[at]] as const);
  return pairs.every(isTextPair) ? pairs : null;
}

const isTextPair = (pair: readonly [ListNode, ListNode]): pair is readonly [string, string] =>
  typeof pair[0] === 'string' && typeof pair[1] === 'string';

function memberOf(node: ReadonlyMap<string, ListNode>, keys: readonly string[]): ListNode | undefined {
  for (const [key, value] of node) if (keys.includes(key.toLowerCase())) return value;
  return undefined;
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
