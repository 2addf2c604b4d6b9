import { useRef } from 'react';
import type { CorrectionReport } from '../../../core/cases/correctLabels.ts';
import { thresholdMetric } from '../../../core/metrics/catalog.ts';
import { confusionAt } from '../../../core/scores/confusion.ts';
import type { Evaluation } from '../../../core/scores/evaluation.ts';
import { formatCount, formatMetric } from '../../../i18n/format.ts';
import { sentenceGap } from '../../../i18n/joined.ts';
import { type TextKey, translate } from '../../../i18n/translate.ts';
import { selectEvaluation, selectRule, selectThreshold } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';

const METRICS = ['precision', 'recall', 'f1', 'specificity', 'accuracy'] as const;
/** What may have become of a row of the file, besides a changed label. */
const REMARKS = ['confirmed', 'unknown', 'contradictory', 'noClass', 'empty'] as const;

/** Labels that somebody corrected, and what the metrics are with them. */
export function CorrectionsPanel() {
  const field = useRef<HTMLInputElement>(null);
  const prepared = useTuner((state) => state.opened?.prepared);
  const corrections = useTuner((state) => state.corrections);
  const { readCorrections, dropCorrections } = useActions();
  const here = corrections !== null && corrections.of === prepared ? corrections : null;
  return (
    <section className="panel correctionsPanel" aria-labelledby="corrections-title">
      <h2 id="corrections-title">{translate('corrections.title')}</h2>
      <p className="hint">{translate('corrections.lead')}</p>
      <input
        ref={field}
        className="visuallyHidden"
        type="file"
        tabIndex={-1}
        aria-label={translate('corrections.picker')}
        accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,text/csv,application/json"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])].map((file) => ({ name: file.name, blob: file }));
          event.currentTarget.value = '';
          if (files.length > 0) void readCorrections(files);
        }}
      />
      <p className="correctionsActions">
        <button type="button" className="button" onClick={() => field.current?.click()}>
          {translate('corrections.read')}
        </button>{' '}
        {here !== null && (
          <button type="button" className="button" onClick={dropCorrections}>
            {translate('corrections.drop')}
          </button>
        )}
      </p>
      <div role="status">
        {here !== null &&
          ('problem' in here.found ? (
            <p>{translate(`corrections.problem.${here.found.problem}`, { file: here.file })}</p>
          ) : (
            <Report file={here.file} report={here.found.report} />
          ))}
      </div>
      {here !== null && 'evaluations' in here.found && <BesideEachOther corrected={here.found.evaluations} />}
    </section>
  );
}

function Report({ file, report }: { readonly file: string; readonly report: CorrectionReport }) {
  return (
    <>
      <p>
        {translate('corrections.changed', { file, read: report.read, changed: report.changed })}
        {sentenceGap()}
        {translate(`corrections.by.${report.by}`)}
      </p>
      <ul className="hint">
        {REMARKS.filter((remark) => report[remark] > 0).map((remark) => (
          <li key={remark}>{translate(`corrections.${remark}`, { count: report[remark] })}</li>
        ))}
      </ul>
    </>
  );
}

/** The split in view at the present threshold, with the labels before and after. */
function BesideEachOther({ corrected }: { readonly corrected: readonly Evaluation[] }) {
  const before = useTuner(selectEvaluation);
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  const after = corrected.find(({ split }) => split === before?.split);
  if (before === null || after === undefined) return null;
  const both = [before, after];
  const confusions = both.map(({ index }) => confusionAt(index, threshold, rule));
  const rows = [
    { name: translate('corrections.positives'), cells: both.map(({ positives }) => formatCount(positives)) },
    ...(['tp', 'fp', 'fn', 'tn'] as const).map((cell) => ({
      name: translate(`outcome.${cell}.long`),
      cells: confusions.map((confusion) => formatCount(confusion[cell])),
    })),
    ...METRICS.map((id) => ({
      name: translate(`metric.${id}.name` as TextKey),
      cells: confusions.map((confusion) => formatMetric(thresholdMetric(id).of(confusion, threshold))),
    })),
    {
      name: translate('metric.rocAuc.name'),
      cells: both.map(({ scoreMetrics }) => formatMetric(scoreMetrics.rocAuc)),
    },
  ];
  return (
    <table className="figureTable" aria-label={translate('corrections.table', { split: before.split })}>
      <thead>
        <tr>
          <th scope="col">{translate('corrections.metric')}</th>
          <th scope="col">{translate('corrections.before')}</th>
          <th scope="col">{translate('corrections.after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, cells: [first, second] }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{first}</td>
            <td>{second}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
