import type { Join, JoinedColumn } from '../../../core/roles/join.ts';
import type { PandasFile, PandasReading } from './pandasReading.ts';
import { quoted, quotedList } from './pythonLiteral.ts';
import { jsonCall } from './readJson.ts';
import { textCall } from './readText.ts';

/** The expression that reads the files into one data frame. */
export function readExpression(reading: PandasReading): string {
  if (reading.join !== null) return joinExpression(reading, reading.join);
  const calls = reading.files.map((file, at) => readCall(file, reading.longLines[at] ?? [], reading));
  if (calls.length === 1) return calls[0];
  return `pd.concat([\n${calls.map((call) => `    ${call},\n`).join('')}], ignore_index=True)`;
}

/** Each file with its columns as they are called in the table, joined by the id as text. */
function joinExpression(reading: PandasReading, join: Join): string {
  const calls = reading.files.map((file, at) => {
    const columns = join.files[at];
    const from = (name: string) => columns.find(({ to }) => to === name)?.from ?? '';
    const own: PandasReading = {
      ...reading,
      columns: columns.map((column) => column.from),
      label: from(reading.label),
      score: from(reading.score),
    };
    const id = from(join.column);
    const text = file.format === 'text' ? '' : `.astype({${quoted(id)}: str})`;
    const given = at === 0 && reading.skipped.includes('notJoined') ? `.dropna(subset=[${quoted(id)}])` : '';
    return `${readCall(file, reading.longLines[at] ?? [], own, id)}${text}${given}${joinedColumns(columns)}`;
  });
  const [first, ...others] = calls;
  return [first, ...others.map((call) => `.merge(\n    ${call},\n    on=${quoted(join.column)},\n)`)].join('');
}

/** The columns of a file that are in the table, by their names there. */
function joinedColumns(columns: readonly JoinedColumn[]): string {
  const kept = columns.flatMap(({ from, to }) => (to === null ? [] : [{ from, to }]));
  const renamed = kept.filter(({ from, to }) => from !== to).map(({ from, to }) => `${quoted(from)}: ${quoted(to)}`);
  const chosen = kept.length < columns.length ? `[${quotedList(kept.map(({ from }) => from))}]` : '';
  return `${chosen}${renamed.length > 0 ? `.rename(columns={${renamed.join(', ')}})` : ''}`;
}

/** `id`: the name of the column to keep as text for a join; '' where there is none. */
function readCall(file: PandasFile, longLines: readonly number[], reading: PandasReading, id = ''): string {
  if (file.format === 'parquet') return `pd.read_parquet(${quoted(file.name)})`;
  if (file.json !== null) return jsonCall(file, file.json, reading, id);
  return textCall(file, longLines, reading, id);
}
