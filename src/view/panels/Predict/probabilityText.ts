import { formatPercent } from '../../../i18n/format.ts';

/** A probability in percent; in more decimals near the ends, so that only what is certain reads 0 % or 100 %. */
export function probabilityText(probability: number): string {
  const gap = Math.min(probability, 1 - probability);
  if (gap === 0) return formatPercent(probability, 0);
  const digits = gap >= 0.0005 ? 1 : Math.min(6, Math.ceil(-Math.log10(gap)) - 2);
  return formatPercent(probability, Math.max(1, digits));
}
