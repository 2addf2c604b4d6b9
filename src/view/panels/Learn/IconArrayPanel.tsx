import { memo } from 'react';
import { ICON_QUESTIONS, type IconArray, type IconQuestion, iconArray } from '../../../core/learn/iconArray.ts';
import type { UndefinedReason } from '../../../core/metrics/metric.ts';
import type { Confusion } from '../../../core/scores/confusion.ts';
import { formatCount, formatPercent } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectConfusion } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { RadioGroup } from '../../controls/RadioGroup.tsx';
import './IconArrayPanel.css';

type Outcome = keyof Confusion;

/** Flagged cases first, as the eye reads; of both halves the positives first. */
const OUTCOMES: readonly Outcome[] = ['tp', 'fp', 'fn', 'tn'];
const IN_A_ROW = 10;
const SIZE = 20;

/** Fewer cases than this look like many when they are drawn as a hundred. */
const FEW = 30;

const WHY_NONE: Readonly<Record<IconQuestion, UndefinedReason>> = {
  flagged: 'nothingFlagged',
  positives: 'noPositives',
  all: 'noRows',
};

/** A circle is a positive case, a square a negative one; solid is flagged. */
function Icon({ outcome, x = 0, y = 0 }: { readonly outcome: Outcome; readonly x?: number; readonly y?: number }) {
  const className = `icon icon-${outcome}`;
  return outcome === 'tp' || outcome === 'fn' ? (
    <circle className={className} cx={x + SIZE / 2} cy={y + SIZE / 2} r={7.5} />
  ) : (
    <rect className={className} x={x + 3.5} y={y + 3.5} width={13} height={13} rx={1.5} />
  );
}

const Icons = memo(function Icons({ icons, name }: { readonly icons: Confusion; readonly name: string }) {
  const all = OUTCOMES.flatMap((outcome) => Array<Outcome>(icons[outcome]).fill(outcome));
  return (
    <svg className="icons" viewBox={`0 0 ${IN_A_ROW * SIZE} ${IN_A_ROW * SIZE}`} role="img" aria-label={name}>
      {all.map((outcome, place) => (
        <Icon
          // biome-ignore lint/suspicious/noArrayIndexKey: a symbol is its place
          key={place}
          outcome={outcome}
          x={(place % IN_A_ROW) * SIZE}
          y={Math.floor(place / IN_A_ROW) * SIZE}
        />
      ))}
    </svg>
  );
});

/** What each kind of symbol is, how many there are, and for how many cases they stand. */
function Legend({ icons, counts }: IconArray) {
  return (
    <ul className="iconLegend" aria-label={translate('icons.legend')}>
      {OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => (
        <li key={outcome}>
          <svg className="iconSample" viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
            <Icon outcome={outcome} />
          </svg>
          <strong>{icons[outcome] === 0 ? translate('icons.underOne') : formatCount(icons[outcome])}</strong>{' '}
          <span>{translate(`icons.${outcome}`)}</span>{' '}
          <span className="hint">{translate('icons.counted', { count: counts[outcome] })}</span>
        </li>
      ))}
    </ul>
  );
}

function HundredCases({ array, question }: { readonly array: IconArray; readonly question: IconQuestion }) {
  const { icons, whole, right } = array;
  const answer = translate(`icons.answer.${question}`, { right: icons.tp + icons.tn, wrong: icons.fp + icons.fn });
  return (
    <div className="iconBody">
      <Icons icons={icons} name={answer} />
      <div className="iconWords">
        <p className="iconAnswer">{answer}</p>
        <p>
          {translate(`icons.exact.${question}`, {
            part: formatCount(right),
            whole: formatCount(whole),
            share: formatPercent(right / whole),
          })}
        </p>
        <Legend {...array} />
        {whole < FEW && <p className="hint">{translate('icons.few', { whole })}</p>}
        <p className="hint">{translate('icons.note')}</p>
      </div>
    </div>
  );
}

/** The decision as a hundred symbols, which follow the threshold. */
export function IconArrayPanel() {
  const confusion = useTuner(selectConfusion);
  const question = useTuner((state) => state.iconQuestion);
  const { setIconQuestion } = useActions();
  if (confusion === null) return null;
  const array = iconArray(confusion, question);
  return (
    <section className="panel iconPanel" aria-labelledby="icons-title">
      <div className="panelHead">
        <h2 id="icons-title">{translate('icons.title')}</h2>
        <RadioGroup
          label={translate('icons.question')}
          value={question}
          options={ICON_QUESTIONS.map((value) => ({
            value,
            shown: translate(`icons.of.${value}`),
            name: translate(`icons.ofName.${value}`),
          }))}
          isLabelShown
          onChange={setIconQuestion}
        />
      </div>
      {array === null ? (
        <p className="iconNone">{translate(`undefined.${WHY_NONE[question]}`)}</p>
      ) : (
        <HundredCases array={array} question={question} />
      )}
    </section>
  );
}
