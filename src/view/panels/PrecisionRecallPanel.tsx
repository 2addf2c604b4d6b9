import { useMemo } from 'react';
import { precisionRecallCurve, precisionRecallSteps } from '../../core/curves/precisionRecall.ts';
import { cutThreshold } from '../../core/scores/cutThreshold.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { formatMetric, formatPercent, formatThreshold } from '../../i18n/format.ts';
import { joinedSentences } from '../../i18n/joined.ts';
import { translate } from '../../i18n/translate.ts';
import { selectRule } from '../../state/selectors.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';
import { BandsSwitch, bandsNote, useBands } from '../chartState/Bands.tsx';
import { type ChartSplits, leftOutNote, splitName, useCurveSplits } from '../chartState/chartSplits.ts';
import { curveCsv, curveTable, shownRule } from '../chartState/curveTables.ts';
import { FEW_POSITIVES, MANY_POSITIVES, prevalenceOf } from '../chartState/prevalence.ts';
import { ThresholdControl } from '../chartState/ThresholdControl.tsx';
import { type NamedMetric, useMarker, useMarkerAtRest, valueAt, valuesAt } from '../chartState/useMarker.ts';
import { ChartFigure } from '../charts/ChartFigure.tsx';
import type { NamedPath } from '../charts/curveLines.ts';
import { PointMarks } from '../charts/marks.tsx';
import { PrecisionRecallChart } from '../charts/PrecisionRecallChart.tsx';
import { nearestVertex } from '../charts/picking.ts';
import { Readout } from '../charts/Readout.tsx';
import { ChartTerm } from '../terms/ChartTerm.tsx';
import { TopicTerm } from '../terms/TopicTerm.tsx';

const metrics = (): readonly NamedMetric[] => [
  { id: 'recall', name: translate('chart.metric.recall') },
  { id: 'precision', name: translate('chart.metric.precision') },
];

/** How well precision and recall can be had together, and what the threshold makes of it. */
export function PrecisionRecallPanel() {
  const splits = useCurveSplits();
  return splits === null ? null : <PrecisionRecallFigure splits={splits} />;
}

function PrecisionRecallFigure({ splits }: { readonly splits: ChartSplits }) {
  const { main, others } = splits;
  const rule = useTuner(selectRule);
  const { downloadTable, savePicture, copyPicture, viewNote } = useActions();
  const curve = useMemo(() => namedSteps(main), [main]);
  const behind = useMemo(() => others.map(namedSteps), [others]);
  const bands = useBands();
  const marker = useMemo(() => <Marker evaluation={main} />, [main]);
  const prevalence = prevalenceOf(main);
  return (
    <ChartFigure
      title={translate('chart.precisionRecall.title')}
      heading={
        <ChartTerm
          topic="precisionRecallCurve"
          title={translate('chart.precisionRecall.title')}
          explanation={translate('chart.precisionRecall.explanation')}
        />
      }
      aside={
        <>
          <TopicTerm topic="averagePrecision" explain={() => <p>{translate('metric.averagePrecision.sentence')}</p>}>
            {translate('chart.averagePrecision', { value: formatMetric(main.scoreMetrics.averagePrecision) })}
          </TopicTerm>
          <BandsSwitch />
        </>
      }
      readout={<MarkerReadout />}
      notes={[...balanceNote(prevalence), ...leftOutNote(splits), ...bandsNote(bands, 'PrecisionRecall')]}
      hint={translate('chart.precisionRecallHint')}
      description={<Description splits={splits} />}
      absence={main.positives > 0 ? null : translate('chart.noCurveWithoutPositives', { split: splitName(splits) })}
      readTable={() => curveTable(splits, rule, metrics())}
      onDownload={() => downloadTable('precision-recall', curveCsv(splits, rule, metrics()))}
      onPicture={(picture) => savePicture('precision-recall', picture)}
      onCopyPicture={copyPicture}
      readNote={viewNote}
    >
      <PrecisionRecallChart curve={curve} others={behind} prevalence={prevalence} range={bands?.precisionRecall}>
        {marker}
      </PrecisionRecallChart>
    </ChartFigure>
  );
}

function Marker({ evaluation }: { readonly evaluation: Evaluation }) {
  const marker = useMarker();
  const curve = useMemo(() => precisionRecallCurve(evaluation.drawnCuts), [evaluation]);
  return (
    <>
      <PointMarks points={[{ x: valueAt('recall', marker), y: valueAt('precision', marker) }]} radius={6.5} />
      <ThresholdControl
        title={translate('chart.precisionRecall.title')}
        moves="point"
        values={valuesAt(metrics(), marker)}
        thresholdAt={(x, y, frame) => {
          const nearest = nearestVertex({ x: curve.recall, y: curve.precision }, frame, x, y);
          return nearest < 0 ? null : cutThreshold(evaluation.index, curve.thresholds[nearest], marker.rule);
        }}
      />
    </>
  );
}

function MarkerReadout() {
  const marker = useMarker();
  const isUndefined = Number.isNaN(valueAt('precision', marker));
  return (
    <Readout values={valuesAt(metrics(), marker)} remark={isUndefined ? translate('chart.nothingFlagged') : null} />
  );
}

function Description({ splits }: { readonly splits: ChartSplits }) {
  const marker = useMarkerAtRest();
  const place = { rule: shownRule(marker.rule), threshold: formatThreshold(marker.threshold) };
  const [recall, precision] = [valueAt('recall', marker), valueAt('precision', marker)];
  const whole = translate('chart.precisionRecallDescription', {
    split: splitName(splits),
    averagePrecision: formatMetric(splits.main.scoreMetrics.averagePrecision),
    prevalence: formatMetric(prevalenceOf(splits.main)),
  });
  const here = Number.isNaN(precision)
    ? translate('chart.nothingFlaggedAt', place)
    : translate('chart.precisionRecallAt', {
        ...place,
        recall: formatPercent(recall),
        precision: formatPercent(precision),
      });
  return joinedSentences([whole, here]);
}

function balanceNote(prevalence: number): readonly string[] {
  const share = formatPercent(prevalence);
  if (prevalence === 0 || prevalence === 1) return [];
  if (prevalence < FEW_POSITIVES) return [translate('chart.precisionRecallFewPositives', { share })];
  if (prevalence > MANY_POSITIVES) return [translate('chart.precisionRecallManyPositives', { share })];
  return [];
}

function namedSteps({ split, drawnCuts }: Evaluation): NamedPath {
  const { recall, precision } = precisionRecallSteps(precisionRecallCurve(drawnCuts));
  return { name: split, path: { x: recall, y: precision } };
}
