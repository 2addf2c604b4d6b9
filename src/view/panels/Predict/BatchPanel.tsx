import { useId, useState } from 'react';
import { colon } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { MOST_ROWS, type PredictTarget } from '../../../state/predict.ts';
import { hostOf, isExample } from '../../../state/predictHosts.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { Choice } from '../../controls/Choice.tsx';
import { NumberField } from '../../controls/NumberField.tsx';
import { passFocus } from '../../controls/passFocus.ts';
import { RadioGroup } from '../../controls/RadioGroup.tsx';
import { BatchProgress } from './BatchProgress.tsx';
import { BATCH_TITLE, toBatchTitle } from './batchTitle.ts';

/** Rows asked about at first: enough to see, few enough for a server that is new. */
const FIRST_ROWS = 100;

const isTextName = (name: string): boolean => /text|comment|review|message|title|sentence|body|description/i.test(name);

/** Many cases at once: rows of the open data, or a list. */
export function BatchPanel() {
  const batch = useTuner((state) => state.batch);
  return (
    <section className="panel batchPanel" aria-labelledby={BATCH_TITLE}>
      <h2 id={BATCH_TITLE} tabIndex={-1}>
        {translate('predict.batch')}
      </h2>
      <p className="hint">{translate('predict.batchLead')}</p>
      {batch === null ? <BatchForm /> : <BatchProgress batch={batch} />}
    </section>
  );
}

function BatchForm() {
  const targets = useTuner((state) => state.targets);
  const opened = useTuner((state) => state.opened);
  const [chosen, setChosen] = useState<'rows' | 'list' | null>(null);
  const [targetId, setTargetId] = useState<number | null>(null);
  const target = targets.find(({ id }) => id === targetId) ?? targets[0];
  const kind = useTuner((state) => state.form.kind);
  const hasText = opened?.dataset.summary.columns.some(({ name }) => isTextName(name)) ?? false;
  // Rows without a column of texts are of no use to an API of texts.
  const likely = !isExample(target.url) && (hasText || kind !== 'text') ? 'rows' : 'list';
  const of = opened === null ? 'list' : (chosen ?? likely);
  const names = targets.map(({ url, version }, at) => `${at + 1}${colon()}${hostOf(url)} ${version}`.trim());
  return (
    <>
      <div className="batchChoices">
        {opened !== null && (
          <RadioGroup
            label={translate('predict.batchOf')}
            isLabelShown
            value={of}
            options={(['rows', 'list'] as const).map((value) => ({
              value,
              shown: translate(`predict.batchOf.${value}`),
            }))}
            onChange={setChosen}
          />
        )}
        {targets.length > 1 && (
          <Choice
            name={translate('predict.batchTarget')}
            value={names[targets.indexOf(target)]}
            options={names}
            onChange={(name) => setTargetId(targets[names.indexOf(name ?? '')]?.id ?? null)}
          />
        )}
      </div>
      {of === 'rows' ? <Rows key={opened?.name} target={target} /> : <List target={target} />}
    </>
  );
}

function Rows({ target }: { readonly target: PredictTarget }) {
  const opened = useTuner((state) => state.opened);
  const kind = useTuner((state) => state.form.kind);
  const { askAboutRows } = useActions();
  const columns = opened?.dataset.summary.columns.map(({ name }) => name) ?? [];
  const likely = columns.find(isTextName);
  const [column, setColumn] = useState(likely ?? columns[0] ?? '');
  const [most, setMost] = useState(FIRST_ROWS);
  const count = Math.min(most, opened?.dataset.summary.rowCount ?? 0);
  return (
    <>
      <div className="batchChoices">
        {kind === 'fields' ? (
          <p className="hint">{translate('predict.batchFields')}</p>
        ) : (
          <Choice
            name={translate('predict.batchColumn')}
            value={column}
            options={columns}
            onChange={(name) => setColumn(name ?? '')}
          />
        )}
        <div className="batchMost">
          <span className="hint" aria-hidden="true">
            {translate('predict.batchMost')}
          </span>
          <NumberField
            label={translate('predict.batchMost')}
            value={most}
            low={1}
            high={MOST_ROWS}
            onChange={(value) => setMost(Math.round(value))}
          />
        </div>
      </div>
      <Start
        target={target}
        count={count}
        missing={translate('predict.batchNoRows')}
        onStart={() => void askAboutRows(target.id, column, most)}
      />
    </>
  );
}

function List({ target }: { readonly target: PredictTarget }) {
  const id = useId();
  const api = useTuner((state) => state.predictApi);
  const { askAboutList } = useActions();
  const examples = api?.exampleTexts(target.url).join('\n') ?? '';
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? examples;
  const count = shown.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').length;
  return (
    <>
      <label className="askField" htmlFor={id}>
        <span className="hint">{translate('predict.batchList')}</span>
        <textarea
          id={id}
          className="field askText"
          aria-label={translate('predict.batchList')}
          rows={5}
          value={shown}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <Start
        target={target}
        count={Math.min(count, MOST_ROWS)}
        missing={translate('predict.batchNoList')}
        onStart={() => void askAboutList(target.id, shown)}
      />
    </>
  );
}

interface StartProps {
  readonly target: PredictTarget;
  readonly count: number;
  /** What is to be done where there is nothing to ask about. */
  readonly missing: string;
  readonly onStart: () => void;
}

function Start({ target, count, missing, onStart }: StartProps) {
  return (
    <>
      <p className="hint">
        {count === 0
          ? missing
          : isExample(target.url)
            ? translate('predict.sentNothing')
            : translate('predict.batchSends', { count, host: hostOf(target.url) })}
      </p>
      <p>
        <button ref={passFocus(toBatchTitle)} type="button" className="button" disabled={count === 0} onClick={onStart}>
          {translate('predict.batchStart', { count })}
        </button>
      </p>
    </>
  );
}
