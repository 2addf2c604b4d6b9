import { useId } from 'react';
import type { ColumnDrift, ColumnSummary } from '../../../core/columns/columnSummary.ts';
import { MUCH_DRIFT, SOME_DRIFT } from '../../../core/columns/populationStability.ts';
import type { Interpretation } from '../../../core/roles/interpretation.ts';
import { formatCount, formatMetric, formatNumber, formatShare } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import { TopicTerm } from '../../terms/TopicTerm.tsx';
import { groupName } from './groupName.ts';

const ROLES = ['label', 'score', 'split', 'weight', 'id'] as const;

interface ColumnCardProps {
  readonly name: string;
  /** Null while it is counted. */
  readonly summary: ColumnSummary | null;
  readonly interpretation: Interpretation;
}

/** One column: what it is, its values with their cases and share of positives, and whether the splits differ in it. */
export function ColumnCard({ name, summary, interpretation }: ColumnCardProps) {
  const titleId = useId();
  const role = ROLES.find((each) => interpretation[each] === name);
  const isCounted = summary !== null && role !== 'id' && isWorthATable(summary);
  return (
    <section className="columnCard" aria-labelledby={titleId}>
      <h3 id={titleId}>
        {name}
        {role !== undefined && ' '}
        {role !== undefined && <span className="columnRole">{translate(`summary.role.${role}`)}</span>}
      </h3>
      {summary === null ? (
        <p className="hint">{translate('summary.waiting')}</p>
      ) : (
        <>
          <p className="hint">{about(summary)}</p>
          {isCounted && <Groups titleId={titleId} summary={summary} positive={interpretation.positiveLabel} />}
          {isCounted && role !== 'split' && summary.drift !== null && <Drift drift={summary.drift} />}
        </>
      )}
    </section>
  );
}

/** Where no value comes twice there is nothing to count. */
const isWorthATable = ({ holds, distinct, isAtLeast, cases, missing }: ColumnSummary) =>
  holds === 'numbers' || (holds === 'text' && (isAtLeast || distinct < cases - missing));

function about(summary: ColumnSummary): string {
  const { holds, distinct, isAtLeast, low, median, high, missing } = summary;
  if (holds === 'nothing') return translate('summary.nothing');
  const values = !isWorthATable(summary)
    ? translate('summary.allDifferent')
    : holds === 'numbers'
      ? translate('summary.numbers', {
          distinct,
          low: formatNumber(low),
          median: formatNumber(median),
          high: formatNumber(high),
        })
      : translate(isAtLeast ? 'summary.textAtLeast' : 'summary.text', { distinct });
  const gaps = missing === 0 ? translate('summary.noneMissing') : translate('summary.missing', { count: missing });
  return `${values} · ${gaps}`;
}

interface GroupsProps {
  readonly titleId: string;
  readonly summary: ColumnSummary;
  readonly positive: string;
}

function Groups({ titleId, summary, positive }: GroupsProps) {
  const most = Math.max(...summary.groups.map(({ cases }) => cases));
  return (
    <table className="figureTable columnGroups" aria-labelledby={titleId}>
      <thead>
        <tr>
          <th scope="col">{translate('summary.value')}</th>
          <td />
          <th scope="col">{translate('summary.cases')}</th>
          <th scope="col">{translate('summary.share', { positive })}</th>
        </tr>
      </thead>
      <tbody>
        {summary.groups.map(({ key, cases, positives }) => (
          <tr key={JSON.stringify(key)}>
            <th scope="row">{groupName(key)}</th>
            <td className="columnBarCell" aria-hidden="true">
              <span className="columnBar" style={{ inlineSize: `${(100 * cases) / most}%` }}>
                <span style={{ inlineSize: `${cases > 0 ? (100 * positives) / cases : 0}%` }} />
              </span>
            </td>
            <td>{formatCount(cases)}</td>
            <td>{cases > 0 ? formatShare(positives / cases) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Drift({ drift }: { readonly drift: ColumnDrift }) {
  const { from, to, stability } = drift;
  if (Number.isNaN(stability)) return null;
  const level = stability >= MUCH_DRIFT ? 'clear' : stability >= SOME_DRIFT ? 'some' : 'little';
  return (
    <p className="hint">
      <TopicTerm
        topic="populationStability"
        explain={() => (
          <>
            <p>{translate('summary.drift.explained', { from })}</p>
            <p className="termFormula">{translate('summary.drift.term', { stability: formatMetric(stability) })}</p>
          </>
        )}
      >
        {translate(`summary.drift.${level}`, { from, to })}
      </TopicTerm>
    </p>
  );
}
