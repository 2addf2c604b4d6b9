import type { NumberRange } from '../../core/cases/caseSelection.ts';
import { formatThreshold } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import { useActions } from '../../state/useTuner.ts';
import './CasesAtMarker.css';

/** Leads to the cases of the bar or bin in which the marker stands; null where it stands in none. */
export function CasesAtMarker({ range }: { readonly range: NumberRange | null }) {
  const { showCases } = useActions();
  return (
    <button
      type="button"
      className="chartButton casesAtMarker"
      disabled={range === null}
      onClick={() => range !== null && showCases([{ kind: 'score', range }])}
    >
      {range === null
        ? translate('scores.showNone')
        : translate('scores.show', { low: formatThreshold(range.low), high: formatThreshold(range.high) })}
    </button>
  );
}
