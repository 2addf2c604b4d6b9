import type { JsonForm } from '../../io.ts';
import { cellOf, elementsOf, isList, isObject, isScalar, membersOf, type RawValue } from './jsonText.ts';

/** A table that is one JSON object, still as text. */
export type JsonTable =
  /** Objects or lists, one a row. `names`: of the columns, where they stand elsewhere. */
  | ({
      readonly kind: 'records';
      readonly names: readonly string[] | null;
      readonly records: readonly RawValue[];
    } & Found)
  | ({ readonly kind: 'columns'; readonly columns: readonly JsonColumn[] } & Found)
  /** Lists that stand side by side are not equally long. */
  | {
      readonly kind: 'uneven';
      readonly longer: string;
      readonly shorter: string;
      readonly most: number;
      readonly least: number;
    };

interface Found {
  /** What pandas calls this way to write a table. */
  readonly orient: JsonForm['orient'];
  /** The names of the objects around it, from the outermost one. */
  readonly inside: readonly string[];
  /** Names of what stands beside the table. */
  readonly aside: readonly string[];
}

export interface JsonColumn {
  readonly name: string;
  readonly cells: readonly RawValue[];
}

/** Lists shorter than this share of the longest belong to no column. */
const ASIDE_SHARE = 0.1;
/** Objects around a table are taken off up to so many times. */
const WRAPPERS = 5;

type Members = ReadonlyMap<string, RawValue>;

/** Finds the table in an object; null where there is none. Members beside it are left out. O(length · wrappers). */
export function tableIn(text: RawValue, wrappers = WRAPPERS): JsonTable | null {
  const members = membersOf(text);
  const lists = [...members].filter(([, raw]) => isList(raw));
  const objects = [...members].filter(([, raw]) => isObject(raw));
  return (
    splitTable(members) ??
    schemaTable(members) ??
    columnsOf(members, lists) ??
    mapsOf(members, objects) ??
    (wrappers > 0 ? wrapped(objects, wrappers) : null)
  );
}

/** `{columns, data}`, perhaps with an index: pandas' "split", MLflow, W&B. */
function splitTable(members: Members): JsonTable | null {
  const columns = members.get('columns');
  const data = members.get('data');
  if (columns === undefined || data === undefined || !isList(columns) || !isList(data)) return null;
  const names = elementsOf(columns);
  const records = elementsOf(data);
  if (!records.every(isList)) return null;
  const index = members.get('index');
  const keys = index !== undefined && isList(index) ? elementsOf(index) : [];
  const own = names.map((name) => (isScalar(name) ? cellOf(name) : elementsOf(name).map(cellOf).join(' ')));
  if (keys.length !== records.length || isNumbering(keys.map(cellOf))) {
    return { kind: 'records', orient: 'split', inside: [], aside: [], names: own, records };
  }
  const withKeys = records.map((record, row) => {
    const rest = record.slice(1).trimStart();
    return `[${keys[row]}${rest.startsWith(']') ? '' : ','}${rest}`;
  });
  return { kind: 'records', orient: 'split', inside: [], aside: [], names: ['index', ...own], records: withKeys };
}

/** `{schema, data}`: pandas' "table". */
function schemaTable(members: Members): JsonTable | null {
  const schema = members.get('schema');
  const data = members.get('data');
  if (schema === undefined || data === undefined || !isObject(schema) || !isList(data)) return null;
  const records = elementsOf(data);
  return records.length > 0 && records.every(isObject)
    ? { kind: 'records', orient: 'table', inside: [], aside: [], names: null, records }
    : null;
}

