import { formatMetric } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import type { CasePage } from '../../../state/caseList.ts';
import { placeText } from '../../rowsTable/placeText.ts';
import { shortened } from '../../rowsTable/shownColumns.ts';

/** What the list says of a row, column by column: its result, which is drawn, is left empty, and its mark is said as if it had one. */
export function caseTexts(row: CasePage['rows'][number], hasFiles: boolean): readonly string[] {
  const distance = Math.abs(row.score - row.threshold);
  return [
    placeText(row, hasFiles),
    '',
    formatMetric(row.score, 4),
    Number.isFinite(row.threshold) ? formatMetric(distance, 4) : '—',
    translate('cases.marked'),
    ...row.cells.map(shortened),
  ];
}
