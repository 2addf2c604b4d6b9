import { useId } from 'react';
import { type Favourable, fourFifths } from '../../../core/fairness/disparity.ts';
import { formatMetric, formatPercent } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import type { DecidedGroups } from '../../chartState/useDecidedGroups.ts';
import { RadioGroup } from '../../controls/RadioGroup.tsx';
import { TopicTerm } from '../../terms/TopicTerm.tsx';

/** As many groups as are shown one by one. */
const SHOWN = 20;

/** How well each group fares against the one that fares best, or another one. */
export function FourFifths({ decided: { groups } }: { readonly decided: DecidedGroups }) {
  const titleId = useId();
  const selectId = useId();
  const { favourable, reference } = useTuner((state) => state.fairness);
  const { setFairness } = useActions();
  const place = groups.findIndex(({ key }) => key === reference);
  const found = fourFifths(
    groups.map(({ confusion }) => confusion),
    favourable,
    place < 0 ? null : place,
  );
  if (found === null) return null;
  const group = groups[found.reference].name;
  const ordered = [...groups.keys()].sort((a, b) => Number(found.below.includes(b)) - Number(found.below.includes(a)));
  return (
    <section className="fairFifths" aria-labelledby={titleId}>
      <h3 id={titleId}>
        <TopicTerm topic="fourFifths" explain={() => <p>{translate('fairness.fifths.term')}</p>}>
          {translate('fairness.fifths.title')}
        </TopicTerm>
      </h3>
      <div className="fairFields">
        <RadioGroup<Favourable>
          label={translate('fairness.fifths.favourable')}
          isLabelShown
          value={favourable}
          options={(['leftAlone', 'flagged'] as const).map((value) => ({
            value,
            shown: translate(`fairness.fifths.${value}`),
          }))}
          onChange={(next) => setFairness({ favourable: next })}
        />
        <label className="choice" htmlFor={selectId}>
          <span className="hint">{translate('fairness.fifths.reference')}</span>
          <select
            id={selectId}
            className="select"
            value={place < 0 ? '' : (reference ?? '')}
            onChange={(event) => setFairness({ reference: event.currentTarget.value || null })}
          >
            <option value="">{translate('fairness.fifths.best')}</option>
            {groups.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p>
        {found.below.length === 0
          ? translate('fairness.fifths.keeps', { group })
          : translate('fairness.fifths.breaks', { count: found.below.length, group })}
      </p>
      <table className="figureTable fairTable fairFifthsTable" aria-labelledby={titleId}>
        <thead>
          <tr>
            <th scope="col">{translate('fairness.fifths.group')}</th>
            <th scope="col">{translate('fairness.fifths.good')}</th>
            <th scope="col">{translate('fairness.fifths.ratio', { group })}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.slice(0, SHOWN).map((at) => (
            <tr key={groups[at].key}>
              <th scope="row">{groups[at].name}</th>
              <td>{formatPercent(found.rates[at])}</td>
              <td>
                {formatMetric(found.ratios[at])}
                {found.below.includes(at) && <span className="fairBelow">{translate('fairness.fifths.below')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
