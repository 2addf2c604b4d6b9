import { type FormEvent, useState } from 'react';
import type { CaseCondition } from '../../../core/cases/caseSelection.ts';
import type { ColumnProfile } from '../../../core/dataset/profile.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectColumns } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { Choice } from '../../controls/Choice.tsx';
import { typedNumber } from '../../controls/NumberField.tsx';

/** A column with more different values than this is asked for by a range, or by typing. */
const LISTED = 12;
const MISSING = '\0missing';

type Way = 'values' | 'range' | 'text';

function wayOf({ distinct, numericShare }: ColumnProfile): Way {
  if (distinct <= LISTED) return 'values';
  return numericShare > 0.5 ? 'range' : 'text';
}

/** Null where what was typed is no condition. */
function conditionOf(column: string, way: Way, value: string, from: string, below: string): CaseCondition | null {
  if (way !== 'range') return value === MISSING ? { kind: 'missing', column } : { kind: 'value', column, value };
  const low = from.trim() === '' ? -Infinity : typedNumber(from);
  const high = below.trim() === '' ? Infinity : typedNumber(below);
  if (Number.isNaN(low) || Number.isNaN(high)) return null;
  return { kind: 'range', column, range: { low, high, isLowIn: true, isHighIn: false } };
}

/** A column, and what must stand in it. */
export function AddCondition() {
  const columns = useTuner(selectColumns);
  const { addCaseCondition } = useActions();
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const [from, setFrom] = useState('');
  const [below, setBelow] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const column = columns.find((each) => each.name === name);
  const way = column === undefined ? null : wayOf(column);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const condition = way === null ? null : conditionOf(name, way, value, from, below);
    setIsWrong(condition === null);
    if (condition !== null) addCaseCondition(condition);
  };
  const field = (label: string, text: string, onChange: (text: string) => void) => (
    <label>
      <span className="hint">{label}</span>
      <input
        className="select caseNumber"
        type="text"
        aria-invalid={isWrong}
        value={text}
        onChange={(event) => {
          setIsWrong(false);
          onChange(event.currentTarget.value);
        }}
      />
    </label>
  );
  return (
    <form className="caseAdd" aria-label={translate('cases.filter')} onSubmit={onSubmit}>
      <Choice
        name={translate('cases.filter.column')}
        value={name}
        options={columns.map((each) => each.name)}
        none={translate('columns.none')}
        onChange={(chosen) => {
          setName(chosen ?? '');
          setValue(columns.find((each) => each.name === chosen)?.topValues[0]?.value ?? '');
          setIsWrong(false);
        }}
      />
      {way === 'values' && column !== undefined && (
        <label>
          <span className="hint">{translate('cases.filter.value')}</span>
          <select className="select" value={value} onChange={(event) => setValue(event.currentTarget.value)}>
            {column.topValues.map((each) => (
              <option key={each.value} value={each.value}>
                {each.value}
              </option>
            ))}
            {column.missing > 0 && <option value={MISSING}>{translate('cases.filter.missing')}</option>}
          </select>
        </label>
      )}
      {way === 'text' && field(translate('cases.filter.value'), value, setValue)}
      {way === 'range' && field(translate('cases.filter.from'), from, setFrom)}
      {way === 'range' && field(translate('cases.filter.below'), below, setBelow)}
      {isWrong && (
        <span className="hint" role="alert">
          {translate('field.number')}
        </span>
      )}
      {way !== null && (
        <button type="submit" className="button">
          {translate('cases.filter.add')}
        </button>
      )}
    </form>
  );
}
