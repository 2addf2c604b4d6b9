import type { Path } from './series.ts';

/** From data units to pixels. */
export interface Scales {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** The vertex nearest to a pixel, as its place in the path; −1 without any. Vertices that are not numbers cannot be chosen. O(n) */
export function nearestVertex(path: Path, scales: Scales, pixelX: number, pixelY: number): number {
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < path.x.length; i++) {
    const distance = (scales.x(path.x[i]) - pixelX) ** 2 + (scales.y(path.y[i]) - pixelY) ** 2;
    if (distance < least) {
      least = distance;
      nearest = i;
    }
  }
  return nearest;
}
