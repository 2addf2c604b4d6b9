import { translate } from '../../i18n/translate.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';
import { Dialog } from '../controls/Dialog.tsx';
import './CopyByHand.css';

/** What the browser did not allow to be copied, selected, ready for the key that copies. */
export function CopyByHand() {
  const text = useTuner((state) => state.refusedText);
  const { forgetRefusedText } = useActions();
  if (text === null) return null;
  return (
    <Dialog title={translate('copyByHand.title')} onClose={forgetRefusedText}>
      <p>{translate('copyByHand.how')}</p>
      <textarea
        ref={(area) => {
          // Once the dialog is shown, which would move the focus again.
          const timer = setTimeout(() => area?.select());
          return () => clearTimeout(timer);
        }}
        className="copyByHand"
        aria-label={translate('copyByHand.text')}
        rows={8}
        readOnly
        value={text}
      />
    </Dialog>
  );
}
