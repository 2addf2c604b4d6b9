import type { ColumnProfile } from '../../core/dataset/profile.ts';
import type { Interpretation } from '../../core/roles/interpretation.ts';

/** More columns than this make the table too heavy to scroll. */
export const COLUMN_LIMIT = 100;
/** Characters shown of a cell. */
const SHOWN = 200;

/** The places of the columns shown: the first ones, and those that play a role. O(columns). */
export function shownColumns(
  columns: readonly ColumnProfile[],
  interpretation: Interpretation | undefined,
): readonly number[] {
  const inUse = new Set<string | null>(
    interpretation === undefined
      ? []
      : [interpretation.label, interpretation.score, interpretation.split, interpretation.weight],
  );
  return columns.flatMap(({ name }, place) => (place < COLUMN_LIMIT || inUse.has(name) ? [place] : []));
}

/** A cell as far as a table shows it. */
export const shortened = (cell: string): string => (cell.length > SHOWN ? `${cell.slice(0, SHOWN)}…` : cell);
