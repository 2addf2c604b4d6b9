import { useEffect, useMemo, useState } from 'react';
import type { CaseSelection, FlipWay, OtherDecision } from '../../../core/cases/caseSelection.ts';
import { costOfFlips, type FlipCounts } from '../../../core/compare/flips.ts';
import { formatCount, formatMoney, formatThreshold } from '../../../i18n/format.ts';
import { sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import type { FlipSummary } from '../../../state/caseList.ts';
import { selectDecidingGroups } from '../../../state/fairnessSelectors.ts';
import { selectGrouping } from '../../../state/groupSelectors.ts';
import {
  selectBaseline,
  selectInterpretation,
  selectModels,
  selectPayoff,
  selectPrices,
  selectRule,
  selectThreshold,
} from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { useThresholdColumns } from '../../chartState/useThresholdColumns.ts';
import { Choice } from '../../controls/Choice.tsx';
import { NumberField } from '../../controls/NumberField.tsx';
import { FlipGroupChoice, FlipGroups } from './FlipGroups.tsx';
import './FlipsPanel.css';

interface Option {
  readonly name: string;
  readonly other: OtherDecision;
  /** The threshold can be typed. */
  readonly isTyped: boolean;
}

const PAIRINGS = ['recall', 'flags', 'threshold'] as const;
const WAYS: readonly FlipWay[] = ['intoFlagged', 'outOfFlagged'];

/** What the present decision can be held against. */
function useOptions(typed: number): readonly Option[] {
  const baseline = useTuner(selectBaseline);
  const models = useTuner(selectModels);
  const rule = useTuner(selectRule);
  return useMemo(() => {
    const sign = baseline.rule === '>=' ? '≥' : '>';
    const others = models?.names.filter((name) => name !== models.chosen) ?? [];
    return [
      {
        name: translate('flips.baseline', { rule: sign, threshold: formatThreshold(baseline.threshold) }),
        other: { kind: 'threshold', ...baseline },
        isTyped: false,
      },
      { name: translate('flips.typed'), other: { kind: 'threshold', threshold: typed, rule }, isTyped: true },
      ...others.flatMap((model) =>
        PAIRINGS.map((at) => ({
          name: translate(`flips.model.${at}`, { model }),
          other: { kind: 'model' as const, model, at, threshold: at === 'threshold' ? typed : 0 },
          isTyped: at === 'threshold',
        })),
      ),
    ];
  }, [baseline, models, rule, typed]);
}

/** The rows that change sides between another decision and the present one, in both directions. */
export function FlipsPanel() {
  const prepared = useTuner((state) => state.opened?.prepared);
  const chosenSplit = useTuner((state) => state.chosenSplit);
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  const ownThresholds = useTuner(selectDecidingGroups);
  const grouping = useTuner(selectGrouping);
  const byColumns = useThresholdColumns();
  const { fetchFlips } = useActions();
  const [typed, setTyped] = useState(0.5);
  const [place, setPlace] = useState(0);
  const options = useOptions(typed);
  const option = options[Math.min(place, options.length - 1)];
  const { other, isTyped } = option;
  const [summary, setSummary] = useState<FlipSummary | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading, split, grouping or threshold changes the answer
  useEffect(() => {
    let isCurrent = true;
    void fetchFlips([{ kind: 'flip', other, way: null }]).then((found) => {
      if (isCurrent && found !== null) setSummary(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [other, threshold, rule, ownThresholds, grouping, prepared, chosenSplit, fetchFlips]);
  if (prepared === undefined) return null;
  return (
    <section className="panel flipsPanel" aria-labelledby="flips-title">
      <h2 id="flips-title">{translate('flips.title')}</h2>
      <p className="hint">
        {translate('flips.lead')}
        {sentenceGap()}
        {byColumns !== null && translate('flips.byGroup', { columns: byColumns })}
      </p>
      <div className="flipsChoice">
        <Choice
          name={translate('flips.against')}
          value={option.name}
          options={options.map(({ name }) => name)}
          onChange={(name) =>
            setPlace(
              Math.max(
                0,
                options.findIndex((each) => each.name === name),
              ),
            )
          }
        />
        <FlipGroupChoice />
        {isTyped && (
          <span>
            <span className="hint" aria-hidden="true">
              {translate('flips.threshold')}{' '}
            </span>
            <NumberField label={translate('flips.threshold')} value={typed} onChange={setTyped} />
          </span>
        )}
      </div>
      {summary !== null && <Found summary={summary} other={other} />}
    </section>
  );
}

function Found({ summary, other }: { readonly summary: FlipSummary; readonly other: OtherDecision }) {
  const rule = useTuner(selectRule);
  const payoff = useTuner(selectPayoff);
  const { unit } = useTuner(selectPrices);
  const { all, byGroup, otherThreshold, unpaired } = summary;
  const sign = (other.kind === 'threshold' ? other.rule : rule) === '>=' ? '≥' : '>';
  const moved = all.positivesIn + all.positivesOut + all.negativesIn + all.negativesOut;
  const interpretation = useTuner(selectInterpretation);
  const cost = costOfFlips(all, payoff);
  if (interpretation === null) return null;
  const { positiveLabel, negativeLabel } = interpretation;
  const labels = [positiveLabel, negativeLabel ?? translate('case.not', { label: positiveLabel })];
  const net = cost === 0 ? 'same' : cost > 0 ? 'dearer' : 'cheaper';
  return (
    <>
      <p className="hint">{translate('flips.otherAt', { rule: sign, threshold: formatThreshold(otherThreshold) })}</p>
      {unpaired > 0 && <p className="hint">{translate('flips.unpaired', { count: unpaired })}</p>}
      {moved === 0 ? (
        <p>{translate('flips.none')}</p>
      ) : (
        <>
          <FlipTable all={all} other={other} labels={labels} />
          <p>{translate(`flips.net.${net}`, { cost: formatMoney(Math.abs(cost), unit) })}</p>
          {byGroup !== null && <FlipGroups byGroup={byGroup} other={other} labels={labels} />}
        </>
      )}
    </>
  );
}

interface FlipTableProps {
  readonly all: FlipCounts;
  readonly other: OtherDecision;
  /** The names of the class of positives and of that of negatives. */
  readonly labels: readonly string[];
}

function FlipTable({ all, other, labels }: FlipTableProps) {
  const { showCases } = useActions();
  const countOf = (way: FlipWay, isPositive: boolean) => {
    if (way === 'intoFlagged') return isPositive ? all.positivesIn : all.negativesIn;
    return isPositive ? all.positivesOut : all.negativesOut;
  };
  return (
    <table className="figureTable flipsTable" aria-label={translate('flips.table')}>
      <thead>
        <tr>
          <th scope="col">{translate('flips.way')}</th>
          {labels.map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {WAYS.map((way) => (
          <tr key={way}>
            <th scope="row">{translate(`flips.${way}`)}</th>
            {[true, false].map((isPositive, at) => {
              const count = countOf(way, isPositive);
              const selection: CaseSelection = [
                { kind: 'label', isPositive },
                { kind: 'flip', other, way },
              ];
              return (
                <td key={labels[at]}>
                  <button
                    type="button"
                    className="button"
                    aria-label={translate('flips.show', {
                      count: formatCount(count),
                      way: translate(`flips.${way}`),
                      label: labels[at],
                    })}
                    onClick={() => showCases(selection)}
                  >
                    {formatCount(count)}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
