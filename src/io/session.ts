import * as v from 'valibot';
import {
  isRequirementMeasure,
  MOST_REQUIREMENTS,
  type Requirement,
  type RequirementMeasure,
} from '../core/choose/requirements.ts';
import type { Interpretation } from '../core/roles/interpretation.ts';
import { type ColumnRepairKind, isColumnRepairKind } from '../core/roles/repair.ts';
import { AS_IS } from '../core/roles/scoreReading.ts';
import type { DecisionRule } from '../core/scores/confusion.ts';
import { type StoredGroupThresholds, storedGroups } from './groupThresholds.ts';

/** A decision as it is stored. Labels are values, not field names, so that a class may be called anything. */
export interface StoredDecision {
  readonly thresholds: readonly (readonly [label: string, threshold: number])[];
  readonly rule: DecisionRule;
  readonly prices: {
    readonly miss: number;
    readonly falseAlarm: number;
    readonly hit: number;
    readonly leftAlone: number;
    readonly unit: string;
  };
  /** Left out where the threshold was set by hand. */
  readonly goal?: string | undefined;
  /** Earlier versions left it to the link. */
  readonly settings?: StoredSettings | undefined;
  /** Left out where it is as usual. */
  readonly classes?: StoredClassChoice | undefined;
  /** Left out where it is as usual. */
  readonly review?: StoredReview | undefined;
  /** Left out where there are none. */
  readonly requirements?: readonly Requirement[] | undefined;
  /** Left out where one threshold decides about all. */
  readonly groups?: StoredGroupThresholds | undefined;
}

/** The numbers inside the goals. */
export interface StoredSettings {
  readonly metric: string;
  readonly minPrecision: number;
  readonly minRecall: number;
  readonly topShare: number;
  readonly topCount: number;
  readonly beta: number;
  readonly pt: number;
  readonly amounts: {
    readonly positives: string | null;
    readonly negatives: string | null;
    readonly factors: { readonly tp: number; readonly fp: number; readonly fn: number; readonly tn: number };
  };
}

export interface StoredClassChoice {
  readonly kind: 'argmax' | 'thresholds' | 'cost';
  readonly fallback: 'other' | 'argmax';
  readonly costs: readonly { readonly actual: string; readonly predicted: string; readonly cost: number }[];
}

export interface StoredReview {
  readonly band: { readonly lower: number; readonly upper: number } | null;
  readonly price: number;
  readonly accuracy: number;
  readonly capacity: number | null;
}

/** A decision that undo or redo leads to, with the reading of the file that it was made on. */
export interface StoredStep extends StoredDecision {
  readonly reading?: Interpretation | undefined;
}

/** What brings a view of a kept file back: the link to it, and what no link holds. */
export interface Session {
  /** The view, as a link writes it. */
  readonly link: string;
  /** What stood in the address bar then. The bar lags a moment behind the view; a reload with this very address means the view. */
  readonly address: string;
  readonly decision: StoredDecision;
  readonly past: readonly StoredStep[];
  readonly future: readonly StoredStep[];
  readonly matrixShare: 'actual' | 'predicted' | 'all';
  /** The thresholds that were looked at. */
  readonly tried?: readonly TriedThresholds[] | undefined;
  /** The rows whose label was marked as wrong, by their place in the dataset, with a note. */
  readonly marks?: readonly (readonly [row: number, note: string])[] | undefined;
}

/** The thresholds that were looked at on one split, of one model and under one rule. */
export interface TriedThresholds {
  readonly split: string;
  /** Which class of which label was looked for, and in which group of the rows. */
  readonly target: string;
  /** By which scores, and under which rule. */
  readonly by: string;
  readonly thresholds: readonly number[];
}

const FORMAT = 'cutpoint.session/';
const VERSION = 1;

