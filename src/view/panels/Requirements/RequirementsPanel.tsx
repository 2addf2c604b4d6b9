import { useRef } from 'react';
import { type Admissible, MOST_REQUIREMENTS, type Requirement, runAt } from '../../../core/choose/requirements.ts';
import { formatThreshold } from '../../../i18n/format.ts';
import { capitalized, sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectAdmissible } from '../../../state/requirements.ts';
import { selectChosenOn, selectRule, selectThreshold } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { runsText, spokenCount } from '../../requirements/requirementWords.ts';
import { useSplitName } from '../../terms/useSplitName.ts';
import { nearestAdmissible } from './nearestAdmissible.ts';
import { RequirementRow } from './RequirementRow.tsx';
import './Requirements.css';

/** What is offered one after another to whoever adds requirements. */
const OFFERED: readonly Requirement[] = [
  { measure: 'recall', bound: 'atLeast', value: 0.9, byInterval: false, isOn: true },
  { measure: 'precision', bound: 'atLeast', value: 0.6, byInterval: false, isOn: true },
  { measure: 'selectionRate', bound: 'atMost', value: 0.2, byInterval: false, isOn: true },
];

/** Several things that must hold at once, the thresholds at which they do, and what stands in the way where there are none. */
export function RequirementsPanel() {
  const on = useTuner(selectChosenOn);
  const requirements = useTuner((state) => state.decision.requirements);
  const admissible = useTuner(selectAdmissible);
  const { setRequirements } = useActions();
  const nameOf = useSplitName();
  const add = useRef<HTMLButtonElement>(null);
  if (on === null) return null;
  const next = OFFERED.find(({ measure }) => !requirements.some((each) => each.measure === measure)) ?? OFFERED[0];
  return (
    <section className="panel requirementsPanel" aria-labelledby="requirements-title">
      <div className="panelHead">
        <h2 id="requirements-title">{translate('requirements.title')}</h2>
      </div>
      {admissible === null ? (
        <p>{translate(requirements.length === 0 ? 'requirements.none' : 'requirements.off')}</p>
      ) : (
        <Answer
          admissible={admissible}
          count={requirements.filter(({ isOn }) => isOn).length}
          split={nameOf(on.split)}
        />
      )}
      {requirements.length > 0 && (
        <ul className="requirements" aria-label={translate('requirements.list')}>
          {requirements.map((requirement, place) => (
            <RequirementRow
              // biome-ignore lint/suspicious/noArrayIndexKey: requirements keep their places, and two may be alike
              key={place}
              requirement={requirement}
              conflict={admissible?.conflicts.find((conflict) => conflict.place === place) ?? null}
              on={on}
              onChange={(change) =>
                setRequirements(requirements.map((each, i) => (i === place ? { ...each, ...change } : each)))
              }
              onRemove={() => {
                setRequirements(requirements.filter((_, i) => i !== place));
                add.current?.focus();
              }}
            />
          ))}
        </ul>
      )}
      {requirements.length < MOST_REQUIREMENTS && (
        <button ref={add} type="button" className="button" onClick={() => setRequirements([...requirements, next])}>
          {translate('requirements.add')}
        </button>
      )}
    </section>
  );
}

const allOf = (count: number): string =>
  count > 2
    ? translate('requirements.all', { count })
    : translate(count === 1 ? 'requirements.one' : 'requirements.both');

interface AnswerProps {
  readonly admissible: Admissible;
  /** How many requirements are in force. */
  readonly count: number;
  readonly split: string;
}

function Answer({ admissible: { runs }, count, split }: AnswerProps) {
  if (runs.length === 0)
    return <p className="requirementsUnmet">{translate('requirements.unmet', { all: allOf(count), split })}</p>;
  return (
    <p>
      {translate('requirements.met', {
        ranges: capitalized(runsText(runs)),
        thresholds: spokenCount(runs),
        all: allOf(count),
        split,
      })}
      {sentenceGap()}
      <Present admissible={{ runs }} />
    </p>
  );
}

/** Whether the present threshold is among those that meet all, and the nearest that is. */
function Present({ admissible: { runs } }: { readonly admissible: Pick<Admissible, 'runs'> }) {
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  const { setThreshold } = useActions();
  const said = useRef<HTMLSpanElement>(null);
  const isIn = runAt(runs, threshold, rule) !== null;
  const nearest = isIn ? null : nearestAdmissible(runs, threshold);
  return (
    <span ref={said} tabIndex={-1}>
      {translate(isIn ? 'requirements.isIn' : 'requirements.isOut')}
      {nearest !== null && (
        <>
          {sentenceGap()}
          <button
            type="button"
            className="linkButton"
            onClick={() => {
              setThreshold(nearest);
              said.current?.focus({ preventScroll: true });
            }}
          >
            {translate('requirements.goNearest', { threshold: formatThreshold(nearest) })}
          </button>
        </>
      )}
    </span>
  );
}
