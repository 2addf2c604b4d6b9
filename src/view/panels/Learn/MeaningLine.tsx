import { translate } from '../../../i18n/translate.ts';
import { selectTask } from '../../../state/classSelectors.ts';
import { selectLabelsTask } from '../../../state/labelSelectors.ts';
import { useTuner } from '../../../state/useTuner.ts';

/** What “positive” means here, where a file has several classes or labels and all that follows is about one of them. */
export function MeaningLine() {
  const task = useTuner(selectTask);
  const labels = useTuner(selectLabelsTask);
  const interpretation = useTuner((state) => state.opened?.prepared.interpretation);
  if (interpretation === undefined || (task === null && labels === null)) return null;
  const { label, positiveLabel: positive } = interpretation;
  return <p>{translate(task === null ? 'learn.meaning' : 'learn.meaningClass', { label, positive })}</p>;
}
