import { useContext, useEffect } from 'react';
import { translate } from '../i18n/translate.ts';
import { selectComparison, selectHasModels } from '../state/compare.ts';
import { TunerContext, useTuner } from '../state/useTuner.ts';
import { Guarded } from './controls/Guarded.tsx';
import { AgreementPanel } from './panels/Compare/AgreementPanel.tsx';
import { CompareCurves } from './panels/Compare/CompareCurves.tsx';
import { ComparePanel } from './panels/Compare/ComparePanel.tsx';
import { VersionsPanel } from './panels/Compare/VersionsPanel.tsx';
import './CompareScreen.css';
import './sheet.css';

/** Prices are typed digit by digit. */
const REST_MS = 100;

/** Has the models compared, now and after every change of what they are compared by. */
function useCompared(): void {
  const store = useContext(TunerContext);
  useEffect(() => {
    if (store === null) return;
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
  }, [store]);
}

/** Models side by side, and versions one after another. */
export function CompareScreen() {
  const opened = useTuner((state) => state.opened);
  const hasModels = useTuner(selectHasModels);
  return (
    <div className="compareScreen sheet">
      {hasModels && <Models />}
      <Guarded name={translate('versions.title')} subject={opened}>
        <VersionsPanel />
      </Guarded>
    </div>
  );
}

function Models() {
  const opened = useTuner((state) => state.opened);
  const isWaiting = useTuner((state) => selectComparison(state) === null);
  useCompared();
  if (isWaiting) {
    return (
      <p className="compareWaiting" role="status">
        {translate('compare.waiting')}
      </p>
    );
  }
  return (
    <>
      <Guarded name={translate('compare.title')} subject={opened}>
        <ComparePanel />
      </Guarded>
      <Guarded name={translate('agreement.title')} subject={opened}>
        <AgreementPanel />
      </Guarded>
      <Guarded name={translate('compare.curves')} subject={opened}>
        <CompareCurves />
      </Guarded>
    </>
  );
}
