import { memo } from 'react';
import { actualTotals, countAt, predictedTotals } from '../../../core/classes/confusionMatrix.ts';
import { formatCount } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectClassOutcome, selectClassOutcomes, selectTask } from '../../../state/classSelectors.ts';
import type { TextTable } from '../../../state/tables.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { ScrollsSideways } from '../../controls/ScrollsSideways.tsx';
import { CsvButton } from './CsvButton.tsx';
import './classes.css';

/** How dark the largest share is; text on it must stay readable. */
const DARKEST = 34;

const MatrixCell = memo(function MatrixCell({
  count,
  share,
  isRight,
}: {
  readonly count: string;
  readonly share: number;
  readonly isRight: boolean;
}) {
  const kind = isRight ? 'classCell classCellRight' : count === '0' ? 'classCell classCellNone' : 'classCell';
  return (
    <td className={kind} style={{ '--heat': `${share === 0 ? 0 : 4 + share * (DARKEST - 4)}%` } as object}>
      {count}
    </td>
  );
});

/** Every class against every other one: rows are the truth, columns the decision. */
export function ClassMatrixPanel() {
  const task = useTuner(selectTask);
  const outcome = useTuner(selectClassOutcome);
  const outcomes = useTuner(selectClassOutcomes);
  if (task === null || outcome === null) return null;
  const labels = task.classes.map(({ label }) => label);
  const { matrix } = outcome;
  const actual = actualTotals(matrix);
  const predicted = predictedTotals(matrix);
  const other = translate('classes.matrix.other');
  const hasOther = predicted[labels.length] > 0;
  const columns = hasOther ? [...labels, other] : labels;
  const title = translate('classes.matrix.title');
  const table = (): TextTable => ({
    columns: ['split', 'actual', 'decided', 'count'],
    rows: outcomes.flatMap(({ split, matrix: each }) =>
      labels.flatMap((label, row) =>
        [...labels, other].map((decided, at) => [split, label, decided, countAt(each, row, at)]),
      ),
    ),
  });
  return (
    <section className="panel classMatrixPanel" aria-labelledby="class-matrix-title">
      <div className="panelHead">
        <h2 id="class-matrix-title">{title}</h2>
        <CsvButton title={title} name="class-confusion-matrix" tableOf={table} />
      </div>
      <p className="hint">{translate('classes.matrix.lead')}</p>
      <ScrollsSideways name={translate('classes.matrix.scroll')} className="classScroll">
        <table className="classMatrix" aria-labelledby="class-matrix-title">
          <thead>
            <tr>
              <th scope="col">{translate('classes.matrix.corner')}</th>
              {columns.map((label, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a class may be called "other"
                <th key={at} scope="col" className={at === labels.length ? 'classOther' : undefined}>
                  {label}
                </th>
              ))}
              <th scope="col">{translate('classes.matrix.all')}</th>
            </tr>
          </thead>
          <tbody>
            {labels.map((label, row) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {columns.map((_, at) => {
                  const count = countAt(matrix, row, at);
                  const share = actual[row] === 0 ? 0 : count / actual[row];
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a class may be called "other"
                    <MatrixCell key={at} count={formatCount(count)} share={share} isRight={row === at} />
                  );
                })}
                <td className="classTotal">{formatCount(actual[row])}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{translate('classes.matrix.all')}</th>
              {columns.map((_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a class may be called "other"
                <td key={at} className="classTotal">
                  {formatCount(predicted[at])}
                </td>
              ))}
              <td className="classTotal">{formatCount(outcome.agreement.rows)}</td>
            </tr>
          </tfoot>
        </table>
      </ScrollsSideways>
    </section>
  );
}
