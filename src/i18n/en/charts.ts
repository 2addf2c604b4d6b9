export const chartText = {
  'chart.precisionRecall.title': 'Precision and recall',
  'chart.roc.title': 'ROC',
  'chart.sweep.title': 'Metrics by threshold',
  'chart.scores.title': 'Scores by class',
  'chart.precisionRecall.explanation':
    'Each point is a threshold: how many flags are right there, and how many positives are found.',
  'chart.roc.explanation':
    'Each point is a threshold: how many positives are found there, and how many negatives are flagged.',
  'chart.sweep.explanation': 'Each line is a metric: what it would be at every threshold.',
  'chart.scores.explanation':
    'How the scores of each class are spread. The less the two overlap, the better the model tells them apart.',

  'chart.waiting': 'Drawing …',
  'chart.recallAxis': 'recall →',
  'chart.precisionAxis': '↑ precision',
  'chart.fprAxis': 'false positive rate →',
  'chart.tprAxis': '↑ true positive rate',
  'chart.thresholdAxis': 'threshold →',
  'chart.scoreAxis': 'score →',
  'chart.isoF1': 'F1 {f1}',
  'chart.byChance': 'by chance',
  'chart.byChanceAt': 'by chance: {value}',
  'chart.positive': 'positive',
  'chart.negative': 'negative',
  'chart.thresholdMark': 'threshold {threshold}',

  'chart.averagePrecision': 'average precision {value}',
  'chart.auc': 'AUC {value}',
  'chart.shareOfEachClass': 'share of each class',
  'chart.tpr': 'true positive rate',
  'chart.flaggedPositives': 'positives flagged',
  'chart.flaggedNegatives': 'negatives flagged',
  'chart.nothingFlagged': 'nothing is flagged',
  'chart.nothingChosen': 'no metric is chosen',
  'chart.allRows': 'all rows',

  'chart.metric.precision': 'precision',
  'chart.metric.recall': 'recall',
  'chart.metric.f1': 'F1',
  'chart.metric.f2': 'F2',
  'chart.metric.f05': 'F0.5',
  'chart.metric.specificity': 'specificity',
  'chart.metric.npv': 'NPV',
  'chart.metric.accuracy': 'accuracy',
  'chart.metric.balancedAccuracy': 'balanced accuracy',
  'chart.metric.matthewsCorrcoef': 'MCC',
  'chart.metric.cohenKappa': 'kappa',
  'chart.metric.youdenJ': 'Youden J',
  'chart.metric.gMean': 'G-mean',
  'chart.metric.jaccard': 'Jaccard',
  'chart.metric.selectionRate': 'share flagged',
  'chart.metric.fpr': 'false positive rate',
  'chart.metric.fnr': 'false negative rate',
  'chart.metric.fdr': 'false discovery rate',
  'chart.metric.falseOmissionRate': 'false omission rate',
  'chart.metric.lift': 'lift',
  'chart.metric.positiveLikelihoodRatio': 'LR+',
  'chart.metric.negativeLikelihoodRatio': 'LR−',
  'chart.metric.netBenefit': 'net benefit',

  'chart.precisionRecallHint': 'Drag the point: right misses fewer, up raises fewer false alarms.',
  'chart.rocHint': 'Drag the point: up misses fewer, left raises fewer false alarms.',
  'chart.sweepHint': 'Drag the line to move the threshold.',
  'chart.scoresHint': 'Drag the line: what lies right of it is flagged.',

  'chart.precisionRecallFewPositives':
    'Only {share} of these cases are positive. Trust this chart before ROC: it counts false alarms against what is flagged, not against the many negatives.',
  'chart.precisionRecallManyPositives':
    '{share} of these cases are positive, so precision is high even by chance. Judge the curve by its height above the dashed line.',
  'chart.rocFewPositives':
    'Only {share} of these cases are positive. ROC counts false alarms against the many negatives, so it looks better than the flags are. Trust precision and recall first.',
  'chart.rocManyPositives':
    '{share} of these cases are positive. Few negatives are left to judge false alarms by, so every one of them moves this curve by much.',
  'chart.someSplitsLeftOut': 'Only the first {count} other splits are drawn; the CSV holds all.',
  'chart.axisFits': 'The upright axis runs from {low} to {high}, so that every chosen metric fits.',
  'chart.infiniteSomewhere': '{metric} is infinite at some thresholds; its line has a gap there.',
  'chart.noCurveWithoutPositives': 'There are no positives on {split}, so there is no such curve.',
  'chart.noCurveWithoutNegatives': 'There are no negatives on {split}, so there is no such curve.',

  'chart.precisionRecallDescription':
    'Precision against recall at every threshold on {split}. Average precision {averagePrecision}; flagging by chance gives precision {prevalence}.',
  'chart.rocDescription':
    'True positive rate against false positive rate at every threshold on {split}. Area under the curve {auc}; chance gives 0.5.',
  'chart.sweepDescription':
    'The chosen metrics on {split} as the threshold moves. At score {rule} {threshold}: {values}.',
  'chart.scoresDescription':
    'How the scores of each class are spread, split by split. At score {rule} {threshold} on {split}, flagged: {positives} of the positives, {negatives} of the negatives.',

  'chart.precisionRecallAt': 'At score {rule} {threshold} recall is {recall} at a precision of {precision}.',
  'chart.rocAt': 'At score {rule} {threshold} the true positive rate is {tpr} at a false positive rate of {fpr}.',
  'chart.nothingFlaggedAt': 'At score {rule} {threshold} nothing is flagged.',

  'chart.markerOn': 'Marker on {title}',
  'chart.markerValues': 'threshold {threshold}: {values}',
  'chart.choose': 'choose',
  'chart.chooseMetrics': 'Choose metrics',
  'chart.chooseLegend': 'At most {most} metrics',

  'print.decision': 'Flagged at score {rule} {threshold}',
  'print.exactly': '(exactly {threshold})',
  'print.day': 'printed on {day}',
  'print.rows': 'On paper are {shown} of {total} rows. The CSV has all of them.',
  'print.judgedOn': 'judged on {split}',

  'chart.table': 'Table',
  'chart.csv': 'CSV',
  'chart.tableOf': 'Table: {title}',
  'chart.csvOf': 'CSV: {title}',
  'chart.pictureOf': '{format}: {title}',
  'chart.copy': 'Copy',
  'chart.copyImage': 'Copy as image',
  'chart.copyImageOf': 'Copy as image: {title}',
  'chart.imageCopied': 'Picture copied',
  'chart.imageNotCopied': 'The browser did not let the picture be copied. Save it as PNG or SVG instead.',
  'chart.imageNotDrawn': 'The browser could not draw the picture. Save it as SVG instead.',
  'chart.dataOf': 'Data: {title}',
  'chart.close': 'Close',
  'chart.fullCsv': 'All of it as CSV',
  'chart.curveTable':
    'Decisions at score {rule} threshold, at even steps of {axis}. The CSV holds every drawn point in full precision.',
  'chart.sweepTable':
    'Metrics at score {rule} threshold on {split}. The CSV holds every drawn threshold in full precision.',
  'chart.scoresTable':
    'Rows or weights by score: from the lower bound up to the next one. The CSV has the {bins} bins that are drawn.',
  'chart.columnThreshold': 'threshold',
  'chart.columnFrom': 'score from',
  'chart.columnOn': '{name} ({split})',
} as const;
