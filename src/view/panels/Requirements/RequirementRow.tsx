import { useRef } from 'react';
import {
  AMOUNT_MEASURES,
  type AmountMeasure,
  type Conflict,
  isMet,
  measureStyle,
  type Requirement,
  type RequirementMeasure,
  requirementValue,
  roundedToMeet,
} from '../../../core/choose/requirements.ts';
import { thresholdMetric, thresholdMetrics } from '../../../core/metrics/catalog.ts';
import { confusionAt } from '../../../core/scores/confusion.ts';
import type { Evaluation } from '../../../core/scores/evaluation.ts';
import { sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectHasIntervals, selectRequirementTerms } from '../../../state/requirements.ts';
import { selectPrices, selectRule, selectThreshold } from '../../../state/selectors.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { measureName, measureText, requirementName } from '../../requirements/requirementWords.ts';
import { TopicTerm } from '../../terms/TopicTerm.tsx';

const MEASURES: readonly RequirementMeasure[] = [...AMOUNT_MEASURES, ...thresholdMetrics.map(({ id }) => id)];
const MOST = 1e15;
/** Decimals of a nearest value, as it is shown: a tenth of a percent is three. */
const DECIMALS = { percent: 3, number: 3, count: 2, money: 2 } as const;

/** What is usually required of a measure. */
function usual(measure: RequirementMeasure): Pick<Requirement, 'bound' | 'value'> {
  const style = measureStyle(measure);
  if (style === 'count') return { bound: 'atMost', value: 200 };
  if (style === 'money') return { bound: 'atMost', value: 1000 };
  const { better } = thresholdMetric(measure as Exclude<RequirementMeasure, AmountMeasure>);
  return better === 'higher' ? { bound: 'atLeast', value: 0.5 } : { bound: 'atMost', value: 0.2 };
}

export interface RequirementRowProps {
  readonly requirement: Requirement;
  /** What it has to do with it where no threshold meets all; null else. */
  readonly conflict: Conflict | null;
  readonly on: Evaluation;
  readonly onChange: (change: Partial<Requirement>) => void;
  readonly onRemove: () => void;
}

/** One requirement: switched on or off, of a measure, with its bound, and how it stands at the present threshold. */
export function RequirementRow({ requirement, conflict, on, onChange, onRemove }: RequirementRowProps) {
  const { unit } = useTuner(selectPrices);
  const hasIntervals = useTuner(selectHasIntervals);
  const { measure, bound, value, byInterval, isOn } = requirement;
  const row = useRef<HTMLLIElement>(null);
  const style = measureStyle(measure);
  const times = style === 'percent' ? 100 : 1;
  const name = requirementName(requirement, unit);
  return (
    <li className="requirement" ref={row} tabIndex={-1}>
      <div className="requirementLine">
        <input
          type="checkbox"
          aria-label={translate('requirements.isOn', { name })}
          checked={isOn}
          onChange={() => onChange({ isOn: !isOn })}
        />
        <select
          className="select requirementMeasure"
          aria-label={translate('requirements.measure')}
          value={measure}
          onChange={(event) => {
            const next = event.currentTarget.value as RequirementMeasure;
            onChange({ measure: next, byInterval: false, ...usual(next) });
          }}
        >
          {MEASURES.map((each) => (
            <option key={each} value={each}>
              {measureName(each)}
            </option>
          ))}
        </select>
        <select
          className="select"
          aria-label={translate('requirements.bound')}
          value={bound}
          onChange={(event) => onChange({ bound: event.currentTarget.value as Requirement['bound'] })}
        >
          <option value="atLeast">{translate('requirements.atLeast')}</option>
          <option value="atMost">{translate('requirements.atMost')}</option>
        </select>
        <span className="requirementValue">
          <NumberField
            className="ruleField"
            label={translate('requirements.value', { name: measureName(measure) })}
            value={Number((value * times).toPrecision(12))}
            low={-MOST}
            high={MOST}
            onChange={(typed) => onChange({ value: typed / times })}
          />
          {style === 'percent' && <span aria-hidden="true"> %</span>}
          {style === 'money' && <span aria-hidden="true"> {unit}</span>}
        </span>
        <Standing requirement={{ ...requirement, byInterval: byInterval && hasIntervals }} on={on} unit={unit} />
        <button
          type="button"
          className="iconButton"
          aria-label={translate('requirements.remove', { name })}
          onClick={onRemove}
        >
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {style === 'percent' && hasIntervals && (
        <p className="requirementInterval">
          <label>
            <input type="checkbox" checked={byInterval} onChange={() => onChange({ byInterval: !byInterval })} />{' '}
            {translate(bound === 'atLeast' ? 'requirements.lowEnd' : 'requirements.highEnd')}
          </label>{' '}
          <TopicTerm topic="requirement" explain={() => <p>{translate('requirements.lowEndTerm')}</p>}>
            {translate('requirements.why')}
          </TopicTerm>
        </p>
      )}
      {conflict !== null && (
        <InTheWay
          requirement={requirement}
          conflict={conflict}
          unit={unit}
          onGiveWay={(next) => {
            onChange({ value: next });
            // The button goes away with what it mended.
            row.current?.focus({ preventScroll: true });
          }}
        />
      )}
    </li>
  );
}

interface StandingProps {
  readonly requirement: Requirement;
  readonly on: Evaluation;
  readonly unit: string;
}

/** What the requirement bounds, at the present threshold. */
function Standing({ requirement, on, unit }: StandingProps) {
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  const terms = useTuner(selectRequirementTerms);
  if (terms === null) return null;
  const reached = requirementValue(requirement, terms)(confusionAt(on.index, threshold, rule), threshold);
  const isKept = isMet(requirement, reached);
  return (
    <span className="requirementNow">
      <span className="hint">
        {translate('requirements.now', { value: measureText(requirement.measure, reached, unit) })}
      </span>{' '}
      <span className={isKept ? 'better' : 'worse'}>
        {translate(isKept ? 'requirements.isMet' : 'requirements.isNotMet')}
      </span>
    </span>
  );
}

interface InTheWayProps {
  readonly requirement: Requirement;
  readonly conflict: Conflict;
  readonly unit: string;
  readonly onGiveWay: (value: number) => void;
}

/** How this requirement keeps all from being met, and to what it would have to give way. */
function InTheWay({ requirement: { measure, bound }, conflict, unit, onGiveWay }: InTheWayProps) {
  const { isReachable, nearest } = conflict;
  const unreachable = isReachable ? '' : translate('requirements.unreachableLow') + sentenceGap();
  if (!Number.isFinite(nearest)) return <p className="hint">{unreachable + translate('requirements.notEnough')}</p>;
  const value = roundedToMeet(bound, nearest, DECIMALS[measureStyle(measure)]);
  const shown = measureText(measure, value, unit);
  return (
    <p className="hint">
      {unreachable + translate('requirements.nearestLow', { value: shown })}
      {sentenceGap()}
      <button type="button" className="linkButton" onClick={() => onGiveWay(value)}>
        {translate('requirements.giveWay', { value: shown })}
      </button>
    </p>
  );
}
