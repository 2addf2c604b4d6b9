import { columnNamed, type Dataset, numberAt, textAt } from '../dataset/dataset.ts';
import type { ColumnProfile } from '../dataset/profile.ts';
import { rankingMetrics } from '../metrics/ranking.ts';
import { buildScoreIndex, type ScoreIndex } from '../scores/scoreIndex.ts';
import { columnWords, labelNamedBy } from './columnWords.ts';
import { declaredPositive } from './declared.ts';
import { isSameLabel, type LabelValue, labelValues, meaningfulPositive, spellingKey } from './labels.ts';
import * as evidence from './roleEvidence.ts';
import { EVEN } from './scoreReading.ts';

/** A column that could play a role, with what speaks for it. */
export interface Candidate {
  readonly name: string;
  readonly points: number;
}

/** Rows on which candidate scores are compared with the label. */
const AUC_SAMPLE = 20_000;
/** Columns compared in that way, at most. */
const CLOSE_CANDIDATES = 30;

/** Columns that could be the label, the likeliest first. */
export function labelCandidates(profiles: readonly ColumnProfile[]): Candidate[] {
  const words = new Set(profiles.map(({ name }) => columnWords(name)));
  // SAS writes the class that it chose for BAD into I_BAD and U_BAD.
  const isChosenClass = ({ name }: ColumnProfile) => {
    const [, target] = /^[iu]_(.+)$/.exec(columnWords(name)) ?? [];
    return target !== undefined && words.has(target);
  };
  const isPredicted = (profile: ColumnProfile) => isChosenClass(profile) || isPipelineLabel(profile, profiles);
  const points = (profile: ColumnProfile) => evidence.labelEvidence(profile) - (isPredicted(profile) ? 8 : 0);
  return ranked(profiles, [], points, evidence.LABEL_ENOUGH);
}

/**
 * Whether a column called just "label" is the prediction: beside the confidence in it, never below one half, stands another column
 * with the same two values, which is the truth.
 */
function isPipelineLabel(profile: ColumnProfile, profiles: readonly ColumnProfile[]): boolean {
  if (!/^labels?$/.test(columnWords(profile.name)) || profile.distinct !== 2) return false;
  const hasConfidence = profiles.some(({ name, low, high, distinct }) => {
    return (
      low >= EVEN &&
      high <= 1 &&
      distinct > 2 &&
      /(?:^|_)(?:score|confidence|prob|probability)$/.test(columnWords(name))
    );
  });
  const keysOf = ({ topValues }: ColumnProfile) =>
    topValues
      .map(({ value }) => spellingKey(value))
      .sort()
      .join('\n');
  const isTwin = (other: ColumnProfile) =>
    other !== profile && other.distinct === 2 && !evidence.isPredictionName(other) && keysOf(other) === keysOf(profile);
  return hasConfidence && profiles.some(isTwin);
}

/** Columns that could be the score for that label, by name and content, the likeliest first. */
export function scoreCandidates(profiles: readonly ColumnProfile[], label: string): Candidate[] {
  const values = valuesOf(profiles, label);
  const positive = declaredPositive(profiles, values) ?? likelyPositive(values);
  const points = (profile: ColumnProfile) => {
    const named = labelNamedBy(profile.name, values, label);
    const naming = named === null ? 0 : isSameLabel(named, positive) ? 4.5 : 3;
    return evidence.scoreEvidence(profile) + naming + pairing(label, profile.name);
  };
  return ranked(profiles, [label], points, -evidence.AUC_POINTS);
}

/** The same with what a sample of the rows adds: among close ones, the column that ranks the labels better. */
export function scoreCandidatesByAuc(dataset: Dataset, profiles: readonly ColumnProfile[], label: string): Candidate[] {
  const candidates = scoreCandidates(profiles, label);
  const best = candidates[0]?.points ?? 0;
  const isClose = ({ points }: Candidate, place: number) =>
    points >= best - evidence.AUC_POINTS && place < CLOSE_CANDIDATES;
  const aucOf = sampledAucs(dataset, label, likelyPositive(valuesOf(profiles, label)));
  return candidates
    .map((candidate, place) => {
      const extra = isClose(candidate, place) ? evidence.aucEvidence(aucOf(candidate.name)) : 0;
      return { name: candidate.name, points: candidate.points + extra };
    })
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points);
}

/** The first candidate, if it has enough or is the only one. */
export function bestScore(candidates: readonly Candidate[]): string | null {
  const [best] = candidates;
  if (best === undefined) return null;
  return best.points >= evidence.SCORE_ENOUGH || candidates.length === 1 ? best.name : null;
}

/** The columns with enough points, those with the most first. */
export function ranked(
  profiles: readonly ColumnProfile[],
  taken: readonly string[],
  points: (profile: ColumnProfile) => number,
  enough: number,
): Candidate[] {
  return profiles
    .filter(({ name }) => !taken.includes(name))
    .map((profile) => ({ name: profile.name, points: points(profile) }))
    .filter((candidate) => candidate.points >= enough)
    .sort((a, b) => b.points - a.points);
}

/** A score column "p_sport" belongs to the label column "y_sport". */
function pairing(label: string, score: string): number {
  const tail = (name: string) => columnWords(name).split('_').slice(1).join('_');
  return tail(label) !== '' && tail(label) === tail(score) ? 2 : 0;
}

function likelyPositive(values: readonly LabelValue[]): string {
  return meaningfulPositive(values) ?? values.at(-1)?.text ?? '';
}

/** The values of a column by its name. */
export function valuesOf(profiles: readonly ColumnProfile[], label: string): LabelValue[] {
  const profile = profiles.find(({ name }) => name === label);
  return profile === undefined ? [] : labelValues(profile);
}

/** For a column's name, its area under the ROC curve over rows spread evenly (20,000 at most); NaN where a class is absent. */
export function sampledAucs(dataset: Dataset, labelName: string, positive: string): (name: string) => number {
  const sampleOf = sampled(dataset, labelName, positive);
  return (name) => {
    const sample = sampleOf(name);
    return sample === null ? Number.NaN : rankingMetrics(sample).rocAuc;
  };
}

/** The same of one column, with the standard error that a useless score has. */
export function sampledAuc(
  dataset: Dataset,
  labelName: string,
  positive: string,
  name: string,
): { readonly auc: number; readonly standardError: number } {
  const sample = sampled(dataset, labelName, positive)(name);
  if (sample === null) return { auc: Number.NaN, standardError: Number.NaN };
  const positives = sample.positives.scores.length;
  const negatives = sample.negatives.scores.length;
  const standardError = Math.sqrt((positives + negatives + 1) / (12 * positives * negatives));
  return { auc: rankingMetrics(sample).rocAuc, standardError };
}

function sampled(dataset: Dataset, labelName: string, positive: string): (name: string) => ScoreIndex | null {
  const label = columnNamed(dataset, labelName);
  if (label === null) return () => null;
  const step = Math.max(1, Math.floor(dataset.rowCount / AUC_SAMPLE));
  const rows = Array.from({ length: Math.ceil(dataset.rowCount / step) }, (_, at) => at * step);
  const sides = Uint8Array.from(rows, (row) => (isSameLabel(textAt(label, row), positive) ? 1 : 0));
  return (name) => {
    const column = columnNamed(dataset, name);
    if (column === null) return null;
    const usable = rows.flatMap((row, at) => (Number.isFinite(numberAt(column, row)) ? [at] : []));
    const yTrue = Uint8Array.from(usable, (at) => sides[at]);
    const yScore = Float64Array.from(usable, (at) => numberAt(column, rows[at]));
    return buildScoreIndex(yTrue, yScore);
  };
}
