import { useMemo } from 'react';
import { betterOf, goalValue, type Objective } from '../../core/choose/objective.ts';
import { stopAt, stopNear } from '../../core/choose/stops.ts';
import { thresholdSweep } from '../../core/curves/thresholdSweep.ts';
import { withCuts } from '../../core/curves/withCuts.ts';
import { confusionAt, type DecisionRule } from '../../core/scores/confusion.ts';
import { cutThreshold } from '../../core/scores/cutThreshold.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { formatMetric, formatMoney, formatPercent, formatThreshold } from '../../i18n/format.ts';
import { goalText } from '../../i18n/goalText.ts';
import { type TextKey, translate } from '../../i18n/translate.ts';
import { type RuleChoice, ruleEvaluation, selectGoalOrCost } from '../../state/rules.ts';
import { selectChosenOn, selectEvaluation, selectPrices, selectRule, selectThreshold } from '../../state/selectors.ts';
import type { TunerState } from '../../state/tunerState.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';
import { shownRule } from '../chartState/curveTables.ts';
import { ThresholdControl } from '../chartState/ThresholdControl.tsx';
import { useMarker, useMarkerAtRest } from '../chartState/useMarker.ts';
import { useSliderScale } from '../chartState/useSliderScale.ts';
import { ChartFigure } from '../charts/ChartFigure.tsx';
import { GoalChart, type GoalCurve } from '../charts/GoalChart.tsx';
import { BestMark, PointMarks, ThresholdLine } from '../charts/marks.tsx';
import { type NamedValue, Readout, valuesText } from '../charts/Readout.tsx';
import { MOST_ROWS } from '../charts/readableRows.ts';
import { ChartTerm } from '../terms/ChartTerm.tsx';
import { useSplitName } from '../terms/useSplitName.ts';

/** The goal that is drawn, on the split it is chosen on and on the one in view. */
interface Drawn {
  readonly goal: RuleChoice;
  readonly on: Evaluation;
  readonly shown: Evaluation;
  readonly rule: DecisionRule;
  readonly unit: string;
}

/** A split as the goal that is drawn counts its rows. */
const weighed = (state: TunerState, evaluation: Evaluation | null): Evaluation | null =>
  evaluation === null ? null : ruleEvaluation(state, state.decision.goal ?? 'lowestCost', evaluation);

/** What every threshold does to the goal in force, or to the cost where none is. */
export function GoalPanel() {
  const goal = useTuner(selectGoalOrCost);
  const on = useTuner((state) => weighed(state, selectChosenOn(state)));
  const shown = useTuner((state) => weighed(state, selectEvaluation(state)));
  const rule = useTuner(selectRule);
  const { unit } = useTuner(selectPrices);
  const drawn = useMemo(
    () => (goal === null || on === null || shown === null ? null : { goal, on, shown, rule, unit }),
    [goal, on, shown, rule, unit],
  );
  return drawn === null ? null : <GoalFigure drawn={drawn} />;
}

function GoalFigure({ drawn }: { readonly drawn: Drawn }) {
  const { goal, on, shown, rule, unit } = drawn;
  const { objective, choice } = goal;
  const scale = useSliderScale();
  const nameOf = useSplitName();
  const { downloadTable, savePicture, copyPicture, viewNote } = useActions();
  const curve = useMemo(() => curveOf(objective, on, rule, choice), [objective, on, rule, choice]);
  const other = useMemo(
    () => (shown === on ? null : curveOf(objective, shown, rule, null)),
    [objective, on, shown, rule],
  );
  const best = useMemo(() => (choice.kind === 'found' ? { x: choice.threshold, y: choice.value } : null), [choice]);
  const ties = useMemo(() => (choice.kind === 'found' ? choice.runs.filter(({ count }) => count > 1) : []), [choice]);
  const marker = useMemo(() => <Marker drawn={drawn} />, [drawn]);
  const name = goalText(objective, betterOf(objective), unit);
  const isUndefined = !Array.from(curve.path.y).some(Number.isFinite);
  return (
    <ChartFigure
      title={translate('chart.goal.title')}
      heading={
        <ChartTerm
          topic={objective.kind === 'cost' ? 'cost' : 'threshold'}
          title={translate('chart.goal.title')}
          explanation={translate('chart.goal.explanation')}
        />
      }
      aside={<span className="hint">{objective.kind === 'cost' ? translate('goal.name.cost') : name}</span>}
      readout={<MarkerReadout drawn={drawn} />}
      notes={
        choice.kind === 'found'
          ? [
              translate(bestKey(choice.threshold), {
                threshold: formatThreshold(choice.threshold),
                value: shownValue(objective, choice.value, unit),
                split: nameOf(on.split),
                count: choice.ties.length,
              }),
            ]
          : []
      }
      hint={translate('chart.sweepHint')}
      description={<Description drawn={drawn} name={name} />}
      absence={isUndefined ? translate('chart.goalNowhere') : null}
      readTable={() => goalTable(drawn, name, scale)}
      onDownload={() => downloadTable('goal-by-threshold', goalCsv(drawn))}
      onPicture={(picture) => savePicture('goal-by-threshold', picture)}
      onCopyPicture={copyPicture}
      readNote={viewNote}
    >
      <GoalChart
        curve={curve}
        other={other}
        best={best}
        ties={ties}
        low={scale.low}
        high={scale.high}
        label={axisName(objective, unit)}
        beneath={LINE}
      >
        {marker}
      </GoalChart>
    </ChartFigure>
  );
}

