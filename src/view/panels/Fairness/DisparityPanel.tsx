import { useId } from 'react';
import { DISPARITY_MEASURES, type Disparity, disparityOf, type LeftOut } from '../../../core/fairness/disparity.ts';
import { differenceInterval } from '../../../core/intervals/proportionDifference.ts';
import { formatMetric, formatPercent, formatThreshold } from '../../../i18n/format.ts';
import { sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { type DecidedGroup, type DecidedGroups, useDecidedGroups } from '../../chartState/useDecidedGroups.ts';
import { ScrollsSideways } from '../../controls/ScrollsSideways.tsx';
import { Term } from '../../controls/Term.tsx';
import { undefinedReason } from '../../terms/undefinedReason.ts';
import { useSplitName } from '../../terms/useSplitName.ts';
import { FourFifths } from './FourFifths.tsx';
import { fewNamed } from './fewNamed.ts';
import { formatPoints } from './points.ts';
import './Fairness.css';

/** How far apart the groups are in what the threshold does to them. */
export function DisparityPanel() {
  const titleId = useId();
  const decided = useDecidedGroups();
  const nameOf = useSplitName();
  if (decided === null) return null;
  const hasSeveral = decided.groups.filter(({ group }) => group.rows > 0).length > 1;
  return (
    <section className="panel fairPanel" aria-labelledby={titleId}>
      <div className="panelHead">
        <h2 id={titleId}>{translate('fairness.title')}</h2>
      </div>
      <p className="hint">
        {translate(decided.isByGroup ? 'fairness.atGroups' : 'fairness.atOne', {
          rule: decided.rule === '>=' ? '≥' : '>',
          threshold: formatThreshold(decided.shared),
          split: nameOf(decided.split),
        })}
      </p>
      {hasSeveral ? <Gaps decided={decided} titleId={titleId} /> : <p>{translate('fairness.fewGroups')}</p>}
    </section>
  );
}

function Gaps({ decided, titleId }: { readonly decided: DecidedGroups; readonly titleId: string }) {
  const { groups } = decided;
  const confusions = groups.map(({ confusion }) => confusion);
  const hasWeights = useTuner((state) => state.opened?.prepared.hasWeights ?? false);
  return (
    <>
      <ScrollsSideways name={translate('fairness.scroll')}>
        <table className="figureTable fairTable" aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col">{translate('fairness.measure')}</th>
              <th scope="col">
                <Term explain={() => <p>{translate('fairness.differenceTerm')}</p>}>
                  {translate('fairness.difference')}
                </Term>
              </th>
              <th scope="col">
                <Term explain={() => <p>{translate('fairness.ratioTerm')}</p>}>{translate('fairness.ratio')}</Term>
              </th>
            </tr>
          </thead>
          <tbody>
            {DISPARITY_MEASURES.map((measure) => (
              <GapRow key={measure} gap={disparityOf(confusions, measure)} groups={groups} hasWeights={hasWeights} />
            ))}
          </tbody>
        </table>
      </ScrollsSideways>
      <Tension groups={groups} />
      <FourFifths decided={decided} />
    </>
  );
}

function GapRow({
  gap,
  groups,
  hasWeights,
}: {
  readonly gap: Disparity;
  readonly groups: readonly DecidedGroup[];
  readonly hasWeights: boolean;
}) {
  const { measure, worst, leftOut } = gap;
  return (
    <tr>
      <th scope="row">
        <Term explain={() => <p>{translate(`fairness.${measure}.term`)}</p>}>
          {translate(`fairness.${measure}.name`)}
        </Term>
        <span className="fairSays">{worst === null ? translate('fairness.none') : sentenceOf(gap, groups)}</span>
        {leftOut.length > 0 && <span className="fairDetail">{leftOutText(leftOut, groups)}</span>}
      </th>
      <td>
        {formatPoints(gap.difference)}
        <Interval gap={gap} groups={groups} hasWeights={hasWeights} />
      </td>
      <td>{formatMetric(gap.ratio)}</td>
    </tr>
  );
}

function sentenceOf({ measure, worst }: Disparity, groups: readonly DecidedGroup[]): string {
  if (worst === null) return '';
  const { rates, lowest, highest } = worst;
  if (rates[lowest] === rates[highest]) return translate('fairness.same', { rate: formatPercent(rates[lowest]) });
  return translate(`fairness.${measure}.says`, {
    low: groups[lowest].name,
    high: groups[highest].name,
    lowRate: formatPercent(rates[lowest]),
    highRate: formatPercent(rates[highest]),
  });
}

/** “Left out: “a” (no positives here), “b” (…) and 3 more.” */
function leftOutText(leftOut: readonly LeftOut[], groups: readonly DecidedGroup[]): string {
  return translate('fairness.leftOut', {
    groups: fewNamed(
      leftOut.map(({ place, reason }) =>
        translate('fairness.leftOutGroup', { group: groups[place].name, reason: undefinedReason(reason) }),
      ),
    ),
  });
}

/** Of the extremes of many groups no plain interval holds, so it is given for two only. */
function Interval({
  gap: { worst },
  groups,
  hasWeights,
}: {
  readonly gap: Disparity;
  readonly groups: readonly DecidedGroup[];
  readonly hasWeights: boolean;
}) {
  if (worst === null || hasWeights) return null;
  if (worst.rates.filter((rate) => !Number.isNaN(rate)).length !== 2) return null;
  const share = worst.metric.proportion;
  if (share === null || worst.lowest === worst.highest) return null;
  const { low, high } = differenceInterval(
    share(groups[worst.lowest].confusion),
    share(groups[worst.highest].confusion),
  );
  const ends = { low: formatPoints(low, false), high: formatPoints(high) };
  return (
    <span className="fairDetail">
      <Term explain={() => <p>{translate('fairness.intervalTerm')}</p>}>
        {translate(low < 0 ? 'fairness.maybeChance' : 'fairness.interval', ends)}
      </Term>
    </span>
  );
}

/** Base rates this close are no reason to choose. */
const SAME_BASE_RATE = 0.01;

/** Why not everything can be equal at once. */
function Tension({ groups }: { readonly groups: readonly DecidedGroup[] }) {
  const rates = groups.flatMap(({ name, confusion: { tp, fp, fn, tn } }) =>
    tp + fn > 0 && fp + tn > 0 ? [{ name, rate: (tp + fn) / (tp + fp + fn + tn) }] : [],
  );
  if (rates.length < 2) return null;
  const lowest = rates.reduce((a, b) => (b.rate < a.rate ? b : a));
  const highest = rates.reduce((a, b) => (b.rate > a.rate ? b : a));
  if (highest.rate - lowest.rate < SAME_BASE_RATE) return null;
  return (
    <p className="fairTension">
      {translate('fairness.tension', {
        low: formatPercent(lowest.rate),
        high: formatPercent(highest.rate),
        lowest: lowest.name,
        highest: highest.name,
      })}
      {sentenceGap()}
      <Term explain={() => <p>{translate('fairness.tensionTerm')}</p>}>{translate('fairness.tensionWord')}</Term>
    </p>
  );
}
