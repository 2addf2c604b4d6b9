import { useState } from 'react';
import type { TrainingHistory } from '../../../core/training/history.ts';
import type { TrainingStory } from '../../../core/training/observations.ts';
import { formatCount, formatEdge, formatMetric } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import { ScrollsSideways } from '../../controls/ScrollsSideways.tsx';
import { measureName, observationText, sideName } from './trainingWords.ts';

interface EpochTableProps {
  readonly name: string;
  readonly history: TrainingHistory;
  readonly story: TrainingStory;
  /** The epoch that is read. */
  readonly at: number;
}

/** Rows of one page of the table. */
const PAGE = 100;

/** Every epoch with its numbers and what they show, a page at a time. */
export function EpochTable({ name, history, story, at }: EpochTableProps) {
  const { epochs, measures } = history;
  const [from, setFrom] = useState(0);
  const to = Math.min(epochs.length, from + PAGE);
  const columns = measures.flatMap((measure) => measure.series.map((series) => ({ measure, series })));
  const { best, observations } = story;
  return (
    <>
      {epochs.length > PAGE && (
        <fieldset className="trainingPages">
          <legend className="visuallyHidden">{translate('training.pages')}</legend>
          <button
            type="button"
            className="button"
            disabled={from === 0}
            onClick={() => setFrom(Math.max(0, from - PAGE))}
          >
            {translate('training.earlier')}
          </button>
          <button type="button" className="button" disabled={to === epochs.length} onClick={() => setFrom(from + PAGE)}>
            {translate('training.later')}
          </button>
          {best !== null && (
            <button type="button" className="button" onClick={() => setFrom(Math.floor(best / PAGE) * PAGE)}>
              {translate('training.toLowest')}
            </button>
          )}
          <span className="hint" role="status">
            {translate('training.page', { from: from + 1, to, total: formatCount(epochs.length) })}
          </span>
        </fieldset>
      )}
      <ScrollsSideways name={name} className="trainingScroll">
        <table className="figureTable trainingTable" aria-label={name}>
          <thead>
            <tr>
              <th scope="col">{translate('training.numberHead')}</th>
              {observations !== null && (
                <th scope="col" className="trainingObservation">
                  {translate('training.observationHead')}
                </th>
              )}
              {columns.map(({ measure, series }) => (
                <th key={series.column} scope="col">
                  {translate('training.column', { measure: measureName(measure), side: sideName(series.side) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: to - from }, (_, i) => from + i).map((epoch) => (
              <tr key={epoch} className={epoch === at ? 'isRead' : undefined} aria-current={epoch === at || undefined}>
                <th scope="row">{formatEdge(epochs[epoch])}</th>
                {observations !== null && (
                  <td className="trainingObservation">
                    {epoch === best ? (
                      <strong>{observationText(observations[epoch], story)}</strong>
                    ) : (
                      observationText(observations[epoch], story)
                    )}
                  </td>
                )}
                {columns.map(({ series }) => (
                  <td key={series.column}>{formatMetric(series.values[epoch], 4)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollsSideways>
    </>
  );
}
