import type { ColumnProfile } from '../dataset/profile.ts';
import { columnWords } from './columnWords.ts';
import { isDecision, labelValues } from './labels.ts';
import { looksLikeDate } from './oddCells.ts';

/**
 * How much speaks for a column playing a role, by its name and by what it holds. Points are added up; a role goes to the column
 * with the most, if it has enough. No single name or content decides alone.
 */

const EXACT = {
  label: names(
    'y true y_true true_y target targets label labels actual actuals truth ground_truth gt obs observed outcome class true_label',
    'true_class label_true label_value y_test y_val y_actual label_id label_ids diagnosis response y_label real_label is_positive',
  ),
  score: names(
    'y_prob y_proba y_probs y_score y_scores y_hat yhat yhat_prob y_pred_prob y_pred_proba y_pred_score pred_proba pred_prob prob probs',
    'proba probas probability probabilities score scores p p1 p_1 prob_1 proba_1 prediction_proba prediction_probability',
    'prediction_score scored_probabilities scored_probability em_eventprobability logit logits margin decision_function risk_score',
    'model_score raw_score confidence predicted_probability predicted_prob',
  ),
  split: names(
    'split splits fold folds cv_fold fold_id fold_index kfold resample dataset data_set set partition subset data_split train_test phase',
  ),
  model: names('model models model_name model_id classifier classifier_name estimator algorithm learner'),
  weight: names('weight weights sample_weight sample_weights case_weight row_weight survey_weight row_count'),
  countWeight: names('w exposure count counts n freq frequency n_rows num_rows cnt'),
  count: names('count counts n freq frequency n_rows row_count num_rows cnt'),
  group: names('sex gender race ethnicity age_band age_group segment region country group cohort'),
};

const WORDS = {
  label: names('label target actual truth true outcome class gt obs observed ground'),
  truth: names('true truth actual actuals target targets gt observed obs'),
  prediction: names(
    'pred preds prediction predictions predicted predict yhat hat prob probs proba probability probabilities score scores scored',
    'classification',
  ),
  score: names(
    'prob probs proba probas probability probabilities score scores logit logits yhat margin confidence eventprobability risk',
  ),
  weakScore: names('pred preds prediction predictions predicted predict'),
  id: names('id ids uuid guid uid key'),
  time: names('date dates day month year time timestamp datetime at on datum'),
};

/** Values that name parts of a data set. */
const SPLIT_VALUES = names(
  'train training test testing valid validation val dev eval holdout hold_out oot oof cal calib calibration cv in_time out_of_time',
);

function names(...lists: string[]): ReadonlySet<string> {
  return new Set(lists.join(' ').split(' '));
}

const hasWord = (words: string, list: ReadonlySet<string>) => words.split('_').some((word) => list.has(word));

/** Points a label must have. */
export const LABEL_ENOUGH = 3;

export function labelEvidence(profile: ColumnProfile): number {
  if (profile.kind === 'number' || profile.distinct === 0 || profile.distinct > 100) return Number.NEGATIVE_INFINITY;
  const words = columnWords(profile.name);
  const values = labelValues(profile);
  let points = 0;
  if (EXACT.label.has(words)) points += hasWord(words, WORDS.truth) ? 6.5 : 6;
  else if (hasWord(words, WORDS.label)) points += 4;
  else if (/^(?:is|has|was|y|will)_/.test(words)) points += 2;
  if (hasWord(words, WORDS.prediction)) points -= 8;
  if (isOtherRole(words) || isTrainingStep(words) || words === 'positive_class') points -= 8;
  if (EXACT.group.has(words)) points -= 3;
  if (values.length === 2) points += 3;
  else if (profile.distinct > 20) points -= 4;
  else if (values.length > 2) points -= 1;
  if (isDecision(values)) points += 2;
  if (profile.numericShare > 0.5 && !profile.isInteger) points -= 4;
  if (profile.isRowNumber && profile.distinct > 2) points -= 8;
  if (splitValueShare(profile) > 0.5) points -= 8;
  if (profile.topValues.every(({ value }) => looksLikeDate(value))) points -= 8;
  return points;
}

/** Points a score must have where several columns could be one. */
export const SCORE_ENOUGH = 3;

export function scoreEvidence(profile: ColumnProfile): number {
  const words = columnWords(profile.name);
  if (!(profile.numericShare >= 0.5)) return Number.NEGATIVE_INFINITY;
  let points = scoreNamePoints(words);
  const isNamed = points >= 4;
  if (!profile.isInteger) points += 2;
  const isUnit = profile.low >= 0 && profile.high <= 1;
  if (isUnit && !profile.isInteger) points += 2;
  points += profile.distinct > 2 ? 1 : -1;
  if (isOtherRole(words) || splitValueShare(profile) > 0.5) points -= 8;
  if (isTrainingStep(words) || words === 'threshold') points -= 8;
  if (profile.isRowNumber && profile.distinct > 2) points -= isNamed ? 3 : 10;
  else if (profile.isInteger && profile.distinct > 20 && isAllDistinct(profile)) points -= 3;
  return points;
}

