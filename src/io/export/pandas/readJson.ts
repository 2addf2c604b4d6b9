import type { JsonForm } from '../../io.ts';
import type { PandasFile, PandasReading } from './pandasReading.ts';
import { quoted, quotedList } from './pythonLiteral.ts';
import { encodingOption } from './readText.ts';

/** The call that reads a file of JSON. `id`: the column to keep as text; '' without one. */
export function jsonCall(file: PandasFile, form: JsonForm, reading: PandasReading, id: string): string {
  const { orient, isLines, inside } = form;
  if (orient === 'values')
    return `pd.DataFrame(${listRows(file, form, reading)}, columns=${quotedList(reading.columns)})`;
  if (orient === 'cells') return `pd.DataFrame({${quoted(reading.columns[0])}: ${valuesOf(file, form)}})`;
  if (inside.length > 0)
    return tableInside(`${valuesOf(file, form)}${inside.map((name) => `[${quoted(name)}]`).join('')}`, form, reading);
  const way = isLines ? 'lines=True' : orient === 'columns' ? '' : `orient=${quoted(orient)}`;
  // Otherwise pandas makes dates of what looks like some, and reads scores one unit in the last place off.
  const types = id === '' ? '' : `dtype={${quoted(id)}: str}`;
  const exact = ['convert_dates=False', 'precise_float=True'];
  const options = [quoted(file.name), way, types, ...exact, encodingOption(file.encoding)];
  return `pd.read_json(${options.filter((option) => option !== '').join(', ')})`;
}

/** The table that some objects stand around. */
function tableInside(value: string, { orient }: JsonForm, { columns }: PandasReading): string {
  if (orient === 'index') return `pd.DataFrame.from_dict(${value}, orient="index")`;
  if (orient === 'split') return `pd.DataFrame(${value}["data"], columns=${quotedList(columns)})`;
  return `pd.DataFrame(${value}${orient === 'table' ? '["data"]' : ''})`;
}

/** The lists of a file that are rows: those without the names above them, of the usual length. */
function listRows(file: PandasFile, form: JsonForm, { skipped, columns }: PandasReading): string {
  const rows = `${valuesOf(file, form)}${file.hasHeader ? '[1:]' : ''}`;
  const isRagged = ['tooFewFields', 'tooManyFields', 'noRecord'].some((reason) => skipped.includes(reason));
  return isRagged ? `[row for row in ${rows} if isinstance(row, list) and len(row) == ${columns.length}]` : rows;
}

/** All that a file holds, or the list of the values on its lines. */
function valuesOf({ name, encoding }: PandasFile, { isLines }: JsonForm): string {
  const codec = encodingOption(encoding) || 'encoding="utf-8-sig"';
  const opened = name.toLowerCase().endsWith('.gz')
    ? `gzip.open(${quoted(name)}, "rt", ${codec})`
    : `open(${quoted(name)}, ${codec})`;
  return isLines ? `[json.loads(line) for line in ${opened} if line.strip()]` : `json.load(${opened})`;
}
