import { useEffect, useState } from 'react';
import { translate } from '../../i18n/translate.ts';
import { useActions } from '../../state/useTuner.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Files can be dropped anywhere on the page, and a table pasted wherever no field has the focus. */
export function DropTarget() {
  const { openFiles, openText } = useActions();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      void openFiles([...(event.dataTransfer?.files ?? [])].map((file) => ({ name: file.name, blob: file })));
    };
    const onPaste = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]')) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (files.length === 0 && text === '') return;
      event.preventDefault();
      if (files.length > 0) void openFiles(files.map((file) => ({ name: file.name, blob: file })));
      else void openText(text);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
    };
  }, [openFiles, openText]);
  return isOver ? <div className="dropOverlay">{translate('drop.here')}</div> : null;
}
