import Papa from 'papaparse';

/** The fields of whole records, each of which ends in "\n" (as RecordCutter gives them). */
export function parseRecords(text: string, delimiter: string): string[][] {
  const records = Papa.parse<string[]>(text, { header: false, delimiter, newline: '\n' }).data;
  // What follows the last "\n" is no record.
  records.pop();
  return records;
}

/** A record without any cell: an empty line, or one of blanks. */
export function isBlankRecord(record: readonly string[]): boolean {
  return record.length === 1 && record[0].trim() === '';
}
