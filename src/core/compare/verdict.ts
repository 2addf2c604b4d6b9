import { costOf, type Payoff } from '../cost/payoff.ts';
import type { BootstrapInterval } from '../intervals/bootstrap.ts';
import type { ComparedAt } from './comparedThresholds.ts';
import { pairedInterval } from './jointBootstrap.ts';
import { confusionsOfJoint } from './jointCounts.ts';
import type { JointDecisions } from './modelComparison.ts';

/** Which of two decisions on the same rows is better, and whether that is more than chance; differences are second less first. */
export interface Verdict {
  readonly missed: number;
  readonly falseAlarms: number;
  readonly cost: number;
  /** What the verdict is about: at an equal number of flags the misses, at an equal recall the false alarms, else the cost. */
  readonly about: 'missed' | 'falseAlarms' | 'cost';
  readonly interval: BootstrapInterval;
  /** The interval leaves out 0. */
  readonly isBeyondChance: boolean;
}

/** The verdict on two decisions, thresholds held. O(samples log samples). */
export function verdictOf({ counts, resamples }: JointDecisions, at: ComparedAt, payoff: Payoff): Verdict {
  const [first, second] = confusionsOfJoint(counts);
  const about = at === 'flags' ? 'missed' : at === 'recall' ? 'falseAlarms' : 'cost';
  const interval = pairedInterval(resamples, (one, two) => {
    if (about === 'missed') return two.fn - one.fn;
    return about === 'falseAlarms' ? two.fp - one.fp : costOf(two, payoff) - costOf(one, payoff);
  });
  return {
    missed: second.fn - first.fn,
    falseAlarms: second.fp - first.fp,
    cost: costOf(second, payoff) - costOf(first, payoff),
    about,
    interval,
    isBeyondChance: interval.low > 0 || interval.high < 0,
  };
}
