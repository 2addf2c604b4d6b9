import { useMemo } from 'react';
import { JOINT_CELLS } from '../../../core/compare/jointCounts.ts';
import type { JointDecisions } from '../../../core/compare/modelComparison.ts';
import { scoreMetrics } from '../../../core/metrics/catalog.ts';
import { formatMetric, formatThreshold } from '../../../i18n/format.ts';
import { pause } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectComparedChoices, selectComparison, selectIsJointLate, selectJoint } from '../../../state/compare.ts';
import { selectPayoff, selectPrices } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { ScrollsSideways } from '../../controls/ScrollsSideways.tsx';
import { MetricTerm } from '../../terms/MetricTerm.tsx';
import { TopicTerm } from '../../terms/TopicTerm.tsx';
import { type Difference, differencesIn, SCORED, scoreDifference, valueAt } from './comparedDifferences.ts';
import { type ComparedMeasure, comparedMeasures } from './comparedMeasures.ts';

/** The models side by side, each with what it differs by from the first. */
export function CompareTable() {
  const comparison = useTuner(selectComparison);
  const choices = useTuner(selectComparedChoices);
  const joint = useTuner(selectJoint);
  const isLate = useTuner(selectIsJointLate);
  const payoff = useTuner(selectPayoff);
  const { unit } = useTuner(selectPrices);
  const { tuneModel } = useActions();
  const measures = useMemo(() => comparedMeasures(payoff, unit), [payoff, unit]);
  const differences = useMemo(() => measures.map((measure) => differencesIn(measure, joint)), [measures, joint]);
  if (comparison === null) return null;
  const { models } = comparison;
  const [first] = models;
  return (
    <>
      <ScrollsSideways name={translate('compare.table')} className={isLate ? 'isLate' : ''}>
        <table className="figureTable compareTable isOfMeasures" aria-label={translate('compare.table')}>
          <thead>
            <tr>
              <th scope="col">{translate('compare.measure')}</th>
              {models.map(({ name }, at) => (
                <th key={name} scope="col">
                  {name}
                  {at === 0 && <span className="hint"> {translate('compare.inView')}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{translate('compare.row.threshold')}</th>
              {choices.map((choice, at) => (
                <td key={models[at].name}>{choice.kind === 'found' ? formatThreshold(choice.threshold) : '—'}</td>
              ))}
            </tr>
            {measures.map((measure, row) => (
              <tr key={measure.id}>
                <th scope="row">{measure.metric === null ? measure.name : <MetricTerm id={measure.metric} />}</th>
                {choices.map((choice, at) => (
                  <Cell
                    key={models[at].name}
                    value={measure.format(valueAt(measure, choice))}
                    difference={at === 0 ? null : (differences[row]?.[at - 1] ?? null)}
                    better={measure.better}
                    format={measure.format}
                    formatEnd={measure.formatEnd}
                  />
                ))}
              </tr>
            ))}
            {SCORED.map((id) => (
              <tr key={id}>
                <th scope="row">
                  <MetricTerm id={id} />
                </th>
                {models.map((model) => (
                  <Cell
                    key={model.name}
                    value={formatMetric(model.evaluation.scoreMetrics[id])}
                    difference={model === first ? null : scoreDifference(id, model, first)}
                    better={scoreMetrics.find((metric) => metric.id === id)?.better ?? 'neither'}
                    format={formatMetric}
                  />
                ))}
              </tr>
            ))}
            <tr className="compareLeads">
              <th scope="row">{translate('compare.row.tune')}</th>
              {models.map(({ name }) => (
                <td key={name}>
                  <button
                    type="button"
                    className="linkButton"
                    aria-label={translate('compare.tuneNamed', { model: name })}
                    onClick={() => void tuneModel(name)}
                  >
                    {translate('compare.tune')}
                  </button>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </ScrollsSideways>
      {comparison.pairedBy !== null && (
        <p className="hint">
          <TopicTerm
            topic="deLong"
            explain={() => (
              <>
                <p>{translate('compare.delongTerm')}</p>
                <p>{translate('compare.pairedTerm', { count: samplesOf(joint), seed: seedOf(joint) })}</p>
              </>
            )}
          >
            {translate('compare.tableFoot', { first: first.name })}
          </TopicTerm>
        </p>
      )}
    </>
  );
}

interface CellProps {
  readonly value: string;
  readonly difference: Difference | null;
  readonly better: ComparedMeasure['better'];
  readonly format: (value: number) => string;
  readonly formatEnd?: (value: number) => string;
}

function Cell({ value, difference, better, format, formatEnd = format }: CellProps) {
  if (difference === null || Number.isNaN(difference.value)) return <td>{value}</td>;
  const { value: by, low, high } = difference;
  const isBeyondChance = low > 0 || high < 0;
  const isBetter = better === 'higher' ? by > 0 : by < 0;
  const mark = !isBeyondChance || better === 'neither' ? null : isBetter ? 'better' : 'worse';
  const signed = (number: number, shown = formatEnd) => `${number > 0 ? '+' : ''}${shown(number)}`;
  const text = Number.isNaN(low)
    ? signed(by, format)
    : translate('compare.difference', { difference: signed(by, format), low: signed(low), high: signed(high) });
  return (
    <td>
      {value}
      <span className={`compareDifference ${mark ?? ''}`}>
        {mark !== null && <span aria-hidden="true">{by > 0 ? '▲ ' : '▼ '}</span>}
        {text}
        {mark !== null && <span className="visuallyHidden">{`${pause()}${translate(`compare.${mark}`)}`}</span>}
      </span>
    </td>
  );
}

const presentOf = (joint: readonly (JointDecisions | null)[] | null) => joint?.find((each) => each !== null)?.resamples;
const samplesOf = (joint: readonly (JointDecisions | null)[] | null): number =>
  (presentOf(joint)?.sums.length ?? 0) / JOINT_CELLS;
const seedOf = (joint: readonly (JointDecisions | null)[] | null): string => String(presentOf(joint)?.seed ?? '');
