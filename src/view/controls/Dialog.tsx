import { type ReactNode, useEffect, useId, useRef } from 'react';
import { translate } from '../../i18n/translate.ts';
import './Dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A native modal dialog: Escape, the button and a press outside close it, and the focus returns to where it was. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const node = dialog.current;
    if (node !== null && !node.open) node.showModal();
    return () => node?.close();
  }, []);
  // Closed by itself, the dialog gives the focus back to where it was; taken away, it would not.
  const close = () => dialog.current?.close();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the backdrop is a shortcut; Escape closes the dialog by itself
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) close();
      }}
    >
      <div className="dialogBody">
        <div className="panelHead">
          <h2 id={id}>{title}</h2>
          <button type="button" className="iconButton" aria-label={translate('dialog.close')} onClick={close}>
            <span aria-hidden="true">✕</span>
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
