import { nearnessOf } from '../../../core/predict/certainty.ts';
import type { ReplyDecision } from '../../../core/predict/decideReply.ts';
import type { ReadReply } from '../../../core/predict/readReply.ts';
import { isFlagged } from '../../../core/scores/confusion.ts';
import { asking } from '../../../i18n/asking.ts';
import { formatThreshold } from '../../../i18n/format.ts';
import { type InForce, selectKnownClasses } from '../../../state/predictSelectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { probabilityText } from './probabilityText.ts';

interface WhatToDoProps {
  readonly reply: ReadReply;
  readonly decision: ReplyDecision;
  readonly inForce: InForce;
}

/** The answer to "what would we do with it?": the decision, how near it was, and whose threshold it is. */
export function WhatToDo({ reply, decision, inForce }: WhatToDoProps) {
  const { nearest } = decision;
  return (
    <div className="answerDecision">
      <h3>{asking('predict.todo')}</h3>
      <p className="answerDo">{decisionText(reply, decision, inForce)}</p>
      {nearest !== null && (
        <p>
          {asking(`predict.near.${nearnessOf(nearest.distance)}.${nearest.distance < 0 ? 'below' : 'above'}`, {
            name: shownName(reply, nearest.place),
            points: String(Number((Math.abs(nearest.distance) * 100).toPrecision(2))),
          })}
        </p>
      )}
      <Whose decision={decision} inForce={inForce} />
    </div>
  );
}

const shownName = ({ names }: ReadReply, place: number): string =>
  names[place] === '' ? asking('predict.onlyNumber') : names[place];

function decisionText(
  reply: ReadReply,
  { kind, picks, nearest, thresholds, rule }: ReplyDecision,
  inForce: InForce,
): string {
  if (kind === 'flag' && nearest !== null) {
    const { place } = nearest;
    return asking(picks.includes(place) ? 'predict.do.flag' : 'predict.do.leave', {
      name: shownName(reply, place),
      percent: probabilityText(reply.probabilities[place]),
      threshold: formatThreshold(thresholds[place]),
    });
  }
  if (kind === 'labels') {
    const names = picks.map((place) => shownName(reply, place)).join(', ');
    return picks.length === 0 ? asking('predict.do.noLabels') : asking('predict.do.labels', { names });
  }
  if (picks.length === 0) return asking('predict.do.other');
  const name = shownName(reply, picks[0]);
  const how = inForce.kind === 'tuned' && inForce.tuned.kind === 'classes' ? inForce.tuned.decision.kind : 'thresholds';
  if (how === 'cost') return asking('predict.do.cost', { name });
  const isReached = isFlagged(reply.probabilities[picks[0]], thresholds[picks[0]], rule);
  return asking(how === 'argmax' || !isReached ? 'predict.do.most' : 'predict.do.class', { name });
}

function Whose({ decision, inForce }: Pick<WhatToDoProps, 'decision' | 'inForce'>) {
  const file = useTuner((state) => state.opened?.name ?? '');
  const known = useTuner(selectKnownClasses);
  const { threshold } = useTuner((state) => state.replyThreshold);
  const { setReplyThreshold } = useActions();
  if (decision.isTuned) return <p className="hint">{asking('predict.by.tuned', { file })}</p>;
  const why = inForce.kind === 'none' ? inForce.reason : 'otherClasses';
  return (
    <>
      <p className="hint">
        {asking(`predict.whyHere.${why}`, { file, names: known?.names.slice(0, 8).join(', ') ?? '' })}
      </p>
      <p>
        {asking('predict.by.here')}{' '}
        <NumberField label={asking('predict.here')} value={threshold} low={0} high={1} onChange={setReplyThreshold} />{' '}
        {decision.kind === 'classes' && <span className="hint">{asking('predict.hereOther')}</span>}
      </p>
    </>
  );
}
