import { translate } from '../../i18n/translate.ts';
import { Dialog } from '../controls/Dialog.tsx';
import './KeysDialog.css';

const KEYS = ['step', 'change', 'page', 'ends', 'digits', 'undo', 'open', 'paste', 'help'] as const;

/** Every key the page knows. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={translate('keys.title')} onClose={onClose}>
      <dl className="keys">
        {KEYS.map((name) => (
          <div key={name}>
            <dt>{translate(`keys.${name}.keys`)}</dt>
            <dd>{translate(`keys.${name}.does`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
