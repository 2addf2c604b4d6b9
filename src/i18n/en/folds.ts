/** What is said about the folds of a cross-validation. */
export const foldsText = {
  'folds.lead':
    '“{column}” holds {count} folds. Each row was scored by a model that had not seen it, so all rows are looked at together.',
  'folds.atThreshold': 'Over the folds at {rule} {threshold}',
  'folds.metric': 'Metric',
  'folds.all': 'All rows',
  'folds.mean': 'Mean',
  'folds.spread': '± SD',
  'folds.spreadTerm':
    'The standard deviation of the folds’ values (with n − 1). Folds share training rows, so it is no interval of the metric.',
  'folds.least': 'Least',
  'folds.greatest': 'Greatest',
  'folds.undefined': '{count} of {total} folds have no value and are left out of the mean.',
  'folds.chosen': 'Chosen without the fold it is judged on',
  'folds.rule': 'Best by',
  'folds.lowestCost': 'Lowest cost',
  'folds.highest': 'Highest {metric}',
  'folds.fold': 'Fold',
  'folds.rows': 'Rows',
  'folds.threshold': 'Threshold from the others',
  'folds.costPerRow': 'Cost a row',
  'folds.noThreshold': 'none',
  'folds.summary':
    'Chosen on all rows at once: {whole}. Chosen without the rows it is judged on: {honest} on average (± {spread}). The difference is what choosing on the same rows flatters.',
  'folds.waiting': 'Choosing without each fold in turn …',
} as const;
