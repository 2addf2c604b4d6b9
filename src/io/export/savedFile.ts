/** Media types of what is saved. */
export const CSV = 'text/csv;charset=utf-8';
export const JSON_TEXT = 'application/json';
export const JSON_LINES = 'application/x-ndjson';

/** What is saved is called by the open data's name without its ending, made safe, and by what it is ("train-metrics.csv"). */
export function savedName(dataName: string, what: string): string {
  const stem = dataName
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return `${stem || 'cutpoint'}-${what}`;
}

/** The name of a picture of a chart, with the ending of its media type. */
export const pictureName = (dataName: string, chart: string, type: string): string =>
  savedName(dataName, `${chart}.${type.startsWith('image/svg') ? 'svg' : 'png'}`);

/** The name of a table of a chart: `savedName` with the chart's own name as the ending. */
export const tableName = (dataName: string, table: string): string =>
  savedName(dataName, `${table.toLowerCase().replace(/\W+/g, '-')}.csv`);
