import { useId, useState } from 'react';
import { translate } from '../../../i18n/translate.ts';
import { type Database, databases, type Reduction, reducingQuery } from '../../../state/reduction.ts';
import { selectInterpretation } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { useFlag } from '../../controls/useFlag.ts';
import { RoundingErrors } from './RoundingErrors.tsx';
import './ReductionPanel.css';

/** How finely scores are kept: multiples of 1 / perUnit, or every digit. */
const STEPS: readonly (readonly [decimals: number, perUnit: number | null])[] = [
  [0, null],
  [4, 10_000],
  [3, 1000],
  [2, 100],
];
const USUAL_STEP = 2;

/** A query that reduces a table too large for a browser where it lies, and what its rounding costs. */
export function ReductionPanel() {
  const interpretation = useTuner(selectInterpretation);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="panel reduction" aria-labelledby="reduction-title">
      <details aria-labelledby="reduction-title" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>
          <h2 id="reduction-title">{translate('reduce.title')}</h2>
        </summary>
        {isOpen && interpretation !== null && (
          <ReducingQuery
            // The columns of another file are other ones.
            key={JSON.stringify([interpretation.label, interpretation.score, interpretation.split])}
            label={interpretation.label}
            score={interpretation.score}
            split={interpretation.split ?? ''}
          />
        )}
      </details>
    </section>
  );
}

interface Names {
  readonly label: string;
  readonly score: string;
  readonly split: string;
}

function ReducingQuery(initial: Names) {
  const [names, setNames] = useState({ table: 'predictions', model: '', ...initial });
  const [database, setDatabase] = useState<Database>('duckdb');
  const [step, setStep] = useState(USUAL_STEP);
  const [isCopied, flagCopied] = useFlag();
  const { copyText } = useActions();
  const databaseId = useId();
  const stepId = useId();
  const queryId = useId();

  const [, perUnit] = STEPS[step];
  const { table, label, score, split, model } = names;
  const reduction: Reduction = {
    database,
    table: table.trim() || 'predictions',
    label,
    score,
    others: [split, model].filter((name) => name.trim() !== ''),
    perUnit,
  };
  const query = reducingQuery(reduction);
  return (
    <>
      <p>{translate('reduce.text')}</p>
      <div className="reductionFields">
        <label className="choice" htmlFor={databaseId}>
          <span className="hint">{translate('reduce.database')}</span>
          <select
            id={databaseId}
            className="select"
            value={database}
            onChange={(event) => setDatabase(event.currentTarget.value as Database)}
          >
            {databases.map((each) => (
              <option key={each} value={each}>
                {translate(`reduce.${each}`)}
              </option>
            ))}
          </select>
        </label>
        {(['table', 'label', 'score', 'split', 'model'] as const).map((field) => (
          <label key={field} className="choice">
            <span className="hint">{translate(`reduce.${field}`)}</span>
            <input
              className="field"
              value={names[field]}
              placeholder={field === 'split' || field === 'model' ? translate('reduce.none') : undefined}
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => setNames({ ...names, [field]: event.currentTarget.value })}
            />
          </label>
        ))}
        <label className="choice" htmlFor={stepId}>
          <span className="hint">{translate('reduce.digits')}</span>
          <select
            id={stepId}
            className="select"
            value={step}
            onChange={(event) => setStep(Number(event.currentTarget.value))}
          >
            {STEPS.map(([decimals], at) => (
              <option key={decimals} value={at}>
                {decimals === 0 ? translate('reduce.exact') : translate('reduce.decimals', { count: decimals })}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="reductionHead">
        <h3 id={queryId}>{translate('reduce.query')}</h3>
        <button type="button" className="button" onClick={async () => (await copyText(query)) && flagCopied()}>
          {translate('reduce.copy')}
        </button>
        <span role="status" className="hint">
          {isCopied ? translate('reduce.copied') : null}
        </span>
      </div>
      <textarea
        className="reductionQuery"
        readOnly
        spellCheck={false}
        rows={query.trimEnd().split('\n').length}
        value={query.trimEnd()}
        aria-labelledby={queryId}
      />
      <RoundingErrors perUnit={perUnit} />
    </>
  );
}
