import { costOf } from '../cost/payoff.ts';
import { thresholdMetric } from '../metrics/catalog.ts';
import type { Confusion } from '../scores/confusion.ts';
import type { Objective } from './objective.ts';

/** What an objective is about, as one number of a decision. */
export interface Aim {
  readonly valueOf: (confusion: Confusion, threshold: number) => number;
  readonly better: 'higher' | 'lower';
  /** Whether the number grows with the number of rows, as a total cost does. */
  readonly isTotal: boolean;
}

/**
 * The one number that an objective makes as good as possible; null where it sets a bound or a share instead, so that its best threshold
 * is where the bound is met and nothing is traded. O(1).
 */
export function aimOf(objective: Objective): Aim | null {
  switch (objective.kind) {
    case 'metric': {
      const { of, better } = thresholdMetric(objective.id);
      return better === 'neither' ? null : { valueOf: of, better, isTotal: false };
    }
    case 'cost':
      return { valueOf: (confusion) => costOf(confusion, objective.payoff), better: 'lower', isTotal: true };
    default:
      return null;
  }
}
