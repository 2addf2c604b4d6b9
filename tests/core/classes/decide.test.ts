import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf } from '../../../src/core/classes/agreement.ts';
import type { ClassScores } from '../../../src/core/classes/classScores.ts';
import {
  confusionMatrixOf,
  confusionsOf,
  countAt,
  predictedTotals,
} from '../../../src/core/classes/confusionMatrix.ts';
import { type ClassDecision, decideRows } from '../../../src/core/classes/decide.ts';
import { averagesOf, pooled } from '../../../src/core/metrics/averaging.ts';
import { accuracy } from '../../../src/core/metrics/threshold.ts';
import { confusionAt } from '../../../src/core/scores/confusion.ts';
import { buildScoreIndex } from '../../../src/core/scores/scoreIndex.ts';

interface Case {
  readonly size: number;
  readonly yTrue: readonly number[];
  /** By row. */
  readonly scores: readonly (readonly number[])[];
  readonly weights: readonly number[];
}

/** Few different scores, so that ties are the rule. Scores are multiples of 1/8, so that sums of products are exact. */
const cases: fc.Arbitrary<Case> = fc
  .record({ size: fc.integer({ min: 2, max: 5 }), rows: fc.integer({ min: 1, max: 30 }) })
  .chain(({ size, rows }) => {
    const score = fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8);
    const many = <T>(each: fc.Arbitrary<T>, count: number) => fc.array(each, { minLength: count, maxLength: count });
    return fc.record({
      size: fc.constant(size),
      yTrue: many(fc.integer({ min: 0, max: size - 1 }), rows),
      scores: many(many(score, size), rows),
      weights: many(fc.integer({ min: 0, max: 3 }), rows),
    });
  });

const classScores = ({ size, yTrue, scores, weights }: Case, isWeighted = false): ClassScores => ({
  yTrue: Uint16Array.from(yTrue),
  yScore: Array.from({ length: size }, (_, place) => Float64Array.from(scores, (row) => row[place])),
  sampleWeight: isWeighted ? Float64Array.from(weights) : null,
});

const firstHighest = (row: readonly number[]) => row.indexOf(Math.max(...row));

const thresholdsOf = (size: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: size, maxLength: size }).map((all) => all.map((t) => t / 8));

describe('decideRows', () => {
  it('takes the highest score, the first of equal ones', () => {
    fc.assert(
      fc.property(cases, (rows) => {
        expect([...decideRows(classScores(rows), { kind: 'argmax' })]).toEqual(rows.scores.map(firstHighest));
      }),
    );
  });

  it('takes the highest score that reaches its own threshold, else what the fallback says', () => {
    const settings = fc.record({
      rule: fc.constantFrom('>=' as const, '>' as const),
      fallback: fc.constantFrom('other' as const, 'argmax' as const),
    });
    fc.assert(
      fc.property(
        cases.chain((rows) => fc.tuple(fc.constant(rows), thresholdsOf(rows.size))),
        settings,
        ([rows, thresholds], { rule, fallback }) => {
          const expected = rows.scores.map((row) => {
            const reaches = (score: number, place: number) =>
              rule === '>=' ? score >= thresholds[place] : score > thresholds[place];
            const among = row.map((score, place) => (reaches(score, place) ? score : -1));
            if (Math.max(...among) >= 0) return firstHighest(among);
            return fallback === 'other' ? rows.size : firstHighest(row);
          });
          const decision: ClassDecision = { kind: 'thresholds', thresholds, rule, fallback };
          expect([...decideRows(classScores(rows), decision)]).toEqual(expected);
        },
      ),
    );
  });

  it('takes the least expected cost, the first of equal ones', () => {
    fc.assert(
      fc.property(
        cases.chain((rows) =>
          fc.tuple(
            fc.constant(rows),
            fc.array(thresholdsOf(rows.size), { minLength: rows.size, maxLength: rows.size }),
          ),
        ),
        ([rows, costs]) => {
          const expected = rows.scores.map((row) => {
            const expectedCosts = row.map((_, predicted) =>
              row.reduce((sum, score, actual) => sum + score * costs[actual][predicted], 0),
            );
            return expectedCosts.indexOf(Math.min(...expectedCosts));
          });
          expect([...decideRows(classScores(rows), { kind: 'cost', costs })]).toEqual(expected);
        },
      ),
    );
  });

  it('decides by cost as by argmax where every mistake costs the same', () => {
    fc.assert(
      fc.property(cases, (rows) => {
        const costs = Array.from({ length: rows.size }, (_, a) =>
          Array.from({ length: rows.size }, (__, b) => (a === b ? 0 : 1)),
        );
        const scores = classScores(rows);
        expect(decideRows(scores, { kind: 'cost', costs })).toEqual(decideRows(scores, { kind: 'argmax' }));
      }),
    );
  });

  it('decides the same beyond one block of rows', () => {
    const size = 3;
    const rows = 5000;
    const row = (at: number) => Array.from({ length: size }, (_, place) => ((at * 7 + place * 5) % 11) / 11);
    const scores = Array.from({ length: rows }, (_, at) => row(at));
    const whole = classScores({ size, yTrue: scores.map(() => 0), scores, weights: [] });
    const thresholds = [0.3, 0.8, 0.6];
    for (const decision of [
      { kind: 'argmax' },
      { kind: 'thresholds', thresholds, rule: '>', fallback: 'argmax' },
      { kind: 'thresholds', thresholds, rule: '>=', fallback: 'other' },
      { kind: 'cost', costs: [thresholds, [0.5, 0, 0.25], [0, 1, 0.125]] },
    ] as const) {
      const picks = decideRows(whole, decision);
      // In pieces shorter than a block.
      const alone = Array.from({ length: rows / 500 }, (_, at) => scores.slice(500 * at, 500 * (at + 1))).flatMap(
        (each) => [...decideRows(classScores({ size, yTrue: each.map(() => 0), scores: each, weights: [] }), decision)],
      );
      expect([...picks]).toEqual(alone);
    }
  });

  it('never chooses a class without scores, be it free of threshold or cost', () => {
    const scores: ClassScores = {
      yTrue: Uint16Array.of(0, 1),
      yScore: [null, Float64Array.of(0.75, -3), Float64Array.of(0.5, -4), null],
      sampleWeight: null,
    };
    const none = scores.yScore.length;
    const decided = (decision: ClassDecision) => [...decideRows(scores, decision)];
    const thresholds = [-Infinity, 0, 0, -Infinity];
    expect(decided({ kind: 'argmax' })).toEqual([1, 1]);
    expect(decided({ kind: 'thresholds', thresholds, rule: '>', fallback: 'other' })).toEqual([1, none]);
    expect(decided({ kind: 'thresholds', thresholds, rule: '>', fallback: 'argmax' })).toEqual([1, 1]);
    // To be decided one of the classes without scores costs nothing, whatever the row is.
    const costs = [0, 1, 2, 3].map(() => [0, 1, 2, 0]);
    expect(decided({ kind: 'cost', costs })).toEqual([1, 2]);
  });
});

