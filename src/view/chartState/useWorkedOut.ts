import { useContext, useEffect } from 'react';
import { TunerContext } from '../../state/useTuner.ts';

/** Has the decision for every class or label worked out, now and after every change of the decision or the file, as long as that is wanted. */
export function useWorkedOut(isWanted: boolean): void {
  const store = useContext(TunerContext);
  useEffect(() => {
    if (store === null || !isWanted) return;
    void store.getState().refreshClasses();
    return store.subscribe((state, before) => {
      const isSame =
        state.decision === before.decision &&
        state.opened === before.opened &&
        state.isPreparing === before.isPreparing;
      if (!isSame) void state.refreshClasses();
    });
  }, [store, isWanted]);
}
