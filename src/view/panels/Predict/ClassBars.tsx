import type { CSSProperties } from 'react';
import { certaintyOf } from '../../../core/predict/certainty.ts';
import type { ReplyDecision } from '../../../core/predict/decideReply.ts';
import type { ReadReply } from '../../../core/predict/readReply.ts';
import { asking } from '../../../i18n/asking.ts';
import { formatThreshold } from '../../../i18n/format.ts';
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
      <table className="classBars" aria-label={asking('predict.bars')}>
        <thead className="visuallyHidden">
          <tr>
            <th scope="col">{asking('predict.class')}</th>
            <th scope="col">{asking('predict.threshold')}</th>
            <th scope="col">{asking('predict.probability')}</th>
            <th scope="col">{asking('predict.inWords')}</th>
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <Bar
              key={place}
              name={names[place] === '' ? asking('predict.onlyNumber') : names[place]}
              probability={probabilities[place]}
              threshold={decision.thresholds[place]}
              isPicked={decision.picks.includes(place)}
            />
          ))}
        </tbody>
      </table>
      <p className="hint">{asking('predict.barsHint')}</p>
    </>
  );
}

interface BarProps {
  readonly name: string;
  readonly probability: number;
  readonly threshold: number;
  readonly isPicked: boolean;
}

function Bar({ name, probability, threshold, isPicked }: BarProps) {
  const certainty = certaintyOf(probability);
  const style = { '--probability': probability, '--threshold-at': threshold } as CSSProperties;
  const hasThreshold = threshold >= 0 && threshold <= 1;
  return (
    <tr className={isPicked ? 'classBar isPicked' : 'classBar'} style={style}>
      <th scope="row">
        {name}
        {isPicked && <span className="classPick"> ✓</span>}
      </th>
      <td className="classTrack">
        <span className={`classFill ${certainty}`} aria-hidden="true" />
        {hasThreshold && <span className="classThreshold" aria-hidden="true" />}
        <span className="visuallyHidden">{Number.isNaN(threshold) ? '—' : formatThreshold(threshold)}</span>
      </td>
      <td className="classPercent">{probabilityText(probability)}</td>
      <td className="classWords">{asking(`predict.certainty.${certainty}`)}</td>
    </tr>
  );
}
