import type { ReactNode } from 'react';
import { thresholdMetrics } from '../../../core/metrics/catalog.ts';
import type { ThresholdMetricId } from '../../../core/metrics/metric.ts';
import { formatCount, formatThreshold } from '../../../i18n/format.ts';
import { percentOf } from '../../../i18n/goalText.ts';
import { type TextKey, translate } from '../../../i18n/translate.ts';
import { selectAdmissible } from '../../../state/requirements.ts';
import { BETA_RANGE, MOST_PT, RULE_IDS, type RuleId } from '../../../state/ruleSettings.ts';
import { type RuleChoice, selectRules } from '../../../state/rules.ts';
import {
  selectChosenOn,
  selectEvaluation,
  selectEvaluations,
  selectGoal,
  selectHasSplits,
  selectRuleSettings,
} from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { AmountMatrix } from './AmountMatrix.tsx';
import { PayoffMatrix } from './PayoffMatrix.tsx';
import { RULE_NAMES, ruleDetail, ruleNote } from './ruleNames.ts';
import './RulesPanel.css';

const choosable = thresholdMetrics.filter(({ better }) => better !== 'neither');

interface PercentFieldProps {
  readonly label: string;
  readonly share: number;
  readonly most?: number;
  readonly onChange: (share: number) => void;
}

function PercentField({ label, share, most = 1, onChange }: PercentFieldProps) {
  return (
    <>
      <NumberField
        className="ruleField"
        label={label}
        value={percentOf(share)}
        low={0}
        high={percentOf(most)}
        onChange={(value) => onChange(value / 100)}
      />
      <span aria-hidden="true">%</span>
    </>
  );
}

function Rule({ rule, children }: { readonly rule: RuleChoice; readonly children?: ReactNode }) {
  const { id, choice } = rule;
  const isInForce = useTuner((state) => selectGoal(state) === id);
  const settings = useTuner(selectRuleSettings);
  const shown = useTuner((state) => state.shownRules);
  const { setGoal, setShownRules } = useActions();
  const note = ruleNote(rule, settings);
  const words = { rule: translate(RULE_NAMES[id]), detail: ruleDetail(id, settings) };
  return (
    <li className={`rule ${isInForce ? 'ruleInForce' : ''}`}>
      <div className="ruleRow">
        <span className="ruleName">{words.rule}</span>
        <span className="ruleControls">{children}</span>
        <button
          type="button"
          className="ruleApply"
          aria-label={translate('rule.apply', {
            ...words,
            threshold: choice.kind === 'found' ? formatThreshold(choice.threshold) : translate('rule.noneShort'),
          })}
          aria-pressed={isInForce}
          onClick={() => setGoal(id)}
        >
          {choice.kind === 'found' ? formatThreshold(choice.threshold) : translate('rule.noneShort')}
        </button>
        <button
          type="button"
          className="ruleRemove"
          aria-label={translate('rule.remove', words)}
          title={translate('rule.remove', words)}
          onClick={() => {
            if (isInForce) setGoal(null);
            setShownRules(shown.filter((other) => other !== id));
          }}
        >
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {id === 'lowestCost' && <PayoffMatrix />}
      {id === 'amountCost' && <AmountMatrix />}
      {note !== null && <p className="hint ruleNote">{note}</p>}
    </li>
  );
}

/** A list of the goals that do not stand there yet. */
function AddRule() {
  const rules = useTuner(selectRules);
  const shown = useTuner((state) => state.shownRules);
  const settings = useTuner(selectRuleSettings);
  const { setShownRules } = useActions();
  const others = RULE_IDS.filter((id) => !rules.some((rule) => rule.id === id));
  if (others.length === 0) return null;
  return (
    <select
      className="select addRule"
      aria-label={translate('rule.addField')}
      value=""
      onChange={(event) => setShownRules([...shown, event.currentTarget.value as RuleId])}
    >
      <option value="">{translate('rule.add')}</option>
      {others.map((id) => (
        <option key={id} value={id}>
          {translate(RULE_NAMES[id])}
          {ruleDetail(id, settings)}
        </option>
      ))}
    </select>
  );
}

/** The goals that can set the threshold, each with the exact threshold it would choose on the split meant for that. */
export function RulesPanel() {
  const rules = useTuner(selectRules);
  const chosenOn = useTuner(selectChosenOn);
  const evaluation = useTuner(selectEvaluation);
  const evaluations = useTuner(selectEvaluations);
  const settings = useTuner(selectRuleSettings);
  const hasSplits = useTuner(selectHasSplits);
  const isWithin = useTuner((state) => selectAdmissible(state) !== null);
  const { setRuleSettings, setChosenOn } = useActions();
  if (evaluation === null || chosenOn === null) return null;

  const controls: Readonly<Record<RuleId, ReactNode>> = {
    lowestCost: null,
    amountCost: null,
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
    fbeta: (
      <NumberField
        className="ruleField"
        label={translate('rule.betaField')}
        value={settings.beta}
        low={BETA_RANGE.low}
        high={BETA_RANGE.high}
        onChange={(beta) => setRuleSettings({ beta })}
      />
    ),
    closestCorner: null,
    netBenefit: (
      <PercentField
        label={translate('rule.ptField')}
        share={settings.pt}
        most={MOST_PT}
        onChange={(pt) => setRuleSettings({ pt })}
      />
    ),
    flagCount: (
      <>
        <NumberField
          className="ruleField"
          label={translate('rule.flagCountField')}
          value={settings.topCount}
          low={0}
          high={1e12}
          onChange={(topCount) => setRuleSettings({ topCount })}
        />
        <span aria-hidden="true">{translate('rule.cases')}</span>
      </>
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
        {isWithin && ` · ${translate('rules.within')}`}
      </p>
      <ul className="rules">
        {rules.map((rule) => (
          <Rule key={rule.id} rule={rule}>
            {controls[rule.id]}
          </Rule>
        ))}
      </ul>
      <AddRule />
    </section>
  );
}