/** Lists side by side are columns; one list of objects is a list of rows. */
function columnsOf(members: Members, lists: readonly (readonly [string, RawValue])[]): JsonTable | null {
  const all = lists.map(([name, raw]) => ({ name, cells: elementsOf(raw) }));
  const most = all.reduce((length, { cells }) => Math.max(length, cells.length), 0);
  const columns = all.filter(({ cells }) => cells.length > ASIDE_SHARE * most);
  if (columns.length === 0) return null;
  const taken = new Set(columns.map(({ name }) => name));
  const aside = [...members.keys()].filter((name) => !taken.has(name));
  const [first] = columns;
  if (columns.length === 1 && first.cells.every(isObject)) {
    return { kind: 'records', orient: 'records', inside: [first.name], aside, names: null, records: first.cells };
  }
  const longest = columns.find(({ cells }) => cells.length === most) ?? first;
  const shorter = columns.find(({ cells }) => cells.length < most);
  if (shorter !== undefined) {
    const least = shorter.cells.length;
    return { kind: 'uneven', longer: longest.name, shorter: shorter.name, most, least };
  }
  return { kind: 'columns', orient: 'columns', inside: [], aside, columns };
}

/** `{column: {row: cell}}` as pandas writes by default, or `{row: {column: cell}}`, which has numbers on the outside. */
function mapsOf(members: Members, objects: readonly (readonly [string, RawValue])[]): JsonTable | null {
  if (objects.length === 0 || objects.length < members.size) return null;
  const outer = objects.map(([name]) => name);
  const firstKeys = [...membersOf(objects[0][1]).keys()];
  const hasNumberedRows = outer.every(isWholeNumber) && !firstKeys.every(isWholeNumber);
  if (hasNumberedRows)
    return {
      kind: 'records',
      orient: 'index',
      inside: [],
      aside: [],
      names: null,
      records: objects.map(([, raw]) => raw),
    };
  if (objects.length < 2 && !isNumbering(firstKeys)) return null;
  const columns: JsonColumn[] = [];
  for (const [name, raw] of objects) {
    const cells = membersOf(raw);
    if (cells.size !== firstKeys.length || !firstKeys.every((key) => cells.has(key))) return null;
    columns.push({ name, cells: firstKeys.map((key) => cells.get(key) ?? 'null') });
  }
  // Results by class or by slice look the same, but for the names of their rows.
  if (!firstKeys.every(isWholeNumber) && firstKeys.length < 20) return null;
  if (isNumbering(firstKeys)) return { kind: 'columns', orient: 'columns', inside: [], aside: [], columns };
  const index = { name: 'index', cells: firstKeys.map((key) => JSON.stringify(key)) };
  return { kind: 'columns', orient: 'columns', inside: [], aside: [], columns: [index, ...columns] };
}

/** Names in a document that are looked at, and how deep they may lie, to tell what it is. */
const NAMES_LIMIT = 10_000;
const NAMES_DEPTH = 8;

/** The names of all members of an object and of the objects inside it, the first ones of very many. O(length · depth). */
export function namesIn(text: RawValue): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (raw: RawValue, depth: number) => {
    if (depth > NAMES_DEPTH || names.size > NAMES_LIMIT) return;
    if (isList(raw)) for (const element of elementsOf(raw)) collect(element, depth + 1);
    if (!isObject(raw)) return;
    for (const [name, member] of membersOf(raw)) {
      names.add(name);
      collect(member, depth + 1);
    }
  };
  collect(text, 0);
  return names;
}

/** The only table among the objects inside. */
function wrapped(objects: readonly (readonly [string, RawValue])[], wrappers: number): JsonTable | null {
  const tables = objects.flatMap(([name, raw]) => {
    const table = tableIn(raw, wrappers - 1);
    if (table === null) return [];
    return [table.kind === 'uneven' ? table : { ...table, inside: [name, ...table.inside] }];
  });
  return tables.length === 1 ? tables[0] : null;
}

const isWholeNumber = (text: string): boolean => /^\d+$/.test(text);

/** 0, 1, 2, … or 1, 2, 3, …: tells nothing that the order does not. */
function isNumbering(keys: readonly string[]): boolean {
  const start = keys[0] === '1' ? 1 : 0;
  return keys.every((key, at) => key === String(start + at));
}
