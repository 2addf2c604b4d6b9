/** A logarithmic scale of prices, from 10^`lowDecade` to 10^`highDecade`, with twenty stops a decade. */
export interface PriceScale {
  readonly lowDecade: number;
  readonly highDecade: number;
}

/** Round numbers, each about 12 % above the one before: twentieths of a decade to two digits (close to the series R20 of ISO 3). */
const STOPS = [10, 11, 12, 14, 16, 18, 20, 22, 25, 28, 32, 36, 40, 45, 50, 56, 63, 71, 80, 90];

/** Beyond these nobody weighs prices, and a slider would lose its hand. */
const LEAST_DECADE = -6;
const GREATEST_DECADE = 9;

/**
 * The scale in whole decades that holds all prices given with some room around them, and in any case a tenth to a hundred; what is not
 * positive and finite is left out. O(prices).
 */
export function priceScale(prices: Iterable<number>): PriceScale {
  let low = 0.1;
  let high = 100;
  for (const price of prices) {
    if (!(price > 0 && price < Infinity)) continue;
    low = Math.min(low, price / 1.5);
    high = Math.max(high, price * 1.5);
  }
  return {
    lowDecade: Math.max(LEAST_DECADE, Math.floor(Math.log10(low))),
    highDecade: Math.min(GREATEST_DECADE, Math.ceil(Math.log10(high))),
  };
}

/** The price at a stop, counted from the price 1: the double nearest to its decimal spelling. Beyond an end it is that end. O(1). */
export function priceAtStop({ lowDecade, highDecade }: PriceScale, stop: number): number {
  const kept = Math.max(lowDecade * STOPS.length, Math.min(highDecade * STOPS.length, stop));
  const decade = Math.floor(kept / STOPS.length);
  const digits = STOPS[kept - decade * STOPS.length];
  return decade >= 1 ? digits * 10 ** (decade - 1) : digits / 10 ** (1 - decade);
}

/** Where a price stands on the scale, 0 to 1; a price beyond an end, at that end. O(1). */
export function shareOfPrice({ lowDecade, highDecade }: PriceScale, price: number): number {
  const share = (Math.log10(price) - lowDecade) / (highDecade - lowDecade);
  return Math.max(0, Math.min(1, share));
}

/** The stop nearest to a place on the scale. O(1). */
export function priceNear(scale: PriceScale, share: number): number {
  const decades = scale.lowDecade + share * (scale.highDecade - scale.lowDecade);
  return priceAtStop(scale, Math.round(decades * STOPS.length));
}

/** The price after `count` stops up, or down where it is negative: from between two stops the first goes to the next of them. O(1). */
export function nextPrice(scale: PriceScale, price: number, count: number): number {
  const near = Math.round(Math.log10(price) * STOPS.length);
  // The stops are rounded, so that the nearest by logarithm may lie on either side.
  const around = [near - 1, near, near + 1];
  if (count > 0) return priceAtStop(scale, Math.max(...around.filter((stop) => unbounded(stop) <= price)) + count);
  return priceAtStop(scale, Math.min(...around.filter((stop) => unbounded(stop) >= price)) + count);
}

const unbounded = (stop: number): number =>
  priceAtStop({ lowDecade: Math.floor(stop / STOPS.length), highDecade: Math.floor(stop / STOPS.length) + 1 }, stop);
