import { nextStop, type SliderScale } from '../core/choose/stops.ts';
import type { ThresholdMove } from './thresholdMove.ts';

const STOPS: Readonly<Partial<Record<ThresholdMove, number>>> = {
  stepUp: 1,
  stepDown: -1,
  nextChange: 1,
  previousChange: -1,
  pageUp: 10,
  pageDown: -10,
};

/** Where a move leads among the stops of a slider; to the next change it is one stop, where changes are not looked up. */
export function stopAfter(scale: SliderScale, value: number, move: ThresholdMove): number {
  const stops = STOPS[move];
  if (stops !== undefined) return nextStop(scale, value, stops);
  return move === 'start' ? scale.low : scale.high;
}
