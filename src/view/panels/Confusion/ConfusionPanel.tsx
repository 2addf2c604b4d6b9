import { useRef } from 'react';
import { outcomeConditions, outcomeConditionsAt } from '../../../core/cases/caseSelection.ts';
import type { Confusion } from '../../../core/scores/confusion.ts';
import { formatCount, formatPercent } from '../../../i18n/format.ts';
import { type TextKey, translate } from '../../../i18n/translate.ts';
import { selectTask } from '../../../state/classSelectors.ts';
import { selectDecidingGroups } from '../../../state/fairnessSelectors.ts';
import { selectConfusion, selectEvaluation, selectRule, selectThreshold } from '../../../state/selectors.ts';
import type { TextTable } from '../../../state/tables.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import type { MatrixShare } from '../../../state/viewState.ts';
import { pictureOf } from '../../charts/chartPicture.ts';
import { PictureButtons } from '../../charts/PictureButtons.tsx';
import './ConfusionPanel.css';

const SHARES: readonly MatrixShare[] = ['actual', 'predicted', 'all'];

type Cell = keyof Confusion;

/** Of what a cell's share is a share. */
function wholeOf(cell: Cell, { tp, fp, fn, tn }: Confusion, share: MatrixShare): number {
  if (share === 'all') return tp + fp + fn + tn;
  if (share === 'actual') return cell === 'tp' || cell === 'fn' ? tp + fn : fp + tn;
  return cell === 'tp' || cell === 'fp' ? tp + fp : fn + tn;
}

function MatrixCell({
  cell,
  confusion,
  share,
}: {
  readonly cell: Cell;
  readonly confusion: Confusion;
  readonly share: MatrixShare;
}) {
  const { showCases } = useActions();
  // Cases follow the thresholds of groups, the matrix the one: the rows behind its count are asked for by their score.
  const isByGroup = useTuner((state) => selectDecidingGroups(state) !== null);
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  const whole = wholeOf(cell, confusion, share);
  const name = translate(`matrix.${cell}` as TextKey);
  return (
    <td className={`cell cell-${cell}`}>
      <span className="cellHead">
        <span className="cellName">{name}</span>
        <span className="cellShare">{formatPercent(whole === 0 ? Number.NaN : confusion[cell] / whole)}</span>
      </span>
      <button
        type="button"
        className="cellCount"
        aria-label={translate('matrix.show', { count: formatCount(confusion[cell]), name })}
        onClick={() => showCases(isByGroup ? outcomeConditionsAt(cell, threshold, rule) : outcomeConditions(cell))}
      >
        {formatCount(confusion[cell])}
      </button>
    </td>
  );
}

/** The four counts of one split at one threshold, each with its share of the actual class, in full precision. */
function matrixTable(confusion: Confusion, split: string, rule: string, threshold: number): TextTable {
  const rows = (['tp', 'fn', 'fp', 'tn'] as const).map((cell) => [
    split,
    rule,
    threshold,
    cell === 'tp' || cell === 'fn' ? 'positive' : 'negative',
    cell === 'tp' || cell === 'fp' ? 'flagged' : 'not flagged',
    confusion[cell],
    confusion[cell] / wholeOf(cell, confusion, 'actual'),
    confusion[cell] / wholeOf(cell, confusion, 'predicted'),
    confusion[cell] / wholeOf(cell, confusion, 'all'),
  ]);
  const shares = ['share_of_actual', 'share_of_predicted', 'share_of_all'];
  return { columns: ['split', 'rule', 'threshold', 'actual', 'decision', 'count', ...shares], rows };
}

/** The matrix as CSV and as a picture. */
function MatrixActions({ takeTable }: { readonly takeTable: () => Element | null }) {
  const confusion = useTuner(selectConfusion);
  const split = useTuner((state) => selectEvaluation(state)?.split ?? '');
  const rule = useTuner(selectRule);
  const threshold = useTuner(selectThreshold);
  const share = useTuner((state) => state.matrixShare);
  const { downloadTable, savePicture, copyPicture, viewNote } = useActions();
  const title = translate('matrix.title');
  if (confusion === null) return null;
  return (
    <span className="chartActions">
      <button
        type="button"
        className="chartButton"
        aria-label={translate('chart.csvOf', { title })}
        onClick={() => downloadTable('confusion-matrix', matrixTable(confusion, split, rule, threshold))}
      >
        {translate('chart.csv')}
      </button>
      <PictureButtons
        title={title}
        takePicture={() => {
          const table = takeTable();
          const subtitle = translate(`matrix.share.${share}` as TextKey);
          return table === null ? null : pictureOf({ title, subtitle, parts: [table], note: viewNote() });
        }}
        onPicture={(picture) => savePicture('confusion-matrix', picture)}
        onCopyPicture={copyPicture}
      />
    </span>
  );
}

/** The four counts: hue is the actual class, solid is flagged, as on the rail. */
export function ConfusionPanel() {
  const confusion = useTuner(selectConfusion);
  const share = useTuner((state) => state.matrixShare);
  const interpretation = useTuner((state) => state.opened?.prepared.interpretation);
  const task = useTuner(selectTask);
  const { setMatrixShare } = useActions();
  const table = useRef<HTMLTableElement>(null);
  if (confusion === null || interpretation === undefined) return null;
  const cell = (name: Cell) => <MatrixCell cell={name} confusion={confusion} share={share} />;
  return (
    <section className="panel confusionPanel" aria-labelledby="matrix-title">
      <div className="panelHead">
        <h2 id="matrix-title">{translate('matrix.title')}</h2>
        <select
          className="select selectQuiet"
          aria-label={translate('matrix.share')}
          value={share}
          onChange={(event) => setMatrixShare(event.currentTarget.value as MatrixShare)}
        >
          {SHARES.map((value) => (
            <option key={value} value={value}>
              {translate(`matrix.share.${value}` as TextKey)}
            </option>
          ))}
        </select>
      </div>
      <table className="matrix" ref={table} aria-labelledby="matrix-title">
        <thead>
          <tr>
            <td />
            <th scope="col">{translate('matrix.flagged')}</th>
            <th scope="col">{translate('matrix.notFlagged')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{translate('matrix.positive')}</th>
            {cell('tp')}
            {cell('fn')}
          </tr>
          <tr>
            <th scope="row">{translate('matrix.negative')}</th>
            {cell('fp')}
            {cell('tn')}
          </tr>
        </tbody>
      </table>
      <div className="matrixFoot">
        <p className="hint">
          {translate(task === null ? 'matrix.note' : 'matrix.noteRest', {
            label: interpretation.label,
            positive: interpretation.positiveLabel,
          })}
        </p>
        <MatrixActions takeTable={() => table.current} />
      </div>
    </section>
  );
}
