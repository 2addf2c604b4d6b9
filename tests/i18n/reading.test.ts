import { describe, expect, it } from 'vitest';
import type { FactCode } from '../../src/core/dataset/evidence.ts';
import type { FindingCode } from '../../src/core/roles/finding.ts';
import type { Repair } from '../../src/core/roles/repair.ts';
import type { SkipReason } from '../../src/core/rows/accounting.ts';
import { fileCheckText } from '../../src/i18n/en/fileCheck.ts';
import { readingText } from '../../src/i18n/en/reading.ts';
import { type TextKey, translate } from '../../src/i18n/translate.ts';
import type { ReadProblemCode } from '../../src/io/readProblem.ts';
import { allEnglish } from './allEnglish.ts';

/** Every code with the values that come with it: a code without a sentence, or without a line here, does not compile or fails. */
const PROBLEMS: Record<ReadProblemCode, readonly string[]> = {
  emptyFile: ['file'],
  headerOnly: ['file'],
  binaryFile: ['file', 'kind'],
  unclosedQuote: ['file', 'line'],
  recordTooLong: ['file', 'line', 'limit'],
  noScoreColumn: ['file', 'columns'],
  oneColumn: ['file', 'columns'],
  trainingHistory: ['file', 'columns'],
  curvePoints: ['file'],
  metricsTable: ['file'],
  noRowsKept: ['file', 'read', 'reason'],
  differentColumns: ['file', 'other', 'missing'],
  repeatedIds: ['file', 'column', 'id'],
  noSharedIds: ['file', 'other', 'column'],
  tooManyColumns: ['file', 'count', 'limit'],
  tooManySplits: ['column', 'count', 'limit'],
  unsupportedFormat: ['file', 'format'],
  tooLarge: ['file'],
  needsMoreMemory: ['file', 'rows', 'needed', 'available'],
  tooManyRows: ['file', 'count', 'limit'],
  tooManyFiles: ['count', 'limit'],
  folder: ['file'],
  changedFile: ['file'],
  cutOff: ['file'],
  invalidText: ['file', 'encoding'],
  brokenGzip: ['file'],
  packedTwice: ['file'],
  unpacksTooFar: ['file', 'limit'],
  brokenJson: ['file', 'line', 'found'],
  cutOffJson: ['file', 'line'],
  deepJson: ['file', 'line', 'limit'],
  noJsonTable: ['file'],
  unevenJson: ['file', 'longer', 'shorter', 'most', 'least'],
  tooManyKeys: ['file', 'count'],
  brokenParquet: ['file'],
  unsupportedParquet: ['file', 'detail'],
  spreadsheet: ['file'],
  brokenZip: ['file'],
  hugeZip: ['file'],
  crowdedZip: ['file', 'count', 'limit'],
  encryptedZip: ['file'],
  unsupportedZip: ['file', 'method'],
  noTableInZip: ['file'],
  differentTables: ['file', 'names'],
  notFound: ['path'],
  notFetched: ['path'],
  remoteRefused: ['host', 'address'],
  remoteMissing: ['host', 'address'],
  remoteForbidden: ['host', 'address'],
  remoteFailed: ['host', 'address', 'status'],
  remoteElsewhere: ['host', 'address'],
  remoteSilent: ['host', 'address', 'seconds'],
  remoteTooLarge: ['address', 'limit'],
  remotePage: ['address'],
  unreadable: ['file', 'detail'],
  crashed: ['file'],
};

/** `ofSplit` is what the view makes of `split`. */
const FINDINGS: Record<FindingCode, readonly string[]> = {
  scoreOutsideUnit: ['column', 'low', 'high', 'count'],
  aucBelowHalf: ['split', 'ofSplit', 'auc', 'scoredLabel', 'otherLabel'],
  hardLabelsOnly: ['column', 'values'],
  oneClass: ['split', 'ofSplit', 'label'],
  missingValues: ['count'],
  constantScore: ['split', 'ofSplit', 'value'],
  duplicateIds: ['column', 'count', 'example'],
  idsAcrossSplits: ['column', 'count', 'example'],
  indexColumn: ['column'],
  scoreEqualsLabel: ['column'],
  topLabelConfidence: ['column'],
  fewOfAClass: ['split', 'ofSplit', 'label', 'count'],
  manySkipped: ['count', 'read', 'share'],
  negativeWeight: ['column', 'count'],
  guessedNoHeader: ['file'],
  linesAboveTable: ['file', 'count', 'example'],
  fallbackEncoding: ['file', 'encoding'],
  decimalCommaColumn: ['column'],
  percentColumn: ['column'],
  thousandsColumn: ['column', 'example', 'value'],
  dateCells: ['column', 'count', 'example'],
  moneyCells: ['column', 'count', 'example'],
  ambiguousComma: ['column', 'example', 'decimal', 'thousands'],
  numberedClasses: ['column', 'example', 'bare'],
  listColumn: ['column', 'count', 'first', 'last'],
  unevenLists: ['column', 'count', 'example'],
  besideTable: ['file', 'names'],
  besideInZip: ['file', 'names'],
  joinedFiles: ['files', 'column', 'count'],
  oneVersusRest: ['label', 'column', 'count'],
  otherCandidates: ['role', 'column', 'candidates'],
  scoresRoundedDown: ['split', 'ofSplit', 'step', 'rocAuc', 'averagePrecision'],
  percentScores: ['column', 'low', 'high'],
  classesByPlace: ['first', 'last', 'classes'],
  classWithoutColumn: ['count', 'classes'],
  classWithoutRows: ['column', 'count', 'classes'],
  classesAlike: ['classes'],
  classScoresMissing: ['count'],
  classLogits: ['low', 'high'],
  classSums: ['count', 'total'],
  labelsWithoutScores: ['count', 'labels'],
  scoresWithoutLabel: ['count', 'labels'],
  labelsWithoutPositives: ['count', 'labels'],
  labelScoresOutside: ['count', 'labels', 'low', 'high'],
  labelCellsMissing: ['count'],
  classColumnsDiffer: ['first', 'last', 'columns', 'label', 'count'],
  labelSpellings: ['column', 'count', 'spellings'],
  slightlyOutsideUnit: ['column', 'low', 'high', 'count'],
  readAsLogits: ['column'],
  readAsTwoLogits: ['column', 'other'],
  readAsConfidence: ['column', 'predicted', 'label'],
  lowScoresMeanPositive: ['column', 'label'],
  onlyPredictedLabel: ['column', 'label'],
  rankedButNoProbabilities: ['split', 'ofSplit', 'auc', 'mean', 'share'],
  recalibrated: ['split', 'intercept', 'slope'],
  recalibrationOneClass: ['split'],
  recalibrationConstant: ['split'],
  recalibrationSeparated: ['split'],
  recalibrationNoRows: ['split'],
  weightsCountRows: ['column', 'total'],
  integerWeights: ['column'],
  evenClasses: ['split', 'ofSplit', 'count'],
  differentBaseRates: ['split', 'share', 'other', 'otherShare'],
  binsOfScores: ['rows', 'positives', 'column'],
  binsOfRanges: ['rows', 'positives', 'lower', 'upper'],
  shortenedIds: ['column', 'count', 'example'],
};

