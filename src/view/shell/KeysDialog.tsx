import { translate } from '../../i18n/translate.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';
import { Dialog } from '../controls/Dialog.tsx';
import './KeysDialog.css';

const KEYS = ['step', 'change', 'page', 'ends', 'digits', 'undo', 'open', 'paste', 'parts', 'help'] as const;

const OF_OWN_FILES: readonly string[] = ['open', 'paste'];

/** Every key the page knows. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const mayOpen = useTuner((state) => state.deploy.allowOwnFiles);
  const hasHelpKey = useTuner((state) => state.hasHelpKey);
  const { setHelpKey } = useActions();
  return (
    <Dialog title={translate('keys.title')} onClose={onClose}>
      <dl className="keys">
        {KEYS.filter((name) => mayOpen || !OF_OWN_FILES.includes(name)).map((name) => (
          <div key={name}>
            <dt>{translate(`keys.${name}.keys`)}</dt>
            <dd>{translate(`keys.${name}.does`)}</dd>
          </div>
        ))}
      </dl>
      <label className="keysSwitch">
        <input type="checkbox" checked={hasHelpKey} onChange={(event) => setHelpKey(event.currentTarget.checked)} />
        {translate('keys.helpSwitch')}
      </label>
    </Dialog>
  );
}
