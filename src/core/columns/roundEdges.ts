/** Steps that people count in. */
const ROUND = [1, 2, 5, 10];

/**
 * Round edges that cover [low, high], but for rounding in the last digits, in about `parts` equal parts: multiples of 1, 2 or 5 times
 * a power of ten, by the least step that makes no more than one part over `parts`. `isInteger`: no step below 1. Ascending, at least
 * two; [low, low + 1] where low equals high. The edges are the decimals themselves (0.3, never 0.30000000000000004). Throws a RangeError where low or high is not finite
 * or high is below low. O(parts).
 */
export function roundEdges(low: number, high: number, parts: number, isInteger: boolean): number[] {
  if (!(Number.isFinite(low) && Number.isFinite(high) && low <= high))
    throw new RangeError(`No range: ${low} to ${high}.`);
  if (low === high) return [low, low + 1];
  const rough = Math.max(high / parts - low / parts, isInteger ? 1 : 0);
  // A power below the least normal double has no reciprocal.
  const exponent = Math.max(-300, Math.floor(Math.log10(rough)));
  const power = 10 ** Math.abs(exponent);
  const multiple = ROUND.find((each) => (exponent < 0 ? each / power : each * power) >= rough) ?? 10;
  const decimal = (count: number) => (exponent < 0 ? (count * multiple) / power : count * multiple * power);
  const step = decimal(1);
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  // Beyond the greatest double there is no edge.
  return Array.from({ length: last - first + 1 }, (_, at) => decimal(first + at)).filter(Number.isFinite);
}
