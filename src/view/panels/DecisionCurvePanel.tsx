import { useMemo } from 'react';
import { stopNear } from '../../core/choose/stops.ts';
import { decisionCurve, treatAllAt } from '../../core/curves/decisionCurve.ts';
import { areProbabilities } from '../../core/metrics/probability.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { formatMetric, formatThreshold } from '../../i18n/format.ts';
import { joinedSentences } from '../../i18n/joined.ts';
import { translate } from '../../i18n/translate.ts';
import { selectRule, selectThreshold } from '../../state/selectors.ts';
import { useTuner } from '../../state/useTuner.ts';
import { type ChartSplits, leftOutNote, splitName, useCurveSplits } from '../chartState/chartSplits.ts';
import { absenceWithoutBoth, absenceWithoutProbabilities } from '../chartState/curveAbsence.ts';
import { curveCsv, shownRule } from '../chartState/curveTables.ts';
import { prevalenceOf } from '../chartState/prevalence.ts';
import { sweepTable } from '../chartState/sweepTable.ts';
import { ThresholdControl } from '../chartState/ThresholdControl.tsx';
import {
  type Marker as MarkerPlace,
  type NamedMetric,
  useMarker,
  useMarkerAtRest,
  valueAt,
} from '../chartState/useMarker.ts';
import { useSliderScale } from '../chartState/useSliderScale.ts';
import { useTakeAway } from '../chartState/useTakeAway.ts';
import { ChartFigure } from '../charts/ChartFigure.tsx';
import type { NamedPath } from '../charts/curveLines.ts';
import { DecisionCurveChart } from '../charts/DecisionCurveChart.tsx';
import { PointMarks, ThresholdLine } from '../charts/marks.tsx';
import { type NamedValue, Readout } from '../charts/Readout.tsx';
import type { Path } from '../charts/series.ts';
import { ChartTerm } from '../terms/ChartTerm.tsx';

const METRICS: readonly NamedMetric[] = [
  {
    id: 'netBenefit',
    get name() {
      return translate('chart.metric.netBenefit');
    },
  },
];

/** How far below 0 the drawing goes, as a share of what it shows above: the lines fall without end. */
const BELOW = 0.3;
/** Vertices of the line of flagging everybody. */
const STEPS = 200;

/** Whether acting on the model is worth more than flagging everybody, or nobody. */
export function DecisionCurvePanel() {
  const splits = useCurveSplits();
  return splits === null ? null : <DecisionCurveFigure splits={splits} />;
}

function DecisionCurveFigure({ splits }: { readonly splits: ChartSplits }) {
  const { main, others } = splits;
  const rule = useTuner(selectRule);
  const scale = useSliderScale();
  const takeAway = useTakeAway('decision-curve', () => curveCsv(splits, rule, METRICS));
  const absence = absenceWithoutProbabilities(splits) ?? absenceWithoutBoth(splits);
  const curve = useMemo(() => namedCurve(main), [main]);
  const behind = useMemo(() => others.filter(({ index }) => areProbabilities(index)).map(namedCurve), [others]);
  const treatAll = useMemo(() => treatAllPath(main), [main]);
  const floor = -BELOW * prevalenceOf(main);
  const marker = useMemo(() => <Marker evaluation={main} floor={floor} />, [main, floor]);
  return (
    <ChartFigure
      title={translate('chart.decisionCurve.title')}
      heading={
        <ChartTerm
          topic="decisionCurve"
          title={translate('chart.decisionCurve.title')}
          explanation={translate('chart.decisionCurve.explanation')}
        />
      }
      aside={translate('chart.decisionCurve.term')}
      readout={<MarkerReadout evaluation={main} />}
      notes={leftOutNote(splits)}
      hint={translate('chart.decisionCurveHint')}
      description={<Description splits={splits} />}
      absence={absence}
      readTable={() => sweepTable(splits, rule, METRICS, scale)}
      {...takeAway}
    >
      <DecisionCurveChart curve={curve} others={behind} treatAll={treatAll} floor={floor} beneath={LINE}>
        {marker}
      </DecisionCurveChart>
    </ChartFigure>
  );
}

interface MarkerProps {
  readonly evaluation: Evaluation;
  readonly floor: number;
}

function Marker({ evaluation, floor }: MarkerProps) {
  const marker = useMarker();
  const scale = useSliderScale();
  const benefit = valueAt('netBenefit', marker);
  return (
    <>
      <PointMarks points={benefit >= floor ? [{ x: marker.threshold, y: benefit }] : []} radius={6.5} />
      <ThresholdControl
        title={translate('chart.decisionCurve.title')}
        moves="line"
        values={shownValues(evaluation, marker)}
        thresholdAt={(x, _, frame) => stopNear(scale, frame.xAt(x))}
      />
    </>
  );
}

function Line() {
  return <ThresholdLine threshold={useTuner(selectThreshold)} />;
}

const LINE = <Line />;

function MarkerReadout({ evaluation }: { readonly evaluation: Evaluation }) {
  return <Readout values={shownValues(evaluation, useMarker())} />;
}

function shownValues(evaluation: Evaluation, marker: MarkerPlace): readonly NamedValue[] {
  return [
    { name: translate('chart.metric.netBenefit'), value: formatMetric(valueAt('netBenefit', marker)) },
    { name: translate('chart.flagAll'), value: formatMetric(treatAllAt(marker.threshold, evaluation)) },
  ];
}

function Description({ splits }: { readonly splits: ChartSplits }) {
  const marker = useMarkerAtRest();
  const place = { rule: shownRule(marker.rule), threshold: formatThreshold(marker.threshold) };
  const benefit = valueAt('netBenefit', marker);
  const here = Number.isNaN(benefit)
    ? translate('chart.decisionCurveNotAt', place)
    : translate('chart.decisionCurveAt', {
        ...place,
        model: formatMetric(benefit),
        all: formatMetric(treatAllAt(marker.threshold, splits.main)),
      });
  return joinedSentences([translate('chart.decisionCurveDescription', { split: splitName(splits) }), here]);
}

function namedCurve({ split, drawnCuts }: Evaluation): NamedPath {
  const { thresholds, values } = decisionCurve(drawnCuts);
  return { name: split, path: { x: thresholds, y: values } };
}

function treatAllPath(evaluation: Evaluation): Path {
  const x = Array.from({ length: STEPS }, (_, i) => i / STEPS);
  return { x, y: x.map((threshold) => treatAllAt(threshold, evaluation)) };
}
