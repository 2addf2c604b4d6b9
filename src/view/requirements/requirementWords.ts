import type { AdmissibleRun } from '../../core/choose/requirements.ts';
import { formatThreshold } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';

/** So many runs are named one by one. */
const NAMED = 2;

function runText({ low, high, bottom, top }: AdmissibleRun): string {
  if (top === Infinity && bottom === -Infinity) return translate('requirements.every');
  if (top === Infinity) return translate('requirements.up', { low: formatThreshold(low) });
  if (bottom === -Infinity) return translate('requirements.down', { high: formatThreshold(high) });
  return low === high
    ? translate('requirements.just', { low: formatThreshold(low) })
    : translate('requirements.from', { low: formatThreshold(low), high: formatThreshold(high) });
}

/** The thresholds of some runs in words, the lowest first; of many the longest ones and how many more there are. */
export function runsText(runs: readonly AdmissibleRun[]): string {
  const named = [...runs]
    .sort((a, b) => b.count - a.count)
    .slice(0, NAMED)
    .sort((a, b) => a.low - b.low)
    .map(runText);
  const [first, last] = named;
  if (runs.length > NAMED)
    return translate('requirements.more', { ranges: named.join(', '), count: runs.length - NAMED });
  return last === undefined ? first : translate('requirements.and', { ranges: first, last });
}

export const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
