import { type ReactNode, useId } from 'react';
import { type ReviewBand, type TriageOutcome, triageAt } from '../../../core/choose/triage.ts';
import { formatCount, formatMoney, formatPercent, formatThreshold } from '../../../i18n/format.ts';
import { sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { reviewerOf } from '../../../state/review.ts';
import { selectRuleChoice } from '../../../state/rules.ts';
import {
  selectChosenOn,
  selectEvaluation,
  selectPayoff,
  selectPrices,
  selectRule,
  selectScoreRange,
} from '../../../state/selectors.ts';
import { selectBestBand } from '../../../state/triage.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { Sentence } from '../../controls/Sentence.tsx';
import { TopicTerm } from '../../terms/TopicTerm.tsx';
import { BandSlider } from './BandSlider.tsx';
import './TriagePanel.css';

const MOST = 1e15;

/** Whether it pays that somebody looks at the cases between two thresholds, and what becomes of all cases then. */
export function TriagePanel() {
  const evaluation = useTuner(selectEvaluation);
  const band = useTuner((state) => state.decision.review.band);
  const titleId = useId();
  if (evaluation === null) return null;
  return (
    <section className="panel triagePanel" aria-labelledby={titleId}>
      <h2 id={titleId}>{translate('triage.title')}</h2>
      <Assumptions rows={evaluation.rows} />
      {band === null ? <Offer /> : <BandInUse band={band} />}
    </section>
  );
}

function Assumptions({ rows }: { readonly rows: number }) {
  const { price, accuracy, capacity } = useTuner((state) => state.decision.review);
  const { unit } = useTuner(selectPrices);
  const { setReview } = useActions();
  const field = (label: string, value: number, high: number, after: string, change: (value: number) => void) => (
    <span className="priceGroup">
      <NumberField className="priceField" label={label} value={value} low={0} high={high} onChange={change} />
      {after !== '' && <span className="priceUnit">{after}</span>}
    </span>
  );
  return (
    <>
      <p>
        <Sentence
          textKey="triage.assume"
          holes={{
            price: field(translate('triage.price'), price, MOST, unit, (value) => setReview({ price: value })),
            // Of 0.57 * 100 a person would see 56.99999999999999.
            accuracy: field(translate('triage.accuracy'), Number((accuracy * 100).toPrecision(12)), 100, '%', (value) =>
              setReview({ accuracy: value / 100 }),
            ),
          }}
        />
        {sentenceGap()}
        <TopicTerm topic="reviewBand" explain={() => <p>{translate('triage.howTerm')}</p>}>
          {translate('triage.how')}
        </TopicTerm>
      </p>
      <div className="triageLimit">
        <label>
          <input
            type="checkbox"
            checked={capacity !== null}
            onChange={() => setReview({ capacity: capacity === null ? Math.ceil(rows / 10) : null })}
          />{' '}
          {translate('triage.limitBox')}
        </label>
        {capacity !== null && (
          <p>
            <Sentence
              textKey="triage.limit"
              holes={{
                capacity: field(translate('triage.capacity'), capacity, MOST, '', (value) =>
                  setReview({ capacity: value }),
                ),
              }}
            />
          </p>
        )}
      </div>
    </>
  );
}

const looksOf = ({ review }: TriageOutcome): number => review.positives + review.negatives;
const surelyYes = ({ yes }: TriageOutcome): number => yes.tp + yes.fp;
const surelyNo = ({ no }: TriageOutcome): number => no.fn + no.tn;
const casesOf = (outcome: TriageOutcome): number => surelyYes(outcome) + looksOf(outcome) + surelyNo(outcome);

/** What a band does on the split in view; null without one. */
function useOutcome(band: ReviewBand | null): TriageOutcome | null {
  const evaluation = useTuner(selectEvaluation);
  const rule = useTuner(selectRule);
  const payoff = useTuner(selectPayoff);
  const review = useTuner((state) => state.decision.review);
  if (band === null || evaluation === null) return null;
  return triageAt(evaluation.index, band, rule, payoff, reviewerOf(review));
}

/** The threshold that is best alone on the split that is chosen on, on the split in view. */
function useBestSingle(): TriageOutcome | null {
  const choice = useTuner((state) => selectRuleChoice(state, 'lowestCost'));
  return useOutcome(choice?.kind === 'found' ? { lower: choice.threshold, upper: choice.threshold } : null);
}

/** By how much one cost is below another, in words. */
function differenceOf(cost: number, other: number, unit: string): string {
  const less = other - cost;
  if (Math.abs(less) <= 1e-12 * Math.max(1, Math.abs(other))) return translate('triage.same');
  if (less < 0) return translate('triage.more', { amount: formatMoney(-less, unit) });
  return translate('triage.less', {
    amount: formatMoney(less, unit),
    share: formatPercent(less / Math.abs(other), 0),
  });
}

/** What the best band would do. */
function Offer() {
  const best = useTuner(selectBestBand);
  const chosenOn = useTuner((state) => selectChosenOn(state)?.split ?? '');
  const split = useTuner((state) => selectEvaluation(state)?.split ?? '');
  const { unit } = useTuner(selectPrices);
  const outcome = useOutcome(best);
  const { low, high } = useTuner(selectScoreRange);
  const capacity = useTuner((state) => state.decision.review.capacity);
  const single = useBestSingle();
  const { setReview } = useActions();
  if (best === null || outcome === null || single === null) return <p>{translate('triage.noRows')}</p>;
  if (best.lower === best.upper) return <p>{translate(capacity === 0 ? 'triage.noLooks' : 'triage.notWorth')}</p>;
  const isAll = looksOf(outcome) === casesOf(outcome);
  return (
    <>
      <p>
        {translate(chosenOn !== split ? 'triage.worthElsewhere' : isAll ? 'triage.worthAll' : 'triage.worth', {
          chosen: chosenOn,
          split,
          cases: looksOf(outcome),
          share: formatPercent(1 - outcome.coverage),
          lower: formatThreshold(Math.max(best.lower, low)),
          upper: formatThreshold(Math.min(best.upper, high)),
          cost: formatMoney(outcome.cost, unit),
          difference: differenceOf(outcome.cost, single.cost, unit),
          single: formatMoney(single.cost, unit),
        })}
      </p>
      <button
        type="button"
        className="button"
        onClick={() => setReview({ band: { lower: best.lower, upper: best.upper } })}
      >
        {translate('triage.use')}
      </button>
    </>
  );
}

function BandInUse({ band }: { readonly band: ReviewBand }) {
  const best = useTuner(selectBestBand);
  const rule = useTuner(selectRule);
  const { unit } = useTuner(selectPrices);
  const capacity = useTuner((state) => state.decision.review.capacity);
  const outcome = useOutcome(band);
  const single = useBestSingle();
  const { setReview } = useActions();
  if (outcome === null || single === null) return <p>{translate('triage.noRows')}</p>;
  const looks = looksOf(outcome);
  const isBest = best !== null && best.lower === band.lower && best.upper === band.upper;
  return (
    <>
      <p className="triageEnds">
        {translate(rule === '>=' ? 'triage.ends' : 'triage.endsStrict', {
          lower: formatThreshold(band.lower),
          upper: formatThreshold(band.upper),
        })}
      </p>
      <BandSlider band={band} reviewed={looks} total={casesOf(outcome)} />
      <Outcomes outcome={outcome} />
      <p>
        {translate(Number.isNaN(outcome.error) ? 'triage.inUseAll' : 'triage.inUse', {
          cost: formatMoney(outcome.cost, unit),
          difference: differenceOf(outcome.cost, single.cost, unit),
          single: formatMoney(single.cost, unit),
          coverage: formatPercent(outcome.coverage),
          error: formatPercent(outcome.error),
        })}
      </p>
      {capacity !== null && looks > capacity && (
        <p className="triageTooMany">
          {translate('triage.tooMany', { reviewed: looks, capacity: formatCount(capacity) })}
        </p>
      )}
      <div className="triageButtons">
        {!isBest && best !== null && (
          <button
            type="button"
            className="button"
            onClick={() => setReview({ band: { lower: best.lower, upper: best.upper } })}
          >
            {translate('triage.best')}
          </button>
        )}
        <button type="button" className="button" onClick={() => setReview({ band: null })}>
          {translate('triage.drop')}
        </button>
      </div>
    </>
  );
}

function Outcomes({ outcome }: { readonly outcome: TriageOutcome }) {
  const accuracy = useTuner((state) => state.decision.review.accuracy);
  const titleId = useId();
  const total = casesOf(outcome);
  const looks = looksOf(outcome);
  const row = (kind: 'no' | 'review' | 'yes', cases: number, wrong: ReactNode) => (
    <tr>
      <th scope="row">
        <span className={`triageSwatch triageSwatch-${kind}`} aria-hidden="true" />
        {translate(`triage.${kind}`)}
      </th>
      <td>{formatCount(cases)}</td>
      <td>{formatPercent(cases / total)}</td>
      <td>{wrong}</td>
    </tr>
  );
  return (
    <>
      <span id={titleId} className="visuallyHidden">
        {translate('triage.table')}
      </span>
      <table className="figureTable" aria-labelledby={titleId}>
        <thead>
          <tr>
            <th scope="col">{translate('triage.outcome')}</th>
            <th scope="col">{translate('triage.cases')}</th>
            <th scope="col">{translate('triage.share')}</th>
            <th scope="col">{translate('triage.wrong')}</th>
          </tr>
        </thead>
        <tbody>
          {row('no', surelyNo(outcome), formatCount(outcome.no.fn))}
          {row(
            'review',
            looks,
            translate('triage.expected', { count: formatCount(Math.round((1 - accuracy) * looks)) }),
          )}
          {row('yes', surelyYes(outcome), formatCount(outcome.yes.fp))}
        </tbody>
      </table>
    </>
  );
}
