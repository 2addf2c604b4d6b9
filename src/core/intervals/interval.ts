/** An interval always names its method and level. */
export interface Interval {
  /** Both ends are NaN where there is no interval. */
  readonly low: number;
  readonly high: number;
  readonly method: 'wilson' | 'bootstrap' | 'delong';
  readonly level: number;
}

/** The level of every interval that is shown. */
export const LEVEL = 0.95;
