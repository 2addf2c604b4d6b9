import { betterOf, type CutValue, type Objective, objectiveValue } from './objective.ts';

/** What an objective is about, as one number of a decision. */
export interface Aim {
  readonly valueOf: CutValue;
  readonly better: 'higher' | 'lower';
  /** Whether the number grows with the number of rows, as a total cost does. */
  readonly isTotal: boolean;
}

/**
 * The one number that an objective makes as good as possible; null where it sets a bound or a capacity instead, so that its best threshold
 * is where that is met and nothing is traded, or where it counts amounts that the four counts do not hold. O(1).
 */
export function aimOf(objective: Objective): Aim | null {
  switch (objective.kind) {
    case 'recallWithPrecision':
    case 'precisionWithRecall':
    case 'flagTop':
    case 'flagCount':
      return null;
    default:
      // Amounts differ from row to row, which the four counts do not know.
      if (objective.kind === 'cost' && objective.amounts !== undefined) return null;
      return {
        valueOf: objectiveValue(objective),
        better: betterOf(objective),
        isTotal: objective.kind === 'cost',
      };
  }
}