/** Where the ring stands, in words. */
function bestKey(threshold: number): TextKey {
  if (Number.isFinite(threshold)) return 'chart.goalBest';
  return threshold > 0 ? 'chart.goalBestNobody' : 'chart.goalBestEverybody';
}

/** The goal at every drawn cut of a split, and at the very best one. */
function curveOf(
  objective: Objective,
  { split, index, drawnCuts }: Evaluation,
  rule: DecisionRule,
  choice: RuleChoice['choice'] | null,
): GoalCurve {
  const cuts = choice?.kind === 'found' ? withCuts(drawnCuts, index, choice.threshold, rule) : drawnCuts;
  const { thresholds, values } = thresholdSweep(cuts, { of: goalValue(objective) }, rule);
  return { name: split, path: { x: thresholds, y: values } };
}

const valueAt = ({ goal, rule }: Drawn, { index }: Evaluation, threshold: number): number =>
  goalValue(goal.objective)(confusionAt(index, threshold, rule), threshold);

const splitsOf = ({ on, shown }: Drawn): readonly Evaluation[] => (on === shown ? [on] : [on, shown]);

/** The goal at a threshold on each split, as shown. */
const valuesAt = (drawn: Drawn, threshold: number): readonly NamedValue[] =>
  splitsOf(drawn).map((evaluation) => ({
    name: evaluation.split,
    value: shownValue(drawn.goal.objective, valueAt(drawn, evaluation, threshold), drawn.unit),
  }));

function shownValue({ kind }: Objective, value: number, unit: string): string {
  if (kind === 'cost') return formatMoney(value, unit);
  return kind === 'flagTop' || kind === 'flagCount' ? formatPercent(value) : formatMetric(value);
}

function axisName(objective: Objective, unit: string): string {
  switch (objective.kind) {
    case 'cost':
      return unit === '' ? translate('chart.goal.cost') : translate('chart.goal.costIn', { unit });
    case 'metric':
      return translate(`metric.${objective.id}.name`);
    case 'fbeta':
      return translate('tick.fbeta', { beta: String(objective.beta) });
    case 'closestCorner':
      return translate('chart.goal.distance');
    case 'netBenefit':
      return translate('metric.netBenefit.name');
    case 'recallWithPrecision':
      return translate('metric.recall.name');
    case 'precisionWithRecall':
      return translate('metric.precision.name');
    case 'flagTop':
    case 'flagCount':
      return translate('chart.goal.flagged');
  }
}

/** The best threshold stands out even where the handle is elsewhere. */
function Marker({ drawn }: { readonly drawn: Drawn }) {
  const { threshold } = useMarker();
  const scale = useSliderScale();
  const { choice } = drawn.goal;
  const points = splitsOf(drawn).map((evaluation) => ({ x: threshold, y: valueAt(drawn, evaluation, threshold) }));
  return (
    <>
      {choice.kind === 'found' && <BestMark x={choice.threshold} y={choice.value} />}
      <PointMarks points={points} radius={5} />
      <ThresholdControl
        title={translate('chart.goal.title')}
        moves="line"
        values={valuesAt(drawn, threshold)}
        thresholdAt={(x, _, frame) => stopNear(scale, frame.xAt(x))}
      />
    </>
  );
}

function Line() {
  return <ThresholdLine threshold={useTuner(selectThreshold)} />;
}

const LINE = <Line />;

function MarkerReadout({ drawn }: { readonly drawn: Drawn }) {
  const { threshold } = useMarker();
  return <Readout values={valuesAt(drawn, threshold)} />;
}

function Description({ drawn, name }: { readonly drawn: Drawn; readonly name: string }) {
  const { threshold, rule } = useMarkerAtRest();
  return translate('chart.goalDescription', {
    goal: name,
    rule: shownRule(rule),
    threshold: formatThreshold(threshold),
    values: valuesText(valuesAt(drawn, threshold)),
  });
}

/** The goal at even steps of the slider. */
function goalTable(drawn: Drawn, name: string, scale: ReturnType<typeof useSliderScale>) {
  const steps = Math.min(MOST_ROWS - 1, scale.stops);
  return {
    caption: translate('chart.goalTable', { goal: name, rule: shownRule(drawn.rule) }),
    columns: [translate('chart.columnThreshold'), ...splitsOf(drawn).map(({ split }) => split)],
    rows: Array.from({ length: steps + 1 }, (_, i) => {
      const threshold = stopAt(scale, steps === 0 ? 0 : Math.round((i * scale.stops) / steps));
      return [formatThreshold(threshold), ...valuesAt(drawn, threshold).map(({ value }) => value)];
    }),
  };
}

/** Every drawn cut of both splits, the best one among them, in full precision. */
function goalCsv(drawn: Drawn) {
  const { goal, rule } = drawn;
  return {
    columns: ['split', 'rule', 'threshold', goal.objective.kind],
    rows: splitsOf(drawn).flatMap((evaluation) => {
      const { split, index, drawnCuts } = evaluation;
      const best = evaluation === drawn.on && goal.choice.kind === 'found' ? goal.choice : null;
      const cuts = best === null ? drawnCuts : withCuts(drawnCuts, index, best.threshold, rule);
      return Array.from(cuts.thresholds, (cut) => {
        const threshold = cutThreshold(index, cut, rule);
        return [split, rule, threshold, valueAt(drawn, evaluation, threshold)];
      });
    }),
  };
}
