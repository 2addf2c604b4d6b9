import type { MetricId, UndefinedReason } from '../../core/metrics/metric.ts';

type MetricTextKey =
  | `term.${'more' | 'card'}`
  | `metric.${MetricId}.${'name' | 'sentence' | 'formula' | 'term'}`
  | `undefined.${UndefinedReason}`;

/**
 * The metrics in words: the name in the table, one sentence for a reader who is no statistician, the formula, and the exact term with
 * its name in scikit-learn (where it has one). Then why a metric has no value.
 */
export const metricText = {
  'metric.precision.name': 'Precision',
  'metric.precision.sentence': 'Of the cases the model flags, the share that really is positive.',
  'metric.precision.formula': 'TP ÷ (TP + FP)',
  'metric.precision.term': 'Precision, positive predictive value (precision_score)',

  'metric.recall.name': 'Recall',
  'metric.recall.sentence': 'Of the cases that really are positive, the share the model finds.',
  'metric.recall.formula': 'TP ÷ (TP + FN)',
  'metric.recall.term': 'Recall, sensitivity, true positive rate (recall_score)',

  'metric.f1.name': 'F1',
  'metric.f1.sentence': 'Precision and recall in one number, which is low as soon as either of them is.',
  'metric.f1.formula': '2 · TP ÷ (2 · TP + FN + FP)',
  'metric.f1.term': 'F1 score, harmonic mean of precision and recall (f1_score)',

  'metric.f2.name': 'F2',
  'metric.f2.sentence': 'Like F1, but finding positives counts twice as much as being right about the flagged ones.',
  'metric.f2.formula': '5 · TP ÷ (5 · TP + 4 · FN + FP)',
  'metric.f2.term': 'F-beta score with β = 2 (fbeta_score)',

  'metric.f05.name': 'F0.5',
  'metric.f05.sentence': 'Like F1, but being right about the flagged ones counts twice as much as finding positives.',
  'metric.f05.formula': '1.25 · TP ÷ (1.25 · TP + 0.25 · FN + FP)',
  'metric.f05.term': 'F-beta score with β = 0.5 (fbeta_score)',

  'metric.specificity.name': 'Specificity',
  'metric.specificity.sentence': 'Of the cases that really are negative, the share the model leaves alone.',
  'metric.specificity.formula': 'TN ÷ (TN + FP)',
  'metric.specificity.term': 'Specificity, true negative rate (recall_score with pos_label=0)',

  'metric.npv.name': 'Negative predictive value',
  'metric.npv.sentence': 'Of the cases the model leaves alone, the share that really is negative.',
  'metric.npv.formula': 'TN ÷ (TN + FN)',
  'metric.npv.term': 'Negative predictive value, NPV (precision_score with pos_label=0)',

  'metric.accuracy.name': 'Accuracy',
  'metric.accuracy.sentence': 'The share of all cases that are decided rightly. It flatters where one class is rare.',
  'metric.accuracy.formula': '(TP + TN) ÷ n',
  'metric.accuracy.term': 'Accuracy (accuracy_score)',

  'metric.balancedAccuracy.name': 'Balanced accuracy',
  'metric.balancedAccuracy.sentence': 'The accuracy if both classes were equally frequent. Chance gives 0.5.',
  'metric.balancedAccuracy.formula': '(recall + specificity) ÷ 2',
  'metric.balancedAccuracy.term': 'Balanced accuracy (balanced_accuracy_score)',

  'metric.matthewsCorrcoef.name': 'Matthews correlation',
  'metric.matthewsCorrcoef.sentence':
    'How well decisions and truth go together: 1 is perfect, 0 is chance, −1 is always wrong.',
  'metric.matthewsCorrcoef.formula': '(TP · TN − FP · FN) ÷ √((TP + FP)(TP + FN)(TN + FP)(TN + FN))',
  'metric.matthewsCorrcoef.term': 'Matthews correlation coefficient, MCC, phi (matthews_corrcoef)',

  'metric.cohenKappa.name': 'Cohen’s kappa',
  'metric.cohenKappa.sentence': 'The accuracy beyond what chance would give: 1 is perfect, 0 is chance.',
  'metric.cohenKappa.formula': '(pₒ − pₑ) ÷ (1 − pₑ), where pₒ is the accuracy and pₑ the accuracy by chance',
  'metric.cohenKappa.term': 'Cohen’s kappa (cohen_kappa_score)',

  'metric.youdenJ.name': 'Youden’s J',
  'metric.youdenJ.sentence': 'The share of positives flagged minus the share of negatives flagged. Chance gives 0.',
  'metric.youdenJ.formula': 'recall + specificity − 1',
  'metric.youdenJ.term': 'Youden’s J, informedness (balanced_accuracy_score with adjusted=True)',

  'metric.gMean.name': 'Geometric mean',
  'metric.gMean.sentence': 'Recall and specificity in one number, which is low as soon as either of them is.',
  'metric.gMean.formula': '√(recall · specificity)',
  'metric.gMean.term': 'Geometric mean of recall and specificity (geometric_mean_score in imbalanced-learn)',

  'metric.jaccard.name': 'Jaccard index',
  'metric.jaccard.sentence': 'How much the flagged cases and the positive ones overlap: 1 means they are the same.',
  'metric.jaccard.formula': 'TP ÷ (TP + FP + FN)',
  'metric.jaccard.term': 'Jaccard index, intersection over union, critical success index (jaccard_score)',

  'metric.selectionRate.name': 'Share flagged',
  'metric.selectionRate.sentence': 'The share of all cases the model flags: the workload.',
  'metric.selectionRate.formula': '(TP + FP) ÷ n',
  'metric.selectionRate.term': 'Selection rate, predicted positive rate (selection_rate in fairlearn)',

  'metric.fpr.name': 'False positive rate',
  'metric.fpr.sentence': 'Of the cases that really are negative, the share the model flags by mistake.',
  'metric.fpr.formula': 'FP ÷ (FP + TN)',
  'metric.fpr.term': 'False positive rate, fall-out: 1 − specificity (roc_curve)',

  'metric.fnr.name': 'False negative rate',
  'metric.fnr.sentence': 'Of the cases that really are positive, the share the model misses.',
  'metric.fnr.formula': 'FN ÷ (FN + TP)',
  'metric.fnr.term': 'False negative rate, miss rate: 1 − recall (det_curve)',

  'metric.fdr.name': 'False discovery rate',
  'metric.fdr.sentence': 'Of the cases the model flags, the share that are false alarms.',
  'metric.fdr.formula': 'FP ÷ (FP + TP)',
  'metric.fdr.term': 'False discovery rate: 1 − precision (1 − precision_score)',

  'metric.falseOmissionRate.name': 'False omission rate',
  'metric.falseOmissionRate.sentence': 'Of the cases the model leaves alone, the share that should have been flagged.',
  'metric.falseOmissionRate.formula': 'FN ÷ (FN + TN)',
  'metric.falseOmissionRate.term': 'False omission rate: 1 − negative predictive value',

  'metric.lift.name': 'Lift',
  'metric.lift.sentence':
    'How many times more positives are among the flagged cases than among as many picked at random.',
  'metric.lift.formula': 'precision ÷ (positives ÷ n)',
  'metric.lift.term': 'Lift: precision ÷ prevalence',

  'metric.positiveLikelihoodRatio.name': 'Positive likelihood ratio',
  'metric.positiveLikelihoodRatio.sentence':
    'How many times more often a positive case is flagged than a negative one.',
  'metric.positiveLikelihoodRatio.formula': 'recall ÷ false positive rate',
  'metric.positiveLikelihoodRatio.term': 'Positive likelihood ratio, LR+ (class_likelihood_ratios)',

  'metric.negativeLikelihoodRatio.name': 'Negative likelihood ratio',
  'metric.negativeLikelihoodRatio.sentence':
    'How many times more often a positive case is left alone than a negative one. Near 0 is good.',
  'metric.negativeLikelihoodRatio.formula': 'false negative rate ÷ specificity',
  'metric.negativeLikelihoodRatio.term': 'Negative likelihood ratio, LR− (class_likelihood_ratios)',

  'metric.netBenefit.name': 'Net benefit',
  'metric.netBenefit.sentence':
    'Positives found per case, less the false alarms, each weighed by the odds of the threshold. Flagging nobody gives 0.',
  'metric.netBenefit.formula': 'TP ÷ n − FP ÷ n · t ÷ (1 − t), where t is the threshold',
  'metric.netBenefit.term': 'Net benefit, decision curve analysis (dcurves)',

  'metric.rocAuc.name': 'ROC AUC',
  'metric.rocAuc.sentence': 'The chance that a positive case scores higher than a negative one. 0.5 is guessing.',
  'metric.rocAuc.formula': 'share of (positive, negative) pairs in the right order; a tie counts ½',
  'metric.rocAuc.term': 'Area under the ROC curve, c-statistic (roc_auc_score)',

  'metric.averagePrecision.name': 'Average precision',
  'metric.averagePrecision.sentence':
    'The precision averaged over every level of recall. Guessing gives the share of positives in the data.',
  'metric.averagePrecision.formula': 'Σ (Rₖ − Rₖ₋₁) · Pₖ over all distinct scores, descending',
  'metric.averagePrecision.term': 'Average precision, area under the precision–recall steps (average_precision_score)',

  'metric.ksStatistic.name': 'KS statistic',
  'metric.ksStatistic.sentence':
    'The widest gap, over all thresholds, between the share of positives and the share of negatives flagged.',
  'metric.ksStatistic.formula': 'max |recall − false positive rate|',
  'metric.ksStatistic.term': 'Kolmogorov–Smirnov statistic (ks_2samp in SciPy)',

  'metric.brierScore.name': 'Brier score',
  'metric.brierScore.sentence': 'The mean squared distance between score and truth. 0 is perfect, lower is better.',
  'metric.brierScore.formula': 'mean of (score − truth)², where truth is 0 or 1',
  'metric.brierScore.term': 'Brier score (brier_score_loss)',

  'metric.logLoss.name': 'Log loss',
  'metric.logLoss.sentence':
    'How surprised the scores are by the truth: being sure and wrong costs most. Lower is better.',
  'metric.logLoss.formula': 'mean of −ln(score of the true class)',
  'metric.logLoss.term': 'Log loss, cross-entropy; scores are kept 2.2 · 10⁻¹⁶ away from 0 and 1 (log_loss)',

  'metric.expectedCalibrationError.name': 'Calibration error',
  'metric.expectedCalibrationError.sentence':
    'How far, on average, a score is from the share of positives among cases with scores like it. 0 is perfect.',
  'metric.expectedCalibrationError.formula': 'Σ (share of cases in the bin) · |mean score − share of positives|',
  'metric.expectedCalibrationError.term':
    'Expected calibration error, 10 bins of equal width (bins of calibration_curve with strategy="uniform")',

  'term.more': 'Press for the formula with its numbers, and when not to trust it.',
  'term.card': 'Explanation',

  'undefined.noPositives': 'There are no positive cases.',
  'undefined.noNegatives': 'There are no negative cases.',
  'undefined.nothingFlagged': 'Nothing is flagged at this threshold.',
  'undefined.everythingFlagged': 'Everything is flagged at this threshold.',
  'undefined.oneClass': 'All cases belong to one class.',
  'undefined.noRows': 'There are no rows.',
  'undefined.noTruePositiveNorError': 'Nothing is positive and nothing is flagged.',
  'undefined.marginZero': 'All cases belong to one class, or all are decided alike.',
  'undefined.chanceAgreementIsOne': 'All cases belong to one class and are decided rightly, as chance would do too.',
  'undefined.zeroOverZero': 'Both rates of this ratio are 0.',
  'undefined.scoreOutsideUnit': 'Some scores lie outside 0 to 1, so they cannot be read as probabilities.',
  'undefined.thresholdOutsideUnit': 'The threshold is not a probability from 0 up to, but not including, 1.',
} as const satisfies Record<MetricTextKey, string>;
