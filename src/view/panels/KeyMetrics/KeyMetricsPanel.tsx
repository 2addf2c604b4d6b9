import { type ReactNode, useContext, useRef } from 'react';
import { costOf } from '../../../core/cost/payoff.ts';
import type { Interval } from '../../../core/intervals/interval.ts';
import { wilsonInterval } from '../../../core/intervals/proportion.ts';
import { thresholdMetric } from '../../../core/metrics/catalog.ts';
import type { ThresholdMetricId } from '../../../core/metrics/metric.ts';
import { confusionAt } from '../../../core/scores/confusion.ts';
import { formatMetric, formatMoney, formatPercent, formatThreshold, withoutPercentSign } from '../../../i18n/format.ts';
import { pause, sentenceGap } from '../../../i18n/joined.ts';
import { type TextKey, translate } from '../../../i18n/translate.ts';
import { selectRuleChoice } from '../../../state/rules.ts';
import {
  selectBaseline,
  selectChosenOn,
  selectConfusion,
  selectEvaluation,
  selectPayoff,
  selectPrices,
  selectRule,
  selectThreshold,
} from '../../../state/selectors.ts';
import { TunerContext, useActions, useTuner } from '../../../state/useTuner.ts';
import { usePresentInterval } from '../../chartState/usePresentInterval.ts';
import { roundedTotal } from '../../terms/aimWords.ts';
import { IntervalTerm } from '../../terms/IntervalTerm.tsx';
import { MetricTerm } from '../../terms/MetricTerm.tsx';
import { TopicTerm } from '../../terms/TopicTerm.tsx';
import { thresholdName } from '../../terms/thresholdName.ts';
import './KeyMetricsPanel.css';

/** The best value there is and where it is reached, on the rows it was chosen on; flagging all or none is said in words. */
function bestText(which: 'highest' | 'lowest', on: string | null, threshold: number, value: string): string {
  const where = on === null ? '' : 'On';
  const how = Number.isFinite(threshold) ? '' : 'By';
  return translate(`key.${which}${where}${how}`, { value, threshold: thresholdName(threshold), split: on ?? '' });
}

/** Smaller changes are rounding of the last shown digit. */
const NOTHING = 5e-5;

function Change({
  amount,
  shown,
  better,
  since,
}: {
  amount: number;
  shown: string;
  better: 'higher' | 'lower';
  since: string;
}) {
  if (Number.isNaN(amount) || Math.abs(amount) < NOTHING) return null;
  const isBetter = amount > 0 === (better === 'higher');
  return (
    <p className={`keyChange ${isBetter ? 'better' : 'worse'}`}>
      <span aria-hidden="true">{amount > 0 ? '▲' : '▼'} </span>
      {translate('key.change', { amount: shown, since })}
      <span className="visuallyHidden">{`${pause()}${translate(isBetter ? 'key.better' : 'key.worse')}`}</span>
    </p>
  );
}

function Card({
  name,
  value,
  children,
}: {
  readonly name: ReactNode;
  readonly value: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="keyCard">
      <h3 className="keyName">{name}</h3>
      <p className="keyValue">{value}</p>
      {children}
    </div>
  );
}

function useBefore() {
  const evaluation = useTuner(selectEvaluation);
  const baseline = useTuner(selectBaseline);
  const confusion = evaluation === null ? null : confusionAt(evaluation.index, baseline.threshold, baseline.rule);
  return { baseline, confusion, since: formatThreshold(baseline.threshold) };
}

/** Which split a choice was made on, for words beside it; null where it is the one in view. */
const useOtherSplit = (): string | null =>
  useTuner((state) => {
    const on = selectChosenOn(state);
    return on === selectEvaluation(state) ? null : (on?.split ?? null);
  });

function MetricValue({ id }: { readonly id: ThresholdMetricId }) {
  const confusion = useTuner(selectConfusion);
  const threshold = useTuner(selectThreshold);
  const metric = thresholdMetric(id);
  const { interval, isLate } = usePresentInterval(metric.of, metric.proportion);
  const best = useTuner((state) =>
    state.decision.settings.metric === id ? selectRuleChoice(state, 'highestMetric') : null,
  );
  const on = useOtherSplit();
  const before = useBefore();
  if (confusion === null || before.confusion === null) return null;
  const value = metric.of(confusion, threshold);
  const change = value - metric.of(before.confusion, before.baseline.threshold);
  const proportion = metric.proportion?.(confusion) ?? null;
  const format = proportion === null ? formatMetric : formatPercent;
  const reason = metric.undefinedReason(confusion, threshold);
  return (
    <Card name={<MetricTerm id={id} />} value={format(value)}>
      {reason !== null && <p className="hint">{translate(`undefined.${reason}` as TextKey)}</p>}
      <IntervalLine interval={interval} isLate={isLate} format={proportion === null ? formatMetric : percentNumber} />
      {proportion === null && best?.kind === 'found' && (
        <p className="hint">{bestText('highest', on, best.threshold, formatMetric(best.value))}</p>
      )}
      <Change
        amount={change}
        shown={
          proportion === null
            ? formatMetric(Math.abs(change))
            : translate('key.points', { points: (Math.abs(change) * 100).toFixed(1) })
        }
        better={metric.better === 'lower' ? 'lower' : 'higher'}
        since={before.since}
      />
    </Card>
  );
}

/** 71.2: the sign stands with the value above. */
const percentNumber = (share: number): string => withoutPercentSign(formatPercent(share));

interface IntervalLineProps {
  readonly interval: Interval | null;
  readonly isLate: boolean;
  readonly format: (value: number) => string;
}

