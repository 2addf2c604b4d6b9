import { useId } from 'react';
import { costOf } from '../../../core/cost/payoff.ts';
import { looksBalanced, type Production, projectConfusion } from '../../../core/cost/projection.ts';
import { npv, precision } from '../../../core/metrics/threshold.ts';
import type { Confusion } from '../../../core/scores/confusion.ts';
import type { Evaluation } from '../../../core/scores/evaluation.ts';
import {
  formatCount,
  formatExpected,
  formatMoney,
  formatShare,
  withoutPercentSign,
  withUnit,
} from '../../../i18n/format.ts';
import { sentenceGap } from '../../../i18n/joined.ts';
import { type TextKey, translate } from '../../../i18n/translate.ts';
import {
  selectConfusion,
  selectEvaluation,
  selectHasSplits,
  selectPayoff,
  selectPrices,
} from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { prevalenceOf } from '../../chartState/prevalence.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { Sentence } from '../../controls/Sentence.tsx';
import { MetricTerm } from '../../terms/MetricTerm.tsx';
import { BaseRateFigure } from './BaseRateFigure.tsx';
import './ProductionPanel.css';

const MOST_CASES = 1e15;

/** What becomes of the decision where positives are rarer, or more frequent, than in the file. */
export function ProductionPanel() {
  const evaluation = useTuner(selectEvaluation);
  const titleId = useId();
  if (evaluation === null) return null;
  return (
    <section className="panel productionPanel" aria-labelledby={titleId}>
      <h2 id={titleId}>{translate('production.title')}</h2>
      {prevalenceOf(evaluation) >= 0 ? <Projection evaluation={evaluation} /> : <p>{translate('production.noRows')}</p>}
    </section>
  );
}

function Projection({ evaluation }: { readonly evaluation: Evaluation }) {
  const share = prevalenceOf(evaluation);
  const baseRate = useTuner((state) => state.productionRate) ?? share;
  const cases = useTuner((state) => state.productionCases);
  const hasSplits = useTuner(selectHasSplits);
  const name = hasSplits ? evaluation.split : translate('production.thisFile');
  const production: Production = { baseRate, cases };
  const unknown = unknownClass(evaluation, baseRate);
  return (
    <>
      <p className="productionAnswer">
        {unknown === null ? (
          <Answer share={share} baseRate={baseRate} />
        ) : (
          translate('production.noRate', { label: translate(unknown) })
        )}
      </p>
      <Attention evaluation={evaluation} />
      <Expectations share={share} production={production} />
      {unknown === null && (
        <>
          <Figures name={name} production={production} />
          <p className="hint">{translate('production.held')}</p>
          <BaseRateFigure evaluation={evaluation} name={name} here={share} there={baseRate} />
        </>
      )}
    </>
  );
}

/** The class of which the file has no rows and production has; null where all can be projected. */
function unknownClass({ positives, negatives }: Evaluation, baseRate: number): TextKey | null {
  if (positives === 0 && baseRate > 0) return 'production.positives';
  return negatives === 0 && baseRate < 1 ? 'production.negatives' : null;
}

interface AnswerProps {
  readonly share: number;
  readonly baseRate: number;
}

function Answer({ share, baseRate }: AnswerProps) {
  const confusion = useTuner(selectConfusion);
  if (confusion === null) return null;
  const projected = precision.of(projectConfusion(confusion, { baseRate, cases: 1 }), Number.NaN);
  const own = precision.of(confusion, Number.NaN);
  const isSame = baseRate === share;
  const isNothing = Number.isNaN(projected) || Number.isNaN(own);
  const key = isSame ? 'production.asFile' : 'production.changed';
  return (
    <>
      {translate(isNothing ? `${key}Nothing` : key, {
        rate: formatShare(baseRate),
        share: formatShare(share),
        precision: formatShare(projected),
        filePrecision: formatShare(own),
      })}
      {baseRate === 0 && (
        <>
          {sentenceGap()}
          {translate('production.none')}
        </>
      )}
      {baseRate === 1 && (
        <>
          {sentenceGap()}
          {translate('production.all')}
        </>
      )}
    </>
  );
}

