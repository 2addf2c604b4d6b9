import { type ReactNode, useMemo } from 'react';
import type { Prepared } from '../../../core/prepare/prepared.ts';
import type { Evaluation } from '../../../core/scores/evaluation.ts';
import { curvePoints, datasetStages, type Shape } from '../../../core/trace/datasetStages.ts';
import { formatMetric, formatThreshold } from '../../../i18n/format.ts';
import { joinedPhrases, joinedSentences, sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectConfusion, selectEvaluation, selectRule, selectThreshold } from '../../../state/selectors.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { Term } from '../../controls/Term.tsx';
import { useSplitName } from '../../terms/useSplitName.ts';
import './Stages.css';

/** Cells of the example row; wider files have their rows below. */
const MOST_CELLS = 6;

/** The whole data set from the file to its curve, each stage with its shape; what the file does not hold is named as that. */
export function StagesPanel() {
  const prepared = useTuner((state) => state.opened?.prepared);
  const evaluation = useTuner(selectEvaluation);
  if (prepared === undefined || evaluation === null) return null;
  return <Stages prepared={prepared} evaluation={evaluation} />;
}

function Stages({ prepared, evaluation }: { readonly prepared: Prepared; readonly evaluation: Evaluation }) {
  const summary = useTuner((state) => state.opened?.dataset.summary);
  const trainings = useTuner((state) => state.trainings);
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  const confusion = useTuner(selectConfusion);
  const nameOf = useSplitName();
  const points = useMemo(() => curvePoints(evaluation.index), [evaluation]);
  if (summary === undefined || confusion === null) return null;
  const { columns, firstRows } = summary;
  const histories = trainings.map(({ history }) => history);
  const stages = datasetStages(prepared, columns.length, histories, evaluation, points, confusion, threshold);
  const { load, split, normalise, train, predict, curve } = stages;
  const [example] = firstRows;
  const scoreAt = columns.findIndex(({ name }) => name === prepared.interpretation.score);
  const parts = joinedPhrases(split.parts.map((part) => translate('stages.part', part)));
  return (
    <section className="panel stages" aria-labelledby="stages-title">
      <div className="panelHead">
        <h2 id="stages-title">{translate('stages.title')}</h2>
        <Term explain={() => <p>{translate('stages.explain')}</p>}>{translate('stages.term')}</Term>
      </div>
      <ol className="stageList" aria-label={translate('stages.list')}>
        <Stage name={translate('stages.load')} shape={load.shape}>
          {translate('stages.loadText', { ...load.shape, kept: load.kept, skipped: load.skipped })}
          {sentenceGap()}
          {example !== undefined &&
            translate('stages.example', {
              cells: joinedPhrases(
                columns
                  .slice(0, MOST_CELLS)
                  .map(({ name }, at) => translate('stages.exampleCell', { column: name, cell: example[at] })),
              ),
            })}
        </Stage>
        <Stage name={translate('stages.split')} shape={split.shape}>
          {split.column === null
            ? translate('stages.splitNone', { rows: load.kept })
            : translate('stages.splitText', { column: split.column, parts })}
        </Stage>
        <Stage name={translate('stages.normalise')} shape={normalise.shape}>
          {translate('stages.normaliseText')}
        </Stage>
        <Stage name={translate('stages.train')} shape={train.shape}>
          {train.histories.length === 0
            ? translate('stages.trainNone')
            : joinedSentences(
                train.histories.map(({ epochs }, at) =>
                  translate('stages.trainText', { epochs, file: trainings[at].source.name }),
                ),
              )}
        </Stage>
        <Stage name={translate('stages.predict')} shape={predict.shape}>
          {translate('stages.predictText', {
            split: nameOf(evaluation.split),
            low: formatThreshold(predict.low),
            high: formatThreshold(predict.high),
          })}
          {sentenceGap()}
          {example !== undefined && scoreAt >= 0 && translate('stages.predictExample', { score: example[scoreAt] })}
        </Stage>
        <Stage name={translate('stages.curve')} shape={curve.shape}>
          {translate('stages.curveText', {
            points: curve.shape.rows,
            rule: rule === '>=' ? '≥' : '>',
            threshold: formatThreshold(threshold),
            precision: formatMetric(curve.precision),
            recall: formatMetric(curve.recall),
          })}
        </Stage>
      </ol>
    </section>
  );
}

interface StageProps {
  readonly name: string;
  readonly shape: Shape | null;
  readonly children: ReactNode;
}

function Stage({ name, shape, children }: StageProps) {
  return (
    <li className={shape === null ? 'stage isAbsent' : 'stage'}>
      <strong>{name}</strong>{' '}
      <span className="stageShape">
        {shape === null ? translate('stages.shapeNone') : translate('stages.shape', { ...shape })}
      </span>{' '}
      <span className="stageText">{children}</span>
    </li>
  );
}
