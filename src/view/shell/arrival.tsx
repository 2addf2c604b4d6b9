import { useEffect } from 'react';

/** Puts the focus where the screen answers first: past the bar, and past a rail that stands on other screens as well. */
export function arrive(): void {
  (document.querySelector<HTMLElement>('main [data-arrival]') ?? document.querySelector<HTMLElement>('main'))?.focus();
}

let hasBeenUsed = false;

/** Stands beside a screen. What was pressed to come here has gone with its own screen, and the focus with it. */
export function Arrived() {
  useEffect(() => {
    if (hasBeenUsed && document.activeElement === document.body) arrive();
    // A page that nobody has touched yet leaves the focus where the browser puts it.
    const note = () => {
      hasBeenUsed = true;
    };
    document.addEventListener('focusin', note, { once: true });
    return () => document.removeEventListener('focusin', note);
  }, []);
  return null;
}
