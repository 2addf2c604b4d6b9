import type { CutValue } from '../../core/choose/objective.ts';
import type { AmountColumns } from '../../core/cost/amounts.ts';
import { bootstrapInterval } from '../../core/intervals/bootstrap.ts';
import type { Interval } from '../../core/intervals/interval.ts';
import type { ThresholdMetric } from '../../core/metrics/metric.ts';
import type { Confusion } from '../../core/scores/confusion.ts';
import { intervalOfCounts, selectWeightKind } from '../../state/certainty.ts';
import { selectConfusion, selectEvaluation, selectRule, selectThreshold } from '../../state/selectors.ts';
import { useTuner } from '../../state/useTuner.ts';
import { useEstimate } from './useEstimate.ts';

/**
 * The interval of a value at the present threshold on the split in view: Wilson's for a proportion of rows, else the bootstrap's. Where
 * rows have weights the worker draws them, and the interval is late while it does. Null while there is none.
 */
export function usePresentInterval(
  of: CutValue,
  proportion: ThresholdMetric['proportion'],
): { readonly interval: Interval | null; readonly isLate: boolean } {
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  const confusion = useTuner(selectConfusion);
  const split = useTuner((state) => selectEvaluation(state)?.split ?? '');
  const isWeighted = useTuner(selectWeightKind) === 'weights';
  const drawn = useEstimate('resamples', split, isWeighted ? { kind: 'resamples', rule, threshold } : null);
  if (confusion === null || Number.isNaN(of(confusion, threshold))) return { interval: null, isLate: false };
  const at = (each: Confusion) => of(each, threshold);
  if (!isWeighted) return { interval: intervalOfCounts(confusion, at, proportion), isLate: false };
  if (drawn === null) return { interval: null, isLate: true };
  return { interval: bootstrapInterval(drawn.value, at), isLate: drawn.isLate };
}

/** The same for a cost by amounts: `confusion` holds what is at stake, and the worker draws the rows. */
export function usePresentAmountInterval(
  of: CutValue,
  confusion: Confusion,
  amounts: AmountColumns,
): { readonly interval: Interval | null; readonly isLate: boolean } {
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  const split = useTuner((state) => selectEvaluation(state)?.split ?? '');
  const drawn = useEstimate('amountResamples', split, { kind: 'amountResamples', rule, threshold, amounts });
  if (Number.isNaN(of(confusion, threshold))) return { interval: null, isLate: false };
  if (drawn === null) return { interval: null, isLate: true };
  return { interval: bootstrapInterval(drawn.value, (each) => of(each, threshold)), isLate: drawn.isLate };
}
