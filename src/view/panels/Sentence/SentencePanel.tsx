import { useRef, useState } from 'react';
import { costOf } from '../../../core/cost/payoff.ts';
import { formatCount, formatMoney, formatPercent, formatThreshold } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectRuleChoice } from '../../../state/rules.ts';
import {
  selectConfusion,
  selectEvaluation,
  selectHasSplits,
  selectPrices,
  selectThreshold,
} from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { fitted } from '../../controls/fitted.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { Sentence } from '../../controls/Sentence.tsx';
import './SentencePanel.css';

const MOST_PRICE = 1e15;

function UnitField() {
  const { unit } = useTuner(selectPrices);
  const { setPrices } = useActions();
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? unit;
  const apply = () => {
    if (draft !== null && draft.trim() !== unit) setPrices({ unit: draft.trim() });
    setDraft(null);
  };
  return (
    <input
      type="text"
      className="field fitted unitField"
      aria-label={translate('sentence.unit')}
      title={translate('sentence.unit')}
      placeholder={translate('sentence.unitPlaceholder')}
      maxLength={12}
      style={fitted(Math.max(2, text.length + 1), 12)}
      value={text}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') apply();
        if (event.key === 'Escape') setDraft(null);
      }}
      onBlur={apply}
    />
  );
}

/** What happens, and what it costs, in words: all a manager needs. */
export function SentencePanel() {
  const evaluation = useTuner(selectEvaluation);
  const confusion = useTuner(selectConfusion);
  const prices = useTuner(selectPrices);
  const threshold = useTuner(selectThreshold);
  const cheapest = useTuner((state) => selectRuleChoice(state, 'lowestCost'));
  const hasWeights = useTuner((state) => state.opened?.prepared.hasWeights ?? false);
  const hasSplits = useTuner(selectHasSplits);
  const { setPrices, setThreshold } = useActions();
  const sentence = useRef<HTMLParagraphElement>(null);
  if (evaluation === null || confusion === null) return null;

  const { tp, fp, fn, tn } = confusion;
  const { miss, falseAlarm, unit } = prices;
  const total = tp + fp + fn + tn;
  const cost = costOf(confusion, { tp: 0, fp: falseAlarm, fn: miss, tn: 0 });
  const isCheapest =
    cheapest?.kind === 'found' && Math.abs(cheapest.value - cost) <= 1e-12 * Math.max(1, Math.abs(cost));
  const price = (label: string, value: number, change: (value: number) => void) => (
    <NumberField className="priceField" label={label} value={value} low={0} high={MOST_PRICE} onChange={change} />
  );
  return (
    <section className="panel sentencePanel" aria-label={translate('sentence.section')}>
      <p className="sentence" ref={sentence} tabIndex={-1}>
        <Sentence
          textKey={hasSplits ? 'sentence.flagsOnSplit' : 'sentence.flags'}
          holes={{
            split: <strong>{evaluation.split}</strong>,
            flagged: <strong>{formatCount(tp + fp)}</strong>,
            total: formatCount(total),
            right: <strong className="caseCount caseCount-tp">{formatCount(tp)}</strong>,
            wrong: <strong className="caseCount caseCount-fp">{formatCount(fp)}</strong>,
            missed: <strong className="caseCount caseCount-fn">{formatCount(fn)}</strong>,
            positives: formatCount(tp + fn),
          }}
          counts={{ total, wrong: fp, missed: fn, positives: tp + fn }}
        />{' '}
        <Sentence
          textKey="sentence.costs"
          holes={{
            miss: (
              <span className="priceGroup">
                {price(translate('sentence.missPrice'), miss, (value) => setPrices({ miss: value }))}
                <UnitField />
              </span>
            ),
            falseAlarm: (
              <span className="priceGroup">
                {price(translate('sentence.falseAlarmPrice'), falseAlarm, (value) => setPrices({ falseAlarm: value }))}
                {unit !== '' && <span className="priceUnit">{unit}</span>}
              </span>
            ),
            cost: <strong className="amount">{formatMoney(cost, unit)}</strong>,
          }}
        />{' '}
        {cheapest?.kind === 'found' &&
          (isCheapest ? (
            translate('sentence.cheapest')
          ) : (
            <>
              {translate('sentence.cheaper', {
                threshold: formatThreshold(cheapest.threshold),
                cost: formatMoney(cheapest.value, unit),
                saved: formatMoney(cost - cheapest.value, unit),
                share: formatPercent((cost - cheapest.value) / cost, 0),
              })}{' '}
              <button
                type="button"
                className="goThere"
                onClick={() => {
                  setThreshold(cheapest.threshold);
                  // The button goes away; the focus stays with the sentence, which now says what it did.
                  sentence.current?.focus({ preventScroll: true });
                }}
              >
                {translate('sentence.goThere')}
                <span className="visuallyHidden"> {formatThreshold(cheapest.threshold)}</span>
              </button>
            </>
          ))}
      </p>
      {hasWeights && <p className="hint">{translate('sentence.weighted')}</p>}
      {!Number.isFinite(threshold) && (
        <p className="hint">{translate(threshold > 0 ? 'sentence.infinite' : 'sentence.minusInfinite')}</p>
      )}
    </section>
  );
}
