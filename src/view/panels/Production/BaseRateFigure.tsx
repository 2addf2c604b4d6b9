import { useMemo } from 'react';
import { precisionByBaseRate, projectConfusion } from '../../../core/cost/projection.ts';
import { npv, precision } from '../../../core/metrics/threshold.ts';
import type { Confusion } from '../../../core/scores/confusion.ts';
import type { Evaluation } from '../../../core/scores/evaluation.ts';
import { formatMetric, formatShare, formatThreshold } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import type { TextTable } from '../../../state/tables.ts';
import { absenceOfClass } from '../../chartState/curveAbsence.ts';
import { shownRule } from '../../chartState/curveTables.ts';
import { type Marker, useMarker, useMarkerAtRest, useMarkerNow } from '../../chartState/useMarker.ts';
import { useTakeAway } from '../../chartState/useTakeAway.ts';
import { BaseRateChart } from '../../charts/BaseRateChart.tsx';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import type { ReadableTable } from '../../charts/DataTable.tsx';
import { MovingLine, PointMarks } from '../../charts/marks.tsx';
import { Readout } from '../../charts/Readout.tsx';
import { UprightNames } from '../../charts/UprightNames.tsx';
import { ChartTerm } from '../../terms/ChartTerm.tsx';
import { useSplitName } from '../../terms/useSplitName.ts';

interface BaseRateFigureProps {
  readonly evaluation: Evaluation;
  /** What the file, or its split in view, is called. */
  readonly name: string;
  /** The share of positives of the file, and that of production. */
  readonly here: number;
  readonly there: number;
}

/** Vertices of the line; they stand closer where it is steep. */
const VERTICES = 60;
const ROWS = 20;
/** Where the axis may end. */
const ENDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5] as const;

/** What the share of positives does to precision at the present threshold. */
export function BaseRateFigure({ evaluation, name, here, there }: BaseRateFigureProps) {
  const markerNow = useMarkerNow();
  const nameOf = useSplitName();
  const high = ENDS.find((end) => end >= 1.5 * Math.max(here, there)) ?? 1;
  const takeAway = useTakeAway('precision-by-base-rate', () => ratesCsv(evaluation, markerNow(), high));
  const moving = useMemo(() => <Moving name={name} here={here} there={there} high={high} />, [name, here, there, high]);
  return (
    <ChartFigure
      title={translate('production.chart')}
      heading={
        <ChartTerm
          topic="prevalence"
          title={translate('production.chart')}
          explanation={translate('production.chartExplanation')}
        />
      }
      readout={<MarkerReadout name={name} here={here} there={there} />}
      hint={translate('production.chartHint')}
      description={<Description name={name} here={here} there={there} high={high} />}
      absence={absenceOfClass(evaluation, nameOf(evaluation.split))}
      readTable={() => ratesTable(markerNow(), high)}
      {...takeAway}
    >
      <BaseRateChart here={here} there={there} high={high} beneath={moving} />
    </ChartFigure>
  );
}

interface Rates {
  readonly name: string;
  readonly here: number;
  readonly there: number;
}

function Moving({ name, here, there, high }: Rates & { readonly high: number }) {
  const { confusion } = useMarker();
  const rates = useMemo(() => Array.from({ length: VERTICES + 1 }, (_, i) => high * (i / VERTICES) ** 2), [high]);
  const [hereY, thereY] = precisionByBaseRate(confusion, [here, there]);
  return (
    <>
      <MovingLine path={{ x: rates, y: precisionByBaseRate(confusion, rates) }} />
      <PointMarks points={[{ x: here, y: hereY }]} radius={4} />
      <PointMarks points={[{ x: there, y: thereY }]} radius={6.5} />
      <UprightNames
        names={[
          { id: 'here', text: name, x: here, crossing: hereY },
          ...(there === here ? [] : [{ id: 'there', text: translate('production.there'), x: there, crossing: thereY }]),
        ]}
      />
    </>
  );
}

function MarkerReadout({ name, here, there }: Rates) {
  const { confusion } = useMarker();
  const [hereY, thereY] = precisionByBaseRate(confusion, [here, there]);
  return (
    <Readout
      values={[
        { name: inPlace(name), value: formatMetric(hereY) },
        ...(there === here ? [] : [{ name: inPlace(translate('production.there')), value: formatMetric(thereY) }]),
      ]}
      remark={Number.isNaN(thereY) ? translate('chart.nothingFlagged') : null}
    />
  );
}

function Description({ here, there, high }: Rates & { readonly high: number }) {
  const marker = useMarkerAtRest();
  const [hereY, thereY] = precisionByBaseRate(marker.confusion, [here, there]);
  return translate(there === here ? 'production.chartDescriptionAsFile' : 'production.chartDescription', {
    ...placeOf(marker),
    high: formatShare(high),
    share: formatShare(here),
    rate: formatShare(there),
    filePrecision: formatShare(hereY),
    precision: formatShare(thereY),
  });
}

const inPlace = (name: string): string => translate('production.precisionIn', { name });

const placeOf = ({ rule, threshold }: Marker) => ({ rule: shownRule(rule), threshold: formatThreshold(threshold) });

/** Even steps from 0 to the end of the axis. */
const stepsTo = (high: number): readonly number[] => Array.from({ length: ROWS + 1 }, (_, i) => (high * i) / ROWS);

function projected(confusion: Confusion, baseRate: number): readonly [precision: number, npv: number] {
  const mix = projectConfusion(confusion, { baseRate, cases: 1 });
  return [precision.of(mix, Number.NaN), npv.of(mix, Number.NaN)];
}

function ratesTable(marker: Marker, high: number): ReadableTable {
  return {
    caption: translate('production.chartTable', placeOf(marker)),
    columns: [translate('production.columnRate'), translate('chart.metric.precision'), translate('chart.metric.npv')],
    rows: stepsTo(high).map((rate) => [
      formatShare(rate),
      ...projected(marker.confusion, rate).map((value) => formatMetric(value)),
    ]),
  };
}

function ratesCsv({ split }: Evaluation, { rule, threshold, confusion }: Marker, high: number): TextTable {
  return {
    columns: ['split', 'rule', 'threshold', 'base_rate', 'precision', 'npv'],
    rows: stepsTo(high).map((rate) => [split, rule, threshold, rate, ...projected(confusion, rate)]),
  };
}
