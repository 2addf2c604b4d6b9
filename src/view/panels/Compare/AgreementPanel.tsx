import { agreementOf } from '../../../core/compare/agreement.ts';
import type { JointFlags } from '../../../core/compare/jointCounts.ts';
import { mcnemar } from '../../../core/compare/pairedTests.ts';
import { formatCount, formatMetric, formatNumber, formatPercent, formatShare } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectComparedWith, selectComparison, selectIsJointLate, selectJoint } from '../../../state/compare.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { Term } from '../../controls/Term.tsx';
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
          {translate('agreement.lead', { ...names, share: formatPercent(share), rows: formatCount(rows) })}{' '}
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
                <td>{formatCount(positives[cell])}</td>
                <td>{formatCount(negatives[cell])}</td>
                <td>{formatCount(positives[cell] + negatives[cell])}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="hint">
          <Term explain={() => <p>{translate('agreement.kappaTerm')}</p>}>
            {translate('agreement.kappa', { kappa: formatMetric(cohenKappa) })}
          </Term>
        </p>
      </div>
    </section>
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
      {translate('agreement.right', { first, second, firstRight: onlyFirstRight, secondRight: onlySecondRight })}{' '}
      <Term
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
      </Term>
    </>
  );
}
