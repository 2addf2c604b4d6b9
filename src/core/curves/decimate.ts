import { CUTS_AT_ONCE, type CutBatch, scanCuts } from '../scores/scanCuts.ts';
import { type ScoreIndex, scoreRangeOf, totalsOf } from '../scores/scoreIndex.ts';
import { buildCuts, type Cuts } from './cuts.ts';

/** So few cuts are all kept. */
const FEW = 2000;
/** Cuts kept at either end, where one row moves precision or its mirror image by much. */
const ENDS = 256;
/** Half a pixel of a chart 800 pixels wide. */
const STEP = 1 / 1600;

/**
 * The cuts of an index that are worth drawing: those at the ends, and one each time the true or false positive rate, the score, the
 * precision or the negative predictive value has moved by half a pixel of an 800-pixel chart since the last one. Every metric is a
 * function of these five: ROC and precision–recall curves through the remaining cuts stay within about half a pixel of those left out,
 * metrics on a scale of 0 to 1 within one pixel. A few thousand cuts remain of any number; the same cuts where there are few. O(n),
 * and no memory but for the cuts that remain.
 */
export function buildDrawnCuts(index: ScoreIndex): Cuts {
  const { positives, negatives } = totalsOf(index);
  const picker = new CutPicker(index);
  scanCuts(index, (batch) => picker.add(batch));
  if (picker.count <= FEW) return buildCuts(index);
  const drawn = picker.drawn();
  return {
    thresholds: Float64Array.from(drawn, ({ threshold }) => threshold),
    tps: Float64Array.from(drawn, ({ tp }) => tp),
    fps: Float64Array.from(drawn, ({ fp }) => fp),
    positives,
    negatives,
  };
}

interface DrawnCut {
  /** The how-manieth of all cuts it is, from 0. */
  readonly place: number;
  readonly threshold: number;
  readonly tp: number;
  readonly fp: number;
}

const NO_CUT: DrawnCut = { place: -1, threshold: Number.POSITIVE_INFINITY, tp: 0, fp: 0 };

/** Looks at all cuts in turn and picks those to be drawn. */
class CutPicker {
  count = 0;
  readonly #positives: number;
  readonly #negatives: number;
  readonly #scoreStep: number;
  readonly #picked: DrawnCut[] = [];
  readonly #latest = new LatestCuts();
  #last = NO_CUT;
  /** Least and greatest precision, and negative predictive value, since and with the last cut picked. */
  #precisions = NO_SPREAD;
  #npvs = NO_SPREAD;

