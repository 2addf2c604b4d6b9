import type { CaseCondition, CellCondition } from '../core/cases/caseSelection.ts';
import type { CaseOrder } from '../core/cases/orderCases.ts';
import { MOST_REQUIREMENTS, type Requirement } from '../core/choose/requirements.ts';
import { COMPARED_AT, type ComparedAt } from '../core/compare/comparedThresholds.ts';
import type { ColumnRepair } from '../core/roles/repair.ts';
import type { ScoreReading } from '../core/roles/scoreReading.ts';
import type { DecisionRule } from '../core/scores/confusion.ts';
import { type GroupBy, type GroupRule, MOST_GROUP_COLUMNS, MOST_GROUP_RULES } from '../core/slices/grouping.ts';
import type { GroupThresholds } from '../core/slices/groupThresholds.ts';
import { LANGUAGES, type Language } from '../i18n/language.ts';
import { orderIn, orderText } from './caseLink.ts';
import {
  band,
  cellCondition,
  classThreshold,
  condition,
  factors,
  groupBy,
  groupRule,
  groupThresholds,
  list,
  MOST_CONDITIONS,
  MOST_SUBJECT_CONDITIONS,
  mistakePrice,
  number,
  oneOf,
  quizNumber,
  reading,
  repair,
  requirement,
  TEXT_LIMIT,
  text,
} from './linkValues.ts';

/**
 * The view as it stands after the `#` of the address, so that nothing of it reaches a server. Every field is optional: a link says
 * only what its author chose. Names that this version does not know are kept and written back.
 */
export interface Link {
  /** A sample's id, or the path of a file in the page's own folder. */
  readonly data?: string;
  /** The name and number of rows of a file that only the author has. */
  readonly file?: string;
  readonly rows?: number;
  readonly threshold?: number;
  readonly rule?: DecisionRule;
  readonly view?: 'tune' | 'classes' | 'slices' | 'cases' | 'compare' | 'predict' | 'learn' | 'data';
  readonly language?: Language;
  /** Of several classes: how they are decided, what happens below every threshold, thresholds and prices by class, and the order. */
  readonly classDecision?: 'argmax' | 'thresholds' | 'cost';
  readonly fallback?: 'other' | 'argmax';
  readonly classThresholds?: readonly (readonly [label: string, threshold: number])[];
  readonly mistakePrices?: readonly { readonly actual: string; readonly predicted: string; readonly cost: number }[];
  readonly classOrder?: string;
  readonly split?: string;
  /** The split that thresholds are chosen on. */
  readonly chosenOn?: string;
  /** The score column. */
  readonly model?: string;
  readonly label?: string;
  readonly splitColumn?: string;
  readonly weight?: string;
  readonly id?: string;
  /** The column that names models, and the one in view. */
  readonly modelColumn?: string;
  readonly modelName?: string;
  /** Of models side by side: at which thresholds, which ones beside the one in view, and which of them in words. */
  readonly comparedAt?: ComparedAt;
  readonly comparedModels?: readonly string[];
  readonly comparedWith?: string;
  /** The column that tells versions apart. */
  readonly versionColumn?: string;
  /** The curves of the other models are drawn too. */
  readonly isComparing?: true;
  readonly positiveLabel?: string;
  readonly scoredLabel?: string;
  readonly scoreReading?: ScoreReading;
  readonly recalibratedOn?: string;
  readonly areWeightsCounts?: boolean;
  /** What was done about single columns. */
  readonly repairs?: readonly ColumnRepair[];
  readonly missPrice?: number;
  readonly falseAlarmPrice?: number;
  readonly hitPrice?: number;
  readonly leftAlonePrice?: number;
  readonly unit?: string;
  /** Of a review between two thresholds: these, and the price, accuracy and number of looks. */
  readonly band?: readonly [lower: number, upper: number];
  readonly reviewPrice?: number;
  readonly reviewAccuracy?: number;
  readonly reviewCapacity?: number;
  /** What must hold. */
  readonly requirements?: readonly Requirement[];
  /** Thresholds of groups. */
  readonly groupThresholds?: GroupThresholds;
  /** How groups are compared: the tolerance of policies, what is good for a person, and the group that others are held against. */
  readonly fairTolerance?: number;
  readonly favourable?: 'flagged';
  readonly fairReference?: string;
  readonly baseline?: number;
  readonly baselineRule?: DecisionRule;
  readonly metric?: string;
  readonly minPrecision?: number;
  readonly minRecall?: number;
  readonly topShare?: number;
  readonly topCount?: number;
  readonly beta?: number;
  readonly pt?: number;
  /** The columns of what is at stake, by class, and what a unit of it costs: hit, false alarm, miss, left alone. */
  readonly amountOfPositives?: string;
  readonly amountOfNegatives?: string;
  readonly amountFactors?: readonly number[];
  /** The goal that the threshold follows, and those on the list. */
  readonly goal?: string;
  readonly shownGoals?: readonly string[];
  readonly chartMetrics?: readonly string[];
  /** The sections of Tune that are open on a narrow screen. */
  readonly openSections?: readonly string[];
  /** The bins of the reliability diagram hold equally many cases. */
  readonly reliabilityBins?: 'quantile';
  /** The share of positives and the cases a day that are expected in production. */
  readonly productionRate?: number;
  readonly productionCases?: number;
  /** Which rows are listed, in which order, with which words in them. */
  readonly caseSelection?: readonly CaseCondition[];
  readonly caseOrder?: CaseOrder;
  readonly caseSearch?: string;
  /** By which columns rows are sorted into groups, what is shown of them, in which order, and the metric of the chart. */
  readonly groupBys?: readonly GroupBy[];
  /** Groups made by hand: what must hold for the rows of each. */
  readonly groupRules?: readonly GroupRule[];
  /** What must hold for the rows that everything is about. */
  readonly subject?: readonly CellCondition[];
  readonly groupMetrics?: readonly string[];
  readonly groupOrder?: string;
  readonly groupPlotted?: string;
  /** Of which hundred the symbols on Learn are, and which quiz. */
  readonly iconQuestion?: 'positives' | 'all';
  readonly quizSeed?: number;
  readonly unknown?: readonly (readonly [name: string, value: string])[];
}