function IntervalLine({ interval, isLate, format }: IntervalLineProps) {
  if (interval === null) return null;
  return (
    <p className="hint" aria-busy={isLate}>
      <IntervalTerm interval={interval} format={format} />
    </p>
  );
}

function CostValue() {
  const confusion = useTuner(selectConfusion);
  const { miss, falseAlarm, unit } = useTuner(selectPrices);
  const payoff = useTuner(selectPayoff);
  const { interval, isLate } = usePresentInterval((each) => costOf(each, payoff), null);
  const cheapest = useTuner((state) => selectRuleChoice(state, 'lowestCost'));
  const on = useOtherSplit();
  const before = useBefore();
  if (confusion === null || before.confusion === null) return null;
  const cost = costOf(confusion, payoff);
  const change = cost - costOf(before.confusion, payoff);
  const name = (
    <TopicTerm
      topic="cost"
      explain={() => (
        <>
          <p>{translate('cost.sentence')}</p>
          <p className="termFormula">
            {translate(payoff.tp === 0 && payoff.tn === 0 ? 'cost.numbers' : 'cost.allNumbers', {
              ...confusion,
              miss: String(miss),
              falseAlarm: String(falseAlarm),
              hit: String(payoff.tp),
              leftAlone: String(payoff.tn),
              cost: formatMoney(cost, unit),
            })}
          </p>
        </>
      )}
    >
      {translate('cost.name')}
    </TopicTerm>
  );
  return (
    <Card name={name} value={formatMoney(cost, unit)}>
      <IntervalLine interval={interval} isLate={isLate} format={(value) => formatMoney(roundedTotal(value), unit)} />
      {cheapest?.kind === 'found' && (
        <p className="hint">{bestText('lowest', on, cheapest.threshold, formatMoney(cheapest.value, unit))}</p>
      )}
      <Change amount={change} shown={formatMoney(Math.abs(change), unit)} better="lower" since={before.since} />
    </Card>
  );
}

/** The figures that are shown, now and at the baseline, in full precision. */
function KeyCsv({ ids }: { readonly ids: readonly ThresholdMetricId[] }) {
  const { downloadTable } = useActions();
  const store = useContext(TunerContext);
  const title = translate('key.title');
  const save = () => {
    const state = store?.getState();
    const evaluation = state === undefined ? null : selectEvaluation(state);
    if (state === undefined || evaluation === null) return;
    const payoff = selectPayoff(state);
    const points = [{ threshold: selectThreshold(state), rule: selectRule(state) }, selectBaseline(state)];
    const rows = points.flatMap(({ threshold, rule }, place) => {
      const confusion = confusionAt(evaluation.index, threshold, rule);
      const lead = [place === 0 ? 'now' : 'baseline', evaluation.split, rule, threshold];
      return [
        ...ids.map((id) => {
          const metric = thresholdMetric(id);
          const proportion = state.opened?.prepared.hasWeights ? null : metric.proportion?.(confusion);
          const { low, high } = proportion
            ? wilsonInterval(proportion.successes, proportion.trials)
            : { low: Number.NaN, high: Number.NaN };
          return [...lead, id, metric.of(confusion, threshold), low, high];
        }),
        [...lead, 'cost', costOf(confusion, payoff), Number.NaN, Number.NaN],
      ];
    });
    downloadTable('key-figures', {
      columns: ['point', 'split', 'rule', 'threshold', 'figure', 'value', 'low95', 'high95'],
      rows,
    });
  };
  return (
    <button type="button" className="linkButton" aria-label={translate('chart.csvOf', { title })} onClick={save}>
      {translate('chart.csv')}
    </button>
  );
}

/** The few metrics that matter, with their intervals and what changed since the baseline. */
export function KeyMetricsPanel() {
  const metric = useTuner((state) => state.decision.settings.metric);
  const baseline = useTuner(selectBaseline);
  const isAtBaseline = useTuner(
    (state) => Object.is(selectThreshold(state), baseline.threshold) && selectRule(state) === baseline.rule,
  );
  const isPinned = useTuner((state) => state.baseline !== null);
  const { pinBaseline, resetBaseline } = useActions();
  const third: ThresholdMetricId = metric === 'precision' || metric === 'recall' ? 'f1' : metric;
  const foot = useRef<HTMLParagraphElement>(null);
  /** The pressed button goes away: the focus stays beside it, on the sentence that has changed. */
  const compareAnew = (change: () => void) => () => {
    change();
    foot.current?.focus({ preventScroll: true });
  };
  return (
    <section className="panel keyPanel" aria-labelledby="key-title">
      <div className="panelHead">
        <h2 id="key-title">{translate('key.title')}</h2>
        <KeyCsv ids={['precision', 'recall', third]} />
      </div>
      <div className="keyCards">
        <MetricValue id="precision" />
        <MetricValue id="recall" />
        <MetricValue id={third} />
        <CostValue />
      </div>
      <p className="keyFoot hint" ref={foot} tabIndex={-1}>
        {translate(isAtBaseline && !isPinned ? 'key.atBaseline' : 'key.baseline', {
          rule: baseline.rule === '>=' ? '≥' : '>',
          threshold: formatThreshold(baseline.threshold),
        })}
        {sentenceGap()}
        {!isAtBaseline && (
          <button type="button" className="linkButton" onClick={compareAnew(pinBaseline)}>
            {translate('key.pin')}
          </button>
        )}
        {isPinned && (
          <>
            {!isAtBaseline && ' · '}
            <button type="button" className="linkButton" onClick={compareAnew(resetBaseline)}>
              {translate('key.unpin')}
            </button>
          </>
        )}
      </p>
    </section>
  );
}
