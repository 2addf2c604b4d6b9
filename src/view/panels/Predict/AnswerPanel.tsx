import { useMemo, useRef } from 'react';
import { decideReply } from '../../../core/predict/decideReply.ts';
import type { ReadReply } from '../../../core/predict/readReply.ts';
import { formatCount } from '../../../i18n/format.ts';
import { joinedList } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import type { Answer, MadeCall, PredictTarget } from '../../../state/predict.ts';
import { hostOf, isExample } from '../../../state/predictHosts.ts';
import { inForceFor, readingOf, selectInForce } from '../../../state/predictSelectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { passFocus } from '../../controls/passFocus.ts';
import { ClassBars } from './ClassBars.tsx';
import { FailureText } from './FailureText.tsx';
import { HowSure } from './HowSure.tsx';
import { PlaceOfScore } from './PlaceOfScore.tsx';
import { ReadOtherwise } from './ReadOtherwise.tsx';
import { WhatToDo } from './WhatToDo.tsx';

/** What one endpoint answered, and what follows. */
export function AnswerPanel({ target }: { readonly target: PredictTarget }) {
  const call = useTuner((state) => state.madeCalls.findLast((made) => made.target === target.id)) ?? null;
  const isAsking = useTuner((state) => state.asking.includes(target.id));
  const refusal = useTuner((state) => state.refusals.get(target.id));
  const { ask } = useActions();
  const name = nameOf(target);
  const titleId = `predict-answer-${target.id}`;
  const title = useRef<HTMLHeadingElement>(null);
  return (
    <section className="panel answerPanel" aria-labelledby={titleId}>
      <div className="panelHead">
        <h2 id={titleId} ref={title} tabIndex={-1}>
          {translate('predict.answerOf', { name })}
        </h2>
        {call !== null && !isExample(target.url) && (
          <span className="hint">
            {call.outcome.status ?? ''} {translate('predict.took', { ms: formatCount(Math.round(call.outcome.ms)) })}
          </span>
        )}
      </div>
      <div role="status" className={isAsking && call !== null ? 'isLate' : undefined}>
        {isAsking && <p className="hint">{translate('predict.asking', { host: hostOf(target.url) })}</p>}
        {refusal !== undefined ? (
          <FailureText problem={refusal} said={null} />
        ) : call === null ? (
          !isAsking && <p className="hint answerEmpty">{translate('predict.notAsked')}</p>
        ) : call.outcome.kind === 'failed' ? (
          <>
            <FailureText problem={call.outcome.problem} said={call.outcome.said} />
            <p>
              <button
                ref={passFocus(() => title.current)}
                type="button"
                className="button"
                aria-disabled={isAsking}
                onClick={() => {
                  if (!isAsking) void ask();
                }}
              >
                <span>{translate('predict.again')}</span>
              </button>
            </p>
          </>
        ) : (
          <Understood call={call} answer={call.outcome} />
        )}
      </div>
    </section>
  );
}

/** By what an endpoint is told from the others. */
function nameOf({ name, url, version }: PredictTarget): string {
  if (isExample(url)) {
    return version === '' ? translate('predict.exampleName') : translate('predict.exampleVersion', { version });
  }
  const known = name === '' ? hostOf(url) : name;
  return version === '' ? known : translate('predict.nameVersion', { name: known, version });
}

function Understood({ call, answer }: { readonly call: MadeCall; readonly answer: Answer }) {
  const reading = useTuner((state) => readingOf(state, call));
  if (reading === null) return null;
  return (
    <>
      {reading.kind === 'read' ? <Reply call={call} reply={reading} answer={answer} /> : null}
      <ReadOtherwise target={call.target} reading={reading} />
      <details className="askDetails" aria-label={translate('predict.reply')}>
        <summary>{translate('predict.reply')}</summary>
        <pre className="askCode">{answer.text}</pre>
      </details>
    </>
  );
}

function Reply({
  call,
  reply,
  answer,
}: {
  readonly call: MadeCall;
  readonly reply: ReadReply;
  readonly answer: Answer;
}) {
  const inForce = useTuner(selectInForce);
  const here = useTuner((state) => state.replyThreshold);
  const ofCase = useMemo(() => inForceFor(inForce, call), [inForce, call]);
  const decision = decideReply(reply, ofCase.tuned, here);
  return (
    <>
      <HowSure reply={reply} labels={decision.kind === 'labels' ? decision.picks : []} />
      <WhatToDo reply={reply} decision={decision} inForce={inForce} ofCase={ofCase} />
      <ClassBars reply={reply} decision={decision} />
      <Notes call={call} reply={reply} answer={answer} />
      <PlaceOfScore reply={reply} decision={decision} />
    </>
  );
}

/** How the reply was understood, where that is not plain. */
function Notes({
  call,
  reply,
  answer,
}: {
  readonly call: MadeCall;
  readonly reply: ReadReply;
  readonly answer: Answer;
}) {
  const before = useTuner((state) => namesBefore(state, call));
  const names = joinedList([...reply.names].sort());
  const notes = [
    reply.scale === 'probability' ? null : translate(`predict.note.${reply.scale}`),
    reply.isUnnamed && reply.names.length > 1 ? translate('predict.note.unnamed') : null,
    reply.isTopOnly ? translate('predict.note.topOnly') : null,
    !reply.isExclusive && reply.names.length > 1 ? translate('predict.note.each') : null,
    reply.aside.length > 0 ? translate('predict.note.aside', { names: joinedList(reply.aside) }) : null,
    reply.missing.length > 0 ? translate('predict.note.missing', { names: joinedList(reply.missing) }) : null,
    answer.hasQuotedNumbers ? translate('predict.note.quoted') : null,
    answer.isLoose ? translate('predict.note.loose') : null,
    before !== '' && before !== names ? translate('predict.note.classesChanged', { before }) : null,
  ].filter((note) => note !== null);
  return notes.length === 0 ? null : (
    <ul className="hint answerNotes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

/** The classes of the answer that the same address gave before; '' without one. */
function namesBefore(state: Parameters<typeof readingOf>[0], { id, target, url }: MadeCall): string {
  const before = state.madeCalls.findLast((made) => made.id < id && made.target === target && made.url === url);
  const reading = before === undefined ? null : readingOf(state, before);
  return reading?.kind === 'read' ? joinedList([...reading.names].sort()) : '';
}
