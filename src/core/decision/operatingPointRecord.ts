import type { Required } from '../choose/admission.ts';
import type { Objective } from '../choose/objective.ts';
import type { Requirement } from '../choose/requirements.ts';
import type { Payoff } from '../cost/payoff.ts';
import type { Production } from '../cost/projection.ts';
import { bootstrapInterval, resampleCounts } from '../intervals/bootstrap.ts';
import { delongInterval } from '../intervals/delong.ts';
import { hasSpread, type Interval } from '../intervals/interval.ts';
import { wilsonInterval } from '../intervals/proportion.ts';
import { scoreMetrics, thresholdMetrics } from '../metrics/catalog.ts';
import type { MetricId, UndefinedReason } from '../metrics/metric.ts';
import type { Confusion, DecisionRule } from '../scores/confusion.ts';
import type { Evaluation } from '../scores/evaluation.ts';
import { operatingPointAt } from '../scores/operatingPoint.ts';
import { type ClassPointInput, type RecordedClasses, recordClasses, recordedDecision } from './classRecord.ts';
import { type GroupPointInput, type RecordedGroups, recordedGroupDecision, recordGroups } from './groupRecord.ts';
import { type LabelPointInput, type RecordedLabels, recordLabels } from './labelRecord.ts';
import { type RecordedNumber, recorded } from './recordedNumber.ts';
import {
  type RecordedReview,
  type RecordedTriage,
  type ReviewInput,
  recordReview,
  recordTriage,
} from './reviewRecord.ts';

