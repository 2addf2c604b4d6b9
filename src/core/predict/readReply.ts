import { sigmoid } from '../calibration/recalibration.ts';
import { spellsMissing } from '../dataset/cell.ts';
import { softmaxColumns } from '../roles/classSoftmax.ts';
import { type ReplyGroup, type ReplyValue, replyGroups } from './replyGroups.ts';

/** What the numbers of a reply are: probabilities, percent, logits of classes of which one holds, or logits of labels one by one. */
export const REPLY_SCALES = ['probability', 'percent', 'logits', 'logitEach'] as const;
export type ReplyScale = (typeof REPLY_SCALES)[number];

/** How a person said that the replies of an endpoint are to be read; null: as the program takes them. */
export interface ReplyMapping {
  /** The key of the group of numbers that counts. */
  readonly group: string | null;
  readonly scale: ReplyScale | null;
  /** Names for the places of a list. */
  readonly names: readonly string[] | null;
}

export const NO_MAPPING: ReplyMapping = { group: null, scale: null, names: null };

/** The classes that are known of the open data. */
export interface KnownClasses {
  readonly names: readonly string[];
  /** Exactly one of them holds. */
  readonly isExclusive: boolean;
}

/** A reply that was understood: a probability for each class. */
export interface ReadReply {
  readonly kind: 'read';
  readonly group: ReplyGroup;
  readonly names: readonly string[];
  /** The numbers as they came, and what they mean. */
  readonly values: readonly number[];
  readonly probabilities: readonly number[];
  readonly scale: ReplyScale;
  /** The numbers themselves told that they are logits or percent; a name did not. */
  readonly isScaleGuessed: boolean;
  /** The names are only numbers of places. */
  readonly isUnnamed: boolean;
  /** Exactly one class holds; else each one may. */
  readonly isExclusive: boolean;
  /** Only the class that the server decided for has a score. */
  readonly isTopOnly: boolean;
  /** Names of numbers that stand beside the classes and are none. */
  readonly aside: readonly string[];
  /** Names beside the numbers for which none came: null, NaN or nothing. */
  readonly missing: readonly string[];
}

/** A reply without a score: the class that it names, or what is wrong in its own words; each null where it says none. */
export interface NoNumbers {
  readonly kind: 'noNumbers';
  readonly label: string | null;
  readonly said: string | null;
}

export type ReplyReading =
  | ReadReply
  | NoNumbers
  /** Several groups of numbers could be it. */
  | { readonly kind: 'several'; readonly groups: readonly ReplyGroup[] }
  /** A number that is called or taken for a probability is none. */
  | {
      readonly kind: 'outside';
      readonly groups: readonly ReplyGroup[];
      readonly name: string;
      readonly value: number;
    };

const wordsOf = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[\W_]+/g, ' ')
    .trim();

const PROBABILITY = /\b(?:prob(?:s|a|abilit(?:y|ies))?|proba|softmax|confidences?|cats)\b/;
const SCORE = /\b(?:scores?|predictions?|outputs?|results?|predicted|class(?:es)?|labels?|data|values?|likelihood)\b/;
const LOGIT = /\b(?:logits?|margins?|raw|decision function)\b/;
const PERCENT = /\b(?:percent(?:age)?s?|pct)\b/;
/** What stands beside scores in replies, and is none. */
const ASIDE =
  /\b(?:time|times|timing|latency|elapsed|duration|ms|seconds|took|status|code|version|id|threshold|count|usage|tokens?|shape|index|model|timestamp|date|length|size)\b/;
/** Names of a single score beside the class that was decided for, the surest first. */
const SINGLE = ['probability', 'prob', 'proba', 'score', 'confidence', 'prediction', 'output', 'result'];
const DECIDED =
  /^(?:label|class|class name|category|prediction|predicted|predicted (?:class|label)|sentiment|result|name)$/;

/** What a server calls its complaint, also where its status says that all is well. */
const SAID = /^(?:error|errors|message|detail|reason|description|error message)$/;

/** How far rounding may take a probability out of [0, 1], and a sum away from 1. */
const SLACK = 1e-6;
const SUM_SLACK = 0.02;

const isProbability = (value: number): boolean => value >= -SLACK && value <= 1 + SLACK;
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const addsUpTo = (whole: number, values: readonly number[]): boolean =>
  values.length > 1 && Math.abs(sumOf(values) - whole) <= SUM_SLACK * whole;

/**
 * The probability of each class that a reply gives, whatever shape it has: names with numbers, a list, one number, logits. `mapping`: what
 * a person said about it; `known`: the classes of the open data, which name the places of a list (in ascending order, as libraries give
 * them) and tell whether one of them holds or each may. O(values).
 */
