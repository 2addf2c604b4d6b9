/** The words of the screen for files with several classes. */
export const classesText = {
  'classes.sentence.section': 'In one sentence',
  'classes.sentence.undecided':
    '{undecided} {undecided:case|cases} ({share}) {undecided:reaches|reach} no threshold and {undecided:is|are} left to a person; of the decided ones {decidedRight} are right.',
  'classes.sentence.mistake':
    'The most frequent mistake: {count} of {support} “{actual}” {count:is|are} taken for “{predicted}”.',
  'classes.sentence.noMistake': 'No case is taken for another class.',
  'classes.sentence.weighted': 'Counts are sums of the weight column.',
  'classes.waiting': 'Measuring the classes …',

  'classes.decision.title': 'How a class is decided',
  'classes.decision.kind': 'Decide by',
  'classes.decision.argmax': 'highest score',
  'classes.decision.thresholds': 'thresholds',
  'classes.decision.cost': 'least cost',
  'classes.decision.argmax.does':
    'Each case becomes the class with the highest score; of equal ones, the first in the file.',
  'classes.decision.thresholds.does':
    'Each case becomes the class with the highest score among those that reach their own threshold.',
  'classes.decision.cost.does':
    'Each case becomes the class whose mistakes would cost least on average, by its scores and the prices below.',
  'classes.decision.cost.impossible':
    'Costs need probabilities for every class. The scores of this file are none, so the highest score decides.',
  'classes.decision.fallback': 'Below every threshold',
  'classes.decision.other': 'undecided (“other”)',
  'classes.decision.best': 'highest score',
  'classes.decision.copyPython': 'Copy as Python',

  'classes.list.title': 'Classes one by one',
  'classes.list.lead':
    'Above the line the cases of the class by their score for it, below it all others; each side has a scale of its own. Moving a threshold decides by thresholds.',
  'classes.list.order': 'Order',
  'classes.order.file': 'as in the file',
  'classes.order.name': 'by name',
  'classes.order.support': 'most cases first',
  'classes.order.precision': 'lowest precision first',
  'classes.order.recall': 'lowest recall first',
  'classes.order.f1': 'lowest F1 first',
  'classes.order.rocAuc': 'lowest ROC AUC first',
  'classes.order.averagePrecision': 'lowest average precision first',
  'classes.order.threshold': 'lowest threshold first',
  'classes.card.support': '{support} {support:case|cases}',
  'classes.card.threshold': 'Threshold of {label}',
  'classes.card.value': '{threshold}; precision {precision}, recall {recall}',
  'classes.card.tune': 'Tune this class',
  'classes.card.tuneNamed': 'Tune this class: {label} against the rest',
  'classes.card.noColumn': 'No column holds its scores, so it is never chosen.',
  'classes.card.aucShort': 'AUC',

  'classes.matrix.title': 'Which class is taken for which',
  'classes.matrix.lead':
    'Rows are the true class, columns the decision. The stronger the shade, the larger the share of the row.',
  'classes.matrix.scroll': 'Confusion matrix, scrolls sideways',
  'classes.matrix.corner': 'true class',
  'classes.matrix.other': 'other',
  'classes.matrix.all': 'all',

  'classes.averages.title': 'All classes in one number',
  'classes.averages.lead':
    'Macro counts every class alike, weighted by its cases, micro every decision alike. Classes without a value are left out and counted.',
  'classes.averages.of': '{metric}, {average}',
  'classes.average.macro': 'macro',
  'classes.average.micro': 'micro',
  'classes.average.weighted': 'weighted',
  'classes.average.oneVsOne': 'one versus one',
  'classes.averages.leftOut': 'without {count} {count:class|classes}',
  'classes.averages.undecided': 'Undecided',
  'classes.averages.accuracy': 'Accuracy',
  'classes.averages.topK': 'True class among the {k} highest scores',
  'classes.averages.calibration': 'Calibration error of the highest score',
  'classes.averages.brier': 'Brier score, all classes (0 to 2)',
  'classes.averages.metric': 'metric',

  'classes.costs.title': 'What each mistake costs',
  'classes.costs.lead':
    'Rows are the true class, columns the decision. Every mistake costs 1 until you say otherwise; all that matters is how prices compare.',
  'classes.costs.field': 'Cost of taking {actual} for {predicted}',
  'classes.costs.scroll': 'Cost matrix, scrolls sideways',
  'classes.costs.total': 'In all, the mistakes of the cases in view cost {cost}.',
} as const;
