import type { ReviewBand } from '../choose/triage.ts';
import { type ClassDecision, decideRows } from '../classes/decide.ts';
import { type DecisionRule, isFlagged } from '../scores/confusion.ts';
import type { ReadReply } from './readReply.ts';

/** The decision in force for the open data, as far as it can be made about a reply. */
export type TunedDecision =
  /** One class against everything else. */
  | {
      readonly kind: 'flag';
      readonly name: string;
      readonly threshold: number;
      readonly rule: DecisionRule;
      /** Scores within it are for somebody to look at; null where the threshold decides alone. */
      readonly band: ReviewBand | null;
    }
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
  /** What would change the decision first; null where only prices decide. */
  readonly nearest: Nearest | null;
  /** The band in which the score lies or beside which it does; null without one. */
  readonly band: ReviewBand | null;
  /** Neither yes nor no: the score lies within the band. */
  readonly isForReview: boolean;
}

/** How far a score is from where the decision would be another one. */
export interface Nearest {
  readonly place: number;
  /** Above it, or (negative) below. */
  readonly distance: number;
  /** What it is measured from: the threshold of its class, an end of the review band, or the next class behind it. */
  readonly from: 'threshold' | 'lower' | 'upper' | { readonly rival: number };
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
  // The places of a list that nobody named are no classes of the data, even where those are called 0 and 1.
  if (tuned?.kind === 'flag' && !reply.isUnnamed) {
    const place = names.indexOf(tuned.name);
    if (place >= 0) return flagged(reply, place, tuned);
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

function flagged(
  reply: ReadReply,
  place: number,
  { threshold, rule, band }: Extract<TunedDecision, { kind: 'flag' }>,
): ReplyDecision {
  const score = reply.probabilities[place];
  // Of two classes the other one is decided for below the threshold; of more, nobody said which.
  const other = reply.names.length === 2 && reply.isExclusive ? [1 - place] : [];
  const isYes = isFlagged(score, band?.upper ?? threshold, rule);
  const isForReview = band !== null && !isYes && isFlagged(score, band.lower, rule);
  const ends: readonly Nearest[] =
    band === null
      ? [{ place, distance: score - threshold, from: 'threshold' }]
      : (['lower', 'upper'] as const).map((from) => ({ place, distance: score - band[from], from }));
  return {
    kind: 'flag',
    isTuned: true,
    picks: isYes ? [place] : isForReview ? [] : other,
    thresholds: reply.names.map((_, at) => (at === place ? (band?.upper ?? threshold) : Number.NaN)),
    rule,
    nearest: closest(ends),
    band,
    isForReview,
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
    nearest: closest(
      scores.map((score, place) => ({ place, distance: score - thresholds[place], from: 'threshold' as const })),
    ),
    band: null,
    isForReview: false,
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
    nearest: found.nearest === null ? null : movedTo(found.nearest, placeOf),
  };
}

const movedTo = ({ place, distance, from }: Nearest, placeOf: readonly number[]): Nearest => ({
  place: placeOf[place],
  distance,
  from: typeof from === 'object' ? { rival: placeOf[from.rival] } : from,
});

function picked(scores: readonly number[], decision: ClassDecision): ReplyDecision {
  const columns = scores.map((score) => Float64Array.of(score));
  const [pick] = decideRows({ yTrue: new Uint16Array(1), yScore: columns, sampleWeight: null }, decision);
  const thresholds = decision.kind === 'thresholds' ? decision.thresholds : scores.map(() => Number.NaN);
  const rule = decision.kind === 'thresholds' ? decision.rule : '>=';
  return {
    kind: 'classes',
    isTuned: true,
    picks: pick === scores.length ? [] : [pick],
    thresholds,
    rule,
    nearest: decision.kind === 'cost' ? null : closest(changesOf(scores, thresholds, rule, pick)),
    band: null,
    isForReview: false,
  };
}

/** Each change of one score by which another class than `pick` (or none) would be decided for. */
function changesOf(
  scores: readonly number[],
  thresholds: readonly number[],
  rule: DecisionRule,
  pick: number,
): readonly Nearest[] {
  const above = (place: number): Nearest => ({ place, distance: scores[place] - thresholds[place], from: 'threshold' });
  const reaches = (place: number) => isFlagged(scores[place], thresholds[place], rule);
  const others = scores.map((_, place) => place).filter((place) => place !== pick);
  if (pick === scores.length) return others.map(above);
  // Taken for want of anything better, it gives way to a class that reaches its threshold, or to a surer one.
  const isFallback = !reaches(pick) && !Number.isNaN(thresholds[pick]);
  const own = Number.isNaN(thresholds[pick]) || isFallback ? [] : [above(pick)];
  return [
    ...own,
    ...others.map((place): Nearest => {
      const lead = { place: pick, distance: scores[pick] - scores[place], from: { rival: place } };
      if (Number.isNaN(thresholds[place]) || reaches(place)) return lead;
      const missing = above(place);
      if (isFallback) return -missing.distance < lead.distance ? missing : lead;
      // To be taken it has to reach its threshold, and to be the surest.
      return -missing.distance > lead.distance ? missing : lead;
    }),
  ];
}

/** Differences that rounding may make: of equally near changes the first is named. */
const ROUNDING = 1e-12;

function closest(changes: readonly Nearest[]): Nearest | null {
  let nearest: Nearest | null = null;
  for (const change of changes) {
    const isNearer = nearest === null || Math.abs(change.distance) < Math.abs(nearest.distance) - ROUNDING;
    if (Number.isFinite(change.distance) && isNearer) nearest = change;
  }
  return nearest;
}
