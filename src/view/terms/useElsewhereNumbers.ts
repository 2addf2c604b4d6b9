import { triageAt } from '../../core/choose/triage.ts';
import { driftBetween } from '../../core/compare/drift.ts';
import { mcnemar } from '../../core/compare/pairedTests.ts';
import { disparityOf } from '../../core/fairness/disparity.ts';
import { meanScore } from '../../core/learn/meanScore.ts';
import type { Confusion } from '../../core/scores/confusion.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { formatCount, formatMetric, formatNumber, formatPercent, formatThreshold } from '../../i18n/format.ts';
import { capitalized } from '../../i18n/joined.ts';
import { translate } from '../../i18n/translate.ts';
import { selectClassOutcome, selectParts } from '../../state/classSelectors.ts';
import {
  selectCompared,
  selectComparedWith,
  selectHasModels,
  selectIsJointLate,
  selectJoint,
} from '../../state/compare.ts';
import { selectImpliedPrice } from '../../state/impliedPrice.ts';
import { selectLabelOutcome } from '../../state/labelSelectors.ts';
import { selectAdmissible, selectRequirements } from '../../state/requirements.ts';
import { reviewerOf } from '../../state/review.ts';
import { selectChosenOn, selectPayoff, selectReference } from '../../state/selectors.ts';
import { selectBestBand } from '../../state/triage.ts';
import { useTuner } from '../../state/useTuner.ts';
import { useCompared } from '../chartState/useCompared.ts';
import { useDecidedGroups } from '../chartState/useDecidedGroups.ts';
import { useWorkedOut } from '../chartState/useWorkedOut.ts';
import { shownNumbers } from '../evidence/Evidence.tsx';
import { requirementsText, runsText, spokenCount } from '../requirements/requirementWords.ts';
import type { Elsewhere } from './topicWords.ts';

/**
 * What a term comes to here whose whole answer another panel has; null where it is not known, or not yet. The averages of classes and the
 * comparison of models are asked for here, as nothing else may have done so.
 */
export function useElsewhereNumbers(topic: Elsewhere, evaluation: Evaluation, confusion: Confusion): string | null {
  const price = useTuner(selectImpliedPrice);
  const review = useTuner((state) => state.decision.review);
  const bestBand = useTuner(selectBestBand);
  const payoff = useTuner(selectPayoff);
  const rule = useTuner((state) => state.decision.rule);
  const interpretation = useTuner((state) => state.opened?.prepared.interpretation);
  const decided = useDecidedGroups();
  const requirements = useTuner(selectRequirements);
  const admissible = useTuner(selectAdmissible);
  const chosenOn = useTuner(selectChosenOn);
  const unit = useTuner((state) => state.decision.prices.unit);
  const findings = useTuner((state) => state.opened?.prepared.findings);
  const hasParts = useTuner((state) => selectParts(state).length > 0);
  const averages = useTuner((state) => (selectClassOutcome(state) ?? selectLabelOutcome(state))?.averages);
  const hasModels = useTuner(selectHasModels);
  const joint = useTuner((state) => selectJoint(state)?.[selectComparedWith(state) - 1] ?? null);
  const reference = useTuner(selectReference);
  const isJointLate = useTuner((state) => topic === 'mcnemar' && hasModels && selectIsJointLate(state));
  const models = useTuner(selectCompared);
  const other = useTuner(selectComparedWith);
  useCompared(topic === 'mcnemar' && hasModels);
  useWorkedOut(topic === 'macroAverage' && hasParts);
  const { tp, fp, fn, tn } = confusion;
  switch (topic) {
    case 'impliedPrice':
      if (price === null) return null;
      if (price.kind === 'oneClass') return translate('undefined.oneClass');
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
      if (decided === null) return translate('topic.noGroups');
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
    case 'requirement': {
      const count = requirements.filter(({ isOn }) => isOn).length;
      if (admissible === null || chosenOn === null) return translate('requirements.off');
      const what = requirementsText(
        requirements.filter(({ isOn }) => isOn),
        unit,
      );
      const ranges = admissible.runs.length === 0 ? null : capitalized(runsText(admissible.runs));
      const values = { all: what, split: chosenOn.split, thresholds: spokenCount(admissible.runs), count };
      return ranges === null
        ? translate('requirements.unmet', values)
        : translate('requirements.met', { ...values, ranges });
    }
    case 'recalibration': {
      const found = findings?.find(({ code }) => code === 'recalibrated');
      if (found !== undefined) return translate('finding.recalibrated', shownNumbers(found.values));
      if (evaluation.rows === 0) return translate('undefined.noRows');
      const mean = meanScore(evaluation.index);
      if (Number.isNaN(mean)) return translate('undefined.scoreOutsideUnit');
      return translate('topic.recalibration.none', {
        mean: formatMetric(mean),
        share: formatMetric((tp + fn) / (tp + fp + fn + tn)),
      });
    }
    case 'macroAverage': {
      if (!hasParts) return translate('topic.macroAverage.none');
      if (averages === undefined) return null;
      const of = (kind: 'macro' | 'micro' | 'weighted') => formatMetric(averages[kind].f1.value);
      return translate('topic.macroAverage.numbers', {
        macro: of('macro'),
        micro: of('micro'),
        weighted: of('weighted'),
      });
    }
    case 'mcnemar': {
      if (!hasModels) return translate('topic.mcnemar.none');
      if (joint === null || isJointLate) return null;
      const { onlyFirstRight, onlySecondRight, exact } = mcnemar(joint.counts);
      return translate('topic.mcnemar.numbers', {
        first: models[0],
        second: models[other],
        b: onlyFirstRight,
        c: onlySecondRight,
        exact: formatNumber(exact),
      });
    }
    case 'populationStability':
    case 'ksDistance': {
      if (reference === null) return translate('topic.oneSplit');
      const { populationStability, ksDistance } = driftBetween(reference.index, evaluation.index);
      const value = topic === 'ksDistance' ? ksDistance : populationStability;
      if (Number.isNaN(value)) return translate('undefined.noRows');
      return translate(`topic.${topic}.numbers`, {
        split: evaluation.split,
        reference: reference.split,
        value: formatMetric(value),
      });
    }
    default:
      return null;
  }
}
