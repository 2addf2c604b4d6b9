import type { ReactNode } from 'react';
import { thresholdMetrics } from '../../../core/metrics/catalog.ts';
import type { ThresholdMetricId } from '../../../core/metrics/metric.ts';
import { formatCount, formatPercent, formatThreshold } from '../../../i18n/format.ts';
import { type TextKey, translate } from '../../../i18n/translate.ts';
import type { RuleId, RuleSettings } from '../../../state/ruleSettings.ts';
import { type RuleChoice, selectRules } from '../../../state/rules.ts';
import {
  selectChosenOn,
  selectEvaluation,
  selectEvaluations,
  selectHasSplits,
  selectThreshold,
} from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { percentOf } from './percentOf.ts';
import './RulesPanel.css';

const NAMES: Readonly<Record<RuleId, TextKey>> = {
  lowestCost: 'rule.lowestCost',
  highestMetric: 'rule.highest',
  minPrecision: 'rule.minPrecision',
  minRecall: 'rule.minRecall',
  flagTop: 'rule.flagTop',
};

const choosable = thresholdMetrics.filter(({ better }) => better !== 'neither');

function PercentField({ label, share, onChange }: { label: string; share: number; onChange: (share: number) => void }) {
  return (
    <>
      <NumberField
        className="ruleField"
        label={label}
        value={percentOf(share)}
        low={0}
        high={100}
        onChange={(value) => onChange(value / 100)}
      />
      <span aria-hidden="true">%</span>
    </>
  );
}

/** What a rule's fields say, for its spoken name. */
function ruleDetail({ id }: RuleChoice, settings: RuleSettings): string {
  switch (id) {
    case 'lowestCost':
      return '';
    case 'highestMetric':
      return ` ${translate(`metric.${settings.metric}.name` as TextKey)}`;
    case 'minPrecision':
      return ` ${percentOf(settings.minPrecision)} %`;
    case 'minRecall':
      return ` ${percentOf(settings.minRecall)} %`;
    case 'flagTop':
      return ` ${percentOf(settings.topShare)} %`;
  }
}

/** What belongs beside a choice: why there is none, ties at the cut, other thresholds that are as good. */
function noteOf({ id, choice }: RuleChoice): string | null {
  if (choice.kind === 'none') {
    const values = Number.isNaN(choice.nearest) ? null : { nearest: formatPercent(choice.nearest) };
    if (choice.reason === 'precisionUnreachable' && values) return translate('rule.precisionUnreachable', values);
    if (choice.reason === 'recallUnreachable' && values) return translate('rule.recallUnreachable', values);
    return translate(choice.reason === 'noPositives' ? 'rule.noPositives' : 'rule.none');
  }
  if (id === 'flagTop' && choice.tiedAtCut !== undefined && choice.tiedAtCut.rows > 0) {
    const { rows, flagged } = choice.tiedAtCut;
    return translate('rule.tiedAtCut', { rows, flagged });
  }
  if (!Number.isFinite(choice.threshold)) return translate(choice.threshold > 0 ? 'rule.flagsNobody' : 'rule.flagsAll');
  return choice.ties.length > 1 ? translate('rule.ties', { count: choice.ties.length }) : null;
}

function Rule({ rule, children }: { readonly rule: RuleChoice; readonly children?: ReactNode }) {
  const { choice } = rule;
  const isInForce = useTuner((state) => choice.kind === 'found' && Object.is(choice.threshold, selectThreshold(state)));
  const settings = useTuner((state) => state.ruleSettings);
  const { setThreshold } = useActions();
  const note = noteOf(rule);
  return (
    <li className={`rule ${isInForce ? 'ruleInForce' : ''}`}>
      <div className="ruleRow">
        <span className="ruleName">{translate(NAMES[rule.id])}</span>
        <span className="ruleControls">{children}</span>
        {choice.kind === 'found' ? (
          <button
            type="button"
            className="ruleApply"
            aria-label={translate('rule.apply', {
              rule: translate(NAMES[rule.id]),
              detail: ruleDetail(rule, settings),
              threshold: formatThreshold(choice.threshold),
            })}
            aria-pressed={isInForce}
            onClick={() => setThreshold(choice.threshold)}
          >
            {formatThreshold(choice.threshold)}
          </button>
        ) : (
          <span className="ruleNone">{translate('rule.noneShort')}</span>
        )}
      </div>
      {note !== null && <p className="hint ruleNote">{note}</p>}
    </li>
  );
}

/** The rules that can set the threshold, each with the exact threshold it would choose on the split meant for that. */
export function RulesPanel() {
  const rules = useTuner(selectRules);
  const chosenOn = useTuner(selectChosenOn);
  const evaluation = useTuner(selectEvaluation);
  const evaluations = useTuner(selectEvaluations);
  const settings = useTuner((state) => state.ruleSettings);
  const hasSplits = useTuner(selectHasSplits);
  const { setRuleSettings, setChosenOn } = useActions();
  if (evaluation === null || chosenOn === null) return null;

  const controls: Readonly<Record<RuleId, ReactNode>> = {
    lowestCost: null,
    highestMetric: (
      <select
        className="select"
        aria-label={translate('rule.metric')}
        value={settings.metric}
        onChange={(event) => setRuleSettings({ metric: event.currentTarget.value as ThresholdMetricId })}
      >
        {choosable.map(({ id }) => (
          <option key={id} value={id}>
            {translate(`metric.${id}.name` as TextKey)}
          </option>
        ))}
      </select>
    ),
    minPrecision: (
      <PercentField
        label={translate('rule.minPrecisionField')}
        share={settings.minPrecision}
        onChange={(minPrecision) => setRuleSettings({ minPrecision })}
      />
    ),
    minRecall: (
      <PercentField
        label={translate('rule.minRecallField')}
        share={settings.minRecall}
        onChange={(minRecall) => setRuleSettings({ minRecall })}
      />
    ),
    flagTop: (
      <PercentField
        label={translate('rule.flagTopField')}
        share={settings.topShare}
        onChange={(topShare) => setRuleSettings({ topShare })}
      />
    ),
  };
  return (
    <section className="rulesPanel" aria-label={translate('rules.section')}>
      <p className="rulesLead hint">
        {hasSplits ? (
          <label className="rulesOn">
            {translate('rules.lead')}{' '}
            <select
              className="select"
              aria-label={translate('rules.chooseOn')}
              value={chosenOn.split}
              onChange={(event) => setChosenOn(event.currentTarget.value)}
            >
              {evaluations.map(({ split }) => (
                <option key={split} value={split}>
                  {split}
                </option>
              ))}
            </select>
          </label>
        ) : (
          translate('rules.leadAll')
        )}{' '}
        ·{' '}
        {chosenOn === evaluation
          ? translate('rules.sameRows', { rows: formatCount(evaluation.rows) })
          : translate('rules.otherRows', { rows: chosenOn.rows, on: chosenOn.split, judged: evaluation.split })}
      </p>
      <ul className="rules">
        {rules.map((rule) => (
          <Rule key={rule.id} rule={rule}>
            {controls[rule.id]}
          </Rule>
        ))}
      </ul>
    </section>
  );
}
