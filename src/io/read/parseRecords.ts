import Papa from 'papaparse';

/**
 * The fields of whole records, each of which ends in "\n" (as RecordCutter gives them). This is PapaParse's parser without the
 * streaming around it, which the cutter replaces and which costs twice as much as the parsing.
 */
export function parseRecords(text: string, delimiter: string): string[][] {
  if (delimiter === ' ') return parseBlankSeparated(text);
  const parser = new Papa.Parser({ header: false, delimiter, newline: '\n' });
  const ignoresWhatFollowsTheLastNewline = true;
  return parser.parse(text, 0, ignoresWhatFollowsTheLastNewline).data;
}

/** A field that may be quoted, or a newline; blanks before either. */
const TOKEN = / *(?:"((?:[^"]|"")*)"(?=[ \n])|([^ \n]+)|(\n))/y;

/** Records whose fields are separated by one or more blanks, perhaps with some at either end of the line. */
function parseBlankSeparated(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(text); token !== null; token = TOKEN.exec(text)) {
    const [, quoted, plain, newline] = token;
    if (newline === undefined) record.push(plain ?? quoted.replaceAll('""', '"'));
    else {
      records.push(record.length === 0 ? [''] : record);
      record = [];
    }
  }
  return records;
}

/** A record without any cell: an empty line, or one of blanks. */
export function isBlankRecord(record: readonly string[]): boolean {
  return record.length === 1 && record[0].trim() === '';
}
