import type { ColumnSummary } from '../../../core/columns/columnSummary.ts';
import type { TextTable } from '../../../state/tables.ts';
import { groupName } from './groupName.ts';

/** Every group of every column, a row each. */
export function summariesTable(summaries: readonly ColumnSummary[]): TextTable {
  return {
    columns: ['column', 'value', 'cases', 'positives', 'positiveShare'],
    rows: summaries.flatMap(({ name, groups }) =>
      groups.map(({ key, cases, positives }) => [
        name,
        groupName(key),
        cases,
        positives,
        cases > 0 ? positives / cases : '',
      ]),
    ),
  };
}
