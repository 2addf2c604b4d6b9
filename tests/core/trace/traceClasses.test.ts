import { describe, expect, it } from 'vitest';
import { traceClasses } from '../../../src/core/trace/traceClasses.ts';

const ROW = [0.5, 0.3, 0.2] as const;
const thresholds = (values: readonly number[], rule: '>=' | '>', fallback: 'other' | 'argmax' = 'other') =>
  ({ kind: 'thresholds', thresholds: values, rule, fallback }) as const;

describe('how one row becomes one class of several', () => {
  it('by the highest score', () => {
    expect(traceClasses(ROW, { kind: 'argmax' })).toEqual({ kind: 'argmax', picked: 0, reached: [0, 1, 2] });
  });

  it('by the highest of those that reach their own threshold, under both rules', () => {
    expect(traceClasses(ROW, thresholds([0.6, 0.3, 0.1], '>='))).toMatchObject({ picked: 1, reached: [1, 2] });
    expect(traceClasses(ROW, thresholds([0.6, 0.3, 0.1], '>'))).toMatchObject({ picked: 2, reached: [2] });
  });

  it('by none of them: no class at all, or the highest score', () => {
    expect(traceClasses(ROW, thresholds([0.9, 0.9, 0.9], '>='))).toMatchObject({ picked: null, reached: [] });
    expect(traceClasses(ROW, thresholds([0.9, 0.9, 0.9], '>=', 'argmax'))).toMatchObject({ picked: 0, reached: [] });
  });

  it('by the least expected cost', () => {
    const costs = [
      [0, 1, 1],
      [1, 0, 1],
      [9, 9, 0],
    ];
    expect(traceClasses(ROW, { kind: 'cost', costs })).toMatchObject({ picked: 2 });
  });

  it('not at all where a score is missing', () => {
    expect(traceClasses([0.5, Number.NaN], { kind: 'argmax' })).toBeNull();
    expect(traceClasses([0.5, null], { kind: 'argmax' })).toMatchObject({ picked: 0 });
  });
});
