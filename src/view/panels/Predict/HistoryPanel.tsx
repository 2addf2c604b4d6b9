import { formatCount, formatMoment, formatTimeOfDay } from '../../../i18n/format.ts';
import { sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import type { MadeCall } from '../../../state/predict.ts';
import { hostOf, isExample } from '../../../state/predictHosts.ts';
import { readingOf } from '../../../state/predictSelectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { passFocus } from '../../controls/passFocus.ts';
import { ScrollsSideways } from '../../controls/ScrollsSideways.tsx';
import { toBatchTitle } from './batchTitle.ts';
import { surest } from './HowSure.tsx';
import { probabilityText } from './probabilityText.ts';

/** Calls that are shown; all are saved. */
const SHOWN = 12;
const CHARACTERS = 80;

/** The calls made so far, the last one first. */
export function HistoryPanel() {
  const calls = useTuner((state) => state.madeCalls);
  const { saveCalls, forgetCalls } = useActions();
  if (calls.length === 0) return null;
  const shown = calls.slice(-SHOWN).reverse();
  return (
    <section className="panel historyPanel" aria-labelledby="predict-history">
      <div className="panelHead">
        <h2 id="predict-history">{translate('predict.history')}</h2>
        <span className="askActions">
          <button type="button" className="button" onClick={() => void saveCalls('csv')}>
            {translate('predict.historyCsv')}
          </button>
          <button type="button" className="button" onClick={() => void saveCalls('jsonl')}>
            {translate('predict.historyJsonl')}
          </button>
          <button ref={passFocus(toBatchTitle)} type="button" className="linkButton" onClick={forgetCalls}>
            {translate('predict.historyForget')}
          </button>
        </span>
      </div>
      <p className="hint">
        {translate('predict.historyLead')}
        {sentenceGap()}
        {calls.length > SHOWN && translate('predict.historyLast', { shown: SHOWN, count: calls.length })}
      </p>
      <ScrollsSideways name={translate('predict.historyScroll')}>
        <table className="figureTable historyTable" aria-labelledby="predict-history">
          <thead>
            <tr>
              {(['Time', 'Answer', 'Asked', 'Whom', 'Took'] as const).map((column) => (
                <th key={column} scope="col">
                  {translate(`predict.history${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((call) => (
              <Call key={call.id} call={call} />
            ))}
          </tbody>
        </table>
      </ScrollsSideways>
    </section>
  );
}

function Call({ call }: { readonly call: MadeCall }) {
  const { at, url, version, request, outcome } = call;
  const moment = new Date(at);
  const whom = isExample(url) ? translate('predict.exampleName') : hostOf(url);
  return (
    <tr>
      <th scope="row">
        <time dateTime={moment.toISOString()} title={formatMoment(moment)}>
          {formatTimeOfDay(moment)}
        </time>
      </th>
      <td>
        <AnswerText call={call} />
      </td>
      <td>
        <code>{request.length > CHARACTERS ? `${request.slice(0, CHARACTERS)}…` : request}</code>
      </td>
      <td>{version === '' ? whom : translate('predict.nameVersion', { name: whom, version })}</td>
      <td>{translate('predict.historyMs', { ms: formatCount(Math.round(outcome.ms)) })}</td>
    </tr>
  );
}

function AnswerText({ call }: { readonly call: MadeCall }) {
  const reading = useTuner((state) => readingOf(state, call));
  if (call.outcome.kind === 'failed') return <>{call.outcome.status ?? translate('predict.failed')}</>;
  if (reading?.kind !== 'read') return <>{call.outcome.status}</>;
  const place = surest(reading);
  return (
    <>
      {reading.names[place]} {probabilityText(reading.probabilities[place])}
    </>
  );
}
