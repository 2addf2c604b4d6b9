import { sliderScale, stopAt } from '../choose/stops.ts';
import { costOf, type Payoff } from '../cost/payoff.ts';
import { Random } from '../intervals/random.ts';
import type { MetricId, ThresholdMetric } from '../metrics/metric.ts';
import { accuracy, fdr, fnr, fpr, precision, recall, selectionRate } from '../metrics/threshold.ts';
import { type Confusion, confusionAt, type DecisionRule } from '../scores/confusion.ts';
import { type ScoreIndex, scoreRangeOf, totalsOf } from '../scores/scoreIndex.ts';
import { type Claim, departure } from './claims.ts';

/** What a quiz is about: one split, one decision, one price list. */
export interface QuizGround {
  readonly index: ScoreIndex;
  readonly rocAuc: number;
  readonly threshold: number;
  readonly rule: DecisionRule;
  readonly payoff: Payoff;
}

export const QUESTION_KINDS = [
  'falseOfFlagged',
  'missedOfPositives',
  'fewestMisses',
  'cheapest',
  'recallIfRaised',
  'precisionIfRaised',
  'rocPoint',
  'precisionRecallPoint',
  'aucMeans',
  'flagNobody',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** One of four answers; the words live in i18n under the code. */
export type QuizAnswer =
  /** So many of a hundred. */
  | { readonly kind: 'ofHundred'; readonly count: number }
  | { readonly kind: 'threshold'; readonly threshold: number; readonly value: number }
  | { readonly kind: 'rises' | 'falls' | 'stays'; readonly to: number }
  | { readonly kind: 'claim'; readonly claim: Claim; readonly x: number; readonly y: number }
  | { readonly kind: 'meaning'; readonly meaning: AucMeaning; readonly share: number };

/** What an area under the ROC curve may be taken for; only the first is what it is. */
export type AucMeaning = 'pairs' | 'decisions' | 'flagged' | 'found' | 'all';

export interface QuizQuestion {
  readonly kind: QuestionKind;
  /** The numbers that the question and its explanation speak of. */
  readonly values: Readonly<Record<string, number>>;
  /** Four, in the order in which they are shown. */
  readonly answers: readonly QuizAnswer[];
  /** The place of the right one. */
  readonly right: number;
}

/** As many questions as a quiz has, where the file allows as many. */
export const QUIZ_LENGTH = 6;
const ANSWERS = 4;

/** A number out of a hundred is wrong when it is this far from the truth: nobody is asked to tell 26 from 27. */
const APART = 4;
/** The same for a share. */
const SHARE_APART = 0.03;

/** Everything that a question is made from. */
interface Draft extends QuizGround {
  readonly random: Random;
  readonly confusion: Confusion;
}

interface Sketch {
  readonly values: QuizQuestion['values'];
  readonly right: QuizAnswer;
  readonly wrong: readonly QuizAnswer[];
}

/**
 * A quiz about a file: up to `QUIZ_LENGTH` questions, each of another kind, with four answers each, of which one is right by the file's own
 * numbers and three are wrong by more than rounding. Fewer where the file does not allow more (one class only, hardly any scores that differ).
 * The same ground and seed give the same quiz. O(stops · log n).
 */
export function buildQuiz(ground: QuizGround, seed: number): readonly QuizQuestion[] {
  const random = new Random(seed);
  const draft: Draft = { ...ground, random, confusion: confusionAt(ground.index, ground.threshold, ground.rule) };
  const questions: QuizQuestion[] = [];
  for (const kind of shuffled(QUESTION_KINDS, random)) {
    if (questions.length === QUIZ_LENGTH) break;
    const sketch = SKETCHES[kind](draft);
    if (sketch === null || sketch.wrong.length < ANSWERS - 1) continue;
    const answers = shuffled([sketch.right, ...shuffled(sketch.wrong, random).slice(0, ANSWERS - 1)], random);
    questions.push({ kind, values: sketch.values, answers, right: answers.indexOf(sketch.right) });
  }
  return questions;
}

/** Fisher and Yates. */
function shuffled<T>(values: readonly T[], random: Random): T[] {
  const result = [...values];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random.uniform() * (i + 1));
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}

