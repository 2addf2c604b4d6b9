import { type KeyboardEvent, useMemo } from 'react';
import { type ReviewBand, triageAt } from '../../core/choose/triage.ts';
import { type RiskCoverage, riskCoverage } from '../../core/curves/riskCoverage.ts';
import { cutThreshold } from '../../core/scores/cutThreshold.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { formatMetric, formatPercent, formatThreshold } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import { hullOf } from '../../state/impliedPrice.ts';
import { reviewerOf } from '../../state/review.ts';
import { selectEvaluation, selectPayoff, selectRule, selectThreshold } from '../../state/selectors.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';
import { type ChartSplits, leftOutNote, splitName, useCurveSplits } from '../chartState/chartSplits.ts';
import { ChartFigure } from '../charts/ChartFigure.tsx';
import type { NamedPath } from '../charts/curveLines.ts';
import { PointMarks } from '../charts/marks.tsx';
import { PlotControl } from '../charts/PlotControl.tsx';
import { nearestVertex } from '../charts/picking.ts';
import { type NamedValue, Readout, valuesText } from '../charts/Readout.tsx';
import { errorAxisEnd, RiskCoverageChart } from '../charts/RiskCoverageChart.tsx';
import { placesAtSteps } from '../charts/readableRows.ts';
import { thresholdMoveOf } from '../controls/thresholdKeys.ts';
import { ChartTerm } from '../terms/ChartTerm.tsx';

/** How many errors remain where the most doubtful cases are looked at. */
export function AutomationPanel() {
  const splits = useCurveSplits();
  return splits === null ? null : <AutomationFigure splits={splits} />;
}

const curveOf = ({ index }: Evaluation): RiskCoverage => riskCoverage(hullOf(index));

function namedCurve(evaluation: Evaluation): NamedPath {
  const { coverage, error } = curveOf(evaluation);
  return { name: evaluation.split, path: { x: coverage, y: error } };
}

function AutomationFigure({ splits }: { readonly splits: ChartSplits }) {
  const { main, others, all } = splits;
  const rule = useTuner(selectRule);
  const { downloadTable, savePicture, copyPicture, viewNote } = useActions();
  const curve = useMemo(() => curveOf(main), [main]);
  const path = useMemo(() => namedCurve(main), [main]);
  const behind = useMemo(() => others.map(namedCurve), [others]);
  const marker = useMemo(
    () => <Marker evaluation={main} curve={curve} highest={errorAxisEnd([path, ...behind])} />,
    [main, curve, path, behind],
  );
  const bandAt = (evaluation: Evaluation, { lowers, uppers }: RiskCoverage, place: number): readonly number[] => [
    cutThreshold(evaluation.index, lowers[place], rule),
    cutThreshold(evaluation.index, uppers[place], rule),
  ];
  const readTable = () => ({
    caption: translate('automation.tableCaption'),
    columns: [
      translate('automation.coverage'),
      translate('automation.error'),
      translate('triage.lower'),
      translate('triage.upper'),
    ],
    rows: placesAtSteps(curve.coverage, () => true).map((place) => [
      formatPercent(curve.coverage[place]),
      formatPercent(curve.error[place]),
      ...bandAt(main, curve, place).map(formatThreshold),
    ]),
  });
  const csv = () => ({
    columns: ['split', 'rule', 'lower', 'upper', 'coverage', 'error'],
    rows: all.flatMap((evaluation) => {
      const one = curveOf(evaluation);
      return Array.from(one.coverage, (coverage, place) => [
        evaluation.split,
        rule,
        ...bandAt(evaluation, one, place),
        coverage,
        one.error[place],
      ]);
    }),
  });
  return (
    <ChartFigure
      title={translate('automation.title')}
      heading={
        <ChartTerm
          topic="reviewBand"
          title={translate('automation.title')}
          explanation={translate('automation.explanation')}
        />
      }
      readout={<MarkerReadout />}
      notes={leftOutNote(splits)}
      hint={translate('automation.hint')}
      description={<Description splits={splits} curve={curve} />}
      absence={absenceOf(splits)}
      readTable={readTable}
      onDownload={() => downloadTable('errors-by-automation', csv())}
      onPicture={(picture) => savePicture('errors-by-automation', picture)}
      onCopyPicture={copyPicture}
      readNote={viewNote}
    >
      <RiskCoverageChart curve={path} others={behind}>
        {marker}
      </RiskCoverageChart>
    </ChartFigure>
  );
}

