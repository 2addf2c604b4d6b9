import type { Path } from './series.ts';
import { ruledWidth } from './wideCharacters.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface LineLabel {
  readonly id: string;
  readonly text: string;
  readonly tone: string;
  readonly isBold: boolean;
  /** The line that it names, in pixels. */
  readonly line: Path;
  /** Where along the line it is best placed, 0 to 1; null: where the other named lines are far. */
  readonly prefer: number | null;
}

export interface PlacedLabel {
  readonly id: string;
  readonly text: string;
  readonly tone: string;
  readonly box: Box;
}

export const LABEL_HEIGHT = 16;
const STEP = 3;
const CLEARANCE = 3;
/** Further away than this, another line no longer matters. */
const LONELY = 48;

const WIDE_CHARACTER = 12.2;

/** Text of 12 pixels is measured by a generous rule, so that placing needs no browser. */
export function labelWidth(text: string, isBold: boolean): number {
  return Math.ceil(ruledWidth(text, isBold ? 7.4 : 6.8, WIDE_CHARACTER)) + 2;
}

/**
 * Puts each label beside its own line, where no line crosses it, no other label stands and its own line is the nearest. The walk
 * along the line starts at the preferred place. Where no free place is left the label takes the one that is crossed least.
 * O(labels · length of the lines in pixels).
 */
export function placeLabels(
  labels: readonly LineLabel[],
  obstacles: readonly Path[],
  taken: readonly Box[],
  area: Box,
): readonly PlacedLabel[] {
  const named = labels.map((label) => sampled(label.line, area));
  const lines = [...named, ...obstacles.map((line) => sampled(line, area))];
  const placed: PlacedLabel[] = [];
  labels.forEach((label, k) => {
    const own = named[k];
    const others = named.filter((line) => line !== own);
    const covered = [...taken, ...placed.map(({ box }) => box)];
    const width = labelWidth(label.text, label.isBold);
    let best: Box | null = null;
    let leastCost = Number.POSITIVE_INFINITY;
    for (const share of walk(label.prefer)) {
      const wander = label.prefer === null ? 0 : Math.abs(share - label.prefer);
      const anchor = Math.round(share * (own.x.length - 1));
      for (const box of boxesAround(own.x[anchor], own.y[anchor], width)) {
        if (!contains(area, box)) continue;
        // What is cheap to know comes first; most places are ruled out by it.
        let cost = wander + 100 * covered.filter((other) => overlap(other, box)).length;
        for (let i = 0; i < lines.length && cost < leastCost; i++) cost += pointsIn(lines[i], box);
        if (cost >= leastCost) continue;
        const reach = nearest(own, box);
        const rival = Math.min(...others.map((line) => nearest(line, box)));
        if (label.prefer === null) cost += 1 - Math.min(rival, LONELY) / LONELY;
        cost += (rival < reach + 4 ? 2 : 0) + reach / 20;
        if (cost >= leastCost) continue;
        leastCost = cost;
        best = box;
      }
    }
    if (best !== null) placed.push({ id: label.id, text: label.text, tone: label.tone, box: best });
  });
  return placed;
}

/** Places along the line, the preferred one or else the middle first. */
function walk(prefer: number | null): readonly number[] {
  const from = prefer ?? 0.5;
  return Array.from({ length: 41 }, (_, i) => i / 40).sort((a, b) => Math.abs(a - from) - Math.abs(b - from));
}

function boxesAround(x: number, y: number, width: number): readonly Box[] {
  const boxes: Box[] = [];
  for (const gap of [5, 10]) {
    for (const top of [y - gap - LABEL_HEIGHT, y + gap, y - LABEL_HEIGHT / 2]) {
      for (const left of [x - width / 2, x + gap, x - gap - width]) {
        boxes.push({ left, top, width, height: LABEL_HEIGHT });
      }
    }
  }
  return boxes;
}

/** Points every few pixels along the line, those inside the area. What lies far outside is passed over, not walked. */
function sampled({ x, y }: Path, area: Box): Path {
  const points = { x: [] as number[], y: [] as number[] };
  const push = (px: number, py: number) => {
    if (px < area.left - 1 || px > area.left + area.width + 1) return;
    if (py < area.top - 1 || py > area.top + area.height + 1) return;
    points.x.push(px);
    points.y.push(py);
  };
  let rest = 0;
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(y[i])) continue;
    if (i === 0 || !Number.isFinite(y[i - 1])) {
      push(x[i], y[i]);
      rest = STEP;
      continue;
    }
    const dx = x[i] - x[i - 1];
    const dy = y[i] - y[i - 1];
    const length = Math.hypot(dx, dy);
    const { enter, leave } = within(x[i - 1], y[i - 1], dx, dy, area);
    const before = Math.max(0, Math.floor((enter * length - rest) / STEP));
    const until = Math.min(length, leave * length + STEP);
    const steps = enter > leave ? -1 : Math.floor((until - rest) / STEP) - before;
    for (let k = 0; k <= steps; k++) {
      const share = (rest + (before + k) * STEP) / length;
      push(x[i - 1] + share * dx, y[i - 1] + share * dy);
    }
    const behind = rest + (Math.floor((length - rest) / STEP) + 1) * STEP - length;
    rest = Math.min(STEP, Math.max(0, behind));
  }
  return points;
}

/** Between which shares of its way a straight line is in the area or a pixel beside it; never where `enter` is greater. */
function within(x: number, y: number, dx: number, dy: number, { left, top, width, height }: Box) {
  const across = sharesBetween(x, dx, left - 1, left + width + 1);
  const upright = sharesBetween(y, dy, top - 1, top + height + 1);
  return {
    enter: Math.max(0, across.enter, upright.enter),
    leave: Math.min(1, across.leave, upright.leave),
  };
}

function sharesBetween(from: number, by: number, low: number, high: number) {
  if (by === 0) return from >= low && from <= high ? { enter: 0, leave: 1 } : { enter: 1, leave: 0 };
  const [a, b] = [(low - from) / by, (high - from) / by];
  return { enter: Math.min(a, b), leave: Math.max(a, b) };
}

function contains(area: Box, box: Box): boolean {
  return (
    box.left >= area.left + 2 &&
    box.top >= area.top &&
    box.left + box.width <= area.left + area.width - 2 &&
    box.top + box.height <= area.top + area.height - 2
  );
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.left < b.left + b.width + CLEARANCE &&
    b.left < a.left + a.width + CLEARANCE &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}

function nearest({ x, y }: Path, { left, top, width, height }: Box): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < x.length; i++) {
    const dx = Math.max(left - x[i], 0, x[i] - left - width);
    const dy = Math.max(top - y[i], 0, y[i] - top - height);
    least = Math.min(least, dx * dx + dy * dy);
  }
  return Math.sqrt(least);
}

function pointsIn({ x, y }: Path, { left, top, width, height }: Box): number {
  let count = 0;
  for (let i = 0; i < x.length; i++) {
    if (
      x[i] > left - CLEARANCE &&
      x[i] < left + width + CLEARANCE &&
      y[i] > top - CLEARANCE + 2 &&
      y[i] < top + height + CLEARANCE - 2
    ) {
      count++;
    }
  }
  return count;
}
