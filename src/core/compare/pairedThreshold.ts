import { confusionAt, type DecisionRule } from '../scores/confusion.ts';
import { cutThreshold } from '../scores/cutThreshold.ts';
import { scanCuts } from '../scores/scanCuts.ts';
import type { ScoreIndex } from '../scores/scoreIndex.ts';

/**
 * The highest threshold at which a model reaches what another decision does: as many found positives (`recall`) or flagged cases (`flags`),
 * within 1e-12 of the amount; −∞ where flagging everybody is not enough. Ties move together, so that it may be more. O(n).
 */
export function pairedThreshold(index: ScoreIndex, rule: DecisionRule, at: 'recall' | 'flags', amount: number): number {
  const enough = amount - 1e-12 * Math.abs(amount);
  let found: number | null = null;
  scanCuts(index, ({ count, thresholds, tps, fps }) => {
    for (let cut = 0; cut < count && found === null; cut++) {
      if (tps[cut] + (at === 'flags' ? fps[cut] : 0) >= enough) found = thresholds[cut];
    }
  });
  return found === null ? Number.NEGATIVE_INFINITY : cutThreshold(index, found, rule);
}

/** What a decision reaches, to be matched by another model. O(log n). */
export function amountToPair(index: ScoreIndex, threshold: number, rule: DecisionRule, at: 'recall' | 'flags'): number {
  const { tp, fp } = confusionAt(index, threshold, rule);
  return at === 'recall' ? tp : tp + fp;
}
