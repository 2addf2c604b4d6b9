import { nextStop, type SliderScale } from '../../core/choose/stops.ts';

/** The slider's stop that is nearest to a value. */
export function stopNearest(scale: SliderScale, value: number): number {
  const below = nextStop(scale, value, -1);
  const above = nextStop(scale, below, 1);
  return value - below < above - value ? below : above;
}
