import { useMemo } from 'react';
import { gainCurve } from '../../core/curves/gain.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { formatPercent, formatThreshold } from '../../i18n/format.ts';
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
import { GainChart } from '../charts/GainChart.tsx';
import { Readout } from '../charts/Readout.tsx';
import { ChartTerm } from '../terms/ChartTerm.tsx';

const FLAGGED: NamedMetric = {
  id: 'selectionRate',
  get name() {
    return translate('chart.metric.selectionRate');
  },
};
const FOUND: NamedMetric = {
  id: 'recall',
  get name() {
    return translate('chart.found');
  },
};
const METRICS = [FLAGGED, FOUND];

/** How much of the work finds how many of the positives. */
export function GainPanel() {
  const splits = useCurveSplits();
  return splits === null ? null : <GainFigure splits={splits} />;
}

function GainFigure({ splits }: { readonly splits: ChartSplits }) {
  const { main, others } = splits;
  const rule = useTuner(selectRule);
  const takeAway = useTakeAway('cumulative-gains', () => curveCsv(splits, rule, METRICS));
  const curve = useMemo(() => gainPath(main), [main]);
  const behind = useMemo(() => others.map((other) => ({ name: other.split, path: gainPath(other) })), [others]);
  const named = useMemo(() => ({ name: main.split, path: curve }), [main, curve]);
  const marker = useMemo(
    () => (
      <PointOnCurve
        title={translate('chart.gain.title')}
        evaluation={main}
        curve={curve}
        across={FLAGGED}
        upright={FOUND}
      />
    ),
    [main, curve],
  );
  return (
    <ChartFigure
      title={translate('chart.gain.title')}
      heading={
        <ChartTerm
          topic="gainsCurve"
          title={translate('chart.gain.title')}
          explanation={translate('chart.gain.explanation')}
        />
      }
      aside={translate('chart.gain.term')}
      readout={<MarkerReadout />}
      notes={leftOutNote(splits)}
      hint={translate('chart.gainHint')}
      description={<Description splits={splits} />}
      absence={absenceWithoutBoth(splits)}
      readTable={() => curveTable(splits, rule, METRICS)}
      {...takeAway}
    >
      <GainChart curve={named} others={behind} prevalence={prevalenceOf(main)}>
        {marker}
      </GainChart>
    </ChartFigure>
  );
}

function MarkerReadout() {
  return <Readout values={valuesAt(METRICS, useMarker())} />;
}

function Description({ splits }: { readonly splits: ChartSplits }) {
  const marker = useMarkerAtRest();
  const whole = translate('chart.gainDescription', {
    split: splitName(splits),
    prevalence: formatPercent(prevalenceOf(splits.main)),
  });
  const here = translate('chart.gainAt', {
    rule: shownRule(marker.rule),
    threshold: formatThreshold(marker.threshold),
    share: formatPercent(valueAt('selectionRate', marker)),
    found: formatPercent(valueAt('recall', marker)),
  });
  return joinedSentences([whole, here]);
}

function gainPath({ drawnCuts }: Evaluation): MetricCurve {
  const { selectionRate, recall, thresholds } = gainCurve(drawnCuts);
  return { x: selectionRate, y: recall, thresholds };
}
