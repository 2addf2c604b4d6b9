import { type ReactNode, useId, useRef } from 'react';
import { translate } from '../../i18n/translate.ts';
import { chartPicture } from './chartPicture.ts';
import { DataTable, type ReadableTable } from './DataTable.tsx';
import { PictureButtons, type PictureWays } from './PictureButtons.tsx';
import './charts.css';

interface ChartFigureProps extends PictureWays {
  readonly title: string;
  /** The same title as a word that explains the chart. */
  readonly heading?: ReactNode;
  readonly aside?: ReactNode;
  /** The marker's values, which follow the threshold; null without a marker. */
  readonly readout: ReactNode;
  /** What is worth knowing about this very chart, in view. */
  readonly notes?: readonly string[];
  /** How to use and read the chart, in one line. */
  readonly hint: string;
  /** What the chart shows, for those who do not see it. */
  readonly description: ReactNode;
  /** Why there is no chart, in its place. */
  readonly absence?: string | null;
  readonly readTable: () => ReadableTable;
  readonly onDownload: () => void;
  /** What a picture is taken of, in one line. */
  readonly readNote: () => string;
  readonly children: ReactNode;
}

/** The frame of every chart: its title is its name, and the same data can be read as a table. */
export function ChartFigure({
  title,
  heading = title,
  aside,
  readout,
  notes = [],
  hint,
  description,
  absence = null,
  readTable,
  onDownload,
  onPicture,
  onCopyPicture,
  readNote,
  children,
}: ChartFigureProps) {
  const figure = useRef<HTMLElement>(null);
  const titleId = useId();
  const descriptionId = useId();
  return (
    <figure ref={figure} className="panel chart" aria-labelledby={titleId} aria-describedby={descriptionId}>
      <div className="chartHead">
        <h2 id={titleId}>{heading}</h2>
        <div className="chartAside">{aside}</div>
      </div>
      {readout !== null && absence === null && <p className="chartReadout">{readout}</p>}
      {absence === null ? (
        children
      ) : (
        <p className="plotAbsence" id={descriptionId}>
          {absence}
        </p>
      )}
      {notes.map((note) => (
        <p className="chartNote" key={note}>
          {note}
        </p>
      ))}
      <figcaption className="chartFoot">
        {absence === null && (
          <>
            <span className="chartHint">{hint}</span>
            <span className="visuallyHidden" id={descriptionId}>
              {description}
            </span>
          </>
        )}
        <span className="chartActions">
          <DataTable title={title} readTable={readTable} onDownload={onDownload} />
          <button
            type="button"
            className="chartButton"
            aria-label={translate('chart.csvOf', { title })}
            onClick={onDownload}
          >
            {translate('chart.csv')}
          </button>
          {absence === null && (
            <PictureButtons
              title={title}
              takePicture={() => (figure.current === null ? null : chartPicture(figure.current, readNote()))}
              onPicture={onPicture}
              onCopyPicture={onCopyPicture}
            />
          )}
        </span>
      </figcaption>
    </figure>
  );
}