/** A value of the address that could not be used. */
export interface LinkProblem {
  readonly name: string;
  readonly value: string;
}

interface Field {
  readonly name: string;
  /** Undefined where the text is no valid value. */
  readonly read: (text: string) => unknown;
  readonly write: (value: never) => string;
  /** The field stands once for each of its values. */
  readonly isMany?: true;
  /** More of them are reported and left out. */
  readonly most?: number;
}

const HASH_LIMIT = 20_000;

/** The address' own short names, in the order in which they are written. */
const FIELDS: Readonly<Record<Exclude<keyof Link, 'unknown'>, Field>> = {
  data: { name: 'data', ...text },
  file: { name: 'file', ...text },
  rows: { name: 'rows', ...number(0, 1e12) },
  threshold: { name: 't', ...number(-Infinity, Infinity) },
  rule: { name: 'rule', ...oneOf<DecisionRule>({ gte: '>=', gt: '>' }) },
  model: { name: 'model', ...text },
  split: { name: 'split', ...text },
  chosenOn: { name: 'on', ...text },
  positiveLabel: { name: 'pos', ...text },
  view: {
    name: 'view',
    ...oneOf<NonNullable<Link['view']>>({
      tune: 'tune',
      classes: 'classes',
      slices: 'slices',
      cases: 'cases',
      compare: 'compare',
      predict: 'predict',
      learn: 'learn',
      data: 'data',
    }),
  },
  language: {
    name: 'lang',
    read: (value) => LANGUAGES.find((language) => language === value),
    write: (value: Language) => value,
  },
  classDecision: {
    name: 'decide',
    ...oneOf<'argmax' | 'thresholds' | 'cost'>({ argmax: 'argmax', thresholds: 'thresholds', cost: 'cost' }),
  },
  fallback: { name: 'else', ...oneOf<'other' | 'argmax'>({ other: 'other', argmax: 'argmax' }) },
  classThresholds: { name: 'at', ...classThreshold },
  mistakePrices: { name: 'price', ...mistakePrice },
  classOrder: { name: 'order', ...text },
  label: { name: 'label', ...text },
  splitColumn: { name: 'splitby', ...text },
  weight: { name: 'weight', ...text },
  id: { name: 'id', ...text },
  modelColumn: { name: 'modelby', ...text },
  modelName: { name: 'modelis', ...text },
  isComparing: { name: 'compare', read: (value) => (value === 'models' ? true : undefined), write: () => 'models' },
  comparedAt: {
    name: 'compareat',
    read: (value) => COMPARED_AT.find((at) => at === value),
    write: (value: ComparedAt) => value,
  },
  comparedModels: { name: 'versus', ...text, isMany: true, most: 100 },
  comparedWith: { name: 'against', ...text },
  versionColumn: { name: 'versionby', ...text },
  scoredLabel: { name: 'scoreof', ...text },
  scoreReading: { name: 'as', ...reading },
  recalibratedOn: { name: 'calibrate', ...text },
  areWeightsCounts: {
    name: 'counts',
    read: (value) => (value === 'yes' ? true : value === 'no' ? false : undefined),
    write: (value: boolean) => (value ? 'yes' : 'no'),
  },
  repairs: { name: 'fix', ...repair },
  missPrice: { name: 'miss', ...number(-1e15, 1e15) },
  falseAlarmPrice: { name: 'alarm', ...number(-1e15, 1e15) },
  hitPrice: { name: 'hit', ...number(-1e15, 1e15) },
  leftAlonePrice: { name: 'left', ...number(-1e15, 1e15) },
  unit: { name: 'unit', read: (value) => (value.length <= 12 ? value : undefined), write: text.write },
  band: { name: 'band', ...band },
  reviewPrice: { name: 'look', ...number(0, 1e15) },
  reviewAccuracy: { name: 'right', ...number(0, 1) },
  reviewCapacity: { name: 'most', ...number(0, 1e15) },
  requirements: { name: 'need', ...requirement, most: MOST_REQUIREMENTS },
  groupThresholds: { name: 'pergroup', ...groupThresholds },
  fairTolerance: { name: 'tolerance', ...number(0, 1) },
  favourable: { name: 'good', ...oneOf<'flagged'>({ flagged: 'flagged' }) },
  fairReference: { name: 'reference', ...text },
  baseline: { name: 'base', ...number(-Infinity, Infinity) },
  baselineRule: { name: 'baserule', ...oneOf<DecisionRule>({ gte: '>=', gt: '>' }) },
  metric: { name: 'metric', ...text },
  minPrecision: { name: 'p', ...number(0, 1) },
  minRecall: { name: 'r', ...number(0, 1) },
  topShare: { name: 'top', ...number(0, 1) },
  topCount: { name: 'topn', ...number(0, 1e12) },
  beta: { name: 'beta', ...number(0.1, 10) },
  pt: { name: 'pt', ...number(0, 0.99) },
  amountOfPositives: { name: 'stake', ...text },
  amountOfNegatives: { name: 'stakeneg', ...text },
  amountFactors: { name: 'stakes', ...factors },
  goal: { name: 'goal', ...text },
  shownGoals: { name: 'goals', ...list },
  chartMetrics: { name: 'curves', ...list },
  productionRate: { name: 'rate', ...number(0, 1) },
  productionCases: { name: 'cases', ...number(0, 1e15) },
  caseSelection: { name: 'show', ...condition, most: MOST_CONDITIONS },
  caseOrder: {
    name: 'sort',
    read: (value) => (value.length <= TEXT_LIMIT ? orderIn(value) : undefined),
    write: orderText,
  },
  caseSearch: { name: 'find', ...text },
  subject: { name: 'only', ...cellCondition, most: MOST_SUBJECT_CONDITIONS },
  groupRules: { name: 'those', ...groupRule, most: MOST_GROUP_RULES },
  groupBys: { name: 'group', ...groupBy, most: MOST_GROUP_COLUMNS },
  groupMetrics: { name: 'groupmetrics', ...list },
  groupOrder: { name: 'grouporder', ...text },
  groupPlotted: { name: 'groupchart', ...text },
  iconQuestion: { name: 'hundred', ...oneOf<'positives' | 'all'>({ positives: 'positives', all: 'all' }) },
  quizSeed: { name: 'quiz', ...quizNumber },
  openSections: { name: 'open', ...list },
  reliabilityBins: { name: 'bins', ...oneOf<'quantile'>({ count: 'quantile' }) },
};

