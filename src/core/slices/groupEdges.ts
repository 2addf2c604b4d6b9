import { type Column, numberAt } from '../dataset/dataset.ts';
import { quantiles } from '../intervals/quantiles.ts';
import { tidyEdges } from './grouping.ts';

/** Ranges that a column is cut into at first. */
const RANGES = 5;

/**
 * Ends of ranges that hold about equally many of the rows each: the quantiles of the numbers, rounded to as few digits as still tell them apart.
 * None where fewer than two different numbers are there. O(n log n).
 */
export function groupEdges(column: Column, rows: Uint32Array): readonly number[] {
  const numbers = Float64Array.from(rows, (row) => numberAt(column, row)).filter(Number.isFinite);
  const shares = Array.from({ length: RANGES + 1 }, (_, at) => at / RANGES);
  const [low, ...ends] = quantiles(numbers, shares);
  const high = ends.pop();
  if (high === undefined || Number.isNaN(low)) return [];
  const exact = tidyEdges(ends).filter((edge) => edge > low);
  const neighbours = [low, ...exact, high];
  for (const step of roundSteps((exact.at(-1) ?? low) - low)) {
    const rounded = tidyEdges(exact.map((edge) => roundTo(edge, step))).filter((edge) => edge > low);
    const isNear = exact.every((edge, at) => Math.abs(rounded[at] - edge) <= gapAround(neighbours, at + 1) * MOVED);
    if (rounded.length === exact.length && isNear) return rounded;
  }
  return exact;
}

/** By so much of the distance to the nearer neighbour may an end be moved to become round. */
const MOVED = 0.4;

const gapAround = (ends: readonly number[], at: number): number =>
  Math.min(ends[at] - ends[at - 1], ends[at + 1] - ends[at]);

/** 5, 2 and 1 times powers of ten, from about the width downwards to its thousandth. */
function roundSteps(width: number): readonly number[] {
  const largest = Math.floor(Math.log10(width));
  const powers = [0, 1, 2, 3].map((below) => largest - below);
  return powers.flatMap((power) => [5, 2, 1].map((times) => Number(`${times}e${power}`)));
}

/** The multiple of a step nearest to a number, as it would be written. */
const roundTo = (value: number, step: number): number => Number((Math.round(value / step) * step).toPrecision(12));
