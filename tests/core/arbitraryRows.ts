import fc from 'fast-check';
import type { Rows } from './rows.ts';

/** Scores that tie often: few values, with neighbouring doubles, both zeros, denormals and large magnitudes among them. */
export const tiedScore = fc.constantFrom(
  0,
  0.1,
  0.2,
  0.3,
  0.30000000000000004,
  0.5,
  0.57,
  0.58,
  1,
  -0,
  -1,
  -0.3,
  5e-324,
  -5e-324,
  1e300,
  -1e300,
);
export const unitScore = fc.constantFrom(0, 0.1, 0.25, 0.3, 0.30000000000000004, 0.5, 0.6, 0.75, 1);
const anyScore = fc.oneof(tiedScore, fc.double({ noNaN: true, noDefaultInfinity: true }));
/** Weights whose sums are exact in doubles, zero among them. */
const weight = fc.constantFrom(0, 0.25, 1, 1, 2, 3.5);

export interface RowsOptions {
  readonly score?: fc.Arbitrary<number>;
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly weights?: 'never' | 'always' | 'sometimes';
}

/** Small files, weighted or not, of both classes or one, or empty. */
export function arbitraryRows({
  score = anyScore,
  minLength = 0,
  maxLength = 24,
  weights = 'sometimes',
}: RowsOptions = {}): fc.Arbitrary<Rows> {
  const row = fc.record({ label: fc.constantFrom(0, 1), score, weight });
  const hasWeights = weights === 'sometimes' ? fc.boolean() : fc.constant(weights === 'always');
  return fc.tuple(fc.array(row, { minLength, maxLength }), hasWeights).map(([rows, weighted]) => ({
    yTrue: Uint8Array.from(rows, ({ label }) => label),
    yScore: Float64Array.from(rows, ({ score: value }) => value),
    sampleWeight: weighted ? Float64Array.from(rows, ({ weight: value }) => value) : null,
  }));
}

export const rule = fc.constantFrom('>=' as const, '>' as const);

/** A threshold worth trying on some rows: one of their scores, or any number. */
export function thresholdFor({ yScore }: Rows): fc.Arbitrary<number> {
  const other = fc.oneof(fc.double({ noNaN: true }), tiedScore);
  return yScore.length === 0 ? other : fc.oneof(fc.constantFrom(...yScore), other);
}
