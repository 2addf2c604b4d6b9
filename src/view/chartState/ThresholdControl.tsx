import { formatThreshold } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import { selectThreshold } from '../../state/selectors.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';
import { PlotControl } from '../charts/PlotControl.tsx';
import type { PlotFrame } from '../charts/PlotFrame.tsx';
import { type NamedValue, valuesText } from '../charts/Readout.tsx';
import { thresholdMoveOf } from '../controls/thresholdKeys.ts';
import { useSliderScale } from './useSliderScale.ts';

interface ThresholdControlProps {
  readonly title: string;
  readonly moves: 'line' | 'point';
  readonly values: readonly NamedValue[];
  /** The threshold at a place of the plot in pixels; null where there is none. */
  readonly thresholdAt: (x: number, y: number, frame: PlotFrame) => number | null;
}

/** Press, drag and keys on a chart set the threshold. */
export function ThresholdControl({ title, moves, values, thresholdAt }: ThresholdControlProps) {
  const threshold = useTuner(selectThreshold);
  const scale = useSliderScale();
  const { setThreshold, moveThreshold } = useActions();
  return (
    <PlotControl
      name={translate('chart.markerOn', { title })}
      low={scale.low}
      high={scale.high}
      value={threshold}
      valueText={translate('chart.markerValues', { threshold: formatThreshold(threshold), values: valuesText(values) })}
      moves={moves}
      onPick={(x, y, frame, gesture) => {
        const picked = thresholdAt(x, y, frame);
        if (picked !== null) setThreshold(picked, gesture);
      }}
      onKeyDown={(event) => {
        const move = thresholdMoveOf(event);
        if (move === null) return;
        event.preventDefault();
        moveThreshold(move, event.repeat);
      }}
    />
  );
}
