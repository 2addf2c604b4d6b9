import { useId } from 'react';
import { type FoundPolicy, MOST_POLICY_GROUPS, type PolicyStrategy } from '../../../core/choose/perGroup.ts';
import { formatThreshold } from '../../../i18n/format.ts';
import { joinedList, sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import {
  selectArePoliciesCurrent,
  selectGroupsInForce,
  selectIsGroupedByLabel,
  selectPolicyObjective,
} from '../../../state/fairnessSelectors.ts';
import { selectGrouping, selectGroups } from '../../../state/groupSelectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { useDecidedGroups } from '../../chartState/useDecidedGroups.ts';
import {
  type PolicyOutcome,
  type PolicyRow,
  useChosenPolicies,
  useGoalWords,
  usePolicyRows,
} from '../../chartState/usePolicies.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { ScrollsSideways } from '../../controls/ScrollsSideways.tsx';
import { Term } from '../../controls/Term.tsx';
import { useNarrow } from '../../controls/useNarrow.ts';
import { undefinedReason } from '../../terms/undefinedReason.ts';
import { useSplitName } from '../../terms/useSplitName.ts';
import { fewNamed } from './fewNamed.ts';
import { formatPoints } from './points.ts';
import './Fairness.css';

/** The ways to give every group a threshold, with what each would come to. */
export function PoliciesPanel() {
  const titleId = useId();
  const hasGrouping = useTuner((state) => selectGrouping(state) !== null && selectGroups(state) !== null);
  const isByLabel = useTuner(selectIsGroupedByLabel);
  useChosenPolicies('refreshPolicies');
  if (!hasGrouping) return null;
  return (
    <section className="panel fairPanel" aria-labelledby={titleId}>
      <div className="panelHead">
        <h2 id={titleId}>{translate('policy.title')}</h2>
      </div>
      <p className="fairLaw">{translate('policy.law')}</p>
      <InForce />
      {isByLabel ? <p>{translate('policy.byLabel')}</p> : <Ways titleId={titleId} />}
    </section>
  );
}

/** Which thresholds of groups decide at present, and the way back. */
function InForce() {
  const groups = useTuner((state) => state.decision.groups);
  const isOfThese = useTuner((state) => selectGroupsInForce(state) !== null);
  const { setGroups } = useActions();
  if (groups === null) return null;
  const { chosenBy, grouping } = groups;
  const columns = joinedList(grouping.by.map(({ column }) => column));
  const said = () => {
    if (!isOfThese) return translate('policy.elsewhere', { columns });
    return chosenBy === null
      ? translate('policy.byHand')
      : translate('policy.applied', { name: translate(`policy.${chosenBy.strategy}.name`) });
  };
  return (
    <p className="fairApplied" role="status">
      {said()}
      {sentenceGap()}
      <button type="button" className="linkButton" onClick={() => setGroups(null)}>
        {translate('policy.clear')}
      </button>
    </p>
  );
}

function Ways({ titleId }: { readonly titleId: string }) {
  const answer = useTuner((state) => (state.policies?.dataset === state.opened?.dataset ? state.policies : null));
  const tolerance = useTuner((state) => state.fairness.tolerance);
  const isInForce = useTuner((state) => selectPolicyObjective(state).isInForce || state.decision.goal === null);
  const isCurrent = useTuner(selectArePoliciesCurrent);
  const { setFairness } = useActions();
  const found = usePolicyRows();
  const words = useGoalWords();
  const nameOf = useSplitName();
  const isNarrow = useNarrow();
  if (answer?.value.kind === 'tooManyGroups') {
    return <p>{translate('policy.tooMany', { count: answer.value.count, most: MOST_POLICY_GROUPS })}</p>;
  }
  if (found === null) return <p role="status">{translate('policy.waiting')}</p>;
  const { rows, objective } = found;
  const [chosenOn, judgedOn] = [nameOf(found.chosenOn), nameOf(found.judgedOn)];
  const isElsewhere = chosenOn !== judgedOn;
  const goal = words.text(objective);
  const one = rows.find(({ strategy }) => strategy === 'oneForAll');
  const gapHeads = ['flagged', 'found', 'alarms'] as const;
  const headOf = { flagged: 'policy.gapFlagged', found: 'policy.gapFound', alarms: 'policy.gapAlarms' } as const;
  return (
    <>
      <p>
        {translate(isElsewhere ? 'policy.chosen' : 'policy.chosenHere', { chosen: chosenOn, judged: judgedOn, goal })}
      </p>
      {!isInForce && (
        <p className="hint">
          <Term explain={() => <p>{translate('policy.standInTerm')}</p>}>{translate('policy.standIn')}</Term>
        </p>
      )}
      <div className="fairFields">
        <span className="fairTolerance">
          <span className="hint" aria-hidden="true">
            {translate('policy.tolerance')}
          </span>
          <NumberField
            label={translate('policy.tolerance')}
            value={Number((tolerance * 100).toPrecision(12))}
            low={0}
            high={100}
            onChange={(points) => setFairness({ tolerance: points / 100 })}
          />
        </span>
      </div>
      <ScrollsSideways name={translate('policy.scroll')}>
        <table
          className={isCurrent ? 'figureTable fairTable fairWays' : 'figureTable fairTable fairWays isLate'}
          aria-labelledby={titleId}
          aria-busy={!isCurrent}
        >
          <thead>
            <tr>
              <th scope="col">{translate('policy.way')}</th>
              {!isNarrow && (
                <th scope="col" className="fairApply">
                  {translate('policy.apply')}
                </th>
              )}
              <th scope="col">{translate('policy.value', { split: chosenOn })}</th>
              {isElsewhere && <th scope="col">{translate('policy.value', { split: judgedOn })}</th>}
              {gapHeads.map((head) => (
                <th key={head} scope="col">
                  {translate('policy.gaps', { split: judgedOn, what: translate(headOf[head]) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Way
                key={row.strategy}
                row={row}
                one={one?.chosen ?? null}
                isElsewhere={isElsewhere}
                isNarrow={isNarrow}
                value={(value) => words.value(objective, value)}
              />
            ))}
          </tbody>
        </table>
      </ScrollsSideways>
      <p className="hint">
        <Term explain={() => <p>{translate('policy.exactTerm')}</p>}>{translate('policy.exact')}</Term>
      </p>
    </>
  );
}

interface WayProps {
  readonly row: PolicyRow;
  /** What one threshold for all comes to on the split it was chosen on. */
  readonly one: PolicyOutcome | null;
  readonly isElsewhere: boolean;
  /** Where a column of buttons would push what the way costs out of sight, the button stands under the name. */
  readonly isNarrow: boolean;
  readonly value: (value: number) => string;
}

function Way({ row: { strategy, policy, chosen, judged, tolerance }, one, isElsewhere, isNarrow, value }: WayProps) {
  const { applyPolicy } = useActions();
  const isInForce = useTuner((state) => {
    const by = selectGroupsInForce(state)?.chosenBy;
    return by?.strategy === strategy && by.tolerance === tolerance;
  });
  const name = translate(`policy.${strategy}.name`);
  const columns = (isElsewhere ? 5 : 4) + (isNarrow ? 0 : 1);
  const head = <Term explain={() => <p>{translate(`policy.${strategy}.term`)}</p>}>{name}</Term>;
  if (policy.kind === 'none' || chosen === null || judged === null) {
    return (
      <tr>
        <th scope="row">{head}</th>
        <td colSpan={columns} className="fairNone">
          {policy.kind === 'none' &&
            translate(`policy.${policy.reason}`, { points: (Math.ceil(policy.nearest * 1000) / 10).toFixed(1) })}
        </td>
      </tr>
    );
  }
  // One button, whether in force or not, so that the focus stays where it was pressed.
  const apply = (
    <button
      type="button"
      className={isInForce ? 'button fairApplies' : 'button'}
      aria-disabled={isInForce}
      aria-label={translate(isInForce ? 'policy.inForceNamed' : 'policy.applyNamed', { name })}
      onClick={() => {
        if (!isInForce) applyPolicy(policy, tolerance);
      }}
    >
      {translate(isInForce ? 'policy.inForce' : 'policy.apply')}
    </button>
  );
  return (
    <tr aria-current={isInForce ? true : undefined} className={isInForce ? 'fairInForce' : undefined}>
      <th scope="row">
        {head}
        {isNarrow && <span className="fairApply">{apply}</span>}
        <Thresholds policy={policy} />
      </th>
      {!isNarrow && <td className="fairApply">{apply}</td>}
      <td>
        {value(chosen.value)}
        {one !== null && strategy !== 'oneForAll' && (
          <span className="fairDetail">{againstOne(chosen.value - one.value, value)}</span>
        )}
      </td>
      {isElsewhere && <td>{value(judged.value)}</td>}
      {judged.gaps.map((gap, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three gaps in a fixed order
        <td key={place}>{formatPoints(gap)}</td>
      ))}
    </tr>
  );
}

/** “+3 €”: how much more than one threshold for all. */
function againstOne(difference: number, value: (value: number) => string): string {
  if (difference === 0) return translate('policy.equal');
  const amount = `${difference > 0 ? '+' : '−'}${value(Math.abs(difference))}`;
  return translate('policy.against', { amount });
}

/** The threshold of every group, and of which groups the way says nothing. */
function Thresholds({ policy }: { readonly policy: FoundPolicy }) {
  const decided = useDecidedGroups();
  const nameOf = (key: string) => decided?.groups.find((group) => group.key === key)?.name ?? key;
  const reasons = new Set(policy.thresholds.flatMap(({ leftOut }) => leftOut ?? []));
  return (
    <>
      <span className="fairDetail">
        {sharedOf(policy.strategy, policy) ??
          policy.thresholds
            .map(({ key, threshold }) =>
              translate('policy.threshold', { group: nameOf(key), threshold: formatThreshold(threshold) }),
            )
            .join(' · ')}
      </span>
      {Array.from(reasons, (reason) => (
        <span key={reason} className="fairDetail">
          {translate('policy.leftOut', {
            groups: fewNamed(policy.thresholds.flatMap(({ key, leftOut }) => (leftOut === reason ? nameOf(key) : []))),
            reason: undefinedReason(reason),
          })}
        </span>
      ))}
      {!policy.isExact && <span className="fairDetail">{translate('policy.near')}</span>}
    </>
  );
}

const sharedOf = (strategy: PolicyStrategy, { thresholds }: FoundPolicy): string | null =>
  strategy === 'oneForAll' && thresholds.length > 0 ? formatThreshold(thresholds[0].threshold) : null;
