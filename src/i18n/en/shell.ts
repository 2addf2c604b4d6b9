/** What the first view says of the screens and panels that are loaded later: their names, and what of them is in force. */
export const shellText = {
  'bar.cases': 'Cases',
  'bar.casesMarked': 'Cases ({count} marked)',
  'bar.classes': 'Classes',
  'bar.compare': 'Compare',
  'bar.labels': 'Labels',
  'bar.slices': 'Slices',

  'context.oneVersusRest': '(positive: “{label}”; negative: every other class)',
  'context.classes': 'with {classes} classes, one score column each from “{first}” to “{last}”',
  'context.labels': 'with {labels} labels, each with a column of its own and one of scores, from “{first}” to “{last}”',

  'subject.said': 'Only one group is in view:',
  'subject.rows': '{rows} of {all} {all:row|rows}',
  'subject.back': 'Show all rows again',
  'subject.and': '{first} and {second}',
  'subject.value': '{column} = {value}',
  'subject.between': '{column} {from} {low}, {to} {high}',
  'subject.above': '{column} {from} {low}',
  'subject.below': '{column} {to} {high}',
  'subject.anyNumber': '{column} is a number',
  'subject.wordsIn': 'words in {column}',
  'subject.missing': '{column} has nothing there',
  'subject.noNumber': '{column} is no number',
  'subject.note': 'only {subject}',

  'sample.digits.name': 'Handwritten digits, ten classes',
  'sample.digits.question':
    'A machine reads postcodes digit by digit. Which digits does it mix up, and when should it hand one to a person?',
  'sample.digits.origin': 'Optical recognition of handwritten digits (UCI), logistic regression; 899 test rows.',
  'sample.news-topics.name': 'News topics, several at once',
  'sample.news-topics.question':
    'A newsroom tags each article with any of five topics. How sure must the model be of each topic before it tags on its own?',
  'sample.news-topics.origin':
    'Synthetic (scikit-learn), a logistic regression a topic; 500 validation and 500 test rows.',
  'sample.training.name': 'Trained for too long',
  'sample.training.question': 'A network and the history of its training: when should it have stopped?',
  'sample.training.origin':
    'Synthetic data, a small neural network; 600 training, 500 validation and 500 test rows, 40 epochs.',

  'classes.sentence.right': 'The model decides {right} of {rows} {rows:case|cases} rightly ({accuracy}).',
  'classes.sentence.rightOnSplit':
    'On {split} the model decides {right} of {rows} {rows:case|cases} rightly ({accuracy}).',
  'labels.sentence.exact':
    '{exact} of {rows} {rows:case|cases} {exact:gets|get} exactly the right labels: a subset accuracy of {share}.',
  'labels.sentence.exactOnSplit':
    'On {split}, {exact} of {rows} {rows:case|cases} {exact:gets|get} exactly the right labels: a subset accuracy of {share}.',
  'matrix.show': 'Show cases: {count} {name}',
  'matrix.noteRest': 'Positive means {label} = {positive}; negative is every other class.',
  'policy.clear': 'One threshold for all again',
  'policy.said':
    'Each group of {columns} has a threshold of its own. Groups by {columns}, cases and saved rows follow them. All other numbers follow the one threshold.',
  'policy.see': 'See them on Slices',
  'honest.title': 'Does it hold on other cases?',
  'honest.brokenOne': '{what} (there {reached})',
  'folds.title': 'Cross-validation',
  'price.title': 'What price of a miss do you act on?',
  'production.title': 'Is our file like production?',
  'triage.title': 'Should somebody look at the doubtful cases?',
  'automation.title': 'Errors by automation',
  'training.section': 'Training history',
  'problem.historyShown':
    '“{file}” is the history of a training. It is shown below, beside your predictions, which stay as they were.',
  'problem.historyAlone':
    '“{file}” is the history of a training, one row an epoch. To set a threshold, open the predictions too: one row a case.',
} as const;
