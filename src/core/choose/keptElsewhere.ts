import { type Confusion, rowsOf } from '../scores/confusion.ts';
import { isMet, type Requirement, type RequirementTerms, requirementValue } from './requirements.ts';

/** What becomes of a requirement on rows that the threshold was not chosen on. */
export interface KeptElsewhere {
  readonly requirement: Requirement;
  /** What is reached there; a total for as many rows as the threshold was chosen on. NaN where it is undefined. */
  readonly reached: number;
  readonly isKept: boolean;
  /** Whether `reached` is such a total, worked out for another number of rows than there are. */
  readonly isScaled: boolean;
}

/**
 * Whether a threshold keeps to its requirements on other rows. Shares, metrics and amounts a day mean the same on any rows; a number of flags or
 * a cost among all rows grows with them, so it is scaled: value · rows chosen on / rows reported on. `chosen`, `reported`: the counts at the
 * threshold on both. O(requirements).
 */
export function keptElsewhere(
  requirements: readonly Requirement[],
  terms: RequirementTerms,
  chosen: Confusion,
  reported: Confusion,
  threshold: number,
): readonly KeptElsewhere[] {
  const scale = rowsOf(chosen) / rowsOf(reported);
  return requirements.map((requirement) => {
    const value = requirementValue(requirement, terms)(reported, threshold);
    const isTotal = requirement.measure === 'flagged' || requirement.measure === 'cost';
    const reached = isTotal ? value * scale : value;
    return { requirement, reached, isKept: isMet(requirement, reached), isScaled: isTotal && scale !== 1 };
  });
}
