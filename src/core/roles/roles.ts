import type { Dataset } from '../dataset/dataset.ts';
import type { ColumnProfile } from '../dataset/profile.ts';
import {
  bestScore,
  labelCandidates,
  ranked,
  sampledAuc,
  scoreCandidates,
  scoreCandidatesByAuc,
  valuesOf,
} from './candidates.ts';
import { columnWords, labelNamedBy } from './columnWords.ts';
import { declaredPositive } from './declared.ts';
import type { Interpretation } from './interpretation.ts';
import { isSameLabel, meaningfulPositive, negativeBeside } from './labels.ts';
import { firstModel } from './models.ts';
import * as evidence from './roleEvidence.ts';
import { hasScorecardName } from './scorecard.ts';
import { AS_IS, columnOfReading, inferScoreReading } from './scoreReading.ts';
import { CLASS_LIMIT, inferLabels, inferTask, labelReading, oneVersusRest } from './task.ts';

/** Why a file cannot be used at all; io makes a sentence of it. */
export type InferenceProblem = 'oneColumn' | 'trainingHistory' | 'noScoreColumn';

/** What the columns leave open: which one is the label, or the score; null for what only a person can tell. */
export interface RoleQuestion {
  readonly label: string | null;
  readonly score: string | null;
}

/** A reading that leans on a guess; a person has to say first what the columns leave open. */
export interface OpenReading {
  readonly question: RoleQuestion;
  readonly guess: Interpretation;
}

/** The columns of one or more files, as far as roles depend on them. */
export interface Columns {
  readonly profiles: readonly ColumnProfile[];
  readonly rowCount: number;
  readonly fileCount: number;
}

/** What the columns of a file mean, as far as their names and contents tell. O(columns), and a sample of the rows. */
export function inferInterpretation(
  dataset: Dataset,
  profiles: readonly ColumnProfile[],
): Interpretation | OpenReading | { readonly problem: InferenceProblem } {
  if (profiles.length < 2) return { problem: 'oneColumn' };
  const [likely] = labelCandidates(profiles);
  const ofLabels = labelsInterpretation(dataset, profiles, likely?.name ?? null);
  if (ofLabels !== null) return ofLabels;
  const label = likely ?? labelNamedByScores(dataset, profiles);
  if (label === undefined && isTrainingHistory(profiles)) return { problem: 'trainingHistory' };
  if (profiles.every(({ numericShare }) => numericShare === 0)) return { problem: 'noScoreColumn' };
  const columns = { profiles, rowCount: dataset.rowCount, fileCount: dataset.isJoined ? 1 : dataset.files.length };
  if (label === undefined) return openReading(columns, { label: null, score: likelyScore(profiles) });
  const candidates = scoreCandidatesByAuc(dataset, profiles, label.name);
  const score = bestScore(candidates);
  if (score === null && !hasOtherNumbers(profiles, [label.name])) return { problem: 'noScoreColumn' };
  const isWeak = score === null || candidates[0].points < evidence.SCORE_ENOUGH;
  if (score === null || (isWeak && hasOtherNumbers(profiles, [label.name, score])))
    return openReading(columns, { label: label.name, score: null });
  const inferred = withDirection(dataset, profiles, interpretationWith(columns, label.name, score));
  return oneVersusRest(inferTask(dataset, profiles, inferred), inferred);
}

/**
 * A file in which several labels may hold at once, as its first label with positives; null where it is none, or where another column
 * looks more like the label.
 */
function labelsInterpretation(
  dataset: Dataset,
  profiles: readonly ColumnProfile[],
  likely: string | null,
): Interpretation | null {
  const labels = inferLabels(profiles)?.labels ?? [];
  if (labels.length === 0 || (likely !== null && !labels.some(({ labelColumn }) => labelColumn === likely)))
    return null;
  const shown = labels.find(({ count }) => count > 0) ?? labels[0];
  // The other labels and their scores play no other role.
  const others = labels.filter((label) => label !== shown).flatMap(({ labelColumn, column }) => [labelColumn, column]);
  const free = profiles.filter(({ name }) => !others.includes(name));
  const columns = { profiles: free, rowCount: dataset.rowCount, fileCount: dataset.files.length };
  return { ...interpretationWith(columns, shown.labelColumn, shown.column), ...labelReading(shown) };
}

/** Standard errors of a useless score's AUC beyond which its direction is no chance. */
const ERRORS = 1.64;

/** A scorecard's points are turned where, as in most, the higher ones are safer. O(rows of a sample). */
function withDirection(
  dataset: Dataset,
  profiles: readonly ColumnProfile[],
  interpretation: Interpretation,
): Interpretation {
  const { label, score, positiveLabel, negativeLabel } = interpretation;
  const profile = profiles.find(({ name }) => name === score);
  if (profile === undefined || negativeLabel === null || !hasScorecardName(profile)) return interpretation;
  const { auc, standardError } = sampledAuc(dataset, label, positiveLabel, score);
  return auc < 0.5 - ERRORS * standardError ? { ...interpretation, scoredLabel: negativeLabel } : interpretation;
}

/** Of columns that nothing else makes a label, the one whose values the score columns are named after ("p_cat", "p_dog"). */
function labelNamedByScores(
  dataset: Dataset,
  profiles: readonly ColumnProfile[],
): Pick<ColumnProfile, 'name'> | undefined {
  const isNamed = ({ name, kind, distinct }: ColumnProfile) => {
    if (kind !== 'category' || distinct > CLASS_LIMIT) return false;
    const task = inferTask(dataset, profiles, { label: name, split: null, weight: null, id: null });
    return task.kind === 'multiclass' && !task.isByPlace;
  };
  return profiles.find(isNamed);
}

