import { type ReactNode, useMemo } from 'react';
import { type ReliabilityBin, reliabilityBins } from '../../../core/calibration/reliability.ts';
import { gainCurve } from '../../../core/curves/gain.ts';
import { precisionRecallCurve, precisionRecallSteps } from '../../../core/curves/precisionRecall.ts';
import { rocCurve } from '../../../core/curves/roc.ts';
import type { Topic } from '../../../core/learn/topics.ts';
import { thresholdMetric } from '../../../core/metrics/catalog.ts';
import type { Evaluation } from '../../../core/scores/evaluation.ts';
import { formatMetric } from '../../../i18n/format.ts';
import { joinedClauses, joinedList } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectComparedChoices, selectComparison } from '../../../state/compare.ts';
import { selectRule } from '../../../state/selectors.ts';
import { useTuner } from '../../../state/useTuner.ts';
import type { ChartSplits } from '../../chartState/chartSplits.ts';
import { absenceOfClass } from '../../chartState/curveAbsence.ts';
import { curveCsv, curveTable } from '../../chartState/curveTables.ts';
import { prevalenceOf } from '../../chartState/prevalence.ts';
import { reliabilityCsv } from '../../chartState/reliabilityTables.ts';
import type { NamedMetric } from '../../chartState/useMarker.ts';
import { useTakeAway } from '../../chartState/useTakeAway.ts';
import { CalibrationChart } from '../../charts/CalibrationChart.tsx';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import type { NamedPath } from '../../charts/curveLines.ts';
import { GainChart } from '../../charts/GainChart.tsx';
import { DataPoints } from '../../charts/marks.tsx';
import { PrecisionRecallChart } from '../../charts/PrecisionRecallChart.tsx';
import type { Dash } from '../../charts/plotLine.ts';
import { RocChart } from '../../charts/RocChart.tsx';
import type { Path } from '../../charts/series.ts';
import { ChartTerm } from '../../terms/ChartTerm.tsx';
import { useSplitName } from '../../terms/useSplitName.ts';

/** The curves of the models, laid over each other. */
export function CompareCurves() {
  const models = useModels();
  // Without a row in common there is nothing to draw, as the panel above says.
  if (models === null || !(models.splits.main.positives + models.splits.main.negatives > 0)) return null;
  const prevalence = prevalenceOf(models.splits.main);
  return (
    <section className="compareCurves sheetPairs" aria-label={translate('compare.curves')}>
      <CurveFigure
        models={models}
        name="precision-recall-models"
        title={translate('chart.precisionRecall.title')}
        topic="precisionRecallCurve"
        explanation={translate('chart.precisionRecall.explanation')}
        metrics={[metric('recall'), metric('precision')]}
        pathOf={precisionRecallPath}
        draw={(curve, others, points) => (
          <PrecisionRecallChart curve={curve} others={others} prevalence={prevalence}>
            {points}
          </PrecisionRecallChart>
        )}
      />
      <CurveFigure
        models={models}
        name="roc-models"
        title={translate('chart.roc.title')}
        topic="rocCurve"
        explanation={translate('chart.roc.explanation')}
        metrics={[metric('fpr'), metric('recall')]}
        pathOf={rocPath}
        draw={(curve, others, points) => (
          <RocChart curve={curve} others={others}>
            {points}
          </RocChart>
        )}
      />
      <CurveFigure
        models={models}
        name="cumulative-gains-models"
        title={translate('chart.gain.title')}
        topic="gainsCurve"
        explanation={translate('chart.gain.explanation')}
        metrics={[metric('selectionRate'), metric('recall')]}
        pathOf={gainPath}
        draw={(curve, others, points) => (
          <GainChart curve={curve} others={others} prevalence={prevalence}>
            {points}
          </GainChart>
        )}
      />
      <CalibrationFigure models={models} />
    </section>
  );
}

/** As many as models can be shown beside the first. */
const DASHES: readonly Dash[] = ['dashed', 'dotted', 'dashDot', 'longDash', 'solid'];

interface Models {
  /** The models as a chart takes splits, each under its own name. */
  readonly splits: ChartSplits;
  readonly split: string;
}

function useModels(): Models | null {
  const comparison = useTuner(selectComparison);
  return useMemo(() => {
    if (comparison === null) return null;
    const all = comparison.models.map(({ name, evaluation }) => ({ ...evaluation, split: name }));
    return { splits: { main: all[0], others: all.slice(1), all }, split: comparison.models[0].evaluation.split };
  }, [comparison]);
}

const metric = (id: 'recall' | 'precision' | 'fpr' | 'selectionRate'): NamedMetric => ({
  id,
  name: translate(`chart.metric.${id}`),
});

