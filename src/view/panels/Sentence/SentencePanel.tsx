import { useRef, useState } from 'react';
import { costOf } from '../../../core/cost/payoff.ts';
import { confusionAt } from '../../../core/scores/confusion.ts';
import { formatCount, formatMoney, formatPercent } from '../../../i18n/format.ts';
import { outcomeText, payoffText } from '../../../i18n/goalText.ts';
import { joinedPhrases, sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectRuleChoice, selectRuleOf } from '../../../state/rules.ts';
import {
  selectChosenOn,
  selectConfusion,
  selectEvaluation,
  selectHasSplits,
  selectInterpretation,
  selectPayoff,
  selectPrices,
  selectRule,
  selectThreshold,
} from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { fitted } from '../../controls/fitted.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { Sentence } from '../../controls/Sentence.tsx';
import { thresholdName } from '../../terms/thresholdName.ts';
import './SentencePanel.css';

const MOST_PRICE = 1e15;

const isSameAmount = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-12 * Math.max(1, Math.abs(other));

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

/** What is saved; a share of it only where there is a cost to save from. */
const savedText = (saved: number, cost: number, unit: string): string =>
  cost > 0
    ? translate('sentence.saved', { saved: formatMoney(saved, unit), share: formatPercent(saved / cost, 0) })
    : formatMoney(saved, unit);

/** Which threshold is cheapest on the split meant for choosing, and what it costs there and on the split in view. */
function Cheapest({ cost, onGone }: { readonly cost: number; readonly onGone: () => void }) {
  const cheapest = useTuner((state) => selectRuleChoice(state, 'lowestCost'));
  const allowed = useTuner((state) => selectRuleOf(state, 'lowestCost'))?.choice;
  const on = useTuner(selectChosenOn);
  const evaluation = useTuner(selectEvaluation);
  const rule = useTuner(selectRule);
  const payoff = useTuner(selectPayoff);
  const { unit } = useTuner(selectPrices);
  const costThere = useTuner((state) =>
    on === null ? 0 : costOf(confusionAt(on.index, selectThreshold(state), rule), payoff),
  );
  const { setGoal, setThreshold } = useActions();
  if (on === null || evaluation === null || cheapest?.kind !== 'found') return null;
  const isSame = on === evaluation;
  const there = formatMoney(cheapest.value, unit);
  if (isSameAmount(cheapest.value, costThere))
    return isSame ? translate('sentence.cheapest') : translate('sentence.cheapestFrom', { on: on.split, there });
  const here = isSame ? cheapest.value : costOf(confusionAt(evaluation.index, cheapest.threshold, rule), payoff);
  const values = {
    on: on.split,
    there,
    threshold: thresholdName(cheapest.threshold),
    here: formatMoney(here, unit),
    less: savedText(cost - here, cost, unit),
    more: formatMoney(here - cost, unit),
  };
  return (
    <>
      {isSame
        ? translate('sentence.cheaper', { ...values, cost: there })
        : translate(
            isSameAmount(here, cost)
              ? 'sentence.sameFrom'
              : here < cost
                ? 'sentence.cheaperFrom'
                : 'sentence.dearerFrom',
            values,
          )}
      {sentenceGap()}
      <button
        type="button"
        className="goThere"
        onClick={() => {
          // As a goal it would keep to the thresholds that meet all requirements.
          const isAllowed = allowed?.kind === 'found' && Object.is(allowed.threshold, cheapest.threshold);
          if (isAllowed) setGoal('lowestCost');
          else setThreshold(cheapest.threshold);
          onGone();
        }}
      >
        {translate('sentence.goThere')}
        <span className="visuallyHidden"> {thresholdName(cheapest.threshold)}</span>
      </button>
    </>
  );
}

/** Labels such as 1 or true name nothing. */
const NAMELESS = /^(true|yes|y|t|positive|pos|[-+]?\d*\.?\d+)$/i;

/** What the words of the sentence mean in the words of the file, where its positive class has a name. */
function ClassWords() {
  const interpretation = useTuner(selectInterpretation);
  if (interpretation === null || NAMELESS.test(interpretation.positiveLabel.trim())) return null;
  const { label, positiveLabel: positive } = interpretation;
  return <p className="hint">{translate('sentence.words', { label, positive })}</p>;
}

/** What happens, and what it costs, in words: all a manager needs. */
export function SentencePanel() {
  const evaluation = useTuner(selectEvaluation);
  const confusion = useTuner(selectConfusion);
  const prices = useTuner(selectPrices);
  const payoff = useTuner(selectPayoff);
  const threshold = useTuner(selectThreshold);
  const hasWeights = useTuner((state) => state.opened?.prepared.hasWeights ?? false);
  const hasSplits = useTuner(selectHasSplits);
  const { setPrices } = useActions();
  const sentence = useRef<HTMLParagraphElement>(null);
  if (evaluation === null || confusion === null) return null;

  const { tp, fp, fn, tn } = confusion;
  const { miss, falseAlarm, unit } = prices;
  const total = tp + fp + fn + tn;
  const cost = costOf(confusion, payoff);
  // A price below 0 is something earned, and no field of this sentence can say so.
  const areListed = miss < 0 || falseAlarm < 0;
  const others = joinedPhrases(
    (['tp', 'tn'] as const)
      .filter((outcome) => payoff[outcome] !== 0)
      .map((outcome) => outcomeText(outcome, payoff[outcome], unit)),
  );
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
        />
        {sentenceGap()}
        <Sentence
          textKey={areListed ? 'sentence.listed' : others === '' ? 'sentence.costs' : 'sentence.costsAnd'}
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
            others,
            list: payoffText(payoff, unit),
            cost:
              cost < 0 ? (
                <strong className="amount">{translate('sentence.earned', { amount: formatMoney(-cost, unit) })}</strong>
              ) : (
                <strong className="amount">{formatMoney(cost, unit)}</strong>
              ),
          }}
        />
        {sentenceGap()}
        <Cheapest
          cost={cost}
          onGone={() => {
            // The button goes away; the focus stays with the sentence, which now says what it did.
            sentence.current?.focus({ preventScroll: true });
          }}
        />
      </p>
      <ClassWords />
      {hasWeights && <p className="hint">{translate('sentence.weighted')}</p>}
      {!Number.isFinite(threshold) && (
        <p className="hint">{translate(threshold > 0 ? 'sentence.infinite' : 'sentence.minusInfinite')}</p>
      )}
    </section>
  );
}
