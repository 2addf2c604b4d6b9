import { useState } from 'react';
import { MOST_GROUP_COLUMNS } from '../../../core/slices/grouping.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectGrouping } from '../../../state/groupSelectors.ts';
import { selectColumns } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { Choice } from '../../controls/Choice.tsx';
import { EdgesField } from './EdgesField.tsx';

/** Which columns make groups, and where the ranges of their numbers end. */
export function GroupByFields() {
  const grouping = useTuner(selectGrouping);
  const columns = useTuner(selectColumns);
  const { groupByColumns, setGrouping } = useActions();
  const by = grouping?.by ?? [];
  // The edges of a column of numbers come a moment later; a second key press goes on from the first one.
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const chosen = asked ?? by.map(({ column }) => column);
  const places = Array.from({ length: Math.min(chosen.length + 1, MOST_GROUP_COLUMNS) }, (_, place) => place);
  const hasNumbers = (name: string) => (columns.find((column) => column.name === name)?.numericShare ?? 0) > 0;
  const choose = (place: number, column: string | null) => {
    const next =
      column === null
        ? chosen.filter((_, at) => at !== place)
        : [...chosen.slice(0, place), column, ...chosen.slice(place + 1)];
    setAsked(next);
    void groupByColumns(next).finally(() => setAsked((last) => (last === next ? null : last)));
  };
  return (
    <fieldset className="groupBy">
      <legend className="visuallyHidden">{translate('slices.columns')}</legend>
      {places.map((place) => (
        <Choice
          key={place}
          name={translate(place === 0 ? 'slices.group' : 'slices.andBy')}
          value={chosen[place] ?? ''}
          options={columns.map(({ name }) => name).filter((name) => name === chosen[place] || !chosen.includes(name))}
          none={translate(place === 0 ? 'slices.none' : 'slices.noMore')}
          onChange={(column) => choose(place, column)}
        />
      ))}
      {by
        .filter(({ column }) => hasNumbers(column))
        .map(({ column, edges }) => (
          <EdgesField
            key={column}
            column={column}
            edges={edges}
            onChange={(next) =>
              setGrouping({ by: by.map((each) => (each.column === column ? { column, edges: next } : each)) })
            }
          />
        ))}
    </fieldset>
  );
}
