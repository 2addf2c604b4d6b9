import { type ReactNode, useContext, useRef, useState } from 'react';
import { TunerContext } from '../../state/useTuner.ts';
import { type Rest, restingStore } from './restingStore.ts';

const REST_MS = 250;
/** What ends a drag, and what may bring into view what was out of it. */
const ENDS = ['pointerup', 'pointercancel', 'keyup', 'blur', 'scroll', 'resize', 'beforeprint'] as const;

const onScreen: Rest = {
  wait: (release) => {
    let timer = setTimeout(release, REST_MS);
    const cancel = () => {
      clearTimeout(timer);
      for (const name of ENDS) window.removeEventListener(name, release, { capture: true });
    };
    for (const name of ENDS) window.addEventListener(name, release, { capture: true });
    return {
      again: () => {
        clearTimeout(timer);
        timer = setTimeout(release, REST_MS);
      },
      cancel,
    };
  },
};

function isInView(mark: Element | null): boolean {
  let element = mark?.nextElementSibling ?? null;
  while (element instanceof HTMLTemplateElement) element = element.nextElementSibling;
  if (element === null) return true;
  if (element.checkVisibility?.() === false) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom >= 0 && top <= window.innerHeight;
}

/** What is in it and out of view does not follow every move of a drag, only where it rests: nobody sees more. */
export function RestsOutOfView({ children }: { readonly children: ReactNode }) {
  const store = useContext(TunerContext);
  const mark = useRef<HTMLTemplateElement>(null);
  const [resting] = useState(() =>
    store === null ? null : restingStore(store, () => isInView(mark.current), onScreen),
  );
  return (
    <TunerContext value={resting}>
      <template ref={mark} />
      {children}
    </TunerContext>
  );
}
