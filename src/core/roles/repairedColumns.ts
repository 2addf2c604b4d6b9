import { type CategoryColumn, type Column, type Dataset, respelt } from '../dataset/dataset.ts';
import { numberSpelt } from '../dataset/numberSpelling.ts';
import type { ColumnProfile } from '../dataset/profile.ts';
import type { Interpretation } from './interpretation.ts';
import { isSameLabel, spellingKey } from './labels.ts';
import { type ColumnRepair, type ColumnRepairKind, hasRepair } from './repair.ts';

/** What of an interpretation changes columns: its repairs, and the spellings of labels that it names. */
export type ColumnReading = Pick<Interpretation, 'repairs' | 'positiveLabel' | 'negativeLabel' | 'scoredLabel'>;

/** By how much the numbers of a column are divided. */
export function divisorOf(repairs: readonly ColumnRepair[], column: string): number {
  return hasRepair(repairs, 'divideBy100', column) ? 100 : 1;
}

/** What is left of the columns once some are ignored; the same array where none is. */
export function unignored<T extends { readonly name: string }>(
  columns: readonly T[],
  repairs: readonly ColumnRepair[],
): readonly T[] {
  return repairs.some(({ kind }) => kind === 'ignoreColumn')
    ? columns.filter(({ name }) => !hasRepair(repairs, 'ignoreColumn', name))
    : columns;
}

/**
 * The dataset with its repairs made; the same object where there are none. Codes are shared, so a dictionary column costs O(different
 * cells) and a column of doubles, if divided, O(rows).
 */
export function repairedDataset(dataset: Dataset, profiles: readonly ColumnProfile[], reading: ColumnReading): Dataset {
  const { repairs } = reading;
  if (repairs.length === 0) return dataset;
  const repaired = (column: Column): Column => {
    const has = (kind: ColumnRepairKind) => hasRepair(repairs, kind, column.name);
    let present = column;
    if (has('decimalComma')) present = respelt(present, 'decimalComma');
    if (has('thousandsComma')) present = respelt(present, 'thousandsComma');
    if (present.kind === 'category' && has('mergeSpellings')) {
      present = merged(present, profileOf(profiles, column.name), reading);
    }
    if (has('divideBy100')) present = mapped(present, (value) => value / 100);
    return has('clipToUnit') ? mapped(present, clipped) : present;
  };
  return { ...dataset, columns: unignored(dataset.columns, repairs).map(repaired) };
}

const profileOf = (profiles: readonly ColumnProfile[], column: string) => profiles.find(({ name }) => name === column);

/** The nearest number of [0, 1]; NaN stays. */
const clipped = (value: number) => Math.min(Math.max(value, 0), 1);

function mapped(column: Column, change: (value: number) => number): Column {
  if (column.kind === 'text') return column;
  return column.kind === 'number'
    ? { ...column, values: Float64Array.from(column.values, change) }
    : { ...column, numbers: column.numbers.map(change) };
}

function merged(column: CategoryColumn, profile: ColumnProfile | undefined, reading: ColumnReading): CategoryColumn {
  const frequent = profile?.topValues.map(({ value }) => value) ?? [];
  const present = column.dictionary.filter((_, code) => column.missing[code] === 0);
  const spellingOf = chosenSpellings([...frequent, ...present], reading);
  const dictionary = column.dictionary.map((text, code) => (column.missing[code] === 1 ? text : spellingOf(text)));
  return { ...column, dictionary };
}

/** For each text the one that stands for all its spellings: one that the interpretation names, else the first of the list. */
function chosenSpellings(texts: readonly string[], reading: ColumnReading): (text: string) => string {
  const named = [reading.positiveLabel, reading.negativeLabel ?? reading.scoredLabel, reading.scoredLabel];
  const chosen = new Map<string, string>();
  for (const text of [...named.filter((label) => texts.some((other) => isSameLabel(other, label))), ...texts]) {
    const key = spellingKey(text);
    if (!chosen.has(key)) chosen.set(key, text);
  }
  return (text) => chosen.get(spellingKey(text)) ?? text;
}

/** The profiles of the repaired columns, as far as profiles tell; the same array where there are no repairs. O(columns). */
export function repairedProfiles(profiles: readonly ColumnProfile[], reading: ColumnReading): readonly ColumnProfile[] {
  const { repairs } = reading;
  if (repairs.length === 0) return profiles;
  const repaired = (profile: ColumnProfile): ColumnProfile => {
    const has = (kind: ColumnRepairKind) => hasRepair(repairs, kind, profile.name);
    let present = profile;
    if (has('decimalComma')) present = respeltProfile(present, 'decimalComma');
    if (has('thousandsComma')) present = respeltProfile(present, 'thousandsComma');
    if (has('mergeSpellings')) present = mergedProfile(present, reading);
    if (has('divideBy100')) present = dividedProfile(present);
    return has('clipToUnit') ? { ...present, low: clipped(present.low), high: clipped(present.high) } : present;
  };
  return unignored(profiles, repairs).map(repaired);
}

function dividedProfile(profile: ColumnProfile): ColumnProfile {
  return { ...profile, low: profile.low / 100, high: profile.high / 100, isInteger: false };
}

function mergedProfile(profile: ColumnProfile, reading: ColumnReading): ColumnProfile {
  const spellingOf = chosenSpellings(
    profile.topValues.map(({ value }) => value),
    reading,
  );
  const counts = new Map<string, number>();
  for (const { value, count } of profile.topValues) {
    const text = spellingOf(value);
    counts.set(text, (counts.get(text) ?? 0) + count);
  }
  const topValues = Array.from(counts, ([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
  return { ...profile, topValues, distinct: profile.distinct - profile.topValues.length + topValues.length };
}

function respeltProfile(profile: ColumnProfile, spelling: 'decimalComma' | 'thousandsComma'): ColumnProfile {
  const numbers = profile.topValues
    .map(({ value }) => numberSpelt(value, spelling))
    .filter((value) => Number.isFinite(value));
  if (numbers.length === 0) return { ...profile, spelling };
  return {
    ...profile,
    numericShare: 1,
    low: Math.min(...numbers),
    high: Math.max(...numbers),
    isInteger: numbers.every(Number.isInteger),
    spelling,
  };
}
