import { rocAuc } from '../metrics/ranking.ts';
import { buildScoreIndex } from '../scores/scoreIndex.ts';
import { columnWords, labelNamedBy } from './columnWords.ts';
import { columnNamed, type Dataset, numberAt, textAt } from './dataset.ts';
import type { Finding } from './finding.ts';
import type { Interpretation } from './interpretation.ts';
import { isSameLabel, type LabelValue, labelValues, meaningfulPositive, negativeBeside } from './labels.ts';
import type { ColumnProfile } from './profile.ts';
import * as evidence from './roleEvidence.ts';

/** Why no interpretation could be inferred; io makes a sentence of it. */
export type InferenceProblem = 'oneColumn' | 'trainingHistory' | 'noLabelColumn' | 'noScoreColumn';

export interface Candidate {
  readonly name: string;
  readonly points: number;
}

/** Rows on which candidate scores are compared with the label. */
const AUC_SAMPLE = 20_000;
/** Columns compared in that way, at most. */
const CLOSE_CANDIDATES = 30;

/** What the columns of a file mean, as far as their names and contents tell. O(columns), and a sample of the rows. */
export function inferInterpretation(
  dataset: Dataset,
  profiles: readonly ColumnProfile[],
): Interpretation | { readonly problem: InferenceProblem } {
  if (profiles.length < 2) return { problem: 'oneColumn' };
  const [label] = labelCandidates(profiles);
  if (label === undefined) return { problem: isTrainingHistory(profiles) ? 'trainingHistory' : 'noLabelColumn' };
  const score = bestScore(scoreCandidatesByAuc(dataset, profiles, label.name));
  if (score === null) return { problem: 'noScoreColumn' };
  const taken = [label.name, score];
  const pick = (points: (profile: ColumnProfile) => number, enough: number): string | null => {
    const [best] = ranked(profiles, taken, points, enough);
    if (best === undefined) return null;
    taken.push(best.name);
    return best.name;
  };
  const split = pick(evidence.splitEvidence, evidence.SPLIT_ENOUGH) ?? fileColumnOf(dataset, taken);
  const weight = pick((profile) => evidence.weightEvidence(profile, profiles.length), evidence.WEIGHT_ENOUGH);
  const id = pick((profile) => evidence.idEvidence(profile, dataset.rowCount), evidence.ID_ENOUGH);
  return { label: label.name, score, split, weight, id, ...meaningOf(profiles, label.name, score) };
}

/** Columns that could be the label, the likeliest first. */
export function labelCandidates(profiles: readonly ColumnProfile[]): Candidate[] {
  return ranked(profiles, [], evidence.labelEvidence, evidence.LABEL_ENOUGH);
}

/** Columns that could be the score for that label, by name and content, the likeliest first. */
function scoreCandidates(profiles: readonly ColumnProfile[], label: string): Candidate[] {
  const values = valuesOf(profiles, label);
  const positive = meaningfulPositive(values) ?? values.at(-1)?.text ?? '';
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
  const { positiveLabel } = meaningOf(profiles, label, candidates[0]?.name ?? '');
  const aucOf = sampledAucs(dataset, label, positiveLabel);
  return candidates
    .map((candidate, place) => {
      const extra = isClose(candidate, place) ? evidence.aucEvidence(aucOf(candidate.name)) : 0;
      return { name: candidate.name, points: candidate.points + extra };
    })
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points);
}

/** The first candidate, if it has enough or is the only one. */
function bestScore(candidates: readonly Candidate[]): string | null {
  const [best] = candidates;
  if (best === undefined) return null;
  return best.points >= evidence.SCORE_ENOUGH || candidates.length === 1 ? best.name : null;
}

