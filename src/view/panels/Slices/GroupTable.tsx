import { memo, type ReactNode, useRef, useState } from 'react';
import type { CellCondition } from '../../../core/cases/caseSelection.ts';
import type { MetricId, UndefinedReason } from '../../../core/metrics/metric.ts';
import { formatCount, formatPercent, formatThreshold, withoutPercentSign } from '../../../i18n/format.ts';
import { type TextKey, translate } from '../../../i18n/translate.ts';
import type { GroupOrder } from '../../../state/groupChoice.ts';
import { selectRule, selectThreshold } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { shownRule } from '../../chartState/curveTables.ts';
import {
  type At,
  confusionOf,
  figureAt,
  type GroupRow,
  type GroupRows,
  thresholdOfRow,
  useGroupDecision,
  useOrderedGroups,
} from '../../chartState/useGroupRows.ts';
import { type Marker, useMarkerAtRest } from '../../chartState/useMarker.ts';
import { ScrollsSideways } from '../../controls/ScrollsSideways.tsx';
import { useInSight } from '../../controls/useInSight.ts';
import { useNarrow } from '../../controls/useNarrow.ts';
import { formatDistance, formatFigure, metricName } from '../../terms/groupWords.ts';
import { MetricTerm } from '../../terms/MetricTerm.tsx';

/** More rows than this are shown only when they are asked for. */
const SHOWN = 30;

/** Takes texts only, so that a move of the threshold renders just the cells in which a text changes. */
const FigureCell = memo(function FigureCell({
  value,
  reason,
  interval,
  change,
}: {
  readonly value: string;
  readonly reason: TextKey | null;
  readonly interval: string | null;
  readonly change: string | null;
}) {
  return (
    <td>
      <span className="groupValue">{value}</span>
      {reason !== null && <span className="groupDetail">{translate(reason)}</span>}
      {interval !== null && <span className="groupDetail">{interval}</span>}
      {change !== null && <span className="groupDetail">{change}</span>}
    </td>
  );
});

/** "20.1 %–31.0 %", with the sign once. */
const intervalText = (id: MetricId, { low, high }: { readonly low: number; readonly high: number }): string =>
  `${withoutPercentSign(formatFigure(id, low))}–${formatFigure(id, high)}`;

/** Why there is no value; of rows that several thresholds decide about, none of them is at fault. */
const reasonKey = (reason: UndefinedReason, threshold: number): TextKey =>
  reason === 'thresholdOutsideUnit' && Number.isNaN(threshold) ? 'slices.severalThresholds' : `undefined.${reason}`;

interface RowProps {
  readonly row: GroupRow;
  readonly whole: GroupRow;
  readonly decided: <T extends At>(at: T) => T;
  readonly rest: Marker;
  readonly isNarrow: boolean;
}

/** Follows every move of the threshold while it is in sight. What nobody sees waits until the threshold rests. */
const Row = memo(function Row({ row, whole, decided, rest, isNarrow }: RowProps) {
  const place = useRef<HTMLTableRowElement>(null);
  const isInSight = useInSight(place);
  const threshold = useTuner((state) => (isInSight ? selectThreshold(state) : rest.threshold));
  const rule = useTuner((state) => (isInSight ? selectRule(state) : rest.rule));
  const at = decided<At>({ threshold, rule });
  const isAtRest = Object.is(rest.threshold, threshold) && rest.rule === rule;
  const { metrics } = useTuner((state) => state.groupChoice);
  const hasWeights = useTuner((state) => state.opened?.prepared.hasWeights ?? false);
  const confusion = confusionOf(row, at);
  const wholeConfusion = confusionOf(whole, at);
  const positives = confusion.tp + confusion.fn;
  const total = positives + confusion.fp + confusion.tn;
  const isWhole = row === whole;
  const ways = row.conditions !== null && row.measured.rows > 0 && (
    <GroupWays name={row.name} conditions={row.conditions} />
  );
  const hasOwn = (at.thresholdOf ?? null) !== null && row.parts === null;
  return (
    <tr ref={place} className={isWhole ? 'groupWhole' : undefined}>
      <th scope="row">
        {row.name}
        {hasOwn && (
          <span className="groupDetail">
            {translate('slices.at', { rule: shownRule(at.rule), threshold: formatThreshold(thresholdOfRow(row, at)) })}
          </span>
        )}
        {/* Beside the count they would push the first metric out of sight. */}
        {isNarrow && ways && <span className="groupDetail">{ways}</span>}
      </th>
      <td>
        <span className="groupValue">{formatCount(row.measured.rows)}</span>
        {!isNarrow && ways}
        {row.measured.rows === 0 && <span className="groupDetail">{translate('slices.noRows')}</span>}
      </td>
      <td>
        <span className="groupValue">{formatCount(positives)}</span>
        {total > 0 && <span className="groupDetail">{formatPercent(positives / total)}</span>}
      </td>
      {metrics.map((id) => {
        const figure = figureAt(id, row, at, hasWeights, isAtRest, confusion);
        const of = figureAt(id, whole, at, true, false, wholeConfusion).value;
        return (
          <FigureCell
            key={id}
            value={formatFigure(id, figure.value)}
            reason={figure.reason === null ? null : reasonKey(figure.reason, thresholdOfRow(row, at))}
            interval={figure.interval === null ? null : intervalText(id, figure.interval)}
            change={isWhole ? null : formatDistance(id, figure.value, of)}
          />
        );
      })}
    </tr>
  );
});

