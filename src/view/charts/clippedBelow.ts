import type { Path } from './series.ts';

/** The parts of a path at or above a level, each ending on the level where the path leaves it; NaN keeps them apart. O(n). */
export function clippedBelow({ x, y }: Path, level: number): Path {
  const kept = { x: [] as number[], y: [] as number[] };
  const push = (atX: number, atY: number) => {
    kept.x.push(atX);
    kept.y.push(atY);
  };
  for (let i = 0; i < x.length; i++) {
    const isAbove = y[i] >= level;
    const wasAbove = i > 0 && y[i - 1] >= level;
    if (i > 0 && isAbove !== wasAbove) {
      const share = (level - y[i - 1]) / (y[i] - y[i - 1]);
      if (Number.isFinite(share)) push(x[i - 1] + share * (x[i] - x[i - 1]), level);
      if (!isAbove) push(x[i], Number.NaN);
    }
    if (isAbove) push(x[i], y[i]);
  }
  return kept;
}
