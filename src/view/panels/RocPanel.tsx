import { useMemo } from 'react';
import { rocCurve } from '../../core/curves/roc.ts';
import { cutThreshold } from '../../core/scores/cutThreshold.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { formatMetric, formatPercent, formatThreshold } from '../../i18n/format.ts';
import { joinedSentences } from '../../i18n/joined.ts';
import { translate } from '../../i18n/translate.ts';
import { selectEvaluation, selectRule } from '../../state/selectors.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';
import { BandsSwitch, bandsNote, useBands } from '../chartState/Bands.tsx';
import { type ChartSplits, leftOutNote, splitName, useCurveSplits } from '../chartState/chartSplits.ts';
import { curveCsv, curveTable, shownRule } from '../chartState/curveTables.ts';
import { FEW_POSITIVES, MANY_POSITIVES, prevalenceOf } from '../chartState/prevalence.ts';
import { ThresholdControl } from '../chartState/ThresholdControl.tsx';
import { useAucInterval } from '../chartState/useAucInterval.ts';
import { type NamedMetric, useMarker, useMarkerAtRest, valueAt, valuesAt } from '../chartState/useMarker.ts';
import { ChartFigure } from '../charts/ChartFigure.tsx';
import type { NamedPath } from '../charts/curveLines.ts';
import { PointMarks } from '../charts/marks.tsx';
import { nearestVertex } from '../charts/picking.ts';
import { Readout } from '../charts/Readout.tsx';
import { RocChart } from '../charts/RocChart.tsx';
import { ChartTerm } from '../terms/ChartTerm.tsx';
import { methodText } from '../terms/IntervalTerm.tsx';
import { TopicTerm } from '../terms/TopicTerm.tsx';

const metrics = (): readonly NamedMetric[] => [
  { id: 'fpr', name: translate('chart.metric.fpr') },
  { id: 'recall', name: translate('chart.tpr') },
];

/** How well the scores tell the classes apart, and what the threshold makes of it. */
export function RocPanel() {
  const splits = useCurveSplits();
  return splits === null ? null : <RocFigure splits={splits} />;
}

function RocFigure({ splits }: { readonly splits: ChartSplits }) {
  const { main, others } = splits;
  const rule = useTuner(selectRule);
  const { downloadTable, savePicture, copyPicture, viewNote } = useActions();
  const curve = useMemo(() => namedRoc(main), [main]);
  const behind = useMemo(() => others.map(namedRoc), [others]);
  const bands = useBands();
  const marker = useMemo(() => <Marker evaluation={main} />, [main]);
  return (
    <ChartFigure
      title={translate('chart.roc.title')}
      heading={
        <ChartTerm
          topic="rocCurve"
          title={translate('chart.roc.title')}
          explanation={translate('chart.roc.explanation')}
        />
      }
      aside={<Aside />}
      readout={<MarkerReadout />}
      notes={[...balanceNote(prevalenceOf(main)), ...leftOutNote(splits), ...bandsNote(bands, 'Roc')]}
      hint={translate('chart.rocHint')}
      description={<Description splits={splits} />}
      absence={absenceOf(splits)}
      readTable={() => curveTable(splits, rule, metrics())}
      onDownload={() => downloadTable('roc', curveCsv(splits, rule, metrics()))}
      onPicture={(picture) => savePicture('roc', picture)}
      onCopyPicture={copyPicture}
      readNote={viewNote}
    >
      <RocChart curve={curve} others={behind} range={bands?.roc}>
        {marker}
      </RocChart>
    </ChartFigure>
  );
}

/** The area under the curve with its interval, and the switch for the bands. */
function Aside() {
  const evaluation = useTuner(selectEvaluation);
  return evaluation === null ? null : <Area evaluation={evaluation} />;
}

function Area({ evaluation }: { readonly evaluation: Evaluation }) {
  const interval = useAucInterval(evaluation);
  const value = formatMetric(evaluation.scoreMetrics.rocAuc);
  return (
    <>
      {interval === null || Number.isNaN(interval.low) ? (
        translate('chart.auc', { value })
      ) : (
        <TopicTerm topic="rocAuc" explain={() => <p>{methodText(interval)}</p>}>
          {translate('certainty.auc', { value, low: formatMetric(interval.low), high: formatMetric(interval.high) })}
        </TopicTerm>
      )}
      <BandsSwitch />
    </>
  );
}

function Marker({ evaluation }: { readonly evaluation: Evaluation }) {
  const marker = useMarker();
  const curve = useMemo(() => rocCurve(evaluation.drawnCuts), [evaluation]);
  return (
    <>
      <PointMarks points={[{ x: valueAt('fpr', marker), y: valueAt('recall', marker) }]} radius={6.5} />
      <ThresholdControl
        title={translate('chart.roc.title')}
        moves="point"
        values={valuesAt(metrics(), marker)}
        thresholdAt={(x, y, frame) => {
          const nearest = nearestVertex({ x: curve.fpr, y: curve.tpr }, frame, x, y);
          return nearest < 0 ? null : cutThreshold(evaluation.index, curve.thresholds[nearest], marker.rule);
        }}
      />
    </>
  );
}

function MarkerReadout() {
  return <Readout values={valuesAt(metrics(), useMarker())} />;
}

function Description({ splits }: { readonly splits: ChartSplits }) {
  const marker = useMarkerAtRest();
  const whole = translate('chart.rocDescription', {
    split: splitName(splits),
    auc: formatMetric(splits.main.scoreMetrics.rocAuc),
  });
  const here = translate('chart.rocAt', {
    rule: shownRule(marker.rule),
    threshold: formatThreshold(marker.threshold),
    tpr: formatPercent(valueAt('recall', marker)),
    fpr: formatPercent(valueAt('fpr', marker)),
  });
  return joinedSentences([whole, here]);
}

function absenceOf(splits: ChartSplits): string | null {
  const split = splitName(splits);
  if (!(splits.main.positives > 0)) return translate('chart.noCurveWithoutPositives', { split });
  if (!(splits.main.negatives > 0)) return translate('chart.noCurveWithoutNegatives', { split });
  return null;
}

function balanceNote(prevalence: number): readonly string[] {
  const share = formatPercent(prevalence);
  if (prevalence === 0 || prevalence === 1) return [];
  if (prevalence < FEW_POSITIVES) return [translate('chart.rocFewPositives', { share })];
  if (prevalence > MANY_POSITIVES) return [translate('chart.rocManyPositives', { share })];
  return [];
}

function namedRoc({ split, drawnCuts }: Evaluation): NamedPath {
  const { fpr, tpr } = rocCurve(drawnCuts);
  return { name: split, path: { x: fpr, y: tpr } };
}
