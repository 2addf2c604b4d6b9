import { FIRST_QUIZ } from '../core/learn/quizNumber.ts';
import { thresholdMetrics } from '../core/metrics/catalog.ts';
import type { ThresholdMetricId } from '../core/metrics/metric.ts';
import { applyRepair, usualMeaning } from '../core/roles/applyRepair.ts';
import type { Interpretation } from '../core/roles/interpretation.ts';
import type { ColumnRepair } from '../core/roles/repair.ts';
import { reinterpret } from '../core/roles/roles.ts';
import { columnOfReading, isSameScoreReading } from '../core/roles/scoreReading.ts';
import type { DatasetSummary } from '../io/io.ts';
import type { Link } from '../io/link.ts';
import { CLASS_ORDERS, DEFAULT_CLASS_CHOICE } from './classChoice.ts';
import { selectParts, selectView } from './classSelectors.ts';
import { DEFAULT_FAIRNESS } from './fairness.ts';
import {
  DEFAULT_GROUP_CHOICE,
  type GroupChoice,
  groupMetricNamed,
  groupOrderName,
  groupOrderNamed,
  MOST_GROUP_METRICS,
} from './groupChoice.ts';
import { selectGrouping, selectGroupRules } from './groupSelectors.ts';
import { freshQuiz } from './learnSlice.ts';
import { casesLink, linkedCases } from './linkedCases.ts';
import type { Notice } from './notices.ts';
import { DEFAULT_CASES } from './productionSlice.ts';
import { baseReading } from './readings.ts';
import { DEFAULT_REVIEW } from './review.ts';
import {
  type AmountPrices,
  DEFAULT_RULE_SETTINGS,
  DEFAULT_SHOWN_RULES,
  fittedSettings,
  isRuleId,
  type RuleId,
  type RuleSettings,
} from './ruleSettings.ts';
import { isTuneSection, TUNE_SECTIONS, USUALLY_OPEN } from './sections.ts';
import { selectEvaluations, selectModels, selectThreshold, selectThresholdKey } from './selectors.ts';
import type { TunerState } from './tunerState.ts';
import { selectVersionColumns } from './versions.ts';
import { DEFAULT_CHART_METRICS } from './viewSlice.ts';

/** The settings of a link by which it departs from what the program would have inferred. */
const ROLES = [
  ['label', 'label'],
  ['score', 'model'],
  ['split', 'splitColumn'],
  ['weight', 'weight'],
  ['id', 'id'],
  ['modelColumn', 'modelColumn'],
] as const;

/** The classes, which are understood only once the label column is settled; with their names in the address. */
const CLASSES = [
  ['positiveLabel', 'pos'],
  ['scoredLabel', 'scoreof'],
] as const;

/** As many lines as there are dash patterns to tell them apart. */
const MOST_CHART_METRICS = 5;

/** In a link, the role that no column plays. */
const NO_COLUMN = '';

type RoleChange = Partial<Pick<Interpretation, 'label' | 'score' | 'split' | 'weight' | 'id' | 'modelColumn'>>;

/** The values of the label column, as written. */
const labelValuesOf = ({ columns }: DatasetSummary, label: string): readonly string[] =>
  columns.find(({ name }) => name === label)?.topValues.map(({ value }) => value) ?? [];

