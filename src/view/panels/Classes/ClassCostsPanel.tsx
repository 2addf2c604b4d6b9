import { countAt } from '../../../core/classes/confusionMatrix.ts';
import { formatCount } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import { priceOf } from '../../../state/classChoice.ts';
import { selectClassOutcome, selectTask } from '../../../state/classSelectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import './classes.css';

const MOST_PRICE = 1e15;

/** The price of every kind of mistake, each to be typed. */
export function ClassCostsPanel() {
  const task = useTuner(selectTask);
  const outcome = useTuner(selectClassOutcome);
  const choice = useTuner((state) => state.decision.classes);
  const { setMistakePrice } = useActions();
  if (task === null || outcome === null) return null;
  const labels = task.classes.map(({ label }) => label);
  const cost = labels.reduce((sum, actual, row) => {
    const ofRow = labels.map((predicted, at) => countAt(outcome.matrix, row, at) * priceOf(choice, actual, predicted));
    return sum + ofRow.reduce((total, each) => total + each, 0);
  }, 0);
  return (
    <section className="panel classesWide" aria-labelledby="class-costs-title">
      <h2 id="class-costs-title">{translate('classes.costs.title')}</h2>
      <p className="hint">{translate('classes.costs.lead')}</p>
      <section className="classScroll" aria-label={translate('classes.costs.scroll')}>
        <table className="classMatrix" aria-labelledby="class-costs-title">
          <thead>
            <tr>
              <th scope="col">{translate('classes.matrix.corner')}</th>
              {labels.map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {labels.map((actual) => (
              <tr key={actual}>
                <th scope="row">{actual}</th>
                {labels.map((predicted) => (
                  <td key={predicted} className="classCost">
                    {actual === predicted ? (
                      '0'
                    ) : (
                      <NumberField
                        className="classCostField"
                        label={translate('classes.costs.field', { actual, predicted })}
                        value={priceOf(choice, actual, predicted)}
                        low={0}
                        high={MOST_PRICE}
                        onChange={(price) => setMistakePrice({ actual, predicted, cost: price })}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>{translate('classes.costs.total', { cost: formatCount(cost) })}</p>
    </section>
  );
}
