import { useContext, useEffect } from 'react';
import { translate } from '../i18n/translate.ts';
import { beginPredict } from '../state/beginPredict.ts';
import { selectParts } from '../state/classSelectors.ts';
import { TunerContext, useActions, useTuner } from '../state/useTuner.ts';
import { Guarded } from './controls/Guarded.tsx';
import { AnswerPanel } from './panels/Predict/AnswerPanel.tsx';
import { AskPanel } from './panels/Predict/AskPanel.tsx';
import { BatchPanel } from './panels/Predict/BatchPanel.tsx';
import { HistoryPanel } from './panels/Predict/HistoryPanel.tsx';
import './PredictScreen.css';
import './sheet.css';

/** A model is asked through its API, and the thresholds in force say what follows from its answer. */
export function PredictScreen() {
  const opened = useTuner((state) => state.opened);
  const hasParts = useTuner((state) => selectParts(state).length > 0);
  const isReady = useTuner((state) => state.predictApi !== null && state.targets.length > 0);
  const targets = useTuner((state) => state.targets);
  const store = useContext(TunerContext);
  const { refreshClasses } = useActions();
  useEffect(() => {
    if (store !== null) beginPredict(store);
  }, [store]);
  useEffect(() => {
    if (opened !== null && hasParts) void refreshClasses();
  }, [opened, hasParts, refreshClasses]);
  if (!isReady) return <p className="chartWaiting">{translate('chart.waiting')}</p>;
  return (
    <div className="predictScreen sheet">
      <div className="predictOne">
        <Guarded name={translate('predict.title')} subject={opened}>
          <AskPanel />
        </Guarded>
        <div className="predictAnswers">
          {targets.map((target) => (
            <Guarded key={target.id} name={translate('predict.answer')} subject={opened}>
              <AnswerPanel target={target} />
            </Guarded>
          ))}
        </div>
      </div>
      <Guarded name={translate('predict.batch')} subject={opened}>
        <BatchPanel />
      </Guarded>
      <Guarded name={translate('predict.history')} subject={opened}>
        <HistoryPanel />
      </Guarded>
    </div>
  );
}
