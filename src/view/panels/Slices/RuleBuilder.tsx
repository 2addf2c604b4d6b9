import { useState } from 'react';
import type { CellCondition } from '../../../core/cases/caseSelection.ts';
import { LONGEST_GROUP_NAME, MOST_GROUP_RULES } from '../../../core/slices/grouping.ts';
import { sentenceGap } from '../../../i18n/joined.ts';
import { subjectText } from '../../../i18n/subjectText.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectGroupRules } from '../../../state/groupSelectors.ts';
import { selectColumns } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { Choice } from '../../controls/Choice.tsx';
import { typedNumber } from '../../controls/NumberField.tsx';

const NUMBER_TESTS = ['over', 'atLeast', 'below', 'atMost'] as const;
const WORD_TESTS = ['fewerWords', 'moreWords'] as const;
const TESTS = ['is', ...NUMBER_TESTS, ...WORD_TESTS, 'missing'] as const;
type RuleTest = (typeof TESTS)[number];

const isNumberTest = (test: RuleTest): test is (typeof NUMBER_TESTS)[number] =>
  NUMBER_TESTS.some((each) => each === test);

const isWordTest = (test: RuleTest): test is (typeof WORD_TESTS)[number] => WORD_TESTS.some((each) => each === test);

/** The condition that was put together, or what is wrong with it. */
function conditionOf(column: string, test: RuleTest, text: string): CellCondition | { readonly complaint: string } {
  if (test === 'missing') return { kind: 'missing', column };
  const value = text.trim();
  if (!isNumberTest(test) && !isWordTest(test)) {
    return value === '' ? { complaint: translate('slices.rules.empty') } : { kind: 'value', column, value };
  }
  const end = typedNumber(value);
  if (!Number.isFinite(end)) return { complaint: translate('slices.rules.wrong') };
  const isUpward = test === 'over' || test === 'atLeast' || test === 'moreWords';
  const range = {
    low: isUpward ? end : Number.NEGATIVE_INFINITY,
    high: isUpward ? Number.POSITIVE_INFINITY : end,
    isLowIn: test !== 'over' && test !== 'moreWords',
    isHighIn: test !== 'below' && test !== 'fewerWords',
  };
  return { kind: isWordTest(test) ? 'words' : 'range', column, range };
}

/** Puts a group together out of conditions: column, test and value, one after another. */
export function RuleBuilder() {
  const columns = useTuner(selectColumns);
  const rules = useTuner(selectGroupRules);
  const { setGroupRules } = useActions();
  const [draft, setDraft] = useState<readonly CellCondition[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [wanted, setWanted] = useState<RuleTest>('is');
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [complaint, setComplaint] = useState<string | null>(null);
  const profile = columns.find(({ name }) => name === chosen) ?? columns[0];
  if (profile === undefined) return null;
  if (rules.length >= MOST_GROUP_RULES) {
    return <p className="hint">{translate('slices.rules.most', { most: MOST_GROUP_RULES })}</p>;
  }
  const isAsked = (each: RuleTest) =>
    isNumberTest(each) ? profile.numericShare > 0 : !isWordTest(each) || profile.numericShare < 0.5;
  const tests = TESTS.filter(isAsked);
  const test = tests.includes(wanted) ? wanted : 'is';
  const values = test === 'is' && profile.kind === 'category' ? profile.topValues.map(({ value }) => value) : [];
  const hasAllValues = values.length > 0 && values.length >= profile.distinct;
  const value = hasAllValues && !values.includes(text) ? values[0] : text;

  const choose = (column: string | null) => {
    setChosen(column);
    setText('');
    setComplaint(null);
  };
  /** The draft with the condition in the fields; null where that is none, which is said. */
  const whole = (): readonly CellCondition[] | null => {
    const condition = conditionOf(profile.name, test, value);
    if ('complaint' in condition) {
      setComplaint(condition.complaint);
      return null;
    }
    setComplaint(null);
    setText('');
    return [...draft, condition];
  };
  const add = () => {
    const own = name.trim();
    if (own !== '' && rules.some((rule) => rule.name === own)) {
      setComplaint(translate('slices.rules.nameTaken', { name: own }));
      return;
    }
    const conditions = whole();
    if (conditions === null) return;
    setDraft([]);
    setName('');
    setGroupRules([...rules, { name: own, conditions }]);
  };
  return (
    <fieldset className="ruleBuilder">
      <legend className="hint">{translate('slices.rules.new')}</legend>
      <Choice
        name={translate('slices.rules.column')}
        value={profile.name}
        options={columns.map(({ name }) => name)}
        onChange={choose}
      />
      <label className="choice">
        <span className="hint">{translate('slices.rules.test')}</span>
        <select
          className="select"
          aria-label={translate('slices.rules.test')}
          value={test}
          onChange={(event) => setWanted(event.currentTarget.value as RuleTest)}
        >
          {tests.map((each) => (
            <option key={each} value={each}>
              {translate(`slices.rules.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {hasAllValues && (
        <Choice
          name={translate('slices.rules.value')}
          value={value}
          options={values}
          onChange={(next) => setText(next ?? '')}
        />
      )}
      {!hasAllValues && test !== 'missing' && (
        <label className="choice">
          <span className="hint">{translate('slices.rules.value')}</span>
          <input
            type="text"
            className="field"
            autoComplete="off"
            aria-label={translate('slices.rules.value')}
            aria-invalid={complaint !== null}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setComplaint(null);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') add();
            }}
          />
        </label>
      )}
      <label className="choice">
        <span className="hint">{translate('slices.rules.name')}</span>
        <input
          type="text"
          className="field"
          autoComplete="off"
          maxLength={LONGEST_GROUP_NAME}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setComplaint(null);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add();
          }}
        />
      </label>
      <span className="ruleButtons">
        <button
          type="button"
          className="button"
          onClick={() => {
            const next = whole();
            if (next !== null) setDraft(next);
          }}
        >
          {translate('slices.rules.and')}
        </button>
        <button type="button" className="button buttonStrong" onClick={add}>
          {translate('slices.rules.add')}
        </button>
      </span>
      {complaint !== null && (
        <p role="alert" className="fieldError">
          {complaint}
        </p>
      )}
      {draft.length > 0 && (
        <p className="ruleDraft" role="status">
          {translate('slices.rules.draft', { conditions: subjectText(draft) })}
          {sentenceGap()}
          <button type="button" className="linkButton" onClick={() => setDraft([])}>
            {translate('slices.rules.clear')}
          </button>
        </p>
      )}
    </fieldset>
  );
}
