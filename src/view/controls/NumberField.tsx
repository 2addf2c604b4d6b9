import { type KeyboardEvent, useId, useState } from 'react';
import { translate } from '../../i18n/translate.ts';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  /** What is shown at rest; the exact number is shown while it is edited. */
  readonly shown?: string;
  readonly low?: number;
  readonly high?: number;
  readonly onChange: (value: number) => void;
  readonly className?: string;
  readonly id?: string;
  readonly onArrow?: (event: KeyboardEvent<HTMLInputElement>) => boolean;
}

/** The number a person typed, with a comma or a point; NaN for anything else. "∞" and "inf" are numbers too. */
export function typedNumber(text: string): number {
  const plain = text
    .trim()
    .replace('−', '-')
    .replace(/^([+-]?)(?:∞|inf(?:inity)?)$/i, '$1Infinity');
  const decimal = /^[+-]?\d*,\d+$/.test(plain) ? plain.replace(',', '.') : plain;
  return decimal === '' ? Number.NaN : Number(decimal);
}

/** The narrowest width in characters that shows the text whole. */
const widthOf = (text: string): number => Math.max(2, Math.min(22, text.length));

/** A number that can be typed: Enter or leaving the field applies it, Escape brings the old one back. */
export function NumberField({
  label,
  value,
  shown,
  low = -Infinity,
  high = Infinity,
  onChange,
  className,
  id,
  onArrow,
}: NumberFieldProps) {
  const errorId = useId();
  /** What was typed since the last time it was applied; null while nothing was. */
  const [draft, setDraft] = useState<string | null>(null);
  const [isFocused, setIsFocused] = useState(false);
  const [isWrong, setIsWrong] = useState(false);
  const text = draft ?? (isFocused || shown === undefined ? String(value) : shown);

  const apply = () => {
    if (draft === null) return;
    const typed = typedNumber(draft);
    if (!(typed >= low && typed <= high)) {
      setIsWrong(true);
      return;
    }
    setIsWrong(false);
    setDraft(null);
    onChange(typed);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') apply();
    if (event.key === 'Escape') {
      setIsWrong(false);
      setDraft(null);
    }
    if (onArrow?.(event)) {
      event.preventDefault();
      setDraft(null);
    }
  };
  return (
    <>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        className={`field ${className ?? ''}`}
        aria-label={label}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? errorId : undefined}
        style={{ width: `calc(${widthOf(text)}ch + 16px)` }}
        value={text}
        onFocus={(event) => {
          setIsFocused(true);
          const field = event.currentTarget;
          // The exact text is in place only after this render.
          requestAnimationFrame(() => field.select());
        }}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          setIsWrong(false);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setIsFocused(false);
          apply();
        }}
      />
      {isWrong && (
        <span id={errorId} role="alert" className="fieldError">
          {Number.isFinite(low) && Number.isFinite(high)
            ? translate('field.between', { low: String(low), high: String(high) })
            : translate('field.number')}
        </span>
      )}
    </>
  );
}