interface CurveFigureProps {
  readonly models: Models;
  /** Of the files that leave the page. */
  readonly name: string;
  readonly title: string;
  readonly topic: Topic;
  readonly explanation: string;
  /** Along the axis across, and upright. */
  readonly metrics: readonly [NamedMetric, NamedMetric];
  readonly pathOf: (evaluation: Evaluation) => Path;
  readonly draw: (curve: NamedPath, others: readonly NamedPath[], points: ReactNode) => ReactNode;
}

function CurveFigure({ models, name, title, topic, explanation, metrics, pathOf, draw }: CurveFigureProps) {
  const { splits, split } = models;
  const choices = useTuner(selectComparedChoices);
  const rule = useTuner(selectRule);
  const nameOf = useSplitName();
  const takeAway = useTakeAway(name, () => curveCsv(splits, rule, metrics));
  const [curve, others] = useMemo(() => namedPaths(splits, pathOf), [splits, pathOf]);
  const [across, upright] = metrics;
  const points = choices.flatMap((choice, at) => {
    if (choice.kind === 'none' || splits.all[at] === undefined) return [];
    const value = ({ id }: NamedMetric) => thresholdMetric(id).of(choice.confusion, choice.threshold);
    return [{ model: splits.all[at].split, x: value(across), y: value(upright) }];
  });
  const drawn = points.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  return (
    <ChartFigure
      title={title}
      heading={<ChartTerm topic={topic} title={title} explanation={explanation} />}
      readout={null}
      hint={translate('compare.curvesHint')}
      description={translate('compare.curvesDescription', {
        title,
        models: joinedList(splits.all.map((each) => each.split)),
        split: nameOf(split),
        points: joinedClauses(
          points.map(({ model, x, y }) =>
            translate('compare.curvesPoint', {
              model,
              values: joinedList([`${across.name} ${formatMetric(x)}`, `${upright.name} ${formatMetric(y)}`]),
            }),
          ),
        ),
      })}
      absence={absenceOfClass(splits.main, nameOf(split))}
      readTable={() => curveTable(splits, rule, metrics)}
      {...takeAway}
    >
      {draw(curve, others, <DataPoints points={drawn} radius={4.5} />)}
    </ChartFigure>
  );
}

function CalibrationFigure({ models: { splits, split } }: { readonly models: Models }) {
  const nameOf = useSplitName();
  const takeAway = useTakeAway('calibration-models', () => reliabilityCsv(splits, 'uniform'));
  const bins = useMemo(() => splits.all.map(({ index }) => reliabilityBins(index, 'uniform')), [splits]);
  const [curve, others] = useMemo(() => {
    return namedPaths(splits, (evaluation) => calibrationPath(bins[splits.all.indexOf(evaluation)]));
  }, [splits, bins]);
  const names = splits.all.map((each) => each.split);
  return (
    <ChartFigure
      title={translate('compare.calibration')}
      heading={
        <ChartTerm
          topic="calibration"
          title={translate('compare.calibration')}
          explanation={translate('chart.reliability.explanation')}
        />
      }
      readout={null}
      hint={translate('compare.calibrationHint')}
      description={translate('compare.calibrationDescription', { models: joinedList(names), split: nameOf(split) })}
      absence={bins.some(({ length }) => length === 0) ? translate('compare.noProbabilities') : null}
      readTable={() => ({
        caption: translate('compare.calibrationTable'),
        columns: [translate('compare.calibrationBin'), ...names],
        rows: (bins[0] ?? []).map(({ low, high }, bin) => [
          `${formatMetric(low, 1)}–${formatMetric(high, 1)}`,
          ...bins.map((of) => formatMetric(of[bin]?.probTrue ?? Number.NaN)),
        ]),
      })}
      {...takeAway}
    >
      <CalibrationChart curve={curve} others={others} />
    </ChartFigure>
  );
}

function namedPaths(
  { all }: ChartSplits,
  pathOf: (evaluation: Evaluation) => Path,
): readonly [NamedPath, readonly NamedPath[]] {
  const [main, ...others] = all.map((evaluation) => ({ name: evaluation.split, path: pathOf(evaluation) }));
  return [main, others.map((each, at) => ({ ...each, dash: DASHES[at % DASHES.length] }))];
}

function precisionRecallPath({ drawnCuts }: Evaluation): Path {
  const { recall, precision } = precisionRecallSteps(precisionRecallCurve(drawnCuts));
  return { x: recall, y: precision };
}

function rocPath({ drawnCuts }: Evaluation): Path {
  const { fpr, tpr } = rocCurve(drawnCuts);
  return { x: fpr, y: tpr };
}

function gainPath({ drawnCuts }: Evaluation): Path {
  const { selectionRate, recall } = gainCurve(drawnCuts);
  return { x: selectionRate, y: recall };
}

/** Empty bins have no place on the line. */
function calibrationPath(bins: readonly ReliabilityBin[] = []): Path {
  const held = bins.filter(({ amount }) => amount > 0);
  return { x: held.map(({ probPred }) => probPred), y: held.map(({ probTrue }) => probTrue) };
}
