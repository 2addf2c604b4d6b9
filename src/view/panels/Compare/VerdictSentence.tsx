import { useMemo } from 'react';
import { verdictOf } from '../../../core/compare/verdict.ts';
import { formatCount, formatMoney } from '../../../i18n/format.ts';
import { joinedSentences, sentenceGap } from '../../../i18n/joined.ts';
import { type TextKey, translate } from '../../../i18n/translate.ts';
import {
  selectComparedChoices,
  selectComparedWith,
  selectComparison,
  selectIsJointLate,
  selectJoint,
} from '../../../state/compare.ts';
import { selectPayoff, selectPrices } from '../../../state/selectors.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { Term } from '../../controls/Term.tsx';
import { roundedTotal } from '../../terms/aimWords.ts';
import { verdictText } from './verdictText.ts';

/** Which of two models does better, and whether that may be chance. */
export function VerdictSentence() {
  const comparison = useTuner(selectComparison);
  const choices = useTuner(selectComparedChoices);
  const joint = useTuner(selectJoint);
  const isLate = useTuner(selectIsJointLate);
  const place = useTuner(selectComparedWith);
  const at = useTuner((state) => state.comparedAt);
  const payoff = useTuner(selectPayoff);
  const { unit } = useTuner(selectPrices);
  const decisions = joint?.[place - 1] ?? null;
  const verdict = useMemo(
    () => (decisions === null ? null : verdictOf(decisions, at, payoff)),
    [decisions, at, payoff],
  );
  if (comparison === null) return null;
  const names = { first: comparison.models[0].name, second: comparison.models[place].name };
  const missing = [0, place].flatMap((each) => {
    const choice = choices[each];
    const model = comparison.models[each].name;
    return choice?.kind === 'none' ? [translate('compare.none', { model, reason: reasonText(choice.reason) })] : [];
  });
  if (missing.length > 0) return <p className="compareVerdict">{joinedSentences(missing)}</p>;
  if (verdict === null) return null;
  const { interval, about } = verdict;
  const format = (value: number) =>
    about === 'cost' ? formatMoney(roundedTotal(value), unit) : formatCount(Math.round(value));
  const hasInterval = !Number.isNaN(interval.low) && !(interval.low === 0 && interval.high === 0);
  return (
    <p className={`compareVerdict ${isLate ? 'isLate' : ''}`}>
      {verdictText(verdict, at, names, unit)}
      {sentenceGap()}
      {hasInterval && (
        <Term
          explain={() => (
            <>
              <p>
                {translate(`compare.chanceTerm.${about}`, {
                  ...names,
                  low: format(interval.low),
                  high: format(interval.high),
                })}
              </p>
              <p>{translate('compare.pairedTerm', { count: interval.nResamples, seed: String(interval.seed) })}</p>
            </>
          )}
        >
          {translate(verdict.isBeyondChance ? 'compare.sure' : 'compare.chance')}
        </Term>
      )}
    </p>
  );
}

/** Why a model has no threshold, in a sentence. */
function reasonText(reason: string): string {
  if (reason === 'requirementsUnmet' || reason === 'noPositives' || reason === 'noNegatives')
    return translate(`rule.${reason}` as TextKey);
  return translate('rule.none');
}
