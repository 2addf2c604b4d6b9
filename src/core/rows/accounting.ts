import { EVIDENCE_ROWS } from '../dataset/evidence.ts';
import type { Finding } from '../roles/finding.ts';

/** Why a row is not among the kept ones. */
export type SkipReason =
  | 'tooFewFields'
  | 'tooManyFields'
  | 'noRecord'
  | 'brokenJson'
  | 'otherModel'
  | 'outsideSubject'
  | 'notJoined'
  | 'missingLabel'
  | 'otherLabel'
  | 'missingScore'
  | 'unreadableScore'
  | 'infiniteScore'
  | 'missingSplit'
  | 'missingWeight'
  | 'badWeight';

export interface SkippedRows {
  readonly reason: SkipReason;
  readonly count: number;
  /** The first few places, at most five. */
  readonly places: readonly SkippedPlace[];
}

export interface SkippedPlace {
  readonly file: string;
  readonly line: number;
  readonly cell?: string;
}

/** `read` = `kept` + the sum of the skipped counts, always. Blank lines are no rows. */
export interface RowAccounting {
  readonly read: number;
  readonly kept: number;
  /** Kept rows of each file, in the order of the dataset's files. */
  readonly keptByFile: readonly number[];
  readonly skipped: readonly SkippedRows[];
  readonly blankLines: number;
}

/** What reading left out of the dataset, and what it noticed: `prepare` adds its own to both. */
export interface ReadingNotes {
  readonly skipped: readonly SkippedRows[];
  readonly blankLines: number;
  readonly findings: readonly Finding[];
}

const PLACES = 5;

/** Counts rows that are left out, by reason, and remembers where the first ones stand. */
export class SkipLog {
  readonly #byReason = new Map<
    SkipReason,
    { count: number; readonly places: SkippedPlace[]; readonly rows: number[] }
  >();

  /** `place` is asked for only while places are still remembered. `row`: its place in the dataset, for a row that is in it. */
  add(reason: SkipReason, place: () => SkippedPlace, row?: number): void {
    let entry = this.#byReason.get(reason);
    if (entry === undefined) {
      entry = { count: 0, places: [], rows: [] };
      this.#byReason.set(reason, entry);
    }
    entry.count++;
    if (row !== undefined && entry.rows.length < EVIDENCE_ROWS) entry.rows.push(row);
    if (entry.places.length < PLACES) entry.places.push(place());
  }

  /** The first rows of the dataset left out for a reason. */
  rowsOf(reason: SkipReason): readonly number[] {
    return this.#byReason.get(reason)?.rows ?? [];
  }

  /** The most frequent reason first. */
  entries(): SkippedRows[] {
    const entries = Array.from(this.#byReason, ([reason, { count, places }]) => ({ reason, count, places }));
    return entries.sort((a, b) => b.count - a.count);
  }
}

/** What was skipped in several files, as one list. */
export function mergedSkips(lists: readonly (readonly SkippedRows[])[]): SkippedRows[] {
  const merged = new Map<SkipReason, SkippedRows>();
  for (const each of lists.flat()) {
    const { count = 0, places = [] } = merged.get(each.reason) ?? {};
    const all = [...places, ...each.places].slice(0, PLACES);
    merged.set(each.reason, { reason: each.reason, count: count + each.count, places: all });
  }
  return [...merged.values()].sort((a, b) => b.count - a.count);
}

/** Rows skipped for any reason. */
export function countSkipped(skipped: readonly SkippedRows[]): number {
  return skipped.reduce((sum, { count }) => sum + count, 0);
}
