import { useContext, useEffect } from 'react';
import { TunerContext } from '../state/useTuner.ts';

/** Has what is on this screen worked out, now and after every change of the decision or the file. */
export function useWorkedOut(): void {
  const store = useContext(TunerContext);
  useEffect(() => {
    if (store === null) return;
    void store.getState().refreshClasses();
    return store.subscribe((state, before) => {
      const isSame =
        state.decision === before.decision &&
        state.opened === before.opened &&
        state.isPreparing === before.isPreparing;
      if (!isSame) void state.refreshClasses();
    });
  }, [store]);
}