describe('the confusion matrix', () => {
  it('counts every row, or its weight, once', () => {
    fc.assert(
      fc.property(
        cases.chain((rows) => fc.tuple(fc.constant(rows), thresholdsOf(rows.size))),
        fc.boolean(),
        ([rows, thresholds], isWeighted) => {
          const scores = classScores(rows, isWeighted);
          const picks = decideRows(scores, { kind: 'thresholds', thresholds, rule: '>=', fallback: 'other' });
          const matrix = confusionMatrixOf(scores, picks);
          const weightOf = (row: number) => (isWeighted ? rows.weights[row] : 1);
          const count = (holds: (row: number) => boolean) =>
            rows.yTrue.reduce((sum, _, row) => sum + (holds(row) ? weightOf(row) : 0), 0);
          for (let actual = 0; actual < rows.size; actual++) {
            for (let predicted = 0; predicted <= rows.size; predicted++) {
              const expected = count((row) => rows.yTrue[row] === actual && picks[row] === predicted);
              expect(countAt(matrix, actual, predicted)).toBe(expected);
            }
          }
          const { rows: total, right, undecided } = agreementOf(matrix);
          expect(total).toBe(count(() => true));
          expect(right).toBe(count((row) => rows.yTrue[row] === picks[row]));
          expect(undecided).toBe(predictedTotals(matrix)[rows.size]);
        },
      ),
    );
  });

  it('has every class against the rest in it', () => {
    fc.assert(
      fc.property(cases, (rows) => {
        const scores = classScores(rows);
        const confusions = confusionsOf(confusionMatrixOf(scores, decideRows(scores, { kind: 'argmax' })));
        for (const { tp, fp, fn, tn } of confusions) expect(tp + fp + fn + tn).toBe(rows.yTrue.length);
        // One decision a row: every false positive of one class is a false negative of another.
        const all = pooled(confusions);
        expect(all.fp).toBe(all.fn);
        const { micro } = averagesOf(confusions);
        expect(micro.precision.value).toBe(all.tp / rows.yTrue.length);
      }),
    );
  });

  it('of one class decided alone is the one of the binary view', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 9 }), (rows, eighths) => {
        const scores = classScores(rows);
        const threshold = eighths / 8;
        const thresholds = scores.yScore.map((_, place) => (place === 0 ? threshold : Infinity));
        const picks = decideRows(scores, { kind: 'thresholds', thresholds, rule: '>=', fallback: 'other' });
        const [ofFirst] = confusionsOf(confusionMatrixOf(scores, picks));
        const isFirst = Uint8Array.from(rows.yTrue, (actual) => (actual === 0 ? 1 : 0));
        const index = buildScoreIndex(
          isFirst,
          Float64Array.from(rows.scores, ([score]) => score),
        );
        expect(ofFirst).toEqual(confusionAt(index, threshold, '>='));
        expect(accuracy.of(ofFirst, threshold)).toBe((ofFirst.tp + ofFirst.tn) / rows.yTrue.length);
      }),
    );
  });
});
