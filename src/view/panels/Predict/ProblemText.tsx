import { translate } from '../../../i18n/translate.ts';
import type { CallProblem } from '../../../state/predict.ts';

/** What is wrong and what to do, in a sentence. */
export function ProblemText({ problem: { code, values } }: { readonly problem: CallProblem }) {
  return <p className="askProblem">{translate(`predict.problem.${code}`, values)}</p>;
}
