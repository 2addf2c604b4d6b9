import { memo, useMemo } from 'react';
import type { SliderScale } from '../../../core/choose/stops.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectAdmissible } from '../../../state/requirements.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { runsText } from '../../requirements/requirementWords.ts';
import { railBands } from './railBands.ts';

interface RailAdmissibleProps {
  readonly scale: SliderScale;
  readonly width: number;
}

/** The thresholds that meet all requirements, as bands under the track; in words for those who do not see them. */
export const RailAdmissible = memo(function RailAdmissible({ scale, width }: RailAdmissibleProps) {
  const admissible = useTuner(selectAdmissible);
  const bands = useMemo(
    () => (admissible === null ? [] : railBands(admissible.runs, scale, width)),
    [admissible, scale, width],
  );
  if (admissible === null) return null;
  return (
    <div className="railBands">
      {bands.map(({ from, to }) => (
        <span key={from} className="railBand" style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }} />
      ))}
      <p className="visuallyHidden">
        {admissible.runs.length === 0
          ? translate('requirements.noneOnRail')
          : translate('requirements.onRail', { ranges: runsText(admissible.runs) })}
      </p>
    </div>
  );
});
