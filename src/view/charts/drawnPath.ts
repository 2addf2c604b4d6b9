import { decimatePath } from '../../core/curves/decimate.ts';
import type { Path } from './series.ts';

/** More vertices than this change no pixel and cost frames. */
const MOST_VERTICES = 500;
const LEAST_TOLERANCE = 0.0005;

type Domain = readonly [low: number, high: number];

/**
 * The path with the vertices that a picture of it needs. Both axes count alike whatever their units, and the tolerance grows from
 * about a tenth of a pixel until at most 500 vertices are left.
 */
export function drawnPath(path: Path, xDomain: Domain, yDomain: Domain): Path {
  const finite = inPieces(path);
  const x = Float64Array.from(finite.x, (value) => (value - xDomain[0]) / (xDomain[1] - xDomain[0] || 1));
  const y = Float64Array.from(finite.y, (value) => (value - yDomain[0]) / (yDomain[1] - yDomain[0] || 1));
  let kept = decimatePath(x, y, LEAST_TOLERANCE);
  for (let tolerance = 2 * LEAST_TOLERANCE; kept.length > MOST_VERTICES && tolerance < 1; tolerance *= 2) {
    kept = decimatePath(x, y, tolerance);
  }
  return { x: Float64Array.from(kept, (i) => finite.x[i]), y: Float64Array.from(kept, (i) => finite.y[i]) };
}

/** Infinite values have no place in a picture: they become gaps. */
function inPieces({ x, y }: Path): Path {
  return { x, y: Float64Array.from(y, (value) => (Number.isFinite(value) ? value : Number.NaN)) };
}
