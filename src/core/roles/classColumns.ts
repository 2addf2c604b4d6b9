import { columnNamed, type Dataset, numberAt } from '../dataset/dataset.ts';
import type { ColumnProfile } from '../dataset/profile.ts';
import { columnWords, labelNamedBy } from './columnWords.ts';
import { type LabelValue, spellingKey } from './labels.ts';
import { isScoreName } from './roleEvidence.ts';

/** A column with the scores of one class. */
export interface ClassColumn {
  /** The label value, or what the column calls it where no row has it. */
  readonly label: string;
  readonly column: string;
}

/** Rows on which it is tried whether columns add up to 1, spread evenly. */
const SUM_SAMPLE = 1000;
/** How far a row of probabilities may be from 1 after rounding. */
export const SUM_TOLERANCE = 1e-3;
/** Of the sampled rows, this share must add up. */
const SUM_SHARE = 0.9;

/** Whether the numbers of some columns add up to 1 in nearly every row. O(columns), on a sample. */
export function addUpToOne(dataset: Dataset, names: readonly string[]): boolean {
  const columns = names.map((name) => columnNamed(dataset, name)).filter((column) => column !== null);
  const step = Math.max(1, Math.floor(dataset.rowCount / SUM_SAMPLE));
  let tried = 0;
  let right = 0;
  for (let row = 0; row < dataset.rowCount; row += step) {
    const sum = columns.reduce((total, column) => total + numberAt(column, row), 0);
    if (Number.isNaN(sum)) continue;
    tried++;
    if (Math.abs(sum - 1) <= SUM_TOLERANCE) right++;
  }
  return tried > 0 && right >= SUM_SHARE * tried;
}

/**
 * The columns that are named after label values and alike otherwise ("p_cat", "p_dog"); of several such families the one that names
 * most values, the first in the file among equal ones. Columns of the same family that no row has as its label come along where each
 * row adds up to 1 only with them. In the order of the file. O(columns · values).
 */
export function classColumnsByName(
  dataset: Dataset,
  profiles: readonly ColumnProfile[],
  values: readonly LabelValue[],
  label: string,
): ClassColumn[] {
  const families = new Map<string, Map<string, string>>();
  for (const { name } of profiles) {
    const value = valueNamed(name, values, label);
    if (value === null) continue;
    const pattern = patternOf(name, value);
    const family = families.get(pattern) ?? new Map<string, string>();
    families.set(pattern, family);
    if (!family.has(value)) family.set(value, name);
  }
  let best: { readonly pattern: string; readonly columns: ClassColumn[] } | null = null;
  for (const [pattern, family] of families) {
    const columns = Array.from(family, ([text, column]) => ({ label: text, column }));
    // Columns of zeros and ones are indicators of the label, no scores.
    const areScores = profiles.some(
      ({ name, isInteger }) => !isInteger && columns.some(({ column }) => column === name),
    );
    if (areScores && columns.length > (best?.columns.length ?? 0)) best = { pattern, columns };
  }
  return best === null ? [] : withClassesOfNoRow(dataset, profiles, best.columns, best.pattern);
}

/** The label value that a column is named after: the very text before one that only reads like it. */
function valueNamed(name: string, values: readonly LabelValue[], label: string): string | null {
  const exact = values.find(({ text }) => text === name);
  if (exact !== undefined) return exact.text;
  const named = labelNamedBy(name, values, label);
  if (named === null) return null;
  const alike = values.filter(({ text }) => spellingKey(text) === spellingKey(named));
  return alike.find(({ text }) => name.includes(text))?.text ?? named;
}

/** A column's name with a star for the value in it. */
function patternOf(name: string, value: string): string {
  const words = columnWords(name);
  const at = words.lastIndexOf(columnWords(value));
  return name === value || at < 0 ? '*' : `${words.slice(0, at)}*${words.slice(at + columnWords(value).length)}`;
}

function withClassesOfNoRow(
  dataset: Dataset,
  profiles: readonly ColumnProfile[],
  columns: ClassColumn[],
  pattern: string,
): ClassColumn[] {
  const names = columns.map(({ column }) => column);
  if (addUpToOne(dataset, names)) return columns;
  const [before, after] = pattern.split('*');
  const others = profiles.filter(({ name, low, high, isInteger }) => {
    const words = columnWords(name);
    const isLongEnough = words.length > before.length + after.length;
    const isAlike = words.startsWith(before) && words.endsWith(after) && isLongEnough;
    return !names.includes(name) && isAlike && low >= 0 && high <= 1 && (!isInteger || high === 0);
  });
  if (others.length === 0 || !addUpToOne(dataset, [...names, ...others.map(({ name }) => name)])) return columns;
  const all = [...columns, ...others.map(({ name }) => ({ label: lastPart(name, before, after), column: name }))];
  const order = new Map(profiles.map(({ name }, place) => [name, place]));
  return all.sort((a, b) => (order.get(a.column) ?? 0) - (order.get(b.column) ?? 0));
}

/** What a column calls its class: its own spelling where that can be told from the rest of the name. */
function lastPart(name: string, before: string, after: string): string {
  const words = columnWords(name);
  const part = words.slice(before.length, words.length - after.length);
  const at = name.toLowerCase().lastIndexOf(part);
  return at < 0 ? part : name.slice(at, at + part.length);
}

/** Columns alike but for a number: 0, 1, 2 … or 1, 2, 3 … without a gap. */
export interface NumberedColumns {
  readonly stem: string;
  readonly first: 0 | 1;
  readonly columns: readonly string[];
}

const NUMBERED = /^(.*?)(\d+)[\])]?$/;

/** Families of numbered columns that may hold scores, the longest first. O(columns). */
export function numberedScores(dataset: Dataset, profiles: readonly ColumnProfile[]): NumberedColumns[] {
  const families = new Map<string, Map<number, string>>();
  for (const { name, isInteger, high } of profiles) {
    const [, stem, digits] = NUMBERED.exec(name) ?? [];
    if (stem === undefined || (isInteger && high !== 0)) continue;
    const family = families.get(stem) ?? new Map<number, string>();
    families.set(stem, family.set(Number(digits), name));
  }
  const whole: NumberedColumns[] = [];
  for (const [stem, family] of families) {
    const first = family.has(0) ? 0 : 1;
    const columns = Array.from({ length: family.size }, (_, at) => family.get(first + at));
    const names = columns.filter((name) => name !== undefined);
    const isWhole = names.length === family.size && names.length >= 2;
    if (isWhole && (isScoreName(columnWords(stem)) || addUpToOne(dataset, names))) {
      whole.push({ stem, first, columns: names });
    }
  }
  return whole.sort((a, b) => b.columns.length - a.columns.length);
}

/**
 * The columns that number the classes (`probs[0]`, `score_1`): where the label values are whole numbers, each column's number is its
 * class; else there must be as many columns as values, which they stand for in ascending order. O(columns).
 */
export function classColumnsByPlace(
  dataset: Dataset,
  profiles: readonly ColumnProfile[],
  values: readonly LabelValue[],
): ClassColumn[] {
  for (const { first, columns } of numberedScores(dataset, profiles)) {
    const last = first + columns.length - 1;
    const areNumbers = values.every(({ number }) => Number.isInteger(number) && number >= first && number <= last);
    if (areNumbers) {
      return columns.map((column, at) => {
        const value = values.find(({ number }) => number === first + at);
        return { label: value?.text ?? String(first + at), column };
      });
    }
    if (columns.length === values.length) return columns.map((column, at) => ({ label: values[at].text, column }));
  }
  return [];
}
