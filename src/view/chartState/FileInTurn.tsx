import { type ReactNode, useContext, useRef, useState } from 'react';
import { TunerContext } from '../../state/useTuner.ts';
import { useTurns } from '../charts/turns.tsx';
import { heldStore } from './heldStore.ts';

/** Has the chart in it show another file when it is its turn, in a task of its own, so that the numbers come first. */
export function FileInTurn({ children }: { readonly children: ReactNode }) {
  const store = useContext(TunerContext);
  const turns = useTurns();
  const mark = useRef<HTMLTemplateElement>(null);
  const [held] = useState(() =>
    store === null || turns === null
      ? null
      : heldStore(store, (release) => turns.wait(mark.current?.nextElementSibling ?? null, release)),
  );
  return (
    <TunerContext value={held ?? store}>
      <template ref={mark} />
      {children}
    </TunerContext>
  );
}
