import { useEffect } from 'react';
import { useActions } from '../../state/useTuner.ts';
import { openFilePicker } from './openField.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type=range]):not([type=radio]), textarea, select, [contenteditable]') !== null;

/** Keys that work wherever the focus is: open, undo, redo, help. While a text is typed, its own undo comes first. */
export function useGlobalKeys(onHelp: () => void): void {
  const { undo, redo } = useActions();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        if (event.altKey) return;
        if (key === 'o' && !event.shiftKey) {
          event.preventDefault();
          openFilePicker();
        } else if (!isTyping(event.target) && (key === 'y' || (key === 'z' && event.shiftKey))) {
          event.preventDefault();
          redo();
        } else if (!isTyping(event.target) && key === 'z') {
          event.preventDefault();
          undo();
        }
      } else if (event.key === '?' && !event.altKey && !isTyping(event.target)) {
        event.preventDefault();
        onHelp();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [undo, redo, onHelp]);
}
