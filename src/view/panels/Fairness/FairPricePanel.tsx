import { type KeyboardEvent, useMemo } from 'react';
import type { FoundPolicy, PolicyStrategy } from '../../../core/choose/perGroup.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectGroupsInForce, selectShownPrices } from '../../../state/fairnessSelectors.ts';
import type { PolicyAnswer } from '../../../state/groupsState.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { goalAxisName, useChosenPolicies, useGoalWords, usePolicyRows } from '../../chartState/usePolicies.ts';
import { useTakeAway } from '../../chartState/useTakeAway.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { FairPriceChart, type PriceLine } from '../../charts/FairPriceChart.tsx';
import { PointMarks } from '../../charts/marks.tsx';
import { PlotControl } from '../../charts/PlotControl.tsx';
import { nearestVertex } from '../../charts/picking.ts';
import type { LevelLabel } from '../../charts/plotLine.ts';
import { thresholdMoveOf } from '../../controls/thresholdKeys.ts';
import { useNarrow } from '../../controls/useNarrow.ts';
import { useSplitName } from '../../terms/useSplitName.ts';
import { formatPoints } from './points.ts';

/** What each way to be fair costs, by the gap that it may leave. */
export function FairPricePanel() {
  useChosenPolicies('refreshPrices');
  const prices = useTuner(selectShownPrices);
  if (prices === null) return null;
  return <FairPriceFigure prices={prices} />;
}

interface PricePoint {
  readonly strategy: PolicyStrategy;
  readonly tolerance: number;
  readonly policy: FoundPolicy;
}

const nameOf = (strategy: PolicyStrategy): string => translate(`policy.${strategy}.name`);

/** Every point that can be applied, way by way. */
function pointsOf({ value }: PolicyAnswer): readonly PricePoint[] {
  if (value.kind !== 'found') return [];
  return value.policies.flatMap(({ tolerance, policy }) =>
    policy.kind === 'found' ? [{ strategy: policy.strategy, tolerance, policy }] : [],
  );
}

function FairPriceFigure({ prices }: { readonly prices: PolicyAnswer }) {
  const { objective } = prices;
  const split = useSplitName()(prices.split);
  const words = useGoalWords();
  const rows = usePolicyRows();
  const points = useMemo(() => pointsOf(prices), [prices]);
  const strategies = useMemo(() => [...new Set(points.map(({ strategy }) => strategy))], [points]);
  const named = useMemo((): readonly PolicyStrategy[] => [...strategies, 'oneForAll', 'bestForEach'], [strategies]);
  // A narrow plot has no room for names this long: each has a number there, and the key below says whose it is.
  const isNarrow = useNarrow();
  const key = isNarrow ? named.map((strategy, at) => `${at + 1}\u00a0${nameOf(strategy)}`).join('\u00a0· ') : null;
  const lines = useMemo(
    () =>
      strategies.map((strategy, at): PriceLine => {
        const own = points.filter((point) => point.strategy === strategy);
        const path = { x: own.map(({ tolerance }) => tolerance * 100), y: own.map(({ policy }) => policy.value) };
        return { id: strategy, name: isNarrow ? `${at + 1}` : nameOf(strategy), path };
      }),
    [points, strategies, isNarrow],
  );
  const levels = useMemo(
    () =>
      (rows?.rows ?? []).flatMap(({ strategy, policy }): LevelLabel[] =>
        policy.kind === 'found' && (strategy === 'oneForAll' || strategy === 'bestForEach')
          ? [{ id: strategy, text: isNarrow ? `${named.indexOf(strategy) + 1}` : nameOf(strategy), y: policy.value }]
          : [],
      ),
    [rows, named, isNarrow],
  );
  const goal = words.text(objective);
  const shown = (value: number) => words.value(objective, value);
  const levelOf = (strategy: PolicyStrategy) => shown(levels.find(({ id }) => id === strategy)?.y ?? Number.NaN);
  const takeAway = useTakeAway('price-of-fairness', () => ({
    columns: ['split', 'strategy', 'tolerance', 'value', 'group', 'threshold'],
    rows: points.flatMap(({ strategy, tolerance, policy }) =>
      policy.thresholds.map(({ key, threshold }) => [prices.split, strategy, tolerance, policy.value, key, threshold]),
    ),
  }));
  const tolerances = [...new Set(points.map(({ tolerance }) => tolerance))].sort((a, b) => a - b);
  const cell = (strategy: PolicyStrategy, tolerance: number) => {
    const point = points.find((each) => each.strategy === strategy && each.tolerance === tolerance);
    return point === undefined ? '—' : shown(point.policy.value);
  };
  return (
    <ChartFigure
      title={translate('fairPrice.title')}
      readout={translate('fairPrice.readout', { one: levelOf('oneForAll'), each: levelOf('bestForEach') })}
      notes={key === null ? [] : [key]}
      hint={translate('fairPrice.hint')}
      description={translate('fairPrice.description', { goal, split, count: strategies.length })}
      absence={points.length === 0 ? translate('fairPrice.absence') : null}
      readTable={() => ({
        caption: translate('fairPrice.caption', { goal, split }),
        columns: [translate('fairPrice.tolerance'), ...strategies.map(nameOf)],
        rows: tolerances.map((tolerance) => [
          formatPoints(tolerance),
          ...strategies.map((strategy) => cell(strategy, tolerance)),
        ]),
      })}
      {...takeAway}
      readNote={() => [key, takeAway.readNote()].filter((part) => part !== null).join(' · ')}
    >
      <FairPriceChart lines={lines} levels={levels} label={goalAxisName(objective, split)}>
        <Applied points={points} shown={shown} />
      </FairPriceChart>
    </ChartFigure>
  );
}

