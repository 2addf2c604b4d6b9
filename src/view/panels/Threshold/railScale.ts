import type { SliderScale } from '../../../core/choose/stops.ts';

const clamped = (share: number): number => Math.max(0, Math.min(1, share));

/** The place of a score on the axis, 0 to 1; scores beyond the ends stand at the ends. */
export function shareOf(scale: SliderScale, score: number): number {
  return scale.high === scale.low ? 0 : clamped((score - scale.low) / (scale.high - scale.low));
}

/** The score at a place on the axis. */
export function scoreAt(scale: SliderScale, share: number): number {
  return scale.low + clamped(share) * (scale.high - scale.low);
}
