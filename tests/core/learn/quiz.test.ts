import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildQuiz,
  QUESTION_KINDS,
  QUIZ_LENGTH,
  type QuizAnswer,
  type QuizGround,
  type QuizQuestion,
} from '../../../src/core/learn/quiz.ts';
import { rankingMetrics } from '../../../src/core/metrics/ranking.ts';
import type { Confusion } from '../../../src/core/scores/confusion.ts';
import { formatMetric, formatThreshold } from '../../../src/i18n/format.ts';
import { arbitraryRows, rule, thresholdFor, unitScore } from '../arbitraryRows.ts';
import { countConfusion, indexOf, type Rows } from '../rows.ts';

type Ground = Omit<QuizGround, 'index' | 'rocAuc'> & { readonly rows: Rows };

const payoff = fc.record({
  tp: fc.constantFrom(0, -2),
  fp: fc.constantFrom(0, 1, 3),
  fn: fc.constantFrom(0, 5, 8),
  tn: fc.constantFrom(0, 1),
});
const spread = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: -8, max: 8, noNaN: true }),
  unitScore,
);

const ground: fc.Arbitrary<Ground> = fc
  .oneof(arbitraryRows({ maxLength: 60 }), arbitraryRows({ score: spread, minLength: 10, maxLength: 80 }))
  .chain((rows) => fc.record({ rows: fc.constant(rows), threshold: thresholdFor(rows), rule, payoff }));

function quizOf({ rows, ...decision }: Ground, seed: number): readonly QuizQuestion[] {
  const index = indexOf(rows);
  return buildQuiz({ ...decision, index, rocAuc: rankingMetrics(index).rocAuc }, seed);
}

/** Pairs in the right order, counted one by one. */
function pairShare({ yTrue, yScore, sampleWeight }: Rows): number {
  let right = 0;
  let all = 0;
  for (let i = 0; i < yTrue.length; i++) {
    for (let j = 0; j < yTrue.length; j++) {
      if (yTrue[i] !== 1 || yTrue[j] !== 0) continue;
      const weight = (sampleWeight?.[i] ?? 1) * (sampleWeight?.[j] ?? 1);
      all += weight;
      right += weight * (yScore[i] > yScore[j] ? 1 : yScore[i] === yScore[j] ? 0.5 : 0);
    }
  }
  return right / all;
}

const near = (claimed: number, truth: number) => Math.abs(claimed - truth) < 0.005 + 1e-9;

/** Whether an answer is true, by the counts of the rows alone; the wording of the answers is what is judged here. */
function isTrue(
  question: QuizQuestion,
  answer: QuizAnswer,
  { rows, threshold, rule: by, payoff: price }: Ground,
): boolean {
  const at = (t: number) => countConfusion(rows, t, by);
  const { tp, fp, fn, tn } = at(threshold);
  const all = tp + fp + fn + tn;
  switch (answer.kind) {
    case 'ofHundred': {
      const share = { falseOfFlagged: fp / (tp + fp), missedOfPositives: fn / (tp + fn), flagNobody: (fp + tn) / all }[
        question.kind as 'falseOfFlagged'
      ];
      return near(answer.count / 100, share);
    }
    case 'threshold': {
      const amount = (c: Confusion) =>
        question.kind === 'fewestMisses' ? c.fn : c.tp * price.tp + c.fp * price.fp + c.fn * price.fn + c.tn * price.tn;
      const amounts = question.answers.map((each) => (each.kind === 'threshold' ? amount(at(each.threshold)) : NaN));
      return amount(at(answer.threshold)) <= Math.min(...amounts);
    }
    case 'claim': {
      const { x, y } = answer;
      return {
        ratesFlagged: near(x, fp / (fp + tn)) && near(y, tp / (tp + fn)),
        ratesSwapped: near(x, tp / (tp + fn)) && near(y, fp / (fp + tn)),
        flaggedByClass: near(y, tp / (tp + fp)),
        decisionsRight: near(y, (tp + tn) / all),
        missedAndLeft: near(x, fn / (tp + fn)) && near(y, tn / (fp + tn)),
        foundAndRight: near(x, tp / (tp + fn)) && near(y, tp / (tp + fp)),
        rightAndFound: near(y, tp / (tp + fn)) && near(x, tp / (tp + fp)),
        flaggedAndRight: near(x, (tp + fp) / all) && near(y, tp / (tp + fp)),
        leftAndRight: near(x, tn / (fp + tn)) && near(y, tn / (tn + fn)),
      }[answer.claim];
    }
    case 'meaning':
      return near(
        answer.share,
        {
          pairs: pairShare(rows),
          decisions: (tp + tn) / all,
          flagged: tp / (tp + fp),
          found: tp / (tp + fn),
          all: (tp + fp) / all,
        }[answer.meaning],
      );
    default: {
      const share = (c: Confusion) =>
        question.kind === 'recallIfRaised' ? c.tp / (c.tp + c.fn) : c.tp / (c.tp + c.fp);
      const [before, after] = [share(at(question.values.from)), share(at(question.values.to))];
      const direction = after > before ? 'rises' : after < before ? 'falls' : 'stays';
      return direction === answer.kind && near(answer.to, after);
    }
  }
}