const fieldNamed = new Map(Object.entries(FIELDS).map(([key, field]) => [field.name, { key, field }]));

/** Reads the part of an address after `#`. Never throws, whatever stands there; O(length). */
export function readLink(hash: string): { readonly link: Link; readonly problems: readonly LinkProblem[] } {
  const link = new Map<string, unknown>();
  const unknown: [string, string][] = [];
  const problems: LinkProblem[] = [];
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, '').slice(0, HASH_LIMIT))) {
    const known = fieldNamed.get(name);
    if (known === undefined) {
      unknown.push([name, value]);
      continue;
    }
    const read = known.field.read(value);
    const before = (link.get(known.key) as unknown[] | undefined)?.length ?? 0;
    if (read === undefined || before >= (known.field.most ?? Infinity))
      problems.push({ name, value: value.slice(0, 60) });
    else if (known.field.isMany) link.set(known.key, [...((link.get(known.key) as unknown[]) ?? []), read]);
    else link.set(known.key, read);
  }
  return { link: { ...(Object.fromEntries(link) as Link), unknown }, problems };
}

/** The part of an address after `#`. Reading it back gives the same link. */
export function writeLink(link: Link): string {
  const parameters = new URLSearchParams();
  for (const [key, field] of Object.entries(FIELDS)) {
    const value = link[key as keyof typeof FIELDS];
    if (value === undefined) continue;
    const values = field.isMany ? (value as readonly unknown[]) : [value];
    for (const each of values) parameters.append(field.name, field.write(each as never));
  }
  for (const [name, value] of link.unknown ?? []) parameters.append(name, value);
  return parameters.toString().replaceAll('%2F', '/').replaceAll('%2C', ',');
}
