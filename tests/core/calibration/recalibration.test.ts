import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calibrationInTheLarge,
  fitRecalibration,
  logit,
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

describe('fitRecalibration', () => {
  it('says why there is nothing to fit', () => {
    expect(fitRecalibration([], [])).toBe('noRows');
    expect(fitRecalibration([0, 1], [1, 2], [0, 0])).toBe('noRows');
    expect(fitRecalibration([1, 1, 1], [1, 2, 3])).toBe('oneClass');
    expect(fitRecalibration([0, 1, 1], [2, 2, 2])).toBe('constantScore');
    expect(fitRecalibration([0, 0, 1, 1], [1, 2, 3, 4])).toBe('separated');
    expect(fitRecalibration([1, 1, 0, 0], [1, 2, 2, 4])).toBe('separated');
    expect(fitRecalibration([0, 1, 1], [1, 2, 3], [1, 1, 0])).toBe('separated');
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
  it('is undefined with one class only', () => {
    expect(calibrationInTheLarge([1, 1], [0, 1])).toBeNaN();
    expect(calibrationInTheLarge([0, 0], [0, 1])).toBeNaN();
  });
});
