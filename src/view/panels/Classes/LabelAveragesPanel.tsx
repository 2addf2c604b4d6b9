import type { Average } from '../../../core/metrics/averaging.ts';
import { formatMetric } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import { type LabelOutcome, selectLabelOutcomes } from '../../../state/labelSelectors.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { selectCanCompare } from '../../../state/versions.ts';
import { CsvButton } from './CsvButton.tsx';
import './classes.css';

interface AverageRow {
  /** As it stands in CSV. */
  readonly id: string;
  readonly name: string;
  readonly of: (outcome: LabelOutcome) => Average;
}

const whole = (value: number): Average => ({ value, leftOut: 0 });

/** Everything that says something of all labels in one number, in the order in which a person reads it. */
function averageRows(): readonly AverageRow[] {
  const ofCases = (
    [
      ['subsetAccuracy', (cases) => cases.exact / cases.rows],
      ['labelsPerCase.true', (cases) => cases.trueLabels / cases.rows],
      ['labelsPerCase.decided', (cases) => cases.predictedLabels / cases.rows],
      ['withoutLabel.true', (cases) => cases.withoutTrue / cases.rows],
      ['withoutLabel.decided', (cases) => cases.withoutPredicted / cases.rows],
    ] as const satisfies readonly (readonly [string, (cases: LabelOutcome['cases']) => number])[]
  ).map(([id, of]): AverageRow => {
    return { id, name: translate(`labels.averages.${id}`), of: ({ cases }) => whole(of(cases)) };
  });
  const averaged = (['f1', 'precision', 'recall'] as const).flatMap((id) =>
    (['micro', 'macro', 'weighted', 'samples'] as const).map((kind): AverageRow => {
      const average = translate(`classes.average.${kind}`);
      return {
        id: `${id}.${kind}`,
        name: translate('classes.averages.of', { metric: translate(`metric.${id}.name`), average }),
        of: ({ averages, cases }) => (kind === 'samples' ? cases.samples[id] : averages[kind][id]),
      };
    }),
  );
  const ranked = (['rocAuc', 'averagePrecision'] as const).map((id): AverageRow => {
    const average = translate('classes.average.macro');
    return {
      id: `${id}.macro`,
      name: translate('classes.averages.of', { metric: translate(`metric.${id}.name`), average }),
      of: ({ overview }) => whole(overview[id].macro),
    };
  });
  const [exact, ...others] = ofCases;
  const wrong = { id: 'hammingLoss', name: translate('labels.averages.hammingLoss') };
  return [exact, { ...wrong, of: ({ hammingLoss }) => whole(hammingLoss) }, ...averaged, ...others, ...ranked];
}

/** What says something of all labels at once, split by split. */
export function LabelAveragesPanel() {
  const outcomes = useTuner(selectLabelOutcomes);
  const canCompare = useTuner(selectCanCompare);
  if (outcomes.length === 0) return null;
  const rows = averageRows();
  const title = translate('labels.averages.title');
  const table = () => ({
    columns: ['split', 'metric', 'value'],
    rows: outcomes.flatMap((outcome) => rows.map(({ id, of }) => [outcome.split, id, of(outcome).value])),
  });
  return (
    <section className="panel classAveragesPanel classesWide" aria-labelledby="label-averages-title">
      <div className="panelHead">
        <h2 id="label-averages-title">{title}</h2>
        <CsvButton title={title} name="label-averages" tableOf={table} />
      </div>
      <p className="hint">{translate('labels.averages.lead')}</p>
      {!canCompare && <p className="hint">{translate('labels.averages.noCompare')}</p>}
      <table className="classAverages" aria-labelledby="label-averages-title">
        <thead>
          <tr>
            <th scope="col">{translate('classes.averages.metric')}</th>
            {outcomes.map(({ split }) => (
              <th key={split} scope="col">
                {split}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, of }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {outcomes.map((outcome) => {
                const { value, leftOut } = of(outcome);
                const unit = id.endsWith('.samples') ? 'labels.averages.leftOutCases' : 'labels.averages.leftOut';
                return (
                  <td key={outcome.split}>
                    {formatMetric(value)}
                    {leftOut > 0 && <span className="hint"> {translate(unit, { count: leftOut })}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
