import type { TableRow } from '../../state/rows.ts';

/** Where a row stands in its file, with the file's name where there are several. */
export const placeText = ({ file, line }: Pick<TableRow, 'file' | 'line'>, hasFiles: boolean): string =>
  hasFiles ? `${file}:${line}` : String(line);
