import { memo } from 'react';
import { sliderScale } from '../../../core/choose/stops.ts';
import type { ScoreRange } from '../../../core/classes/scoreRanges.ts';
import { formatMetric, formatPercent, formatSpokenThreshold, formatThreshold } from '../../../i18n/format.ts';
import { joinedPhrases } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import type { ClassRow } from '../../../state/classSelectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { RailHistogram } from '../../charts/RailHistogram.tsx';
import { NumberField } from '../../controls/NumberField.tsx';
import { ThresholdRange } from '../../decision/ThresholdRange.tsx';

const FIGURES = ['precision', 'recall', 'f1', 'rocAuc'] as const;

export interface ClassCardProps {
  readonly row: ClassRow;
  readonly range: ScoreRange;
  readonly ofClass: Float64Array;
  readonly ofOthers: Float64Array;
  /** Whether the thresholds decide at present. */
  readonly isInForce: boolean;
  /** Whether it is a label, which may hold beside others. */
  readonly isLabel: boolean;
}

/** One class: its size, its scores with its threshold on them, and what the decision makes of it. */
export const ClassCard = memo(
  function ClassCard({ row, range, ofClass, ofOthers, isInForce, isLabel }: ClassCardProps) {
    const { tuneClass } = useActions();
    const { label, column, support } = row;
    const id = `class-${row.place}`;
    return (
      <li className="classCard" aria-labelledby={id}>
        <div className="classCardHead">
          <h3 id={id} className="className">
            {label}
          </h3>
          <span className="hint">{translate('classes.card.support', { support })}</span>
          {isLabel && <TuneByGoal label={label} />}
          {column !== null && support > 0 && (
            <button
              type="button"
              className="linkButton classTune"
              aria-label={translate(isLabel ? 'labels.card.tuneNamed' : 'classes.card.tuneNamed', { label })}
              onClick={() => void tuneClass(label)}
            >
              {translate(isLabel ? 'labels.card.tune' : 'classes.card.tune')}
            </button>
          )}
        </div>
        {column === null ? (
          <p className="hint">{translate('classes.card.noColumn')}</p>
        ) : (
          <ClassRail row={row} range={range} ofClass={ofClass} ofOthers={ofOthers} isInForce={isInForce} />
        )}
        <dl className="classFigures">
          {FIGURES.map((name) => (
            <div key={name}>
              <dt>{translate(name === 'rocAuc' ? 'classes.card.aucShort' : `metric.${name}.name`)}</dt>
              <dd>{name === 'rocAuc' ? formatMetric(row[name]) : formatPercent(row[name])}</dd>
            </div>
          ))}
        </dl>
      </li>
    );
  },
  (a, b) =>
    a.range === b.range &&
    a.ofClass === b.ofClass &&
    a.isInForce === b.isInForce &&
    (Object.keys(a.row) as (keyof ClassRow)[]).every((name) => Object.is(a.row[name], b.row[name])),
);

/** Sets the threshold of one label by the goal that is chosen for all. */
function TuneByGoal({ label }: { readonly label: string }) {
  const goal = useTuner((state) => state.labelGoal);
  const { tuneLabels } = useActions();
  return (
    <button
      type="button"
      className="linkButton classTune"
      aria-label={translate('labels.card.byGoalNamed', { label })}
      onClick={() => void tuneLabels(goal, 'each', label)}
    >
      {translate('labels.card.byGoal')}
    </button>
  );
}

function ClassRail({ row, range, ofClass, ofOthers, isInForce }: Omit<ClassCardProps, 'isLabel'>) {
  const { setClassThreshold, moveClassThreshold } = useActions();
  const { label, threshold, precision, recall } = row;
  const scale = sliderScale(range.low, range.high);
  const width = scale.high - scale.low;
  const share = width === 0 ? 0 : Math.max(0, Math.min(1, (threshold - scale.low) / width));
  const name = translate('classes.card.threshold', { label });
  return (
    <div className={isInForce ? 'classRailLine' : 'classRailLine isAtRest'}>
      <div className="rail classRail">
        <div className="classRailField">
          <div className="railShade" style={{ left: `${share * 100}%` }} />
          <RailHistogram positives={ofClass} negatives={ofOthers} isScaledApart handle={share} />
          <div className="railLine" style={{ left: `${share * 100}%` }} />
        </div>
        <div className="railTrack">
          <div className="railTrackFlagged" style={{ left: `${share * 100}%` }} />
          <ThresholdRange
            name={name}
            valueText={translate('classes.card.value', {
              threshold: formatSpokenThreshold(threshold),
              precision: formatPercent(precision),
              recall: formatPercent(recall),
            })}
            scale={scale}
            threshold={threshold}
            gesture="class"
            onSet={(value, gesture) => setClassThreshold(label, value, gesture)}
            onMove={(move, isHeld) => moveClassThreshold(label, move, isHeld)}
          />
        </div>
      </div>
      <NumberField
        className="classThresholdField"
        label={joinedPhrases([name, translate('threshold.field')])}
        value={threshold}
        shown={formatThreshold(threshold)}
        onChange={(value) => setClassThreshold(label, value)}
      />
    </div>
  );
}
