import type { ColumnProfile } from '../dataset/profile.ts';
import { scoreCandidates, valuesOf } from './candidates.ts';
import { columnWords, labelNamedBy } from './columnWords.ts';
import type { Interpretation } from './interpretation.ts';
import { isSameLabel } from './labels.ts';
import { isScoreName, SCORE_ENOUGH } from './roleEvidence.ts';
import { columnOfReading } from './scoreReading.ts';
import type { Task } from './task.ts';

/** The models whose scores a file holds, in its order; one only where nothing else is known. */
export interface Models {
  /** Where their scores stand: each in a column of its own, or one below the other. */
  readonly stand: 'columns' | 'rows';
  readonly names: readonly string[];
  readonly chosen: string;
}

/** What models are called where their columns are called nothing else. */
const MODEL_NAME =
  /(?:^|_)(?:model|champion|challenger|baseline|ensemble|stack\w*|logreg|logistic\w*|logit\w*|lr|glm|lasso|ridge|elastic\w*|tree|cart|rf|forest|randomforest|\w*boost\w*|xgb|gbm|gbt|lgbm|lightgbm|svm|svc|knn|nb|bayes|nn|mlp|cnn|lstm|\w*bert|gpt\w*|llm)(?:_|\d|$)/;

/** The first model that a column names; null without such a column. */
export function firstModel(profiles: readonly ColumnProfile[], column: string | null): string | null {
  return profiles.find(({ name }) => name === column)?.topValues[0]?.value ?? null;
}

/**
 * The models that a file holds. Columns are models where they could be the score, are called like scores or models, speak of the same class, play no other role and lie as
 * the chosen one does within or beyond [0, 1]: a feature is no model. O(columns).
 */
export function modelsOf(profiles: readonly ColumnProfile[], interpretation: Interpretation, task: Task): Models {
  const { label, score, modelColumn, modelName } = interpretation;
  if (modelColumn !== null && modelName !== null) {
    const values = profiles.find(({ name }) => name === modelColumn)?.topValues.map(({ value }) => value) ?? [];
    return { stand: 'rows', names: [...new Set([...values, modelName])].sort(), chosen: modelName };
  }
  const alone: Models = { stand: 'columns', names: [score], chosen: score };
  const chosen = profiles.find(({ name }) => name === score);
  if (chosen === undefined || task.kind !== 'binary') return alone;
  const values = valuesOf(profiles, label);
  const { split, weight, id, scoreReading, scoredLabel } = interpretation;
  const taken = [label, split, weight, id, columnOfReading(scoreReading)];
  const isOfUnit = ({ low, high }: ColumnProfile) => low >= 0 && high <= 1;
  const candidates = new Set(
    scoreCandidates(profiles, label)
      .filter(({ points }) => points >= SCORE_ENOUGH)
      .map(({ name }) => name),
  );
  const isModel = (profile: ColumnProfile) => {
    const named = labelNamedBy(profile.name, values, label);
    return (
      candidates.has(profile.name) &&
      (isScoreName(profile.name) || MODEL_NAME.test(columnWords(profile.name))) &&
      !taken.includes(profile.name) &&
      profile.distinct > 2 &&
      isOfUnit(profile) === isOfUnit(chosen) &&
      (named === null || isSameLabel(named, scoredLabel))
    );
  };
  const names = profiles.filter((profile) => profile === chosen || isModel(profile)).map(({ name }) => name);
  return { ...alone, names };
}

/** The interpretation's change that brings another model into view. */
export const changeToModel = ({ stand }: Models, name: string): Partial<Interpretation> =>
  stand === 'rows' ? { modelName: name } : { score: name };
