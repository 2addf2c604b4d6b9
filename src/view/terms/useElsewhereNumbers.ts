import { triageAt } from '../../core/choose/triage.ts';
import { disparityOf } from '../../core/fairness/disparity.ts';
import type { Confusion } from '../../core/scores/confusion.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { formatCount, formatMetric, formatNumber, formatPercent, formatThreshold } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import { selectImpliedPrice } from '../../state/impliedPrice.ts';
import { reviewerOf } from '../../state/review.ts';
import { selectPayoff } from '../../state/selectors.ts';
import { selectBestBand } from '../../state/triage.ts';
import { useTuner } from '../../state/useTuner.ts';
import { useDecidedGroups } from '../chartState/useDecidedGroups.ts';
import type { Elsewhere } from './topicWords.ts';

/** What a term comes to here whose whole answer another panel has; null where it is not known, or was not asked for yet. */
export function useElsewhereNumbers(topic: Elsewhere, evaluation: Evaluation, confusion: Confusion): string | null {
  const price = useTuner(selectImpliedPrice);
  const review = useTuner((state) => state.decision.review);
  const bestBand = useTuner(selectBestBand);
  const payoff = useTuner(selectPayoff);
  const rule = useTuner((state) => state.decision.rule);
  const interpretation = useTuner((state) => state.opened?.prepared.interpretation);
  const decided = useDecidedGroups();
  const { tp, fp, fn, tn } = confusion;
  switch (topic) {
    case 'impliedPrice':
      if (price === null || price.kind === 'oneClass') return null;
      return translate(`topic.impliedPrice.${price.kind}`, {
        ...(price.kind === 'cheapest' ? { low: formatNumber(price.low), high: formatNumber(price.high) } : {}),
        price: formatMetric(price.price),
      });
    case 'reviewBand': {
      const band = review.band ?? bestBand;
      if (band === null) return null;
      if (review.band === null && band.lower === band.upper) return translate('topic.reviewBand.noBand');
      const { positives, negatives } = triageAt(evaluation.index, band, rule, payoff, reviewerOf(review)).review;
      return translate(review.band === null ? 'topic.reviewBand.best' : 'topic.reviewBand.inForce', {
        lower: formatThreshold(band.lower),
        upper: formatThreshold(band.upper),
        looks: formatCount(positives + negatives),
        rows: formatCount(tp + fp + fn + tn),
      });
    }
    case 'reliabilityDiagram': {
      const error = evaluation.scoreMetrics.expectedCalibrationError;
      if (!Number.isNaN(error)) return translate('topic.reliabilityDiagram.numbers', { error: formatMetric(error) });
      const reason = evaluation.undefinedReasons.expectedCalibrationError;
      return reason ? translate(`undefined.${reason}`) : null;
    }
    case 'weight': {
      const rows = evaluation.rows;
      const column = interpretation?.weight ?? null;
      if (column === null) return translate('topic.weight.none', { rows });
      return translate('topic.weight.numbers', { column, rows, sum: formatNumber(tp + fp + fn + tn) });
    }
    case 'oneVersusRest':
      return translate('topic.oneVersusRest.numbers', {
        positive: interpretation?.positiveLabel ?? '',
        positives: formatCount(tp + fn),
        others: formatCount(fp + tn),
      });
    case 'fourFifths':
    case 'equalizedOdds': {
      if (decided === null) return null;
      const confusions = decided.groups.map((each) => each.confusion);
      const { difference, ratio } = disparityOf(
        confusions,
        topic === 'fourFifths' ? 'demographicParity' : 'equalizedOdds',
      );
      if (Number.isNaN(topic === 'fourFifths' ? ratio : difference)) return null;
      return translate(`topic.${topic}.numbers`, {
        ratio: formatPercent(ratio, 0),
        points: formatNumber(Number((difference * 100).toFixed(1))),
        groups: confusions.length,
      });
    }
    default:
      return null;
  }
}
