import { type TextKey, translate } from '../../i18n/translate.ts';
import type { Notice } from '../../state/notices.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';
import './Notices.css';

/** The sentence of a notice. Why no row could be kept is itself a sentence of the dictionary, given by its key. */
function sentenceOf({ code, values }: Notice): string {
  const said = code === 'noRowsKept' ? { ...values, reason: translate(values.reason as TextKey) } : values;
  return translate(`problem.${code}` as TextKey, said);
}

/** What went wrong, one sentence each; the screen below stays as it was. */
export function Notices() {
  const notices = useTuner((state) => state.notices);
  const { dismissNotice } = useActions();
  return notices.map((notice) => (
    <div key={`${notice.code} ${JSON.stringify(notice.values)}`} className="notice">
      <p role="alert">{sentenceOf(notice)}</p>
      <button
        type="button"
        className="iconButton"
        aria-label={translate('notice.dismiss')}
        onClick={() => dismissNotice(notice)}
      >
        <span aria-hidden="true">✕</span>
      </button>
    </div>
  ));
}
