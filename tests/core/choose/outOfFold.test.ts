import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestThreshold } from '../../../src/core/choose/bestThreshold.ts';
import type { Objective } from '../../../src/core/choose/objective.ts';
import { outOfFold } from '../../../src/core/choose/outOfFold.ts';
import { arbitraryRows, rule, unitScore } from '../arbitraryRows.ts';
import { countConfusion, indexOf, type Rows } from '../rows.ts';

const OBJECTIVES: readonly Objective[] = [
  { kind: 'metric', id: 'f1' },
  { kind: 'cost', payoff: { tp: 0, fp: 1, fn: 5, tn: 0 } },
  { kind: 'recallWithPrecision', minPrecision: 0.9 },
];
const SPLITS = ['a', 'b', 'c'];

/** The rows for which something holds, taken one by one. */
function only({ yTrue, yScore, sampleWeight }: Rows, holds: (row: number) => boolean): Rows {
  const rows = [...yTrue.keys()].filter(holds);
  return {
    yTrue: Uint8Array.from(rows, (row) => yTrue[row]),
    yScore: Float64Array.from(rows, (row) => yScore[row]),
    sampleWeight: sampleWeight === null ? null : Float64Array.from(rows, (row) => sampleWeight[row]),
  };
}

it('chooses on the rows outside of a fold and counts those inside', () => {
  fc.assert(
    fc.property(
      arbitraryRows({ score: unitScore }),
      rule,
      fc.constantFrom(...OBJECTIVES),
      (rows, decisionRule, objective) => {
        const splitOf = rows.yTrue.map((_, row) => (row * 7 + 3) % SPLITS.length);
        const choices = outOfFold({ ...rows, splitOf, splits: SPLITS }, decisionRule, objective);
        expect(choices.map(({ fold }) => fold)).toEqual(SPLITS);
        for (const [place, { threshold, confusion }] of choices.entries()) {
          const others = only(rows, (row) => splitOf[row] !== place);
          const choice = bestThreshold(indexOf(others), decisionRule, objective);
          if (choice.kind === 'none') {
            expect(threshold).toBeNaN();
            expect(confusion).toBeNull();
          } else {
            expect(threshold).toBe(choice.threshold);
            expect(confusion).toEqual(
              countConfusion(
                only(rows, (row) => splitOf[row] === place),
                threshold,
                decisionRule,
              ),
            );
          }
        }
      },
    ),
  );
});
