import { certaintyOf } from '../../../core/predict/certainty.ts';
import type { ReadReply } from '../../../core/predict/readReply.ts';
import { translate } from '../../../i18n/translate.ts';
import { Sentence } from '../../controls/Sentence.tsx';
import { probabilityText } from './probabilityText.ts';

/** The place of the most probable class, the first of equal ones. */
export const surest = ({ probabilities }: ReadReply): number =>
  probabilities.reduce((best, value, at) => (value > probabilities[best] ? at : best), 0);

interface HowSureProps {
  readonly reply: ReadReply;
  /** The labels that are set, where several may be; else none. */
  readonly labels: readonly number[];
}

/** The answer to "how sure is it?": the surest class, or each label that is set. */
export function HowSure({ reply, labels }: HowSureProps) {
  const places = labels.length === 0 ? [surest(reply)] : labels;
  return (
    <div className="answerSure">
      {places.map((place) => (
        <p key={place}>
          <Sentence
            textKey={reply.names[place] === '' ? 'predict.sureUnnamed' : 'predict.sure'}
            holes={{
              name: <b>{reply.names[place]}</b>,
              percent: <b>{probabilityText(reply.probabilities[place])}</b>,
              words: translate(`predict.certainty.${certaintyOf(reply.probabilities[place])}`),
            }}
          />
        </p>
      ))}
    </div>
  );
}
