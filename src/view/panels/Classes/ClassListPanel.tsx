import { useMemo } from 'react';
import { translate } from '../../../i18n/translate.ts';
import { CLASS_ORDERS, type ClassOrder } from '../../../state/classChoice.ts';
import { classTable, selectClassThresholds, selectPartRanges } from '../../../state/classSelectors.ts';
import { selectPartOutcomes, shownOf } from '../../../state/labelSelectors.ts';
import type { TextTable } from '../../../state/tables.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { ClassCard } from './ClassCard.tsx';
import { CsvButton } from './CsvButton.tsx';
import './classes.css';

const COLUMNS = ['support', 'threshold', 'precision', 'recall', 'f1', 'rocAuc', 'averagePrecision'] as const;

/** Every class by itself, as small multiples on the same plan. */
export function ClassListPanel() {
  const task = useTuner((state) => state.opened?.prepared.task ?? null);
  const ranges = useTuner(selectPartRanges);
  const outcomes = useTuner(selectPartOutcomes);
  const outcome = useTuner((state) => shownOf(state, selectPartOutcomes(state)));
  const thresholds = useTuner(selectClassThresholds);
  const order = useTuner((state) => state.classOrder);
  const kind = useTuner((state) => state.decision.classes.kind);
  const { setClassOrder } = useActions();
  const rows = useMemo(
    () => (task === null || outcome === null ? [] : classTable(task, outcome, thresholds, order)),
    [task, outcome, thresholds, order],
  );
  if (task === null || ranges === null || outcome === null) return null;
  const isLabels = task.kind === 'multilabel';
  const title = translate(isLabels ? 'labels.list.title' : 'classes.list.title');
  const table = (): TextTable => ({
    columns: ['split', isLabels ? 'label' : 'class', 'column', ...COLUMNS],
    rows: outcomes.flatMap((each) =>
      classTable(task, each, thresholds, 'file').map((row) => {
        return [each.split, row.label, row.column ?? '', ...COLUMNS.map((name) => row[name])];
      }),
    ),
  });
  return (
    <section className="panel classesWide" aria-labelledby="class-list-title">
      <div className="panelHead">
        <h2 id="class-list-title">{title}</h2>
        <span className="classListTools">
          <label className="classOrder">
            <span className="hint">{translate('classes.list.order')}</span>
            <select
              className="select"
              value={order}
              onChange={(event) => setClassOrder(event.currentTarget.value as ClassOrder)}
            >
              {CLASS_ORDERS.map((value) => (
                <option key={value} value={value}>
                  {translate(`classes.order.${value}`)}
                </option>
              ))}
            </select>
          </label>
          <CsvButton title={title} name={isLabels ? 'labels' : 'classes'} tableOf={table} />
        </span>
      </div>
      <p className="hint">{translate(isLabels ? 'labels.list.lead' : 'classes.list.lead')}</p>
      <ul className="classCards">
        {rows.map((row) => (
          <ClassCard
            key={row.place}
            row={row}
            range={ranges[row.place]}
            ofClass={outcome.overview.classes[row.place].ofClass}
            ofOthers={outcome.overview.classes[row.place].ofOthers}
            isInForce={isLabels || kind === 'thresholds'}
            isLabel={isLabels}
          />
        ))}
      </ul>
    </section>
  );
}
