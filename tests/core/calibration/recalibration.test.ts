import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calibrationInTheLarge,
  fitRecalibration,
  LOGIT_CLIP,
  logit,
  type Recalibration,
  sigmoid,
} from '../../../src/core/calibration/recalibration.ts';

interface Fitted {
  readonly intercept: number;
  readonly slope: number;
  readonly calibration_in_the_large: number;
}

const golden = JSON.parse(readFileSync('tests/golden/recalibration.json', 'utf8')) as Record<string, Fitted>;
const [header, ...records] = readFileSync('tests/golden/german_credit.csv', 'utf8')
  .trim()
  .split(/\r?\n/)
  .map((line) => line.split(','));

function rowsOf(score: string, split: string) {
  const at = (name: string) => header.indexOf(name);
  const rows = records.filter((cells) => cells[at('split')] === split);
  return {
    yTrue: rows.map((cells) => (cells[at('class')] === 'bad' ? 1 : 0)),
    margins: rows.map((cells) => logit(Number(cells[at(score)]))),
  };
}

describe('recalibration of German credit', () => {
  const present = Object.entries(golden).filter(([name]) => header.includes(name.split(' ')[0]));

  it('has cases', () => expect(present.length).toBeGreaterThanOrEqual(2));

  it.each(present)('%s: as R fits it', (name, { intercept, slope, calibration_in_the_large: large }) => {
    const [score, split] = name.split(' ');
    const { yTrue, margins } = rowsOf(score, split);
    const fitted = fitRecalibration(yTrue, margins);
    if (typeof fitted === 'string') throw new Error(fitted);
    expect(Math.abs(fitted.intercept - intercept)).toBeLessThan(1e-6);
    expect(Math.abs(fitted.slope - slope)).toBeLessThan(1e-6);
    expect(Math.abs(calibrationInTheLarge(yTrue, margins) - large)).toBeLessThan(1e-6);
  });
});

describe('logit', () => {
  it.each([
    [0.5, 0],
    [0.75, Math.log(3)],
    [0.25, -Math.log(3)],
    [0.001, -Math.log(999)],
    [1e-10, -10 * Math.LN10],
  ])('of %d is the log of its odds', (probability, odds) => expect(logit(probability)).toBeCloseTo(odds, 9));

  it('stays finite: what is nearer to an end than the smallest step from 1 counts as that step', () => {
    const most = 52 * Math.LN2;
    for (const probability of [0, -1, LOGIT_CLIP / 2, LOGIT_CLIP]) expect(logit(probability)).toBeCloseTo(-most, 12);
    for (const probability of [1, 7, 1 - LOGIT_CLIP]) expect(logit(probability)).toBeCloseTo(most, 12);
  });

  it('is taken back by sigmoid', () => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (odds) => {
        expect(logit(sigmoid(odds))).toBeCloseTo(odds, 6);
      }),
    );
  });
});

const fittedTo = (...rows: Parameters<typeof fitRecalibration>): Recalibration => {
  const fitted = fitRecalibration(...rows);
  if (typeof fitted === 'string') throw new Error(fitted);
  return fitted;
};

