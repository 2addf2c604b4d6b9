import { useId, useRef } from 'react';
import { translate } from '../../../i18n/translate.ts';
import { MOST_TARGETS, type PredictTarget } from '../../../state/predict.ts';
import { isExample } from '../../../state/predictHosts.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { passFocus } from '../../controls/passFocus.ts';
import { RadioGroup } from '../../controls/RadioGroup.tsx';
import { NamedValues } from './NamedValues.tsx';

const METHODS = ['POST', 'PUT', 'GET'] as const;
const KINDS = ['text', 'fields', 'json'] as const;

/** Whom is asked, one below the other, and how. */
export function Endpoints() {
  const targets = useTuner((state) => state.targets);
  const versions = useTuner((state) => state.versionsUsed);
  const { addTarget } = useActions();
  const listId = useId();
  const add = useRef<HTMLButtonElement>(null);
  const hasOwn = targets.some(({ url }) => !isExample(url));
  return (
    <>
      {targets.map((target, at) => (
        <Endpoint
          key={target.id}
          target={target}
          place={at + 1}
          listId={listId}
          isAlone={targets.length === 1}
          heir={() => add.current}
        />
      ))}
      <datalist id={listId}>
        {versions.map((version) => (
          <option key={version} value={version} />
        ))}
      </datalist>
      {targets.length < MOST_TARGETS && (
        <p>
          <button ref={add} type="button" className="linkButton" onClick={addTarget}>
            {translate('predict.add')}
          </button>
        </p>
      )}
      {hasOwn && <HowItIsAsked />}
    </>
  );
}

interface EndpointProps {
  readonly target: PredictTarget;
  readonly place: number;
  readonly listId: string;
  readonly isAlone: boolean;
  /** What has the focus once this endpoint is taken away. */
  readonly heir: () => HTMLElement | null;
}

function Endpoint({ target, place, listId, isAlone, heir }: EndpointProps) {
  const { setTarget, removeTarget } = useActions();
  const { id, url, version } = target;
  return (
    <fieldset className="askFieldset endpoint">
      <legend>{target.name === '' ? translate('predict.endpoint', { place }) : target.name}</legend>
      <label className="askField endpointAddress">
        <span className="hint">{translate('predict.address')}</span>
        <input
          className="field"
          type="url"
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
          aria-label={translate('predict.addressNamed', { place })}
          value={url}
          onChange={(event) => setTarget(id, { url: event.currentTarget.value, name: '' })}
        />
      </label>
      <label className="askField endpointVersion">
        <span className="hint">{translate('predict.version')}</span>
        <input
          className="field"
          spellCheck={false}
          autoComplete="off"
          list={listId}
          title={translate('predict.versionHint')}
          aria-label={translate('predict.versionNamed', { place })}
          value={version}
          onChange={(event) => setTarget(id, { version: event.currentTarget.value })}
        />
      </label>
      {!isAlone && (
        <button
          ref={passFocus(heir)}
          type="button"
          className="iconButton endpointRemove"
          aria-label={translate('predict.remove', { place })}
          title={translate('predict.remove', { place })}
          onClick={() => removeTarget(id)}
        >
          <span aria-hidden="true">×</span>
        </button>
      )}
    </fieldset>
  );
}

function HowItIsAsked() {
  const form = useTuner((state) => state.form);
  const targets = useTuner((state) => state.targets);
  const { setForm, setTarget } = useActions();
  return (
    <details className="askDetails" aria-label={translate('predict.request')}>
      <summary>{translate('predict.request')}</summary>
      <div className="askDetailsBody">
        <RadioGroup
          label={translate('predict.kind')}
          isLabelShown
          value={form.kind}
          options={KINDS.map((value) => ({ value, shown: translate(`predict.kind.${value}`) }))}
          onChange={(kind) => setForm({ kind })}
        />
        <div className="askPair">
          {form.kind === 'text' && (
            <NameField
              label={translate('predict.textField')}
              value={form.textField}
              onChange={(textField) => setForm({ textField })}
            />
          )}
          <NameField
            label={translate('predict.versionField')}
            value={form.versionField}
            onChange={(versionField) => setForm({ versionField })}
          />
        </div>
        {targets.map((target, at) =>
          isExample(target.url) ? null : (
            <div key={target.id} className="askDetailsBody">
              <RadioGroup
                label={translate('predict.methodNamed', { place: at + 1 })}
                isLabelShown
                value={target.method}
                options={METHODS.map((value) => ({ value, shown: value }))}
                onChange={(method) => setTarget(target.id, { method })}
              />
              <fieldset className="askFieldset">
                <legend>{translate('predict.headers', { place: at + 1 })}</legend>
                <NamedValues
                  values={target.headers}
                  names={{
                    name: 'predict.headerName',
                    value: 'predict.headerValue',
                    add: 'predict.addHeader',
                    remove: 'predict.removeHeader',
                  }}
                  onChange={(headers) => setTarget(target.id, { headers })}
                />
                <p className="hint">{translate('predict.headersHint')}</p>
              </fieldset>
            </div>
          ),
        )}
      </div>
    </details>
  );
}

interface NameFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The name that a field has in the request. */
function NameField({ label, value, onChange }: NameFieldProps) {
  return (
    <label className="askField">
      <span className="hint">{label}</span>
      <input
        className="field"
        spellCheck={false}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}
