import { useEffect, useState } from 'react';
import type { FoldChoice } from '../../../core/choose/outOfFold.ts';
import { costOf } from '../../../core/cost/payoff.ts';
import { thresholdMetric } from '../../../core/metrics/catalog.ts';
import { spreadOf } from '../../../core/metrics/spread.ts';
import type { Confusion } from '../../../core/scores/confusion.ts';
import type { Evaluation } from '../../../core/scores/evaluation.ts';
import { formatCount, formatMetric, formatThreshold } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import type { RuleId } from '../../../state/ruleSettings.ts';
import { selectRules } from '../../../state/rules.ts';
import { selectPayoff, selectRule } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';

/** The rules whose aim is one number that can be averaged over folds. */
const RULES = ['highestMetric', 'lowestCost'] as const satisfies readonly RuleId[];

/** Prices are typed digit by digit. */
const REST_MS = 200;

interface OutOfFoldProps {
  readonly whole: Evaluation;
  readonly folds: readonly Evaluation[];
}

/** The threshold chosen without each fold, and how it does on that fold. */
export function OutOfFold({ whole, folds }: OutOfFoldProps) {
  const [id, setId] = useState<(typeof RULES)[number]>('highestMetric');
  const chosen = useTuner((state) => selectRules(state).find((rule) => rule.id === id) ?? null);
  const metric = useTuner((state) => state.decision.settings.metric);
  const payoff = useTuner(selectPayoff);
  const rule = useTuner(selectRule);
  const { fetchOutOfFold } = useActions();
  const [found, setFound] = useState<{ readonly of: string; readonly choices: readonly FoldChoice[] } | null>(null);
  const objective = chosen?.objective ?? null;
  const asked = JSON.stringify([objective, rule, whole.rows, folds.length]);

  useEffect(() => {
    if (objective === null) return;
    const timer = setTimeout(async () => {
      const choices = await fetchOutOfFold(objective);
      if (choices !== null) setFound({ of: asked, choices });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [objective, asked, fetchOutOfFold]);

  const metricName = translate(`metric.${metric}.name`);
  const worthOf = (confusion: Confusion, threshold: number): number => {
    if (id === 'highestMetric') return thresholdMetric(metric).of(confusion, threshold);
    const { tp, fp, fn, tn } = confusion;
    return costOf(confusion, payoff) / (tp + fp + fn + tn);
  };
  const values = (found?.choices ?? []).map(({ confusion, threshold }) =>
    confusion === null ? Number.NaN : worthOf(confusion, threshold),
  );
  const spread = spreadOf(values);
  const isLate = found !== null && found.of !== asked;
  return (
    <div aria-busy={isLate || found === null}>
      <h3 id="folds-chosen">{translate('folds.chosen')}</h3>
      <label className="foldsRule">
        <span className="hint">{translate('folds.rule')}</span>{' '}
        <select className="select" value={id} onChange={(event) => setId(event.currentTarget.value as typeof id)}>
          <option value="highestMetric">{translate('folds.highest', { metric: metricName })}</option>
          <option value="lowestCost">{translate('folds.lowestCost')}</option>
        </select>
      </label>
      {found === null ? (
        <p className="hint">{translate('folds.waiting')}</p>
      ) : (
        <div className={isLate ? 'foldsLate' : undefined}>
          <table className="figureTable foldsTable" aria-labelledby="folds-chosen">
            <thead>
              <tr>
                <th scope="col">{translate('folds.fold')}</th>
                <th scope="col">{translate('folds.rows')}</th>
                <th scope="col">{translate('folds.threshold')}</th>
                <th scope="col">{id === 'lowestCost' ? translate('folds.costPerRow') : metricName}</th>
              </tr>
            </thead>
            <tbody>
              {found.choices.map(({ fold, threshold }, at) => (
                <tr key={fold}>
                  <th scope="row">{fold}</th>
                  <td>{formatCount(folds.find(({ split }) => split === fold)?.rows ?? 0)}</td>
                  <td>{Number.isNaN(threshold) ? translate('folds.noThreshold') : formatThreshold(threshold)}</td>
                  <td>{formatMetric(values[at])}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {chosen?.choice.kind === 'found' && spread.count > 0 && (
            <p>
              {translate('folds.summary', {
                whole: formatMetric(worthOf(chosen.choice.confusion, chosen.choice.threshold)),
                honest: formatMetric(spread.mean),
                spread: formatMetric(spread.standardDeviation),
              })}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
