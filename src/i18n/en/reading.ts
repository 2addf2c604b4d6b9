/** Everything said about a file on its way in. What is wrong, where, and what to do: one plain sentence, two at most. */
export const readingText = {
  'problem.emptyFile': '“{file}” is empty. Export the predictions again and open the new file.',
  'problem.headerOnly': '“{file}” has column names but no rows below them. Export the predictions again.',
  'problem.binaryFile':
    '“{file}” is a {kind} file, not text. Open it in the program it comes from, save it as CSV, and open that.',
  'problem.unclosedQuote':
    'A quotation mark opens on line {line} of “{file}” and never closes where it should. Close it or remove it there.',
  'problem.recordTooLong':
    'Line {line} of “{file}” is longer than {limit} characters, so this is not a table with one row a line.',
  'problem.noScoreColumn':
    'No column of “{file}” can be a score (columns: {columns}). Add one with the number that the model gives each row, such as a probability.',
  'problem.oneColumn':
    '“{file}” has one column only. Two are needed, the true class and the score, separated by commas, semicolons, tabs or pipes.',
  'problem.trainingHistory':
    '“{file}” is the history of a training, one row an epoch. Open the predictions instead: one row a case, with class and score.',
  'problem.curvePoints':
    '“{file}” holds the points of a curve, not the predictions behind it. Open the predictions instead: one row a case, with true class and score.',
  'problem.metricsTable':
    '“{file}” holds metrics that were computed already. Open the predictions instead: one row a case, with true class and score.',
  'problem.noRowsKept': 'None of the {read} {read:row|rows} of “{file}” can be used: {reason}.',
  'problem.differentColumns':
    '“{file}” and “{other}” do not have the same columns: {missing}. Give them the same header, or an “id” column to join them by.',
  'problem.repeatedIds':
    'The files cannot be joined by “{column}”: in “{file}” the value {id} stands in more than one row. Keep one row for each.',
  'problem.noSharedIds':
    'The files cannot be joined: no value of “{column}” stands in “{file}” as well as in “{other}”, letter by letter.',
  'problem.tooManyColumns': '“{file}” has {count} columns; {limit} are the limit. Keep label, score and what you need.',
  'problem.tooManySplits':
    'The column “{column}” has {count} different values, too many to be splits ({limit} at most). Choose another one.',
  'problem.unsupportedFormat':
    '“{file}” holds {format}, not a table. Save the predictions as CSV, one row a case, and open that.',
  'problem.tooLarge':
    '“{file}” needs more memory than the browser gives. Keep only the label, score and split columns, or fewer rows.',
  'problem.tooManyFiles':
    '{count} files are too many to open together ({limit} at most). Open the predictions only, or join them first.',
  'problem.folder': '“{file}” is a folder. Open the files in it instead.',
  'problem.changedFile':
    '“{file}” was moved, changed or locked while it was read, or cannot be read at all. Choose it again.',
  'problem.cutOff':
    '“{file}” ends in the middle of a letter, so it was not copied to its end. Copy or download it again.',
  'problem.invalidText':
    '“{file}” begins like {encoding} text but holds bytes that are none. Save it again as UTF-8 and open that.',
  'problem.brokenGzip':
    '“{file}” cannot be unpacked to its end: it is damaged or was not copied whole. Copy or download it again.',
  'problem.packedTwice': '“{file}” is compressed twice. Unpack it once and open what comes out.',
  'problem.unpacksTooFar':
    '“{file}” unpacks to more than {limit} times its size, as no table of predictions does. If you trust it, unpack it yourself first.',
  'problem.brokenJson':
    '“{file}” is JSON, but something is wrong with it on line {line}: “{found}” stands where it cannot. Export it again.',
  'problem.cutOffJson':
    '“{file}” is JSON that ends too early, on line {line}, so it was not copied to its end. Copy or download it again.',
  'problem.deepJson':
    'Lists and objects lie more than {limit} deep inside each other on line {line} of “{file}”, so this is no table.',
  'problem.noJsonTable':
    '“{file}” is JSON without a table of predictions in it. What is needed is a list with one object a case, or a list for each column.',
  'problem.unevenJson':
    'The lists in “{file}” are not equally long: “{longer}” has {most} values, “{shorter}” {least}. Each case needs one value in both.',
  'problem.tooManyKeys':
    'The records of “{file}” have more than {count} different keys between them, so this is no table. Keep label, score and what you need.',
  'problem.brokenParquet':
    '“{file}” is a Parquet file that is damaged or was not copied to its end. Copy or download it again.',
  'problem.unsupportedParquet':
    '“{file}” is a Parquet file of a kind that cannot be read here ({detail}). Write it again with Snappy or Zstandard compression, or as CSV.',
  'problem.spreadsheet':
    '“{file}” is a spreadsheet. Save the sheet as CSV and open that, or copy its cells and paste them here.',
  'problem.brokenZip': '“{file}” is a zip that is damaged or was not copied to its end. Copy or download it again.',
  'problem.hugeZip':
    '“{file}” is a zip of the large kind (zip64), which is not read here. Unpack it and open the file in it.',
  'problem.crowdedZip':
    '“{file}” is a zip of {count} files; {limit} are the limit. Unpack it and open the predictions only.',
  'problem.encryptedZip': '“{file}” is a zip with a password. Unpack it and open the file in it.',
  'problem.unsupportedZip':
    '“{file}” is packed in a way that is not read here (method {method}). Unpack it and open the file in it.',
  'problem.noTableInZip': 'No file in the zip “{file}” looks like a table. Unpack it and open the predictions.',
  'problem.differentTables':
    '“{file}” holds several tables with different columns: {names}. Unpack it and open one of them.',
  'problem.needsMoreMemory':
    '“{file}” has about {rows} {rows:row|rows} and would need {needed} of memory; {available} is what this page may take here. Keep only the label, score and split columns, or fewer rows.',
  'problem.tooManyRows': '“{file}” has about {count} rows; {limit} are the limit. Keep fewer rows.',
  'problem.notFound': 'There is no file “{path}” beside this page. Check the address.',
  'problem.notFetched': '“{path}” could not be fetched from this page. Check the network and try again.',
  'problem.remoteRefused':
    '{host} cannot be reached, or does not let other sites read its files (CORS). Download {address} yourself and open it here.',
  'problem.remoteMissing': '{host} has no file at {address}. Check the address, or ask whoever sent you the link.',
  'problem.remoteForbidden':
    '{host} gives {address} only to people it knows. Download the file there yourself and open it here.',
  'problem.remoteFailed':
    '{host} did not give out {address} (status {status}). Try again later, or download the file yourself and open it here.',
  'problem.remoteElsewhere':
    '{host} sends those who ask for {address} to another address, which was not asked. Open it in a tab, download the file and open it here.',
  'problem.remoteSilent':
    '{host} sent nothing for {seconds} seconds. Try again later, or download {address} yourself and open it here.',
  'problem.remoteTooLarge':
    'The file at {address} is larger than {limit}, the limit for a file from a link. Download it yourself and open it here.',
  'problem.remotePage':
    'At {address} there is a web page, not a file. Look on it for the address of the file itself (“raw”, “download”).',
  'problem.unreadable': '“{file}” could not be read ({detail}). If it was moved or changed, choose it again.',
  'problem.crashed':
    'The background process stopped twice while it worked on “{file}”, probably for lack of memory. Try a smaller file.',

  'finding.scoreOutsideUnit':
    '{count} {count:score|scores} in “{column}” lie outside 0 to 1 (from {low} to {high}), so they are no probabilities. Thresholds are on their own scale.',
  'finding.aucBelowHalf':
    'The scores{ofSplit} rank the classes the wrong way round (AUC {auc}). “{scoredLabel}” is taken for the class they speak of; it is probably “{otherLabel}”.',
  'finding.hardLabelsOnly':
    '“{column}” holds two values only ({values}): decisions already made, not scores. A threshold can only repeat them.',
  'finding.oneClass': 'Every row{ofSplit} is “{label}”, so nothing can be said about telling the classes apart.',
  'finding.missingValues':
    '{count} {count:row has|rows have} no label, score, split or weight and {count:was|were} left out.',
  'finding.constantScore': 'Every score{ofSplit} is {value}, so a threshold flags all cases or none.',
  'finding.duplicateIds':
    '{count} {count:value|values} of “{column}” {count:comes|come} more than once, for example {example}. Every row is counted.',
  'finding.idsAcrossSplits':
    '{count} {count:value|values} of “{column}” {count:stands|stand} in more than one split, for example {example}: what was learnt in one may be known in the other.',
  'finding.indexColumn': '“{column}” only numbers the rows and is left aside.',
  'finding.scoreEqualsLabel':
    '“{column}” is the label itself in every row. Check that the true class was not exported as the score.',
  'finding.topLabelConfidence':
    'No score in “{column}” is below 0.5: it may be the confidence in whichever class was predicted. What is needed is the score of one class.',
  'finding.fewOfAClass':
    'Only {count} {count:row|rows}{ofSplit} {count:is|are} “{label}”. Its figures are uncertain; mind the intervals.',
  'finding.manySkipped': '{count} of {read} rows were left out. The reading report says why, and where.',
  'finding.negativeWeight':
    '{count} {count:weight|weights} in “{column}” are negative; their rows were left out. Check that it is a weight.',
  'finding.guessedNoHeader':
    '“{file}” seems to have no line of column names, so its columns are numbered and its first line counts as a row.',
  'finding.linesAboveTable':
    '{count} {count:line|lines} above the table in “{file}” {count:was|were} left aside; the first one: “{example}”.',
  'finding.fallbackEncoding':
    '“{file}” is not valid UTF-8 and was read as {encoding}. Check names with accents or other special letters.',
  'finding.decimalCommaColumn': 'Numbers in “{column}” were read with a decimal comma: 0,5 is one half.',
  'finding.percentColumn': '“{column}” holds percentages. They keep their scale: 53 % is read as 53.',
  'finding.thousandsColumn': 'Numbers in “{column}” are written in thousands: {example} was read as {value}.',
  'finding.ambiguousComma':
    'The commas in “{column}” may mark thousands or decimals: {example} was read as {thousands}, but it could be {decimal}.',
  'finding.dateCells':
    '{count} {count:cell|cells} in “{column}” {count:looks|look} like dates, for example {example}. Spreadsheets make dates of numbers such as 1.5: export again without opening the file in one.',
  'finding.moneyCells':
    '{count} {count:cell|cells} in “{column}” {count:has|have} a currency sign, for example {example}, and {count:is|are} not read as numbers.',
  'finding.numberedClasses':
    'The classes in “{column}” are numbered, as Weka writes them: “{example}” is read as “{bare}”.',
  'finding.listColumn':
    'Each cell of “{column}” holds several values; {count} {count:column was|columns were} made of them, from “{first}” to “{last}”.',
  'finding.unevenLists':
    '{count} {count:cell|cells} of “{column}” {count:does|do} not hold as many values as the others, or none that can be read, and {count:counts|count} as missing: {example}',
  'finding.besideTable': 'What stands beside the table in “{file}” was left aside: {names}.',
  'finding.besideInZip': 'What “{file}” holds besides was left aside: {names}.',
  'finding.joinedFiles':
    '{files} were joined by “{column}”: {count} {count:row|rows}, one for each value that all of them have. A joined row counts once.',
  'finding.oneVersusRest':
    '“{column}” has more than two values. “{label}” is positive, the other {count} together are negative.',
  'finding.otherCandidates': '“{column}” is used as the {role}; {candidates} could be meant as well.',

  'finding.scoresRoundedDown':
    'Scores were rounded down to multiples of {step} beforehand. Such thresholds are exact{ofSplit}; the AUC may be off by {rocAuc}, the average precision by {averagePrecision}, at most.',
  'finding.percentScores':
    '“{column}” runs from {low} to {high}, like percentages. Divided by 100 its scores are probabilities.',
  'finding.classesByPlace':
    'The columns from “{first}” to “{last}” only number the classes, so they are taken for the labels in order: {classes}. Check that the model wrote them so.',
  'finding.classWithoutColumn':
    '{count} {count:class has|classes have} rows but no column of scores: {classes}. The model can never choose {count:it|them}, so those rows count as wrong.',
  'finding.classWithoutRows':
    '{count} {count:class has|classes have} scores but no row labelled so in “{column}”: {classes}. Their recall cannot be known.',
  'finding.classesAlike':
    'These classes differ in capitals only, and each has its own scores: {classes}. They are kept apart.',
  'finding.classScoresMissing':
    '{count} {count:row lacks|rows lack} the score of some class and {count:is|are} left out where all classes are compared.',
  'finding.classLogits':
    'The class scores run from {low} to {high}, like logits. The class with the highest score stays the same, but log loss and costs need probabilities.',
  'finding.classSums':
    'The class scores of {count} of {total} rows do not add up to 1. If several labels may hold at once, they are not one class each.',
  'finding.labelsWithoutScores':
    '{count} {count:label has|labels have} no column of scores: {labels}. {count:It is|They are} left out of every number.',
  'finding.scoresWithoutLabel':
    '{count} {count:label has|labels have} scores but no column that says where {count:it holds|they hold}: {labels}. {count:It is|They are} left out of every number.',
  'finding.labelsWithoutPositives':
    'No row has {count:this label|these labels}: {labels}. Recall cannot be known there, and averages leave {count:it|them} out.',
  'finding.labelScoresOutside':
    'The scores of {count} {count:label|labels} run from {low} to {high}, beyond 0 to 1: {labels}. They rank the rows all the same, but one threshold for all labels may not suit them.',
  'finding.labelCellsMissing':
    '{count} {count:row lacks|rows lack} some label or its score. {count:It is|They are} left out for that label only, and of what is said of whole cases.',
  'finding.classColumnsDiffer':
    'The columns from “{first}” to “{last}” look like one score a class, but they are {columns} and “{label}” has {count} values. Only one column is used.',
  'finding.labelSpellings':
    '“{column}” writes the same value in several ways: {spellings}. {count} {count:row|rows} in the rarer spellings {count:is|are} not counted for either class.',
  'finding.slightlyOutsideUnit':
    '{count} {count:score|scores} in “{column}” lie outside 0 to 1 by less than a millionth, as 32-bit rounding leaves them. They are kept as they are.',
  'finding.readAsLogits':
    'The numbers in “{column}” look like logits. They were turned into probabilities by the sigmoid.',
  'finding.readAsTwoLogits':
    '“{column}” and “{other}” look like the logits of the two classes. They were turned into probabilities by the softmax.',
  'finding.readAsConfidence':
    '“{column}” is the confidence in the class that “{predicted}” names. It was turned into the score of “{label}”: 1 − score where that names another.',
  'finding.lowScoresMeanPositive':
    'Low values of “{column}” go with “{label}”, as in a scorecard. They are used with a minus sign: a threshold of −600 flags 600 and less.',
  'finding.onlyPredictedLabel':
    'No score in “{column}” is below 0.5. If “{label}” is the class that the model predicted, the true class is missing here: add it as a column.',
  'finding.rankedButNoProbabilities':
    'The scores{ofSplit} rank well (AUC {auc}) but average {mean} where {share} are positive, as after training with class weights: no probabilities.',
  'finding.recalibrated':
    'Log odds of the recalibrated score: {intercept} + {slope} × those of the old one. Judge it on other rows than “{split}”, to which it was fitted.',
  'finding.recalibrationOneClass':
    'Nothing was recalibrated: the rows of “{split}” are all of one class. Fit it on a split that has both.',
  'finding.recalibrationConstant': 'Nothing was recalibrated: every score of “{split}” is the same.',
  'finding.recalibrationSeparated':
    'Nothing was recalibrated: the scores of “{split}” separate the classes without an error, so that no finite curve fits best.',
  'finding.recalibrationNoRows': 'Nothing was recalibrated: no row that is used belongs to “{split}”.',
  'finding.weightsCountRows':
    '“{column}” is taken to say how many rows there are of each kind: {total} in all. Intervals hold for that number.',
  'finding.integerWeights':
    '“{column}” holds whole numbers. If they say how many rows there are of each kind, intervals can be given.',
  'finding.evenClasses':
    'There are exactly as many positives as negatives{ofSplit}: {count} of each. If rows were drawn to make it so, precision and costs will differ in use.',
  'finding.differentBaseRates':
    'The share of positives is {share} in “{split}” but {otherShare} in “{other}”. If one of them was resampled, its precision and costs do not carry over.',
  'finding.binsOfScores':
    'Each of the {rows} rows stands for many cases with the same “{column}”; “{positives}” of them are positive. Only what was rounded in that column is lost.',
  'finding.binsOfRanges':
    'Each of the {rows} rows counts the cases from “{lower}” to “{upper}”, read as the middle. AUC, calibration and thresholds within a range are approximate.',
  'finding.shortenedIds':
    '{count} {count:cell|cells} of “{column}” lost {count:its|their} last digits in a spreadsheet, for example {example}. Export again, with that column as text.',

  'skip.tooFewFields': 'fewer fields than there are columns',
  'skip.tooManyFields': 'more fields than there are columns',
  'skip.noRecord': 'no record like the others',
  'skip.brokenJson': 'the line is not valid JSON',
  'skip.otherModel': 'the score of another model',
  'skip.outsideSubject': 'not in the group in view',
  'skip.notJoined': 'no row with this id in the other file',
  'skip.missingLabel': 'no label',
  'skip.otherLabel': 'a label that is neither of the two chosen',
  'skip.missingScore': 'no score',
  'skip.unreadableScore': 'the score is not a number',
  'skip.infiniteScore': 'the score is infinite',
  'skip.missingSplit': 'no split',
  'skip.missingWeight': 'no weight',
  'skip.badWeight': 'the weight is negative or not a number',
} as const;
