import { sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import type { CallProblem, PredictBatch } from '../../../state/predict.ts';
import { tallyOf } from '../../../state/predictAnswers.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { passFocus } from '../../controls/passFocus.ts';
import { toBatchTitle } from './batchTitle.ts';
import { ProblemText } from './ProblemText.tsx';

/** Reasons that are listed. */
const LISTED = 10;

/** How far a batch has come, what failed, and what can be done with the answers. */
export function BatchProgress({ batch }: { readonly batch: PredictBatch }) {
  const tally = useTuner((state) => tallyOf(state, batch));
  const canOpen = useTuner((state) => state.deploy.allowOwnFiles);
  const { cancelBatch, resumeBatch, dropBatch, saveAnswers, openAnswers } = useActions();
  const { rows, answered, failed, attempts, classes } = tally;
  const settled = answered + failed;
  return (
    <div className="batchProgress">
      <progress aria-label={translate('predict.batchProgress')} max={rows} value={settled} />
      <p role="status">
        {translate('predict.batchDone', { answered, rows, failed })}
        {sentenceGap()}
        {attempts > settled && translate('predict.batchRepeated', { count: attempts - settled })}
        {sentenceGap()}
        {tally.unread > 0 && translate('predict.batchUnread', { count: tally.unread })}
        {sentenceGap()}
        {tally.otherClasses > 0 && translate('predict.batchOther', { count: tally.otherClasses })}
        {sentenceGap()}
        {batch.stopped !== null && translate(`predict.batchStopped.${batch.stopped}`)}
      </p>
      <p className="askActions">
        {batch.isRunning ? (
          <button ref={passFocus(toBatchTitle)} type="button" className="button" onClick={cancelBatch}>
            {translate('predict.cancel')}
          </button>
        ) : (
          <>
            {answered < rows && (
              <button ref={passFocus(toBatchTitle)} type="button" className="button" onClick={() => void resumeBatch()}>
                {translate('predict.batchGoOn', { count: rows - answered })}
              </button>
            )}
            {classes.length > 0 && canOpen && (
              <button
                ref={passFocus(toBatchTitle)}
                type="button"
                className="button buttonStrong"
                onClick={() => void openAnswers()}
              >
                {translate('predict.batchOpen')}
              </button>
            )}
            {classes.length > 0 && (
              <button ref={passFocus(toBatchTitle)} type="button" className="button" onClick={() => void saveAnswers()}>
                {translate('predict.batchSave')}
              </button>
            )}
            <button ref={passFocus(toBatchTitle)} type="button" className="linkButton" onClick={dropBatch}>
              {translate('predict.batchDrop')}
            </button>
          </>
        )}
      </p>
      {failed > 0 && !batch.isRunning && <Failures batch={batch} failed={failed} />}
    </div>
  );
}

/** Rows that failed for one reason, one after another. */
interface FailedAlike {
  readonly problem: CallProblem;
  readonly row: number;
  readonly others: number;
}

function failuresOf({ results }: PredictBatch): readonly FailedAlike[] {
  const found = new Map<string, FailedAlike>();
  for (const [row, result] of results.entries()) {
    if (result?.outcome.kind !== 'failed') continue;
    const { problem } = result.outcome;
    const key = JSON.stringify(problem);
    const known = found.get(key);
    found.set(key, known === undefined ? { problem, row, others: 0 } : { ...known, others: known.others + 1 });
  }
  return [...found.values()];
}

function Failures({ batch, failed }: { readonly batch: PredictBatch; readonly failed: number }) {
  const found = failuresOf(batch);
  const listed = found.slice(0, LISTED);
  const left = failed - listed.reduce((sum, { others }) => sum + others + 1, 0);
  return (
    <section aria-label={translate('predict.batchFailures')}>
      <h3>{translate('predict.batchFailures')}</h3>
      <ul className="batchFailures">
        {listed.map(({ row, others, problem }) => (
          <li key={row}>
            <span className="hint">
              {others === 0
                ? translate('predict.batchRow', { row: row + 1 })
                : translate('predict.batchRows', { row: row + 1, count: others })}
            </span>{' '}
            <ProblemText problem={problem} />
          </li>
        ))}
      </ul>
      {left > 0 && <p className="hint">{translate('predict.batchMore', { count: left })}</p>}
    </section>
  );
}
