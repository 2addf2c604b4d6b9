import { useRef } from 'react';
import { translate } from '../../../i18n/translate.ts';
import { askedHosts, isExample } from '../../../state/predictHosts.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { passFocus } from '../../controls/passFocus.ts';
import { Endpoints } from './Endpoints.tsx';
import { RequestForm } from './RequestForm.tsx';
import { WhatIsSent } from './WhatIsSent.tsx';
import './Predict.css';

/** What is asked, and whom. */
export function AskPanel() {
  const targets = useTuner((state) => state.targets);
  const isAsking = useTuner((state) => state.asking.length > 0);
  const { ask, cancelAsking, showExample, setTarget } = useActions();
  const isOnlyExample = targets.every(({ url }) => isExample(url));
  const hosts = askedHosts(targets);
  const submit = useRef<HTMLButtonElement>(null);
  return (
    <form
      className="panel askPanel"
      aria-labelledby="predict-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isAsking) void askInSight(ask, targets[0].id);
      }}
    >
      <div>
        <h2 id="predict-title">{translate('predict.title')}</h2>
        <p className="hint">{translate('predict.lead')}</p>
      </div>
      <RequestForm />
      <p className="askActions">
        <button ref={submit} type="submit" className="button buttonStrong" aria-disabled={isAsking}>
          <span>
            {isOnlyExample
              ? translate('predict.askExample')
              : targets.length > 1
                ? translate('predict.askAll', { count: targets.length })
                : translate('predict.ask', { host: hosts[0] ?? '' })}
          </span>
        </button>
        {isAsking && (
          <button ref={passFocus(() => submit.current)} type="button" className="button" onClick={cancelAsking}>
            {translate('predict.cancel')}
          </button>
        )}
      </p>
      <WhatIsSent />
      <Endpoints />
      <p className="askActions">
        {isOnlyExample ? (
          <button
            type="button"
            className="button"
            onClick={() => setTarget(targets[0].id, { url: 'http://127.0.0.1:5000/predict', version: '' })}
          >
            {translate('predict.ownApi')}
          </button>
        ) : (
          <button type="button" className="linkButton" onClick={() => showExample('mood')}>
            {translate('predict.exampleMood')}
          </button>
        )}
        <button type="button" className="linkButton" onClick={() => showExample('topics')}>
          {translate('predict.exampleTopics')}
        </button>
      </p>
    </form>
  );
}

/** What has to be in sight of an answer: its head and what it says first. */
const HEAD_HEIGHT = 160;

/** Where the answer stands below the form, as on a phone, it would come unseen. Who has gone on to another field is left there. */
async function askInSight(ask: () => Promise<boolean>, target: number): Promise<void> {
  const focused = document.activeElement;
  if (!(await ask()) || document.activeElement !== focused) return;
  const head = document.getElementById(`predict-answer-${target}`);
  if (head !== null && head.getBoundingClientRect().top > window.innerHeight - HEAD_HEIGHT) {
    head.closest('section')?.scrollIntoView({ block: 'start' });
  }
}