function ranked(
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

type Meaning = Pick<Interpretation, 'positiveLabel' | 'negativeLabel' | 'scoredLabel'>;

/** The positive and negative label values, and the one that the score column speaks of. */
function meaningOf(profiles: readonly ColumnProfile[], label: string, score: string): Meaning {
  const values = valuesOf(profiles, label);
  const named = labelNamedBy(score, values, label);
  const positiveLabel = meaningfulPositive(values) ?? named ?? values.at(-1)?.text ?? '';
  return { positiveLabel, negativeLabel: negativeBeside(values, positiveLabel), scoredLabel: named ?? positiveLabel };
}

function valuesOf(profiles: readonly ColumnProfile[], label: string): LabelValue[] {
  const profile = profiles.find(({ name }) => name === label);
  return profile === undefined ? [] : labelValues(profile);
}

/**
 * The interpretation after part of it was changed: what no longer fits is inferred anew. The column just chosen keeps its new role
 * and leaves its old one. With two label values another positive one leaves the score with the value it belongs to; with more, the
 * score becomes the column named after the new value, if there is one.
 */
export function reinterpret(
  profiles: readonly ColumnProfile[],
  interpretation: Interpretation,
  change: Partial<Interpretation>,
): Interpretation {
  const next = withoutDoubles(profiles, interpretation, change);
  if (next.label !== interpretation.label)
    return { ...next, ...meaningOf(profiles, next.label, next.score), ...change };
  if (next.score !== interpretation.score) return { ...withScore(profiles, next), ...change };
  if (change.positiveLabel !== undefined) return { ...withPositive(profiles, next), ...change };
  return next;
}

/** The changed roles; a column that now has two keeps the one just chosen. */
function withoutDoubles(
  profiles: readonly ColumnProfile[],
  interpretation: Interpretation,
  change: Partial<Interpretation>,
): Interpretation {
  let { label, score } = { ...interpretation, ...change };
  if (label === score && change.score === undefined) {
    score = bestScore(scoreCandidates(profiles, label)) ?? interpretation.label;
  } else if (label === score) {
    label = labelCandidates(profiles).find(({ name }) => name !== score)?.name ?? interpretation.score;
  }
  const claimed = [label, score, change.split, change.weight, change.id];
  const kept = (role: 'split' | 'weight' | 'id') => {
    if (change[role] !== undefined) return change[role];
    return claimed.includes(interpretation[role]) ? null : interpretation[role];
  };
  return { ...interpretation, ...change, label, score, split: kept('split'), weight: kept('weight'), id: kept('id') };
}

/** A new score column: the positive class stays, unless there are many and the column is named after one. */
function withScore(profiles: readonly ColumnProfile[], next: Interpretation): Interpretation {
  const values = valuesOf(profiles, next.label);
  const named = labelNamedBy(next.score, values, next.label);
  const positiveLabel = values.length > 2 && named !== null ? named : next.positiveLabel;
  return { ...next, positiveLabel, scoredLabel: named ?? positiveLabel };
}

function withPositive(profiles: readonly ColumnProfile[], next: Interpretation): Interpretation {
  const values = valuesOf(profiles, next.label);
  const negativeLabel = negativeBeside(values, next.positiveLabel);
  if (values.length <= 2) return { ...next, negativeLabel };
  const named = scoreCandidates(profiles, next.label).find(({ name }) => {
    const value = labelNamedBy(name, values, next.label);
    return value !== null && isSameLabel(value, next.positiveLabel);
  });
  return { ...next, negativeLabel, score: named?.name ?? next.score, scoredLabel: next.positiveLabel };
}

/** The file check's offer, taken. */
export function takeOffer(interpretation: Interpretation, offer: NonNullable<Finding['offer']>): Interpretation {
  if (offer.code === 'scoreOtherLabel') return { ...interpretation, scoredLabel: offer.label };
  const { positiveLabel: negativeLabel } = interpretation;
  return { ...interpretation, positiveLabel: offer.label, negativeLabel, scoredLabel: offer.label };
}

/** For a column's name, its area under the ROC curve over rows spread evenly; NaN where a class is absent. */
function sampledAucs(dataset: Dataset, labelName: string, positive: string): (name: string) => number {
  const label = columnNamed(dataset, labelName);
  if (label === null) return () => Number.NaN;
  const step = Math.max(1, Math.floor(dataset.rowCount / AUC_SAMPLE));
  const rows = Array.from({ length: Math.ceil(dataset.rowCount / step) }, (_, at) => at * step);
  const sides = Uint8Array.from(rows, (row) => (isSameLabel(textAt(label, row), positive) ? 1 : 0));
  return (name) => {
    const column = columnNamed(dataset, name);
    if (column === null) return Number.NaN;
    const usable = rows.flatMap((row, at) => (Number.isFinite(numberAt(column, row)) ? [at] : []));
    const yTrue = Uint8Array.from(usable, (at) => sides[at]);
    const yScore = Float64Array.from(usable, (at) => numberAt(column, rows[at]));
    return rocAuc(buildScoreIndex(yTrue, yScore));
  };
}

/** The column that the reader adds for several files. */
function fileColumnOf(dataset: Dataset, taken: readonly string[]): string | null {
  const last = dataset.columns.at(-1);
  return dataset.files.length > 1 && last !== undefined && !taken.includes(last.name) ? last.name : null;
}

function isTrainingHistory(profiles: readonly ColumnProfile[]): boolean {
  const names = profiles.map(({ name }) => columnWords(name));
  return names.includes('epoch') && names.some((name) => /(?:^|_)(?:loss|acc|accuracy)$/.test(name));
}