/** As it is read: what rounds to the same is the same answer. */
function shown(answer: QuizAnswer): string {
  if (answer.kind === 'threshold') return formatThreshold(answer.threshold);
  const round = (_: string, value: unknown) => (typeof value === 'number' ? formatMetric(value) : value);
  return JSON.stringify(answer, round);
}

describe('a quiz', () => {
  it('has exactly one right answer to each question by the counts of the rows, among four that differ', () => {
    const asked = new Set<string>();
    fc.assert(
      fc.property(ground, fc.integer({ min: 1, max: 9999 }), (given, seed) => {
        const questions = quizOf(given, seed);
        expect(new Set(questions.map(({ kind }) => kind)).size).toBe(questions.length);
        expect(questions.length).toBeLessThanOrEqual(QUIZ_LENGTH);
        for (const question of questions) {
          asked.add(question.kind);
          const truths = question.answers.map((answer) => isTrue(question, answer, given));
          expect(truths, question.kind).toEqual([0, 1, 2, 3].map((place) => place === question.right));
          expect(new Set(question.answers.map(shown)).size).toBe(4);
        }
      }),
      { numRuns: 600 },
    );
    expect([...asked].sort()).toEqual([...QUESTION_KINDS].sort());
  });

  it('asks nothing about thresholds where the scores lie nearer to each other than doubles can say', () => {
    const rows: Rows = { yTrue: Uint8Array.of(0, 1), yScore: Float64Array.of(-5e-324, 5e-324), sampleWeight: null };
    const asked = quizOf({ rows, threshold: 0, rule: '>=', payoff: { tp: 0, fp: 1, fn: 5, tn: 0 } }, 1);
    expect(asked.flatMap(({ answers }) => answers).filter(({ kind }) => kind === 'threshold')).toEqual([]);
  });

  it('is the same for the same file, decision and number, and another one for another number', () => {
    const rows: Rows = {
      yTrue: Uint8Array.from({ length: 200 }, (_, i) => Number(i % 3 === 0)),
      yScore: Float64Array.from({ length: 200 }, (_, i) => ((i * 37) % 101) / 160 + (i % 3 === 0 ? 0.3 : 0)),
      sampleWeight: null,
    };
    const given: Ground = { rows, threshold: 0.5, rule: '>=', payoff: { tp: 0, fp: 1, fn: 5, tn: 0 } };
    expect(quizOf(given, 1)).toHaveLength(QUIZ_LENGTH);
    expect(quizOf(given, 1)).toEqual(quizOf(given, 1));
    expect(quizOf(given, 2)).not.toEqual(quizOf(given, 1));
    const rights = Array.from({ length: 40 }, (_, seed) => quizOf(given, seed + 1)).flatMap((quiz) =>
      quiz.map(({ right }) => right),
    );
    // No place gives the answer away.
    for (const place of [0, 1, 2, 3]) expect(rights.filter((right) => right === place).length).toBeGreaterThan(30);
  });

  it('asks nothing where there is nothing to ask', () => {
    const none: Rows = { yTrue: new Uint8Array(), yScore: new Float64Array(), sampleWeight: null };
    expect(quizOf({ rows: none, threshold: 0.5, rule: '>=', payoff: { tp: 0, fp: 1, fn: 5, tn: 0 } }, 1)).toEqual([]);
  });
});
