import type { RecalibrationProblem } from '../calibration/recalibration.ts';
import { areProbabilities } from '../metrics/probability.ts';
import { type Finding, type FindingCode, note, warning } from '../roles/finding.ts';
import { isSameLabel } from '../roles/labels.ts';
import type { Repair } from '../roles/repair.ts';
import { hasScorecardName } from '../roles/scorecard.ts';
import { inferScoreReading, isSameScoreReading } from '../roles/scoreReading.ts';
import type { Evaluation } from '../scores/evaluation.ts';
import { type Patient, profileOf, splitName } from './patient.ts';

/** How the scores were understood, where that was the program's own doing, and whether they can pass for probabilities. O(columns). */
export function readingFindings(patient: Patient): Finding[] {
  return [
    ...inferredReadingFindings(patient),
    ...directionFindings(patient),
    ...recalibrationFindings(patient),
    ...baseRateFindings(patient),
  ];
}

/** A reading that nobody asked for is said, and can be taken back. */
function inferredReadingFindings({ interpretation, profiles }: Patient): Finding[] {
  const { label, score: column, scoreReading, scoredLabel } = interpretation;
  const undo: Repair[] = [{ kind: 'asIs' }];
  if (!isSameScoreReading(scoreReading, inferScoreReading(profiles, label, column))) return [];
  switch (scoreReading.kind) {
    case 'asIs':
      return [];
    case 'sigmoid':
      return [note('readAsLogits', { column }, undo)];
    case 'softmax':
      return [note('readAsTwoLogits', { column, other: scoreReading.column }, undo)];
    case 'predictedLabel':
      return [note('readAsConfidence', { column, predicted: scoreReading.column, label: scoredLabel }, undo)];
  }
}

/** Points of a scorecard, of which fewer mean the positive class. */
function directionFindings(patient: Patient): Finding[] {
  const { score: column, positiveLabel: label, scoredLabel } = patient.interpretation;
  const profile = profileOf(patient, column);
  const isTurned = patient.kept.transform === 'negate' && !isSameLabel(scoredLabel, label);
  if (!isTurned || profile === undefined || !hasScorecardName(profile)) return [];
  return [note('lowScoresMeanPositive', { column, label }, [{ kind: 'scoreOtherLabel', label }])];
}

const PROBLEM_FINDINGS: Readonly<Record<RecalibrationProblem, FindingCode>> = {
  oneClass: 'recalibrationOneClass',
  constantScore: 'recalibrationConstant',
  separated: 'recalibrationSeparated',
  noRows: 'recalibrationNoRows',
};

function recalibrationFindings({ interpretation, kept }: Patient): Finding[] {
  const { recalibratedOn: split } = interpretation;
  const { recalibration } = kept;
  if (split === null || recalibration === null) return [];
  if ('problem' in recalibration) return [warning(PROBLEM_FINDINGS[recalibration.problem], { split })];
  const { intercept, slope } = recalibration;
  return [note('recalibrated', { split, intercept, slope })];
}

/** A name of rows to fit on, better than those the model learnt from. */
const VALIDATION = /(?:^|[^a-z])(?:valid|validation|val|dev|cal|calib|calibration|tune)(?:$|[^a-z])/i;
const HELD_OUT = /(?:^|[^a-z])(?:test|testing|hold[-_ ]?out|oot)(?:$|[^a-z])/i;

/** A recalibration on the split that suits best, where another one is left to judge it on. */
export function recalibrationOffers({ interpretation, evaluations }: Patient): Repair[] {
  if (interpretation.split === null || interpretation.recalibratedOn !== null || evaluations.length < 2) return [];
  const hasBoth = ({ index }: Evaluation) => index.positives.scores.length > 0 && index.negatives.scores.length > 0;
  const usable = evaluations.filter(hasBoth).map(({ split }) => split);
  const best =
    usable.find((split) => VALIDATION.test(split)) ?? usable.find((split) => !HELD_OUT.test(split)) ?? usable.at(0);
  return best === undefined ? [] : [{ kind: 'recalibrate', split: best }];
}

/** Scores that rank this well, and lie this far from the share of positives on average, come from classes weighted in training. */
const GOOD_AUC = 0.7;
const FAR = 0.2;
const FEWEST_ROWS = 100;
/** Rows from which classes of exactly the same size are hardly chance. */
const EVEN_ROWS = 500;

/** What the share of positives says: probabilities that miss it, classes of the same size, splits that differ. */
function baseRateFindings(patient: Patient): Finding[] {
  const { evaluations } = patient;
  const findings: Finding[] = [];
  const measured = evaluations.filter(({ rows, positives, negatives }) => {
    return rows >= FEWEST_ROWS && positives > 0 && negatives > 0;
  });
  const shareOf = ({ positives, negatives }: Evaluation) => positives / (positives + negatives);
  const off = measured.filter((evaluation) => {
    const isFar = Math.abs(meanScore(evaluation) - shareOf(evaluation)) > FAR;
    return areProbabilities(evaluation.index) && evaluation.scoreMetrics.rocAuc >= GOOD_AUC && isFar;
  });
  // What the model learnt from says less than what was held out.
  const worst = off.find(({ split }) => HELD_OUT.test(split)) ?? off.at(-1);
  if (worst !== undefined && patient.interpretation.recalibratedOn === null && !isHard(worst)) {
    const values = {
      split: splitName(worst, patient),
      auc: worst.scoreMetrics.rocAuc,
      mean: meanScore(worst),
      share: shareOf(worst),
    };
    findings.push(note('rankedButNoProbabilities', values, recalibrationOffers(patient)));
  }
  const even = measured.find(({ rows, positives, negatives }) => rows >= EVEN_ROWS && positives === negatives);
  if (even !== undefined)
    findings.push(note('evenClasses', { split: splitName(even, patient), count: even.positives }));
  const sorted = [...measured].sort((a, b) => shareOf(a) - shareOf(b));
  const [least] = sorted;
  const most = sorted.at(-1);
  if (least !== undefined && most !== undefined && areDifferent(least, most)) {
    const values = { split: most.split, share: shareOf(most), other: least.split, otherShare: shareOf(least) };
    findings.push(note('differentBaseRates', values));
  }
  return findings;
}

/** Whether there are but two different scores: decisions, of which nobody expects a probability. */
function isHard({ index }: Evaluation): boolean {
  const values = new Set<number>();
  for (const { scores } of [index.positives, index.negatives]) {
    for (const score of scores) if (values.add(score).size > 2) return false;
  }
  return true;
}

function meanScore({ index }: Evaluation): number {
  const { positives, negatives } = index;
  let sum = 0;
  for (const score of positives.scores) sum += score;
  for (const score of negatives.scores) sum += score;
  return sum / (positives.scores.length + negatives.scores.length);
}

/** Standard errors beyond which two shares are not the same by chance, and by how many times one must exceed the other to matter. */
const ERRORS = 5;
const TIMES = 1.5;

function areDifferent(least: Evaluation, most: Evaluation): boolean {
  const [a, b] = [least, most].map(({ positives, negatives }) => {
    const total = positives + negatives;
    return { share: positives / total, variance: (positives * negatives) / total ** 3 };
  });
  return b.share > TIMES * a.share && b.share - a.share > ERRORS * Math.sqrt(a.variance + b.variance);
}