describe('fitRecalibration', () => {
  it('says why there is nothing to fit', () => {
    expect(fitRecalibration([], [])).toBe('noRows');
    expect(fitRecalibration([0, 1], [1, 2], [0, 0])).toBe('noRows');
    expect(fitRecalibration([1, 1, 1], [1, 2, 3])).toBe('oneClass');
    expect(fitRecalibration([0, 0, 0], [1, 2, 3])).toBe('oneClass');
    expect(fitRecalibration([0, 1, 1], [2, 2, 2])).toBe('constantScore');
  });

  it.each([
    ['positives above', [0, 0, 1, 1], [1, 2, 3, 4]],
    ['positives above, in another order', [1, 0, 0, 1], [4, 2, 1, 3]],
    ['positives below', [1, 1, 0, 0], [1, 2, 3, 4]],
    ['positives above but for a tie', [0, 0, 1, 1], [1, 2, 2, 4]],
    ['positives below but for a tie', [1, 1, 0, 0], [1, 2, 2, 4]],
  ])('says that the margins separate the classes: %s', (_, yTrue, margins) => {
    expect(fitRecalibration(yTrue, margins)).toBe('separated');
  });

  it('overlooks rows of no weight, whatever they would change', () => {
    expect(fitRecalibration([0, 1, 0], [1, 2, 3], [1, 1, 0])).toBe('separated');
    expect(fitRecalibration([0, 0, 1], [1, 2, 3], [1, 1, 0])).toBe('oneClass');
    expect(fitRecalibration([0, 1, 1], [2, 2, 3], [1, 1, 0])).toBe('constantScore');
    const rows = [
      [0, 1, 0, 1],
      [1, 2, 3, 4],
    ] as const;
    expect(fittedTo([...rows[0], 1], [...rows[1], 1e6], [1, 1, 1, 1, 0])).toEqual(fittedTo(...rows));
  });

  // With two margins only, the fitted log odds are those of the shares at either margin.
  const shares = fc.tuple(
    fc.integer({ min: 1, max: 1e6 }),
    fc.integer({ min: 1, max: 1e6 }),
    fc.integer({ min: 1, max: 1e6 }),
    fc.integer({ min: 1, max: 1e6 }),
  );
  const rare: [number, number, number, number][] = [
    [10_000, 1, 1, 9],
    [1_000_000, 1, 100, 900],
    [1_000_000_000, 1, 3, 1],
    [99_990, 5, 5, 10],
    [9, 1, 1, 10_000],
  ];
  it('meets the shares at either of two margins, however rare a class is', () => {
    const isMet = (counts: readonly [number, number, number, number], low: number, high: number) => {
      const [negativeLow, positiveLow, negativeHigh, positiveHigh] = counts;
      const { intercept, slope } = fittedTo([0, 1, 0, 1], [low, low, high, high], counts);
      expect(intercept + slope * low).toBeCloseTo(Math.log(positiveLow / negativeLow), 8);
      expect(intercept + slope * high).toBeCloseTo(Math.log(positiveHigh / negativeHigh), 8);
    };
    fc.assert(
      fc.property(shares, (counts) => {
        isMet(counts, -1, 2);
      }),
      { examples: rare.map((counts) => [counts]) },
    );
    for (const counts of rare) isMet(counts, 0, 1);
  });

  it('fits the same whatever the margins are counted from and in', () => {
    const yTrue = [0, 0, 1, 0, 1, 0, 1, 1, 0, 1];
    const margins = [-3, -2.5, -2, -1, -0.5, 0, 0.25, 1, 2, 3];
    const { intercept, slope } = fittedTo(yTrue, margins);
    const expected = margins.map((margin) => intercept + slope * margin);
    for (const unit of [1e-100, 1e-9, 1, 1e9, 1e150]) {
      const scaled = margins.map((margin) => margin * unit);
      const fitted = fittedTo(yTrue, scaled);
      for (const [at, odds] of expected.entries()) {
        expect(fitted.intercept + fitted.slope * scaled[at]).toBeCloseTo(odds, 10);
      }
    }
    for (const start of [-1e9, 1e6]) {
      const moved = margins.map((margin) => margin + start);
      const fitted = fittedTo(yTrue, moved);
      // The difference of two numbers of the size of `start` is what the odds are here.
      for (const [at, odds] of expected.entries()) {
        expect(fitted.intercept + fitted.slope * moved[at]).toBeCloseTo(odds, 5);
      }
      expect(fitted.slope).toBeCloseTo(slope, 6);
    }
  });

  it('fits beside a margin far away from all others', () => {
    for (const far of [1e3, 1e6, 1e12]) {
      const yTrue = [0, 1, 0, 1, 0, 1];
      const margins = [-1, 0, 0.5, 1, 2, far];
      const { intercept, slope } = fittedTo(yTrue, margins);
      const residuals = margins.map((x, i) => yTrue[i] - sigmoid(intercept + slope * x));
      expect(residuals.reduce((sum, each) => sum + each, 0)).toBeCloseTo(0, 9);
      expect(residuals.reduce((sum, each, i) => sum + each * margins[i], 0) / far).toBeCloseTo(0, 9);
    }
  });

  // Each of them leads a whole step of Newton's method beyond all bounds.
  it.each([
    [
      [0, 1, 1, 1],
      [-17, -2361, 62, -336],
      [2, 92, 43, 5904],
    ],
    [
      [0, 1, 0, 1],
      [6609, 80, 59, 10],
      [18, 32, 27, 2576],
    ],
    [
      [1, 1, 0, 0],
      [5994, 157, -366, 362],
      [3073, 151, 18869, 16],
    ],
    [
      [1, 1, 0, 1],
      [3, -61, 1, -1],
      [2, 17636, 2270, 63403],
    ],
    [
      [0, 1, 0, 1],
      [3, -1830, -11, 0],
      [384, 5762, 4, 4],
    ],
    [
      [1, 0, 1, 0],
      [-120, 24, 240, 272],
      [12, 62881, 5, 2838],
    ],
    [
      [0, 0, 0, 1],
      [100, -19, 3, -9],
      [777, 58, 28495, 1],
    ],
    [
      [1, 1, 0, 1],
      [-2003, 3, 2, -7],
      [144, 164, 78008, 111],
    ],
  ])('fits labels %j at margins %j of weights %j', (yTrue, margins, weights) => {
    const { intercept, slope } = fittedTo(yTrue, margins, weights);
    const residuals = margins.map((x, i) => weights[i] * (yTrue[i] - sigmoid(intercept + slope * x)));
    expect(residuals.reduce((sum, each) => sum + each, 0)).toBeCloseTo(0, 6);
    expect(residuals.reduce((sum, each, i) => sum + each * margins[i], 0)).toBeCloseTo(0, 6);
  });

  it('meets the equations of the maximum whatever the weights and however far single margins are', () => {
    const row = fc.tuple(
      fc.integer({ min: 0, max: 1 }),
      fc.oneof(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9999, max: 9999 })),
      fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 99_999 })),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 9 }), (rows) => {
        const [yTrue, margins, weights] = [0, 1, 2].map((at) => rows.map((each) => each[at]));
        const fitted = fitRecalibration(yTrue, margins, weights);
        fc.pre(typeof fitted !== 'string');
        const residuals = rows.map(([y, x, w]) => w * (y - sigmoid(fitted.intercept + fitted.slope * x)));
        const scale = rows.reduce((sum, [, x, w]) => sum + w * (1 + Math.abs(x)), 0);
        expect(Math.abs(residuals.reduce((sum, each) => sum + each, 0)) / scale).toBeLessThan(1e-10);
        expect(Math.abs(residuals.reduce((sum, each, i) => sum + each * margins[i], 0)) / scale).toBeLessThan(1e-10);
      }),
      { numRuns: 500 },
    );
  });

  it('does not change where all weights grow alike', () => {
    const rows = [
      [0, 1, 0, 1, 1],
      [-1, -0.5, 0.5, 2, 7],
    ] as const;
    const { intercept, slope } = fittedTo(...rows, [3, 1, 2, 3, 1]);
    for (const factor of [1e-6, 0.1, 1e6]) {
      const fitted = fittedTo(
        ...rows,
        [3, 1, 2, 3, 1].map((weight) => weight * factor),
      );
      expect(fitted.intercept).toBeCloseTo(intercept, 10);
      expect(fitted.slope).toBeCloseTo(slope, 10);
    }
  });

  it('meets the equations of the maximum: residuals sum to nothing, and so do they times the margin', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: -40, max: 40 })), {
      minLength: 4,
      maxLength: 60,
    });
    fc.assert(
      fc.property(rows, fc.constantFrom(0.01, 0.1, 50), (body, scale) => {
        const yTrue = body.map(([y]) => y);
        const margins = body.map(([, x]) => x * scale);
        const fitted = fitRecalibration(yTrue, margins);
        fc.pre(typeof fitted !== 'string');
        const residuals = margins.map((x, i) => yTrue[i] - sigmoid(fitted.intercept + fitted.slope * x));
        const sum = residuals.reduce((total, each) => total + each, 0);
        const moment = residuals.reduce((total, each, i) => total + (each * margins[i]) / scale, 0);
        expect(Math.abs(sum)).toBeLessThan(1e-6);
        expect(Math.abs(moment)).toBeLessThan(1e-4);
      }),
    );
  });

  it('counts a row of weight three as three rows, and one of weight nothing as none', () => {
    const weighted = fitRecalibration([0, 1, 0, 1, 1], [-1, -0.5, 0.5, 2, 7], [3, 1, 2, 3, 0]);
    const written = fitRecalibration([0, 0, 0, 1, 0, 0, 1, 1, 1], [-1, -1, -1, -0.5, 0.5, 0.5, 2, 2, 2]);
    if (typeof weighted === 'string' || typeof written === 'string') throw new Error('Not fitted.');
    expect(weighted.intercept).toBeCloseTo(written.intercept, 9);
    expect(weighted.slope).toBeCloseTo(written.slope, 9);
  });

  it('brings probabilities that were pulled apart back to themselves', () => {
    // 1000 rows at each of these log odds, positives in just the share that the log odds say; the scores are twice as sure.
    const odds = [-3, -2, -1, 0, 1, 2, 3];
    const yTrue = odds.flatMap(() => [0, 1]);
    const margins = odds.flatMap((x) => [2 * x + 1, 2 * x + 1]);
    const weights = odds.flatMap((x) => [1000 * (1 - sigmoid(x)), 1000 * sigmoid(x)]);
    const fitted = fitRecalibration(yTrue, margins, weights);
    if (typeof fitted === 'string') throw new Error(fitted);
    expect(fitted.slope).toBeCloseTo(0.5, 10);
    expect(fitted.intercept).toBeCloseTo(-0.5, 10);
  });
});