const SKETCHES: Readonly<Record<QuestionKind, (draft: Draft) => Sketch | null>> = {
  falseOfFlagged: (draft) => {
    const { tp, fp } = draft.confusion;
    return shareQuestion(draft, fdr, [precision, fpr, fnr, selectionRate, accuracy], { part: fp, whole: tp + fp });
  },
  missedOfPositives: (draft) => {
    const { tp, fn } = draft.confusion;
    return shareQuestion(draft, fnr, [recall, fdr, precision, fpr, accuracy], { part: fn, whole: tp + fn });
  },
  flagNobody: (draft) => {
    const { positives, negatives } = totalsOf(draft.index);
    const rows = positives + negatives;
    const nobody = { tp: 0, fp: 0, fn: positives, tn: negatives };
    return shareQuestion(
      { ...draft, confusion: nobody },
      accuracy,
      [
        { of: () => positives / rows },
        ...[accuracy, precision, recall].map((metric) => ({ of: () => metric.of(draft.confusion, draft.threshold) })),
      ],
      { part: negatives, whole: rows, positives, now: accuracy.of(draft.confusion, draft.threshold) },
    );
  },
  fewestMisses: (draft) => {
    const options = pickedStops(draft, ({ fn }) => fn);
    return options === null ? null : leastOf(options, { positives: totalsOf(draft.index).positives });
  },
  cheapest: (draft) => {
    const { payoff } = draft;
    const options = pickedStops(draft, (confusion) => costOf(confusion, payoff));
    return options === null ? null : leastOf(options, { miss: payoff.fn, falseAlarm: payoff.fp });
  },
  recallIfRaised: (draft) => raised(draft, recall),
  precisionIfRaised: (draft) => raised(draft, precision),
  rocPoint: ({ confusion }) =>
    pointQuestion(confusion, fpr, recall, 'ratesFlagged', [
      'ratesSwapped',
      'flaggedByClass',
      'decisionsRight',
      'missedAndLeft',
      'foundAndRight',
      'flaggedAndRight',
    ]),
  precisionRecallPoint: ({ confusion }) =>
    pointQuestion(confusion, recall, precision, 'foundAndRight', [
      'rightAndFound',
      'decisionsRight',
      'flaggedAndRight',
      'leftAndRight',
      'ratesFlagged',
      'missedAndLeft',
    ]),
  aucMeans: ({ rocAuc, confusion, threshold }) => {
    if (Number.isNaN(rocAuc)) return null;
    const meaning = (name: AucMeaning): QuizAnswer => ({ kind: 'meaning', meaning: name, share: rocAuc });
    const taken: readonly (readonly [AucMeaning, number])[] = [
      ['decisions', accuracy.of(confusion, threshold)],
      ['flagged', precision.of(confusion, threshold)],
      ['found', recall.of(confusion, threshold)],
      ['all', selectionRate.of(confusion, threshold)],
    ];
    // What happens to be true of this file too would be a second right answer.
    const wrong = taken.filter(([, value]) => Math.abs(value - rocAuc) >= SHARE_APART).map(([name]) => meaning(name));
    return { values: { auc: rocAuc }, right: meaning('pairs'), wrong };
  },
};

/** A share of the decision as a number out of a hundred, among numbers that other shares would give. */
function shareQuestion(
  { confusion, threshold, random }: Draft,
  truth: Pick<ThresholdMetric, 'of'>,
  mixedUp: readonly Pick<ThresholdMetric, 'of'>[],
  values: Sketch['values'],
): Sketch | null {
  const share = truth.of(confusion, threshold);
  if (Number.isNaN(share)) return null;
  const right = Math.round(100 * share);
  const others = [
    ...mixedUp.map((metric) => Math.round(100 * metric.of(confusion, threshold))),
    ...shuffled([right - 23, right - 11, right + 11, right + 23, right - 37, right + 37, right - 6, right + 6], random),
  ];
  const wrong: number[] = [];
  for (const count of others) {
    const isNumber = count >= 0 && count <= 100;
    const isApart = [100 * share, right, ...wrong].every((taken) => Math.abs(count - taken) >= APART);
    if (isNumber && isApart && wrong.length < ANSWERS - 1) wrong.push(count);
  }
  const answer = (count: number): QuizAnswer => ({ kind: 'ofHundred', count });
  return { values, right: answer(right), wrong: wrong.map(answer) };
}

