import type { Interpretation } from '../../../core/roles/interpretation.ts';
import { translate } from '../../../i18n/translate.ts';
import {
  selectColumns,
  selectInterpretation,
  selectLabelValues,
  selectScoreReadings,
} from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { Choice } from '../../controls/Choice.tsx';
import './ColumnsPanel.css';

/** A way to read the score column, in words. */
const said = (reading: Interpretation['scoreReading']) => translate(`scoreReading.${reading.kind}`, { ...reading });

/** Which column plays which role, and which label value is the positive class. */
export function ColumnsPanel() {
  const interpretation = useTuner(selectInterpretation);
  const columns = useTuner(selectColumns);
  const labelValues = useTuner(selectLabelValues);
  const readings = useTuner(selectScoreReadings);
  const { changeInterpretation } = useActions();
  if (interpretation === null) return null;

  const names = columns.map(({ name }) => name);
  const numeric = columns.filter(({ numericShare }) => numericShare > 0).map(({ name }) => name);
  const none = translate('columns.none');
  return (
    <fieldset className="panel columns">
      <legend className="visuallyHidden">{translate('columns.title')}</legend>
      <Choice
        name={translate('columns.label')}
        value={interpretation.label}
        options={names}
        onChange={(label) => label !== null && changeInterpretation({ label })}
      />
      <Choice
        name={translate('columns.positive')}
        value={interpretation.positiveLabel}
        options={labelValues}
        onChange={(positiveLabel) => positiveLabel !== null && changeInterpretation({ positiveLabel })}
      />
      <Choice
        name={translate('columns.score')}
        value={interpretation.score}
        options={numeric}
        onChange={(score) => score !== null && changeInterpretation({ score })}
      />
      <Choice
        name={translate('columns.scoreReading')}
        value={said(interpretation.scoreReading)}
        options={readings.map(said)}
        onChange={(chosen) => {
          const scoreReading = readings.find((reading) => said(reading) === chosen);
          if (scoreReading !== undefined) changeInterpretation({ scoreReading });
        }}
      />
      <Choice
        name={translate('columns.highMeans')}
        value={interpretation.scoredLabel}
        options={labelValues}
        onChange={(scoredLabel) => scoredLabel !== null && changeInterpretation({ scoredLabel })}
      />
      <Choice
        name={translate('columns.split')}
        value={interpretation.split ?? ''}
        options={names}
        none={none}
        onChange={(split) => changeInterpretation({ split })}
      />
      <Choice
        name={translate('columns.weight')}
        value={interpretation.weight ?? ''}
        options={numeric}
        none={none}
        onChange={(weight) => changeInterpretation({ weight })}
      />
    </fieldset>
  );
}
