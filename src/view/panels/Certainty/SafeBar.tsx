import type { Stretch } from '../../../core/choose/shortestDecimal.ts';
import { formatThreshold } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectThreshold } from '../../../state/selectors.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { useSliderScale } from '../../chartState/useSliderScale.ts';

interface SafeBarProps {
  readonly stretches: readonly Stretch[];
  readonly best: number;
  readonly ranges: string;
}

/** The thresholds that are as good as the best one, on the axis of the slider. */
export function SafeBar({ stretches, best, ranges }: SafeBarProps) {
  const scale = useSliderScale();
  const threshold = useTuner(selectThreshold);
  const width = scale.high - scale.low;
  const percent = (value: number) =>
    width === 0 ? 0 : (100 * (Math.max(scale.low, Math.min(scale.high, value)) - scale.low)) / width;
  return (
    <div
      className="safeBar"
      role="img"
      aria-label={translate('certainty.bar', {
        ranges,
        best: formatThreshold(best),
        threshold: formatThreshold(threshold),
      })}
    >
      {stretches.map(({ low, high }) => (
        <div
          key={low}
          className="safeStretch"
          style={{ left: `${percent(low)}%`, width: `max(3px, ${percent(high) - percent(low)}%)` }}
        />
      ))}
      <div className="safeBest" style={{ left: `${percent(best)}%` }} />
      <div className="safeNow" style={{ left: `${percent(threshold)}%` }} />
      <span className="safeEnd">{formatThreshold(scale.low)}</span>
      <span className="safeEnd safeEndHigh">{formatThreshold(scale.high)}</span>
    </div>
  );
}
