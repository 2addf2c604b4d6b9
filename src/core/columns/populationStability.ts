/** Below the first two samples are taken as alike, from the second on as different; the usual rule of thumb. */
export const SOME_DRIFT = 0.1;
export const MUCH_DRIFT = 0.25;

/** What stands for a part without cases, as half a case would: the logarithm of nothing is no number. */
const HALF_A_CASE = 0.5;

/**
 * The population stability index of two samples divided into the same parts: Σ (aᵢ − eᵢ) · ln(aᵢ / eᵢ) over the shares of the
 * parts, eᵢ of the first sample and aᵢ of the second. `expected` and `actual`: cases in each part. 0 where the shares are equal;
 * symmetric. A part empty in both counts nothing, one empty in one of them counts as half a case there. NaN where a sample is empty.
 * By the usual rule of thumb below 0.1 hardly a change, from 0.25 a clear one (Siddiqi, Credit Risk Scorecards, 2006). O(parts).
 */
export function populationStability(expected: ArrayLike<number>, actual: ArrayLike<number>): number {
  const before = total(expected);
  const after = total(actual);
  if (!(before > 0 && after > 0)) return Number.NaN;
  let sum = 0;
  for (let part = 0; part < expected.length; part++) {
    if (expected[part] === 0 && actual[part] === 0) continue;
    const e = (expected[part] || HALF_A_CASE) / before;
    const a = (actual[part] || HALF_A_CASE) / after;
    sum += (a - e) * Math.log(a / e);
  }
  return sum;
}

function total(cases: ArrayLike<number>): number {
  let sum = 0;
  for (let part = 0; part < cases.length; part++) sum += cases[part];
  return sum;
}
