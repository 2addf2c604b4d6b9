import { joinedList, sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { itemOf } from '../../../state/predictActions.ts';
import { hostOf, isExample } from '../../../state/predictHosts.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { ProblemText } from './ProblemText.tsx';

/** What leaves the page when the button is pressed, to the letter, and who gets it. */
export function WhatIsSent() {
  const api = useTuner((state) => state.predictApi);
  const targets = useTuner((state) => state.targets);
  const form = useTuner((state) => state.form);
  if (api === null) return null;
  const others = targets.filter(({ url }) => !isExample(url));
  return (
    <section className="whatIsSent" aria-labelledby="predict-sent">
      <h3 id="predict-sent">{translate('predict.sent')}</h3>
      {others.length === 0 && <p className="hint">{translate('predict.sentNothing')}</p>}
      {others.map((target) => {
        const request = api.prepare(target, form, itemOf(form), target.version);
        if ('code' in request) return <ProblemText key={target.id} problem={request} />;
        const host = hostOf(request.url);
        const headers = Object.keys(request.headers);
        return (
          <div key={target.id}>
            <p>{translate('predict.sentTo', { host, method: request.method })}</p>
            <pre className="askCode">{request.body ?? request.url}</pre>
            <p className="hint">
              {headers.length > 0 &&
                translate('predict.sentHeaders', { count: headers.length, names: joinedList(headers) })}
              {sentenceGap()}
              {translate('predict.sentOnly', { host })}
            </p>
          </div>
        );
      })}
    </section>
  );
}
