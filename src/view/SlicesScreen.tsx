import { type ComponentType, useContext, useEffect } from 'react';
import { type TextKey, translate } from '../i18n/translate.ts';
import { selectIsGroupedByLabel, selectShownPrices } from '../state/fairnessSelectors.ts';
import { selectGrouping, selectGroups } from '../state/groupSelectors.ts';
import type { TunerState } from '../state/tunerState.ts';
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
import { PartsNav } from './shell/PartsNav.tsx';
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

interface Part {
  readonly id: string;
  readonly title: TextKey;
  readonly Panel: ComponentType;
  /** Whether the panel has anything to show of the groups in view; without it, always. */
  readonly isShown?: (state: TunerState) => boolean;
}

/** What is shown of the groups, once there are any; first where they are chosen, last where some are made by hand. */
const CHOOSING: Part = { id: 'slicesGroups', title: 'slices.title', Panel: GroupsPanel };
const OF_GROUPS: readonly Part[] = [
  { id: 'slicesPlot', title: 'slices.plot.title', Panel: GroupPlotPanel },
  { id: 'slicesFairness', title: 'fairness.title', Panel: DisparityPanel },
  { id: 'slicesPolicies', title: 'policy.title', Panel: PoliciesPanel },
  {
    id: 'slicesRails',
    title: 'groupRails.title',
    Panel: GroupRailsPanel,
    isShown: (state) => !selectIsGroupedByLabel(state),
  },
  {
    id: 'slicesPrice',
    title: 'fairPrice.title',
    Panel: FairPricePanel,
    isShown: (state) => selectShownPrices(state) !== null,
  },
];
const BY_HAND: Part = { id: 'slicesRules', title: 'slices.rules.title', Panel: RulesPanel };

/** For whom the threshold works: the rail, and below it groups of rows that follow it. */
export function SlicesScreen() {
  const opened = useTuner((state) => state.opened);
  const hasGroups = useTuner((state) => selectGrouping(state) !== null && selectGroups(state) !== null);
  useMeasuredGroups();
  const absent = useTuner((state) =>
    OF_GROUPS.flatMap(({ id, isShown }) => (isShown?.(state) === false ? id : [])).join(' '),
  );
  const below = hasGroups ? [...OF_GROUPS, BY_HAND] : [BY_HAND];
  return (
    <ChartTurns>
      <div className="slices sheet">
        <RailCard />
        {hasGroups && (
          <PartsNav
            places={below
              .filter(({ id }) => !absent.split(' ').includes(id))
              .map(({ id, title }) => ({ id, name: translate(title) }))}
          />
        )}
        {[CHOOSING, ...below].map(({ id, title, Panel }) => (
          <div key={id} id={id} className="slicesPart">
            <Guarded name={translate(title)} subject={opened}>
              <Panel />
            </Guarded>
          </div>
        ))}
      </div>
    </ChartTurns>
  );
}
