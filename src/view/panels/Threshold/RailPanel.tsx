import { translate } from '../../../i18n/translate.ts';
import { selectEvaluation } from '../../../state/selectors.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { Rail } from './Rail.tsx';
import './RailPanel.css';

/** The rail under its title and legend. The rail itself is a sibling, so that it alone can stay in sight on a phone. */
export function RailPanel() {
  const evaluation = useTuner(selectEvaluation);
  const label = useTuner((state) => state.opened?.prepared.interpretation.positiveLabel);
  if (evaluation === null || label === undefined) return null;
  return (
    <>
      <div className="railHead">
        <div className="panelHead">
          <h2>{translate('rail.title')}</h2>
          <ul className="railLegend">
            <li>
              <span className="swatch swatchPositive" aria-hidden="true" />
              {translate('rail.positives', { count: evaluation.positives })}
            </li>
            <li>
              <span className="swatch swatchNegative" aria-hidden="true" />
              {translate('rail.negatives', { count: evaluation.negatives })}
            </li>
            <li>
              <span className="swatch" aria-hidden="true" />
              {translate('rail.hollow')}
            </li>
          </ul>
        </div>
        <p className="hint">{translate('rail.scale')}</p>
      </div>
      <div className="railBody">
        <Rail />
      </div>
    </>
  );
}
