import { useMemo } from 'react';
import { sliderScale } from '../../core/choose/stops.ts';
import { selectScoreRange } from '../../state/selectors.ts';
import { useTuner } from '../../state/useTuner.ts';

/** The ends of the slider, which are also the ends of every axis of scores. */
export function useSliderScale() {
  const { low, high } = useTuner(selectScoreRange);
  return useMemo(() => sliderScale(low, high), [low, high]);
}
