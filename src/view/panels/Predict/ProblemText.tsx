import { asking } from '../../../i18n/asking.ts';
import type { CallProblem } from '../../../state/predict.ts';

/** What is wrong and what to do, in a sentence. */
export function ProblemText({ problem: { code, values } }: { readonly problem: CallProblem }) {
  return <p className="askProblem">{asking(`predict.problem.${code}`, values)}</p>;
}
