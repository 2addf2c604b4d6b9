import { useMemo } from 'react';
import { stopNear } from '../../core/choose/stops.ts';
import { formatPercent, formatThreshold } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import { selectThreshold } from '../../state/selectors.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';
import { CasesAtMarker } from '../chartState/CasesAtMarker.tsx';
import { type ChartSplits, leftOutNote, splitName, useChartSplits } from '../chartState/chartSplits.ts';
import { shownRule } from '../chartState/curveTables.ts';
import { barAt, classShares, scoresCsv, scoresTable } from '../chartState/scoresTables.ts';
import { ThresholdControl } from '../chartState/ThresholdControl.tsx';
import { type Marker as MarkerPlace, useMarker, useMarkerAtRest, valueAt } from '../chartState/useMarker.ts';
import { useSliderScale } from '../chartState/useSliderScale.ts';
import { ChartFigure } from '../charts/ChartFigure.tsx';
import { ThresholdLine } from '../charts/marks.tsx';
import { Readout } from '../charts/Readout.tsx';
import { ScoresByClassChart } from '../charts/ScoresByClassChart.tsx';
import { ChartTerm } from '../terms/ChartTerm.tsx';

/** How far the scores of the classes lie apart, split by split. */
export function ScoresByClassPanel() {
  const splits = useChartSplits();
  return splits === null ? null : <ScoresByClassFigure splits={splits} />;
}

function ScoresByClassFigure({ splits }: { readonly splits: ChartSplits }) {
  const { downloadTable, savePicture, copyPicture, viewNote } = useActions();
  const scale = useSliderScale();
  const shares = useMemo(
    () => [splits.main, ...splits.others].map((evaluation) => classShares(evaluation, scale)),
    [splits, scale],
  );
  return (
    <ChartFigure
      title={translate('chart.scores.title')}
      heading={
        <ChartTerm
          topic="score"
          title={translate('chart.scores.title')}
          explanation={translate('chart.scores.explanation')}
        />
      }
      aside={translate('chart.shareOfEachClass')}
      readout={<MarkerReadout />}
      notes={leftOutNote(splits)}
      hint={translate('chart.scoresHint')}
      description={<Description splits={splits} />}
      readTable={() => scoresTable(splits, scale)}
      onDownload={() => downloadTable('scores-by-class', scoresCsv(splits, scale))}
      onPicture={(picture) => savePicture('scores-by-class', picture)}
      onCopyPicture={copyPicture}
      readNote={viewNote}
    >
      <ScoresByClassChart splits={shares} low={scale.low} high={scale.high} beneath={LINE}>
        {MARKER}
      </ScoresByClassChart>
      <CasesOfBar />
    </ChartFigure>
  );
}

function Marker() {
  const marker = useMarker();
  const scale = useSliderScale();
  return (
    <ThresholdControl
      title={translate('chart.scores.title')}
      moves="line"
      values={flaggedShares(marker)}
      thresholdAt={(x, _, frame) => stopNear(scale, frame.xAt(x))}
    />
  );
}

/** The cases of the bar in which the threshold lies. */
function CasesOfBar() {
  const threshold = useTuner(selectThreshold);
  return <CasesAtMarker range={barAt(useSliderScale(), threshold)} />;
}

function Line() {
  const threshold = useTuner(selectThreshold);
  const label = translate('chart.thresholdMark', { threshold: formatThreshold(threshold) });
  return <ThresholdLine threshold={threshold} isDashed label={label} />;
}

const MARKER = <Marker />;
const LINE = <Line />;

function MarkerReadout() {
  return <Readout values={flaggedShares(useMarker())} />;
}

function flaggedShares(marker: MarkerPlace) {
  return [
    { name: translate('chart.flaggedPositives'), value: formatPercent(valueAt('recall', marker)) },
    { name: translate('chart.flaggedNegatives'), value: formatPercent(valueAt('fpr', marker)) },
  ];
}

function Description({ splits }: { readonly splits: ChartSplits }) {
  const marker = useMarkerAtRest();
  return translate('chart.scoresDescription', {
    split: splitName(splits),
    rule: shownRule(marker.rule),
    threshold: formatThreshold(marker.threshold),
    positives: formatPercent(valueAt('recall', marker)),
    negatives: formatPercent(valueAt('fpr', marker)),
  });
}
