import type { CaseSelection, OtherDecision } from '../../core/cases/caseSelection.ts';
import type { CasePairing } from '../../core/compare/casePairing.ts';
import { countFlips, flipsBetween } from '../../core/compare/flips.ts';
import { amountToPair, pairedThreshold } from '../../core/compare/pairedThreshold.ts';
import { pairedScores } from '../../core/compare/pairRows.ts';
import { rowsOfSplit } from '../../core/compare/rowsOfSplit.ts';
import type { KeptRows } from '../../core/dataset/keptRows.ts';
import { buildScoreIndex } from '../../core/scores/scoreIndex.ts';
import type { CaseQuery, FlipSummary } from '../cases.ts';

export interface Flips {
  readonly flips: Int8Array;
  readonly summary: FlipSummary;
}

/** The flip that a selection asks for; null where it asks for none. */
export function flipAsked(selection: CaseSelection): OtherDecision | null {
  const condition = selection.find(({ kind }) => kind === 'flip');
  return condition?.kind === 'flip' ? condition.other : null;
}

/**
 * What changes sides from the other decision to the present one, on the split that the selection names (else on all rows). Another model
 * is paired on the rows that both have a score for. O(n log n).
 */
export function flipsFor(
  { selection, threshold, rule }: Pick<CaseQuery, 'selection' | 'threshold' | 'rule'>,
  other: OtherDecision,
  kept: KeptRows,
  otherModel: { readonly kept: KeptRows; readonly pairing: CasePairing } | null,
): Flips {
  const condition = selection.find(({ kind }) => kind === 'split');
  const split = condition?.kind === 'split' ? condition.split : null;
  const isIn = splitTest(split, kept);
  const before =
    otherModel === null ? kept.yScore : otherScores(kept, otherModel.kept, otherModel.pairing, split, isIn);
  const isPaired = (_: unknown, place: number) => isIn(place) && !Number.isNaN(before[place]);
  const otherThreshold = other.kind === 'model' && other.at !== 'threshold' ? paired(other.at) : other.threshold;

  function paired(at: 'recall' | 'flags'): number {
    const yTrue = kept.yTrue.filter(isPaired);
    const weights = kept.sampleWeight?.filter(isPaired) ?? null;
    const amount = amountToPair(buildScoreIndex(yTrue, kept.yScore.filter(isPaired), weights), threshold, rule, at);
    return pairedThreshold(buildScoreIndex(yTrue, before.filter(isPaired), weights), rule, at, amount);
  }

  const otherRule = other.kind === 'threshold' ? other.rule : rule;
  const decidedBefore = { yScore: before, threshold: otherThreshold, rule: otherRule };
  const flips = flipsBetween(decidedBefore, { yScore: kept.yScore, threshold, rule });
  let unpaired = 0;
  for (let place = 0; place < flips.length; place++) {
    if (!isIn(place)) flips[place] = 0;
    else if (Number.isNaN(before[place])) unpaired++;
  }
  const [all] = countFlips(flips, kept.yTrue, kept.sampleWeight, null, 1);
  return { flips, summary: { otherThreshold, all, unpaired } };
}

function splitTest(split: string | null, { splitOf, splits }: KeptRows): (place: number) => boolean {
  if (split === null) return () => true;
  const wanted = splits.indexOf(split);
  return (place) => (splitOf === null ? 0 : splitOf[place]) === wanted;
}

/** The other model's score of each kept row of the split, paired as models are compared; NaN where it has none, and outside the split. */
function otherScores(
  kept: KeptRows,
  other: KeptRows,
  { keyOf }: CasePairing,
  split: string | null,
  isIn: (place: number) => boolean,
): Float64Array {
  const paired = pairedScores(rowsOfSplit(kept, split), rowsOfSplit(other, split), keyOf);
  let next = 0;
  return kept.yScore.map((_, place) => (isIn(place) ? paired[next++] : Number.NaN));
}
