import { useMemo } from 'react';
import { placesOf, type TrainingHistory, type TrainingMeasure } from '../../../core/training/history.ts';
import { lossOf, type TrainingStory } from '../../../core/training/observations.ts';
import { formatMetric } from '../../../i18n/format.ts';
import { colon, joinedSentences } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { useTakeAway } from '../../chartState/useTakeAway.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { Readout, valuesText } from '../../charts/Readout.tsx';
import { TrainingChart } from '../../charts/TrainingChart.tsx';
import { ChartTerm } from '../../terms/ChartTerm.tsx';
import { epochName, heldOutName, measureName, sideName } from './trainingWords.ts';

interface TrainingFigureProps {
  readonly file: string;
  /** Whether the file's name tells this figure from another one on the page. */
  readonly isNamed: boolean;
  readonly history: TrainingHistory;
  readonly story: TrainingStory;
  readonly measure: TrainingMeasure;
  /** The epoch that is read, in all figures of the history. */
  readonly at: number;
  readonly onAt: (at: number) => void;
}

/** Rows of the table behind the figure, and not of the file that can be saved. */
const TABLE_ROWS = 100;

/** One measure by epoch, on every side that has it. */
export function TrainingFigure({ file, isNamed, history, story, measure, at, onAt }: TrainingFigureProps) {
  const name = measureName(measure);
  const title = translate(isNamed ? 'training.figureOf' : 'training.figure', { measure: name, file });
  const places = useMemo(() => placesOf(history), [history]);
  const lines = useMemo(() => linesOf(history, measure), [history, measure]);
  const takeAway = useTakeAway(`training-${measure.stem}`, () => ({
    columns: [history.numbering, ...measure.series.map(({ column }) => column)],
    rows: Array.from(history.epochs, (epoch, row) => [epoch, ...measure.series.map(({ values }) => values[row])]),
  }));
  const values = measure.series.map((series) => ({
    name: sideName(series.side),
    value: formatMetric(series.values[at]),
  }));
  const isBest = at === story.best;
  const remark = isBest ? translate('training.lowestHere', { heldOut: heldOutName(story) }) : null;
  const isOfLoss = measure === lossOf(history);
  const last = history.epochs.length - 1;
  return (
    <ChartFigure
      title={title}
      heading={<ChartTerm topic="overfitting" title={title} explanation={translate('training.explanation')} />}
      readout={
        <>
          <span className="chartValue">
            <b>{epochName(history, at)}</b>
          </span>
          <Readout values={values} remark={remark} />
        </>
      }
      hint={translate('training.chartHint')}
      description={joinedSentences([
        translate('training.chartDescription', {
          measure: name,
          epochs: last + 1,
          begins: epochName(history, 0),
          ends: epochName(history, last),
        }),
        ...(story.best === null
          ? []
          : [
              translate('training.bestDescription', {
                heldOut: heldOutName(story),
                best: epochName(history, story.best),
              }),
            ]),
      ])}
      readTable={() => ({
        caption: title,
        columns: [translate('training.numberHead'), ...measure.series.map(({ column }) => column)],
        rows: tableRows(history, measure),
      })}
      {...takeAway}
      readNote={() => translate('training.csvNote', { file })}
    >
      <TrainingChart
        name={translate('training.slider', { measure: name })}
        places={places}
        across={translate(history.runStarts.length > 1 ? 'training.orderAxis' : `training.${history.numbering}Axis`)}
        upright={name}
        lines={lines}
        hasFloor={measure.kind === 'loss'}
        best={isOfLoss ? story.best : null}
        at={at}
        valueText={[epochName(history, at), valuesText(values), ...(remark === null ? [] : [remark])].join(colon())}
        onAt={onAt}
      />
    </ChartFigure>
  );
}

/** The rows that the model did not learn from are what one looks at: their line comes last. */
function linesOf({ runStarts }: TrainingHistory, { series }: TrainingMeasure) {
  const heldOut = series.find(({ side }) => side === 'validation') ?? series.find(({ side }) => side === 'test');
  const others = series.filter((each) => each !== heldOut);
  return [...others, ...(heldOut === undefined ? [] : [heldOut])].map(({ side, values, lost }) => ({
    name: sideName(side),
    values,
    breaks: [...runStarts.slice(1), ...lost],
  }));
}

/** At most so many epochs, evenly spread, the first and the last among them. */
function tableRows({ epochs }: TrainingHistory, { series }: TrainingMeasure): string[][] {
  const last = epochs.length - 1;
  const count = Math.min(TABLE_ROWS, epochs.length);
  const rows = Array.from({ length: count }, (_, i) => (count === 1 ? 0 : Math.round((i * last) / (count - 1))));
  return rows.map((row) => [String(epochs[row]), ...series.map(({ values }) => formatMetric(values[row]))]);
}