/** The reading of a file that a link asks for: what was inferred, with the link's columns and classes where the file has them. */
export function fittedInterpretation(
  summary: DatasetSummary,
  link: Link | null,
): { readonly interpretation: Interpretation; readonly notices: readonly Notice[] } {
  const notices: Notice[] = [];
  const roles: Record<string, string | null> = {};
  for (const [role, key] of ROLES) {
    const name = link?.[key];
    if (name === undefined) continue;
    if (name === NO_COLUMN && role !== 'label' && role !== 'score') roles[role] = null;
    else if (summary.columns.some((column) => column.name === name)) roles[role] = name;
    else notices.push({ code: 'linkColumnMissing', values: { name: key, value: name } });
  }
  const { columns, inferred } = summary;
  const base = baseReading(summary, { label: roles.label ?? inferred.label, score: roles.score ?? inferred.score });
  let interpretation = reinterpret(columns, base, roles as RoleChange);
  const values = labelValuesOf(summary, interpretation.label);
  for (const [key, name] of CLASSES) {
    const value = link?.[key];
    if (value === undefined) continue;
    if (values.includes(value)) interpretation = reinterpret(summary.columns, interpretation, { [key]: value });
    else notices.push({ code: 'linkValueIgnored', values: { name, value } });
  }
  if (link?.modelName !== undefined) {
    const { modelColumn } = interpretation;
    const names = columns.find(({ name }) => name === modelColumn)?.topValues.map(({ value }) => value) ?? [];
    if (names.includes(link.modelName)) interpretation = { ...interpretation, modelName: link.modelName };
    else notices.push({ code: 'linkValueIgnored', values: { name: 'modelis', value: link.modelName } });
  }
  if (link?.scoreReading !== undefined) {
    const besides = columnOfReading(link.scoreReading);
    const isThere = besides === null || columns.some(({ name }) => name === besides);
    const isFree = besides === null || (besides !== interpretation.score && besides !== interpretation.label);
    if (isThere && isFree) interpretation = { ...interpretation, scoreReading: link.scoreReading };
    else notices.push({ code: 'linkColumnMissing', values: { name: 'as', value: besides ?? '' } });
  }
  const { recalibratedOn = interpretation.recalibratedOn, areWeightsCounts = interpretation.areWeightsCounts } =
    link ?? {};
  interpretation = { ...interpretation, recalibratedOn, areWeightsCounts };
  const subject = (link?.subject ?? []).filter(({ column }) => {
    const isThere = columns.some(({ name }) => name === column);
    if (!isThere) notices.push({ code: 'linkColumnMissing', values: { name: 'only', value: column } });
    return isThere;
  });
  if (subject.length > 0) interpretation = { ...interpretation, subject };
  for (const repair of link?.repairs ?? []) {
    if (fits(repair, summary, interpretation)) interpretation = applyRepair(columns, interpretation, repair);
    else notices.push({ code: 'linkValueIgnored', values: { name: 'fix', value: `${repair.kind}:${repair.column}` } });
  }
  return { interpretation, notices };
}

/** Whether a repair can be made: its column is there, and one to be left out plays no role. */
function fits({ kind, column }: ColumnRepair, { columns }: DatasetSummary, interpretation: Interpretation): boolean {
  const isInUse = ROLES.some(([role]) => interpretation[role] === column);
  return columns.some(({ name }) => name === column) && !(kind === 'ignoreColumn' && isInUse);
}

/** Whether a link says what the columns of a file leave open. */
export function answersQuestion({ columns, question }: DatasetSummary, link: Link | null): boolean {
  const has = (name: string | undefined) => columns.some((column) => column.name === name);
  return question === null || (has(link?.label) && has(link?.model) && link?.label !== link?.model);
}

const metricIdOf = (name: string): ThresholdMetricId | null =>
  thresholdMetrics.find(({ id }) => id === name)?.id ?? null;

/** The metric of that name, if one value of it is better than another. */
export const metricToOptimize = (name: string): ThresholdMetricId | null => {
  const metric = thresholdMetrics.find(({ id }) => id === name);
  return metric === undefined || metric.better === 'neither' ? null : metric.id;
};

/** The numbers inside the goals as a link has them, as usual where it does not say. */
export function linkedSettings(link: Link): RuleSettings {
  const usual = DEFAULT_RULE_SETTINGS;
  return {
    metric: (link.metric === undefined ? null : metricToOptimize(link.metric)) ?? usual.metric,
    minPrecision: link.minPrecision ?? usual.minPrecision,
    minRecall: link.minRecall ?? usual.minRecall,
    topShare: link.topShare ?? usual.topShare,
    topCount: link.topCount ?? usual.topCount,
    beta: link.beta ?? usual.beta,
    pt: link.pt ?? usual.pt,
    amounts: linkedAmounts(link),
  };
}

