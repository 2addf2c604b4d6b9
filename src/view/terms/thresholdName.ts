import { formatThreshold } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';

const ALL = { low: -Infinity, high: Infinity };

/** A threshold within a sentence, at most as far as the scores reach; one that flags all or none says so in words. */
export function thresholdName(
  threshold: number,
  { low, high }: { readonly low: number; readonly high: number } = ALL,
): string {
  if (threshold === Infinity) return translate('certainty.nobody');
  if (threshold === -Infinity) return translate('certainty.everybody');
  return formatThreshold(Math.max(low, Math.min(high, threshold)));
}
