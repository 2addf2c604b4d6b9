import { useState } from 'react';
import type { AverageKind } from '../../../core/metrics/averaging.ts';
import { formatMetric } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import { type ClassOutcome, selectClassOutcomes } from '../../../state/classSelectors.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { CsvButton } from './CsvButton.tsx';
import './classes.css';

interface AverageRow {
  /** As it stands in CSV. */
  readonly id: string;
  readonly name: string;
  readonly of: (outcome: ClassOutcome) => number;
  readonly leftOut?: (outcome: ClassOutcome) => number;
}

const KINDS: readonly AverageKind[] = ['macro', 'weighted', 'micro'];

/** What is shown before all is asked for. */
const USUAL = [
  'accuracy',
  'undecided',
  'precision.macro',
  'recall.macro',
  'f1.macro',
  'f1.weighted',
  'matthewsCorrcoef',
  'top2Accuracy',
  'rocAuc.macro',
  'logLoss',
];

const averaged = (metric: string, average: 'macro' | 'weighted' | 'micro' | 'oneVsOne') =>
  translate('classes.averages.of', { metric, average: translate(`classes.average.${average}`) });

/** Everything that says something of all classes in one number, in the order in which a person reads it. */
function averageRows(most: number): readonly AverageRow[] {
  const top = Array.from({ length: most - 1 }, (_, at): AverageRow => {
    const k = at + 2;
    return {
      id: `top${k}Accuracy`,
      name: translate('classes.averages.topK', { k }),
      of: ({ overview }) => overview.topKAccuracies[k - 1] ?? Number.NaN,
    };
  });
  const decided = (['f1', 'precision', 'recall'] as const).flatMap((id) =>
    KINDS.map(
      (kind): AverageRow => ({
        id: `${id}.${kind}`,
        name: averaged(translate(`metric.${id}.name`), kind),
        of: ({ averages }) => averages[kind][id].value,
        leftOut: ({ averages }) => averages[kind][id].leftOut,
      }),
    ),
  );
  const ranked = (['rocAuc', 'averagePrecision'] as const).flatMap((id) =>
    KINDS.map(
      (kind): AverageRow => ({
        id: `${id}.${kind}`,
        name: averaged(translate(`metric.${id}.name`), kind),
        of: ({ overview }) => overview[id][kind],
      }),
    ),
  );
  return [
    { id: 'accuracy', name: translate('classes.averages.accuracy'), of: ({ agreement }) => agreement.accuracy },
    {
      id: 'undecided',
      name: translate('classes.averages.undecided'),
      of: ({ agreement }) => agreement.undecided / agreement.rows,
    },
    ...decided,
    {
      id: 'matthewsCorrcoef',
      name: translate('metric.matthewsCorrcoef.name'),
      of: ({ agreement }) => agreement.matthewsCorrcoef,
    },
    { id: 'cohenKappa', name: translate('metric.cohenKappa.name'), of: ({ agreement }) => agreement.cohenKappa },
    ...top,
    ...ranked,
    {
      id: 'rocAuc.oneVsOne',
      name: averaged(translate('metric.rocAuc.name'), 'oneVsOne'),
      of: ({ overview }) => overview.rocAuc.oneVsOne.macro,
    },
    { id: 'logLoss', name: translate('metric.logLoss.name'), of: ({ overview }) => overview.logLoss },
    { id: 'brierScore', name: translate('classes.averages.brier'), of: ({ overview }) => overview.brierScore },
    {
      id: 'topLabelCalibrationError',
      name: translate('classes.averages.calibration'),
      of: ({ overview }) => overview.topLabelCalibrationError,
    },
  ];
}

/** What says something of all classes at once, split by split. */
export function ClassAveragesPanel() {
  const outcomes = useTuner(selectClassOutcomes);
  const [isWhole, setIsWhole] = useState(false);
  if (outcomes.length === 0) return null;
  const all = averageRows(Math.min(3, outcomes[0].overview.topKAccuracies.length));
  const rows = isWhole ? all : all.filter(({ id }) => USUAL.includes(id));
  const title = translate('classes.averages.title');
  const table = () => ({
    columns: ['split', 'metric', 'value'],
    rows: outcomes.flatMap((outcome) => all.map(({ id, of }) => [outcome.split, id, of(outcome)])),
  });
  return (
    <section className="panel classAveragesPanel" aria-labelledby="class-averages-title">
      <div className="panelHead">
        <h2 id="class-averages-title">{title}</h2>
        <CsvButton title={title} name="class-averages" tableOf={table} />
      </div>
      <p className="hint">{translate('classes.averages.lead')}</p>
      <table className="classAverages" aria-labelledby="class-averages-title">
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
          {rows.map(({ id, name, of, leftOut }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {outcomes.map((outcome) => {
                const without = leftOut?.(outcome) ?? 0;
                return (
                  <td key={outcome.split}>
                    {formatMetric(of(outcome))}
                    {without > 0 && (
                      <span className="hint"> {translate('classes.averages.leftOut', { count: without })}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" className="linkButton classAll" onClick={() => setIsWhole(!isWhole)}>
        {isWhole ? translate('metrics.fewer') : translate('metrics.all', { count: all.length })}
      </button>
    </section>
  );
}
