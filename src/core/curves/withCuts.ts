import { confusionAt, type DecisionRule } from '../scores/confusion.ts';
import { neighboursAt } from '../scores/neighbours.ts';
import type { ScoreIndex } from '../scores/scoreIndex.ts';
import type { Cuts } from './cuts.ts';

/**
 * Some cuts of an index with the one that a threshold makes, and the one below it, among them: so a curve drawn through few of many
 * cuts has the very vertex that is reported. The same cuts where both are there already. O(cuts + log n).
 */
export function withCuts(cuts: Cuts, index: ScoreIndex, threshold: number, rule: DecisionRule): Cuts {
  const { below, at, above } = neighboursAt(index, threshold);
  const isFlagged = at > 0 && rule === '>=';
  const lowestFlagged = isFlagged ? threshold : above;
  const highestUnflagged = at > 0 && rule === '>' ? threshold : below;
  const wanted = [lowestFlagged, highestUnflagged].filter((score) => Number.isFinite(score));
  const missing = wanted.filter((score) => !cuts.thresholds.includes(score));
  if (missing.length === 0) return cuts;
  const all = [...Array.from(cuts.thresholds), ...missing].sort((a, b) => b - a);
  const confusions = new Map(missing.map((score) => [score, confusionAt(index, score, '>=')]));
  const placeOf = new Map(Array.from(cuts.thresholds, (score, place) => [score, place]));
  const countsOf = (kept: Float64Array, count: 'tp' | 'fp') =>
    Float64Array.from(all, (score) => confusions.get(score)?.[count] ?? kept[placeOf.get(score) ?? 0]);
  return { ...cuts, thresholds: Float64Array.from(all), tps: countsOf(cuts.tps, 'tp'), fps: countsOf(cuts.fps, 'fp') };
}
