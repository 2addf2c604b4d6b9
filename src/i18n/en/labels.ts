/** The words of the screen for files in which several labels may hold at once. */
export const labelsText = {
  'labels.sentence.found': 'Of the {truths} {truths:label that holds|labels that hold} {found} are found.',
  'labels.sentence.given': 'Of the {given} {given:label|labels} that the model gives {right} are right.',
  'labels.sentence.noneGiven': 'The model gives no label at all.',
  'labels.sentence.incomplete':
    '{count} {count:case lacks|cases lack} some label or its score and {count:is|are} no part of what is said of whole cases.',

  'labels.waiting': 'Measuring the labels …',

  'labels.tuning.title': 'Thresholds of all labels by one goal',
  'labels.tuning.goal': 'Goal',
  'labels.tuning.each': 'Tune each label',
  'labels.tuning.together': 'One threshold for all',
  'labels.tuning.lead':
    'A case gets every label whose score reaches its threshold. A single one for all is the best for all decisions counted together.',
  'labels.tuning.leadOnSplit':
    'Thresholds are chosen on {split}, the split in view; look at another one to see whether they hold. A single one for all is the best for all decisions counted together.',
  'labels.goal.highestMetric': 'highest {metric}',
  'labels.goal.lowestCost': 'lowest cost (miss {miss}, false alarm {falseAlarm})',
  'labels.goal.minPrecision': 'most found with precision of at least {percent} %',
  'labels.goal.minRecall': 'highest precision with recall of at least {percent} %',
  'labels.goal.flagTop': 'the {percent} % with the highest scores',

  'labels.list.title': 'Labels one by one',
  'labels.list.lead':
    'Above the line the cases that have the label by their score for it, below it those that do not; each side has a scale of its own.',
  'labels.card.byGoal': 'Tune by the goal',
  'labels.card.byGoalNamed': 'Tune by the goal: {label}',
  'labels.card.tune': 'Look at it alone',
  'labels.card.tuneNamed': 'Look at it alone: {label}',

  'labels.averages.title': 'All labels in one number',
  'labels.averages.lead':
    'Micro counts every decision alike, macro every label alike, weighted every label by its cases; samples looks at each case by itself. What has no value is left out and counted.',
  'labels.averages.noCompare':
    'There is no Compare for this file: it takes a column that names several models, or one of dates or versions.',
  'labels.averages.subsetAccuracy': 'Cases with exactly the right labels (subset accuracy)',
  'labels.averages.hammingLoss': 'Wrong decisions about a label (Hamming loss)',
  'labels.averages.labelsPerCase.true': 'Labels per case, in truth',
  'labels.averages.labelsPerCase.decided': 'Labels per case, as decided',
  'labels.averages.withoutLabel.true': 'Cases without any label, in truth',
  'labels.averages.withoutLabel.decided': 'Cases without any label, as decided',
  'labels.averages.leftOut': 'without {count} {count:label|labels}',
  'labels.averages.leftOutCases': 'without {count} {count:case|cases}',
  'classes.average.samples': 'samples',
} as const;
