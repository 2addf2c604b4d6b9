import { areProbabilities } from '../../core/metrics/probability.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { translate } from '../../i18n/translate.ts';
import { type ChartSplits, splitName } from './chartSplits.ts';

/** Why there is no curve that needs both classes; null where there is one. */
export const absenceWithoutBoth = (splits: ChartSplits): string | null =>
  absenceOfClass(splits.main, splitName(splits));

/** The same for the curve of one split, as it is called in a sentence. */
export function absenceOfClass({ positives, negatives }: Evaluation, split: string): string | null {
  if (!(positives > 0)) return translate('chart.noCurveWithoutPositives', { split });
  if (!(negatives > 0)) return translate('chart.noCurveWithoutNegatives', { split });
  return null;
}

/** Why there is no chart that needs scores to be probabilities; null where they are. */
export function absenceWithoutProbabilities(splits: ChartSplits): string | null {
  const { index, positives, negatives } = splits.main;
  const split = splitName(splits);
  if (!(positives + negatives > 0)) return translate('chart.noRows');
  return areProbabilities(index) ? null : translate('chart.noProbabilities', { split });
}
