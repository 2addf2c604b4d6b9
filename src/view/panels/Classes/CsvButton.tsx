import { translate } from '../../../i18n/translate.ts';
import type { TextTable } from '../../../state/tables.ts';
import { useActions } from '../../../state/useTuner.ts';

/** Saves a table as CSV. */
export function CsvButton({
  title,
  name,
  tableOf,
}: {
  readonly title: string;
  readonly name: string;
  readonly tableOf: () => TextTable;
}) {
  const { downloadTable } = useActions();
  return (
    <button
      type="button"
      className="chartButton"
      aria-label={translate('chart.csvOf', { title })}
      onClick={() => downloadTable(name, tableOf())}
    >
      {translate('chart.csv')}
    </button>
  );
}
