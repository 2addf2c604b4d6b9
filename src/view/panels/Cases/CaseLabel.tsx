import { useId, useState } from 'react';
import { translate } from '../../../i18n/translate.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';

/** Whether the label of a row is wrong, and what there is to say about that. */
export function CaseLabel({ row }: { readonly row: number }) {
  const id = useId();
  const mark = useTuner((state) => state.marks.get(row) ?? null);
  const { markCase } = useActions();
  const [note, setNote] = useState(mark?.note ?? '');
  return (
    <div className="caseLabel">
      <label>
        <input
          type="checkbox"
          checked={mark !== null}
          onChange={(event) => markCase(row, event.currentTarget.checked ? { note } : null)}
        />{' '}
        {translate('case.markWrong')}
      </label>
      {mark !== null && (
        <label className="caseNote" htmlFor={id}>
          <span className="hint">{translate('case.note')}</span>
          <input
            id={id}
            className="select"
            type="text"
            value={note}
            placeholder={translate('case.noteHint')}
            onChange={(event) => {
              setNote(event.currentTarget.value);
              markCase(row, { note: event.currentTarget.value });
            }}
          />
        </label>
      )}
    </div>
  );
}
