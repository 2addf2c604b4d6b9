import { useContext, useEffect } from 'react';
import { TunerContext } from '../../state/useTuner.ts';

/** Prices are typed digit by digit. */
const REST_MS = 100;

/** Has the models compared, now and after every change of what they are compared by, as long as that is wanted. */
export function useCompared(isWanted: boolean): void {
  const store = useContext(TunerContext);
  useEffect(() => {
    if (store === null || !isWanted) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => void store.getState().refreshComparison();
    refresh();
    const stop = store.subscribe((state, before) => {
      const isSame =
        state.decision === before.decision &&
        state.opened === before.opened &&
        state.isPreparing === before.isPreparing &&
        state.chosenSplit === before.chosenSplit &&
        state.chosenOn === before.chosenOn &&
        state.comparedAt === before.comparedAt &&
        state.comparedModels === before.comparedModels;
      if (isSame) return;
      clearTimeout(timer);
      timer = setTimeout(refresh, REST_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store, isWanted]);
}
