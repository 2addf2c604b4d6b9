import { type TextKey, translate } from '../../i18n/translate.ts';
import type { Notice } from '../../state/notices.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';
import './Notices.css';

const sentenceOf = ({ code, values }: Notice): string => translate(`problem.${code}` as TextKey, values);

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
