import { describe, expect, it } from 'vitest';
import {
  type Box,
  type LineLabel,
  labelWidth,
  type PlacedLabel,
  placeLabels,
} from '../../../src/view/charts/placeLabels.ts';
import type { Path } from '../../../src/view/charts/series.ts';

const AREA: Box = { left: 40, top: 20, width: 300, height: 200 };

function curve(of: (share: number) => number): Path {
  const shares = Array.from({ length: 101 }, (_, i) => i / 100);
  return { x: shares.map((share) => 40 + 300 * share), y: shares.map((share) => 220 - 200 * of(share)) };
}

function label(text: string, line: Path, prefer: number | null = null): LineLabel {
  return { id: text, text, tone: 'main', isBold: true, line, prefer };
}

/** Walks along the line in tenths of a pixel. */
function crosses({ x, y }: Path, { left, top, width, height }: Box): boolean {
  for (let i = 1; i < x.length; i++) {
    const steps = Math.ceil(Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]) * 10);
    for (let k = 0; k <= steps; k++) {
      const px = x[i - 1] + (k / steps) * (x[i] - x[i - 1]);
      const py = y[i - 1] + (k / steps) * (y[i] - y[i - 1]);
      if (px >= left && px <= left + width && py >= top && py <= top + height) return true;
    }
  }
  return false;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}

function distance({ x, y }: Path, { left, top, width, height }: Box): number {
  const middleX = left + width / 2;
  const middleY = top + height / 2;
  return Math.min(...Array.from({ length: x.length }, (_, i) => Math.hypot(x[i] - middleX, y[i] - middleY)));
}

describe('labels of three metrics', () => {
  const precision = curve((share) => 0.1 + 0.9 * share ** 2);
  const recall = curve((share) => 1 - share ** 2);
  const f1 = curve((share) => 0.2 + 2 * share * (1 - share));
  const lines = [precision, recall, f1];
  const placed = placeLabels([label('precision', precision), label('recall', recall), label('F1', f1)], [], [], AREA);

  it('are all there', () => {
    expect(placed.map(({ text }) => text)).toEqual(['precision', 'recall', 'F1']);
  });

  it('stand on no line', () => {
    for (const { box } of placed) expect(lines.some((line) => crosses(line, box))).toBe(false);
  });

  it('stand on no other label and inside the plot', () => {
    const [a, b, c] = placed.map(({ box }) => box);
    expect([overlap(a, b), overlap(a, c), overlap(b, c)]).toEqual([false, false, false]);
    for (const { box } of placed) {
      expect(box.left).toBeGreaterThanOrEqual(AREA.left);
      expect(box.top).toBeGreaterThanOrEqual(AREA.top);
      expect(box.left + box.width).toBeLessThanOrEqual(AREA.left + AREA.width);
      expect(box.top + box.height).toBeLessThanOrEqual(AREA.top + AREA.height);
    }
  });

  it('stand nearest to their own line', () => {
    placed.forEach(({ box }, k) => {
      const distances = lines.map((line) => distance(line, box));
      expect(distances.indexOf(Math.min(...distances))).toBe(k);
    });
  });
});

it('keeps to the preferred place where it is free', () => {
  const level = curve(() => 0.5);
  const near = (prefer: number): PlacedLabel => placeLabels([label('by chance', level, prefer)], [], [], AREA)[0];
  expect(near(0.2).box.left).toBeLessThan(near(0.8).box.left - 100);
});

it('leaves places alone that are taken or crossed', () => {
  const level = curve(() => 0.5);
  const taken: Box = { left: 40, top: 100, width: 150, height: 40 };
  const wall: Path = { x: [200, 200, 210, 210], y: [20, 220, 220, 20] };
  const [{ box }] = placeLabels([label('test', level, 0.1)], [wall], [taken], AREA);
  expect(overlap(box, taken)).toBe(false);
  expect(crosses(wall, box)).toBe(false);
});

it('leaves a line without a place unnamed', () => {
  const outside: Path = { x: [500, 600], y: [0, 0] };
  expect(placeLabels([label('test', outside)], [], [], AREA)).toEqual([]);
});

it('measures text generously', () => {
  // In the widest common interface font, 12 pixels high and bold, "true positive rate" is 127 pixels wide.
  expect(labelWidth('true positive rate', true)).toBeGreaterThan(127);
  // Chinese characters are as wide as they are high: five, three digits and a point, and a space.
  expect(labelWidth('真正例率为 0.77', false)).toBeGreaterThan(5 * 12 + 5 * 6);
});

describe('a line that runs far out of the plot', () => {
  // So it is for a moment when a price of 1e15 is typed: the new cost on the scale of the old one.
  const far: Path = { x: [40, 140, 240, 340], y: [120, -1e18, 120, 120] };

  it('is placed without walking all the way, where it is in the plot', () => {
    const [placed] = placeLabels([label('cost', far, 1)], [], [], AREA);
    expect(placed.box.left + placed.box.width).toBeGreaterThan(240);
    expect(crosses({ x: [240, 340], y: [120, 120] }, placed.box)).toBe(false);
  });

  it('is passed over where none of it is in the plot', () => {
    const out: Path = { x: [40, 340], y: [-1e18, -1e18] };
    expect(placeLabels([label('cost', out)], [], [], AREA)).toEqual([]);
  });
});
