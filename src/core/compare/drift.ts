import { scanCuts } from '../scores/scanCuts.ts';
import { type ScoreIndex, totalsOf } from '../scores/scoreIndex.ts';

/** How far the scores of later rows have moved away from those of earlier ones, whatever the labels say. */
export interface Drift {
  /**
   * Population stability index: Σ (q − p) · ln(q / p) over ten bins that hold a tenth of the earlier scores each (fewer where scores tie),
   * p and q being the shares of both; a bin that one of them leaves empty counts as half a row of it. NaN where either has no rows.
   */
  readonly populationStability: number;
  /** Kolmogorov–Smirnov distance: the largest difference of both distribution functions. NaN where either has no rows. `scipy.stats.ks_2samp`. */
  readonly ksDistance: number;
}

const BINS = 10;
const HALF_A_ROW = 0.5;
/** A rounding error of this share must not move an edge by a score. */
const FORGIVEN = 1 - 1e-12;

/** Below the first the scores are taken as stable, from the second on as moved; the usual rule of thumb. */
export const SOME_DRIFT = 0.1;
export const MUCH_DRIFT = 0.25;

/** Both measures. Rows count by weight. O(n). */
export function driftBetween(first: ScoreIndex, second: ScoreIndex): Drift {
  const [one, two] = [distributionOf(first), distributionOf(second)];
  if (!(one.total > 0 && two.total > 0)) return { populationStability: Number.NaN, ksDistance: Number.NaN };
  return { populationStability: populationStability(one, two), ksDistance: ksDistance(one, two) };
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

function populationStability(first: Distribution, second: Distribution): number {
  const edges = edgesOf(first);
  const [p, q] = [sharesBetween(first, edges), sharesBetween(second, edges)];
  let sum = 0;
  for (let bin = 0; bin < p.length; bin++) {
    if (p[bin] === 0 && q[bin] === 0) continue;
    const before = p[bin] === 0 ? HALF_A_ROW / first.rows : p[bin];
    const after = q[bin] === 0 ? HALF_A_ROW / second.rows : q[bin];
    sum += (after - before) * Math.log(after / before);
  }
  return sum;
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

/** The share in each bin: above the edge before it and up to its own. */
function sharesBetween({ scores, upTo, total }: Distribution, edges: readonly number[]): readonly number[] {
  const shares: number[] = [];
  let place = 0;
  let before = 0;
  for (const edge of [...edges, Infinity]) {
    while (place < scores.length && scores[place] <= edge) place++;
    const now = place === 0 ? 0 : upTo[place - 1];
    shares.push((now - before) / total);
    before = now;
  }
  return shares;
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
