import { useMemo } from 'react';
import { stopNear } from '../../core/choose/stops.ts';
import { thresholdSweep } from '../../core/curves/thresholdSweep.ts';
import { thresholdMetric, thresholdMetrics } from '../../core/metrics/catalog.ts';
import { formatThreshold } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import { selectRule, selectThreshold } from '../../state/selectors.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';
import { BandsSwitch, bandsNote, useBands } from '../chartState/Bands.tsx';
import { type ChartSplits, splitName, useChartSplits } from '../chartState/chartSplits.ts';
import { curveCsv, shownRule } from '../chartState/curveTables.ts';
import { sweepTable } from '../chartState/sweepTable.ts';
import { ThresholdControl } from '../chartState/ThresholdControl.tsx';
import { type NamedMetric, useMarker, useMarkerAtRest, valueAt, valuesAt } from '../chartState/useMarker.ts';
import { useSliderScale } from '../chartState/useSliderScale.ts';
import { formatTick } from '../charts/axis.ts';
import { ChartFigure } from '../charts/ChartFigure.tsx';
import { MetricChooser } from '../charts/MetricChooser.tsx';
import { PointMarks, ThresholdLine } from '../charts/marks.tsx';
import { Readout, valuesText } from '../charts/Readout.tsx';
import { type MetricSweep, MOST_SWEEPS, sweepAxis, ThresholdSweepChart } from '../charts/ThresholdSweepChart.tsx';
import { ChartTerm } from '../terms/ChartTerm.tsx';

const named = (id: NamedMetric['id']): NamedMetric => ({ id, name: translate(`chart.metric.${id}`) });

/** What every threshold does to the metrics that matter. */
export function ThresholdSweepPanel() {
  const splits = useChartSplits();
  return splits === null ? null : <ThresholdSweepFigure splits={splits} />;
}

function ThresholdSweepFigure({ splits }: { readonly splits: ChartSplits }) {
  const { main } = splits;
  const rule = useTuner(selectRule);
  const chosen = useTuner((state) => state.chartMetrics);
  const { setChartMetrics, downloadTable, savePicture, copyPicture, viewNote } = useActions();
  const scale = useSliderScale();
  const metrics = useMemo(() => chosen.map(named), [chosen]);
  const sweeps = useMemo(
    () =>
      metrics.map(({ id, name }): MetricSweep => {
        const { thresholds, values } = thresholdSweep(main.drawnCuts, thresholdMetric(id), rule);
        return { id, name, path: { x: thresholds, y: values } };
      }),
    [main, metrics, rule],
  );
  const bands = useBands();
  const ranges = useMemo(() => chosen.flatMap((id) => bands?.sweeps[id] ?? []), [bands, chosen]);
  const marker = useMemo(() => <Marker metrics={metrics} />, [metrics]);
  const choices = useMemo(() => thresholdMetrics.map(({ id }) => ({ id, name: translate(`metric.${id}.name`) })), []);
  return (
    <ChartFigure
      title={translate('chart.sweep.title')}
      heading={
        <ChartTerm
          topic="threshold"
          title={translate('chart.sweep.title')}
          explanation={translate('chart.sweep.explanation')}
        />
      }
      aside={
        <>
          <BandsSwitch />
          <MetricChooser choices={choices} chosen={chosen} most={MOST_SWEEPS} onChange={setChartMetrics} />
        </>
      }
      readout={<MarkerReadout metrics={metrics} />}
      notes={[...sweepNotes(sweeps), ...bandsNote(bands, 'Sweep')]}
      hint={translate('chart.sweepHint')}
      description={<Description splits={splits} metrics={metrics} />}
      readTable={() => sweepTable(splits, rule, metrics, scale)}
      onDownload={() => downloadTable('metrics-by-threshold', curveCsv(splits, rule, metrics))}
      onPicture={(picture) => savePicture('metrics-by-threshold', picture)}
      onCopyPicture={copyPicture}
      readNote={viewNote}
    >
      <ThresholdSweepChart sweeps={sweeps} ranges={ranges} low={scale.low} high={scale.high} beneath={LINE}>
        {marker}
      </ThresholdSweepChart>
    </ChartFigure>
  );
}

function Marker({ metrics }: { readonly metrics: readonly NamedMetric[] }) {
  const marker = useMarker();
  const scale = useSliderScale();
  return (
    <>
      <PointMarks points={metrics.map(({ id }) => ({ x: marker.threshold, y: valueAt(id, marker) }))} radius={5} />
      <ThresholdControl
        title={translate('chart.sweep.title')}
        moves="line"
        values={valuesAt(metrics, marker)}
        thresholdAt={(x, _, frame) => stopNear(scale, frame.xAt(x))}
      />
    </>
  );
}

function Line() {
  return <ThresholdLine threshold={useTuner(selectThreshold)} />;
}

const LINE = <Line />;

function MarkerReadout({ metrics }: { readonly metrics: readonly NamedMetric[] }) {
  const marker = useMarker();
  return (
    <Readout
      values={valuesAt(metrics, marker)}
      remark={metrics.length === 0 ? translate('chart.nothingChosen') : null}
    />
  );
}

function Description({ splits, metrics }: { readonly splits: ChartSplits; readonly metrics: readonly NamedMetric[] }) {
  const marker = useMarkerAtRest();
  return translate('chart.sweepDescription', {
    split: splitName(splits),
    rule: shownRule(marker.rule),
    threshold: formatThreshold(marker.threshold),
    values: valuesText(valuesAt(metrics, marker)),
  });
}

/** What the drawing had to do to the numbers. */
function sweepNotes(sweeps: readonly MetricSweep[]): readonly string[] {
  const [low, high] = sweepAxis(sweeps).domain;
  const isWider = low < 0 || high > 1;
  return [
    ...(isWider ? [translate('chart.axisFits', { low: shortly(low), high: shortly(high) })] : []),
    ...sweeps
      .filter(({ path }) => Array.from(path.y).some((value) => Math.abs(value) === Infinity))
      .map(({ name }) => translate('chart.infiniteSomewhere', { metric: name })),
  ];
}

const shortly = (value: number): string => formatTick(Number(value.toPrecision(3)));
