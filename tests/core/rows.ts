import { type Confusion, confusionAt, type DecisionRule } from '../../src/core/scores/confusion.ts';
import { scanCuts } from '../../src/core/scores/scanCuts.ts';
import { buildScoreIndex, type ScoreIndex } from '../../src/core/scores/scoreIndex.ts';

/** Rows as they stand in a file, and what is counted from them one by one: the slow truth that the index must equal. */
export interface Rows {
  readonly yTrue: Uint8Array;
  readonly yScore: Float64Array;
  readonly sampleWeight: Float64Array | null;
}

export function rowsOf(yTrue: readonly number[], yScore: readonly number[], sampleWeight?: readonly number[]): Rows {
  return {
    yTrue: Uint8Array.from(yTrue),
    yScore: Float64Array.from(yScore),
    sampleWeight: sampleWeight === undefined ? null : Float64Array.from(sampleWeight),
  };
}

export function indexOf({ yTrue, yScore, sampleWeight }: Rows): ScoreIndex {
  return buildScoreIndex(yTrue, yScore, sampleWeight);
}

export function countConfusion(
  { yTrue, yScore, sampleWeight }: Rows,
  threshold: number,
  rule: DecisionRule,
): Confusion {
  let tp = 0;
  let fp = 0;
  let fn = 0;
  let tn = 0;
  for (let row = 0; row < yTrue.length; row++) {
    const weight = sampleWeight === null ? 1 : sampleWeight[row];
    const flagged = rule === '>=' ? yScore[row] >= threshold : yScore[row] > threshold;
    if (yTrue[row] === 1) {
      if (flagged) tp += weight;
      else fn += weight;
    } else if (flagged) fp += weight;
    else tn += weight;
  }
  return { tp, fp, fn, tn };
}

/**
 * `countConfusion` by both rules in one pass without branches, so that a file of many thousand rows can be recounted at each of its
 * scores.
 */
export function countByBothRules(rows: Rows, threshold: number): Readonly<Record<DecisionRule, Confusion>> {
  const { yTrue, yScore, sampleWeight } = rows;
  if (sampleWeight !== null) {
    return { '>=': countConfusion(rows, threshold, '>='), '>': countConfusion(rows, threshold, '>') };
  }
  let positives = 0;
  let flagged = 0;
  let flaggedPositives = 0;
  let above = 0;
  let positivesAbove = 0;
  for (let row = 0; row < yScore.length; row++) {
    const isAtLeast = Number(yScore[row] >= threshold);
    const isAbove = Number(yScore[row] > threshold);
    positives += yTrue[row];
    flagged += isAtLeast;
    flaggedPositives += isAtLeast & yTrue[row];
    above += isAbove;
    positivesAbove += isAbove & yTrue[row];
  }
  const negatives = yScore.length - positives;
  const confusion = (tp: number, all: number): Confusion => ({
    tp,
    fp: all - tp,
    fn: positives - tp,
    tn: negatives - (all - tp),
  });
  return { '>=': confusion(flaggedPositives, flagged), '>': confusion(positivesAbove, above) };
}

/** The distinct scores of the rows that count, descending. */
export function distinctScores({ yScore, sampleWeight }: Rows): number[] {
  const counted = [...yScore].filter((_, row) => sampleWeight === null || sampleWeight[row] > 0);
  return [...new Set(counted)].sort((a, b) => b - a);
}

/** Every candidate threshold under a rule, descending, from flagging nobody to flagging everybody. */
export function candidates(rows: Rows, rule: DecisionRule): number[] {
  const scores = distinctScores(rows);
  return rule === '>=' ? [Infinity, ...scores] : [...scores, -Infinity];
}

export interface ScannedCut extends Confusion {
  readonly threshold: number;
}

/** Every cut of an index, descending. Under `>` its threshold is the highest score it does not flag. */
export function scannedCuts(index: ScoreIndex, rule: DecisionRule): ScannedCut[] {
  const thresholds: number[] = [];
  scanCuts(index, (batch) => thresholds.push(...batch.thresholds.subarray(0, batch.count)));
  const ofRule = rule === '>=' ? thresholds : [...thresholds.slice(1), -Infinity];
  return ofRule.map((threshold) => ({ threshold, ...confusionAt(index, threshold, rule) }));
}

/** The neighbouring doubles of a finite one. */
export function nextDouble(value: number, direction: 1 | -1): number {
  if (value === 0) return direction * Number.MIN_VALUE;
  const bits = new BigInt64Array(Float64Array.of(value).buffer);
  bits[0] += value > 0 === (direction === 1) ? 1n : -1n;
  return new Float64Array(bits.buffer)[0];
}
