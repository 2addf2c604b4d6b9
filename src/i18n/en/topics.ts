import type { OtherTopic } from '../../core/learn/topics.ts';
import type { MetricId } from '../../core/metrics/metric.ts';

type Part = 'name' | 'term' | 'sentence' | 'formula' | 'trust';
type TopicKey = `trust.${MetricId}` | `topic.${OtherTopic}.${Part}`;

/**
 * The explanation cards: of each metric when not to trust it (its name, sentence and formula stand with the metrics), and of each other
 * term all of that, and where it stands on the page or what it comes to in the file.
 */
export const topicText = {
  'card.formula': 'Formula',
  'card.numbers': 'In your file: {split}, score {rule} {threshold}',
  'card.numbersAll': 'In your file: all rows, score {rule} {threshold}',
  'card.trust': 'When not to trust it',
  'card.symbols': 'The letters',
  'card.tp': 'flagged and positive: hits',
  'card.fp': 'flagged but negative: false alarms',
  'card.fn': 'positive but not flagged: misses',
  'card.tn': 'negative and not flagged',
  'card.n': 'all cases',
  'card.t': 'the threshold',
  'card.ksAt': 'The gap is widest at {threshold}.',

  'trust.precision':
    'It changes with the share of positives: where they are rarer than in this file, more of the flagged are false alarms.',
  'trust.recall': 'Flag everybody and it is 1. Read it beside the precision, and with care where positives are few.',
  'trust.f1':
    'It leaves out the cases that are rightly left alone, and it prices a miss like a false alarm, more or less.',
  'trust.f2': 'That recall counts twice is a convention. If you know what mistakes cost, use the cost instead.',
  'trust.f05': 'That precision counts twice is a convention. If you know what mistakes cost, use the cost instead.',
  'trust.specificity':
    'Where negatives are many, even a high value can mean far more false alarms than hits. Look at the counts too.',
  'trust.npv': 'Where positives are rare, it is close to 1 whatever the model does.',
  'trust.accuracy': 'Where one class is rare, always naming the other one gives a high value. Compare it with that.',
  'trust.balancedAccuracy': 'It treats both classes as equally important and frequent, which in use they seldom are.',
  'trust.matthewsCorrcoef':
    'It changes with the share of positives, so two files with other shares cannot be compared by it.',
  'trust.cohenKappa': 'It depends on how frequent the classes are: the same model has another value on another mix.',
  'trust.youdenJ': 'It says a miss and a false alarm are equally bad per class, however rare positives are.',
  'trust.gMean': 'It is 0 as soon as one class is always wrong, and says nothing of how many flags are right.',
  'trust.jaccard': 'It falls with the share of positives, even where the model is as good as before.',
  'trust.selectionRate': 'It is neither good nor bad by itself. It counts flags, right or wrong.',
  'trust.fpr': 'A small share of very many negatives is still many false alarms. Look at the count.',
  'trust.fnr': 'With few positives one case more or less moves it much. Look at its interval.',
  'trust.fdr': 'It changes with the share of positives: rarer positives make it worse at the same threshold.',
  'trust.falseOmissionRate': 'Where positives are rare, it is close to 0 whatever the model does.',
  'trust.lift': 'A rare class makes large values easy. Where few cases are flagged, chance alone moves it much.',
  'trust.positiveLikelihoodRatio': 'Near no false alarm it becomes huge or infinite, and one case more changes it.',
  'trust.negativeLikelihoodRatio': 'It rests on the misses alone where recall is high, which are then few.',
  'trust.netBenefit':
    'It takes the threshold for the price of a mistake, which is right only if the scores are calibrated.',
  'trust.rocAuc':
    'It weighs every threshold alike, also those nobody would use. With rare positives it looks better than the flags will.',
  'trust.averagePrecision': 'Its floor is the share of positives, so compare it on files with the same share only.',
  'trust.ksStatistic': 'It looks at one threshold, chosen as the best on these very rows: on others it will be lower.',
  'trust.brierScore': 'With rare positives it is small for any model. Compare it with that of always saying the share.',
  'trust.logLoss': 'One case that was all but certain and wrong can decide it. A few bad labels spoil it.',
  'trust.expectedCalibrationError':
    'It depends on the bins. With few cases in a bin, chance alone makes it larger than it is.',

  'topic.oneSplit': 'This file has one split, so there are no other rows to compare with.',
  'topic.noGroups': 'No groups have been measured yet.',

  'topic.score.name': 'Score',
  'topic.score.term': 'Predicted score, predict_proba or decision_function',
  'topic.score.sentence': 'The number the model gives each case: the higher, the more it looks positive.',
  'topic.score.formula': 'the model’s own; read from the file as it is',
  'topic.score.trust': 'A score of 0.8 need not mean 80 %: whether it does is what calibration tells.',
  'topic.score.numbers': 'The scores run from {low} to {high}.',

  'topic.threshold.name': 'Threshold',
  'topic.threshold.term': 'Decision threshold, cut-off',
  'topic.threshold.sentence': 'The score from which on a case is flagged. It trades false alarms for misses.',
  'topic.threshold.formula': 'flag if score ≥ t (or >, as you choose)',
  'topic.threshold.trust':
    'One chosen on few cases, or on the rows the model learnt from, may be another one elsewhere.',
  'topic.threshold.numbers': '{flagged} of {rows} cases are flagged, {share}.',

  'topic.prevalence.name': 'Prevalence',
  'topic.prevalence.term': 'Prevalence, base rate, class prior',
  'topic.prevalence.sentence': 'The share of the cases that really are positive.',
  'topic.prevalence.formula': 'positives ÷ all cases',
  'topic.prevalence.trust':
    'Files are often made with more positives than there are in use. Ask how the rows were picked.',
  'topic.prevalence.numbers': '{positives} ÷ {rows} = {share}',

  'topic.confusionMatrix.name': 'Confusion matrix',
  'topic.confusionMatrix.term': 'Confusion matrix, contingency table (confusion_matrix)',
  'topic.confusionMatrix.sentence':
    'Four counts: flagged or not, really positive or not. All metrics here come from it.',
  'topic.confusionMatrix.formula': 'TP + FP + FN + TN = all cases',
  'topic.confusionMatrix.trust': 'It takes the labels for the truth. Where labels are wrong, so are the counts.',
  'topic.confusionMatrix.numbers': '{tp} + {fp} + {fn} + {tn} = {rows}',

  'topic.truePositive.name': 'Hit',
  'topic.truePositive.term': 'True positive, TP',
  'topic.truePositive.sentence': 'A case that is flagged and really is positive.',
  'topic.truePositive.formula': 'TP: positives with a score from the threshold on',
  'topic.truePositive.trust': 'A hit counts once, however large what it saved was, unless you use amounts.',
  'topic.truePositive.numbers': 'There are {tp}.',

  'topic.falsePositive.name': 'False alarm',
  'topic.falsePositive.term': 'False positive, FP, type I error',
  'topic.falsePositive.sentence': 'A case that is flagged but really is negative.',
  'topic.falsePositive.formula': 'FP: negatives with a score from the threshold on',
  'topic.falsePositive.trust': 'Some may be positives nobody has found yet. Look at those with the highest scores.',
  'topic.falsePositive.numbers': 'There are {fp}.',

  'topic.falseNegative.name': 'Miss',
  'topic.falseNegative.term': 'False negative, FN, type II error',
  'topic.falseNegative.sentence': 'A case that really is positive but is not flagged.',
  'topic.falseNegative.formula': 'FN: positives with a score below the threshold',
  'topic.falseNegative.trust':
    'In use, misses are seldom found out. Only labels made without the model count them all.',
  'topic.falseNegative.numbers': 'There are {fn}.',

  'topic.trueNegative.name': 'Rightly left alone',
  'topic.trueNegative.term': 'True negative, TN',
  'topic.trueNegative.sentence': 'A case that is not flagged and really is negative.',
  'topic.trueNegative.formula': 'TN: negatives with a score below the threshold',
  'topic.trueNegative.trust': 'Easy negatives fill it: adding more of them improves many metrics and helps nobody.',
  'topic.trueNegative.numbers': 'There are {tn}.',

  'topic.rocCurve.name': 'ROC curve',
  'topic.rocCurve.term': 'Receiver operating characteristic (roc_curve)',
  'topic.rocCurve.sentence':
    'For every threshold: the share of positives found against the share of negatives flagged.',
  'topic.rocCurve.formula': 'up: TP ÷ (TP + FN); across: FP ÷ (FP + TN)',
  'topic.rocCurve.trust': 'It does not show how many flags are right. With rare positives, look at precision too.',
  'topic.rocCurve.numbers': 'The marker stands {fpr} across and {recall} up. The area is {auc}.',

  'topic.precisionRecallCurve.name': 'Precision–recall curve',
  'topic.precisionRecallCurve.term': 'Precision–recall curve (precision_recall_curve)',
  'topic.precisionRecallCurve.sentence':
    'For every threshold: how many flags are right against how many positives are found.',
  'topic.precisionRecallCurve.formula': 'up: TP ÷ (TP + FP); across: TP ÷ (TP + FN)',
  'topic.precisionRecallCurve.trust': 'It moves with the share of positives. Its left end rests on very few cases.',
  'topic.precisionRecallCurve.numbers': 'The marker stands {recall} across and {precision} up.',

  'topic.gainsCurve.name': 'Cumulative gains',
  'topic.gainsCurve.term': 'Cumulative gains curve, CAP',
  'topic.gainsCurve.sentence':
    'How many of the positives you reach if you take the cases with the highest scores first.',
  'topic.gainsCurve.formula': 'up: TP ÷ (TP + FN); across: (TP + FP) ÷ n',
  'topic.gainsCurve.trust':
    'The best possible line depends on the share of positives: compare with it, not with 100 %.',
  'topic.gainsCurve.numbers': 'Among {flagged} of the cases are {recall} of the positives.',

  'topic.decisionCurve.name': 'Decision curve',
  'topic.decisionCurve.term': 'Decision curve analysis (Vickers and Elkin)',
  'topic.decisionCurve.sentence':
    'What the model is worth for every price of a mistake, against flagging all or nobody.',
  'topic.decisionCurve.formula': 'TP ÷ n − FP ÷ n · t ÷ (1 − t), for every threshold t',
  'topic.decisionCurve.trust': 'It needs calibrated probabilities, and speaks of one price of a mistake for all.',
  'topic.decisionCurve.numbers': 'Net benefit at this threshold: {netBenefit}.',

  'topic.cost.name': 'Cost',
  'topic.cost.term': 'Expected cost, cost-sensitive decision',
  'topic.cost.sentence': 'What all mistakes come to at your own prices.',
  'topic.cost.formula': 'misses · price of a miss + false alarms · price of a false alarm, and so on',
  'topic.cost.trust': 'It is as good as the prices. Try other ones and see whether the choice stays.',
  'topic.cost.numbers': '{cost} in all.',

  'topic.impliedPrice.name': 'Implied price',
  'topic.impliedPrice.term': 'Implied cost ratio, read off the hull of the ROC curve',
  'topic.impliedPrice.sentence': 'The price of a miss at which this threshold would be the cheapest one.',
  'topic.impliedPrice.formula': 'slope of the ROC curve · negatives ÷ positives',
  'topic.impliedPrice.trust': 'Where the curve is made of few cases, the range of prices is wide or empty.',
  'topic.impliedPrice.cheapest': 'It is the cheapest where a miss costs as much as {low} to {high} false alarms.',
  'topic.impliedPrice.never': 'It acts as if a miss cost {price} false alarms, but at no price is it the cheapest.',
  'topic.impliedPrice.where': 'Tune shows it under “What price of a miss do you act on?”.',

  'topic.requirement.name': 'Requirement',
  'topic.requirement.term': 'Constraint on a metric or a count',
  'topic.requirement.sentence':
    'Something that must hold, such as a least recall. The goal then chooses among what is left.',
  'topic.requirement.formula': 'metric ≥ bound, or ≤ bound',
  'topic.requirement.trust':
    'What just holds here may just fail elsewhere. Hold its cautious end to the bound instead.',
  'topic.requirement.where': 'Tune shows them under “Which thresholds meet your requirements?”.',

  'topic.reviewBand.name': 'Review band',
  'topic.reviewBand.term': 'Reject option, triage',
  'topic.reviewBand.sentence': 'Two thresholds: what lies between them, a person looks at.',
  'topic.reviewBand.formula': 'lower ≤ score < upper: a person decides',
  'topic.reviewBand.trust': 'People err too, and tire. How often they are right is your own guess.',
  'topic.reviewBand.inForce': 'From {lower} to {upper}: {looks} of {rows} cases are looked at.',
  'topic.reviewBand.best':
    'At your prices from {lower} to {upper} would be best: {looks} of {rows} cases are looked at.',
  'topic.reviewBand.noBand': 'At your prices no look is worth what it costs: one threshold is the cheapest.',
  'topic.reviewBand.where': 'Tune shows it under “Should somebody look at the doubtful cases?”.',

  'topic.interval.name': 'Interval',
  'topic.interval.term': '95 % confidence interval',
  'topic.interval.sentence':
    'Where the number would lie on other cases like these: 95 of 100 such intervals hold the true one.',
  'topic.interval.formula': 'the method stands beside each: Wilson, DeLong or bootstrap',
  'topic.interval.trust': 'It knows of chance only. Other kinds of cases, or wrong labels, are not in it.',
  'topic.interval.numbers': 'Precision: {low} to {high}.',

  'topic.wilson.name': 'Wilson interval',
  'topic.wilson.term': 'Wilson score interval without continuity correction',
  'topic.wilson.sentence': 'An interval for a share that stays between 0 and 1 and holds with few cases too.',
  'topic.wilson.formula': '(p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) ÷ (1 + z²/n), with z = 1.96',
  'topic.wilson.trust': 'It takes each row for a case by itself: several rows of one person make it too narrow.',
  'topic.wilson.numbers': 'Recall: {low} to {high}.',

  'topic.bootstrap.name': 'Bootstrap',
  'topic.bootstrap.term': 'Percentile bootstrap, seeded',
  'topic.bootstrap.sentence':
    'Draws the same number of cases from the file again and again, and sees how the number varies.',
  'topic.bootstrap.formula': 'the middle 95 % of the values from all draws',
  'topic.bootstrap.trust': 'With few positives the draws are too alike, and the interval too narrow.',
  'topic.bootstrap.numbers': 'In {count} draws the best threshold lay between {low} and {high}, but for 5 of 100.',
  'topic.bootstrap.where': 'Its intervals say so in their hover: F1, cost, lift and others.',

  'topic.deLong.name': 'DeLong',
  'topic.deLong.term': 'DeLong’s variance of the area under the ROC curve',
  'topic.deLong.sentence':
    'How sure the area under the ROC curve is, and the difference between the areas of two models.',
  'topic.deLong.formula': 'variance of the placements of positives ÷ P + that of negatives ÷ N',
  'topic.deLong.trust': 'With fewer than 100 cases of a class it promises more than it keeps.',
  'topic.deLong.numbers': 'ROC AUC: {low} to {high}.',

  'topic.safeRange.name': 'Safe range',
  'topic.safeRange.term': 'Range of thresholds as good as the best, within noise',
  'topic.safeRange.sentence':
    'The thresholds that may well be as good as the best one: between them, pick the handiest.',
  'topic.safeRange.formula': 'all thresholds whose value is not told apart from the best by draws of the cases',
  'topic.safeRange.trust':
    'A wide range can mean that the choice hardly matters, or that there are too few cases to tell.',
  'topic.safeRange.where': 'Tune shows it under “How sure is that?”.',

  'topic.optimism.name': 'Optimism',
  'topic.optimism.term': 'Optimism, selection bias of the best threshold',
  'topic.optimism.sentence': 'How much better the best threshold looks on the rows it was chosen on than on others.',
  'topic.optimism.formula': 'value where it was chosen − value elsewhere',
  'topic.optimism.trust': 'It covers the choice of the threshold, not what the model learnt by heart.',
  'topic.optimism.numbers': '{name}: {chosen} here and {honest} on cases left out, so the optimism is {difference}.',
  'topic.optimism.flatters': 'So it looks better where it was chosen, by {difference}.',
  'topic.optimism.surpasses': 'So it is even better elsewhere, by {difference}.',
  'topic.optimism.where': 'Tune shows it under “Does it hold on other cases?”.',

  'topic.outOfBag.name': 'Out-of-bag',
  'topic.outOfBag.term': 'Out-of-bag estimate of the bootstrap',
  'topic.outOfBag.sentence': 'Chooses on a draw of the cases and tries on those left out, again and again.',
  'topic.outOfBag.formula': 'mean value on the cases left out of each draw',
  'topic.outOfBag.trust': 'It stands in for a second split. A real one, from a later time, says more.',
  'topic.outOfBag.numbers': '{name}: {honest} on cases left out of a draw, against {chosen} where it was chosen.',
  'topic.outOfBag.where': 'Tune shows it under “Does it hold on other cases?” for files with one split.',

  'topic.split.name': 'Split',
  'topic.split.term': 'Train, validation and test set',
  'topic.split.sentence': 'A part of the rows kept for one purpose: to learn from, to choose on, or to judge by.',
  'topic.split.formula': 'as the split column says',
  'topic.split.trust': 'The same case in two splits makes the judge know the answer. The file check looks for it.',
  'topic.split.numbers': '{rows} rows are in view.',

  'topic.overfitting.name': 'Overfitting',
  'topic.overfitting.term': 'Overfitting, generalization gap',
  'topic.overfitting.sentence': 'The model knows the rows it learnt from better than any others.',
  'topic.overfitting.formula': 'value on train − value on test',
  'topic.overfitting.trust': 'A gap is not bad by itself: what counts is how good the model is on the test rows.',
  'topic.overfitting.numbers': 'ROC AUC: {value} on {split}, {other} on {reference}.',

  'topic.calibration.name': 'Calibration',
  'topic.calibration.term': 'Calibration, reliability of probabilities',
  'topic.calibration.sentence': 'Whether scores keep their word: of the cases with 0.8, are 80 % positive?',
  'topic.calibration.formula': 'mean score against share of positives, among cases with scores alike',
  'topic.calibration.trust': 'A model can be well calibrated and useless: the share of positives for everybody is.',
  'topic.calibration.numbers': 'The mean score is {mean}, the share of positives {share}.',

  'topic.reliabilityDiagram.name': 'Reliability diagram',
  'topic.reliabilityDiagram.term': 'Reliability diagram (calibration_curve)',
  'topic.reliabilityDiagram.sentence':
    'Sorts cases by score into bins, and shows how many of each really are positive.',
  'topic.reliabilityDiagram.formula': 'for each bin: share of positives against mean score',
  'topic.reliabilityDiagram.trust': 'A bin with few cases jumps about: look at how many it holds.',
  'topic.reliabilityDiagram.numbers': 'On average the bars are {error} away from the diagonal.',
  'topic.reliabilityDiagram.where': 'Tune draws it as “Reliability”.',

  'topic.recalibration.name': 'Recalibration',
  'topic.recalibration.term': 'Platt scaling, fitted on one split',
  'topic.recalibration.sentence': 'Bends the scores so that they keep their word, without changing their order.',
  'topic.recalibration.formula': '1 ÷ (1 + e^−(a + b · log-odds of the score))',
  'topic.recalibration.trust': 'It fits one split. Elsewhere, with another share of positives, it bends wrongly.',
  'topic.recalibration.none': 'None is in force: the mean score is {mean}, the share of positives {share}.',
  'topic.recalibration.where': 'Tune offers it below the reliability diagram, where it helps.',

  'topic.weight.name': 'Weight',
  'topic.weight.term': 'Sample weight',
  'topic.weight.sentence': 'How much a row counts. With weights, every count is a sum of weights.',
  'topic.weight.formula': 'sum of the weights in place of the number of rows',
  'topic.weight.trust': 'A few heavy rows can decide everything. Counts then look larger than what is known.',
  'topic.weight.numbers': 'The column {column}: {rows} {rows:row weighs|rows weigh} {sum} together.',
  'topic.weight.none': 'No column is taken for it, so each of the {rows} {rows:row|rows} counts once.',
  'topic.weight.where': 'Data shows which column is taken for it, if any.',

  'topic.oneVersusRest.name': 'One against the rest',
  'topic.oneVersusRest.term': 'One-versus-rest',
  'topic.oneVersusRest.sentence': 'Of several classes, one is called positive and all others together negative.',
  'topic.oneVersusRest.formula': 'positive if label = class, else negative',
  'topic.oneVersusRest.trust': 'Thresholds set class by class can flag a case for two classes, or for none.',
  'topic.oneVersusRest.numbers': 'Here {positive} is set against all else: {positives} against {others}.',
  'topic.oneVersusRest.where': 'The list “Positive class” chooses it, where a file has classes.',

  'topic.macroAverage.name': 'Macro and micro average',
  'topic.macroAverage.term': 'average="macro", "micro" and "weighted" in scikit-learn',
  'topic.macroAverage.sentence':
    'One number for all classes: macro counts each class alike, micro counts each case alike.',
  'topic.macroAverage.formula': 'macro: mean of the classes’ values; micro: one value from the summed counts',
  'topic.macroAverage.trust': 'Macro lets a class with five cases count as much as one with thousands; micro hides it.',
  'topic.macroAverage.numbers': 'F1 score: macro {macro}, micro {micro}, weighted {weighted}.',
  'topic.macroAverage.none': 'This file asks one yes-or-no question, so there is one value and nothing to average.',
  'topic.macroAverage.where': 'Classes and Labels show them, where a file has either.',

  'topic.mcnemar.name': 'McNemar’s test',
  'topic.mcnemar.term': 'McNemar’s test, exact and corrected',
  'topic.mcnemar.sentence': 'Looks only at the cases on which two models differ: is one of them right more often?',
  'topic.mcnemar.formula': '(b − c)² ÷ (b + c), with b and c the cases only one is right about',
  'topic.mcnemar.trust':
    'It counts mistakes, not what they cost. Try enough models and one will look better by chance.',
  'topic.mcnemar.numbers':
    '{first} against {second}, as Compare has them: only the first is right {b} {b:time|times}, only the other {c}. p = {exact}.',
  'topic.mcnemar.none': 'This file has one model, so there is nothing to compare it with.',
  'topic.mcnemar.where': 'Compare shows it, where a file has two models.',

  'topic.populationStability.name': 'Population stability index',
  'topic.populationStability.term': 'PSI',
  'topic.populationStability.sentence': 'How far the values of one group have moved from those of another.',
  'topic.populationStability.formula': 'Σ (share now − share then) · ln(share now ÷ share then), over bins',
  'topic.populationStability.trust': 'Its usual bounds, 0.1 and 0.25, are a habit. Few rows alone make it large.',
  'topic.populationStability.numbers': 'The scores on {split} against those on {reference}: {value}.',
  'topic.populationStability.where': 'Data shows it between splits, Compare between versions.',

  'topic.ksDistance.name': 'KS distance',
  'topic.ksDistance.term': 'Two-sample Kolmogorov–Smirnov distance',
  'topic.ksDistance.sentence': 'The widest gap between the shares of two groups that lie below the same value.',
  'topic.ksDistance.formula': 'max |share of one group ≤ x − share of the other ≤ x|',
  'topic.ksDistance.trust':
    'With many rows tiny gaps pass for real. Ask whether the gap matters, not whether it is there.',
  'topic.ksDistance.numbers': 'The scores on {split} against those on {reference}: {value}.',
  'topic.ksDistance.where': 'Compare shows it between versions.',

  'topic.fourFifths.name': 'Four-fifths rule',
  'topic.fourFifths.term': 'Disparate impact ratio',
  'topic.fourFifths.sentence': 'No group should be picked less than four fifths as often as the one picked most.',
  'topic.fourFifths.formula': 'share picked in a group ÷ share picked in the other ≥ 0.8',
  'topic.fourFifths.trust':
    'It is a rule of thumb from hiring in the USA. Passing it does not make a choice fair or lawful.',
  'topic.fourFifths.numbers':
    'Of the {groups} groups in view the least flagged one is flagged {ratio} as often as the most flagged one.',
  'topic.fourFifths.where': 'Slices shows it between groups.',

  'topic.equalizedOdds.name': 'Equalized odds',
  'topic.equalizedOdds.term': 'Equalized odds (Hardt, Price and Srebro)',
  'topic.equalizedOdds.sentence': 'Every group has the same share of positives found and of negatives flagged.',
  'topic.equalizedOdds.formula': 'recall and false positive rate alike in all groups',
  'topic.equalizedOdds.trust':
    'It takes the labels of every group for equally right, and mostly rules out other kinds of fairness.',
  'topic.equalizedOdds.numbers':
    'Between the {groups} groups in view recall or the false positive rate differs by {points} points.',
  'topic.equalizedOdds.where': 'Slices offers thresholds that come near it.',
} as const satisfies Record<TopicKey, string> & Record<string, string>;
