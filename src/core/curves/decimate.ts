import { scanCuts } from '../scores/scanCuts.ts';
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
  const { low, high } = scoreRangeOf(index);
  const scoreStep = STEP * (high - low);
  const kept: DrawnCut[] = [];
  const latest = new LatestCuts();
  const precisions = new Spread();
  const npvs = new Spread();
  let count = 0;
  let lastThreshold = Number.POSITIVE_INFINITY;
  let lastTp = 0;
  let lastFp = 0;
  scanCuts(index, (batch) => {
    for (let i = 0; i < batch.count; i++) {
      const threshold = batch.thresholds[i];
      const tp = batch.tps[i];
      const fp = batch.fps[i];
      const flagged = tp + fp;
      precisions.add(tp / flagged);
      npvs.add((negatives - fp) / (positives + negatives - flagged));
      latest.add(threshold, tp, fp);
      const isKept =
        count < ENDS ||
        tp - lastTp > STEP * positives ||
        fp - lastFp > STEP * negatives ||
        lastThreshold - threshold > scoreStep ||
        precisions.width > STEP ||
        npvs.width > STEP;
      count++;
      if (!isKept) continue;
      kept.push({ place: count - 1, threshold, tp, fp });
      lastThreshold = threshold;
      lastTp = tp;
      lastFp = fp;
      precisions.restart();
      npvs.restart();
    }
  });
  if (count <= FEW) return buildCuts(index);
  const drawn = [...kept.filter(({ place }) => place < count - ENDS), ...latest.cuts()];
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

/** The last cuts that were added, as many as are kept at an end. */
class LatestCuts {
  private readonly thresholds = new Float64Array(ENDS);
  private readonly tps = new Float64Array(ENDS);
  private readonly fps = new Float64Array(ENDS);
  private count = 0;

  add(threshold: number, tp: number, fp: number): void {
    const at = this.count++ % ENDS;
    this.thresholds[at] = threshold;
    this.tps[at] = tp;
    this.fps[at] = fp;
  }

  cuts(): DrawnCut[] {
    const first = Math.max(0, this.count - ENDS);
    return Array.from({ length: this.count - first }, (_, i) => {
      const at = (first + i) % ENDS;
      return { place: first + i, threshold: this.thresholds[at], tp: this.tps[at], fp: this.fps[at] };
    });
  }
}

/** How far apart the values lie that were added since, and with, the last one before the restart. */
class Spread {
  private low = Number.NaN;
  private high = Number.NaN;
  private latest = Number.NaN;

  add(value: number): void {
    this.latest = value;
    if (!(value >= this.low)) this.low = value;
    if (!(value <= this.high)) this.high = value;
  }

  restart(): void {
    this.low = this.latest;
    this.high = this.latest;
  }

  get width(): number {
    return this.high - this.low;
  }
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
