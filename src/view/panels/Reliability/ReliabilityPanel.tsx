import { useMemo } from 'react';
import { type BinStrategy, RELIABILITY_BINS, type ReliabilityBin } from '../../../core/calibration/reliability.ts';
import { stopNear } from '../../../core/choose/stops.ts';
import type { Evaluation } from '../../../core/scores/evaluation.ts';
import { formatCount, formatMetric, formatPercent, formatThreshold } from '../../../i18n/format.ts';
import { joinedSentences } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectThreshold } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { CasesAtMarker } from '../../chartState/CasesAtMarker.tsx';
import { type ChartSplits, splitName, useChartSplits } from '../../chartState/chartSplits.ts';
import { absenceWithoutProbabilities } from '../../chartState/curveAbsence.ts';
import { shownRule } from '../../chartState/curveTables.ts';
import {
  type Reliability,
  reliabilityCsv,
  reliabilityOf,
  reliabilityTable,
  strategyName,
} from '../../chartState/reliabilityTables.ts';
import { ThresholdControl } from '../../chartState/ThresholdControl.tsx';
import { useMarkerAtRest } from '../../chartState/useMarker.ts';
import { useSliderScale } from '../../chartState/useSliderScale.ts';
import { useTakeAway } from '../../chartState/useTakeAway.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { ThresholdLine } from '../../charts/marks.tsx';
import { type NamedValue, Readout } from '../../charts/Readout.tsx';
import { ReliabilityChart } from '../../charts/ReliabilityChart.tsx';
import { RadioGroup } from '../../controls/RadioGroup.tsx';
import { Term } from '../../controls/Term.tsx';
import { ChartTerm } from '../../terms/ChartTerm.tsx';
import { MetricTerm } from '../../terms/MetricTerm.tsx';
import { TopicTerm } from '../../terms/TopicTerm.tsx';
import './ReliabilityPanel.css';

const STRATEGIES: readonly BinStrategy[] = ['uniform', 'quantile'];

/** Whether a score of 0.7 means seven positives in ten. */
export function ReliabilityPanel() {
  const splits = useChartSplits();
  return splits === null ? null : <ReliabilityFigure splits={splits} />;
}

function ReliabilityFigure({ splits }: { readonly splits: ChartSplits }) {
  const { main } = splits;
  const strategy = useTuner((state) => state.reliabilityBins);
  const { setReliabilityBins } = useActions();
  const takeAway = useTakeAway('reliability', () => reliabilityCsv(splits, strategy));
  const reliability = useMemo(() => reliabilityOf(main, strategy), [main, strategy]);
  const marker = useMemo(() => <Marker bins={reliability.drawn} />, [reliability]);
  return (
    <ChartFigure
      title={translate('chart.reliability.title')}
      heading={
        <ChartTerm
          topic="reliabilityDiagram"
          title={translate('chart.reliability.title')}
          explanation={translate('chart.reliability.explanation')}
        />
      }
      aside={
        <RadioGroup
          label={translate('reliability.bins')}
          value={strategy}
          options={STRATEGIES.map((value) => ({
            value,
            shown: translate(`reliability.${value}`),
            name: translate(`reliability.${value}Long`),
          }))}
          onChange={setReliabilityBins}
        />
      }
      readout={<MarkerReadout bins={reliability.drawn} />}
      hint={translate('chart.reliabilityHint')}
      description={<Description splits={splits} reliability={reliability} />}
      absence={absenceWithoutProbabilities(splits)}
      readTable={() => reliabilityTable(splits, reliability)}
      {...takeAway}
    >
      <ReliabilityChart bins={reliability.drawn} beneath={LINE}>
        {marker}
      </ReliabilityChart>
      <CasesOfBin bins={reliability.drawn} />
      <Numbers evaluation={main} reliability={reliability} />
    </ChartFigure>
  );
}

interface AtMarker {
  readonly bins: readonly ReliabilityBin[];
}

function Marker({ bins }: AtMarker) {
  const scale = useSliderScale();
  const threshold = useTuner(selectThreshold);
  return (
    <ThresholdControl
      title={translate('chart.reliability.title')}
      moves="line"
      values={shownValues(binAt(bins, threshold))}
      thresholdAt={(x, _, frame) => stopNear(scale, frame.xAt(x))}
    />
  );
}

