import { useEffect, useId, useRef, useState } from 'react';
import { translate } from '../../../i18n/translate.ts';
import type { Asked } from '../../../state/tunerState.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { CellTable } from '../../controls/CellTable.tsx';
import { Choice } from '../../controls/Choice.tsx';
import './ColumnQuestionPanel.css';

/** The file that waits, if there is one: which of its columns is the label, and which the score? */
export function ColumnQuestionPanel() {
  const asked = useTuner((state) => state.asked);
  return asked === null ? null : <Question key={asked.name} asked={asked} />;
}

function Question({ asked }: { readonly asked: Asked }) {
  const { columns, question } = asked.dataset.summary;
  const { answerQuestion, cancelQuestion } = useActions();
  const isPreparing = useTuner((state) => state.isPreparing);
  const has = (name: string | undefined) => (columns.some((column) => column.name === name) ? name : undefined);
  const [label, setLabel] = useState(has(asked.link?.label) ?? question?.label ?? '');
  const [score, setScore] = useState(has(asked.link?.model) ?? question?.score ?? '');
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const numeric = columns.filter(({ numericShare }) => numericShare > 0).map(({ name }) => name);
  const isSame = label !== '' && label === score;
  return (
    <section className="panel columnQuestion" aria-labelledby={titleId}>
      <h2 id={titleId} ref={title} tabIndex={-1}>
        {translate('question.title')}
      </h2>
      <p>{translate('question.text', { file: asked.name })}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void answerQuestion(label, score);
        }}
      >
        <fieldset className="columnQuestionChoices">
          <legend className="visuallyHidden">{translate('columns.title')}</legend>
          <Choice
            name={translate('columns.label')}
            value={label}
            options={columns.map(({ name }) => name)}
            none={translate('question.choose')}
            onChange={(name) => setLabel(name ?? '')}
          />
          <Choice
            name={translate('columns.score')}
            value={score}
            options={numeric}
            none={translate('question.choose')}
            onChange={(name) => setScore(name ?? '')}
          />
        </fieldset>
        {isSame && <p role="alert">{translate('question.same')}</p>}
        <p className="columnQuestionButtons">
          <button
            type="submit"
            className="button buttonStrong"
            disabled={label === '' || score === '' || isSame || isPreparing}
          >
            {translate('question.go')}
          </button>
          <button type="button" className="button" onClick={cancelQuestion}>
            {translate('question.cancel')}
          </button>
        </p>
      </form>
      <Preview asked={asked} />
    </section>
  );
}

/** Columns whose cells are shown, at most. */
const SHOWN = 12;

function Preview({ asked }: { readonly asked: Asked }) {
  const { columns, firstRows } = asked.dataset.summary;
  const shown = columns.slice(0, SHOWN);
  return (
    <>
      <CellTable
        name={translate('question.preview', { file: asked.name })}
        columns={shown.map(({ name }) => name)}
        rows={firstRows.map((cells) => cells.slice(0, SHOWN))}
      />
      {columns.length > SHOWN && (
        <p className="hint">{translate('question.moreColumns', { count: columns.length - SHOWN })}</p>
      )}
    </>
  );
}
