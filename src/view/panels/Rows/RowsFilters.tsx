import { translate } from '../../../i18n/translate.ts';
import type { Outcome, RowQuery } from '../../../state/rows.ts';

/** Which rows are shown, in which order. */
export type RowFilters = Pick<RowQuery, 'outcome' | 'split' | 'order'>;

export const ALL_ROWS: RowFilters = { outcome: null, split: null, order: 'file' };

const OUTCOMES: readonly Outcome[] = ['tp', 'fp', 'fn', 'tn'];
const ORDERS: readonly RowQuery['order'][] = ['file', 'scoreDescending', 'scoreAscending'];

interface RowsFiltersProps {
  readonly filters: RowFilters;
  /** None where there is nothing to choose between. */
  readonly splits: readonly string[];
  readonly onChange: (change: Partial<RowFilters>) => void;
}

export function RowsFilters({ filters, splits, onChange }: RowsFiltersProps) {
  return (
    <div className="rowsFilters">
      <Filter
        name={translate('rows.outcome')}
        value={filters.outcome}
        values={OUTCOMES}
        textOf={(outcome) => translate(`outcome.${outcome}.long`)}
        all={translate('rows.all')}
        onChange={(outcome) => onChange({ outcome })}
      />
      {splits.length > 0 && (
        <Filter
          name={translate('rows.of')}
          value={filters.split}
          values={splits}
          textOf={(split) => split}
          all={translate('rows.all')}
          onChange={(split) => onChange({ split })}
        />
      )}
      <Filter
        name={translate('rows.order')}
        value={filters.order}
        values={ORDERS}
        textOf={(order) => translate(`rows.order.${order}`)}
        onChange={(order) => onChange({ order: order ?? ALL_ROWS.order })}
      />
    </div>
  );
}

interface FilterProps<T extends string> {
  readonly name: string;
  readonly value: T | null;
  readonly values: readonly T[];
  readonly textOf: (value: T) => string;
  /** The text of the choice that leaves nothing out, where there is one. */
  readonly all?: string;
  readonly onChange: (value: T | null) => void;
}

function Filter<T extends string>({ name, value, values, textOf, all, onChange }: FilterProps<T>) {
  return (
    <label>
      <span className="hint">{name}</span>
      <select
        className="select"
        aria-label={name}
        value={value ?? ''}
        onChange={(event) => onChange(values.find((each) => each === event.currentTarget.value) ?? null)}
      >
        {all !== undefined && <option value="">{all}</option>}
        {values.map((each) => (
          <option key={each} value={each}>
            {textOf(each)}
          </option>
        ))}
      </select>
    </label>
  );
}
