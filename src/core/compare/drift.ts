import { populationStability } from '../columns/populationStability.ts';
import { scanCuts } from '../scores/scanCuts.ts';
import { type ScoreIndex, totalsOf } from '../scores/scoreIndex.ts';

/** How far the scores of later rows have moved away from those of earlier ones, whatever the labels say. */
export interface Drift {
  /** `populationStability` over ten bins that hold a tenth of the earlier scores each (fewer where scores tie). NaN where either has no rows. */
  readonly populationStability: number;
  /** Kolmogorov–Smirnov distance: the largest difference of both distribution functions. NaN where either has no rows. `scipy.stats.ks_2samp`. */
  readonly ksDistance: number;
}

const BINS = 10;
/** A rounding error of this share must not move an edge by a score. */
const FORGIVEN = 1 - 1e-12;

/** Both measures. Rows count by weight. O(n). */
export function driftBetween(first: ScoreIndex, second: ScoreIndex): Drift {
  const [one, two] = [distributionOf(first), distributionOf(second)];
  if (!(one.total > 0 && two.total > 0)) return { populationStability: Number.NaN, ksDistance: Number.NaN };
  const edges = edgesOf(one);
  const stability = populationStability(rowsBetween(one, edges), rowsBetween(two, edges));
  return { populationStability: stability, ksDistance: ksDistance(one, two) };
}

/** Distinct scores, ascending, and how much lies at or below each. */
interface Distribution {
  readonly scores: readonly number[];
  readonly upTo: readonly number[];
  readonly total: number;
  /** Rows, never weights. */
  readonly rows: number;
}

function distributionOf(index: ScoreIndex): Distribution {
  const { positives, negatives, rows } = totalsOf(index);
  const total = positives + negatives;
  const scores: number[] = [];
  const upTo: number[] = [];
  let above = 0;
  scanCuts(index, ({ count, thresholds, tps, fps }) => {
    for (let i = 0; i < count; i++) {
      if (thresholds[i] !== Infinity) {
        scores.push(thresholds[i]);
        upTo.push(total - above);
      }
      above = tps[i] + fps[i];
    }
  });
  return { scores: scores.reverse(), upTo: upTo.reverse(), total, rows };
}

/** The scores up to which each tenth lies, each once. */
function edgesOf({ scores, upTo, total }: Distribution): readonly number[] {
  const edges: number[] = [];
  for (let bin = 1, place = 0; bin < BINS; bin++) {
    while (upTo[place] < ((bin * total) / BINS) * FORGIVEN) place++;
    if (edges.at(-1) !== scores[place]) edges.push(scores[place]);
  }
  return edges;
}

/** The rows in each bin, above the edge before it and up to its own; of weighted rows as many as its share comes to. */
function rowsBetween({ scores, upTo, total, rows }: Distribution, edges: readonly number[]): readonly number[] {
  const counts: number[] = [];
  let place = 0;
  let before = 0;
  for (const edge of [...edges, Infinity]) {
    while (place < scores.length && scores[place] <= edge) place++;
    const now = place === 0 ? 0 : upTo[place - 1];
    counts.push(((now - before) / total) * rows);
    before = now;
  }
  return counts;
}

function ksDistance(first: Distribution, second: Distribution): number {
  let [one, two, largest] = [0, 0, 0];
  while (one < first.scores.length && two < second.scores.length) {
    const score = Math.min(first.scores[one], second.scores[two]);
    if (first.scores[one] === score) one++;
    if (second.scores[two] === score) two++;
    const shareOf = ({ upTo, total }: Distribution, place: number) => (place === 0 ? 0 : upTo[place - 1] / total);
    largest = Math.max(largest, Math.abs(shareOf(first, one) - shareOf(second, two)));
  }
  return largest;
}
