import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { formatDay } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import { selectTask, selectView } from '../../state/classSelectors.ts';
import { selectLabelsTask } from '../../state/labelSelectors.ts';
import { useTuner } from '../../state/useTuner.ts';
import { PrintedDecision } from '../panels/Threshold/PrintedDecision.tsx';
import './PrintedHead.css';

/** The day as it is when somebody prints: a page may have been open since yesterday. */
function useToday(): Date {
  const [today, setToday] = useState(() => new Date());
  useEffect(() => {
    const renew = () => flushSync(() => setToday(new Date()));
    window.addEventListener('beforeprint', renew);
    return () => window.removeEventListener('beforeprint', renew);
  }, []);
  return today;
}

/** On paper, where there are no tabs: which screen it is, and of what day. Tune says by itself what was decided. */
export function PrintedHead() {
  const view = useTuner(selectView);
  const hasManyClasses = useTuner((state) => selectTask(state) !== null || selectLabelsTask(state) !== null);
  const isOfOneThreshold = view !== 'tune' && !(view === 'classes' && hasManyClasses);
  const today = useToday();
  return (
    <>
      <p className="printedHead">
        <strong>{translate(`bar.${view}`)}</strong>
        {` · ${translate('print.day', { day: formatDay(today) })}`}
      </p>
      {isOfOneThreshold && <PrintedDecision />}
    </>
  );
}
