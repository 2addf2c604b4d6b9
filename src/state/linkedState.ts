import type { Interpretation } from '../core/dataset/interpretation.ts';
import { thresholdMetrics } from '../core/metrics/catalog.ts';
import type { ThresholdMetricId } from '../core/metrics/metric.ts';
import type { DatasetSummary } from '../io/io.ts';
import type { Link } from '../io/link.ts';
import type { Notice } from './notices.ts';
import { DEFAULT_RULE_SETTINGS } from './ruleSettings.ts';
import { selectEvaluations, selectStart, selectThreshold, selectThresholdKey } from './selectors.ts';
import type { TunerState } from './tunerState.ts';
import { DEFAULT_CHART_METRICS } from './viewSlice.ts';

/** The settings of a link by which it departs from what the program would have inferred. */
const ROLES = [
  ['label', 'label'],
  ['score', 'model'],
  ['split', 'splitColumn'],
  ['weight', 'weight'],
  ['id', 'id'],
] as const;

/** In a link, the role that no column plays. */
const NO_COLUMN = '';

/** The reading of a file that a link asks for: what was inferred, with the link's columns and classes where the file has them. */
export function fittedInterpretation(
  summary: DatasetSummary,
  link: Link | null,
): { readonly interpretation: Interpretation; readonly notices: readonly Notice[] } {
  const fitted: { -readonly [Key in keyof Interpretation]: Interpretation[Key] } = { ...summary.inferred };
  const notices: Notice[] = [];
  for (const [role, key] of ROLES) {
    const name = link?.[key];
    if (name === undefined) continue;
    if (name === NO_COLUMN && role !== 'label' && role !== 'score') fitted[role] = null;
    else if (summary.columns.some((column) => column.name === name)) fitted[role] = name;
    else notices.push({ code: 'linkColumnMissing', values: { name: key, value: name } });
  }
  const values =
    summary.columns.find((column) => column.name === fitted.label)?.topValues.map(({ value }) => value) ?? [];
  for (const key of ['positiveLabel', 'scoredLabel'] as const) {
    const value = link?.[key];
    if (value === undefined) continue;
    if (!values.includes(value)) {
      notices.push({ code: 'linkValueIgnored', values: { name: key === 'positiveLabel' ? 'pos' : 'scoreof', value } });
    } else if (key === 'positiveLabel' && value === fitted.negativeLabel) {
      fitted.negativeLabel = fitted.positiveLabel;
      fitted.positiveLabel = value;
    } else fitted[key] = value;
  }
  return { interpretation: fitted, notices };
}

const metricIdOf = (name: string): ThresholdMetricId | null =>
  thresholdMetrics.find(({ id }) => id === name)?.id ?? null;

/** What a link sets once its data is there. Values that the data does not have are reported and left as they were. */
export function linkedState(
  state: TunerState,
  link: Link,
): { readonly change: Partial<TunerState>; readonly notices: readonly Notice[] } {
  const notices: Notice[] = [];
  const { decision, ruleSettings } = state;
  const split = link.split;
  if (split !== undefined && !selectEvaluations(state).some((evaluation) => evaluation.split === split)) {
    notices.push({ code: 'linkSplitMissing', values: { value: split } });
  }
  const metric = link.metric === undefined ? ruleSettings.metric : metricIdOf(link.metric);
  if (metric === null) notices.push({ code: 'linkValueIgnored', values: { name: 'metric', value: link.metric ?? '' } });
  const chartMetrics = (link.chartMetrics ?? []).flatMap((name) => metricIdOf(name) ?? []);
  const rule = link.rule ?? decision.rule;
  return {
    notices,
    change: {
      view: link.view ?? 'tune',
      chosenSplit: split ?? null,
      baseline: link.baseline === undefined ? null : { threshold: link.baseline, rule },
      chartMetrics: chartMetrics.length > 0 ? chartMetrics : DEFAULT_CHART_METRICS,
      ruleSettings: {
        metric: metric ?? DEFAULT_RULE_SETTINGS.metric,
        minPrecision: link.minPrecision ?? DEFAULT_RULE_SETTINGS.minPrecision,
        minRecall: link.minRecall ?? DEFAULT_RULE_SETTINGS.minRecall,
        topShare: link.topShare ?? DEFAULT_RULE_SETTINGS.topShare,
      },
      decision: {
        thresholds: link.threshold === undefined ? {} : { [selectThresholdKey(state)]: link.threshold },
        rule,
        prices: {
          miss: link.missPrice ?? decision.prices.miss,
          falseAlarm: link.falseAlarmPrice ?? decision.prices.falseAlarm,
          unit: link.unit ?? decision.prices.unit,
        },
      },
    },
  };
}

/** Undefined where the value is what it would be anyway. */
const unless = <T>(isUsual: boolean, value: T): T | undefined => (isUsual ? undefined : value);

/** The link that brings this view back; only what departs from a fresh page is in it, besides data, threshold, rule, split and view. */
export function linkOf(state: TunerState): Link {
  const { opened, decision, ruleSettings, awaited } = state;
  if (opened === null) return awaited ?? {};
  const { inferred, rowCount } = opened.dataset.summary;
  const { interpretation } = opened.prepared;
  const roles = Object.fromEntries(
    ROLES.map(([role, key]) => [
      key,
      unless(interpretation[role] === inferred[role], interpretation[role] ?? NO_COLUMN),
    ]),
  );
  return {
    ...(opened.origin.kind === 'page' ? { data: opened.origin.data } : { file: opened.name, rows: rowCount }),
    ...roles,
    threshold: selectThreshold(state),
    rule: decision.rule,
    split: state.chosenSplit ?? undefined,
    view: state.view,
    positiveLabel: unless(interpretation.positiveLabel === inferred.positiveLabel, interpretation.positiveLabel),
    scoredLabel: unless(interpretation.scoredLabel === inferred.scoredLabel, interpretation.scoredLabel),
    missPrice: decision.prices.miss,
    falseAlarmPrice: decision.prices.falseAlarm,
    unit: decision.prices.unit,
    baseline: unless(
      state.baseline === null || state.baseline.threshold === selectStart(state),
      state.baseline?.threshold ?? 0,
    ),
    metric: unless(ruleSettings.metric === DEFAULT_RULE_SETTINGS.metric, ruleSettings.metric),
    minPrecision: unless(ruleSettings.minPrecision === DEFAULT_RULE_SETTINGS.minPrecision, ruleSettings.minPrecision),
    minRecall: unless(ruleSettings.minRecall === DEFAULT_RULE_SETTINGS.minRecall, ruleSettings.minRecall),
    topShare: unless(ruleSettings.topShare === DEFAULT_RULE_SETTINGS.topShare, ruleSettings.topShare),
    chartMetrics: unless(state.chartMetrics.join() === DEFAULT_CHART_METRICS.join(), state.chartMetrics),
    unknown: state.unknownLinkFields,
  };
}
