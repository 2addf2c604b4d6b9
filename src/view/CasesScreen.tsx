import { translate } from '../i18n/translate.ts';
import { useTuner } from '../state/useTuner.ts';
import { Guarded } from './controls/Guarded.tsx';
import { CasesPanel } from './panels/Cases/CasesPanel.tsx';
import { CorrectionsPanel } from './panels/Corrections/CorrectionsPanel.tsx';
import { FlipsPanel } from './panels/Flips/FlipsPanel.tsx';
import './CasesScreen.css';
import './sheet.css';

/** Rows looked at one by one, and those that change sides. */
export function CasesScreen() {
  const opened = useTuner((state) => state.opened);
  return (
    <div className="casesScreen sheet">
      <Guarded name={translate('cases.title')} subject={opened}>
        <CasesPanel />
      </Guarded>
      <Guarded name={translate('flips.title')} subject={opened}>
        <FlipsPanel />
      </Guarded>
      <Guarded name={translate('corrections.title')} subject={opened}>
        <CorrectionsPanel />
      </Guarded>
    </div>
  );
}
