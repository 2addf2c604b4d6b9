import { numberIn } from '../dataset/cell.ts';
import type { ColumnProfile } from '../dataset/profile.ts';

/** One of the different values of a label column. Spellings of one number ("1", "1.0") or word ("Yes", "yes") are one value. */
export interface LabelValue {
  /** As written in the file most often. */
  readonly text: string;
  /** NaN where it spells no number. */
  readonly number: number;
  /** Rows with this value, in whichever spelling. */
  readonly count: number;
  /** Every way in which it is written, the most frequent first. */
  readonly spellings: readonly Spelling[];
}

export interface Spelling {
  readonly text: string;
  readonly count: number;
}

/** Whether two labels mean the same value. */
export function isSameLabel(a: string, b: string): boolean {
  return a === b || numberIn(a) === numberIn(b);
}

/** What all spellings of one value share: the number, or the word without its capitals and superfluous blanks. */
export function spellingKey(text: string): string {
  const number = numberIn(text);
  return Number.isNaN(number) ? text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase() : String(number);
}

/**
 * The values of a column, ascending: numbers by size before words by their characters. Of more than a profile lists, the frequent ones.
 * Words that differ in capitals only are two values where nothing else is there to be told apart ("a" and "A").
 */
export function labelValues({
  topValues,
  kind,
  high,
}: Pick<ColumnProfile, 'topValues' | 'kind' | 'high'>): LabelValue[] {
  // A column of very many numbers is nobody's label; whoever makes it one gets its greatest number as the positive class.
  if (kind === 'number') return [valueSpelt([{ text: String(high), count: 1 }])];
  const bySpelling = new Map<string, Spelling[]>();
  for (const { value: text, count } of topValues) {
    const key = spellingKey(text);
    const spellings = bySpelling.get(key) ?? [];
    bySpelling.set(key, spellings);
    spellings.push({ text, count });
  }
  const [only = ''] = bySpelling.keys();
  const isToldApart = bySpelling.size > 1 || NEGATIVES.has(only) || POSITIVES.has(only) || isNumeric(only);
  const groups = isToldApart ? [...bySpelling.values()] : [...bySpelling.values()].flat().map((spelling) => [spelling]);
  return groups.map(valueSpelt).sort(ascending);
}

const isNumeric = (text: string) => !Number.isNaN(numberIn(text));

/** `spellings`: of one value, the most frequent first. */
function valueSpelt(spellings: readonly Spelling[]): LabelValue {
  const [{ text }] = spellings;
  const count = spellings.reduce((sum, spelling) => sum + spelling.count, 0);
  return { text, number: numberIn(text), count, spellings };
}

/** Whether a value is written in ways that are not read as one by themselves, as those of one number are. */
export function hasOddSpellings({ text, spellings }: LabelValue): boolean {
  return spellings.some((spelling) => !isSameLabel(spelling.text, text));
}

function ascending(a: LabelValue, b: LabelValue): number {
  const isNumberA = !Number.isNaN(a.number);
  const isNumberB = !Number.isNaN(b.number);
  if (isNumberA && isNumberB) return a.number - b.number;
  if (isNumberA !== isNumberB) return isNumberA ? -1 : 1;
  return a.text < b.text ? -1 : 1;
}