/** Offers are made beside a finding, whose values they may name as well. */
const REPAIRS: Record<Repair['kind'], { readonly values: readonly string[]; readonly ofFinding?: readonly string[] }> =
  {
    scoreOtherLabel: { values: ['label'] },
    useOtherLabelAsPositive: { values: ['label'] },
    useAsLabel: { values: ['column'] },
    useAsScore: { values: ['column'] },
    divideBy100: { values: ['column'] },
    ignoreColumn: { values: ['column'] },
    mergeSpellings: { values: ['column'] },
    clipToUnit: { values: ['column'] },
    softmaxClasses: { values: ['column'] },
    asIs: { values: [] },
    sigmoid: { values: [] },
    softmax: { values: ['column'] },
    predictedLabel: { values: ['column'] },
    recalibrate: { values: ['split'] },
    weightsAreCounts: { values: [] },
    weightsAreNoCounts: { values: [] },
    decimalComma: { values: ['column'], ofFinding: ['example', 'decimal', 'thousands'] },
    thousandsComma: { values: ['column'], ofFinding: ['example', 'decimal', 'thousands'] },
  };

const FACTS: Record<FactCode, readonly string[]> = {
  range: ['column', 'low', 'high'],
  outside: ['count', 'total'],
  auc: ['auc', 'pairs'],
  aucTurned: ['auc'],
  classMean: ['label', 'count', 'mean'],
  value: ['value', 'count'],
  skipped: ['reason', 'count'],
  candidate: ['column', 'low', 'high', 'auc'],
  candidateValues: ['column', 'values'],
};

const SKIPS: Record<SkipReason, readonly string[]> = {
  tooFewFields: [],
  tooManyFields: [],
  notJoined: [],
  noRecord: [],
  brokenJson: [],
  otherModel: [],
  outsideSubject: [],
  missingLabel: [],
  otherLabel: [],
  missingScore: [],
  unreadableScore: [],
  infiniteScore: [],
  missingSplit: [],
  missingWeight: [],
  badWeight: [],
};

const keysOf = (groups: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>) =>
  Object.entries(groups).flatMap(([group, codes]) =>
    Object.entries(codes).map(([code, values]) => [`${group}.${code}` as TextKey, values] as const),
  );

const READING = keysOf({ problem: PROBLEMS, finding: FINDINGS, skip: SKIPS });
const OFFERED = Object.entries(REPAIRS).map(([kind, { values, ofFinding = [] }]) => [kind, [...values, ...ofFinding]]);
const DONE = Object.entries(REPAIRS).map(([kind, { values }]) => [kind, values]);
const FILE_CHECK = keysOf({
  repairOffer: Object.fromEntries(OFFERED),
  repairDone: Object.fromEntries(DONE),
  fact: FACTS,
});

describe('what is said about files', () => {
  it.each([...READING, ...FILE_CHECK])('%s has a sentence that asks for no value it is not given', (key, values) => {
    const sentence: string = allEnglish[key];
    const holes = [...sentence.matchAll(/\{(\w+)/g)].map(([, name]) => name);
    expect(holes.filter((name) => !values.includes(name))).toEqual([]);
    // Two short sentences at most.
    expect(sentence.split(/[.?!] /).length).toBeLessThanOrEqual(2);
    expect(sentence.length).toBeLessThan(190);
  });

  it('says nothing that no code asks for', () => {
    expect(Object.keys(readingText).sort()).toEqual(READING.map(([key]) => key).sort());
    const asked = Object.keys(fileCheckText).filter((key) => /^(?:repairOffer|repairDone|fact)\./.test(key));
    expect(asked.sort()).toEqual(FILE_CHECK.map(([key]) => key).sort());
  });

  it('puts words in the number they need', () => {
    const values = { column: 'id', example: 'c4' };
    expect(translate('finding.duplicateIds', { ...values, count: 1 })).toContain(
      '1 value of “id” comes more than once',
    );
    expect(translate('finding.duplicateIds', { ...values, count: 2 })).toContain(
      '2 values of “id” come more than once',
    );
  });
});
