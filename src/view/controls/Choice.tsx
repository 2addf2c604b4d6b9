import './Choice.css';

export interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly options: readonly string[];
  /** The text of the empty choice, where there is one. */
  readonly none?: string;
  readonly onChange: (value: string | null) => void;
}

/** A list under its name, from which one text is chosen, or none. */
export function Choice({ name, value, options, none, onChange }: ChoiceProps) {
  return (
    <label className="choice">
      <span className="hint">{name}</span>
      <select
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
    </label>
  );
}