export function readReply(
  values: readonly ReplyValue[],
  mapping: ReplyMapping = NO_MAPPING,
  known: KnownClasses | null = null,
): ReplyReading {
  const groups = replyGroups(values);
  const chosen = groups.find(({ key }) => key === mapping.group);
  if (chosen === undefined && groups.every(isAside)) return withoutNumbers(values);
  const group = chosen ?? likeliest(groups);
  if (group === null) return { kind: 'several', groups };
  const taken = chosen === undefined ? withoutAside(group) : { ...group, aside: [] };
  const named = namedBy(taken, groups, values, mapping, known);
  const { scale, isGuessed } = scaleOf(taken, mapping, known);
  const outside = scale === 'probability' || scale === 'percent' ? outsideOf(taken, scale) : -1;
  if (outside >= 0) {
    return { kind: 'outside', groups, name: named.names[outside], value: taken.values[outside] };
  }
  const isExclusive = exclusive(taken, scale, named.names, known);
  return complemented(
    {
      kind: 'read',
      group,
      names: named.names,
      values: taken.values,
      probabilities: probabilitiesOf(taken.values, scale),
      scale,
      isScaleGuessed: isGuessed,
      isUnnamed: named.isUnnamed,
      isExclusive,
      isTopOnly: named.isTopOnly,
      aside: taken.aside,
      missing: group.texts.filter(({ text }) => spellsMissing(text.trim())).map(({ name }) => name),
    },
    known,
  );
}

/** Numbers that are called a time, a code or the like, all of them: no score is among them. */
const isAside = ({ names, path, isByPlace }: ReplyGroup): boolean =>
  !isByPlace && !PROBABILITY.test(path.map(wordsOf).join(' ')) && names.every((name) => ASIDE.test(wordsOf(name)));

function withoutNumbers(values: readonly ReplyValue[]): NoNumbers {
  const textOf = (pattern: RegExp) =>
    values.find(
      ({ steps, text }) =>
        pattern.test(wordsOf(steps.at(-1)?.name ?? '')) && text.trim() !== '' && !spellsMissing(text),
    )?.text ?? null;
  return { kind: 'noNumbers', label: textOf(DECIDED), said: textOf(SAID) };
}

interface Taken {
  readonly path: readonly string[];
  readonly names: readonly string[];
  readonly values: readonly number[];
  readonly texts: ReplyGroup['texts'];
  readonly isByPlace: boolean;
  readonly aside: readonly string[];
}

/** The group that can only be meant; null where several could. */
function likeliest(groups: readonly ReplyGroup[]): ReplyGroup | null {
  const ranked = groups.map((group) => ({ group, rank: rankOf(group) })).sort((a, b) => b.rank - a.rank);
  const [first, second] = ranked;
  return second !== undefined && second.rank === first.rank ? null : first.group;
}

function rankOf(group: ReplyGroup): number {
  const path = group.path.map(wordsOf).join(' ');
  const { names, values } = withoutAside(group);
  const all = `${path} ${names.length < 3 ? names.map(wordsOf).join(' ') : ''}`;
  const areProbabilities = values.every(isProbability);
  return (
    (PROBABILITY.test(all) ? 6 : 0) +
    (LOGIT.test(all) ? 3 : 0) +
    (SCORE.test(all) ? 2 : 0) +
    (areProbabilities ? 2 : 0) +
    (addsUpTo(1, values) ? 2 : 0) -
    (names.every((name) => ASIDE.test(wordsOf(name))) || (path !== '' && ASIDE.test(path)) ? 12 : 0)
  );
}

/** A group without times, versions and the like; of a score beside the class decided for, the score alone. */
function withoutAside(group: ReplyGroup): Taken {
  if (group.isByPlace || group.names.length === 1) return { ...group, aside: [] };
  const words = group.names.map(wordsOf);
  const single = SINGLE.map((name) => words.indexOf(name)).find((at) => at >= 0);
  const kept =
    single === undefined
      ? group.names.flatMap((_, at) => (ASIDE.test(words[at]) ? [] : [at]))
      : // Where classes are called so, each of them has a score.
        words.every((word) => SINGLE.includes(word)) || words.some((word) => ASIDE.test(word) || DECIDED.test(word))
        ? [single]
        : group.names.map((_, at) => at);
  if (kept.length === 0) return { ...group, aside: [] };
  return {
    path: group.path,
    texts: group.texts,
    isByPlace: group.isByPlace,
    names: kept.map((at) => group.names[at]),
    values: kept.map((at) => group.values[at]),
    aside: group.names.filter((_, at) => !kept.includes(at)),
  };
}

interface Named {
  readonly names: readonly string[];
  readonly isUnnamed: boolean;
  readonly isTopOnly: boolean;
}

