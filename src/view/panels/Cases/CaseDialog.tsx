import { useEffect, useState } from 'react';
import { sideOf } from '../../../core/scores/confusion.ts';
import { formatMetric, formatThreshold } from '../../../i18n/format.ts';
import { sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import type { WholeCase } from '../../../state/caseList.ts';
import { selectDecidingGroups } from '../../../state/fairnessSelectors.ts';
import {
  selectHasFiles,
  selectHasLines,
  selectInterpretation,
  selectRule,
  selectThreshold,
} from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { Dialog } from '../../controls/Dialog.tsx';
import { CaseLabel } from './CaseLabel.tsx';
import { CaseTrace } from './CaseTrace.tsx';
import type { CaseAnswer } from './useCaseWindow.ts';

interface CaseDialogProps {
  /** Its place in the dataset. */
  readonly row: number;
  readonly answer: CaseAnswer;
  readonly active: number;
  readonly onActive: (active: number) => void;
}

/** One row in full; Escape leads back to the list. */
export function CaseDialog({ row, answer, active, onActive }: CaseDialogProps) {
  const prepared = useTuner((state) => state.opened?.prepared);
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  const groups = useTuner(selectDecidingGroups);
  const hasLines = useTuner(selectHasLines);
  const hasFiles = useTuner(selectHasFiles);
  const { fetchCase, setOpenCase } = useActions();
  const [whole, setWhole] = useState<WholeCase | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading or threshold changes the answer
  useEffect(() => {
    let isCurrent = true;
    void fetchCase(row).then((found) => {
      if (isCurrent && found !== null) setWhole(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [row, fetchCase, prepared, threshold, rule, groups]);

  const { page, offset } = answer;
  const step = (by: number) => {
    const next = page.rows[active + by - offset];
    if (next === undefined) return;
    onActive(active + by);
    setOpenCase(next.row);
  };
  const shown = page.rows.find((each) => each.row === row) ?? whole;
  const line = String(shown?.line ?? row + 1);
  const place = hasFiles
    ? translate('case.inFile', { line, file: shown?.file ?? '' })
    : translate(hasLines ? 'case.line' : 'case.row', { line });
  return (
    <Dialog title={translate('case.title', { place })} onClose={() => setOpenCase(null)}>
      <div className="caseSteps">
        <button
          type="button"
          className="button"
          disabled={page.rows[active - 1 - offset] === undefined}
          onClick={() => step(-1)}
        >
          {translate('case.previous')}
        </button>
        <button
          type="button"
          className="button"
          disabled={page.rows[active + 1 - offset] === undefined}
          onClick={() => step(1)}
        >
          {translate('case.next')}
        </button>
        <span className="hint">{translate('case.place', { place: active + 1, total: page.total })}</span>
      </div>
      {whole !== null && whole.row === row && (
        <>
          <Why whole={whole} />
          <CaseLabel key={row} row={row} />
          <CaseTrace whole={whole} />
          {whole.classes.length > 0 && <ClassBars classes={whole.classes} />}
          <table className="figureTable caseCells" aria-label={translate('case.columns')}>
            <thead>
              <tr>
                <th scope="col">{translate('case.column')}</th>
                <th scope="col">{translate('case.value')}</th>
              </tr>
            </thead>
            <tbody>
              {whole.names.map((name, at) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{whole.cells[at]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Dialog>
  );
}

/** Why the row falls on its side, and how far from the line it lies. */
function Why({ whole }: { readonly whole: WholeCase }) {
  const interpretation = useTuner(selectInterpretation);
  if (interpretation === null) return null;
  const { score, threshold, isFlagged, isPositive, outcome } = whole;
  const { positiveLabel, negativeLabel } = interpretation;
  const negative = negativeLabel ?? translate('case.not', { label: positiveLabel });
  return (
    <p className="caseWhy">
      {translate(isFlagged ? 'case.why.flagged' : 'case.why.notFlagged', {
        score: formatThreshold(score),
        side: translate(`case.side.${sideOf(score, threshold)}`),
        threshold: formatThreshold(threshold),
      })}
      {sentenceGap()}
      {translate(`case.truth.${outcome}`, { label: isPositive ? positiveLabel : negative })}
      {sentenceGap()}
      {Number.isFinite(threshold) && translate('case.away', { distance: formatThreshold(Math.abs(score - threshold)) })}
    </p>
  );
}

/** A bar for each class, as long as its score where that lies in [0, 1]. */
function ClassBars({ classes }: Pick<WholeCase, 'classes'>) {
  const isUnit = classes.every(({ score }) => score >= 0 && score <= 1);
  return (
    <table className="figureTable caseClasses" aria-label={translate('case.classes')}>
      <tbody>
        {classes.map(({ label, score, isTrue }) => (
          <tr key={label}>
            <th scope="row">
              {label}
              {isTrue && <span className="hint"> {translate('case.trueClass')}</span>}
            </th>
            <td>{formatMetric(score)}</td>
            <td aria-hidden="true" className="caseBarCell">
              {isUnit && (
                <span className={isTrue ? 'caseBar caseBarTrue' : 'caseBar'} style={{ width: `${score * 100}%` }} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
