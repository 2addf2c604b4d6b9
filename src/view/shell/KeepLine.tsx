import { useEffect, useId, useRef, useState } from 'react';
import { sentenceGap } from '../../i18n/joined.ts';
import { translate } from '../../i18n/translate.ts';
import { selectIsKept } from '../../state/selectors.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';
import './KeepLine.css';

/** The consent to keep the open file on this device: given by a tick, withdrawn by taking it away. */
function KeepSwitch() {
  const isKept = useTuner(selectIsKept);
  const isKeeping = useTuner((state) => state.isKeeping);
  const before = useTuner((state) => (state.keptBefore === state.opened?.name ? null : state.keptBefore));
  const files = useTuner((state) => state.opened?.files.length ?? 0);
  const { keep, forgetKept } = useActions();
  const howId = useId();
  const how = isKeeping ? 'keep.busy' : !isKept ? 'keep.offered' : before === null ? 'keep.kept' : 'keep.keptInstead';
  return (
    <p className="keepLine">
      <label className="keepSwitch">
        <input
          type="checkbox"
          checked={isKept || isKeeping}
          aria-describedby={howId}
          onChange={(event) => void (event.currentTarget.checked ? keep() : forgetKept())}
        />
        {translate(files > 1 ? 'keep.these' : 'keep.this')}
      </label>{' '}
      <span id={howId} className="hint" role="status">
        {translate(how, before === null ? {} : { before })}
      </span>
    </p>
  );
}

/** What is kept while something else is open, or nothing. */
function KeptElse({ onForget }: { readonly onForget: () => void }) {
  const kept = useTuner((state) => state.kept);
  const mayOpen = useTuner((state) => state.deploy.allowOwnFiles);
  const { openKept } = useActions();
  return (
    <p className="keepLine hint">
      {kept === null ? translate('keep.later') : translate('keep.other', { file: kept.name, rows: kept.rows })}
      {sentenceGap()}
      {kept !== null && mayOpen && (
        <>
          <button type="button" className="linkButton" onClick={() => void openKept()}>
            {translate('keep.open')}
          </button>
          {' · '}
        </>
      )}
      <button type="button" className="linkButton" onClick={onForget}>
        {translate('keep.forget')}
      </button>
    </p>
  );
}

/** What this device keeps for the page, and the choice to. */
export function KeepLine() {
  const mayKeep = useTuner(
    ({ opened, deploy, isKeptByLater }) =>
      opened !== null && opened.origin.kind === 'device' && deploy.allowOwnFiles && !isKeptByLater,
  );
  const isOtherKept = useTuner(
    (state) => state.isKeptByLater || (state.kept !== null && !state.isKeeping && !selectIsKept(state)),
  );
  const isBusy = useTuner((state) => state.isStarting || (state.opened === null && state.reading !== null));
  const { forgetKept } = useActions();
  const [isForgotten, setIsForgotten] = useState(false);
  const forgotten = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone; the focus stays where it was.
  useEffect(() => {
    if (isForgotten && !isOtherKept) forgotten.current?.focus();
  }, [isForgotten, isOtherKept]);
  if (isBusy || (!mayKeep && !isOtherKept && !isForgotten)) return null;
  return (
    <section className="keep" aria-label={translate('keep.section')}>
      {mayKeep && <KeepSwitch />}
      {isOtherKept && (
        <KeptElse
          onForget={() => {
            setIsForgotten(true);
            void forgetKept();
          }}
        />
      )}
      {isForgotten && !isOtherKept && (
        <p ref={forgotten} tabIndex={-1} className="keepLine hint" onBlur={() => setIsForgotten(false)}>
          {translate('keep.forgotten')}
        </p>
      )}
    </section>
  );
}
