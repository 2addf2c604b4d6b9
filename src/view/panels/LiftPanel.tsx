import { useMemo } from 'react';
import { liftCurve, perfectLiftAt } from '../../core/curves/gain.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { formatMetric, formatPercent, formatThreshold } from '../../i18n/format.ts';
import { joinedSentences } from '../../i18n/joined.ts';
import { translate } from '../../i18n/translate.ts';
import { selectRule } from '../../state/selectors.ts';
import { useTuner } from '../../state/useTuner.ts';
import { type ChartSplits, leftOutNote, splitName, useCurveSplits } from '../chartState/chartSplits.ts';
import { absenceWithoutBoth } from '../chartState/curveAbsence.ts';
import { curveCsv, curveTable, shownRule } from '../chartState/curveTables.ts';
import { type MetricCurve, PointOnCurve } from '../chartState/PointOnCurve.tsx';
import { prevalenceOf } from '../chartState/prevalence.ts';
import { type NamedMetric, useMarker, useMarkerAtRest, valueAt, valuesAt } from '../chartState/useMarker.ts';
import { useTakeAway } from '../chartState/useTakeAway.ts';
import { ChartFigure } from '../charts/ChartFigure.tsx';
import { LiftChart } from '../charts/LiftChart.tsx';
import { Readout } from '../charts/Readout.tsx';
import { ChartTerm } from '../terms/ChartTerm.tsx';

const FLAGGED: NamedMetric = {
  id: 'selectionRate',
  get name() {
    return translate('chart.metric.selectionRate');
  },
};
const LIFT: NamedMetric = {
  id: 'lift',
  get name() {
    return translate('chart.metric.lift');
  },
};
const METRICS = [FLAGGED, LIFT];

/** How many times more positives are among the cases flagged than by chance. */
export function LiftPanel() {
  const splits = useCurveSplits();
  return splits === null ? null : <LiftFigure splits={splits} />;
}

function LiftFigure({ splits }: { readonly splits: ChartSplits }) {
  const { main, others } = splits;
  const rule = useTuner(selectRule);
  const takeAway = useTakeAway('lift', () => curveCsv(splits, rule, METRICS));
  const curve = useMemo(() => liftPath(main), [main]);
  const behind = useMemo(() => others.map((other) => ({ name: other.split, path: liftPath(other) })), [others]);
  const named = useMemo(() => ({ name: main.split, path: curve }), [main, curve]);
  const marker = useMemo(
    () => (
      <PointOnCurve
        title={translate('chart.lift.title')}
        evaluation={main}
        curve={curve}
        across={FLAGGED}
        upright={LIFT}
      />
    ),
    [main, curve],
  );
  return (
    <ChartFigure
      title={translate('chart.lift.title')}
      heading={
        <ChartTerm
          topic="lift"
          title={translate('chart.lift.title')}
          explanation={translate('chart.lift.explanation')}
        />
      }
      aside={translate('chart.lift.term')}
      readout={<MarkerReadout />}
      notes={leftOutNote(splits)}
      hint={translate('chart.liftHint')}
      description={<Description splits={splits} />}
      absence={absenceWithoutBoth(splits)}
      readTable={() => curveTable(splits, rule, METRICS)}
      {...takeAway}
    >
      <LiftChart curve={named} others={behind} prevalence={prevalenceOf(main)}>
        {marker}
      </LiftChart>
    </ChartFigure>
  );
}

function MarkerReadout() {
  const marker = useMarker();
  const isUndefined = valueAt('selectionRate', marker) === 0;
  return <Readout values={valuesAt(METRICS, marker)} remark={isUndefined ? translate('chart.nothingFlagged') : null} />;
}

function Description({ splits }: { readonly splits: ChartSplits }) {
  const marker = useMarkerAtRest();
  const whole = translate('chart.liftDescription', {
    split: splitName(splits),
    most: formatMetric(perfectLiftAt(0, prevalenceOf(splits.main))),
  });
  const place = { rule: shownRule(marker.rule), threshold: formatThreshold(marker.threshold) };
  const lift = valueAt('lift', marker);
  const here = Number.isNaN(lift)
    ? translate('chart.nothingFlaggedAt', place)
    : translate('chart.liftAt', {
        ...place,
        share: formatPercent(valueAt('selectionRate', marker)),
        lift: formatMetric(lift),
      });
  return joinedSentences([whole, here]);
}

function liftPath({ drawnCuts }: Evaluation): MetricCurve {
  const { selectionRate, lift, thresholds } = liftCurve(drawnCuts);
  return { x: selectionRate, y: lift, thresholds };
}
