import type { AdmissibleRun } from '../../../core/choose/requirements.ts';
import type { SliderScale } from '../../../core/choose/stops.ts';
import { shareOf } from './railScale.ts';

/** A stretch of the rail, as shares of it. */
export interface RailBand {
  readonly from: number;
  readonly to: number;
}

/** The narrowest band that is seen, in pixels. */
const LEAST = 3;

/** Where runs of thresholds lie on the rail, from left to right; those less than a pixel apart are one. O(runs). */
export function railBands(runs: readonly AdmissibleRun[], scale: SliderScale, width: number): readonly RailBand[] {
  const bands: RailBand[] = [];
  for (const { bottom, top } of runs) {
    const from = shareOf(scale, bottom);
    const to = Math.max(shareOf(scale, top), from + LEAST / width);
    const right = bands.at(-1);
    if (right !== undefined && right.from - to < 1 / width) bands[bands.length - 1] = { from, to: right.to };
    else bands.push({ from, to });
  }
  return bands.reverse();
}
