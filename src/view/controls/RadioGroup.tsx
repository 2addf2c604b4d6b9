import { useId } from 'react';
import './RadioGroup.css';

export interface RadioGroupProps<T extends string> {
  readonly label: string;
  readonly value: T;
  /** `name` is what a screen reader says where `shown` is a sign; `lang` the language of both, where it is not the page's. */
  readonly options: readonly {
    readonly value: T;
    readonly shown: string;
    readonly name?: string;
    readonly lang?: string;
  }[];
  readonly onChange: (value: T) => void;
  readonly isLabelShown?: boolean;
}

/** A few choices side by side, one of them on. */
export function RadioGroup<T extends string>({
  label,
  value,
  options,
  onChange,
  isLabelShown = false,
}: RadioGroupProps<T>) {
  const id = useId();
  return (
    <div className="radioField">
      {isLabelShown && (
        <span className="hint" aria-hidden="true">
          {label}
        </span>
      )}
      <div className="radioGroup" role="radiogroup" aria-label={label}>
        {options.map((option) => (
          <label key={option.value} className="radio" title={option.name} lang={option.lang}>
            <input
              type="radio"
              name={id}
              aria-label={option.name ?? option.shown}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span aria-hidden="true">{option.shown}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
