import { useMemo, useState } from 'react';
import { translate } from '../../i18n/translate.ts';

/** Options offered at a time. */
const OFFERED = 50;

interface SearchFieldProps {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly options: readonly string[];
  /** The text of the empty choice, where there is one. */
  readonly none?: string;
  /** Null: the empty choice. */
  readonly onChange: (value: string | null) => void;
}

/**
 * One of very many options, found by typing a part of it. A choice from the list counts at once, a typed one when Enter is pressed or
 * the field is left; a text that is no option gives way to the present one. O(options) a key.
 */
export function SearchField({ id, name, value, options, none, onChange }: SearchFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [isWrong, setIsWrong] = useState(false);
  const isOption = useMemo(() => {
    const all = new Set(options);
    return (text: string) => all.has(text);
  }, [options]);
  const offered = useMemo(() => {
    const part = (draft ?? '').toLowerCase();
    const found: string[] = [];
    for (let at = 0; at < options.length && found.length < OFFERED; at++) {
      if (options[at].toLowerCase().includes(part)) found.push(options[at]);
    }
    return found;
  }, [draft, options]);

  /** Says whether the text could be taken. */
  const take = (text: string): boolean => {
    const isEmptyChoice = text === '' && none !== undefined;
    if (!isEmptyChoice && !isOption(text)) return false;
    setDraft(null);
    setIsWrong(false);
    if (text !== value) onChange(isEmptyChoice ? null : text);
    return true;
  };

  return (
    <>
      <input
        id={id}
        className="select"
        type="text"
        aria-label={name}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        placeholder={none ?? translate('columns.search')}
        list={`${id}-options`}
        autoComplete="off"
        spellCheck={false}
        value={draft ?? value}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setDraft(text);
          setIsWrong(false);
          // Typing and deleting say what they do; a choice from the list does not, or calls itself a replacement.
          const { inputType } = event.nativeEvent as InputEvent;
          if (inputType === undefined || inputType === 'insertReplacementText') take(text);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && draft !== null) {
            // In a form it would send what stood here before.
            event.preventDefault();
            setIsWrong(!take(draft));
          }
          if (event.key === 'Escape') {
            setDraft(null);
            setIsWrong(false);
          }
        }}
        onBlur={() => {
          if (draft !== null) take(draft);
          setDraft(null);
          setIsWrong(false);
        }}
      />
      <datalist id={`${id}-options`}>
        {offered.map((option) => (
          <option key={option} value={option} />
        ))}
      </datalist>
      {isWrong && (
        <span id={`${id}-wrong`} className="hint" role="alert">
          {translate('columns.noSuch')}
        </span>
      )}
    </>
  );
}