/** The cases of the bin in which the threshold lies. */
function CasesOfBin({ bins }: AtMarker) {
  const bin = binAt(bins, useTuner(selectThreshold));
  const isLowIn = bin !== null && bin === bins[0];
  return <CasesAtMarker range={bin && { low: bin.low, high: bin.high, isLowIn, isHighIn: true }} />;
}

function Line() {
  return <ThresholdLine threshold={useTuner(selectThreshold)} />;
}

const LINE = <Line />;

function MarkerReadout({ bins }: AtMarker) {
  const threshold = useTuner(selectThreshold);
  const bin = binAt(bins, threshold);
  return <Readout values={shownValues(bin)} remark={bin === null ? translate('chart.noBinHere') : null} />;
}

function shownValues(bin: ReliabilityBin | null): readonly NamedValue[] {
  if (bin === null) return [];
  return [
    { name: translate('chart.meanScore'), value: formatMetric(bin.probPred) },
    { name: translate('chart.shareOfPositives'), value: formatMetric(bin.probTrue) },
    { name: translate('chart.cases'), value: formatCount(bin.amount) },
  ];
}

/** What the diagram comes to in numbers, each with its definition. */
function Numbers({ evaluation, reliability }: { readonly evaluation: Evaluation; readonly reliability: Reliability }) {
  const { strategy, error, parts } = reliability;
  const within = formatMetric(Math.abs(parts.withinBins), 4);
  return (
    <dl className="reliabilityNumbers" aria-label={translate('reliability.numbers')}>
      <dt>
        <TopicTerm
          topic="expectedCalibrationError"
          explain={() => (
            <>
              <p>{translate('reliability.errorTerm', { bins: RELIABILITY_BINS, strategy: strategyName(strategy) })}</p>
              {strategy === 'quantile' && <p>{translate('reliability.errorUsual')}</p>}
            </>
          )}
        >
          {translate('reliability.error')}
        </TopicTerm>
      </dt>
      <dd>{formatMetric(error, 4)}</dd>
      <dt>
        <MetricTerm id="logLoss" />
      </dt>
      <dd>{formatMetric(evaluation.scoreMetrics.logLoss, 4)}</dd>
      <dt>
        <MetricTerm id="brierScore" />
      </dt>
      <dd>
        {formatMetric(evaluation.scoreMetrics.brierScore, 4)}{' '}
        <span className="reliabilityParts">
          {translate('reliability.brierParts', {
            reliability: formatMetric(parts.reliability, 4),
            resolution: formatMetric(parts.resolution, 4),
            uncertainty: formatMetric(parts.uncertainty, 4),
            sign: parts.withinBins < 0 ? '−' : '+',
            within,
          })}{' '}
          <Term explain={() => translate('reliability.partsExplanation')}>{translate('reliability.partsTerm')}</Term>
        </span>
      </dd>
    </dl>
  );
}

function Description({
  splits,
  reliability: { strategy, drawn, error },
}: {
  readonly splits: ChartSplits;
  readonly reliability: Reliability;
}) {
  const { threshold, rule } = useMarkerAtRest();
  const place = { rule: shownRule(rule), threshold: formatThreshold(threshold) };
  const whole = translate('chart.reliabilityDescription', {
    split: splitName(splits),
    bins: RELIABILITY_BINS,
    strategy: strategyName(strategy),
    error: formatMetric(error),
    brier: formatMetric(splits.main.scoreMetrics.brierScore),
  });
  const bin = binAt(drawn, threshold);
  const here =
    bin === null
      ? translate('chart.reliabilityNotAt', place)
      : translate('chart.reliabilityAt', {
          ...place,
          low: formatThreshold(bin.low),
          high: formatThreshold(bin.high),
          score: formatMetric(bin.probPred),
          share: formatPercent(bin.probTrue),
          cases: formatCount(bin.amount),
        });
  return joinedSentences([whole, here]);
}

/** The bin that a score equal to the threshold would fall in; null where that holds no cases. */
function binAt(bins: readonly ReliabilityBin[], threshold: number): ReliabilityBin | null {
  const first = bins[0];
  if (first !== undefined && threshold === first.low) return first;
  return bins.find(({ low, high }) => threshold > low && threshold <= high) ?? null;
}
