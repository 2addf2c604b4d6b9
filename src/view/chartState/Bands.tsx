import { useMemo } from 'react';
import type { CurveBands } from '../../core/intervals/curveBands.ts';
import { translate } from '../../i18n/translate.ts';
import { selectEvaluation, selectRule } from '../../state/selectors.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';
import { useEstimate } from './useEstimate.ts';

/** The bands around the curves of the split in view; null while they are not wanted or not there. The same object until they change. */
export function useBands(): CurveBands | null {
  const hasBands = useTuner((state) => state.hasBands);
  const split = useTuner((state) => selectEvaluation(state)?.split ?? '');
  const rule = useTuner(selectRule);
  const metrics = useTuner((state) => state.chartMetrics);
  const question = useMemo(
    () => (hasBands ? ({ kind: 'bands', rule, metrics } as const) : null),
    [hasBands, rule, metrics],
  );
  const estimated = useEstimate('bands', split, question);
  // Bands of another split or rule around this curve would be wrong.
  return estimated === null || estimated.isLate ? null : estimated.value;
}

/** The switch that draws the bands of all charts, or none. */
export function BandsSwitch() {
  const hasBands = useTuner((state) => state.hasBands);
  const { setBands } = useActions();
  return (
    <label className="chartChoice bandsSwitch">
      <input type="checkbox" checked={hasBands} onChange={(event) => setBands(event.currentTarget.checked)} />
      {translate('certainty.bands')}
    </label>
  );
}

/** What the bands in a chart are; nothing without bands. */
export function bandsNote(bands: CurveBands | null, how: 'Roc' | 'PrecisionRecall' | 'Sweep'): readonly string[] {
  if (bands === null) return [];
  const values = { count: bands.nResamples, seed: String(bands.seed), how: translate(`certainty.bands${how}`) };
  return [translate('certainty.bandsTerm', values)];
}