function linkedAmounts({ amountOfPositives, amountOfNegatives, amountFactors }: Link): AmountPrices {
  const { amounts: usual } = DEFAULT_RULE_SETTINGS;
  if (amountOfPositives === undefined && amountOfNegatives === undefined && amountFactors === undefined) return usual;
  const [tp, fp, fn, tn] = amountFactors ?? FACTOR_ORDER.map((outcome) => usual.factors[outcome]);
  return {
    positives: amountOfPositives ?? null,
    negatives: amountOfNegatives ?? null,
    factors: { tp, fp, fn, tn },
  };
}

/** What a link shows of groups; what no metric is called is reported and left out. */
function linkedGroupChoice(link: Link, ignored: (name: string, value: string) => void): GroupChoice {
  const usual = DEFAULT_GROUP_CHOICE;
  const metrics = (link.groupMetrics ?? usual.metrics).flatMap((name, place) => {
    const id = place < MOST_GROUP_METRICS ? groupMetricNamed(name) : null;
    if (id === null) ignored('groupmetrics', name);
    return id ?? [];
  });
  const order = link.groupOrder === undefined ? usual : groupOrderNamed(link.groupOrder);
  if (order === null) ignored('grouporder', link.groupOrder ?? '');
  const plotted = link.groupPlotted === undefined ? usual.plotted : groupMetricNamed(link.groupPlotted);
  if (plotted === null) ignored('groupchart', link.groupPlotted ?? '');
  const { order: by, isDescending } = order ?? usual;
  return { metrics: [...new Set(metrics)], order: by, isDescending, plotted: plotted ?? usual.plotted };
}

/** The sections that a link has open on a narrow screen. */
function linkedSections(
  names: Link['openSections'],
  ignored: (name: string, value: string) => void,
): TunerState['openSections'] {
  if (names === undefined) return USUALLY_OPEN;
  for (const name of names) if (!isTuneSection(name)) ignored('open', name);
  return TUNE_SECTIONS.filter((section) => names.includes(section));
}

/** The order of the outcomes in a link. */
const FACTOR_ORDER = ['tp', 'fp', 'fn', 'tn'] as const;

