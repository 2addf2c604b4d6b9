/** How sure a probability is, from "almost surely not" to "almost surely". */
export const CERTAINTIES = ['surelyNot', 'veryUnlikely', 'unlikely', 'even', 'likely', 'veryLikely', 'surely'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

const FROM = [0, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95];

/** The words for a probability; their bounds are 5, 20, 40, 60, 80 and 95 %, each belonging to the words above it. */
export function certaintyOf(probability: number): Certainty {
  const place = FROM.findLastIndex((from) => probability >= from);
  return CERTAINTIES[Math.max(0, place)];
}

const ROUNDING = 1e-12;

/** How close a score is to its threshold, by the share of the whole scale between them: within 0.02, within 0.1, or farther. */
export function nearnessOf(distance: number): 'at' | 'close' | 'clear' {
  // 0.52 is 0.02 from 0.5 for whoever reads it, whatever the last digit of the difference.
  const reach = Math.abs(distance) - ROUNDING;
  if (reach <= 0.02) return 'at';
  return reach <= 0.1 ? 'close' : 'clear';
}
