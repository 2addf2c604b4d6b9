import type { CaseSelection, OtherDecision } from '../../core/cases/caseSelection.ts';
import type { CasePairing } from '../../core/compare/casePairing.ts';
import { countFlips, flipsBetween } from '../../core/compare/flips.ts';
import { amountToPair, pairedThreshold } from '../../core/compare/pairedThreshold.ts';
import { pairedScores } from '../../core/compare/pairRows.ts';
import { rowsOfSplit } from '../../core/compare/rowsOfSplit.ts';
import type { KeptRows } from '../../core/rows/keptRows.ts';
import { isFlagged } from '../../core/scores/confusion.ts';
import { type RowDecision, thresholdAt } from '../../core/scores/rowDecision.ts';
import { buildScoreIndex } from '../../core/scores/scoreIndex.ts';
import type { Grouping } from '../../core/slices/grouping.ts';
import type { LargestGroups } from '../../core/slices/groupRows.ts';
import type { FlipSummary, GroupFlips } from '../cases.ts';

export interface Flips {
  readonly flips: Int8Array;
  readonly summary: Omit<FlipSummary, 'byGroup'>;
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
  selection: CaseSelection,
  decision: RowDecision,
  other: OtherDecision,
  kept: KeptRows,
  otherModel: { readonly kept: KeptRows; readonly pairing: CasePairing } | null,
): Flips {
  const { rule, thresholds } = decision;
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
    const amount =
      thresholds === null || thresholds === undefined
        ? amountToPair(buildScoreIndex(yTrue, kept.yScore.filter(isPaired), weights), decision.threshold, rule, at)
        : amountFlagged(at);
    return pairedThreshold(buildScoreIndex(yTrue, before.filter(isPaired), weights), rule, at, amount);
  }

  /** What a threshold a row flags, to be matched by the other model. */
  function amountFlagged(at: 'recall' | 'flags'): number {
    let amount = 0;
    for (let place = 0; place < kept.rows.length; place++) {
      if (!isPaired(null, place) || (at === 'recall' && kept.yTrue[place] === 0)) continue;
      if (isFlagged(kept.yScore[place], thresholdAt(decision, place), rule)) amount += kept.sampleWeight?.[place] ?? 1;
    }
    return amount;
  }

  const otherRule = other.kind === 'threshold' ? other.rule : rule;
  const decidedBefore = { yScore: before, threshold: otherThreshold, rule: otherRule };
  const flips = flipsBetween(decidedBefore, { yScore: kept.yScore, ...decision });
  let unpaired = 0;
  for (let place = 0; place < flips.length; place++) {
    if (!isIn(place)) flips[place] = 0;
    else if (Number.isNaN(before[place])) unpaired++;
  }
  const [all] = countFlips(flips, kept.yTrue, kept.sampleWeight, null, 1);
  return { flips, summary: { otherThreshold, all, unpaired } };
}

/** What changes sides in each group; the last counts are those of all rows that are in none. O(rows + groups). */
export function flipsByGroup(
  flips: Int8Array,
  kept: KeptRows,
  grouping: Grouping,
  { grouped, leftOut }: LargestGroups,
): GroupFlips {
  const { groups, groupOf } = grouped;
  const cellOf = leftOut === 0 ? groupOf : groupOf.map((group) => (group < 0 ? groups.length : group));
  const counts = countFlips(flips, kept.yTrue, kept.sampleWeight, cellOf, groups.length + 1);
  return {
    grouping,
    groups: groups.map(({ values }, at) => ({ values, counts: counts[at] })),
    others: leftOut === 0 ? null : { count: leftOut, counts: counts[groups.length] },
  };
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