/** What a link sets once its data is there. Values that the data does not have are reported and left as they were. */
export function linkedState(
  state: TunerState,
  link: Link,
): { readonly change: Partial<TunerState>; readonly notices: readonly Notice[] } {
  const notices: Notice[] = [];
  const ignored = (name: string, value: string) => notices.push({ code: 'linkValueIgnored', values: { name, value } });
  const { decision } = state;
  const splitIfThere = (name: string | undefined): string | null => {
    if (name === undefined) return null;
    if (selectEvaluations(state).some(({ split }) => split === name)) return name;
    notices.push({ code: 'linkSplitMissing', values: { value: name } });
    return null;
  };
  if (link.metric !== undefined && metricToOptimize(link.metric) === null) ignored('metric', link.metric);
  const goalNamed = (field: string, name: string): RuleId | null => {
    if (isRuleId(name)) return name;
    ignored(field, name);
    return null;
  };
  const columns = state.opened?.dataset.summary.columns ?? [];
  for (const [name, value] of [
    ['stake', link.amountOfPositives],
    ['stakeneg', link.amountOfNegatives],
  ] as const) {
    const isMissing = value !== undefined && !columns.some((column) => column.name === value);
    if (isMissing) notices.push({ code: 'linkColumnMissing', values: { name, value } });
  }
  const hasAll = (groups: Link['groupThresholds']) =>
    groups?.grouping.by.every(({ column }) => {
      const isThere = columns.some(({ name }) => name === column);
      if (!isThere) notices.push({ code: 'linkColumnMissing', values: { name: 'pergroup', value: column } });
      return isThere;
    }) ?? false;
  const goal = link.goal === undefined ? null : goalNamed('goal', link.goal);
  const shownGoals = link.shownGoals?.flatMap((name) => goalNamed('goals', name) ?? []) ?? DEFAULT_SHOWN_RULES;
  const chartMetrics = new Set<ThresholdMetricId>();
  for (const name of link.chartMetrics ?? DEFAULT_CHART_METRICS) {
    const id = metricIdOf(name);
    if (id === null || (chartMetrics.size === MOST_CHART_METRICS && !chartMetrics.has(id))) ignored('curves', name);
    else chartMetrics.add(id);
  }
  const groupBys = (link.groupBys ?? []).filter(({ column }) => {
    const isThere = columns.some(({ name }) => name === column);
    if (!isThere) notices.push({ code: 'linkColumnMissing', values: { name: 'group', value: column } });
    return isThere;
  });
  const hasClass = (label: string) => selectParts(state).some((each) => each.label === label);
  const classThresholds = Object.fromEntries(
    (link.classThresholds ?? []).filter(([label]) => {
      if (!hasClass(label)) ignored('at', label);
      return hasClass(label);
    }),
  );
  const ofShown = link.threshold === undefined ? {} : { [selectThresholdKey(state)]: link.threshold };
  const models = selectModels(state)?.names ?? [];
  const modelsIfThere = (field: string, names: readonly string[]): readonly string[] =>
    names.filter((name) => {
      if (!models.includes(name)) ignored(field, name);
      return models.includes(name);
    });
  const comparedModels = modelsIfThere('versus', link.comparedModels ?? []);
  const [comparedWith] = modelsIfThere('against', link.comparedWith === undefined ? [] : [link.comparedWith]);
  const versionColumn = selectVersionColumns(state).find((name) => name === link.versionColumn) ?? null;
  if (link.versionColumn !== undefined && versionColumn === null)
    notices.push({ code: 'linkColumnMissing', values: { name: 'versionby', value: link.versionColumn } });
  const classOrder = CLASS_ORDERS.find((order) => order === (link.classOrder ?? 'file'));
  if (classOrder === undefined) ignored('order', link.classOrder ?? '');
  return {
    notices,
    change: {
      classOrder: classOrder ?? 'file',
      ...linkedCases(state, link, notices),
      grouping: groupBys.length === 0 ? null : { by: groupBys },
      groupBys,
      groupRules: (link.groupRules ?? []).filter((rule) => {
        const gone = rule.conditions.find(({ column }) => !columns.some(({ name }) => name === column));
        if (gone !== undefined)
          notices.push({ code: 'linkColumnMissing', values: { name: 'those', value: gone.column } });
        return gone === undefined;
      }),
      groupChoice: linkedGroupChoice(link, ignored),
      view: state.viewPressed ?? link.view ?? 'tune',
      isComparing: link.isComparing ?? false,
      comparedAt: link.comparedAt ?? 'own',
      comparedModels: comparedModels.length === 0 ? null : comparedModels,
      comparedWith: comparedWith ?? null,
      versionColumn,
      chosenSplit: splitIfThere(link.split),
      chosenOn: splitIfThere(link.chosenOn),
      baseline: link.baseline === undefined ? null : { threshold: link.baseline, rule: link.baselineRule ?? '>=' },
      chartMetrics: [...chartMetrics],
      shownRules: shownGoals,
      reliabilityBins: link.reliabilityBins ?? 'uniform',
      iconQuestion: link.iconQuestion ?? 'flagged',
      ...freshQuiz(link.quizSeed),
      openSections: linkedSections(link.openSections, ignored),
      fairness: {
        tolerance: link.fairTolerance ?? DEFAULT_FAIRNESS.tolerance,
        favourable: link.favourable ?? DEFAULT_FAIRNESS.favourable,
        reference: link.fairReference ?? null,
      },
      productionRate: link.productionRate ?? null,
      productionCases: link.productionCases ?? DEFAULT_CASES,
      decision: {
        thresholds: { ...classThresholds, ...ofShown },
        rule: link.rule ?? decision.rule,
        classes: {
          kind: link.classDecision ?? DEFAULT_CLASS_CHOICE.kind,
          fallback: link.fallback ?? DEFAULT_CLASS_CHOICE.fallback,
          costs: (link.mistakePrices ?? []).filter(({ actual, predicted }) => {
            const isKnown = hasClass(actual) && hasClass(predicted);
            if (!isKnown) ignored('price', `${actual} → ${predicted}`);
            return isKnown;
          }),
        },
        goal,
        settings: fittedSettings(linkedSettings(link), columns),
        prices: {
          miss: link.missPrice ?? decision.prices.miss,
          falseAlarm: link.falseAlarmPrice ?? decision.prices.falseAlarm,
          hit: link.hitPrice ?? 0,
          leftAlone: link.leftAlonePrice ?? 0,
          unit: link.unit ?? decision.prices.unit,
        },
        review: {
          band: link.band === undefined ? null : { lower: link.band[0], upper: link.band[1] },
          price: link.reviewPrice ?? DEFAULT_REVIEW.price,
          accuracy: link.reviewAccuracy ?? DEFAULT_REVIEW.accuracy,
          capacity: link.reviewCapacity ?? DEFAULT_REVIEW.capacity,
        },
        requirements: link.requirements ?? [],
        groups: hasAll(link.groupThresholds) ? (link.groupThresholds ?? null) : null,
      },
    },
  };
}

