/** The words of what is taken along. */
export const exportText = {
  'export.operatingPoint': 'Operating point (JSON)',
  'export.operatingPoint.detail': 'threshold, rule, counts and every metric in full precision',
  'export.metrics': 'Metrics (CSV)',
  'export.metrics.detail': 'every metric by split, with intervals',
  'export.viewNote': '{file} · {split} · flagged at score {rule} {threshold}',
  'export.rows': 'Rows with prediction (CSV)',
  'export.rows.detail': 'your rows with score, threshold, rule, prediction and outcome',
  'export.python': 'Copy as Python',
  'export.python.detail': 'NumPy and scikit-learn, exact threshold and rule',
  'export.pythonCopied': 'Copied as Python',
  'export.writing': 'Writing {files} …',
  'export.cancel': 'Cancel',
  'copyByHand.title': 'Copy it by hand',
  'copyByHand.how': 'The browser did not allow copying. The text is selected: press Ctrl/⌘ C.',
  'copyByHand.text': 'Text to copy',
} as const;
