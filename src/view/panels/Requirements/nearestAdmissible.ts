import type { AdmissibleRun } from '../../../core/choose/requirements.ts';

/** The end of a run that is nearest to a threshold which lies in none; runs descend. O(log runs). */
export function nearestAdmissible(runs: readonly AdmissibleRun[], threshold: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (runs[middle].high < threshold) high = middle;
    else low = middle + 1;
  }
  const above = low > 0 ? runs[low - 1].low : Infinity;
  const below = low < runs.length ? runs[low].high : -Infinity;
  return above - threshold < threshold - below ? above : below;
}