/** Undefined where the value is what it would be anyway. */
const unless = <T>(isUsual: boolean, value: T): T | undefined => (isUsual ? undefined : value);

/** The link that brings this view back; only what departs from a fresh page is in it, besides data, threshold, rule, split and view. */
export function linkOf(state: TunerState): Link {
  const { opened, decision, awaited, fairness } = state;
  if (opened === null) return awaited ?? {};
  const { summary } = opened.dataset;
  const { columns, question, rowCount } = summary;
  const { interpretation, evaluations } = opened.prepared;
  const { classes, review } = decision;
  const isOtherClass = (label: string) =>
    label !== selectThresholdKey(state) && selectParts(state).some((each) => each.label === label);
  const base = baseReading(summary, interpretation);
  const isAnswer = (role: string) => question !== null && (role === 'label' || role === 'score');
  const changed = ROLES.filter(([role]) => interpretation[role] !== base[role] || isAnswer(role));
  const { factors } = decision.settings.amounts;
  const { factors: usualFactors } = DEFAULT_RULE_SETTINGS.amounts;
  const unusual = <K extends keyof RuleSettings>(key: K) =>
    unless(decision.settings[key] === DEFAULT_RULE_SETTINGS[key], decision.settings[key]);
  // What these columns alone would be taken for: only classes that differ from it need saying.
  const usual = usualMeaning(columns, base, interpretation);
  return {
    ...(opened.origin.kind === 'device' ? { file: opened.name, rows: rowCount } : { data: opened.origin.data }),
    ...Object.fromEntries(changed.map(([role, key]) => [key, interpretation[role] ?? NO_COLUMN])),
    threshold: selectThreshold(state),
    rule: decision.rule,
    split: evaluations.find(({ split }) => split === state.chosenSplit)?.split,
    chosenOn: evaluations.find(({ split }) => split === state.chosenOn)?.split,
    view: selectView(state),
    language: state.isLanguageChosen ? state.language : undefined,
    classDecision: unless(classes.kind === DEFAULT_CLASS_CHOICE.kind, classes.kind),
    fallback: unless(classes.fallback === DEFAULT_CLASS_CHOICE.fallback, classes.fallback),
    classThresholds: Object.entries(decision.thresholds).filter(([label]) => isOtherClass(label)),
    mistakePrices: classes.costs,
    classOrder: unless(state.classOrder === 'file', state.classOrder),
    modelName: unless(interpretation.modelName === base.modelName, interpretation.modelName ?? undefined),
    isComparing: state.isComparing ? true : undefined,
    comparedAt: unless(state.comparedAt === 'own', state.comparedAt),
    comparedModels: state.comparedModels ?? undefined,
    comparedWith: state.comparedWith ?? undefined,
    versionColumn: state.versionColumn ?? undefined,
    positiveLabel: unless(interpretation.positiveLabel === usual.positiveLabel, interpretation.positiveLabel),
    scoredLabel: unless(interpretation.scoredLabel === usual.scoredLabel, interpretation.scoredLabel),
    scoreReading: unless(
      isSameScoreReading(interpretation.scoreReading, usual.scoreReading),
      interpretation.scoreReading,
    ),
    recalibratedOn: interpretation.recalibratedOn ?? undefined,
    areWeightsCounts: unless(
      interpretation.areWeightsCounts === usual.areWeightsCounts,
      interpretation.areWeightsCounts,
    ),
    repairs: unless(interpretation.repairs.length === 0, interpretation.repairs),
    missPrice: decision.prices.miss,
    falseAlarmPrice: decision.prices.falseAlarm,
    hitPrice: unless(decision.prices.hit === 0, decision.prices.hit),
    leftAlonePrice: unless(decision.prices.leftAlone === 0, decision.prices.leftAlone),
    unit: decision.prices.unit,
    band: review.band === null ? undefined : [review.band.lower, review.band.upper],
    reviewPrice: unless(review.price === DEFAULT_REVIEW.price, review.price),
    reviewAccuracy: unless(review.accuracy === DEFAULT_REVIEW.accuracy, review.accuracy),
    reviewCapacity: review.capacity ?? undefined,
    requirements: unless(decision.requirements.length === 0, decision.requirements),
    groupThresholds: decision.groups ?? undefined,
    fairTolerance: unless(fairness.tolerance === DEFAULT_FAIRNESS.tolerance, fairness.tolerance),
    favourable: fairness.favourable === 'flagged' ? 'flagged' : undefined,
    fairReference: fairness.reference ?? undefined,
    baseline: state.baseline?.threshold,
    baselineRule: unless(state.baseline === null || state.baseline.rule === '>=', state.baseline?.rule ?? '>='),
    metric: unusual('metric'),
    minPrecision: unusual('minPrecision'),
    minRecall: unusual('minRecall'),
    topShare: unusual('topShare'),
    topCount: unusual('topCount'),
    beta: unusual('beta'),
    pt: unusual('pt'),
    amountOfPositives: decision.settings.amounts.positives ?? undefined,
    amountOfNegatives: decision.settings.amounts.negatives ?? undefined,
    amountFactors: FACTOR_ORDER.every((outcome) => factors[outcome] === usualFactors[outcome])
      ? undefined
      : FACTOR_ORDER.map((outcome) => factors[outcome]),
    goal: decision.goal ?? undefined,
    shownGoals: unless(state.shownRules.join() === DEFAULT_SHOWN_RULES.join(), state.shownRules),
    chartMetrics: unless(state.chartMetrics.join() === DEFAULT_CHART_METRICS.join(), state.chartMetrics),
    productionRate: state.productionRate ?? undefined,
    productionCases: unless(state.productionCases === DEFAULT_CASES, state.productionCases),
    reliabilityBins: state.reliabilityBins === 'quantile' ? 'quantile' : undefined,
    iconQuestion: state.iconQuestion === 'flagged' ? undefined : state.iconQuestion,
    quizSeed: unless(state.quizSeed === FIRST_QUIZ, state.quizSeed),
    openSections: unless(state.openSections.join() === USUALLY_OPEN.join(), state.openSections),
    ...casesLink(state),
    subject: interpretation.subject,
    ...groupLinkOf(state),
    unknown: state.unknownLinkFields,
  };
}

/** Groups as a link has them. */
function groupLinkOf(
  state: TunerState,
): Pick<Link, 'groupBys' | 'groupRules' | 'groupMetrics' | 'groupOrder' | 'groupPlotted'> {
  const { metrics, plotted, ...order } = state.groupChoice;
  const usual = DEFAULT_GROUP_CHOICE;
  const orderName = groupOrderName(order);
  return {
    groupBys: selectGrouping(state)?.by,
    groupRules: unless(selectGroupRules(state).length === 0, selectGroupRules(state)),
    groupMetrics: unless(metrics.join() === usual.metrics.join(), metrics),
    groupOrder: unless(orderName === groupOrderName(usual), orderName),
    groupPlotted: unless(plotted === usual.plotted, plotted),
  };
}
