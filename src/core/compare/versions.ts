import { bestThreshold } from '../choose/bestThreshold.ts';
import type { Objective } from '../choose/objective.ts';
import type { ColumnProfile } from '../dataset/profile.ts';
import { type AucVariance, delongVariance } from '../intervals/delong.ts';
import { LEVEL } from '../intervals/interval.ts';
import { normalQuantile } from '../intervals/normalQuantile.ts';
import { columnWords } from '../roles/columnWords.ts';
import type { Interpretation } from '../roles/interpretation.ts';
import { columnOfReading } from '../roles/scoreReading.ts';
import { type Confusion, confusionAt, type DecisionRule } from '../scores/confusion.ts';
import { hasWeights, type ScoreIndex, totalsOf } from '../scores/scoreIndex.ts';
import { type Drift, driftBetween } from './drift.ts';

/** What columns are called that tell when, or by which version, a row was scored. */
const VERSION_NAME =
  /(?:^|_)(?:dates?|day|week|month|quarter|year|period|version|model_version|release|snapshot|batch|vintage|cohort|wave|as_of)(?:_|$)/;

/** More versions than this are no line that anybody reads. */
export const MOST_VERSIONS = 60;

/** The columns by which rows may be told apart in time: named so, free of other roles but that of the split, with at least two values. `file`: the column of file names, null in a single file. O(columns). */
export function versionColumns(
  profiles: readonly ColumnProfile[],
  { label, score, weight, id, modelColumn, scoreReading }: Interpretation,
  file: string | null,
): readonly string[] {
  const taken = [label, score, weight, id, modelColumn, columnOfReading(scoreReading)];
  return profiles
    .filter(({ name, distinct }) => {
      return distinct > 1 && !taken.includes(name) && (name === file || VERSION_NAME.test(columnWords(name)));
    })
    .map(({ name }) => name);
}

/** One version, measured. */
export interface MeasuredVersion {
  readonly name: string;
  /** Rows, never weights. */
  readonly rows: number;
  /** Rows, or sums of weights. */
  readonly positives: number;
  readonly negatives: number;
  readonly auc: AucVariance;
  /** What the threshold in force does there. */
  readonly confusion: Confusion;
  /** The best threshold there; null where there is none. */
  readonly best: number | null;
  /** Against the first version; null for that one. */
  readonly drift: Drift | null;
}

export interface Version {
  readonly name: string;
  readonly rows: number;
  readonly index: ScoreIndex;
}

/** Everything that is told by version, in the order given. A version without rows, or of one class, has NaN where nothing can be said. O(n log n). */
export function measureVersions(
  versions: readonly Version[],
  threshold: number,
  rule: DecisionRule,
  objective: Objective,
): MeasuredVersion[] {
  const first = versions.find(({ rows }) => rows > 0);
  return versions.map((version) => {
    const { name, rows, index } = version;
    const { positives, negatives } = totalsOf(index);
    const hasBoth = positives > 0 && negatives > 0;
    const choice = hasBoth ? bestThreshold(index, rule, objective) : null;
    return {
      name,
      rows,
      positives,
      negatives,
      auc: hasBoth ? delongVariance(index) : { auc: Number.NaN, variance: Number.NaN },
      confusion: confusionAt(index, threshold, rule),
      best: choice?.kind === 'found' ? choice.threshold : null,
      drift: first === undefined || version === first ? null : driftBetween(first.index, index),
    };
  });
}

/** How the ranking of one version differs from that of another one, whose rows are others. */
export interface VersionChange {
  /** The area under the ROC curve of the second less that of the first. */
  readonly difference: number;
  /** NaN where nothing can be said: few rows, or weights. */
  readonly low: number;
  readonly high: number;
}

/** The difference of two areas under the ROC curve on different rows, with the interval from DeLong's variances. O(1). Agrees with pROC's unpaired `roc.test`. */
export function changeBetween(first: AucVariance, second: AucVariance, level = LEVEL): VersionChange {
  const difference = second.auc - first.auc;
  const reach = normalQuantile((1 + level) / 2) * Math.sqrt(first.variance + second.variance);
  return { difference, low: difference - reach, high: difference + reach };
}

/** Whether intervals hold: rows count alike. O(1). */
export const haveIntervals = (versions: readonly Version[]): boolean =>
  !versions.some(({ index }) => hasWeights(index));
