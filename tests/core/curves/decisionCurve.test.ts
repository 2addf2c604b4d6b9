import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCuts } from '../../../src/core/curves/cuts.ts';
import { decisionCurve, treatAllAt } from '../../../src/core/curves/decisionCurve.ts';
import { goldenFiles, goldenRows, numberOf } from '../../golden/readGolden.ts';
import { arbitraryRows, unitScore } from '../arbitraryRows.ts';
import { isClose } from '../close.ts';
import { countConfusion, indexOf, type Rows, rowsOf } from '../rows.ts';

/** tp/n − fp/n · t/(1 − t), row by row. */
function benefitAt(rows: Rows, threshold: number): number {
  const { tp, fp, fn, tn } = countConfusion(rows, threshold, '>=');
  const total = tp + fp + fn + tn;
  return tp / total - ((fp / total) * threshold) / (1 - threshold);
}

const isUnit = ({ yScore }: Rows) => yScore.length > 0 && yScore.every((score) => score >= 0 && score <= 1);

describe('equals the oracle at every hundredth', () => {
  const cases = goldenFiles()
    .flatMap((file) => file.cases.map((one) => ({ name: `${file.name}: ${one.name}`, file: file.name, one })))
    .filter(({ file, one }) => one.sweep.net_benefit !== undefined && isUnit(goldenRows(file, one)));
  it('of many files', () => expect(cases.length).toBeGreaterThanOrEqual(20));

  it.each(cases)('$name', ({ file, one }) => {
    const cuts = buildCuts(indexOf(goldenRows(file, one)));
    const { thresholds, values } = decisionCurve(cuts);
    const differences: string[] = [];
    let compared = 0;
    one.sweep.threshold.map(numberOf).forEach((threshold, row) => {
      const expected = numberOf(one.sweep.net_benefit[row]);
      // Hundredths that are vertices; thresholds outside [0, 1) have no net benefit.
      const isHundredth = Math.round(threshold * 100) / 100 === threshold;
      if (!(threshold >= 0 && threshold < 1) || !isHundredth) return;
      compared += 1;
      const at = thresholds.indexOf(threshold);
      if (at < 0 || !isClose(values[at], expected)) differences.push(`${threshold}: ${values[at]}, not ${expected}`);
    });
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(0);
  });
});

it('has vertices so near each other that straight lines between them are the curve', () => {
  const random = arbitraryRows({
    score: fc.oneof(unitScore, fc.double({ min: 0, max: 1, noNaN: true })),
    minLength: 1,
  });
  fc.assert(
    fc.property(random, fc.integer({ min: 0, max: 900 }), (rows, thousandth) => {
      const cuts = buildCuts(indexOf(rows));
      fc.pre(cuts.positives + cuts.negatives > 0);
      const { thresholds, values } = decisionCurve(cuts);
      expect(thresholds[0]).toBe(0);
      const threshold = thousandth / 1000;
      const after = thresholds.findIndex((each) => each >= threshold);
      const before = thresholds[after] === threshold ? after : after - 1;
      const span = thresholds[after] - thresholds[before];
      const share = span === 0 ? 0 : (threshold - thresholds[before]) / span;
      const drawn = values[before] + share * (values[after] - values[before]);
      // The curve bends by 2 / (1 − t)³ at most: a step of 1/200 is off by an eighth of that times its square.
      expect(Math.abs(drawn - benefitAt(rows, threshold))).toBeLessThanOrEqual(
        2 / (1 - threshold - 0.005) ** 3 / 8 / 200 ** 2 + 1e-12,
      );
    }),
    { numRuns: 300 },
  );
});

it('ascends, and never reaches 1 where the odds are infinite', () => {
  const cuts = buildCuts(indexOf(rowsOf([1, 0, 1, 0], [1, 1, 0.3, 0])));
  const { thresholds, values } = decisionCurve(cuts);
  expect([...thresholds]).toEqual([...thresholds].sort((a, b) => a - b));
  expect(Math.max(...thresholds)).toBeLessThan(1);
  expect([...values].every(Number.isFinite)).toBe(true);
  // A case on the threshold is flagged still: the jump at 0.3 comes after it.
  const at = thresholds.indexOf(0.3);
  expect([values[at], values[at + 1]]).toEqual([0.5 - (0.25 * 0.3) / 0.7, 0.25 - (0.25 * 0.3) / 0.7]);
});

it('treating everybody is worth prevalence − (1 − prevalence) · odds', () => {
  const classes = { positives: 3, negatives: 9 };
  expect(treatAllAt(0, classes)).toBe(0.25);
  expect(treatAllAt(0.25, classes)).toBeCloseTo(0, 15);
  expect(treatAllAt(0.5, classes)).toBe(-0.5);
});

it('is the line of treating everybody below the least score', () => {
  const cuts = buildCuts(indexOf(rowsOf([1, 0, 0], [0.9, 0.7, 0.6])));
  const { thresholds, values } = decisionCurve(cuts);
  const below = [...thresholds].filter((threshold) => threshold < 0.6);
  expect(below.length).toBeGreaterThan(100);
  below.forEach((threshold, i) => {
    expect(values[i]).toBeCloseTo(treatAllAt(threshold, cuts), 12);
  });
});