  constructor(index: ScoreIndex) {
    const { low, high } = scoreRangeOf(index);
    ({ positives: this.#positives, negatives: this.#negatives } = totalsOf(index));
    this.#scoreStep = STEP * (high - low);
  }

  /** Everything that changes from cut to cut is in local variables: in fields it would take twice the time. */
  add(batch: CutBatch): void {
    const { thresholds, tps, fps } = batch;
    const negatives = this.#negatives;
    const rows = this.#positives + negatives;
    const tpStep = STEP * this.#positives;
    const fpStep = STEP * negatives;
    let { low: leastPrecision, high: greatestPrecision } = this.#precisions;
    let { low: leastNpv, high: greatestNpv } = this.#npvs;
    let { threshold: lastThreshold, tp: lastTp, fp: lastFp } = this.#last;
    for (let i = 0; i < batch.count; i++) {
      const threshold = thresholds[i];
      const tp = tps[i];
      const fp = fps[i];
      const precision = tp / (tp + fp);
      const npv = (negatives - fp) / (rows - tp - fp);
      // Written so that a value takes the place of NaN.
      if (!(precision >= leastPrecision)) leastPrecision = precision;
      if (!(precision <= greatestPrecision)) greatestPrecision = precision;
      if (!(npv >= leastNpv)) leastNpv = npv;
      if (!(npv <= greatestNpv)) greatestNpv = npv;
      const isPicked =
        greatestPrecision - leastPrecision > STEP ||
        greatestNpv - leastNpv > STEP ||
        tp - lastTp > tpStep ||
        fp - lastFp > fpStep ||
        lastThreshold - threshold > this.#scoreStep ||
        this.count + i < ENDS;
      if (!isPicked) continue;
      this.#last = { place: this.count + i, threshold, tp, fp };
      this.#picked.push(this.#last);
      lastThreshold = threshold;
      lastTp = tp;
      lastFp = fp;
      leastPrecision = precision;
      greatestPrecision = precision;
      leastNpv = npv;
      greatestNpv = npv;
    }
    this.#precisions = { low: leastPrecision, high: greatestPrecision };
    this.#npvs = { low: leastNpv, high: greatestNpv };
    this.count += batch.count;
    this.#latest.add(batch);
  }

  /** The cuts picked, and the last ones, whatever they are. */
  drawn(): DrawnCut[] {
    const first = Math.max(0, this.count - ENDS);
    return [...this.#picked.filter(({ place }) => place < first), ...this.#latest.cuts(first, this.count)];
  }
}

const NO_SPREAD = { low: Number.NaN, high: Number.NaN };

/** The last two batches, which hold the last cuts wherever the second one ends. */
class LatestCuts {
  #batches: [CutBatch, CutBatch] = [emptyBatch(), emptyBatch()];

  add(batch: CutBatch): void {
    const [oldest, latest] = this.#batches;
    oldest.thresholds.set(batch.thresholds);
    oldest.tps.set(batch.tps);
    oldest.fps.set(batch.fps);
    this.#batches = [latest, { ...oldest, count: batch.count }];
  }

  /** The cuts from a place on, up to that of the last one added. */
  cuts(first: number, end: number): DrawnCut[] {
    const [before, latest] = this.#batches;
    return Array.from({ length: end - first }, (_, i) => {
      const fromEnd = end - first - i;
      const isLatest = fromEnd <= latest.count;
      const batch = isLatest ? latest : before;
      const at = batch.count - (isLatest ? fromEnd : fromEnd - latest.count);
      return { place: first + i, threshold: batch.thresholds[at], tp: batch.tps[at], fp: batch.fps[at] };
    });
  }
}

function emptyBatch(): CutBatch {
  const make = () => new Float64Array(CUTS_AT_ONCE);
  return { count: 0, thresholds: make(), tps: make(), fps: make() };
}

/**
 * The vertices of a path that are worth drawing (Douglas–Peucker): the path through them stays within `tolerance` of every vertex left
 * out. `x`, `y` and `tolerance` are in one unit, say pixels. Vertices that are not finite break the path: each stretch between them
 * keeps its ends, and one vertex of each gap is kept so that it stays one. Indices ascend. O(n log n) on curves, O(n²) at worst.
 */
export function decimatePath(x: ArrayLike<number>, y: ArrayLike<number>, tolerance: number): Uint32Array {
  const isDrawn = (i: number): boolean => Number.isFinite(x[i]) && Number.isFinite(y[i]);
  const keep = new Uint8Array(x.length);
  let start = 0;
  while (start < x.length) {
    let end = start;
    while (end < x.length && isDrawn(end)) end++;
    if (end > start) keepVertices(x, y, tolerance, start, end - 1, keep);
    if (end < x.length) keep[end] = 1;
    while (end < x.length && !isDrawn(end)) end++;
    start = end;
  }
  const indices: number[] = [];
  for (let i = 0; i < keep.length; i++) if (keep[i] === 1) indices.push(i);
  return Uint32Array.from(indices);
}

function keepVertices(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  tolerance: number,
  first: number,
  last: number,
  keep: Uint8Array,
): void {
  keep[first] = 1;
  keep[last] = 1;
  const open = [first, last];
  while (open.length > 0) {
    const to = open.pop() as number;
    const from = open.pop() as number;
    let farthest = -1;
    let distance = tolerance;
    for (let i = from + 1; i < to; i++) {
      const away = distanceToSegment(x[i], y[i], x[from], y[from], x[to], y[to]);
      if (away > distance) {
        farthest = i;
        distance = away;
      }
    }
    if (farthest < 0) continue;
    keep[farthest] = 1;
    open.push(from, farthest, farthest, to);
  }
}

function distanceToSegment(x: number, y: number, x1: number, y1: number, x2: number, y2: number): number {
  const dx = x2 - x1;
  const dy = y2 - y1;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}
