import { precision, recall } from '../metrics/threshold.ts';
import { admits, betterOf, type CutValue, type Objective, objectiveValue } from './objective.ts';

/** What an objective is about, as one number of a decision. */
export interface Aim {
  readonly valueOf: CutValue;
  readonly better: 'higher' | 'lower';
  /** Whether the number grows with the number of rows, as a total cost does. */
  readonly isTotal: boolean;
  /** Which cuts may be chosen at all; null where every one may. */
  readonly admits: ReturnType<typeof admits> | null;
  /** Of cuts that are equally good the one where this is highest is taken; null where it does not matter. */
  readonly second: CutValue | null;
  /** Whether a capacity is filled, so that a threshold is not better or worse than another, but flags more or fewer. */
  readonly isCapacity: boolean;
}

/** The one number that an objective makes as good as possible, and among which cuts. Throws what `objectiveValue` throws. O(1). */
export function aimOf(objective: Objective): Aim {
  const { kind } = objective;
  const isCapacity = kind === 'flagTop' || kind === 'flagCount';
  const isBound = kind === 'recallWithPrecision' || kind === 'precisionWithRecall';
  return {
    valueOf: objectiveValue(objective),
    better: betterOf(objective),
    isTotal: kind === 'cost',
    admits: isBound || isCapacity ? admits(objective) : null,
    second: kind === 'recallWithPrecision' ? precision.of : kind === 'precisionWithRecall' ? recall.of : null,
    isCapacity,
  };
}
