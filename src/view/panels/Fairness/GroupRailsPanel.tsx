import { memo, useId } from 'react';
import type { SliderScale } from '../../../core/choose/stops.ts';
import { scoreHistogram } from '../../../core/curves/histogram.ts';
import { fpr, recall } from '../../../core/metrics/threshold.ts';
import type { MeasuredGroup } from '../../../core/slices/measureGroups.ts';
import { formatCount, formatPercent, formatSpokenThreshold, formatThreshold } from '../../../i18n/format.ts';
import { joinedPhrases } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectIsGroupedByLabel } from '../../../state/fairnessSelectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { type DecidedGroup, useDecidedGroups } from '../../chartState/useDecidedGroups.ts';
import { useSliderScale } from '../../chartState/useSliderScale.ts';
import { formatTick, roundTicks } from '../../charts/axis.ts';
import { RailHistogram } from '../../charts/RailHistogram.tsx';
import { NumberField } from '../../controls/NumberField.tsx';
import { ThresholdRange } from '../../decision/ThresholdRange.tsx';
import './Fairness.css';

/** As many rails as can be looked over. */
const DRAWN = 12;
const BINS = 40;

/** The scores of every group under one axis, each with its own threshold on them. */
export function GroupRailsPanel() {
  const titleId = useId();
  const decided = useDecidedGroups();
  const scale = useSliderScale();
  const isByLabel = useTuner(selectIsGroupedByLabel);
  if (decided === null || isByLabel) return null;
  const withRows = decided.groups.filter(({ group }) => group.rows > 0);
  const shareOf = (score: number) => (scale.high === scale.low ? 0 : (score - scale.low) / (scale.high - scale.low));
  return (
    <section className="panel fairPanel" aria-labelledby={titleId}>
      <div className="panelHead">
        <h2 id={titleId}>{translate('groupRails.title')}</h2>
      </div>
      <p className="hint">{translate('groupRails.hint')}</p>
      <ul className="groupRails">
        {withRows.slice(0, DRAWN).map((group) => (
          <GroupRail key={group.key} decided={group} scale={scale} />
        ))}
      </ul>
      <div className="groupRailsAxis" aria-hidden="true">
        {roundTicks(scale.low, scale.high, 5).map((tick) => (
          <span key={tick} style={{ left: `${shareOf(tick) * 100}%` }}>
            {formatTick(tick)}
          </span>
        ))}
      </div>
      {withRows.length > DRAWN && <p className="hint">{translate('groupRails.first', { count: DRAWN })}</p>}
    </section>
  );
}

function GroupRail({ decided, scale }: { readonly decided: DecidedGroup; readonly scale: SliderScale }) {
  const { setGroupThreshold, moveGroupThreshold } = useActions();
  const { name, group, threshold, confusion } = decided;
  const width = scale.high - scale.low;
  const share = width === 0 ? 0 : Math.max(0, Math.min(1, (threshold - scale.low) / width));
  const counts = {
    flagged: formatCount(confusion.tp + confusion.fp),
    total: formatCount(confusion.tp + confusion.fp + confusion.fn + confusion.tn),
  };
  const label = translate('groupRails.slider', { group: name });
  return (
    <li className="groupRail">
      <div className="groupRailHead">
        <b>{name}</b>
        <span className="hint">
          {translate('groupRails.figures', {
            ...counts,
            recall: formatPercent(recall.of(confusion, threshold)),
            fpr: formatPercent(fpr.of(confusion, threshold)),
          })}
        </span>
        <NumberField
          label={joinedPhrases([label, translate('threshold.field')])}
          value={threshold}
          shown={formatThreshold(threshold)}
          onChange={(value) => setGroupThreshold(group.values, value)}
        />
      </div>
      <div className="rail groupRailField">
        <div className="groupRailBars">
          <div className="railShade" style={{ left: `${share * 100}%` }} />
          <GroupBars group={group} scale={scale} handle={share} />
          <div className="railLine" style={{ left: `${share * 100}%` }} />
        </div>
        <div className="railTrack">
          <div className="railTrackFlagged" style={{ left: `${share * 100}%` }} />
          <ThresholdRange
            name={label}
            valueText={translate('groupRails.value', { threshold: formatSpokenThreshold(threshold), ...counts })}
            scale={scale}
            threshold={threshold}
            gesture="group"
            onSet={(value, gesture) => setGroupThreshold(group.values, value, gesture)}
            onMove={(move, isHeld) => moveGroupThreshold(group.values, move, isHeld)}
          />
        </div>
      </div>
    </li>
  );
}

interface GroupBarsProps {
  readonly group: MeasuredGroup;
  readonly scale: SliderScale;
  readonly handle: number;
}

const histograms = new WeakMap<
  MeasuredGroup,
  { scale: SliderScale; positives: Float64Array; negatives: Float64Array }
>();

/** Counted once for each group and axis. */
function barsOf(group: MeasuredGroup, scale: SliderScale) {
  const known = histograms.get(group);
  if (known?.scale === scale) return known;
  const { positives, negatives } = group.index;
  const bars = {
    scale,
    positives: scoreHistogram(positives, scale.low, scale.high, BINS),
    negatives: scoreHistogram(negatives, scale.low, scale.high, BINS),
  };
  histograms.set(group, bars);
  return bars;
}

const GroupBars = memo(function GroupBars({ group, scale, handle }: GroupBarsProps) {
  const { positives, negatives } = barsOf(group, scale);
  return <RailHistogram positives={positives} negatives={negatives} handle={handle} />;
});
