import { useContext, useEffect } from 'react';
import { translate } from '../i18n/translate.ts';
import { TunerContext, useTuner } from '../state/useTuner.ts';
import { ChartTurns } from './charts/turns.tsx';
import { Guarded } from './controls/Guarded.tsx';
import { DisparityPanel } from './panels/Fairness/DisparityPanel.tsx';
import { FairPricePanel } from './panels/Fairness/FairPricePanel.tsx';
import { GroupRailsPanel } from './panels/Fairness/GroupRailsPanel.tsx';
import { PoliciesPanel } from './panels/Fairness/PoliciesPanel.tsx';
import { GroupPlotPanel } from './panels/Slices/GroupPlotPanel.tsx';
import { GroupsPanel } from './panels/Slices/GroupsPanel.tsx';
import { RulesPanel } from './panels/Slices/RulesPanel.tsx';
import { RailCard } from './RailCard.tsx';
import './SlicesScreen.css';
import './sheet.css';

/** Has the groups measured, now and whenever they are asked for in another way. */
function useMeasuredGroups(): void {
  const store = useContext(TunerContext);
  useEffect(() => {
    if (store === null) return;
    void store.getState().refreshGroups();
    return store.subscribe((state, before) => {
      const isSame =
        state.grouping === before.grouping &&
        state.groupRules === before.groupRules &&
        state.opened === before.opened &&
        state.chosenSplit === before.chosenSplit &&
        state.isPreparing === before.isPreparing;
      if (!isSame) void state.refreshGroups();
    });
  }, [store]);
}

/** For whom the threshold works: the rail, and below it groups of rows that follow it. */
export function SlicesScreen() {
  const opened = useTuner((state) => state.opened);
  useMeasuredGroups();
  return (
    <ChartTurns>
      <div className="slices sheet">
        <RailCard />
        <Guarded name={translate('slices.title')} subject={opened}>
          <GroupsPanel />
        </Guarded>
        <Guarded name={translate('slices.plot.title')} subject={opened}>
          <GroupPlotPanel />
        </Guarded>
        <Guarded name={translate('fairness.title')} subject={opened}>
          <DisparityPanel />
        </Guarded>
        <Guarded name={translate('policy.title')} subject={opened}>
          <PoliciesPanel />
        </Guarded>
        <Guarded name={translate('groupRails.title')} subject={opened}>
          <GroupRailsPanel />
        </Guarded>
        <Guarded name={translate('fairPrice.title')} subject={opened}>
          <FairPricePanel />
        </Guarded>
        <Guarded name={translate('slices.rules.title')} subject={opened}>
          <RulesPanel />
        </Guarded>
      </div>
    </ChartTurns>
  );
}