const amount = v.pipe(v.number(), v.finite());
const price = v.pipe(amount, v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const decision = v.object({
  thresholds: v.array(v.strictTuple([v.string(), v.number()])),
  rule: v.picklist(['>=', '>']),
  prices: v.object({
    miss: amount,
    falseAlarm: amount,
    hit: v.optional(amount, 0),
    leftAlone: v.optional(amount, 0),
    unit: v.string(),
  }),
  goal: v.optional(v.string()),
  settings: v.optional(
    v.object({
      metric: v.string(),
      minPrecision: share,
      minRecall: share,
      topShare: share,
      topCount: price,
      beta: v.pipe(v.number(), v.minValue(0.1), v.maxValue(10)),
      pt: v.pipe(v.number(), v.minValue(0), v.maxValue(0.99)),
      amounts: v.object({
        positives: v.nullable(v.string()),
        negatives: v.nullable(v.string()),
        factors: v.object({ tp: amount, fp: amount, fn: amount, tn: amount }),
      }),
    }),
  ),
  classes: v.optional(
    v.object({
      kind: v.picklist(['argmax', 'thresholds', 'cost']),
      fallback: v.picklist(['other', 'argmax']),
      costs: v.array(v.object({ actual: v.string(), predicted: v.string(), cost: price })),
    }),
  ),
  review: v.optional(
    v.object({
      band: v.nullable(
        v.pipe(
          v.object({ lower: v.number(), upper: v.number() }),
          v.check(({ lower, upper }) => lower <= upper),
        ),
      ),
      price,
      accuracy: share,
      capacity: v.nullable(price),
    }),
  ),
  groups: v.optional(storedGroups),
  requirements: v.optional(
    v.pipe(
      v.array(
        v.object({
          measure: v.custom<RequirementMeasure>((name) => typeof name === 'string' && isRequirementMeasure(name)),
          bound: v.picklist(['atLeast', 'atMost']),
          value: v.pipe(v.number(), v.finite()),
          byInterval: v.boolean(),
          isOn: v.boolean(),
        }),
      ),
      v.maxLength(MOST_REQUIREMENTS),
    ),
  ),
});
const scoreReading = v.variant('kind', [
  v.strictObject({ kind: v.literal('asIs') }),
  v.strictObject({ kind: v.literal('sigmoid') }),
  v.strictObject({ kind: v.literal('softmax'), column: v.string() }),
  v.strictObject({ kind: v.literal('predictedLabel'), column: v.string() }),
]);
const column = v.string();
const range = v.strictObject({ low: v.number(), high: v.number(), isLowIn: v.boolean(), isHighIn: v.boolean() });
const cellCondition = v.variant('kind', [
  v.strictObject({ kind: v.literal('value'), column, value: v.string() }),
  v.strictObject({ kind: v.literal('range'), column, range }),
  v.strictObject({ kind: v.literal('words'), column, range }),
  v.strictObject({ kind: v.literal('missing'), column }),
  v.strictObject({ kind: v.literal('noNumber'), column }),
]);
const reading = v.object({
  label: v.string(),
  score: v.string(),
  split: v.nullable(v.string()),
  weight: v.nullable(v.string()),
  id: v.nullable(v.string()),
  modelColumn: v.optional(v.nullable(v.string()), null),
  modelName: v.optional(v.nullable(v.string()), null),
  positiveLabel: v.string(),
  negativeLabel: v.nullable(v.string()),
  scoredLabel: v.string(),
  // Earlier versions read every score as it is.
  scoreReading: v.optional(scoreReading, AS_IS),
  recalibratedOn: v.optional(v.nullable(v.string()), null),
  areWeightsCounts: v.optional(v.boolean(), false),
  repairs: v.array(
    v.object({
      kind: v.custom<ColumnRepairKind>((kind) => typeof kind === 'string' && isColumnRepairKind(kind)),
      column: v.string(),
    }),
  ),
  // Earlier versions were always about all rows.
  subject: v.optional(v.array(cellCondition)),
});
const steps = v.pipe(v.array(v.object({ ...decision.entries, reading: v.optional(reading) })), v.maxLength(1000));
const schema = v.object({
  link: v.string(),
  address: v.string(),
  decision,
  past: steps,
  future: steps,
  matrixShare: v.picklist(['actual', 'predicted', 'all']),
  // Earlier versions did not count them.
  tried: v.optional(
    v.fallback(
      v.array(v.object({ split: v.string(), target: v.string(), by: v.string(), thresholds: v.array(v.number()) })),
      [],
    ),
  ),
  marks: v.optional(v.array(v.strictTuple([v.pipe(v.number(), v.integer(), v.minValue(0)), v.string()]))),
});

/** The version that a stored record names, `name` being what stands before it; null where it names none. */
export function versionOf(stored: unknown, name: string): number | null {
  const format = typeof stored === 'object' && stored !== null && 'format' in stored ? stored.format : undefined;
  if (typeof format !== 'string' || !format.startsWith(name)) return null;
  const version = Number(format.slice(name.length));
  return Number.isInteger(version) && version >= 1 ? version : null;
}

/** A session as it is stored: plain values only, with the version of its format. */
export const storedSession = (session: Session): object => ({ format: `${FORMAT}${VERSION}`, ...session });

/** Reads a stored session. `later`: written by a later version of the page. `damaged`: nothing that any version wrote. */
export function readSession(stored: unknown): Session | 'later' | 'damaged' {
  const version = versionOf(stored, FORMAT);
  if (version !== null && version > VERSION) return 'later';
  const result = v.safeParse(schema, stored);
  return version === VERSION && result.success ? result.output : 'damaged';
}
