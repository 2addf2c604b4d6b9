import { firstAtLeast } from './firstAtLeast.ts';

/**
 * The lines on which rows start, counted from 1, as runs of rows on consecutive lines: blank lines, skipped rows, newlines in cells and
 * further files begin a new one.
 */
export interface LineRuns {
  /** The first row of each run, ascending. */
  readonly rows: Uint32Array;
  /** The line on which it starts. */
  readonly lines: Uint32Array;
}

/** The line on which a row starts. O(log runs). */
export function lineAt({ rows, lines }: LineRuns, row: number): number {
  const run = firstAtLeast(rows, row + 1) - 1;
  return lines[run] + row - rows[run];
}
