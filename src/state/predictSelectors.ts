import { areProbabilities } from '../core/metrics/probability.ts';
import type { TunedDecision } from '../core/predict/decideReply.ts';
import { type KnownClasses, type ReplyReading, readReply } from '../core/predict/readReply.ts';
import { type ReplyGroup, replyGroups } from '../core/predict/replyGroups.ts';
import type { Evaluation } from '../core/scores/evaluation.ts';
import { type CaseThreshold, thresholdOfFields } from '../core/slices/groupOfFields.ts';
import type { GroupThresholds } from '../core/slices/groupThresholds.ts';
import { readReplyText } from '../io/predict/replyText.ts';
import {
  classDecision,
  selectClassThresholds,
  selectHasClassProbabilities,
  selectMeasured,
  selectPartRanges,
  selectParts,
  selectTask,
} from './classSelectors.ts';
import { selectDecidingGroups } from './fairnessSelectors.ts';
import { selectLabelsTask } from './labelSelectors.ts';
import type { Answer, MadeCall } from './predict.ts';
import { selectEvaluation, selectThreshold } from './selectors.ts';
import type { Opened, TunerState } from './tunerState.ts';

const knownOf = new WeakMap<Opened['prepared'], KnownClasses | null>();

/** The classes of the open data, by which replies are understood; null where nothing is open. The same object while the reading is. */
export function selectKnownClasses({ opened }: Pick<TunerState, 'opened'>): KnownClasses | null {
  if (opened === null) return null;
  const { prepared } = opened;
  const known = knownOf.get(prepared);
  if (known !== undefined) return known;
  const made = classesOf(prepared);
  knownOf.set(prepared, made);
  return made;
}

function classesOf({ task, interpretation }: Opened['prepared']): KnownClasses | null {
  if (task.kind === 'multiclass') return { names: task.classes.map(({ label }) => label), isExclusive: true };
  if (task.kind === 'multilabel') return { names: task.labels.map(({ label }) => label), isExclusive: false };
  const { positiveLabel, negativeLabel } = interpretation;
  return negativeLabel === null ? null : { names: [negativeLabel, positiveLabel], isExclusive: true };
}

const readingsOf = new WeakMap<Answer, { key: string; reading: ReplyReading }>();

/** What the reply of a call says, as its endpoint's replies are read at present; null for a call without an answer. */
export function readingOf(
  state: TunerState,
  { outcome, target }: Pick<MadeCall, 'outcome' | 'target'>,
): ReplyReading | null {
  if (outcome.kind === 'failed') return null;
  const mapping = state.targets.find(({ id }) => id === target)?.mapping;
  const known = selectKnownClasses(state);
  const key = JSON.stringify([mapping, known]);
  const before = readingsOf.get(outcome);
  if (before?.key === key) return before.reading;
  const reading = readReply(outcome.values, mapping, known);
  readingsOf.set(outcome, { key, reading });
  return reading;
}

/** The decision in force for the open data, or why it says nothing about probabilities. */
export type InForce =
  | {
      readonly kind: 'tuned';
      readonly tuned: TunedDecision;
      /** The thresholds of groups that decide in the place of the one for all; null where there are none. */
      readonly groups: GroupThresholds | null;
    }
  /** Nothing is open; its classes are not measured yet; its scores are no probabilities; each group has a threshold of its own. */
  | { readonly kind: 'none'; readonly reason: 'nothingOpen' | 'measuring' | 'noProbabilities' | 'groups' };

let lastInForce: { key: string; of: unknown; found: InForce } | null = null;

/** The same object while nothing changes. */
export function selectInForce(state: TunerState): InForce {
  const found = inForceOf(state);
  // JSON has no infinities.
  const key = JSON.stringify(found, (_, value: unknown) => (typeof value === 'number' ? String(value) : value));
  if (lastInForce?.key !== key || lastInForce.of !== state.opened?.prepared) {
    lastInForce = { key, of: state.opened?.prepared, found };
  }
  return lastInForce.found;
}

