/** What is said about the cases that a decision will meet once it is in use. */
export const productionText = {
  'production.asFile':
    'The file cannot tell: {share} of its cases are positive. If production has as many, {precision} of the flags will be right. Say what you expect there.',
  'production.asFileNothing': '{share} of the cases here are positive. Nothing is flagged at this threshold.',
  'production.changed':
    'No: with {rate} positives instead of {share}, {precision} of the flags will be right instead of {filePrecision}.',
  'production.changedNothing': 'No: {rate} positives instead of {share}. Nothing is flagged at this threshold.',
  'production.noRate': 'There are no {label} here, so nobody knows how many of them would be flagged in production.',
  'production.positives': 'positives',
  'production.negatives': 'negatives',
  'production.noRows': 'There are no rows here to project from.',
  'production.none': 'With no positives at all, every flag is a false alarm.',
  'production.all': 'With nothing but positives, every flag is right: precision says nothing then.',
  'production.noCases': 'With no cases there is nothing to count.',
  'production.even':
    'Nearly half of the cases here are positive. Files are often balanced like this before training; real cases seldom are. Say what share you expect.',
  'production.weighted':
    'Rows here count by weight, so their mix may not be that of production. Say what share you expect.',
  'production.expect': 'In production {rate} % of the cases are positive, and {cases} cases come in a day.',
  'production.rateField': 'Positives in production, in percent',
  'production.casesField': 'Cases a day in production',
  'production.reset': 'as in the file',
  'production.resetLong': 'as in the file: use its share of positives',
  'production.table': 'This file and a day in production',
  'production.figure': 'Figure',
  'production.day': 'a day',
  'production.cases': 'cases',
  'production.flags': 'flags',
  'production.falseAlarms': 'false alarms',
  'production.misses': 'misses',
  'production.cost': 'cost',
  'production.held':
    'Recall and specificity are held as they are here. What is worked out from them is no count of rows, so it has no interval.',
  'production.chart': 'Precision by base rate',
  'production.chartExplanation':
    'What share of the flags would be right if positives were rarer or more frequent than in this file, and the model found them as well as here.',
  'production.chartHint': 'The rarer the positives, the fewer of the flags are right. The line follows the threshold.',
  'production.rateAxis': 'share of positives →',
  'production.thisFile': 'this file',
  'production.there': 'production',
  'production.chartDescription':
    'Precision at score {rule} {threshold} against the share of positives, from 0 to {high}. With {share}, as here, it is {filePrecision}; with {rate}, as in production, it is {precision}.',
  'production.chartDescriptionAsFile':
    'Precision at score {rule} {threshold} against the share of positives, from 0 to {high}. With {share}, as here, it is {filePrecision}.',
  'production.precisionIn': 'precision in {name}',
  'production.chartTable':
    'Precision and negative predictive value at score {rule} {threshold}, by the share of positives.',
  'production.columnRate': 'share of positives',
} as const;
