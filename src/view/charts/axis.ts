import { formatCount } from '../../i18n/format.ts';

/** An axis in data units. Its domain is exact: nothing widens it. */
export interface Axis {
  readonly domain: readonly [low: number, high: number];
  readonly ticks: readonly number[];
  readonly label: string;
  /** What the ticks are called where they are no numbers. */
  readonly names?: readonly string[];
}

export const UNIT_TICKS: readonly number[] = [0, 0.25, 0.5, 0.75, 1];

/** Round numbers (1, 2, 2.5 or 5 times a power of ten) inside [low, high], about `count` of them. */
export function roundTicks(low: number, high: number, count = 5): readonly number[] {
  if (!(high > low)) return [low];
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** The ticks of a score axis: quarters where scores are probabilities. */
export function scoreTicks(low: number, high: number): readonly number[] {
  return low === 0 && high === 1 ? UNIT_TICKS : roundTicks(low, high, 4);
}

/** 0.25, −2, 1,200, 2.5e−5 */
export function formatTick(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e6 || (size !== 0 && size < 1e-3))
    return Number(value.toPrecision(3)).toExponential().replaceAll('-', '−');
  return size >= 1000 ? formatCount(value) : String(Number(value.toPrecision(6))).replace('-', '−');
}
