import { type ClassDecision, decideRows } from '../classes/decide.ts';
import { type DecisionRule, isFlagged } from '../scores/confusion.ts';
import type { ReadReply } from './readReply.ts';

/** The decision in force for the open data, as far as it can be made about a reply. */
export type TunedDecision =
  /** One class against everything else. */
  | { readonly kind: 'flag'; readonly name: string; readonly threshold: number; readonly rule: DecisionRule }
  | { readonly kind: 'classes'; readonly names: readonly string[]; readonly decision: ClassDecision }
  | {
      readonly kind: 'labels';
      readonly names: readonly string[];
      readonly thresholds: readonly number[];
      readonly rule: DecisionRule;
    };

/** A decision about one reply. */
export interface ReplyDecision {
  readonly kind: TunedDecision['kind'];
  /** The thresholds are those of the open data; else the one for all classes that stands beside the reply. */
  readonly isTuned: boolean;
  /** The places of the classes decided for: one at most of classes, none below every threshold ("other"). */
  readonly picks: readonly number[];
  /** For each class of the reply the threshold that it meets; NaN where none is asked of it. */
  readonly thresholds: readonly number[];
  readonly rule: DecisionRule;
  /** The class whose score is closest to its threshold; null where no threshold decides. */
  readonly nearest: { readonly place: number; readonly distance: number } | null;
}

/**
 * What follows from a reply: by the decision in force where it is about classes that the reply has, else by one threshold for all of its
 * classes. Of classes of which one holds, the most probable among those that reach their threshold, and none ("other") where none does.
 * O(classes).
 */
export function decideReply(
  reply: ReadReply,
  tuned: TunedDecision | null,
  here: { readonly threshold: number; readonly rule: DecisionRule },
): ReplyDecision {
  const { names, probabilities } = reply;
  if (tuned?.kind === 'flag') {
    const place = names.indexOf(tuned.name);
    if (place >= 0) return flagged(reply, place, tuned.threshold, tuned.rule);
  }
  if (tuned?.kind === 'labels' && names.some((name) => tuned.names.includes(name))) {
    const thresholds = names.map((name) => tuned.thresholds[tuned.names.indexOf(name)] ?? Number.NaN);
    return each(probabilities, thresholds, tuned.rule, true);
  }
  if (tuned?.kind === 'classes' && tuned.names.every((name) => names.includes(name))) {
    return amongClasses(reply, tuned);
  }
  const thresholds = names.map(() => here.threshold);
  if (!reply.isExclusive) return each(probabilities, thresholds, here.rule, false);
  const decision = { kind: 'thresholds', thresholds, rule: here.rule, fallback: 'other' } as const;
  return { ...picked(probabilities, decision), isTuned: false };
}

function flagged(reply: ReadReply, place: number, threshold: number, rule: DecisionRule): ReplyDecision {
  const score = reply.probabilities[place];
  // Of two classes the other one is decided for below the threshold; of more, nobody said which.
  const other = reply.names.length === 2 && reply.isExclusive ? [1 - place] : [];
  return {
    kind: 'flag',
    isTuned: true,
    picks: isFlagged(score, threshold, rule) ? [place] : other,
    thresholds: reply.names.map((_, at) => (at === place ? threshold : Number.NaN)),
    rule,
    nearest: { place, distance: score - threshold },
  };
}

function each(
  scores: readonly number[],
  thresholds: readonly number[],
  rule: DecisionRule,
  isTuned: boolean,
): ReplyDecision {
  return {
    kind: 'labels',
    isTuned,
    picks: scores.flatMap((score, at) => (isFlagged(score, thresholds[at], rule) ? [at] : [])),
    thresholds,
    rule,
    nearest: nearestOf(scores, thresholds),
  };
}

/** By the order of the data's classes, so that ties fall as they do there; classes that only the reply has are never decided for. */
function amongClasses(reply: ReadReply, tuned: Extract<TunedDecision, { kind: 'classes' }>): ReplyDecision {
  const placeOf = tuned.names.map((name) => reply.names.indexOf(name));
  const scores = placeOf.map((place) => reply.probabilities[place]);
  const found = picked(scores, tuned.decision);
  const thresholds = reply.names.map(() => Number.NaN);
  for (const [at, place] of placeOf.entries()) thresholds[place] = found.thresholds[at];
  return {
    ...found,
    thresholds,
    picks: found.picks.map((at) => placeOf[at]),
    nearest: found.nearest === null ? null : { ...found.nearest, place: placeOf[found.nearest.place] },
  };
}

function picked(scores: readonly number[], decision: ClassDecision): ReplyDecision {
  const columns = scores.map((score) => Float64Array.of(score));
  const [pick] = decideRows({ yTrue: new Uint16Array(1), yScore: columns, sampleWeight: null }, decision);
  const thresholds = decision.kind === 'thresholds' ? decision.thresholds : scores.map(() => Number.NaN);
  return {
    kind: 'classes',
    isTuned: true,
    picks: pick === scores.length ? [] : [pick],
    thresholds,
    rule: decision.kind === 'thresholds' ? decision.rule : '>=',
    nearest: nearestOf(scores, thresholds),
  };
}

function nearestOf(scores: readonly number[], thresholds: readonly number[]): ReplyDecision['nearest'] {
  let nearest: ReplyDecision['nearest'] = null;
  for (const [place, score] of scores.entries()) {
    const distance = score - thresholds[place];
    if (Number.isFinite(distance) && Math.abs(distance) < Math.abs(nearest?.distance ?? Infinity)) {
      nearest = { place, distance };
    }
  }
  return nearest;
}
