import { translate } from '../../i18n/translate.ts';
import type { Outcome } from '../../state/rows.ts';
import './rowsTable.css';

/** What a decision about a row turned out to be, in the colours of the confusion matrix. */
export function OutcomeBadge({ outcome }: { readonly outcome: Outcome }) {
  return <span className={`outcome outcome-${outcome}`}>{translate(`outcome.${outcome}`)}</span>;
}
