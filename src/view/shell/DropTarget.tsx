import { useEffect, useState } from 'react';
import { translate } from '../../i18n/translate.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

const hasColumnsOrLines = (text: string): boolean => /[,;\t|\r\n]/.test(text);
const isPicture = (file: File): boolean => file.type.startsWith('image/');

/** The names of the folders among what is dropped: a folder looks like a file that cannot be read. */
function foldersIn(transfer: DataTransfer | null): string[] {
  const entries = [...(transfer?.items ?? [])].map((item) => item.webkitGetAsEntry?.() ?? null);
  return entries.flatMap((entry) => (entry?.isDirectory ? [entry.name] : []));
}

/** Files can be dropped anywhere on the page, and a table pasted wherever no field has the focus, if the page allows it. */
export function DropTarget() {
  const mayOpen = useTuner((state) => state.deploy.allowOwnFiles);
  const { openFiles, openText, addNotice } = useActions();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // Even where nothing may be opened: the browser would leave the page and show the file.
      event.preventDefault();
      setIsOver(mayOpen);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      const [folder] = foldersIn(event.dataTransfer);
      if (folder !== undefined && mayOpen) addNotice({ code: 'folder', values: { file: folder } });
      else void openFiles([...(event.dataTransfer?.files ?? [])].map((file) => ({ name: file.name, blob: file })));
    };
    const onPaste = (event: ClipboardEvent) => {
      if (!mayOpen) return;
      if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]')) return;
      // A spreadsheet puts a picture of the cells beside their text.
      const files = [...(event.clipboardData?.files ?? [])].filter((file) => !isPicture(file));
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (files.length === 0 && text === '') return;
      event.preventDefault();
      if (files.length === 0 || hasColumnsOrLines(text)) void openText(text);
      else void openFiles(files.map((file) => ({ name: file.name, blob: file })));
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
  }, [openFiles, openText, addNotice, mayOpen]);
  return isOver && mayOpen ? <div className="dropOverlay">{translate('drop.here')}</div> : null;
}
