import { translate } from '../i18n/translate.ts';
import { useTuner } from '../state/useTuner.ts';
import { Guarded } from './controls/Guarded.tsx';
import { DecisionPanel } from './panels/Threshold/DecisionPanel.tsx';
import { RailPanel } from './panels/Threshold/RailPanel.tsx';
import './RailCard.css';

/** The rail with the threshold beside it, as it stands above what follows the threshold. */
export function RailCard() {
  const opened = useTuner((state) => state.opened);
  return (
    <div className="panel railCard">
      <Guarded name={translate('rail.title')} subject={opened}>
        <RailPanel />
      </Guarded>
      <Guarded name={translate('threshold.section')} subject={opened}>
        <DecisionPanel />
      </Guarded>
    </div>
  );
}
