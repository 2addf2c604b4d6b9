import { useId, useState } from 'react';
import { tidyEdges } from '../../../core/slices/grouping.ts';
import { translate } from '../../../i18n/translate.ts';

/** More ranges than this are no groups any more. */
const MOST_EDGES = 100;

/** The numbers of a text, or what is wrong with it; a keyboard for Chinese gives “，”, “、” and wide digits, which do as well. */
function typedEdges(text: string): readonly number[] | { readonly complaint: string } {
  const parts = text
    .normalize('NFKC')
    .split(/[;,、\s]+/)
    .filter((part) => part !== '');
  const wrong = parts.find((part) => !Number.isFinite(Number(part)));
  if (wrong !== undefined) return { complaint: translate('slices.edgesWrong', { text: wrong.slice(0, 40) }) };
  if (parts.length > MOST_EDGES) return { complaint: translate('slices.edgesTooMany', { most: MOST_EDGES }) };
  return tidyEdges(parts.map(Number));
}

interface EdgesFieldProps {
  readonly column: string;
  readonly edges: readonly number[] | null;
  readonly onChange: (edges: readonly number[] | null) => void;
}

/** The ends of a column's ranges as a text that can be typed: Enter or leaving the field applies it, Escape brings the old ones back. */
export function EdgesField({ column, edges, onChange }: EdgesFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [complaint, setComplaint] = useState<string | null>(null);
  const written = edges?.join(', ') ?? '';
  const forget = () => {
    setDraft(null);
    setComplaint(null);
  };
  const apply = () => {
    if (draft === null) return;
    const typed = typedEdges(draft);
    if ('complaint' in typed) {
      setComplaint(typed.complaint);
      return;
    }
    forget();
    onChange(typed.length === 0 ? null : typed);
  };
  return (
    <div className="choice groupEdges">
      <label className="hint" htmlFor={id}>
        {translate('slices.edges', { column })}
      </label>
      <input
        id={id}
        type="text"
        className="field"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={complaint !== null}
        aria-describedby={`${id}-about`}
        value={draft ?? written}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          setComplaint(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') apply();
          if (event.key === 'Escape') forget();
        }}
        onBlur={apply}
      />
      <span
        id={`${id}-about`}
        role={complaint === null ? undefined : 'alert'}
        className={complaint === null ? 'visuallyHidden' : 'fieldError'}
      >
        {complaint ?? translate('slices.edgesHint')}
      </span>
    </div>
  );
}