/** The point in force, and the way to another one: press it, or walk along the points by keys. */
function Applied({
  points,
  shown,
}: {
  readonly points: readonly PricePoint[];
  readonly shown: (value: number) => string;
}) {
  const { applyPolicy } = useActions();
  const chosenBy = useTuner((state) => selectGroupsInForce(state)?.chosenBy ?? null);
  if (points.length === 0) return null;
  const place = points.findIndex(
    ({ strategy, tolerance }) => strategy === chosenBy?.strategy && tolerance === chosenBy.tolerance,
  );
  const here = points[place];
  const goTo = (at: number, gesture?: string) => {
    const { policy, tolerance } = points[Math.max(0, Math.min(points.length - 1, at))];
    applyPolicy(policy, tolerance, gesture);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = thresholdMoveOf(event);
    if (move === null) return;
    event.preventDefault();
    const steps = { stepUp: 1, nextChange: 1, stepDown: -1, previousChange: -1, pageUp: 10, pageDown: -10 };
    if (move === 'start') goTo(0);
    else goTo(move === 'end' ? points.length - 1 : place + steps[move]);
  };
  const path = {
    x: points.map(({ tolerance }) => tolerance * 100),
    y: points.map(({ policy }) => policy.value),
  };
  return (
    <>
      <PointMarks points={here === undefined ? [] : [{ x: path.x[place], y: path.y[place] }]} radius={6.5} />
      <PlotControl
        name={translate('chart.markerOn', { title: translate('fairPrice.title') })}
        low={0}
        high={points.length - 1}
        value={Math.max(0, place)}
        valueText={
          here === undefined
            ? translate('fairPrice.noPoint')
            : translate('fairPrice.point', {
                name: nameOf(here.strategy),
                points: formatPoints(here.tolerance, false),
                value: shown(here.policy.value),
              })
        }
        moves="point"
        onPick={(x, y, frame, gesture) => goTo(nearestVertex(path, frame, x, y), gesture)}
        onKeyDown={onKeyDown}
      />
    </>
  );
}
