import { type NoNumbers, REPLY_SCALES, type ReplyReading, type ReplyScale } from '../../../core/predict/readReply.ts';
import type { ReplyGroup } from '../../../core/predict/replyGroups.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { colon, joinedList } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { AS_UNDERSTOOD } from '../../../state/predict.ts';
import { groupsOfCall } from '../../../state/predictSelectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';

interface ReadOtherwiseProps {
  readonly target: number;
  readonly reading: ReplyReading;
}

/** Two choices by which a reply of any shape can be read; in the way only where the program does not know. */
export function ReadOtherwise({ target, reading }: ReadOtherwiseProps) {
  const groups = useTuner((state) => groupsOfCall(state, target));
  if (reading.kind === 'noNumbers') return <p className="askProblem">{noNumbersText(reading)}</p>;
  const choices = <Choices target={target} reading={reading} groups={groups} />;
  if (reading.kind === 'read') {
    return (
      <details className="askDetails" aria-label={translate('predict.read')}>
        <summary>{translate('predict.read')}</summary>
        {choices}
      </details>
    );
  }
  return (
    <section aria-label={translate('predict.readAs')}>
      <p className="askProblem">
        {reading.kind === 'outside'
          ? translate('predict.unread.outside', {
              name: reading.name === '' ? translate('predict.onlyNumber') : reading.name,
              value: formatNumber(reading.value),
            })
          : translate('predict.unread.several')}
      </p>
      {choices}
    </section>
  );
}

function Choices({ target, reading, groups }: ReadOtherwiseProps & { readonly groups: readonly ReplyGroup[] }) {
  const mapping = useTuner((state) => state.targets.find(({ id }) => id === target)?.mapping) ?? AS_UNDERSTOOD;
  const { setTarget } = useActions();
  const change = (part: Partial<typeof mapping>) => setTarget(target, { mapping: { ...mapping, ...part } });
  const isByPlace = reading.kind === 'read' && (reading.isUnnamed || mapping.names !== null);
  return (
    <div className="askPair">
      <label className="askField">
        <span className="hint">{translate('predict.readGroup')}</span>
        <select
          className="select"
          value={mapping.group ?? ''}
          onChange={(event) => change({ group: event.currentTarget.value || null })}
        >
          <option value="">{translate('predict.asUnderstood')}</option>
          {groups.map((group) => (
            <option key={group.key} value={group.key}>
              {shownGroup(group)}
            </option>
          ))}
        </select>
      </label>
      <label className="askField">
        <span className="hint">{translate('predict.readScale')}</span>
        <select
          className="select"
          value={mapping.scale ?? ''}
          onChange={(event) => change({ scale: REPLY_SCALES.find((id) => id === event.currentTarget.value) ?? null })}
        >
          <option value="">{translate('predict.asUnderstood')}</option>
          {REPLY_SCALES.map((id: ReplyScale) => (
            <option key={id} value={id}>
              {translate(`predict.scale.${id}`)}
            </option>
          ))}
        </select>
      </label>
      {isByPlace && (
        <label className="askField">
          <span className="hint">{translate('predict.readNames')}</span>
          <input
            className="field"
            defaultValue={mapping.names?.join(', ') ?? ''}
            onBlur={(event) => {
              const names = event.currentTarget.value.split(/[,，、]/).map((name) => name.trim());
              change({ names: names.some((name) => name !== '') ? names : null });
            }}
          />
        </label>
      )}
    </div>
  );
}

function noNumbersText({ said, label }: NoNumbers): string {
  if (said !== null) return translate('predict.unread.said', { said: shortened(said) });
  return label === null
    ? translate('predict.unread.noNumbers')
    : translate('predict.unread.onlyLabel', { label: shortened(label) });
}

/** Characters of a foreign text that stand in a sentence. */
const MOST = 200;
const shortened = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST)}…` : text);

/** A group as a person tells it from the others: where it stands, and its first numbers. */
function shownGroup({ path, names, values }: ReplyGroup): string {
  const first = values.slice(0, 3).map((value, at) => `${names[at]} ${formatNumber(value)}`);
  return [path.join(' › '), joinedList(first)].filter((part) => part !== '').join(colon());
}
