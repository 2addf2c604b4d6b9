import type { ColumnGroupKey } from '../../../core/columns/columnGroups.ts';
import { formatEdge } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';

/** What the cells of a group have in common, in words. */
export function groupName(key: ColumnGroupKey): string {
  if (key.kind === 'value') return key.text;
  if (key.kind === 'others') return translate('summary.others', { count: key.count });
  if (key.kind !== 'range') return translate(`summary.group.${key.kind}`);
  const { low, high } = key;
  if (low === null) return translate('summary.below', { high: formatEdge(high ?? Number.NaN) });
  if (high === null) return translate('summary.from', { low: formatEdge(low) });
  return translate('summary.range', { low: formatEdge(low), high: formatEdge(high) });
}
