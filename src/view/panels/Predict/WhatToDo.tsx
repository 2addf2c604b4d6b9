import { listed } from '../../../core/dataset/said.ts';
import { nearnessOf } from '../../../core/predict/certainty.ts';
import type { Nearest, ReplyDecision } from '../../../core/predict/decideReply.ts';
import type { ReadReply } from '../../../core/predict/readReply.ts';
import { isFlagged } from '../../../core/scores/confusion.ts';
import { formatNumber, formatThreshold } from '../../../i18n/format.ts';
import { joinedList, sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { type CaseInForce, type InForce, selectKnownClasses } from '../../../state/predictSelectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { groupName } from '../../terms/groupWords.ts';
import { probabilityText } from './probabilityText.ts';

interface WhatToDoProps {
  readonly reply: ReadReply;
  readonly decision: ReplyDecision;
  readonly inForce: InForce;
  readonly ofCase: CaseInForce;
}

/** The answer to "what would we do with it?": the decision, how near it was, and whose threshold it is. */
export function WhatToDo({ reply, decision, inForce, ofCase }: WhatToDoProps) {
  const { nearest } = decision;
  return (
    <div className="answerDecision">
      <h3>{translate('predict.todo')}</h3>
      <p className="answerDo">{decisionText(reply, decision, inForce)}</p>
      {nearest !== null && <p>{nearText(reply, decision, nearest)}</p>}
      {decision.isTuned && <WhichThreshold ofCase={ofCase} />}
      <Whose decision={decision} inForce={inForce} />
    </div>
  );
}

const shownName = ({ names }: ReadReply, place: number): string =>
  names[place] === '' ? translate('predict.onlyNumber') : names[place];

/** How near the decision was, and to what. */
function nearText(reply: ReadReply, { band }: ReplyDecision, { place, distance, from }: Nearest): string {
  const name = shownName(reply, place);
  const points = formatPoints(distance);
  const is =
    typeof from === 'object'
      ? 'ahead'
      : distance === 0
        ? 'exact'
        : distance < 0
          ? (`${from}Below` as const)
          : (`${from}Above` as const);
  const end = band === null || is === 'exact' ? '' : formatThreshold(from === 'lower' ? band.lower : band.upper);
  const rival = typeof from === 'object' ? shownName(reply, from.rival) : '';
  const what = translate(`predict.nearTo.${is}`, { name, points, end, rival });
  return translate(`predict.near.${nearnessOf(distance)}`, { what });
}

/** A distance in points of probability: two digits, as it is about "close" or "not". */
const formatPoints = (distance: number): string => formatNumber(Number((Math.abs(distance) * 100).toPrecision(2)));

function decisionText(
  reply: ReadReply,
  { kind, picks, nearest, thresholds, rule, band, isForReview }: ReplyDecision,
  inForce: InForce,
): string {
  if (kind === 'flag' && nearest !== null) {
    const { place } = nearest;
    if (band !== null) {
      return translate(
        isForReview ? 'predict.do.review' : picks.includes(place) ? 'predict.do.sureYes' : 'predict.do.sureNo',
        {
          name: shownName(reply, place),
          percent: probabilityText(reply.probabilities[place]),
          lower: formatThreshold(band.lower),
          upper: formatThreshold(band.upper),
        },
      );
    }
    return translate(picks.includes(place) ? 'predict.do.flag' : 'predict.do.leave', {
      name: shownName(reply, place),
      percent: probabilityText(reply.probabilities[place]),
      threshold: formatThreshold(thresholds[place]),
    });
  }
  if (kind === 'labels') {
    const names = picks.map((place) => shownName(reply, place));
    return picks.length === 0 ? translate('predict.do.noLabels') : translate('predict.do.labels', { names });
  }
  if (picks.length === 0) return translate('predict.do.other');
  const name = shownName(reply, picks[0]);
  const how = inForce.kind === 'tuned' && inForce.tuned.kind === 'classes' ? inForce.tuned.decision.kind : 'thresholds';
  if (how === 'cost') return translate('predict.do.cost', { name });
  const isReached = isFlagged(reply.probabilities[picks[0]], thresholds[picks[0]], rule);
  return translate(how === 'argmax' || !isReached ? 'predict.do.most' : 'predict.do.class', { name });
}

/** Whose threshold it was, where groups have thresholds of their own. */
function WhichThreshold({ ofCase: { group, isBandLeftOut } }: Pick<WhatToDoProps, 'ofCase'>) {
  if (group === null) return null;
  const threshold = formatThreshold(group.threshold);
  return (
    <p className="hint">
      {group.kind === 'noGroup'
        ? translate('predict.group.none', {
            columns: joinedList(group.columns),
            count: group.columns.length,
            threshold,
          })
        : translate(`predict.group.${group.kind}`, { group: groupName(group.values), threshold })}
      {isBandLeftOut && sentenceGap()}
      {isBandLeftOut && translate('predict.group.noBand')}
    </p>
  );
}

function Whose({ decision, inForce }: Pick<WhatToDoProps, 'decision' | 'inForce'>) {
  const file = useTuner((state) => state.opened?.name ?? '');
  const known = useTuner(selectKnownClasses);
  const { threshold } = useTuner((state) => state.replyThreshold);
  const { setReplyThreshold } = useActions();
  if (decision.isTuned) return <p className="hint">{translate('predict.by.tuned', { file })}</p>;
  const why = inForce.kind === 'none' ? inForce.reason : 'otherClasses';
  return (
    <>
      <p className="hint">{translate(`predict.whyHere.${why}`, { file, names: listed(known?.names ?? [], 8) })}</p>
      <p>
        {translate('predict.by.here')}{' '}
        <NumberField
          label={translate('predict.here')}
          value={threshold}
          low={0}
          high={1}
          onChange={setReplyThreshold}
        />{' '}
        {decision.kind === 'classes' && <span className="hint">{translate('predict.hereOther')}</span>}
      </p>
    </>
  );
}
