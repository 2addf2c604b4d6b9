import { translate } from '../i18n/translate.ts';
import { selectComparison, selectHasModels } from '../state/compare.ts';
import { selectLabelsTask } from '../state/labelSelectors.ts';
import { useTuner } from '../state/useTuner.ts';
import { useCompared } from './chartState/useCompared.ts';
import { Guarded } from './controls/Guarded.tsx';
import { AgreementPanel } from './panels/Compare/AgreementPanel.tsx';
import { CompareCurves } from './panels/Compare/CompareCurves.tsx';
import { ComparePanel } from './panels/Compare/ComparePanel.tsx';
import { VersionsPanel } from './panels/Compare/VersionsPanel.tsx';
import './CompareScreen.css';
import './sheet.css';

/** Models side by side, and versions one after another. */
export function CompareScreen() {
  const opened = useTuner((state) => state.opened);
  const hasModels = useTuner(selectHasModels);
  return (
    <div className="compareScreen sheet">
      <OneLabel />
      {hasModels && <Models />}
      <Guarded name={translate('versions.title')} subject={opened}>
        <VersionsPanel />
      </Guarded>
    </div>
  );
}

/** Of several labels that may hold at once, one is compared: the one in view. */
function OneLabel() {
  const label = useTuner((state) => {
    const column = state.opened?.prepared.interpretation.label;
    return selectLabelsTask(state)?.labels.find(({ labelColumn }) => labelColumn === column)?.label ?? null;
  });
  if (label === null) return null;
  const where = { press: translate('labels.card.tune'), tab: translate('bar.labels') };
  return <p className="hint compareWide">{translate('compare.oneLabel', { label, ...where })}</p>;
}

function Models() {
  const opened = useTuner((state) => state.opened);
  const isWaiting = useTuner((state) => selectComparison(state) === null);
  useCompared(true);
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
