import { useEffect, useId, useRef } from 'react';
import { translate } from '../../../i18n/translate.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import './RemoteFilePanel.css';

/** The file on another site that a link leads to, if there is one: who would be asked, and for what? */
export function RemoteFilePanel() {
  const offered = useTuner((state) => state.offered);
  const { acceptRemote, declineRemote } = useActions();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  if (offered === null) return null;
  const { host, href, pageOf } = offered.address;
  return (
    <section className="panel remoteFile" aria-labelledby={titleId}>
      <h2 id={titleId} ref={title} tabIndex={-1}>
        {translate('remote.title', { host })}
      </h2>
      <p>{translate('remote.text')}</p>
      <dl className="remoteFileAddress">
        <dt className="hint">{translate('remote.address')}</dt>
        <dd className="remoteFileAddress">
          <code>{href}</code>
        </dd>
      </dl>
      {pageOf !== null && <p className="hint remoteFileAddress">{translate('remote.page', { address: pageOf })}</p>}
      <p>{translate('remote.learns', { host })}</p>
      <p className="remoteFileButtons">
        <button type="button" className="button buttonStrong" onClick={() => void acceptRemote()}>
          {translate('remote.go', { host })}
        </button>
        <button type="button" className="button" onClick={declineRemote}>
          {translate('remote.leave')}
        </button>
      </p>
    </section>
  );
}
