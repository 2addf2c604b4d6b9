import { useId, useState } from 'react';
import type { Subject } from '../../core/roles/interpretation.ts';
import type { MulticlassTask } from '../../core/roles/task.ts';
import type { GroupThresholds } from '../../core/slices/groupThresholds.ts';
import { bracketed, pause, sentenceGap } from '../../i18n/joined.ts';
import { subjectText } from '../../i18n/subjectText.ts';
import { translate } from '../../i18n/translate.ts';
import { selectTask, selectView } from '../../state/classSelectors.ts';
import { selectLabelsTask } from '../../state/labelSelectors.ts';
import { SAMPLES } from '../../state/samples.ts';
import { selectDivisor, selectEvaluation, selectEvaluations } from '../../state/selectors.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';
import { RadioGroup } from '../controls/RadioGroup.tsx';
import { ColumnsPanel } from '../panels/Columns/ColumnsPanel.tsx';
import { ModelChoice } from '../panels/Models/ModelChoice.tsx';
import './ContextLine.css';

/** The first and the last of the columns that hold the classes' scores. */
function endColumns({ classes }: MulticlassTask) {
  const columns = classes.flatMap(({ column }) => (column === null ? [] : [column]));
  return { first: columns[0], last: columns.at(-1) ?? '' };
}

interface SubjectLineProps {
  readonly subject: Subject;
  readonly rows: number;
  readonly all: number;
}

/** That everything is about one group, which, and the way back. */
function SubjectLine({ subject, rows, all }: SubjectLineProps) {
  const { setSubject } = useActions();
  return (
    <p className="contextSubject" role="status">
      {translate('subject.said')} <strong>{subjectText(subject)}</strong>
      {bracketed(translate('subject.rows', { rows, all }))}
      {' · '}
      <button type="button" className="linkButton" onClick={() => void setSubject(null)}>
        {translate('subject.back')}
      </button>
    </p>
  );
}

/** That groups have thresholds of their own, which most of the page knows nothing of. */
function GroupsLine({ groups }: { readonly groups: GroupThresholds }) {
  const { setView, setGroups } = useActions();
  const columns = groups.grouping.by.map(({ column }) => column).join(' × ');
  return (
    <p className="contextSubject" role="status">
      {translate('policy.said', { columns })}
      {sentenceGap()}
      <button type="button" className="linkButton" onClick={() => setView('slices')}>
        {translate('policy.see')}
      </button>
      {' · '}
      <button type="button" className="linkButton" onClick={() => setGroups(null)}>
        {translate('policy.clear')}
      </button>
    </p>
  );
}

/** One line that says what was read and how it was understood, and which split is in view. */
export function ContextLine() {
  const opened = useTuner((state) => state.opened);
  const shown = useTuner(selectEvaluation);
  const evaluations = useTuner(selectEvaluations);
  const view = useTuner(selectView);
  const divisor = useTuner(selectDivisor);
  const task = useTuner(selectTask);
  const labels = useTuner(selectLabelsTask);
  const isPreparing = useTuner((state) => state.isPreparing);
  const introduction = useTuner((state) => state.deploy.introduction);
  const groups = useTuner((state) => state.decision.groups);
  const { setSplit } = useActions();
  const [isChanging, setIsChanging] = useState(false);
  const columnsId = useId();
  if (opened === null || shown === null) return null;

  const { accounting, interpretation, transform, recalibration } = opened.prepared;
  const outside = accounting.skipped.find(({ reason }) => reason === 'outsideSubject')?.count ?? 0;
  const skipped = accounting.read - accounting.kept - outside;
  const origin = opened.origin;
  const sample = origin.kind === 'page' ? SAMPLES.find(({ id }) => id === origin.data) : undefined;
  const { label, positiveLabel, score, scoreReading, recalibratedOn, split, weight } = interpretation;
  const isRecalibrated = recalibration !== null && !('problem' in recalibration);
  const isAllLabels = view === 'classes' && labels !== null;
  const isAllClasses = view === 'classes' && task !== null;
  return (
    <section className="context" aria-label={translate('context.section')}>
      <p className="contextLine">
        {sample !== undefined && <span className="sampleBadge">{translate('context.sample')}</span>}
        {opened.title !== null && (
          <>
            <strong>{opened.title}</strong> ·{' '}
          </>
        )}
        <strong>{opened.name}</strong> · {translate('context.rows', { read: accounting.read, skipped })}{' '}
        <span className="contextRoles">
          {!isAllLabels && (
            <>
              {translate('context.label')} <strong>{label}</strong>{' '}
            </>
          )}
          {isAllLabels &&
            translate('context.labels', {
              labels: labels.labels.length,
              first: labels.labels[0].label,
              last: labels.labels.at(-1)?.label ?? '',
            })}
          {isAllLabels ? null : isAllClasses ? (
            translate('context.classes', { classes: task.classes.length, ...endColumns(task) })
          ) : (
            <>
              {translate(task === null ? 'context.positive' : 'context.oneVersusRest', { label: positiveLabel })}
              {pause()}
              {translate('context.score')} <strong>{score}</strong>
            </>
          )}
          {divisor !== 1 && bracketed(translate('context.divided', { divisor }))}
          {scoreReading.kind !== 'asIs' &&
            bracketed(translate(`scoreReading.${scoreReading.kind}`, { ...scoreReading }))}
          {transform !== 'none' && bracketed(translate(`transform.${transform}`))}
          {isRecalibrated && bracketed(translate('context.recalibrated', { split: recalibratedOn ?? '' }))}
          {split !== null && (
            <>
              {pause()}
              {translate(opened.prepared.folds === null ? 'context.split' : 'context.folds')} <strong>{split}</strong>
            </>
          )}
          {weight !== null && (
            <>
              {pause()}
              {translate('context.weight')} <strong>{weight}</strong>
            </>
          )}
          {view === 'tune' && (
            <span className="contextChange">
              {' · '}
              <button
                type="button"
                className="linkButton"
                aria-expanded={isChanging}
                aria-controls={isChanging ? columnsId : undefined}
                onClick={() => setIsChanging(!isChanging)}
              >
                {translate(isChanging ? 'context.done' : 'context.change')}
              </button>
            </span>
          )}
          {isPreparing && <span role="status"> {translate('context.preparing')}</span>}
        </span>
      </p>
      {interpretation.subject !== undefined && (
        <SubjectLine subject={interpretation.subject} rows={accounting.kept} all={accounting.kept + outside} />
      )}
      {groups !== null && view !== 'slices' && <GroupsLine groups={groups} />}
      {evaluations.length > 1 && (
        <RadioGroup
          label={translate('context.evaluateOn')}
          isLabelShown
          value={shown.split}
          options={evaluations.map(({ split: name }) => ({ value: name, shown: name }))}
          onChange={setSplit}
        />
      )}
      <ModelChoice />
      {sample !== undefined && (
        <p className="contextQuestion hint">
          {translate(`sample.${sample.id}.question`)}
          {sentenceGap()}
          {translate(`sample.${sample.id}.origin`)}
        </p>
      )}
      {introduction !== null && origin.kind === 'page' && <p className="contextQuestion">{introduction}</p>}
      {view === 'tune' && isChanging && (
        <div id={columnsId} className="contextColumns">
          <ColumnsPanel />
        </div>
      )}
    </section>
  );
}
