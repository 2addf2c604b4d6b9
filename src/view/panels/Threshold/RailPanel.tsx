import { useId, useRef } from 'react';
import { translate } from '../../../i18n/translate.ts';
import { selectAdmissible } from '../../../state/requirements.ts';
import { selectEvaluation } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { useChartSplits } from '../../chartState/chartSplits.ts';
import { scoresCsv, scoresTable } from '../../chartState/scoresTables.ts';
import { useSliderScale } from '../../chartState/useSliderScale.ts';
import { pictureOf } from '../../charts/chartPicture.ts';
import { DataTable } from '../../charts/DataTable.tsx';
import { PictureButtons } from '../../charts/PictureButtons.tsx';
import { Rail } from './Rail.tsx';
import './RailPanel.css';

/** The rail as a table, as CSV and as a picture. */
function RailActions({ takeParts }: { readonly takeParts: () => readonly Element[] }) {
  const splits = useChartSplits();
  const scale = useSliderScale();
  const { downloadTable, savePicture, copyPicture, viewNote } = useActions();
  if (splits === null) return null;
  const title = translate('rail.title');
  const save = () => downloadTable('scores', scoresCsv(splits, scale));
  return (
    <span className="chartActions">
      <DataTable title={title} readTable={() => scoresTable(splits, scale)} onDownload={save} />
      <button type="button" className="chartButton" aria-label={translate('chart.csvOf', { title })} onClick={save}>
        {translate('chart.csv')}
      </button>
      <PictureButtons
        title={title}
        takePicture={() =>
          pictureOf({ title, subtitle: translate('rail.scale'), parts: takeParts(), note: viewNote() })
        }
        onPicture={(picture) => savePicture('scores', picture)}
        onCopyPicture={copyPicture}
      />
    </span>
  );
}

/** The rail under its title and legend. The rail itself is a sibling, so that it alone can stay in sight on a phone. */
export function RailPanel() {
  const evaluation = useTuner(selectEvaluation);
  const label = useTuner((state) => state.opened?.prepared.interpretation.positiveLabel);
  const isRequired = useTuner((state) => selectAdmissible(state) !== null);
  const titleId = useId();
  const legend = useRef<HTMLUListElement>(null);
  const body = useRef<HTMLElement>(null);
  if (evaluation === null || label === undefined) return null;
  return (
    <>
      <div className="railHead">
        <div className="panelHead">
          <h2 id={titleId}>{translate('rail.title')}</h2>
          <ul className="railLegend" ref={legend}>
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
            {isRequired && (
              <li>
                <span className="swatch swatchAdmissible" aria-hidden="true" />
                {translate('requirements.legend')}
              </li>
            )}
          </ul>
        </div>
        <div className="railFoot">
          <p className="hint">{translate('rail.scale')}</p>
          <RailActions
            takeParts={() =>
              [legend.current, body.current].filter((part): part is NonNullable<typeof part> => part !== null)
            }
          />
        </div>
      </div>
      <section className="railBody" ref={body} aria-labelledby={titleId}>
        <Rail />
      </section>
    </>
  );
}
