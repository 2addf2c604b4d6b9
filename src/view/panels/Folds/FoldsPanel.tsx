import { thresholdMetric } from '../../../core/metrics/catalog.ts';
import { spreadOf } from '../../../core/metrics/spread.ts';
import { confusionAt } from '../../../core/scores/confusion.ts';
import type { Evaluation } from '../../../core/scores/evaluation.ts';
import { formatMetric, formatThreshold } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectEvaluation, selectRule, selectThreshold } from '../../../state/selectors.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { Term } from '../../controls/Term.tsx';
import { MetricTerm } from '../../terms/MetricTerm.tsx';
import { USUAL_THRESHOLD_METRICS } from '../../terms/usualMetrics.ts';
import { OutOfFold } from './OutOfFold.tsx';
import './FoldsPanel.css';

/** How much the metrics scatter over the folds of a cross-validation, and what a threshold is worth that was chosen on other rows. */
export function FoldsPanel() {
  const folds = useTuner((state) => state.opened?.prepared.folds ?? null);
  const column = useTuner((state) => state.opened?.prepared.interpretation.split ?? '');
  const whole = useTuner(selectEvaluation);
  if (folds === null || whole === null) return null;
  return (
    <section className="panel foldsPanel" aria-labelledby="folds-title">
      <div className="panelHead">
        <h2 id="folds-title">{translate('folds.title')}</h2>
        <span className="hint">{translate('folds.lead', { column, count: folds.length })}</span>
      </div>
      <div className="foldsTables">
        <OverFolds whole={whole} folds={folds} />
        <OutOfFold whole={whole} folds={folds} />
      </div>
    </section>
  );
}

interface OverFoldsProps {
  readonly whole: Evaluation;
  readonly folds: readonly Evaluation[];
}

function OverFolds({ whole, folds }: OverFoldsProps) {
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  const confusionOf = ({ index }: Evaluation) => confusionAt(index, threshold, rule);
  const together = confusionOf(whole);
  const confusions = folds.map(confusionOf);
  const rows = USUAL_THRESHOLD_METRICS.map((id) => {
    const { of } = thresholdMetric(id);
    return {
      id,
      whole: of(together, threshold),
      spread: spreadOf(confusions.map((confusion) => of(confusion, threshold))),
    };
  });
  const fewest = Math.min(...rows.map(({ spread }) => spread.count));
  return (
    <div>
      <h3 id="folds-over">
        {translate('folds.atThreshold', { rule: rule === '>=' ? '≥' : '>', threshold: formatThreshold(threshold) })}
      </h3>
      <table className="figureTable foldsTable" aria-labelledby="folds-over">
        <thead>
          <tr>
            <th scope="col">{translate('folds.metric')}</th>
            <th scope="col">{translate('folds.all')}</th>
            <th scope="col">{translate('folds.mean')}</th>
            <th scope="col">
              <Term explain={() => <p>{translate('folds.spreadTerm')}</p>}>{translate('folds.spread')}</Term>
            </th>
            <th scope="col">{translate('folds.least')}</th>
            <th scope="col">{translate('folds.greatest')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, whole: value, spread }) => (
            <tr key={id}>
              <th scope="row">
                <MetricTerm id={id} />
              </th>
              {[value, spread.mean, spread.standardDeviation, spread.least, spread.greatest].map((number, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns that never change
                <td key={at}>{formatMetric(number)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {fewest < folds.length && (
        <p className="hint">{translate('folds.undefined', { count: folds.length - fewest, total: folds.length })}</p>
      )}
    </div>
  );
}
