import { bestScore, labelCandidates, ranked, scoreCandidates, scoreCandidatesByAuc, valuesOf } from './candidates.ts';
import { columnWords, labelNamedBy } from './columnWords.ts';
import type { Dataset } from './dataset.ts';
import type { Finding } from './finding.ts';
import type { Interpretation } from './interpretation.ts';
import { isSameLabel, meaningfulPositive, negativeBeside } from './labels.ts';
import type { ColumnProfile } from './profile.ts';
import * as evidence from './roleEvidence.ts';

/** Why no interpretation could be inferred; io makes a sentence of it. */
export type InferenceProblem = 'oneColumn' | 'trainingHistory' | 'noLabelColumn' | 'noScoreColumn';

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

type Meaning = Pick<Interpretation, 'positiveLabel' | 'negativeLabel' | 'scoredLabel'>;

/** The positive and negative label values, and the one that the score column speaks of. */
function meaningOf(profiles: readonly ColumnProfile[], label: string, score: string): Meaning {
  const values = valuesOf(profiles, label);
  const named = labelNamedBy(score, values, label);
  const positiveLabel = meaningfulPositive(values) ?? named ?? values.at(-1)?.text ?? '';
  return { positiveLabel, negativeLabel: negativeBeside(values, positiveLabel), scoredLabel: named ?? positiveLabel };
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
  if (next.label !== interpretation.label) {
    const { label: _label, ...rest } = change;
    const relabelled = { ...next, ...meaningOf(profiles, next.label, next.score) };
    return Object.keys(rest).length === 0 ? relabelled : reinterpret(profiles, relabelled, rest);
  }
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

/** The column that the reader adds for several files. */
function fileColumnOf(dataset: Dataset, taken: readonly string[]): string | null {
  const last = dataset.columns.at(-1);
  return dataset.files.length > 1 && last !== undefined && !taken.includes(last.name) ? last.name : null;
}

function isTrainingHistory(profiles: readonly ColumnProfile[]): boolean {
  const names = profiles.map(({ name }) => columnWords(name));
  return names.includes('epoch') && names.some((name) => /(?:^|_)(?:loss|acc|accuracy)$/.test(name));
}
