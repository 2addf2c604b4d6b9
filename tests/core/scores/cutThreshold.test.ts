import fc from 'fast-check';
import { expect, it } from 'vitest';
import { confusionAt } from '../../../src/core/scores/confusion.ts';
import { cutThreshold } from '../../../src/core/scores/cutThreshold.ts';
import { arbitraryRows, rule } from '../arbitraryRows.ts';
import { candidates, countConfusion, indexOf } from '../rows.ts';

it('is the candidate of the rule in force that decides as the cut does', () => {
  fc.assert(
    fc.property(arbitraryRows(), rule, (rows, decisionRule) => {
      const index = indexOf(rows);
      const found = candidates(rows, '>=').map((cut) => cutThreshold(index, cut, decisionRule) + 0);
      expect(found).toEqual(candidates(rows, decisionRule).map((threshold) => threshold + 0));
      candidates(rows, '>=').forEach((cut, i) => {
        expect(confusionAt(index, found[i], decisionRule)).toEqual(countConfusion(rows, cut, '>='));
      });
    }),
  );
});
