import { useEffect } from 'react';
import { useActions, useTuner } from '../../state/useTuner.ts';
import { openFilePicker } from './openField.ts';
import { goToNextPart } from './parts.ts';

const PRESSED = ['range', 'radio', 'checkbox', 'button', 'submit', 'reset', 'file', 'color'];

/** Whether the focus is where text is written, which has an undo of its own. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  (target.closest('textarea, [contenteditable]') !== null ||
    (target instanceof HTMLInputElement && !PRESSED.includes(target.type)));

/** Where a single character means nothing else: a list, say, would look for an entry that begins with it. */
const isFreeForSigns = (target: EventTarget | null): boolean =>
  target === document.body ||
  target === document.documentElement ||
  (target instanceof Element && target.closest('button, [role=slider], input[type=range]') !== null);

/** A dialog keeps the focus until it is closed. */
const isOnPage = (target: EventTarget | null): boolean =>
  !(target instanceof Element && target.closest('dialog, [role=dialog]') !== null);

/** Keys that work wherever the focus is: open, undo, redo, help, the next part. While a text is typed, its own undo comes first. */
export function useGlobalKeys(onHelp: () => void): void {
  const mayOpen = useTuner((state) => state.deploy.allowOwnFiles);
  const hasHelpKey = useTuner((state) => state.hasHelpKey);
  const { undo, redo } = useActions();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        if (event.altKey) return;
        if (key === 'o' && !event.shiftKey && mayOpen) {
          event.preventDefault();
          openFilePicker();
        } else if (!isTyping(event.target) && (key === 'y' || (key === 'z' && event.shiftKey))) {
          event.preventDefault();
          redo();
        } else if (!isTyping(event.target) && key === 'z') {
          event.preventDefault();
          undo();
        }
      } else if (hasHelpKey && event.key === '?' && !event.altKey && isFreeForSigns(event.target)) {
        event.preventDefault();
        onHelp();
      } else if (event.key === 'F6' && !event.altKey && isOnPage(event.target)) {
        if (goToNextPart(event.shiftKey ? 'back' : 'forward')) event.preventDefault();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [undo, redo, onHelp, mayOpen, hasHelpKey]);
}