interface Here {
  /** What decides now: the band, or the threshold alone. */
  readonly band: ReviewBand;
  readonly coverage: number;
  readonly error: number;
}

function useHere(): Here | null {
  const evaluation = useTuner(selectEvaluation);
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  const payoff = useTuner(selectPayoff);
  const review = useTuner((state) => state.decision.review);
  if (evaluation === null) return null;
  const band = review.band ?? { lower: threshold, upper: threshold };
  const { coverage, error } = triageAt(evaluation.index, band, rule, payoff, reviewerOf(review));
  return { band, coverage, error };
}

const valuesOf = ({ coverage, error }: Here): readonly NamedValue[] => [
  { name: translate('automation.coverageShort'), value: formatPercent(coverage) },
  { name: translate('automation.errorShort'), value: formatPercent(error) },
];

interface MarkerProps {
  readonly evaluation: Evaluation;
  readonly curve: RiskCoverage;
  /** More errors than this are not on the chart. */
  readonly highest: number;
}

function Marker({ evaluation, curve, highest }: MarkerProps) {
  const here = useHere();
  const rule = useTuner(selectRule);
  const { setReview } = useActions();
  if (here === null) return null;
  const last = curve.coverage.length - 1;
  const goTo = (place: number, gesture?: string) => {
    const [lower, upper] = [curve.lowers[place], curve.uppers[place]].map((score) =>
      cutThreshold(evaluation.index, score, rule),
    );
    setReview({ band: { lower, upper } }, gesture);
  };
  // From beside the curve the keys go on from the point of it that decides as many cases.
  const place = curve.coverage.findIndex((coverage) => coverage >= here.coverage);
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = {
      stepUp: place + 1,
      nextChange: place + 1,
      stepDown: place - 1,
      previousChange: place - 1,
      pageUp: place + 10,
      pageDown: place - 10,
      start: 0,
      end: last,
    };
    const move = thresholdMoveOf(event);
    if (move === null) return;
    event.preventDefault();
    goTo(Math.max(0, Math.min(last, moves[move])));
  };
  return (
    <>
      <PointMarks points={here.error > highest ? [] : [{ x: here.coverage, y: here.error }]} radius={6.5} />
      <PlotControl
        name={translate('chart.markerOn', { title: translate('automation.title') })}
        low={0}
        high={1}
        value={here.coverage}
        valueText={valuesText(valuesOf(here))}
        moves="point"
        onPick={(x, y, frame, gesture) => {
          const nearest = nearestVertex({ x: curve.coverage, y: curve.error }, frame, x, y);
          if (nearest >= 0) goTo(nearest, gesture);
        }}
        onKeyDown={onKeyDown}
      />
    </>
  );
}

function MarkerReadout() {
  const here = useHere();
  return here === null ? null : <Readout values={valuesOf(here)} />;
}

function Description({ splits, curve }: { readonly splits: ChartSplits; readonly curve: RiskCoverage }) {
  const last = curve.coverage.length - 1;
  if (last < 0) return null;
  return translate('automation.description', {
    split: splitName(splits),
    coverage: formatPercent(curve.coverage[0]),
    least: formatMetric(curve.error[0]),
    most: formatMetric(curve.error[last]),
  });
}

function absenceOf(splits: ChartSplits): string | null {
  const split = splitName(splits);
  if (!(splits.main.positives > 0)) return translate('chart.noCurveWithoutPositives', { split });
  if (!(splits.main.negatives > 0)) return translate('chart.noCurveWithoutNegatives', { split });
  return null;
}