describe('calibrationInTheLarge', () => {
  // Where all margins are one, the shift leads from it to the log odds of the share of positives.
  it.each([
    [1, 3, 0],
    [3, 1, 0],
    [1, 1, 1],
    [1, 1, -1],
    [1, 1, 4],
    [1, 1, -4],
    [1, 3, 7],
    [1, 3, -7],
    [1, 999_999, 2],
    [999_999, 1, -2],
    [2, 5, -500],
    [2, 5, 500],
    [2, 5, 3e6],
    [2, 5, -3e6],
  ])('with %d positives and %d negatives at the margin %d leads to their log odds', (positives, negatives, margin) => {
    const shift = calibrationInTheLarge([1, 0], [margin, margin], [positives, negatives]);
    expect(shift).toBeCloseTo(Math.log(positives / negatives) - margin, 8);
  });

  it('makes the mean probability the share of positives', () => {
    const rows = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 1 }),
        fc.double({ min: -30, max: 30, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(rows, (body) => {
        // A row of either class in any case.
        const all = [...body, [0, 1, 1] as const, [1, -1, 1] as const];
        const [yTrue, margins, weights] = [0, 1, 2].map((at) => all.map((row) => row[at]));
        const shift = calibrationInTheLarge(yTrue, margins, weights);
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const mean = (value: (row: number) => number) =>
          weights.reduce((sum, weight, row) => sum + weight * value(row), 0) / total;
        expect(mean((row) => sigmoid(margins[row] + shift))).toBeCloseTo(
          mean((row) => yTrue[row]),
          12,
        );
      }),
    );
  });

  it('is undefined with one class only', () => {
    expect(calibrationInTheLarge([1, 1], [0, 1])).toBeNaN();
    expect(calibrationInTheLarge([0, 0], [0, 1])).toBeNaN();
    expect(calibrationInTheLarge([0, 1], [0, 1], [1, 0])).toBeNaN();
    expect(calibrationInTheLarge([], [])).toBeNaN();
  });
});
