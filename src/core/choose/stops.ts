/** The stops of a slider: `stopAt(scale, i)` for i from 0 to `stops`, ascending from `low` to `high`. */
export interface SliderScale {
  readonly low: number;
  readonly high: number;
  /** Distance between two stops; the first and the last one may be nearer where the ends are no multiples of it. */
  readonly step: number;
  /** The number of the last stop, which is one less than there are. */
  readonly stops: number;
}

/**
 * The scale of a slider over scores from `low` to `high`: 0, 0.01 … 1 where all lie in [0, 1] (or there are none); else from the least
 * to the greatest score by way of the multiples of the round number (1, 2 or 5 times a power of ten) nearest to a hundredth of the
 * range. A single stop where both are the same, the two ends alone where the range is too small to be divided. O(1).
 */
export function sliderScale(low: number, high: number): SliderScale {
  if (!(low < 0 || high > 1)) return { low: 0, high: 1, step: 0.01, stops: 100 };
  if (low === high) return { low, high, step: 1, stops: 0 };
  const step = roundNumber(high / 100 - low / 100);
  // Scores so near to each other, and to 0, that no double divides what lies between.
  if (!Number.isFinite(1 / step)) return { low, high, step: high - low, stops: 1 };
  const between = Math.max(0, Math.ceil(high / step) - Math.floor(low / step) - 1);
  return { low, high, step, stops: between + 1 };
}

/** The i-th stop, the double nearest to its decimal spelling (never a sum of steps); i beyond an end gives that end. O(1). */
export function stopAt({ low, high, step, stops }: SliderScale, i: number): number {
  if (i <= 0) return low;
  if (i >= stops) return high;
  const multiple = Math.floor(low / step) + i;
  // 57 / 100 is the double nearest to 0.57; 57 * 0.01 is another one.
  const stop = step < 1 ? multiple / Math.round(1 / step) : multiple * step;
  // Among the greatest doubles a multiple may be rounded past an end.
  return Math.min(high, Math.max(low, stop));
}

/**
 * The threshold after `count` presses of an arrow key, up (positive) or down (negative): from between two stops the first press goes
 * to the next of them. Ends at the ends of the scale. O(log stops).
 */
export function nextStop(scale: SliderScale, threshold: number, count: number): number {
  if (count >= 0) return stopAt(scale, stopsUpTo(scale, (stop) => stop <= threshold) - 1 + count);
  return stopAt(scale, stopsUpTo(scale, (stop) => stop < threshold) + count);
}

/** The stop nearest to a score, the lower one of two that are equally near; an end for scores beyond it. O(log stops). */
export function stopNear(scale: SliderScale, score: number): number {
  const below = nextStop(scale, score, 0);
  const above = nextStop(scale, score, 1);
  return score - below <= above - score ? below : above;
}

/** How many stops, from the first on, fulfil a condition that holds up to some stop and for none beyond it. */
function stopsUpTo(scale: SliderScale, holds: (stop: number) => boolean): number {
  let low = 0;
  let high = scale.stops + 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(stopAt(scale, middle))) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number of the form 1, 2 or 5 times a power of ten that is nearest to a positive number by ratio. */
function roundNumber(value: number): number {
  const exponent = Math.floor(Math.log10(value));
  const leading = value / 10 ** exponent;
  const digit = [1, 2, 5, 10].reduce((best, candidate) =>
    Math.abs(Math.log(candidate / leading)) < Math.abs(Math.log(best / leading)) ? candidate : best,
  );
  return exponent < 0 ? digit / 10 ** -exponent : digit * 10 ** exponent;
}
