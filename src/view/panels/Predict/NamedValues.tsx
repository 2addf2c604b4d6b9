import { useRef } from 'react';
import { type TextKey, translate } from '../../../i18n/translate.ts';
import { passFocus } from '../../controls/passFocus.ts';

interface NamedValue {
  readonly name: string;
  readonly value: string;
}

interface NamedValuesProps {
  readonly values: readonly NamedValue[];
  /** What the fields and buttons are called, by the place of the row. */
  readonly names: Readonly<Record<'name' | 'value' | 'add' | 'remove', TextKey>>;
  readonly onChange: (values: readonly NamedValue[]) => void;
}

/** Names with values, one a line, that can be typed, added and taken away. */
export function NamedValues({ values, names, onChange }: NamedValuesProps) {
  const add = useRef<HTMLButtonElement>(null);
  const change = (at: number, part: Partial<NamedValue>) =>
    onChange(values.map((each, place) => (place === at ? { ...each, ...part } : each)));
  return (
    <>
      {values.map(({ name, value }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may have one name while they are typed
        <div className="namedValue" key={at}>
          <input
            className="field"
            aria-label={translate(names.name, { place: at + 1 })}
            value={name}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => change(at, { name: event.currentTarget.value })}
          />
          <input
            className="field"
            aria-label={translate(names.value, { place: at + 1 })}
            value={value}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => change(at, { value: event.currentTarget.value })}
          />
          <button
            ref={passFocus(() => add.current)}
            type="button"
            className="iconButton"
            aria-label={translate(names.remove, { place: at + 1 })}
            title={translate(names.remove, { place: at + 1 })}
            onClick={() => onChange(values.toSpliced(at, 1))}
          >
            <span aria-hidden="true">×</span>
          </button>
        </div>
      ))}
      <button
        ref={add}
        type="button"
        className="linkButton"
        onClick={() => onChange([...values, { name: '', value: '' }])}
      >
        {translate(names.add)}
      </button>
    </>
  );
}
