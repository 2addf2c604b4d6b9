import type { CaseSelection, OtherDecision } from '../../core/cases/caseSelection.ts';
import { countFlips, flipsBetween } from '../../core/compare/flips.ts';
import { amountToPair, pairedThreshold } from '../../core/compare/pairedThreshold.ts';
import { columnNamed, type Dataset, textAt } from '../../core/dataset/dataset.ts';
import type { KeptRows } from '../../core/dataset/keptRows.ts';
import { buildScoreIndex } from '../../core/scores/scoreIndex.ts';
import type { CaseQuery, FlipSummary } from '../cases.ts';

/** The kept rows of a model, and the dataset whose rows they are. */
export interface ModelRows {
  readonly dataset: Dataset;
  readonly kept: KeptRows;
  /** The column by which rows of models that stand one below the other are told to be the same case. */
  readonly id: string | null;
  readonly isStacked: boolean;
}

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
  present: ModelRows,
  otherRows: ModelRows | null,
): Flips {
  const { kept } = present;
  const before = otherRows === null ? kept.yScore : scoresOnRowsOf(present, otherRows);
  const isIn = splitTest(selection, kept);
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

function splitTest(selection: CaseSelection, { splitOf, splits }: KeptRows): (place: number) => boolean {
  const condition = selection.find(({ kind }) => kind === 'split');
  if (condition?.kind !== 'split') return () => true;
  const wanted = splits.indexOf(condition.split);
  return (place) => (splitOf === null ? 0 : splitOf[place]) === wanted;
}

/** The other model's score of each row of the present one; NaN where it has none. Models that stand one below the other go by id. */
function scoresOnRowsOf(present: ModelRows, other: ModelRows): Float64Array {
  const scoreOf = new Map<number | string, number>();
  const keyOf = keysOf(other);
  for (let place = 0; place < other.kept.rows.length; place++) {
    const key = keyOf(other.kept.rows[place]);
    // An id that comes twice says of neither row which one is meant.
    if (key !== null) scoreOf.set(key, scoreOf.has(key) ? Number.NaN : other.kept.yScore[place]);
  }
  const ofPresent = keysOf(present);
  return Float64Array.from(present.kept.rows, (row) => scoreOf.get(ofPresent(row) ?? '') ?? Number.NaN);
}

function keysOf({ dataset, id, isStacked }: ModelRows): (row: number) => number | string | null {
  if (!isStacked) return (row) => row;
  const column = columnNamed(dataset, id);
  return column === null ? () => null : (row) => textAt(column, row);
}
