import type { CaseCondition, FlipWay } from '../../../core/cases/caseSelection.ts';
import { agreementOf } from '../../../core/compare/agreement.ts';
import type { JointFlags } from '../../../core/compare/jointCounts.ts';
import { mcnemar } from '../../../core/compare/pairedTests.ts';
import { formatCount, formatMetric, formatNumber, formatPercent, formatShare } from '../../../i18n/format.ts';
import { sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import {
  selectComparedChoices,
  selectComparedWith,
  selectComparison,
  selectIsJointLate,
  selectJoint,
  selectListedAgainst,
} from '../../../state/compare.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { TopicTerm } from '../../terms/TopicTerm.tsx';
import './Compare.css';

const CELLS: readonly (keyof JointFlags)[] = ['both', 'onlyFirst', 'onlySecond', 'neither'];

/** On which cases two models decide differently, and whether one of them is right more often than chance explains. */
export function AgreementPanel() {
  const comparison = useTuner(selectComparison);
  const joint = useTuner(selectJoint);
  const isLate = useTuner(selectIsJointLate);
  const place = useTuner(selectComparedWith);
  const decisions = joint?.[place - 1] ?? null;
  if (comparison === null || decisions === null || comparison.rows === 0) return null;
  const { positives, negatives } = decisions.counts;
  const names = { first: comparison.models[0].name, second: comparison.models[place].name };
  const { rows, share, cohenKappa } = agreementOf(decisions.counts);
  const nameOf = (cell: keyof JointFlags): string => {
    if (cell === 'onlyFirst') return translate('agreement.only', { model: names.first });
    if (cell === 'onlySecond') return translate('agreement.only', { model: names.second });
    return translate(`agreement.${cell}`);
  };
  return (
    <section className="panel comparePanel" aria-labelledby="agreement-title">
      <h2 id="agreement-title">{translate('agreement.title')}</h2>
      <div className={isLate ? 'isLate' : undefined}>
        <p>
          {translate('agreement.lead', { ...names, share: formatPercent(share), rows: formatCount(rows) })}
          {sentenceGap()}
          {comparison.weights !== 'weights' && <RightMoreOften {...names} />}
        </p>
        <table className="figureTable" aria-label={translate('agreement.table')}>
          <thead>
            <tr>
              <th scope="col">{translate('agreement.table')}</th>
              <th scope="col">{translate('agreement.positives')}</th>
              <th scope="col">{translate('agreement.negatives')}</th>
              <th scope="col">{translate('agreement.all')}</th>
            </tr>
          </thead>
          <tbody>
            {CELLS.map((cell) => (
              <tr key={cell}>
                <th scope="row">{nameOf(cell)}</th>
                <td>
                  <CountOfRows count={positives[cell]} cell={cell} name={nameOf(cell)} isPositive={true} />
                </td>
                <td>
                  <CountOfRows count={negatives[cell]} cell={cell} name={nameOf(cell)} isPositive={false} />
                </td>
                <td>
                  <CountOfRows count={positives[cell] + negatives[cell]} cell={cell} name={nameOf(cell)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="hint">
          <TopicTerm topic="cohenKappa" explain={() => <p>{translate('agreement.kappaTerm')}</p>}>
            {translate('agreement.kappa', { kappa: formatMetric(cohenKappa) })}
          </TopicTerm>
        </p>
      </div>
    </section>
  );
}

/** What leads from a model's decisions to those of the one in view. */
const WAYS: Readonly<Partial<Record<keyof JointFlags, FlipWay>>> = {
  onlyFirst: 'intoFlagged',
  onlySecond: 'outOfFlagged',
};

interface CountOfRowsProps {
  readonly count: number;
  readonly cell: keyof JointFlags;
  readonly name: string;
  /** Left out for both classes. */
  readonly isPositive?: boolean;
}

/** A count that leads to its rows, where those are just the ones that Cases finds between the two models. */
function CountOfRows({ count, cell, name, isPositive }: CountOfRowsProps) {
  const other = useTuner(selectListedAgainst);
  const threshold = useTuner((state) => {
    const choice = selectComparedChoices(state)[selectComparedWith(state)];
    return choice?.kind === 'found' ? choice.threshold : Number.NaN;
  });
  const { showCases } = useActions();
  const way = WAYS[cell];
  const shown = formatCount(count);
  if (other === null || way === undefined || count === 0) return shown;
  const label = translate(
    isPositive === undefined ? 'agreement.all' : isPositive ? 'agreement.positives' : 'agreement.negatives',
  );
  const flip: CaseCondition = { kind: 'flip', way, other: { kind: 'model', model: other, at: 'threshold', threshold } };
  return (
    <button
      type="button"
      className="linkButton"
      aria-label={translate('agreement.show', { count: shown, name, label })}
      onClick={() => showCases(isPositive === undefined ? [flip] : [{ kind: 'label', isPositive }, flip])}
    >
      {shown}
    </button>
  );
}

/** Who is right where they differ, with McNemar's test one hover away. */
function RightMoreOften({ first, second }: { readonly first: string; readonly second: string }) {
  const joint = useTuner(selectJoint);
  const place = useTuner(selectComparedWith);
  const decisions = joint?.[place - 1] ?? null;
  if (decisions === null) return null;
  const { onlyFirstRight, onlySecondRight, exact, statistic, corrected } = mcnemar(decisions.counts);
  if (onlyFirstRight + onlySecondRight === 0) return translate('agreement.same');
  return (
    <>
      {translate('agreement.right', { first, second, firstRight: onlyFirstRight, secondRight: onlySecondRight })}
      {sentenceGap()}
      <TopicTerm
        topic="mcnemar"
        explain={() => (
          <p>
            {translate('agreement.mcnemarTerm', {
              exact: formatNumber(exact),
              statistic: formatNumber(statistic),
              corrected: formatNumber(corrected),
            })}
          </p>
        )}
      >
        {translate('agreement.chance', { share: formatShare(exact) })}
      </TopicTerm>
    </>
  );
}
