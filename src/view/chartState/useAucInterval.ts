import type { DelongInterval } from '../../core/intervals/delong.ts';
import { hasSpread } from '../../core/intervals/interval.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { aucIntervalOf, selectWeightKind } from '../../state/certainty.ts';
import { useTuner } from '../../state/useTuner.ts';
import { useEstimate } from './useEstimate.ts';

/** Up to so many rows the interval takes less than a frame; with more it would be felt, so the worker works it out. */
const MOST_ROWS_HERE = 100_000;
const QUESTION = { kind: 'auc' } as const;

/** DeLong's interval of the area under the ROC curve of the split in view; null while there is none, and where weights count nothing. */
export function useAucInterval(evaluation: Evaluation): DelongInterval | null {
  const hasOne = useTuner(selectWeightKind) !== 'weights';
  const { positives, negatives } = evaluation.index;
  const isLong = positives.scores.length + negatives.scores.length > MOST_ROWS_HERE;
  const estimated = useEstimate('auc', evaluation.split, hasOne && isLong ? QUESTION : null);
  if (!hasOne) return null;
  // That of another split around this area would be wrong.
  const drawn = estimated === null || estimated.isLate ? null : estimated.value;
  const interval = isLong ? drawn : aucIntervalOf(evaluation);
  return interval !== null && hasSpread(interval) ? interval : null;
}