/** Columns that play another role, or only number the rows, have fewer points than this. */
const NUMBERS_ENOUGH = -4;

/** Whether some other column holds numbers that could be meant as the score. */
function hasOtherNumbers(profiles: readonly ColumnProfile[], taken: readonly string[]): boolean {
  return ranked(profiles, taken, evidence.scoreEvidence, NUMBERS_ENOUGH).length > 0;
}

function openReading(columns: Columns, question: RoleQuestion): OpenReading {
  const first = (taken: string | null, points: (profile: ColumnProfile) => number) => {
    const taking = taken === null ? [] : [taken];
    return ranked(columns.profiles, taking, points, Number.NEGATIVE_INFINITY)[0].name;
  };
  const score = question.score ?? first(question.label, evidence.scoreEvidence);
  const label = question.label ?? first(score, evidence.labelEvidence);
  return { question, guess: interpretationWith(columns, label, score) };
}

/** What the columns mean once label and score are settled. O(columns). */
export function interpretationWith(
  { profiles, rowCount, fileCount }: Columns,
  label: string,
  score: string,
): Interpretation {
  const taken = [label, score];
  const pick = (points: (profile: ColumnProfile) => number, enough: number): string | null => {
    const [best] = ranked(profiles, taken, points, enough);
    if (best === undefined) return null;
    taken.push(best.name);
    return best.name;
  };
  // The reader puts the column that names the files behind the others.
  const fileColumn = fileCount > 1 ? profiles.at(-1)?.name : undefined;
  const isFree = fileColumn !== undefined && !taken.includes(fileColumn);
  const split = pick(evidence.splitEvidence, evidence.SPLIT_ENOUGH) ?? (isFree ? fileColumn : null);
  if (split !== null) taken.push(split);
  const weight = pick((profile) => evidence.weightEvidence(profile, profiles.length), evidence.WEIGHT_ENOUGH);
  const id = pick((profile) => evidence.idEvidence(profile, rowCount), evidence.ID_ENOUGH);
  const modelColumn = pick(evidence.modelEvidence, evidence.MODEL_ENOUGH);
  const weightProfile = profiles.find(({ name }) => name === weight);
  return {
    label,
    score,
    split,
    weight,
    id,
    modelColumn,
    modelName: firstModel(profiles, modelColumn),
    ...meaningOf(profiles, label, score),
    scoreReading: inferScoreReading(profiles, label, score),
    recalibratedOn: null,
    areWeightsCounts: weightProfile !== undefined && evidence.isCountColumn(weightProfile),
    repairs: [],
  };
}

/** The column that is named and built like a score, whatever the label is; null where none stands out. */
function likelyScore(profiles: readonly ColumnProfile[]): string | null {
  return bestScore(ranked(profiles, [], evidence.scoreEvidence, 0));
}

type Meaning = Pick<Interpretation, 'positiveLabel' | 'negativeLabel' | 'scoredLabel'>;

/** The positive and negative label values, and the one that the score column speaks of. */
function meaningOf(profiles: readonly ColumnProfile[], label: string, score: string): Meaning {
  const values = valuesOf(profiles, label);
  const named = labelNamedBy(score, values, label);
  const positiveLabel =
    declaredPositive(profiles, values) ?? meaningfulPositive(values) ?? named ?? values.at(-1)?.text ?? '';
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
    const scoreReading = inferScoreReading(profiles, next.label, next.score);
    const relabelled = { ...next, ...meaningOf(profiles, next.label, next.score), scoreReading };
    return Object.keys(rest).length === 0 ? relabelled : reinterpret(profiles, relabelled, rest);
  }
  if (next.score !== interpretation.score) {
    const scoreReading = inferScoreReading(profiles, next.label, next.score);
    return { ...withScore(profiles, next), scoreReading, recalibratedOn: null, ...change };
  }
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
  const claimed = [label, score, change.split, change.weight, change.id, change.modelColumn];
  const kept = (role: 'split' | 'weight' | 'id' | 'modelColumn') => {
    if (change[role] !== undefined) return change[role];
    return claimed.includes(interpretation[role]) ? null : interpretation[role];
  };
  const split = kept('split');
  const weight = kept('weight');
  const modelColumn = kept('modelColumn');
  const roles = { label, score, split, weight, id: kept('id'), modelColumn };
  const next = { ...interpretation, ...change, ...roles };
  const besides = columnOfReading(next.scoreReading);
  const weightProfile = profiles.find(({ name }) => name === weight);
  return {
    ...next,
    scoreReading: besides === label || besides === score ? AS_IS : next.scoreReading,
    recalibratedOn: split === interpretation.split ? next.recalibratedOn : null,
    modelName: modelColumn === interpretation.modelColumn ? next.modelName : firstModel(profiles, modelColumn),
    areWeightsCounts:
      weight === interpretation.weight
        ? next.areWeightsCounts
        : weightProfile !== undefined && evidence.isCountColumn(weightProfile),
  };
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

function isTrainingHistory(profiles: readonly ColumnProfile[]): boolean {
  const names = profiles.map(({ name }) => columnWords(name));
  return names.includes('epoch') && names.some((name) => /(?:^|_)(?:loss|acc|accuracy)$/.test(name));
}
