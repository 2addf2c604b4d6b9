import { numberIn } from '../dataset/cell.ts';
import type { ColumnProfile } from '../dataset/profile.ts';

/** A column that says whether a label holds, and the column with its scores. */
export interface LabelPair {
  /** What both columns are named after. */
  readonly name: string;
  readonly label: string;
  readonly score: string;
}

export interface LabelPairs {
  /** In the order of the label columns in the file. */
  readonly pairs: readonly LabelPair[];
  /** Labels named like the others that have no scores, and scores named like the others without a label column. */
  readonly labelsAlone: readonly string[];
  readonly scoresAlone: readonly string[];
}

const wordSet = (words: string) => new Set(words.split(' '));
const LABEL_WORDS = wordSet('y true label labels target targets actual truth gold gt');
const SCORE_WORDS = wordSet(
  'y p pr prob probs proba probas probability probabilities score scores logit logits pred preds predicted prediction predictions ' +
    'confidence output outputs sigmoid',
);
const SIDES = wordSet('true false yes no t f y n 是 否 真 假 有 无');

/** Whether a column holds nothing but a yes or a no. */
export function isIndicator({ kind, topValues, distinct }: ColumnProfile): boolean {
  if (kind !== 'category' || topValues.length === 0 || distinct > topValues.length) return false;
  return topValues.every(({ value }) => [0, 1].includes(numberIn(value)) || SIDES.has(value.trim().toLowerCase()));
}

/** A column name without the words that only say what kind of column it is, and the pattern that is left of it. */
interface Tail {
  readonly column: string;
  readonly name: string;
  /** The name with a star for what it is named after: "y_*". */
  readonly pattern: string;
}

function tailOf(column: string, words: ReadonlySet<string>): Tail {
  const parts = [...column.matchAll(/\p{L}+|\p{N}+/gu)];
  const isWord = (at: number) => words.has(parts[at][0].toLowerCase());
  let from = 0;
  let to = parts.length;
  while (from < to - 1 && isWord(from)) from++;
  while (to > from + 1 && isWord(to - 1)) to--;
  const endOf = (at: number) => parts[at].index + parts[at][0].length;
  const bare =
    to === parts.length ? column : column.slice(0, parts[to].index).replace(/(?:\s*[-:.|/([]\s*|[\s_])$/, '');
  const before = from === 0 ? '' : column.slice(0, parts[from].index).slice(endOf(from - 1));
  const start = from === 0 ? 0 : endOf(from - 1) + (/^(?:\s*[-:.|/([]\s*|[\s_])/.exec(before)?.[0].length ?? 0);
  const name = from === 0 ? bare : bare.slice(start).replace(/[\s)\]]+$/, '');
  return { column, name, pattern: `${column.slice(0, start)}*${column.slice(start + name.length)}` };
}

const BARE = '*';

/**
 * The columns of a file in which several labels may hold at once: pairs of an indicator and a score that are named after the same thing
 * (`y_Sport` and `p_Sport`, `Sport` and `Sport_prob`, `labels.Sport` and `probabilities.Sport`). All pairs are named alike; of several such
 * families the largest, scores from 0 to 1 before others. Null where fewer than two pairs are there. O(columns).
 */
export function labelPairs(profiles: readonly ColumnProfile[]): LabelPairs | null {
  const indicators = profiles.filter(isIndicator).map(({ name }) => tailOf(name, LABEL_WORDS));
  if (indicators.length < 2) return null;
  const numbers = profiles.filter((profile) => profile.numericShare >= 0.5 && !isIndicator(profile));
  const byName = new Map<string, Tail[]>();
  for (const { name: column, isInteger } of numbers) {
    const tail = tailOf(column, SCORE_WORDS);
    // Whole numbers are scores only where they are called so.
    if (isInteger && tail.pattern === BARE) continue;
    const same = byName.get(tail.name);
    if (same === undefined) byName.set(tail.name, [tail]);
    else same.push(tail);
  }
  const families = new Map<string, { readonly label: string; readonly score: string; size: number }>();
  for (const label of indicators) {
    for (const score of byName.get(label.name) ?? []) {
      const key = JSON.stringify([label.pattern, score.pattern]);
      const family = families.get(key) ?? { label: label.pattern, score: score.pattern, size: 0 };
      family.size++;
      families.set(key, family);
    }
  }
  const areShares = (pattern: string) =>
    numbers.every(({ name, low, high }) => tailOf(name, SCORE_WORDS).pattern !== pattern || (low >= 0 && high <= 1));
  const [best] = [...families.values()].sort((a, b) => {
    return b.size - a.size || Number(areShares(b.score)) - Number(areShares(a.score));
  });
  return best === undefined || best.size < 2 ? null : familyOf(profiles, indicators, best);
}

function familyOf(
  profiles: readonly ColumnProfile[],
  indicators: readonly Tail[],
  patterns: { readonly label: string; readonly score: string },
): LabelPairs {
  const labels = indicators.filter(({ pattern }) => pattern === patterns.label);
  const taken = new Set(labels.map(({ column }) => column));
  // A score that is 0 in every row looks like an indicator, but is named like the other scores.
  const scores = profiles
    .filter(({ name, numericShare }) => numericShare > 0 && !taken.has(name))
    .map(({ name }) => tailOf(name, SCORE_WORDS))
    .filter(({ pattern }) => pattern === patterns.score);
  const scoreOf = new Map(scores.map(({ name, column }) => [name, column]));
  const labelNames = new Set(labels.map(({ name }) => name));
  const pairs = labels.flatMap(({ name, column }) => {
    const score = scoreOf.get(name);
    return score === undefined ? [] : [{ name, label: column, score }];
  });
  const alone = (tails: readonly Tail[], pattern: string, has: (name: string) => boolean) =>
    pattern === BARE ? [] : tails.filter(({ name }) => !has(name)).map(({ name }) => name);
  return {
    pairs,
    labelsAlone: alone(labels, patterns.label, (name) => scoreOf.has(name)),
    scoresAlone: alone(scores, patterns.score, (name) => labelNames.has(name)),
  };
}
