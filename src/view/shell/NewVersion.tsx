import { sentenceGap } from '../../i18n/joined.ts';
import { translate } from '../../i18n/translate.ts';
import { selectIsKept } from '../../state/selectors.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';
import './NewVersion.css';

/** Says that a new version of the page is there, and what reloading costs; the page never reloads by itself. */
export function NewVersion() {
  const isReady = useTuner((state) => state.isNewerVersionReady);
  const losesFile = useTuner((state) => state.opened?.origin.kind === 'device' && !selectIsKept(state));
  const { startNewerVersion, postponeNewerVersion } = useActions();
  if (!isReady) return null;
  return (
    <section className="newVersion" aria-label={translate('version.section')}>
      <p role="status">
        {translate('version.ready')}
        {sentenceGap()}
        {losesFile && translate('version.losesFile')}
      </p>
      <button type="button" className="button" onClick={() => void startNewerVersion()}>
        {translate('version.reload')}
      </button>
      <button type="button" className="linkButton" onClick={postponeNewerVersion}>
        {translate('version.later')}
      </button>
    </section>
  );
}
