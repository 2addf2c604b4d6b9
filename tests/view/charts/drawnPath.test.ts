import { expect, it } from 'vitest';
import { drawnPath } from '../../../src/view/charts/drawnPath.ts';

const UNIT = [0, 1] as const;

it('draws at most 500 vertices and stays within a pixel of the path', () => {
  const x = Array.from({ length: 20_001 }, (_, i) => i / 20_000);
  const y = x.map((value) => value ** 2 + Math.sin(value * 900) / 150);
  const drawn = drawnPath({ x, y }, UNIT, UNIT);
  expect(drawn.x.length).toBeLessThanOrEqual(500);
  expect(drawn.x[0]).toBe(0);
  expect(drawn.x[drawn.x.length - 1]).toBe(1);
  const farthest = Math.max(...x.map((value, i) => Math.abs(heightAt(drawn, value) - y[i])));
  expect(farthest).toBeLessThan(1 / 150);
});

it('counts both axes alike whatever their units', () => {
  const x = Array.from({ length: 1001 }, (_, i) => i / 1000);
  const y = x.map((value) => value ** 3);
  const drawn = drawnPath({ x, y }, UNIT, UNIT);
  const stretched = drawnPath(
    { x: x.map((value) => value * 1e6), y: y.map((value) => value * 1e-6) },
    [0, 1e6],
    [0, 1e-6],
  );
  expect(Array.from(stretched.x, (value) => value / 1e6)).toEqual(Array.from(drawn.x));
});

it('turns infinite and undefined values into a gap', () => {
  const drawn = drawnPath({ x: [0, 0.25, 0.5, 0.75, 1], y: [0, 0.5, Infinity, Number.NaN, 1] }, UNIT, UNIT);
  const gaps = Array.from(drawn.y).filter((value) => !Number.isFinite(value));
  expect(gaps).toEqual([Number.NaN]);
  expect(Array.from(drawn.x)).toEqual([0, 0.25, 0.5, 1]);
});

function heightAt({ x, y }: { x: ArrayLike<number>; y: ArrayLike<number> }, at: number): number {
  let i = 1;
  while (x[i] < at) i++;
  return y[i - 1] + ((at - x[i - 1]) / (x[i] - x[i - 1])) * (y[i] - y[i - 1]);
}
