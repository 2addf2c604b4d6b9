/** The choice of language, and the words that stand in formulas. */
export const languagesText = {
  'bar.language': 'Language',
  'language.now': 'The page is in English now.',

  'formula.precision': 'precision',
  'formula.recall': 'recall',
  'formula.specificity': 'specificity',
  'formula.positives': 'positives',
  'formula.fpr': 'false positive rate',
  'formula.fnr': 'false negative rate',
  'formula.where': ', where ',

  'problem.languageNotLoaded': 'The words in {language} could not be fetched. The page stays in its present language.',
} as const;
