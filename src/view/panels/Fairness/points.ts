import { translate } from '../../../i18n/translate.ts';

/** “5.1 points”, “−0.4”: a difference of two shares in percentage points; “—” where it is undefined. */
export function formatPoints(difference: number, hasUnit = true): string {
  if (Number.isNaN(difference)) return '—';
  const points = (difference * 100).toFixed(1).replace('-0.0', '0.0').replace('-', '−');
  return hasUnit ? translate('fairness.points', { points }) : points;
}
