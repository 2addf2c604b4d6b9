import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RecentCells } from '../../../src/io/read/recentCells.ts';

const encoder = new TextEncoder();

it('RecentCells gives no cell the code of another one, and knows short cells that come again at once', () => {
  const cells = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'ä'), maxLength: 18 }), { maxLength: 3000 });
  fc.assert(
    fc.property(cells, (list) => {
      const recent = new RecentCells();
      const codes = new Map<string, number>();
      for (const cell of list) {
        const bytes = encoder.encode(`-${cell}-`);
        const end = bytes.length - 1;
        const known = recent.codeOf(bytes, 1, end);
        if (known >= 0) expect(known).toBe(codes.get(cell));
        codes.set(cell, codes.get(cell) ?? codes.size);
        recent.remember(bytes, 1, end, codes.get(cell) ?? -1);
        bytes[0] = 0;
        expect(recent.codeOf(encoder.encode(cell), 0, end - 1)).toBe(end - 1 <= 32 ? codes.get(cell) : -1);
      }
    }),
    { numRuns: 50 },
  );
});
