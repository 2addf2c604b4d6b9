import { decideJointly, type JointDecisions, measureModels } from '../../core/compare/modelComparison.ts';
import type { Dataset } from '../../core/dataset/dataset.ts';
import type { ColumnProfile } from '../../core/dataset/profile.ts';
import type { Interpretation } from '../../core/roles/interpretation.ts';
import type { DecisionRule } from '../../core/scores/confusion.ts';
import { buildScoreIndex } from '../../core/scores/scoreIndex.ts';
import type { ModelsCompared, ModelsToCompare } from '../io.ts';
import { type ComparedRows, comparedRows } from './comparedRows.ts';

/** What a comparison needs of the open file. */
export interface ComparedFile {
  readonly dataset: Dataset;
  readonly profiles: readonly ColumnProfile[];
  readonly areFolds: boolean;
}

/** Compares models of one file. Holds the rows of those compared last, for the decisions that are asked for next. */
export interface ModelComparison {
  compare(file: ComparedFile, models: ModelsToCompare): Generator<void, ModelsCompared>;
  decide(
    file: ComparedFile,
    ask: {
      readonly models: ModelsToCompare;
      readonly rule: DecisionRule;
      readonly thresholds: readonly (number | null)[];
    },
  ): Generator<void, (JointDecisions | null)[]>;
  /** Lets go of rows that were read otherwise than a reading that comes into view. */
  forgetOthers(interpretation: Interpretation): void;
}

export function createModelComparison(): ModelComparison {
  let held: { readonly key: string; readonly rows: ComparedRows } | null = null;

  function* rowsOf(file: ComparedFile, models: ModelsToCompare): Generator<void, ComparedRows> {
    const { names, readings, split, chosenOn } = models;
    const key = JSON.stringify([names, readings, split, chosenOn]);
    if (held?.key !== key) {
      held = null;
      const { dataset, profiles, areFolds } = file;
      held = { key, rows: yield* comparedRows(dataset, profiles, readings, { split, chosenOn }, areFolds) };
    }
    return held.rows;
  }

  return {
    *compare(file, models) {
      const rows = yield* rowsOf(file, models);
      const { pairedBy, paired, choosing, weights } = rows;
      const measured = yield* measureModels(models.names, models.split, rows);
      return {
        pairedBy,
        rows: paired?.yTrue.length ?? 0,
        alone: paired?.alone ?? models.names.map(() => 0),
        ambiguous: paired?.ambiguous ?? 0,
        contradicted: paired?.contradicted ?? 0,
        weights,
        models: measured.map((model, at) => ({
          ...model,
          choosing:
            choosing === null
              ? null
              : buildScoreIndex(choosing[at].yTrue, choosing[at].yScore, choosing[at].sampleWeight),
        })),
      };
    },
    *decide(file, { models, rule, thresholds }) {
      const { paired, weights } = yield* rowsOf(file, models);
      return paired === null
        ? thresholds.slice(1).map(() => null)
        : yield* decideJointly(paired, weights, thresholds, rule);
    },
    forgetOthers(interpretation) {
      if (held !== null && !held.key.includes(JSON.stringify(interpretation))) held = null;
    },
  };
}