interface Option {
  readonly threshold: number;
  readonly value: number;
}

/** How far apart two thresholds must lie to be told apart when they are shown. */
const readStep = (threshold: number): number => (Math.abs(threshold) >= 1000 ? 0.02 : 0.001);

/** Four stops of the slider, spread over the scores, that differ in some number; null where there are no such four. */
function pickedStops(
  { index, rule, random }: Draft,
  amountOf: (confusion: Confusion) => number,
): readonly Option[] | null {
  const { low, high } = scoreRangeOf(index);
  if (Number.isNaN(low)) return null;
  const scale = sliderScale(low, high);
  const options: Option[] = [];
  for (const place of shuffled(
    Array.from({ length: scale.stops + 1 }, (_, i) => i),
    random,
  )) {
    const threshold = stopAt(scale, place);
    const value = amountOf(confusionAt(index, threshold, rule));
    const isOther = options.every(
      (option) =>
        Math.abs(option.value - value) > 1e-6 * Math.max(1, Math.abs(value), Math.abs(option.value)) &&
        Math.abs(option.threshold - threshold) >= readStep(threshold),
    );
    if (isOther && Number.isFinite(value)) options.push({ threshold, value });
    if (options.length === ANSWERS) return options;
  }
  return null;
}

function leastOf(options: readonly Option[], values: Sketch['values']): Sketch {
  const answers = options.map((option): QuizAnswer & Option => ({ kind: 'threshold', ...option }));
  const least = answers.reduce((best, answer) => (answer.value < best.value ? answer : best));
  return { values, right: least, wrong: answers.filter((answer) => answer !== least) };
}

/** What becomes of a share when the threshold is raised to some higher stop. */
function raised({ index, rule, threshold, confusion, random }: Draft, metric: ThresholdMetric): Sketch | null {
  const { low, high } = scoreRangeOf(index);
  const before = metric.of(confusion, threshold);
  if (Number.isNaN(low) || Number.isNaN(before)) return null;
  const scale = sliderScale(low, high);
  const stops = Array.from({ length: scale.stops + 1 }, (_, i) => stopAt(scale, i));
  const later = stops
    .filter((stop) => stop >= threshold + readStep(threshold))
    .map((stop) => ({ stop, value: metric.of(confusionAt(index, stop, rule), stop) }))
    .filter(({ value }) => Math.abs(value - before) >= SHARE_APART);
  if (later.length === 0) return null;
  const { stop, value } = later[Math.floor(random.uniform() * later.length)];
  const answerTo = (to: number): QuizAnswer => ({ kind: to > before ? 'rises' : to < before ? 'falls' : 'stays', to });
  const gap = Math.abs(value - before);
  // Mirrored, half and twice as far; each plainly something else than what happens, and than its neighbours.
  const wrong: number[] = [];
  for (const to of [
    2 * before - value,
    before - gap / 2,
    before + gap / 2,
    before - 2 * gap,
    before + 2 * gap,
    before - 0.1,
    before + 0.1,
  ]) {
    const isShare = to >= 0 && to <= 1;
    if (isShare && [value, before, ...wrong].every((taken) => Math.abs(taken - to) >= SHARE_APART / 3)) wrong.push(to);
  }
  return {
    values: { from: threshold, to: stop, before, after: value },
    right: answerTo(value),
    wrong: [answerTo(before), ...wrong.slice(0, ANSWERS - 2).map(answerTo)],
  };
}

/** What a point on a curve says, among sentences that the file's numbers make wrong. */
function pointQuestion(
  confusion: Confusion,
  ofX: ThresholdMetric & { readonly id: MetricId },
  ofY: ThresholdMetric,
  truth: Claim,
  others: readonly Claim[],
): Sketch | null {
  const x = ofX.of(confusion, Number.NaN);
  const y = ofY.of(confusion, Number.NaN);
  if (Number.isNaN(x) || Number.isNaN(y)) return null;
  const answer = (claim: Claim): QuizAnswer => ({ kind: 'claim', claim, x, y });
  const wrong = others.filter((claim) => departure(claim, x, y, confusion) >= SHARE_APART);
  return { values: { x, y }, right: answer(truth), wrong: wrong.map(answer) };
}