/** What makes it likely that the file is not like production. */
function Attention({ evaluation }: { readonly evaluation: Evaluation }) {
  const hasWeights = useTuner((state) => {
    const { prepared } = state.opened ?? {};
    return prepared?.hasWeights === true && !prepared.interpretation.areWeightsCounts;
  });
  const isAnswered = useTuner((state) => state.productionRate !== null);
  if (isAnswered) return null;
  if (hasWeights) return <p className="productionAttention">{translate('production.weighted')}</p>;
  return looksBalanced(evaluation.positives, evaluation.negatives) ? (
    <p className="productionAttention">{translate('production.even')}</p>
  ) : null;
}

function Expectations({ share, production }: { readonly share: number; readonly production: Production }) {
  const { setProductionRate, setProductionCases } = useActions();
  const { baseRate, cases } = production;
  const isOwn = useTuner((state) => state.productionRate === null);
  const percent = Number((baseRate * 100).toPrecision(12));
  return (
    <p className="productionExpect">
      <Sentence
        textKey="production.expect"
        holes={{
          rate: (
            <NumberField
              className="priceField"
              label={translate('production.rateField')}
              value={percent}
              shown={withoutPercentSign(formatShare(baseRate))}
              low={0}
              high={100}
              onChange={(value) => setProductionRate(value / 100 === share ? null : value / 100)}
            />
          ),
          cases: (
            <NumberField
              className="priceField"
              label={translate('production.casesField')}
              value={cases}
              shown={formatCount(cases)}
              low={0}
              high={MOST_CASES}
              onChange={setProductionCases}
            />
          ),
        }}
        counts={{ cases }}
      />
      {sentenceGap()}
      {!isOwn && (
        <button
          type="button"
          className="linkButton"
          aria-label={translate('production.resetLong')}
          onClick={() => setProductionRate(null)}
        >
          {translate('production.reset')}
        </button>
      )}
      {cases === 0 && (
        <>
          {sentenceGap()}
          {translate('production.noCases')}
        </>
      )}
    </p>
  );
}

interface FiguresProps {
  readonly name: string;
  readonly production: Production;
}

/** The file's own numbers beside those of a day. */
function Figures({ name, production }: FiguresProps) {
  const confusion = useTuner(selectConfusion);
  const payoff = useTuner(selectPayoff);
  const { unit } = useTuner(selectPrices);
  const titleId = useId();
  if (confusion === null) return null;
  const day = projectConfusion(confusion, production);
  // Shares do not depend on how many cases there are, not even where there are none.
  const mix = projectConfusion(confusion, { ...production, cases: 1 });
  const total = ({ tp, fp, fn, tn }: Confusion) => tp + fp + fn + tn;
  const count = (key: TextKey, of: (confusion: Confusion) => number) => (
    <tr>
      <th scope="row">{translate(key)}</th>
      <td>{formatCount(of(confusion))}</td>
      <td>{formatExpected(of(day))}</td>
    </tr>
  );
  const metric = (one: typeof precision) => (
    <tr>
      <th scope="row">
        <MetricTerm id={one.id} />
      </th>
      <td>{formatShare(one.of(confusion, Number.NaN))}</td>
      <td>{formatShare(one.of(mix, Number.NaN))}</td>
    </tr>
  );
  return (
    <>
      <span id={titleId} className="visuallyHidden">
        {translate('production.table')}
      </span>
      <table className="figureTable productionTable" aria-labelledby={titleId}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visuallyHidden">{translate('production.figure')}</span>
            </th>
            <th scope="col">{name}</th>
            <th scope="col">{translate('production.day')}</th>
          </tr>
        </thead>
        <tbody>
          {count('production.cases', total)}
          {count('production.flags', ({ tp, fp }) => tp + fp)}
          {count('production.falseAlarms', ({ fp }) => fp)}
          {count('production.misses', ({ fn }) => fn)}
          {metric(precision)}
          {metric(npv)}
          <tr>
            <th scope="row">{translate('production.cost')}</th>
            <td>{formatMoney(costOf(confusion, payoff), unit)}</td>
            <td>{withUnit(formatExpected(costOf(day, payoff)), unit)}</td>
          </tr>
        </tbody>
      </table>
    </>
  );
}
