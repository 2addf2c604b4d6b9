import { translate } from '../i18n/translate.ts';
import { selectClassOutcome } from '../state/classSelectors.ts';
import { useTuner } from '../state/useTuner.ts';
import { useWorkedOut } from './chartState/useWorkedOut.ts';
import { Guarded } from './controls/Guarded.tsx';
import { ClassAveragesPanel } from './panels/Classes/ClassAveragesPanel.tsx';
import { ClassCostsPanel } from './panels/Classes/ClassCostsPanel.tsx';
import { ClassDecisionPanel } from './panels/Classes/ClassDecisionPanel.tsx';
import { ClassListPanel } from './panels/Classes/ClassListPanel.tsx';
import { ClassMatrixPanel } from './panels/Classes/ClassMatrixPanel.tsx';
import { ClassSentencePanel } from './panels/Classes/ClassSentencePanel.tsx';
import './ClassesScreen.css';
import './sheet.css';

/** All classes at once: how one of them is decided, what that comes to, and each class by itself. */
export function ClassesScreen() {
  const opened = useTuner((state) => state.opened);
  const isWaiting = useTuner((state) => selectClassOutcome(state) === null);
  const kind = useTuner((state) => state.decision.classes.kind);
  useWorkedOut(true);
  if (isWaiting) {
    return (
      <p className="classesWaiting" role="status">
        {translate('classes.waiting')}
      </p>
    );
  }
  return (
    <div className="classesScreen sheet">
      <Guarded name={translate('classes.sentence.section')} subject={opened}>
        <ClassSentencePanel />
      </Guarded>
      <Guarded name={translate('classes.decision.title')} subject={opened}>
        <ClassDecisionPanel />
      </Guarded>
      {kind === 'cost' && (
        <Guarded name={translate('classes.costs.title')} subject={opened}>
          <ClassCostsPanel />
        </Guarded>
      )}
      <Guarded name={translate('classes.list.title')} subject={opened}>
        <ClassListPanel />
      </Guarded>
      <Guarded name={translate('classes.matrix.title')} subject={opened}>
        <ClassMatrixPanel />
      </Guarded>
      <Guarded name={translate('classes.averages.title')} subject={opened}>
        <ClassAveragesPanel />
      </Guarded>
    </div>
  );
}
