import { scanCuts } from './scanCuts.ts';
import type { Run, ScoreIndex } from './scoreIndex.ts';

/**
 * The greatest k / perUnit that does not exceed the score, as doubles, for a whole `perUnit` (100 keeps two decimals). Because it is never
 * above the score, every threshold k / perUnit flags the same rows before and after. O(1). `reducingQuery` does the same in SQL.
 */
export function roundedDown(score: number, perUnit: number): number {
  const nearby = Math.floor(score * perUnit);
  // The product may be off by a rounding; the quotients are the doubles nearest to the decimals.
  if ((nearby + 1) / perUnit <= score) return (nearby + 1) / perUnit;
  return nearby / perUnit > score ? (nearby - 1) / perUnit : nearby / perUnit;
}

/** The index with every score rounded down. O(n). */
export function roundIndexDown({ positives, negatives }: ScoreIndex, perUnit: number): ScoreIndex {
  const rounded = (run: Run): Run => ({ ...run, scores: run.scores.map((score) => roundedDown(score, perUnit)) });
  return { positives: rounded(positives), negatives: rounded(negatives) };
}

/** Rows that share one score: how many, or how much weight, of each class, and of both above it. */
export interface Tie {
  readonly score: number;
  readonly positives: number;
  readonly negatives: number;
  readonly positivesAbove: number;
  readonly negativesAbove: number;
}

/** Each distinct score, descending. O(n). */
export function tiesOf(index: ScoreIndex): Tie[] {
  const ties: Tie[] = [];
  let positivesAbove = 0;
  let negativesAbove = 0;
  scanCuts(index, ({ count, thresholds, tps, fps }) => {
    for (let i = 0; i < count; i++) {
      if (thresholds[i] === Number.POSITIVE_INFINITY) continue;
      const positives = tps[i] - positivesAbove;
      const negatives = fps[i] - negativesAbove;
      ties.push({ score: thresholds[i], positives, negatives, positivesAbove, negativesAbove });
      positivesAbove = tps[i];
      negativesAbove = fps[i];
    }
  });
  return ties;
}
