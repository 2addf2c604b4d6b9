import type { Favourable } from '../core/fairness/disparity.ts';

/** How groups are compared. */
export interface FairnessChoice {
  /** By how much rates may differ where a policy makes them equal, 0 to 1. */
  readonly tolerance: number;
  /** Which decision is good for the person decided about. */
  readonly favourable: Favourable;
  /** The key of the group that others are held against; null: the one that fares best. */
  readonly reference: string | null;
}

/** Most often what is flagged is suspected or refused. */
export const DEFAULT_FAIRNESS: FairnessChoice = { tolerance: 0.02, favourable: 'leftAlone', reference: null };
