import { expect, it } from 'vitest';
import { nearestVertex } from '../../../src/view/charts/picking.ts';

/** A plot 300 pixels wide and 100 high. */
const scales = { x: (value: number) => 40 + 300 * value, y: (value: number) => 110 - 100 * value };

it('picks the vertex that is nearest in pixels, not in data units', () => {
  // From (0.5, 0.5): (0.7, 0.5) is nearer in data units, (0.5, 0.1) in pixels.
  const path = { x: [0.7, 0.5], y: [0.5, 0.1] };
  expect(nearestVertex(path, scales, scales.x(0.5), scales.y(0.5))).toBe(1);
});

it('picks the first of several vertices at one place', () => {
  const path = { x: [0.2, 0.2], y: [0.4, 0.4] };
  expect(nearestVertex(path, scales, 0, 0)).toBe(0);
});

it('never picks what is no number', () => {
  const path = { x: [0, 1], y: [Number.NaN, 1] };
  expect(nearestVertex(path, scales, scales.x(0), scales.y(0))).toBe(1);
  expect(nearestVertex({ x: [0], y: [Number.NaN] }, scales, 0, 0)).toBe(-1);
  expect(nearestVertex({ x: [], y: [] }, scales, 0, 0)).toBe(-1);
});
