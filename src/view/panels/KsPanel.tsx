import { useMemo } from 'react';
import { stopNear } from '../../core/choose/stops.ts';
import { ksCurves } from '../../core/curves/ks.ts';
import { fnr, specificity } from '../../core/metrics/threshold.ts';
import { confusionAt, type DecisionRule } from '../../core/scores/confusion.ts';
import { cutThreshold } from '../../core/scores/cutThreshold.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { formatMetric, formatPercent, formatThreshold } from '../../i18n/format.ts';
import { joinedSentences } from '../../i18n/joined.ts';
import { translate } from '../../i18n/translate.ts';
import { selectRule, selectThreshold } from '../../state/selectors.ts';
import { useTuner } from '../../state/useTuner.ts';
import { type ChartSplits, splitName, useChartSplits } from '../chartState/chartSplits.ts';
import { absenceWithoutBoth } from '../chartState/curveAbsence.ts';
import { curveCsv, shownRule } from '../chartState/curveTables.ts';
import { sweepTable } from '../chartState/sweepTable.ts';
import { ThresholdControl } from '../chartState/ThresholdControl.tsx';
import {
  type Marker as MarkerPlace,
  type NamedMetric,
  useMarker,
  useMarkerAtRest,
  valueAt,
  valuesAt,
} from '../chartState/useMarker.ts';
import { useSliderScale } from '../chartState/useSliderScale.ts';
import { useTakeAway } from '../chartState/useTakeAway.ts';
import { ChartFigure } from '../charts/ChartFigure.tsx';
import { type Gap, KsChart } from '../charts/KsChart.tsx';
import { PointMarks, ThresholdLine } from '../charts/marks.tsx';
import { type NamedValue, Readout } from '../charts/Readout.tsx';
import type { Path } from '../charts/series.ts';
import { ChartTerm } from '../terms/ChartTerm.tsx';

const BELOW: readonly NamedMetric[] = [
  {
    id: 'fnr',
    get name() {
      return translate('chart.positivesBelow');
    },
  },
  {
    id: 'specificity',
    get name() {
      return translate('chart.negativesBelow');
    },
  },
];

/** How far apart the scores of the two classes lie, and where most. */
export function KsPanel() {
  const splits = useChartSplits();
  return splits === null ? null : <KsFigure splits={splits} />;
}

function KsFigure({ splits }: { readonly splits: ChartSplits }) {
  const { main } = splits;
  const rule = useTuner(selectRule);
  const scale = useSliderScale();
  const takeAway = useTakeAway('ks-plot', () => curveCsv(splits, rule, BELOW));
  const { positives, negatives } = useMemo(() => classPaths(main, rule), [main, rule]);
  const gap = useMemo(() => widestGap(main, rule), [main, rule]);
  return (
    <ChartFigure
      title={translate('chart.ks.title')}
      heading={
        <ChartTerm
          topic="ksStatistic"
          title={translate('chart.ks.title')}
          explanation={translate('chart.ks.explanation')}
        />
      }
      aside={translate('chart.ks.term', { value: formatMetric(main.scoreMetrics.ksStatistic) })}
      readout={<MarkerReadout />}
      hint={translate('chart.ksHint')}
      description={<Description splits={splits} />}
      absence={absenceWithoutBoth(splits)}
      readTable={() => sweepTable(splits, rule, BELOW, scale)}
      {...takeAway}
    >
      <KsChart positives={positives} negatives={negatives} gap={gap} low={scale.low} high={scale.high} beneath={LINE}>
        {MARKER}
      </KsChart>
    </ChartFigure>
  );
}

function Marker() {
  const marker = useMarker();
  const scale = useSliderScale();
  return (
    <>
      <PointMarks points={BELOW.map(({ id }) => ({ x: marker.threshold, y: valueAt(id, marker) }))} radius={5} />
      <ThresholdControl
        title={translate('chart.ks.title')}
        moves="line"
        values={shownValues(marker)}
        thresholdAt={(x, _, frame) => stopNear(scale, frame.xAt(x))}
      />
    </>
  );
}

function Line() {
  return <ThresholdLine threshold={useTuner(selectThreshold)} />;
}

const MARKER = <Marker />;
const LINE = <Line />;

function MarkerReadout() {
  return <Readout values={shownValues(useMarker())} />;
}

function shownValues(marker: MarkerPlace): readonly NamedValue[] {
  return [
    ...valuesAt(BELOW, marker),
    { name: translate('chart.distance'), value: formatMetric(Math.abs(valueAt('youdenJ', marker))) },
  ];
}

function Description({ splits }: { readonly splits: ChartSplits }) {
  const marker = useMarkerAtRest();
  const split = splitName(splits);
  const gap = widestGap(splits.main, marker.rule);
  const whole =
    gap === null
      ? translate('chart.ksDescriptionNowhere', { split })
      : translate('chart.ksDescription', {
          split,
          value: formatMetric(splits.main.scoreMetrics.ksStatistic),
          threshold: formatThreshold(gap.x),
        });
  const here = translate('chart.ksAt', {
    rule: shownRule(marker.rule),
    threshold: formatThreshold(marker.threshold),
    positives: formatPercent(valueAt('fnr', marker)),
    negatives: formatPercent(valueAt('specificity', marker)),
  });
  return joinedSentences([whole, here]);
}

/** Where the lines are farthest apart, exactly; null where they are one. */
function widestGap({ index, ksThreshold }: Evaluation, rule: DecisionRule): Gap | null {
  const x = cutThreshold(index, ksThreshold, rule);
  if (!Number.isFinite(x)) return null;
  const confusion = confusionAt(index, x, rule);
  return { x, from: fnr.of(confusion, x), to: specificity.of(confusion, x) };
}

function classPaths({ drawnCuts }: Evaluation, rule: DecisionRule): { positives: Path; negatives: Path } {
  const { positives, negatives } = ksCurves(drawnCuts, rule);
  return {
    positives: { x: positives.thresholds, y: positives.values },
    negatives: { x: negatives.thresholds, y: negatives.values },
  };
}
