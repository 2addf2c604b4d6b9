/** An interval always names its method and level. */
export interface Interval {
  /** Both ends are NaN where there is no interval. */
  readonly low: number;
  readonly high: number;
  readonly method: 'wilson' | 'bootstrap' | 'delong';
  readonly level: number;
}

/**
 * Whether an interval says how far a value could be off: both ends are numbers, and they differ. Where every draw gives the same value, as eight
 * rows without a hit do for ever, that is no certainty. O(1).
 */
export const hasSpread = ({ low, high }: Pick<Interval, 'low' | 'high'>): boolean => low < high;

/** The level of every interval that is shown. */
export const LEVEL = 0.95;
