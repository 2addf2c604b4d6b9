import { translate } from '../../../i18n/translate.ts';
import type { CallProblem, Failure } from '../../../state/predict.ts';
import { ProblemText } from './ProblemText.tsx';

interface FailureTextProps {
  readonly problem: CallProblem;
  readonly said: Failure['said'];
}

/** Why there is no answer; what the server says stands there as text, whatever it is. */
export function FailureText({ problem, said }: FailureTextProps) {
  const full = said === null ? '' : said.trace === '' ? said.body : said.trace;
  return (
    <div className="answerFailure">
      <h3>{translate('predict.failed')}</h3>
      <ProblemText problem={problem} />
      {full.trim() !== '' && (
        <details className="askDetails" aria-label={translate('predict.trace')}>
          <summary>{translate('predict.trace')}</summary>
          <pre className="askCode">{full}</pre>
        </details>
      )}
    </div>
  );
}