/** What people call the two sides of a decision: negative, positive. */
const PAIRS: readonly (readonly [negative: string, positive: string])[] = [
  ['0', '1'],
  ['-1', '1'],
  ['false', 'true'],
  ['f', 't'],
  ['no', 'yes'],
  ['n', 'y'],
  ['neg', 'pos'],
  ['negative', 'positive'],
  ['good', 'bad'],
  ['benign', 'malignant'],
  ['normal', 'abnormal'],
  ['normal', 'anomaly'],
  ['ham', 'spam'],
  ['legit', 'fraud'],
  ['legitimate', 'fraudulent'],
  ['genuine', 'fraud'],
  ['paid', 'default'],
  ['paid', 'defaulted'],
  ['stayed', 'churned'],
  ['healthy', 'sick'],
  ['healthy', 'diseased'],
  ['healthy', 'disease'],
  ['control', 'case'],
  ['alive', 'dead'],
  ['survived', 'died'],
  ['pass', 'fail'],
  ['passed', 'failed'],
  ['ok', 'failure'],
  ['nonevent', 'event'],
  ['nonrelevant', 'relevant'],
  ['nontoxic', 'toxic'],
  ['nonchurn', 'churn'],
  ['benign', 'attack'],
  ['label_0', 'label_1'],
  ['nein', 'ja'],
  ['non', 'oui'],
  ['no', 'sí'],
  ['no', 'si'],
  ['não', 'sim'],
  ['falsch', 'wahr'],
  ['gesund', 'krank'],
  ['否', '是'],
  ['阴性', '阳性'],
  ['负', '正'],
  ['负类', '正类'],
  ['负例', '正例'],
  ['负样本', '正样本'],
  ['假', '真'],
  ['无', '有'],
  ['好', '坏'],
  ['良性', '恶性'],
  ['正常', '异常'],
  ['正常', '欺诈'],
  ['健康', '患病'],
  ['未患病', '患病'],
  ['存活', '死亡'],
  ['合格', '不合格'],
  ['未违约', '违约'],
  ['正常', '违约'],
  ['未流失', '流失'],
  ['留存', '流失'],
  ['未购买', '购买'],
  ['未点击', '点击'],
  ['正常邮件', '垃圾邮件'],
];

const NEGATIVES = new Set(PAIRS.map(([negative]) => negative));
const POSITIVES = new Set(PAIRS.map(([, positive]) => positive));

/** What a label says: without capitals, and without the number that Weka writes before it ("2:yes"). */
const wordOf = (text: string) => text.toLowerCase().replace(/^\d{1,3}:(?=\D)/, '');

const isNegativeWord = ({ text }: LabelValue) => NEGATIVES.has(wordOf(text));
const isPositiveWord = ({ text }: LabelValue) => POSITIVES.has(wordOf(text));

/** Whether the values say by themselves that they are the two sides of a decision (0/1, yes/no, benign/malignant). */
export function isDecision(values: readonly LabelValue[]): boolean {
  return values.length === 2 && (values.some(isPositiveWord) || values.some(isNegativeWord));
}

/**
 * The value that counts as positive because of what it means: the greater of two numbers, the only one that says yes (true, bad,
 * malignant, …), the other of a clear no. Null where the values do not say.
 */
export function meaningfulPositive(values: readonly LabelValue[]): string | null {
  if (values.length === 1) return positiveOfOne(values[0]);
  if (values.every(({ number }) => !Number.isNaN(number))) {
    return values.length === 2 ? values[1].text : null;
  }
  const positives = values.filter(isPositiveWord);
  if (positives.length === 1) return positives[0].text;
  const others = values.filter((value) => !isNegativeWord(value));
  return values.length === 2 && others.length === 1 ? others[0].text : null;
}

/** Where a file holds only negatives, the positive value is the one that would stand beside them: "1" for "0", "True" for "False". */
function positiveOfOne(value: LabelValue): string {
  if (value.number === 0) return '1';
  const pair = PAIRS.find(([negative]) => negative === value.text.toLowerCase());
  if (pair === undefined || isPositiveWord(value)) return value.text;
  const [, positive] = pair;
  if (value.text === value.text.toUpperCase()) return positive.toUpperCase();
  return /^[A-Z]/.test(value.text) ? positive[0].toUpperCase() + positive.slice(1) : positive;
}

/** The negative value beside a positive one: the other of two, or null where there are more, or none. */
export function negativeBeside(values: readonly LabelValue[], positive: string): string | null {
  const others = values.filter(({ spellings }) => !spellings.some(({ text }) => isSameLabel(text, positive)));
  return others.length === 1 ? others[0].text : null;
}
