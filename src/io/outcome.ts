import type { Outcome } from './rows.ts';

/** What a decision about one row turned out to be. `yTrue`: 1 positive, 0 negative. */
export function outcomeOf(yTrue: number, isFlagged: boolean): Outcome {
  if (isFlagged) return yTrue === 1 ? 'tp' : 'fp';
  return yTrue === 1 ? 'fn' : 'tn';
}
