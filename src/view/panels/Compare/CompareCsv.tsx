import type { JointDecisions } from '../../../core/compare/modelComparison.ts';
import type { Payoff } from '../../../core/cost/payoff.ts';
import { translate } from '../../../i18n/translate.ts';
import {
  type ComparedChoice,
  selectComparedChoices,
  selectComparison,
  selectIsJointLate,
  selectJoint,
} from '../../../state/compare.ts';
import { selectPayoff, selectPrices } from '../../../state/selectors.ts';
import type { TextTable } from '../../../state/tables.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { type Difference, differencesIn, SCORED, scoreDifference, valueAt } from './comparedDifferences.ts';
import { comparedMeasures } from './comparedMeasures.ts';

/** The models side by side as a file; nothing to press while the answer to the present question is awaited. */
export function CompareCsv() {
  const comparison = useTuner(selectComparison);
  const choices = useTuner(selectComparedChoices);
  const joint = useTuner(selectJoint);
  const isLate = useTuner(selectIsJointLate);
  const at = useTuner((state) => state.comparedAt);
  const payoff = useTuner(selectPayoff);
  const { unit } = useTuner(selectPrices);
  const { downloadTable } = useActions();
  if (comparison === null) return null;
  return (
    <button
      type="button"
      className="chartButton"
      disabled={isLate}
      aria-label={translate('chart.csvOf', { title: translate('compare.table') })}
      onClick={() => downloadTable('models', comparedTable(comparison, choices, joint, at, payoff, unit))}
    >
      {translate('chart.csv')}
    </button>
  );
}

/** A row for each model and measure, in full precision, with the paired difference from the first model and its interval. */
function comparedTable(
  { models }: NonNullable<ReturnType<typeof selectComparison>>,
  choices: readonly ComparedChoice[],
  joint: readonly (JointDecisions | null)[] | null,
  at: string,
  payoff: Payoff,
  unit: string,
): TextTable {
  const [first] = models;
  const measures = comparedMeasures(payoff, unit).map((measure) => ({
    measure,
    differences: differencesIn(measure, joint),
  }));
  const ends = (difference: Difference | null) =>
    difference === null ? [NaN, NaN, NaN] : [difference.value, difference.low, difference.high];
  const rows = models.flatMap((model, place) => {
    const choice = choices[place];
    const start = [model.evaluation.split, at, model.name, choice.kind === 'found' ? choice.threshold : NaN];
    return [
      ...measures.map(({ measure, differences }) => [
        ...start,
        measure.id,
        valueAt(measure, choice),
        ...ends(place === 0 ? null : (differences[place - 1] ?? null)),
      ]),
      ...SCORED.map((id) => [
        ...start,
        id,
        model.evaluation.scoreMetrics[id],
        ...ends(place === 0 ? null : scoreDifference(id, model, first)),
      ]),
    ];
  });
  const difference = ['difference', 'difference.low', 'difference.high'];
  return { columns: ['split', 'compared_at', 'model', 'threshold', 'measure', 'value', ...difference], rows };
}
