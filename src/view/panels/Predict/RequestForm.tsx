import { useId, useState } from 'react';
import { translate } from '../../../i18n/translate.ts';
import { isExample } from '../../../state/predictHosts.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { NamedValues } from './NamedValues.tsx';

/** The case itself: a text, fields, or JSON. */
export function RequestForm() {
  const id = useId();
  const form = useTuner((state) => state.form);
  const { setForm } = useActions();
  return (
    <div className="requestForm">
      {form.kind !== 'fields' && (
        <label className="askField" htmlFor={id}>
          <span>{translate('predict.text')}</span>
          <textarea
            id={id}
            className="field askText"
            aria-label={translate('predict.text')}
            rows={3}
            value={form.text}
            onChange={(event) => setForm({ text: event.currentTarget.value })}
          />
        </label>
      )}
      <ExampleTexts />
      {form.kind === 'fields' && <Fields />}
      {form.kind === 'json' && <Json />}
    </div>
  );
}

function ExampleTexts() {
  const targets = useTuner((state) => state.targets);
  const api = useTuner((state) => state.predictApi);
  const { setForm } = useActions();
  const example = targets.find(({ url }) => isExample(url));
  if (example === undefined || api === null) return null;
  return (
    <div className="exampleTexts">
      <p className="hint">{translate('predict.example')}</p>
      <p className="hint">{translate('predict.exampleTexts')}</p>
      <ul>
        {api.exampleTexts(example.url).map((text) => (
          <li key={text}>
            <button type="button" lang="en" className="linkButton" onClick={() => setForm({ kind: 'text', text })}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Fields() {
  const fields = useTuner((state) => state.form.fields);
  const opened = useTuner((state) => state.opened);
  const { setForm, takeFields } = useActions();
  const [row, setRow] = useState(1);
  return (
    <fieldset className="askFieldset">
      <legend>{translate('predict.fields')}</legend>
      <NamedValues
        values={fields}
        names={{
          name: 'predict.fieldName',
          value: 'predict.fieldValue',
          add: 'predict.addField',
          remove: 'predict.removeField',
        }}
        onChange={(next) => setForm({ fields: next })}
      />
      <p className="hint">{translate('predict.fieldsHint')}</p>
      {opened !== null && (
        <p className="askActions">
          <button type="button" className="button" onClick={() => void takeFields(row - 1)}>
            {translate('predict.takeFields', { file: opened.name })}
          </button>
          <span className="hint">{translate('predict.takeFieldsRow')}</span>
          <NumberField
            label={translate('predict.takeFieldsRow')}
            value={row}
            low={1}
            high={opened.dataset.summary.rowCount}
            onChange={(value) => setRow(Math.round(value))}
          />
        </p>
      )}
    </fieldset>
  );
}

function Json() {
  const id = useId();
  const json = useTuner((state) => state.form.json);
  const { setForm } = useActions();
  return (
    <label className="askField" htmlFor={id}>
      <span>{translate('predict.json')}</span>
      <textarea
        id={id}
        className="field askJson"
        aria-label={translate('predict.json')}
        rows={4}
        spellCheck={false}
        value={json}
        onChange={(event) => setForm({ json: event.currentTarget.value })}
      />
      <span className="hint">{translate('predict.jsonHint', { hole: '"{{text}}"' })}</span>
    </label>
  );
}