export interface RecordedFile {
  readonly name: string;
  readonly rows: number;
  readonly skipped: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface RecordedGoal {
  readonly objective: Objective;
  readonly chosenOn: string;
  /** What the threshold had to meet besides; left out where nothing was required. */
  readonly requirements?: readonly RecordedRequirement[];
}

/** A requirement in force, with the terms it is in. */
export interface RecordedRequirement extends Omit<Requirement, 'isOn'> {
  /** Of one about a cost. */
  readonly payoff?: Payoff;
  /** Of one about a day. */
  readonly production?: Production;
}

/** Requirements in force with only those terms that each depends on. O(requirements). */
export function recordRequirements({ requirements, terms }: Required): RecordedRequirement[] {
  return requirements.map(({ measure, bound, value, byInterval }) => ({
    measure,
    bound,
    value,
    byInterval,
    ...(measure === 'cost' || measure === 'costADay' ? { payoff: terms.payoff } : {}),
    ...(measure === 'flaggedADay' || measure === 'costADay' ? { production: terms.production } : {}),
  }));
}

export interface OperatingPointInput {
  /** The dataset's name. */
  readonly name: string;
  readonly files: readonly RecordedFile[];
  readonly model: string;
  readonly positiveLabel: string;
  readonly threshold: number;
  readonly rule: DecisionRule;
  readonly evaluations: readonly Evaluation[];
  /** The only group that was counted, in words; left out where all rows were. */
  readonly subject?: string;
  /** Whether rows carry weights that are no counts of cases. */
  readonly hasWeights: boolean;
  /** The goal that chose the threshold, and the split it was chosen on; left out where it was set by hand. */
  readonly goal?: RecordedGoal;
  /** Where the file has several classes or labels, all of them; `positiveLabel` is then one against the rest. */
  readonly classes: ClassPointInput | LabelPointInput | null;
  /** Left out where one threshold decides alone. */
  readonly review?: ReviewInput;
  /** Left out where one threshold decides about all groups. */
  readonly groups?: GroupPointInput;
}

/** An interval as JSON holds it; those of the bootstrap say with how many samples and which seed. */
export interface RecordedInterval extends Pick<Interval, 'method' | 'level'> {
  readonly low: RecordedNumber;
  readonly high: RecordedNumber;
  readonly nResamples?: number;
  readonly seed?: number;
  readonly nUndefined?: number;
}

export interface RecordedEvaluation extends Partial<Omit<RecordedClasses, 'averages'>> {
  /** Each group as its own threshold decides it. */
  readonly groups?: RecordedGroups | null;
  readonly averages?: RecordedClasses['averages'] | RecordedLabels['averages'];
  readonly split: string;
  readonly rows: number;
  readonly positives: number;
  readonly confusion: Confusion;
  readonly metrics: Readonly<Record<MetricId, RecordedNumber>>;
  /** Why each null is one; absent where there is none. */
  readonly undefined?: Readonly<Partial<Record<MetricId, string>>>;
  /** What becomes of the cases where some are reviewed. */
  readonly triage?: RecordedTriage;
  readonly intervals: Readonly<Partial<Record<MetricId, RecordedInterval>>>;
}

export interface OperatingPointRecord {
  readonly format: 'cutpoint.operating-point/1';
  readonly dataset: {
    readonly name: string;
    readonly rows: number;
    readonly skipped: number;
    /** What holds for every row that was counted, where only one group was; the others are among those skipped. */
    readonly subject?: string;
    /** Of the only file. */
    readonly sha256?: string;
    /** Where there are several. */
    readonly files?: readonly RecordedFile[];
  };
  readonly model: string;
  readonly positiveLabel: string;
  readonly threshold: RecordedNumber;
  readonly rule: DecisionRule;
  /** Two thresholds with a review between them, beside the one. */
  readonly review?: RecordedReview;
  /** Absent where the threshold was set by hand. */
  readonly goal?: RecordedGoal;
  /** How one of several classes is decided. */
  readonly classDecision?: object;
  /** By what groups have thresholds of their own. */
  readonly groupDecision?: object;
  readonly evaluations: readonly RecordedEvaluation[];
}

/**
 * The decision as an object for JSON, in full precision: what was read, the threshold, and on each evaluation the confusion, every
 * metric of the catalog under its identifier and its interval: Wilson's for proportions, DeLong's for the ROC AUC, else the bootstrap's (not where rows carry weights that count nothing).
 * `sentence` writes out why a metric is undefined. O(evaluations · log n).
 */
export function operatingPointRecord(
  input: OperatingPointInput,
  sentence: (reason: UndefinedReason) => string,
): OperatingPointRecord {
  const { name, files, subject, model, positiveLabel, threshold, rule, evaluations, goal, classes, review, groups } =
    input;
  const sum = (amount: (file: RecordedFile) => number): number =>
    files.reduce((total, file) => total + amount(file), 0);
  return {
    format: 'cutpoint.operating-point/1',
    dataset: {
      name,
      rows: sum((file) => file.rows),
      skipped: sum((file) => file.skipped),
      ...(subject === undefined ? {} : { subject }),
      ...(files.length === 1 ? { sha256: files[0].sha256 } : { files }),
    },
    model,
    positiveLabel,
    threshold: recorded(threshold),
    rule,
    ...(review === undefined ? {} : { review: recordReview(review) }),
    ...(goal === undefined ? {} : { goal }),
    ...(classes === null
      ? {}
      : {
          classDecision:
            classes.kind === 'labels' ? { by: 'labels', order: classes.labels } : recordedDecision(classes),
        }),
    ...(groups === undefined ? {} : { groupDecision: recordedGroupDecision(groups.groups) }),
    evaluations: evaluations.map((evaluation) => ({
      ...recordEvaluation(evaluation, input, sentence),
      ...(classes === null ? {} : recordParts(classes, evaluation.split)),
      ...(groups === undefined ? {} : { groups: recordGroups(groups, evaluation.split, rule, threshold) }),
      ...(review === undefined ? {} : { triage: recordTriage(evaluation.index, rule, review) }),
    })),
  };
}

const recordParts = (input: ClassPointInput | LabelPointInput, split: string) =>
  input.kind === 'labels' ? recordLabels(input, split) : recordClasses(input, split);

function recordEvaluation(
  evaluation: Evaluation,
  { threshold, rule, hasWeights }: Pick<OperatingPointInput, 'threshold' | 'rule' | 'hasWeights'>,
  sentence: (reason: UndefinedReason) => string,
): RecordedEvaluation {
  const { confusion } = operatingPointAt(evaluation.index, threshold, rule);
  const metrics = {} as Record<MetricId, RecordedNumber>;
  const reasons: Partial<Record<MetricId, string>> = {};
  const intervals: { -readonly [id in MetricId]?: RecordedInterval } = {};
  const record = (id: MetricId, value: number, reason: UndefinedReason | null | undefined): void => {
    metrics[id] = recorded(value);
    if (reason) reasons[id] = sentence(reason);
  };

  for (const { id } of scoreMetrics) record(id, evaluation.scoreMetrics[id], evaluation.undefinedReasons[id]);
  for (const metric of thresholdMetrics) {
    record(metric.id, metric.of(confusion, threshold), metric.undefinedReason(confusion, threshold));
  }
  if (!hasWeights) {
    const resamples = resampleCounts(confusion);
    const note = (id: MetricId, { low, high, method, level, ...how }: Interval): void => {
      if (!hasSpread({ low, high }) || metrics[id] === null) return;
      intervals[id] = { low: recorded(low), high: recorded(high), method, level, ...how };
    };
    const { low, high, method, level } = delongInterval(evaluation.index);
    note('rocAuc', { low, high, method, level });
    for (const { id, of, proportion } of thresholdMetrics) {
      const share = proportion?.(confusion);
      note(
        id,
        share === undefined
          ? bootstrapInterval(resamples, (each) => of(each, threshold))
          : wilsonInterval(share.successes, share.trials),
      );
    }
  }
  return {
    split: evaluation.split,
    rows: evaluation.rows,
    positives: evaluation.positives,
    confusion,
    metrics,
    ...(Object.keys(reasons).length > 0 ? { undefined: reasons } : {}),
    intervals,
  };
}
