import type { CSSProperties } from 'react';
import { certaintyOf } from '../../../core/predict/certainty.ts';
import type { ReplyDecision } from '../../../core/predict/decideReply.ts';
import type { ReadReply } from '../../../core/predict/readReply.ts';
import { formatThreshold } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import { probabilityText } from './probabilityText.ts';

interface ClassBarsProps {
  readonly reply: ReadReply;
  readonly decision: ReplyDecision;
}

/** Every class as bar, number and words, the surest first. */
export function ClassBars({ reply, decision }: ClassBarsProps) {
  const { names, probabilities } = reply;
  const places = names.map((_, place) => place).sort((a, b) => probabilities[b] - probabilities[a] || a - b);
  return (
    <>
      <table className="classBars" aria-label={translate('predict.bars')}>
        <thead className="visuallyHidden">
          <tr>
            <th scope="col">{translate('predict.class')}</th>
            <th scope="col">{translate('predict.threshold')}</th>
            <th scope="col">{translate('predict.probability')}</th>
            <th scope="col">{translate('predict.inWords')}</th>
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <Bar
              key={place}
              name={names[place] === '' ? translate('predict.onlyNumber') : names[place]}
              probability={probabilities[place]}
              threshold={decision.thresholds[place]}
              lower={
                decision.band !== null && decision.thresholds[place] === decision.band.upper
                  ? decision.band.lower
                  : null
              }
              isPicked={decision.picks.includes(place)}
            />
          ))}
        </tbody>
      </table>
      <p className="hint">{translate(decision.band === null ? 'predict.barsHint' : 'predict.barsHintBand')}</p>
    </>
  );
}

interface BarProps {
  readonly name: string;
  readonly probability: number;
  readonly threshold: number;
  /** The lower end of the review band, of which the threshold is the upper one; null without one. */
  readonly lower: number | null;
  readonly isPicked: boolean;
}

function Bar({ name, probability, threshold, lower, isPicked }: BarProps) {
  const certainty = certaintyOf(probability);
  const style = { '--probability': probability } as CSSProperties;
  const ends = lower === null ? [threshold] : [lower, threshold];
  return (
    <tr className={isPicked ? 'classBar isPicked' : 'classBar'} style={style}>
      <th scope="row">
        {name}
        {isPicked && <span className="classPick"> ✓</span>}
      </th>
      <td className="classTrack">
        <span className={`classFill ${certainty}`} aria-hidden="true" />
        {ends
          .filter((end) => end >= 0 && end <= 1)
          .map((end) => (
            <span
              key={end}
              className="classThreshold"
              style={{ '--threshold-at': end } as CSSProperties}
              aria-hidden="true"
            />
          ))}
        <span className="visuallyHidden">{Number.isNaN(threshold) ? '—' : ends.map(formatThreshold).join(' – ')}</span>
      </td>
      <td className="classPercent">{probabilityText(probability)}</td>
      <td className="classWords">{translate(`predict.certainty.${certainty}`)}</td>
    </tr>
  );
}
