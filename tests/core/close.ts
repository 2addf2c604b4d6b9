/** Whether two numbers agree to 1e-12 relative or 1e-15 absolute; NaN agrees with NaN, an infinity with itself. */
export function isClose(actual: number, expected: number): boolean {
  if (Object.is(actual, expected) || actual === expected) return true;
  return Math.abs(actual - expected) <= Math.max(1e-12 * Math.abs(expected), 1e-15);
}
