import { betterOf } from '../../../core/choose/objective.ts';
import { COMPARED_AT, type ComparedAt } from '../../../core/compare/comparedThresholds.ts';
import { formatThreshold } from '../../../i18n/format.ts';
import { goalText } from '../../../i18n/goalText.ts';
import { sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { FEW } from '../../../state/certainty.ts';
import {
  MOST_COMPARED,
  selectCompared,
  selectComparedGoal,
  selectComparedWith,
  selectComparison,
  selectIsComparisonLate,
} from '../../../state/compare.ts';
import {
  selectChosenOn,
  selectEvaluation,
  selectModels,
  selectPayoff,
  selectPrices,
  selectRule,
  selectThreshold,
} from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { Choice } from '../../controls/Choice.tsx';
import { RadioGroup } from '../../controls/RadioGroup.tsx';
import { useSplitName } from '../../terms/useSplitName.ts';
import { CompareCsv } from './CompareCsv.tsx';
import { CompareTable } from './CompareTable.tsx';
import { VerdictSentence } from './VerdictSentence.tsx';
import './Compare.css';

/** Which of the file's models does better, in a sentence and in a table. */
export function ComparePanel() {
  const comparison = useTuner(selectComparison);
  const isLate = useTuner(selectIsComparisonLate);
  if (comparison === null) return null;
  const hasRows = comparison.models.every(({ evaluation }) => evaluation.rows > 0);
  return (
    <section className="panel comparePanel" aria-labelledby="compare-title">
      <div className="panelHead">
        <h2 id="compare-title">{translate('compare.title')}</h2>
        {hasRows && <CompareCsv />}
      </div>
      <Controls />
      <Lead />
      <div className={isLate ? 'isLate' : undefined}>
        {hasRows ? (
          <>
            <VerdictSentence />
            <CompareTable />
          </>
        ) : (
          <p>{translate('compare.noRows')}</p>
        )}
        <PairingNotes />
      </div>
    </section>
  );
}

function Controls() {
  const at = useTuner((state) => state.comparedAt);
  const comparison = useTuner(selectComparison);
  const against = useTuner(selectComparedWith);
  const { setComparedAt, setComparedWith } = useActions();
  const others = (comparison?.models ?? []).slice(1).map(({ name }) => name);
  return (
    <div className="compareControls">
      <RadioGroup<ComparedAt>
        label={translate('compare.at')}
        isLabelShown
        value={at}
        options={COMPARED_AT.map((value) => ({ value, shown: translate(`compare.at.${value}`) }))}
        onChange={setComparedAt}
      />
      {others.length > 1 && (
        <Choice
          name={translate('compare.against')}
          value={others[against - 1] ?? ''}
          options={others}
          onChange={(name) => name !== null && setComparedWith(name)}
        />
      )}
      <ModelsShown />
    </div>
  );
}

/** Which of many models stand side by side. */
function ModelsShown() {
  const models = useTuner(selectModels);
  const shown = useTuner(selectCompared);
  const { setComparedModels } = useActions();
  if (models === null || models.names.length < 3) return null;
  const others = shown.filter((name) => name !== models.chosen);
  return (
    <details className="compareModels">
      <summary>{translate('compare.models')}</summary>
      <fieldset aria-label={translate('compare.models')} className="compareModelList">
        {models.names.map((name) => {
          const isInView = name === models.chosen;
          const isShown = shown.includes(name);
          const isFull = shown.length >= MOST_COMPARED && !isShown;
          const isLast = isShown && others.length === 1;
          return (
            <label key={name} className="compareModel">
              <input
                type="checkbox"
                checked={isShown}
                disabled={isInView || isFull || isLast}
                onChange={(event) =>
                  setComparedModels(
                    event.currentTarget.checked ? [...others, name] : others.filter((each) => each !== name),
                  )
                }
              />
              <span>{name}</span>
            </label>
          );
        })}
      </fieldset>
      <p className="hint">{translate('compare.modelsMost', { most: MOST_COMPARED })}</p>
    </details>
  );
}

/** At which thresholds, chosen where, compared where. */
function Lead() {
  const at = useTuner((state) => state.comparedAt);
  const goal = useTuner((state) => state.decision.goal);
  const objective = useComparedGoal();
  const payoff = useTuner(selectPayoff);
  const { unit } = useTuner(selectPrices);
  const rule = useTuner(selectRule);
  const threshold = useTuner(selectThreshold);
  const chosenOn = useTuner(selectChosenOn);
  const evaluation = useTuner(selectEvaluation);
  const names = useTuner(selectCompared);
  const nameOf = useSplitName();
  if (chosenOn === null || evaluation === null) return null;
  const words = goalText(at === 'price' ? { kind: 'cost', payoff } : objective, directionOf(objective), unit);
  return (
    <p className="hint compareLead">
      {translate(`compare.lead.${at}`, {
        goal: words,
        chosen: nameOf(chosenOn.split),
        split: nameOf(evaluation.split),
        first: names[0] ?? '',
        rule: rule === '>=' ? '≥' : '>',
        threshold: formatThreshold(threshold),
      })}
      {at === 'own' && goal === 'amountCost' && sentenceGap() + translate('compare.amountGoal')}
    </p>
  );
}

function useComparedGoal() {
  // Made anew at every look: what it says is compared, not the object.
  const text = useTuner((state) => JSON.stringify(selectComparedGoal(state)));
  return JSON.parse(text) as ReturnType<typeof selectComparedGoal>;
}

const directionOf = (objective: ReturnType<typeof selectComparedGoal>) =>
  objective.kind === 'metric' ? betterOf(objective) : 'higher';

/** On which rows, and what was left out. */
function PairingNotes() {
  const comparison = useTuner(selectComparison);
  if (comparison === null) return null;
  const { models, pairedBy, rows, alone, ambiguous, contradicted, weights } = comparison;
  const [{ evaluation }] = models;
  const { index } = evaluation;
  const positives = index.positives.scores.length;
  const negatives = index.negatives.scores.length;
  const notes =
    pairedBy === null
      ? [translate('compare.unpaired')]
      : [
          ...(rows === 0 || models.every(({ scored }) => scored === rows)
            ? []
            : [translate('compare.paired', { rows })]),
          ...models.flatMap(({ name }, at) =>
            alone[at] > 0 ? [translate('compare.alone', { model: name, count: alone[at] })] : [],
          ),
          ...(ambiguous > 0 ? [translate('compare.ambiguous', { count: ambiguous })] : []),
          ...(contradicted > 0 ? [translate('compare.contradicted', { count: contradicted })] : []),
          ...(weights === 'weights' ? [translate('compare.weighted')] : []),
          ...(rows > 0 && Math.min(positives, negatives) < FEW
            ? [translate('compare.few', { positives, negatives })]
            : []),
        ];
  return notes.map((note) => (
    <p key={note} className="hint">
      {note}
    </p>
  ));
}
