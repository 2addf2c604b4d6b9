import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clippedBelow } from '../../../src/view/charts/clippedBelow.ts';

it('ends each part on the level, and keeps the parts apart', () => {
  const { x, y } = clippedBelow({ x: [0, 1, 2, 3], y: [1, -1, -3, 1] }, 0);
  expect(x).toEqual([0, 0.5, 1, 2.75, 3]);
  expect(y).toEqual([1, 0, NaN, 0, 1]);
});

it('keeps a path above the level as it is, and nothing of one below', () => {
  const path = { x: [0, 1, 1], y: [2, 3, 2] };
  expect(clippedBelow(path, 2)).toEqual(path);
  expect(clippedBelow(path, 4)).toEqual({ x: [], y: [] });
});

it('cuts an upright jump where it stands', () => {
  expect(clippedBelow({ x: [0, 1, 1, 2], y: [1, 1, -1, -1] }, 0)).toEqual({ x: [0, 1, 1, 1], y: [1, 1, 0, NaN] });
});

it('keeps every vertex above the level and invents none but on it', () => {
  const vertices = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: -5, max: 5 })), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(vertices, fc.integer({ min: -5, max: 5 }), (points, level) => {
      const path = { x: points.map(([x]) => x), y: points.map(([, y]) => y) };
      const { x, y } = clippedBelow(path, level);
      const kept = Array.from(y, (value, i) => [x[i], value] as const).filter(([, value]) => value > level);
      expect(kept).toEqual(points.filter(([, value]) => value > level));
      expect(Array.from(y).every((value) => Number.isNaN(value) || value >= level)).toBe(true);
    }),
  );
});