/** The most that ranking the labels well can add. */
export const AUC_POINTS = 1.5;

/** `auc`: of a column against the label, in either direction; NaN, where it cannot be had, adds nothing. */
export function aucEvidence(auc: number): number {
  return Number.isNaN(auc) ? 0 : Math.min(AUC_POINTS, 4 * Math.abs(auc - 0.5));
}

function scoreNamePoints(words: string): number {
  if (EXACT.score.has(words)) return 6;
  if (hasWord(words, WORDS.score)) return 5;
  if (/^p_./.test(words) || /^pred_(?!class|label)/.test(words) || /_prediction$/.test(words)) return 4;
  return hasWord(words, WORDS.weakScore) ? 2 : 0;
}

/** Whether a column is named like one of scores, and not like the day of something. */
export function isScoreName(name: string): boolean {
  const words = columnWords(name);
  return scoreNamePoints(words) >= 4 && !hasWord(words, WORDS.time);
}

export const SPLIT_ENOUGH = 4;
/** Splits that can be told apart on a screen; more are taken for a wrong choice of column. */
export const SPLIT_LIMIT = 50;

export function splitEvidence(profile: ColumnProfile): number {
  const words = columnWords(profile.name);
  if (profile.kind === 'number' || profile.distinct === 0 || profile.distinct > SPLIT_LIMIT)
    return Number.NEGATIVE_INFINITY;
  return (EXACT.split.has(words) ? 4 : 0) + (splitValueShare(profile) > 0.9 ? 5 : 0);
}

export const WEIGHT_ENOUGH = 4;

/** Names such as "n" or "count" mean a weight only in a narrow table; in a wide one they are features. */
export function weightEvidence(profile: ColumnProfile, columnCount: number): number {
  const words = columnWords(profile.name);
  if (!(profile.numericShare > 0.9)) return Number.NEGATIVE_INFINITY;
  if (EXACT.weight.has(words)) return 5;
  return EXACT.countWeight.has(words) && columnCount <= 5 ? 4 : 0;
}

/** Whether a column is named as one that says how many rows there are of its kind, and holds whole numbers. */
export function isCountColumn({ name, isInteger, low }: ColumnProfile): boolean {
  return EXACT.count.has(columnWords(name)) && isInteger && low >= 0;
}

export const MODEL_ENOUGH = 4;
/** Models that a list of a column's most frequent values holds. */
const MODEL_LIMIT = 12;

/** A column that names the model of each row, where each row has the score of one. */
export function modelEvidence({ name, kind, distinct, missing }: ColumnProfile): number {
  if (kind !== 'category' || distinct < 2 || distinct > MODEL_LIMIT || missing > 0) return Number.NEGATIVE_INFINITY;
  return EXACT.model.has(columnWords(name)) ? 5 : 0;
}

export const ID_ENOUGH = 4;

export function idEvidence(profile: ColumnProfile, rowCount: number): number {
  const isMostlyDistinct = profile.kind !== 'category' || profile.distinct >= 0.5 * rowCount;
  return isIdName(columnWords(profile.name)) && isMostlyDistinct ? 5 : 0;
}

/** Whether a column is named like one of ids. */
export const isIdColumn = ({ name }: Pick<ColumnProfile, 'name'>): boolean => isIdName(columnWords(name));

/** Whether a column is named like what a model predicted. */
export const isPredictionName = ({ name }: ColumnProfile): boolean => hasWord(columnWords(name), WORDS.prediction);

function isTrainingStep(words: string): boolean {
  return words === 'epoch' || words === 'step';
}

function isOtherRole(words: string): boolean {
  return EXACT.split.has(words) || EXACT.weight.has(words) || EXACT.model.has(words) || isIdName(words);
}

function isIdName(words: string): boolean {
  const parts = words.split('_');
  return WORDS.id.has(parts[parts.length - 1]) && !EXACT.label.has(words);
}

/** No value comes twice, or there are so many values that it hardly matters. */
function isAllDistinct({ kind, topValues }: ColumnProfile): boolean {
  return kind === 'number' || topValues[0]?.count === 1;
}

/** Share of a column's cells that name a part of a data set. */
function splitValueShare(profile: ColumnProfile): number {
  const total = profile.topValues.reduce((sum, { count }) => sum + count, 0);
  const parts = profile.topValues.filter(({ value }) => SPLIT_VALUES.has(columnWords(value)));
  return total === 0 ? 0 : parts.reduce((sum, { count }) => sum + count, 0) / total;
}
