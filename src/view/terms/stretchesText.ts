import type { Stretch } from '../../core/choose/shortestDecimal.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { formatThreshold } from '../../i18n/format.ts';
import { joinedList } from '../../i18n/joined.ts';
import { translate } from '../../i18n/translate.ts';

/** Stretches of thresholds in words, cut off at the least and the greatest score. */
export const stretchesText = (stretches: readonly Stretch[], scores: Evaluation): string =>
  joinedList(stretches.map((stretch) => stretchText(stretch, scores)));

function stretchText({ low, high }: Stretch, { low: least, high: greatest }: Evaluation): string {
  const ends = { low: formatThreshold(Math.max(low, least)), high: formatThreshold(Math.min(high, greatest)) };
  return ends.low === ends.high ? translate('certainty.only', { value: ends.high }) : translate('certainty.from', ends);
}
