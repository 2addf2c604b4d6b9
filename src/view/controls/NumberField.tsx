import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { formatEdge } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import { fitted } from './fitted.ts';

export interface NumberFieldHandle {
  /** Goes on in this field with what was typed elsewhere, in place of the number that stands here. */
  startTyping(text: string): void;
}

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  /** What is shown at rest; the exact number is shown while it is edited. */
  readonly shown?: string;
  readonly low?: number;
  readonly high?: number;
  readonly onChange: (value: number) => void;
  readonly className?: string;
  readonly onArrow?: (event: KeyboardEvent<HTMLInputElement>) => boolean;
  readonly ref?: Ref<NumberFieldHandle>;
}

/** As a keyboard for English writes it; one for Chinese gives “０．５９” and “0。59”. */
const trimmed = (text: string): string => text.normalize('NFKC').trim().replace('−', '-').replace('。', '.');

/** One to three digits and groups of three, such as 12,000: a comma for thousands to one reader, for decimals to the other. */
const isGrouped = (text: string): boolean => /^[+-]?[1-9]\d{0,2}(,\d{3})+$/.test(trimmed(text));

/** The number a person typed, with a comma or a point; NaN for anything else. "∞" and "inf" are numbers too. */
export function typedNumber(text: string): number {
  const plain = trimmed(text);
  const [, sign] = /^([+-]?)(?:∞|inf(?:inity)?)$/i.exec(plain) ?? [];
  if (sign !== undefined) return sign === '-' ? -Infinity : Infinity;
  if (isGrouped(plain)) return Number.NaN;
  const decimal = /^[+-]?\d*,\d+$/.test(plain) ? plain.replace(',', '.') : plain;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(decimal) ? Number(decimal) : Number.NaN;
}

/** A limit that nobody meets but by mistake, and that need not be named to others. */
const ENDLESS = 1e9;

/** What is wrong with a text that was not taken, and what to type instead. */
function complaint(text: string, low: number, high: number): string {
  if (isGrouped(text)) {
    const whole = trimmed(text).replaceAll(',', '');
    const parts = trimmed(text).split(',');
    if (parts.length > 2) return translate('field.grouped', { whole });
    const decimal = parts.join('.').replace(/(\.\d+?)0+$/, '$1');
    return translate('field.ambiguous', { typed: text.trim(), whole, decimal });
  }
  if (!Number.isFinite(low) || !Number.isFinite(high)) return translate('field.number');
  if (high < ENDLESS) return translate('field.between', { low: String(low), high: String(high) });
  const typed = typedNumber(text);
  if (Number.isNaN(typed)) return translate('field.number');
  return typed < low
    ? translate('field.least', { low: formatEdge(low) })
    : translate('field.most', { high: formatEdge(high) });
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
  onArrow,
  ref,
}: NumberFieldProps) {
  const errorId = useId();
  const input = useRef<HTMLInputElement>(null);
  /** What was typed since the last time it was applied; null while nothing was. */
  const [draft, setDraft] = useState<string | null>(null);
  const [isFocused, setIsFocused] = useState(false);
  const [isWrong, setIsWrong] = useState(false);
  const isTypedInto = useRef(false);
  const text = draft ?? (isFocused || shown === undefined ? String(value) : shown);

  const forget = () => {
    setDraft(null);
    setIsWrong(false);
  };
  // A text that was not taken must not stand for a number that has changed since.
  const [drafted, setDrafted] = useState(value);
  if (!Object.is(drafted, value)) {
    setDrafted(value);
    if (!isFocused) forget();
  }
  useImperativeHandle(ref, () => ({
    startTyping(begun) {
      setDraft(begun);
      setIsWrong(false);
      isTypedInto.current = true;
      input.current?.focus();
      isTypedInto.current = false;
    },
  }));

  // Typing begins a new number; the exact text is in place only after the render.
  const [selections, setSelections] = useState(0);
  const selectAll = () => setSelections((count) => count + 1);
  useLayoutEffect(() => {
    if (selections > 0) input.current?.select();
  }, [selections]);

  const apply = () => {
    if (draft === null) return;
    const typed = typedNumber(draft);
    if (!(typed >= low && typed <= high)) {
      setIsWrong(true);
      return;
    }
    forget();
    onChange(typed);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      apply();
      selectAll();
    }
    if (event.key === 'Escape') forget();
    if (onArrow?.(event)) {
      event.preventDefault();
      forget();
    }
  };
  return (
    <>
      <input
        ref={input}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        className={`field fitted ${className ?? ''}`}
        aria-label={label}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? errorId : undefined}
        style={fitted(widthOf(text), 16)}
        value={text}
        onFocus={() => {
          setIsFocused(true);
          if (!isTypedInto.current) selectAll();
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
          {complaint(text, low, high)}
        </span>
      )}
    </>
  );
}