function inForceOf(state: TunerState): InForce {
  const { opened, decision } = state;
  const none = (reason: Extract<InForce, { kind: 'none' }>['reason']): InForce => ({ kind: 'none', reason });
  if (opened === null) return none('nothingOpen');
  const { rule } = decision;
  const task = selectTask(state);
  const labels = selectLabelsTask(state);
  const groups = selectDecidingGroups(state);
  if (groups !== null && (task !== null || labels !== null)) return none('groups');
  if (task !== null) {
    if (selectMeasured(state) === null) return none('measuring');
    if (!selectHasClassProbabilities(state)) return none('noProbabilities');
    const names = task.classes.map(({ label }) => label);
    return { kind: 'tuned', tuned: { kind: 'classes', names, decision: classDecision(state, task) }, groups };
  }
  if (labels !== null) {
    const ranges = selectPartRanges(state);
    if (ranges === null) return none('measuring');
    if (ranges.some(({ low, high }) => low < 0 || high > 1)) return none('noProbabilities');
    const names = labels.labels.map(({ label }) => label);
    return { kind: 'tuned', tuned: { kind: 'labels', names, thresholds: selectClassThresholds(state), rule }, groups };
  }
  const evaluation = selectEvaluation(state);
  if (evaluation === null || !areProbabilities(evaluation.index)) return none('noProbabilities');
  const { positiveLabel: name } = opened.prepared.interpretation;
  const { band } = decision.review;
  return { kind: 'tuned', tuned: { kind: 'flag', name, threshold: selectThreshold(state), rule, band }, groups };
}

/** The decision in force as it is made about one case, and which group's threshold that is; null where no groups have thresholds. */
export interface CaseInForce {
  readonly tuned: TunedDecision | null;
  readonly group: CaseThreshold | null;
  /** A review band is set, but is meant for the threshold for all. */
  readonly isBandLeftOut: boolean;
}

/** The decision about the case of a call: the threshold of its group where the request names it. */
export function inForceFor(inForce: InForce, { request }: Pick<MadeCall, 'request'>): CaseInForce {
  if (inForce.kind === 'none') return { tuned: null, group: null, isBandLeftOut: false };
  const { tuned, groups } = inForce;
  if (tuned.kind !== 'flag' || groups === null) return { tuned, group: null, isBandLeftOut: false };
  const values = readReplyText(request)?.values ?? [];
  const fieldOf = (column: string) => values.find(({ steps }) => steps.at(-1)?.name === column)?.text ?? null;
  const group = thresholdOfFields(groups, fieldOf, tuned.threshold);
  const isOwn = group.kind === 'own';
  return {
    tuned: { ...tuned, threshold: group.threshold, band: isOwn ? null : tuned.band },
    group,
    isBandLeftOut: isOwn && tuned.band !== null,
  };
}

/** The split in view with the scores of one class; null until it is measured, and for a class that the data does not have. */
export function selectPlaceOf(state: TunerState, label: string): Evaluation | null {
  const { opened, classPlaces } = state;
  if (opened === null) return null;
  const shown = selectEvaluation(state);
  if (selectParts(state).length === 0) {
    return opened.prepared.interpretation.positiveLabel === label ? shown : null;
  }
  const measured = classPlaces.get(label);
  if (measured === undefined || measured.of !== opened.prepared) return null;
  return measured.evaluations.find(({ split }) => split === shown?.split) ?? null;
}

/** Whether the open data has scores for a class or a label, so that it can be measured. */
export const hasPlace = (state: TunerState, label: string): boolean =>
  selectParts(state).some((part) => part.label === label && part.column !== null);

const groupsOf = new WeakMap<Answer, readonly ReplyGroup[]>();
const NO_GROUPS: readonly ReplyGroup[] = [];

/** The groups of numbers in the last answer of a target. The same array while it is the same answer. */
export function groupsOfCall({ madeCalls }: Pick<TunerState, 'madeCalls'>, target: number): readonly ReplyGroup[] {
  const outcome = madeCalls.findLast((made) => made.target === target)?.outcome;
  if (outcome === undefined || outcome.kind === 'failed') return NO_GROUPS;
  const known = groupsOf.get(outcome) ?? replyGroups(outcome.values);
  groupsOf.set(outcome, known);
  return known;
}
