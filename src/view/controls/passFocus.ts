import type { RefCallback } from 'react';

/** The ref of an element that may vanish while it has the focus: then the heir takes it, and no keyboard is left without a place. */
export const passFocus =
  (heir: () => HTMLElement | null): RefCallback<HTMLElement> =>
  (element) =>
  () => {
    if (element === null || document.activeElement !== element) return;
    // Gone only now, and whatever takes its place is there.
    queueMicrotask(() => {
      if (!element.isConnected) heir()?.focus({ preventScroll: true });
    });
  };