function namedBy(
  { path, names, values, texts, isByPlace }: Taken,
  groups: readonly ReplyGroup[],
  all: readonly ReplyValue[],
  mapping: ReplyMapping,
  known: KnownClasses | null,
): Named {
  const own = { isUnnamed: false, isTopOnly: false };
  if (mapping.names !== null && mapping.names.length === values.length) return { ...own, names: mapping.names };
  const decided = texts.find(({ name }) => DECIDED.test(wordsOf(name)));
  const isSingle = values.length === 1 && (isByPlace || names[0] === '' || SINGLE.includes(wordsOf(names[0])));
  if (isSingle && decided !== undefined) return { names: [decided.text], isUnnamed: false, isTopOnly: true };
  if (!isByPlace && !isSingle) return { ...own, names, isTopOnly: false };
  if (isSingle && known?.names.length === 2) return { ...own, names: [known.names[1]] };
  const beside = namesBeside(all, path, values.length);
  if (beside !== null) return { ...own, names: beside };
  if (known !== null && known.names.length === values.length) {
    // Libraries list classes in ascending order; the places of labels are those of their columns.
    const order = known.isExclusive ? [...known.names].sort(ascending) : known.names;
    return { ...own, names: order };
  }
  if (isSingle && groups.length > 0) return { names: [''], isUnnamed: true, isTopOnly: false };
  return { names: values.map((_, at) => String(at)), isUnnamed: true, isTopOnly: false };
}

const ascending = (a: string, b: string): number =>
  Number.isNaN(Number(a)) || Number.isNaN(Number(b)) ? (a < b ? -1 : a > b ? 1 : 0) : Number(a) - Number(b);

/** A list of as many words, in the object that the list of numbers stands in. */
function namesBeside(all: readonly ReplyValue[], path: readonly string[], count: number): readonly string[] | null {
  const lists = new Map<string, string[]>();
  for (const { steps, text } of all) {
    const last = steps.at(-1);
    if (last === undefined || steps.length < 2) continue;
    const around = steps.slice(0, -1).map(({ name }) => name);
    if (last.kind === 'listed' || last.kind === 'item') {
      const key = JSON.stringify(around);
      lists.set(key, [...(lists.get(key) ?? []), last.kind === 'listed' ? last.name : text]);
    }
  }
  for (const [key, texts] of lists) {
    const around = JSON.parse(key) as string[];
    const isBeside = around.length === path.length && around.slice(0, -1).every((name, at) => name === path[at]);
    const isItself = JSON.stringify(path) === key;
    if (isBeside && !isItself && texts.length === count && texts.some((text) => Number.isNaN(Number(text))))
      return texts;
  }
  return null;
}

/** What numbers are, by what was said of them, their names, and themselves. */
function scaleOf(
  { path, names, values }: Taken,
  mapping: ReplyMapping,
  known: KnownClasses | null,
): { readonly scale: ReplyScale; readonly isGuessed: boolean } {
  if (mapping.scale !== null) return { scale: mapping.scale, isGuessed: false };
  const words = [...path, ...(names.length < 3 ? names : [])].map(wordsOf).join(' ');
  const ofLogits: ReplyScale = known !== null && !known.isExclusive ? 'logitEach' : 'logits';
  if (LOGIT.test(words)) return { scale: ofLogits, isGuessed: false };
  if (PERCENT.test(words)) return { scale: 'percent', isGuessed: false };
  if (values.every(isProbability)) return { scale: 'probability', isGuessed: false };
  if (addsUpTo(100, values) && values.every((value) => value >= 0)) return { scale: 'percent', isGuessed: true };
  // What is called a probability and is none is a fault of the server, not another scale.
  if (PROBABILITY.test(words)) return { scale: 'probability', isGuessed: false };
  if (values.every(Number.isFinite) && values.some((value) => value < 0)) return { scale: ofLogits, isGuessed: true };
  return { scale: 'probability', isGuessed: false };
}

/** The place of the first number that is none of the scale; −1 where all are. */
function outsideOf({ values }: Taken, scale: 'probability' | 'percent'): number {
  return values.findIndex((value) => !isProbability(scale === 'percent' ? value / 100 : value));
}

/** The probabilities that numbers of a scale mean: softmax for logits of classes, the logistic function for one logit and for labels. */
export function probabilitiesOf(values: readonly number[], scale: ReplyScale): readonly number[] {
  const clamped = (value: number) => Math.min(1, Math.max(0, value)) + 0;
  if (scale === 'probability') return values.map(clamped);
  if (scale === 'percent') return values.map((value) => clamped(value / 100));
  if (scale === 'logitEach' || values.length === 1) return values.map(sigmoid);
  return softmaxColumns(
    values.map((value) => Float64Array.of(value)),
    1,
  ).map(([share]) => share);
}

function exclusive(
  { values }: Taken,
  scale: ReplyScale,
  names: readonly string[],
  known: KnownClasses | null,
): boolean {
  if (known !== null && names.some((name) => known.names.includes(name))) return known.isExclusive;
  if (scale === 'logits' || values.length === 1) return true;
  if (scale === 'logitEach') return false;
  return addsUpTo(scale === 'percent' ? 100 : 1, values);
}

/** Of two classes one of which has a score, the other has the rest. */
function complemented(reply: ReadReply, known: KnownClasses | null): ReadReply {
  if (reply.names.length !== 1 || known === null || !known.isExclusive || known.names.length !== 2) return reply;
  const other = known.names.find((name) => name !== reply.names[0]);
  if (!known.names.includes(reply.names[0]) || other === undefined) return reply;
  const [probability] = reply.probabilities;
  return {
    ...reply,
    names: [reply.names[0], other],
    probabilities: [probability, 1 - probability],
    isTopOnly: false,
  };
}
