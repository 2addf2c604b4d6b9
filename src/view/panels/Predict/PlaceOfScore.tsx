import { useEffect, useMemo } from 'react';
import type { ReplyDecision } from '../../../core/predict/decideReply.ts';
import { placeOfScore, type ScorePlace } from '../../../core/predict/placeOfScore.ts';
import type { ReadReply } from '../../../core/predict/readReply.ts';
import { formatCount, formatPercent, formatShare, formatThreshold } from '../../../i18n/format.ts';
import { sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { hasPlace, selectKnownClasses, selectPlaceOf } from '../../../state/predictSelectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { ScorePlaceChart } from '../../charts/ScorePlaceChart.tsx';
import { useSplitName } from '../../terms/useSplitName.ts';
import { surest } from './HowSure.tsx';
import { probabilityText } from './probabilityText.ts';

interface PlaceOfScoreProps {
  readonly reply: ReadReply;
  readonly decision: ReplyDecision;
}

/** Where the score lies among those of the open data, and how such scores turned out there. */
export function PlaceOfScore({ reply, decision }: PlaceOfScoreProps) {
  const known = useTuner(selectKnownClasses);
  if (known === null || !decision.isTuned) return null;
  const place =
    decision.kind === 'flag' && decision.nearest !== null
      ? decision.nearest.place
      : (decision.picks[0] ?? surest(reply));
  return <Place reply={reply} decision={decision} place={place} />;
}

function Place({ reply, decision, place }: PlaceOfScoreProps & { readonly place: number }) {
  const name = reply.names[place];
  const score = reply.probabilities[place];
  const evaluation = useTuner((state) => selectPlaceOf(state, name));
  const canMeasure = useTuner((state) => hasPlace(state, name));
  const splitName = useSplitName();
  const { measurePlace } = useActions();
  useEffect(() => {
    if (evaluation === null && canMeasure) void measurePlace(name);
  }, [evaluation, canMeasure, measurePlace, name]);
  const found = useMemo(
    () => (evaluation === null ? null : placeOfScore(evaluation.index, score)),
    [evaluation, score],
  );
  if (found === null || evaluation === null) {
    return canMeasure ? <p className="hint">{translate('predict.place.waiting', { name })}</p> : null;
  }
  const split = splitName(evaluation.split);
  const { band } = decision;
  const chart = translate(band === null ? 'predict.place.chart' : 'predict.place.chartBand', { split, name });
  return (
    <section className="answerPlace" aria-label={translate('predict.place.title')}>
      <h3>{translate('predict.place.title')}</h3>
      <p>
        {found.isOutside
          ? translate('predict.place.outside', { split })
          : translate('predict.place.below', {
              percent: probabilityText(score),
              share: formatShare(found.below),
              rows: found.rows,
              split,
            })}
      </p>
      <ScorePlaceChart
        name={chart}
        positives={found.positives}
        negatives={found.negatives}
        low={found.low}
        high={found.high}
        score={score}
        thresholds={band === null ? [decision.thresholds[place]] : [band.lower, band.upper]}
      />
      <p className="hint">{chart}</p>
      <Alike
        found={found}
        name={name}
        split={split}
        isFlagged={decision.isForReview ? null : decision.picks.includes(place)}
      />
    </section>
  );
}

interface AlikeProps {
  readonly found: ScorePlace;
  readonly name: string;
  readonly split: string;
  /** Null where somebody is to look at it. */
  readonly isFlagged: boolean | null;
}

function Alike({ found: { alike }, name, split, isFlagged }: AlikeProps) {
  const low = formatThreshold(alike.low);
  const high = formatThreshold(alike.high);
  if (!(alike.amount > 0)) return <p>{translate('predict.place.none', { split, low, high })}</p>;
  const right = isFlagged ? alike.share : 1 - alike.share;
  return (
    <>
      <p>
        {translate('predict.place.alike', {
          amount: alike.amount,
          positives: alike.positives,
          share: formatPercent(alike.share),
          low,
          high,
          name,
        })}
        {sentenceGap()}
        {alike.interval !== null &&
          translate('predict.place.interval', {
            low: formatPercent(alike.interval.low),
            high: formatPercent(alike.interval.high),
          })}
      </p>
      {isFlagged !== null && (
        <p className="answerRight">
          {translate(isFlagged ? 'predict.place.flagRight' : 'predict.place.leaveRight', {
            share: formatPercent(right),
            amount: formatCount(alike.amount),
          })}
        </p>
      )}
    </>
  );
}
