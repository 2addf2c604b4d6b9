import { useEffect } from 'react';
import { translate } from '../../../i18n/translate.ts';
import { selectModels } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { Choice } from '../../controls/Choice.tsx';
import './ModelChoice.css';

/** Which of a file's models is in view, and whether the others' curves are drawn beside its own. */
export function ModelChoice() {
  const models = useTuner(selectModels);
  const prepared = useTuner((state) => state.opened?.prepared);
  const isComparing = useTuner((state) => state.isComparing);
  const { chooseModel, setComparing, measureRivals } = useActions();
  const hasSeveral = models !== null && models.names.length > 1;
  useEffect(() => {
    if (isComparing && hasSeveral && prepared !== undefined) void measureRivals();
  }, [isComparing, hasSeveral, prepared, measureRivals]);
  if (!hasSeveral) return null;
  return (
    <div className="modelChoice">
      <Choice
        name={translate('context.model')}
        value={models.chosen}
        options={models.names}
        onChange={(name) => name !== null && chooseModel(name)}
      />
      <label className="modelCompare">
        <input type="checkbox" checked={isComparing} onChange={(event) => setComparing(event.currentTarget.checked)} />
        {translate('context.compare')}
      </label>
    </div>
  );
}
