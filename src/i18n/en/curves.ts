/** What the charts below the first three say: gains, lift, decision curve, reliability, the distributions of the classes. */
export const curvesText = {
  'chart.gain.title': 'Cumulative gains',
  'chart.lift.title': 'Lift',
  'chart.decisionCurve.title': 'Decision curve',
  'chart.reliability.title': 'Reliability',
  'chart.ks.title': 'How far apart the classes are',
  'chart.reliability.explanation':
    'Cases with scores near each other stand in one bin. On the diagonal as many of them are positive as their score says.',

  'chart.selectionAxis': 'share flagged →',
  'chart.foundAxis': '↑ positives found',
  'chart.liftAxis': '↑ times better than chance',
  'chart.netBenefitAxis': '↑ net benefit',
  'chart.meanScoreAxis': 'mean score →',
  'chart.shareOfPositivesAxis': '↑ share of positives',
  'chart.belowAxis': '↑ share of the class below',

  'chart.perfectModel': 'perfect model',
  'chart.flagAll': 'flag all',
  'chart.flagNone': 'flag none',
  'chart.thisModel': 'this model',
  'chart.perfectScores': 'perfect scores',
  'chart.casesBelow': 'cases, {most} at most',
  'chart.ksGap': 'gap {value}',

  'chart.found': 'positives found',
  'chart.meanScore': 'mean score',
  'chart.shareOfPositives': 'share of positives',
  'chart.cases': 'cases',
  'chart.positivesBelow': 'positives below',
  'chart.negativesBelow': 'negatives below',
  'chart.distance': 'apart by',

  'chart.gain.term': 'how much of the work is needed',
  'chart.gain.explanation':
    'Rank all cases by score and flag from the top. The curve shows the share of the positives among those flagged. The perfect model finds nothing but positives until none is left.',
  'chart.lift.term': 'precision ÷ share of positives',
  'chart.lift.explanation':
    'How many times more positives are among the cases flagged than among as many picked at random. No model can pass 1 ÷ share of positives.',
  'chart.decisionCurve.term': 'net benefit',
  'chart.decisionCurve.explanation':
    'A threshold t says that a miss weighs (1 − t) ÷ t times as much as a false alarm. Net benefit counts positives found per case, less the false alarms at that weight. A model is of use where its line is the highest.',
  'chart.ks.term': 'KS statistic {value}',
  'chart.ks.explanation':
    'KS plot: for each class, the share of its cases below the threshold (its cumulative distribution). The KS statistic (Kolmogorov–Smirnov) is the widest gap between the two lines.',

  'chart.gainHint': 'Drag the point: right flags more cases, up finds more positives.',
  'chart.liftHint': 'Drag the point: left flags fewer cases, up has more positives among them.',
  'chart.decisionCurveHint':
    'Drag the line to move the threshold. The model pays only where its line is above both others: flag all and flag none.',
  'chart.reliabilityHint': 'Points on the dashed line: scores mean what they say. Drag the line to move the threshold.',
  'chart.ksHint': 'Drag the line to move the threshold. What lies left of it is not flagged.',

  'chart.gainDescription':
    'Share of the positives found against share of all cases flagged, at every threshold on {split}. A perfect model finds them all with {prevalence} flagged.',
  'chart.liftDescription':
    'How many times more positives are among the flagged cases than by chance, at every share flagged on {split}. No model can pass {most}.',
  'chart.decisionCurveDescription':
    'Net benefit of the model on {split} at every threshold, against flagging everybody and flagging nobody.',
  'chart.reliabilityDescription':
    'Share of positives against mean score on {split}, in {bins} bins of {strategy}. Calibration error {error}, Brier score {brier}.',
  'chart.ksDescription':
    'For each class, the share of its cases below each score on {split}. The lines are farthest apart, by {value}, at {threshold}.',
  'chart.ksDescriptionNowhere':
    'For each class, the share of its cases below each score on {split}. The lines are one.',

  'chart.gainAt': 'At score {rule} {threshold}, {share} of the cases are flagged, and {found} of the positives found.',
  'chart.liftAt': 'At score {rule} {threshold}, {share} of the cases are flagged, with lift {lift}.',
  'chart.decisionCurveAt':
    'At score {rule} {threshold} the net benefit is {model}; flagging everybody has {all}, flagging nobody 0.',
  'chart.decisionCurveNotAt':
    'At score {rule} {threshold} there is no net benefit: the threshold is no probability below 1.',
  'chart.reliabilityAt':
    'At score {rule} {threshold} the threshold lies in the bin from {low} to {high}: mean score {score}, share of positives {share}, {cases} cases.',
  'chart.reliabilityNotAt': 'At score {rule} {threshold} there are no scores near the threshold.',
  'chart.ksAt':
    'At score {rule} {threshold}, {positives} of the positives and {negatives} of the negatives are not flagged.',

  'chart.noProbabilities':
    'Some scores on {split} lie outside 0 to 1, so they are no probabilities. They rank the cases, but this chart needs chances.',
  'chart.noRows': 'There are no rows here, so there is no such chart.',
  'chart.noBinHere': 'no scores near the threshold',

  'reliability.bins': 'Bins',
  'reliability.uniform': 'equal width',
  'reliability.quantile': 'equal count',
  'reliability.uniformLong': 'Bins of equal width',
  'reliability.quantileLong': 'Bins of equal count',
  'reliability.numbers': 'How good the scores are as chances',
  'reliability.error': 'Calibration error',
  'reliability.errorTerm':
    'Expected calibration error (ECE) over {bins} bins of {strategy}: Σ (share of cases in the bin) · |mean score − share of positives|.',
  'reliability.errorUsual': 'The table of metrics gives it over 10 bins of equal width.',
  'reliability.brierParts':
    '= {reliability} miscalibrated − {resolution} told apart + {uncertainty} unavoidable {sign} {within} within bins',
  'reliability.partsTerm': 'what it is made of',
  'reliability.partsExplanation':
    'Murphy’s decomposition over the bins. Reliability: how far mean scores lie from shares of positives, squared. Resolution: how far these shares lie from the whole one. Uncertainty: share of positives × share of negatives. What scores differ by within a bin is the rest, so that the parts add up.',
  'reliability.table':
    'Bins of {strategy} on {split}: scores above the first number, up to the second. Intervals are Wilson’s, 95 %.',
  'reliability.tableWeighted':
    'Bins of {strategy} on {split}: scores above the first number, up to the second. Rows count by weight.',
  'reliability.from': 'score above',
  'reliability.to': 'up to',
  'reliability.low': 'at least',
  'reliability.high': 'at most',
} as const;