/** The ways from a group: to make it what everything is about (within a group that already is, the rows of both), and to its cases. */
function GroupWays({ name, conditions }: { readonly name: string; readonly conditions: readonly CellCondition[] }) {
  const present = useTuner((state) => state.opened?.prepared.interpretation.subject ?? NO_CONDITIONS);
  const { setSubject, showCases } = useActions();
  const isNew = (condition: CellCondition) =>
    present.every((each) => JSON.stringify(each) !== JSON.stringify(condition));
  return (
    <>
      <button
        type="button"
        className="linkButton groupShow"
        aria-label={translate('slices.showNamed', { group: name })}
        onClick={() => void setSubject([...present, ...conditions.filter(isNew)])}
      >
        {translate('slices.show')}
      </button>{' '}
      <button
        type="button"
        className="linkButton groupShow"
        aria-label={translate('slices.casesNamed', { group: name })}
        onClick={() => showCases(conditions)}
      >
        {translate('slices.cases')}
      </button>
    </>
  );
}

const NO_CONDITIONS: readonly CellCondition[] = [];

/** The head of a column, which orders the table. */
function Head({
  order,
  name,
  children,
}: {
  readonly order: GroupOrder;
  readonly name: string;
  readonly children: ReactNode;
}) {
  const choice = useTuner((state) => state.groupChoice);
  const { setGroupChoice } = useActions();
  const isOrdered = choice.order === order;
  const direction = choice.isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={isOrdered ? direction : undefined}>
      {children}{' '}
      <button
        type="button"
        className="groupSort"
        aria-label={translate('slices.sortBy', { column: name })}
        onClick={() =>
          setGroupChoice(
            isOrdered ? { isDescending: !choice.isDescending } : { order, isDescending: order !== 'group' },
          )
        }
      >
        <span aria-hidden="true">{isOrdered ? (choice.isDescending ? '▼' : '▲') : '↕'}</span>
      </button>
    </th>
  );
}

const SAME = <T extends At>(at: T): T => at;

/** Every group with its numbers at the present threshold, the whole first. */
export function GroupTable({ rows, titleId }: { readonly rows: GroupRows; readonly titleId: string }) {
  const { metrics } = useTuner((state) => state.groupChoice);
  const ordered = useOrderedGroups(rows);
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? ordered : ordered.slice(0, SHOWN);
  const decided = useGroupDecision();
  // Groups made by hand have no thresholds of their own.
  const byHand = rows.whole.parts === null;
  const props = {
    whole: rows.whole,
    decided: byHand ? SAME : decided,
    rest: useMarkerAtRest(),
    isNarrow: useNarrow(),
  };
  return (
    <>
      <ScrollsSideways name={translate('slices.scroll')}>
        <table
          className={`figureTable groupTable${shown.length > SHOWN ? ' groupTableLong' : ''}`}
          aria-labelledby={titleId}
        >
          <thead>
            <tr>
              <Head order="group" name={translate('slices.group')}>
                {translate('slices.group')}
              </Head>
              <Head order="rows" name={translate('slices.rows')}>
                {translate('slices.rows')}
              </Head>
              <Head order="positives" name={translate('slices.positives')}>
                {translate('slices.positives')}
              </Head>
              {metrics.map((id) => (
                <Head key={id} order={id} name={metricName(id)}>
                  <MetricTerm id={id} />
                </Head>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row row={rows.whole} {...props} />
            {shown.map((row) => (
              <Row key={row.key} row={row} {...props} />
            ))}
          </tbody>
        </table>
      </ScrollsSideways>
      {ordered.length > SHOWN && (
        <button type="button" className="linkButton" onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? translate('slices.fewer') : translate('slices.more', { count: ordered.length })}
        </button>
      )}
    </>
  );
}
