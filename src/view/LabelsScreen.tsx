import { translate } from '../i18n/translate.ts';
import { selectLabelOutcome } from '../state/labelSelectors.ts';
import { useTuner } from '../state/useTuner.ts';
import { useWorkedOut } from './chartState/useWorkedOut.ts';
import { Guarded } from './controls/Guarded.tsx';
import { ClassListPanel } from './panels/Classes/ClassListPanel.tsx';
import { LabelAveragesPanel } from './panels/Classes/LabelAveragesPanel.tsx';
import { LabelSentencePanel } from './panels/Classes/LabelSentencePanel.tsx';
import { LabelTuningPanel } from './panels/Classes/LabelTuningPanel.tsx';
import './ClassesScreen.css';
import './sheet.css';

/** All labels at once: a threshold each, what they come to, and how they are set together. */
export function LabelsScreen() {
  const opened = useTuner((state) => state.opened);
  const isWaiting = useTuner((state) => selectLabelOutcome(state) === null);
  useWorkedOut(true);
  if (isWaiting) {
    return (
      <p className="classesWaiting" role="status">
        {translate('labels.waiting')}
      </p>
    );
  }
  return (
    <div className="classesScreen sheet">
      <Guarded name={translate('classes.sentence.section')} subject={opened}>
        <LabelSentencePanel />
      </Guarded>
      <Guarded name={translate('labels.tuning.title')} subject={opened}>
        <LabelTuningPanel />
      </Guarded>
      <Guarded name={translate('labels.list.title')} subject={opened}>
        <ClassListPanel />
      </Guarded>
      <Guarded name={translate('labels.averages.title')} subject={opened}>
        <LabelAveragesPanel />
      </Guarded>
    </div>
  );
}
