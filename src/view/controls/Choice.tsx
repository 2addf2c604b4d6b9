import { useId } from 'react';
import { SearchField } from './SearchField.tsx';
import './Choice.css';

export interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly options: readonly string[];
  /** The text of the empty choice, where there is one. */
  readonly none?: string;
  readonly onChange: (value: string | null) => void;
}

/** A list of more options than this is searched instead of unrolled. */
const LISTED = 500;

/** A list under its name, from which one text is chosen, or none. */
export function Choice(props: ChoiceProps) {
  const { name, value, options, none, onChange } = props;
  const id = useId();
  return (
    <label className="choice" htmlFor={id}>
      <span className="hint">{name}</span>
      {options.length > LISTED ? (
        <SearchField key={value} id={id} {...props} />
      ) : (
        <select
          id={id}
          className="select"
          aria-label={name}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      )}
    </label>
  );
}
