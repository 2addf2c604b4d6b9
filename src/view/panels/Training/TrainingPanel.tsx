import { useMemo, useState } from 'react';
import { lossOf, PATIENCE, type TrainingStory, trainingStory } from '../../../core/training/observations.ts';
import { formatMetric } from '../../../i18n/format.ts';
import { joinedList, joinedSentences } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import type { Training } from '../../../state/trainingSlice.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { Term } from '../../controls/Term.tsx';
import { EpochTable } from './EpochTable.tsx';
import { TrainingFigure } from './TrainingFigure.tsx';
import { epochName, heldOutName } from './trainingWords.ts';
import './Training.css';

/** Figures of one history; of a file with more measures the others stand in the table. */
const MOST_FIGURES = 6;

/** Every training whose history was opened: how it went, epoch by epoch. */
export function TrainingPanel() {
  const trainings = useTuner((state) => state.trainings);
  return trainings.map((training) => (
    <OneTraining key={training.source.name} training={training} isOnly={trainings.length === 1} />
  ));
}

function OneTraining({ training, isOnly }: { readonly training: Training; readonly isOnly: boolean }) {
  const { history, source } = training;
  const { dropTraining } = useActions();
  const hasData = useTuner((state) => state.opened !== null);
  const story = useMemo(() => trainingStory(history), [history]);
  const [at, setAt] = useState(story.best ?? history.epochs.length - 1);
  const figures = history.measures.slice(0, MOST_FIGURES);
  const title = translate('training.title', { file: source.name });
  return (
    <>
      <section className="panel trainingPanel" aria-label={title}>
        <div className="panelHead">
          <h2>{title}</h2>
          <button
            type="button"
            className="button"
            aria-label={translate('training.removeOf', { file: source.name })}
            onClick={() => dropTraining(training)}
          >
            {translate('training.remove')}
          </button>
        </div>
        <p className="trainingVerdict">{verdictText(training, story)}</p>
        <p className="trainingTerms">
          <Term explain={() => <p>{translate('training.explain')}</p>}>{translate('training.term')}</Term>{' '}
          {story.observations !== null && (
            <Term explain={() => <p>{translate('training.rules', { patience: PATIENCE })}</p>}>
              {translate('training.rulesTerm')}
            </Term>
          )}
        </p>
        <Notes training={training} hasData={hasData} />
      </section>
      <div className="trainingFigures sheetPairs">
        {figures.map((measure) => (
          <TrainingFigure
            key={measure.stem}
            {...{ history, story, measure, at }}
            file={source.name}
            isNamed={!isOnly}
            onAt={setAt}
          />
        ))}
      </div>
      <section className="panel trainingPanel" aria-label={translate('training.epochs', { file: source.name })}>
        <h2>{translate('training.epochs', { file: source.name })}</h2>
        <EpochTable name={translate('training.table', { file: source.name })} {...{ history, story, at }} />
      </section>
    </>
  );
}

/** How the training went, in a sentence or two. */
function verdictText({ history }: Training, story: TrainingStory): string {
  const { best, verdict, lostAt } = story;
  const loss = lossOf(history);
  const heldOut = loss?.series.find(({ side }) => side === story.heldOut);
  return translate(`training.verdict.${verdict}`, {
    heldOut: heldOutName(story),
    ...(best === null
      ? {}
      : { best: epochName(history, best), loss: formatMetric(heldOut?.values[best] ?? Number.NaN) }),
    ...(lostAt === null ? {} : { lost: epochName(history, lostAt) }),
  });
}

function Notes({ training, hasData }: { readonly training: Training; readonly hasData: boolean }) {
  const { runStarts, unnumbered, repeatedHeads, numbering, aside, measures } = training.history;
  const more = measures.length - MOST_FIGURES;
  const notes = [
    ...(runStarts.length > 1
      ? [joinedSentences([translate('training.runs', { count: runStarts.length - 1 }), translate('training.lastRun')])]
      : []),
    ...(repeatedHeads > 0 ? [translate('training.repeatedHeads', { count: repeatedHeads })] : []),
    ...(unnumbered > 0 ? [translate('training.unnumbered', { count: unnumbered })] : []),
    ...(numbering === 'row' ? [translate('training.notNumbered')] : []),
    ...(aside.length > 0 ? [translate('training.aside', { columns: joinedList(aside) })] : []),
    ...(more > 0 ? [translate('training.more', { count: more })] : []),
    ...(hasData ? [translate('training.beside')] : []),
  ];
  return notes.map((note) => (
    <p key={note} className="hint">
      {note}
    </p>
  ));
}
