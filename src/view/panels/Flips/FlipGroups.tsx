import type { FlipWay, OtherDecision } from '../../../core/cases/caseSelection.ts';
import { groupConditions } from '../../../core/cases/groupConditions.ts';
import { costOfFlips, type FlipCounts } from '../../../core/compare/flips.ts';
import { groupKey } from '../../../core/slices/grouping.ts';
import { formatCount, formatMoney } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import type { FlipSummary } from '../../../state/caseList.ts';
import { selectGrouping } from '../../../state/groupSelectors.ts';
import { selectColumns, selectPayoff, selectPrices } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { Choice } from '../../controls/Choice.tsx';
import { ScrollsSideways } from '../../controls/ScrollsSideways.tsx';
import { groupName } from '../../terms/groupWords.ts';

/** The columns whose groups the flips are counted in: those of the groups on the page, whichever screen they were chosen on. */
export function FlipGroupChoice() {
  const grouping = useTuner(selectGrouping);
  const columns = useTuner(selectColumns);
  const { groupByColumns } = useActions();
  const names = columns.map(({ name }) => name);
  const chosen = grouping?.by.map(({ column }) => column) ?? [];
  const present = chosen.join(' × ');
  return (
    <Choice
      name={translate('flips.groups')}
      value={present}
      options={chosen.length > 1 && !names.includes(present) ? [present, ...names] : names}
      none={translate('flips.noGroups')}
      onChange={(column) => {
        if (column !== present) void groupByColumns(column === null ? [] : [column]);
      }}
    />
  );
}

const WAYS: readonly FlipWay[] = ['intoFlagged', 'outOfFlagged'];

function countOf(counts: FlipCounts, way: FlipWay, isPositive: boolean): number {
  if (way === 'intoFlagged') return isPositive ? counts.positivesIn : counts.negativesIn;
  return isPositive ? counts.positivesOut : counts.negativesOut;
}

/** With its sign, and a true minus. */
const signed = (count: number): string => `${count > 0 ? '+' : count < 0 ? '−' : ''}${formatCount(Math.abs(count))}`;

interface FlipGroupsProps {
  readonly byGroup: NonNullable<FlipSummary['byGroup']>;
  readonly other: OtherDecision;
  /** The names of the class of positives and of that of negatives. */
  readonly labels: readonly string[];
}

/** What changes sides in each group, both ways, and what that comes to. */
export function FlipGroups({ byGroup, other, labels }: FlipGroupsProps) {
  const { grouping, groups, others } = byGroup;
  const { showCases } = useActions();
  return (
    <>
      <ScrollsSideways name={translate('flips.groupScroll')}>
        <table className="figureTable flipsTable flipGroups" aria-label={translate('flips.groupTable')}>
          <thead>
            <tr>
              <th scope="col">{translate('flips.group')}</th>
              {WAYS.flatMap((way) =>
                labels.map((label) => (
                  <th key={`${way} ${label}`} scope="col">
                    {translate(way === 'intoFlagged' ? 'flips.in' : 'flips.out', { label })}
                  </th>
                )),
              )}
              <th scope="col">{translate('flips.balance')}</th>
              <th scope="col">{translate('flips.cost')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ values, counts }) => {
              const name = groupName(values);
              const conditions = groupConditions(grouping, values);
              return (
                <Row
                  key={groupKey(values)}
                  name={name}
                  counts={counts}
                  labels={labels}
                  show={(way, isPositive) =>
                    showCases([...conditions, { kind: 'label', isPositive }, { kind: 'flip', other, way }])
                  }
                />
              );
            })}
            {others !== null && (
              <Row
                name={translate('slices.others', { count: others.count })}
                counts={others.counts}
                labels={labels}
                show={null}
              />
            )}
          </tbody>
        </table>
      </ScrollsSideways>
      {others !== null && <p className="hint">{translate('flips.groupMore', { shown: groups.length })}</p>}
    </>
  );
}

interface RowProps {
  readonly name: string;
  readonly counts: FlipCounts;
  readonly labels: readonly string[];
  /** Leads to the cases; null where they are of no single group. */
  readonly show: ((way: FlipWay, isPositive: boolean) => void) | null;
}

function Row({ name, counts, labels, show }: RowProps) {
  const payoff = useTuner(selectPayoff);
  const { unit } = useTuner(selectPrices);
  const cost = costOfFlips(counts, payoff);
  const { positivesIn, negativesIn, positivesOut, negativesOut } = counts;
  return (
    <tr>
      <th scope="row">{name}</th>
      {WAYS.flatMap((way) =>
        [true, false].map((isPositive, at) => {
          const count = countOf(counts, way, isPositive);
          return (
            <td key={`${way} ${labels[at]}`}>
              {show === null || count === 0 ? (
                formatCount(count)
              ) : (
                <button
                  type="button"
                  className="linkButton"
                  aria-label={translate('flips.showGroup', {
                    count: formatCount(count),
                    group: name,
                    way: translate(`flips.${way}`),
                    label: labels[at],
                  })}
                  onClick={() => show(way, isPositive)}
                >
                  {formatCount(count)}
                </button>
              )}
            </td>
          );
        }),
      )}
      <td>{signed(positivesIn + negativesIn - positivesOut - negativesOut)}</td>
      <td>
        {cost > 0 ? '+' : cost < 0 ? '−' : ''}
        {formatMoney(Math.abs(cost), unit)}
      </td>
    </tr>
  );
}
