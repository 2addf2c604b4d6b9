import { type TextKey, translate } from '../../i18n/translate.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';
import './Notices.css';

/** What went wrong, one sentence each; the screen below stays as it was. */
export function Notices() {
  const notices = useTuner((state) => state.notices);
  const { dismissNotice } = useActions();
  return notices.map((notice) => (
    <div key={`${notice.code} ${JSON.stringify(notice.values)}`} className="notice">
      <p role="alert">{translate(`problem.${notice.code}` as TextKey, notice.values)}</p>
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
