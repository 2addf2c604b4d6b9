import type { TextValues } from '../i18n/translate.ts';

/** Why a file cannot be used: a code with values; the sentence (what, where, what to do) lives in i18n as `problem.<code>`. */
export type ReadProblemCode =
  | 'emptyFile' // file
  | 'headerOnly' // file
  | 'binaryFile' // file, kind
  | 'unclosedQuote' // file, line
  | 'recordTooLong' // file, line, limit (characters)
  | 'noScoreColumn' // file, columns
  | 'oneColumn' // file
  | 'trainingHistory' // file
  | 'curvePoints' // file
  | 'metricsTable' // file
  | 'noRowsKept' // file, read, reason sentence key
  | 'differentColumns' // file, other, missing
  | 'repeatedIds' // file, column, id
  | 'noSharedIds' // file, other, column
  | 'tooManyColumns' // file, count, limit
  | 'tooManySplits' // column, count, limit
  | 'unsupportedFormat' // file, format
  | 'tooLarge' // file
  | 'needsMoreMemory' // file, rows (about), needed, available (as text, with units)
  | 'tooManyRows' // file, count (about), limit
  | 'tooManyFiles' // count, limit
  | 'folder' // file
  | 'changedFile' // file
  | 'cutOff' // file
  | 'invalidText' // file, encoding
  | 'brokenGzip' // file
  | 'packedTwice' // file
  | 'unpacksTooFar' // file, limit
  | 'brokenJson' // file, line, found
  | 'cutOffJson' // file, line
  | 'deepJson' // file, line, limit
  | 'noJsonTable' // file
  | 'unevenJson' // file, longer, shorter, most, least
  | 'tooManyKeys' // file, count
  | 'brokenParquet' // file
  | 'unsupportedParquet' // file, detail
  | 'spreadsheet' // file
  | 'brokenZip' // file
  | 'hugeZip' // file
  | 'crowdedZip' // file, count, limit
  | 'encryptedZip' // file
  | 'unsupportedZip' // file, method
  | 'noTableInZip' // file
  | 'differentTables' // file, names
  | 'notFound' // path
  | 'notFetched' // path
  | 'remoteRefused' // host, address
  | 'remoteMissing' // host, address
  | 'remoteForbidden' // host, address
  | 'remoteFailed' // host, address, status
  | 'remoteElsewhere' // host, address
  | 'remoteSilent' // host, address, seconds
  | 'remoteTooLarge' // host, address, limit (as text, with unit)
  | 'remotePage' // host, address
  | 'unreadable' // file, detail
  | 'crashed'; // file

export class ReadProblem extends Error {
  readonly code: ReadProblemCode;
  readonly values: TextValues;

  constructor(code: ReadProblemCode, values: TextValues) {
    super(code);
    this.name = 'ReadProblem';
    this.code = code;
    this.values = values;
  }
}
