import { useSyncExternalStore } from 'react';

/** Narrower than this, a page of panels is too long to scroll through. The style sheets fold at the same width. */
const NARROW = '(max-width: 699px)';

const query = (): MediaQueryList | null => (typeof matchMedia === 'function' ? matchMedia(NARROW) : null);

function follow(onChange: () => void): () => void {
  const narrow = query();
  narrow?.addEventListener('change', onChange);
  return () => narrow?.removeEventListener('change', onChange);
}

/** Whether the page is as narrow as on a phone. */
export const useNarrow = (): boolean => useSyncExternalStore(follow, () => query()?.matches ?? false);
