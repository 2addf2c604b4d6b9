import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelWidth, placedTicks } from '../../../../src/view/panels/Threshold/RailTicks.tsx';

const tick = (name: string, share: number) => ({ id: 'lowestCost' as const, name, threshold: share, share });
const anyTicks = fc.array(
  fc.record({
    name: fc.constantFrom('cost', 'F1', 'precision 90', 'recall 90', 'top 5 %', 'ROC corner', 'benefit 20 %', 'F2'),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { maxLength: 9 },
);

describe('the labels under the rail', () => {
  it('stand in one row where they fit, moved aside rather than below', () => {
    const placed = placedTicks([tick('precision 90', 0.72), tick('top 5 %', 0.753), tick('cost', 0.52)], 1000);
    expect(placed.map(({ row }) => row)).toEqual([0, 0, 0]);
  });

  it('stand below each other where they would read as one', () => {
    const placed = placedTicks([tick('cost', 0.357), tick('recall 90', 0.363)], 974);
    expect(placed.map(({ row }) => row)).toEqual([0, 1]);
  });

  it('never touch each other and never leave the rail', () => {
    fc.assert(
      fc.property(anyTicks, fc.integer({ min: 280, max: 1600 }), (ticks, width) => {
        const placed = placedTicks(
          ticks.map(({ name, share }) => tick(name, share)),
          width,
        );
        expect(placed).toHaveLength(ticks.length);
        for (const one of placed) {
          expect(one.left).toBeGreaterThanOrEqual(0);
          expect(one.left + labelWidth(one)).toBeLessThanOrEqual(width + 1e-9);
          for (const other of placed) {
            if (one === other || one.row !== other.row) continue;
            expect(
              one.left + labelWidth(one) <= other.left + 1e-9 || other.left + labelWidth(other) <= one.left + 1e-9,
            ).toBe(true);
          }
        }
      }),
    );
  });
});
