import { columnOfReading } from '../../../core/roles/scoreReading.ts';
import type { PandasReading, ScoreColumn } from './pandasReading.ts';
import { quoted, quotedList } from './pythonLiteral.ts';

/** Whether the scores are spelt in a way that pandas takes for text. */
export const isTextScore = ({ scoreSpelling: spelling }: ScoreColumn) => spelling !== 'plain';

/** The score column of the data frame, as text that `float` understands or as pandas read it. */
export function speltExpression({ score, scoreSpelling: spelling }: ScoreColumn): string {
  const column = `df[${quoted(score)}]`;
  const ungrouped = (marks: string) => `${column}.str.replace(r"[${marks}]", "", regex=True)`;
  if (spelling === 'decimalComma') return `${ungrouped(".\\s'’")}.str.replace(",", ".", regex=False)`;
  if (spelling === 'thousandsComma') return ungrouped(',');
  if (spelling === 'thousandsGap') return ungrouped("\\s'’");
  if (spelling === 'percent') return `${column}.str.rstrip("% ")`;
  if (spelling === 'percentComma') return `${column}.str.rstrip("% ").str.replace(",", ".", regex=False)`;
  return column;
}

/** A series of text and numbers as numbers, NaN where there is none: pandas tells which are some, but reads them less exactly than `float`. */
export const exactNumbers = (series: string): string =>
  `${series}.where(pd.to_numeric(${series}, errors="coerce").notna()).astype(float)`;

/** The score column of the data frame, as the numbers that the program takes them for. */
export function columnExpression(reading: ScoreColumn & Pick<PandasReading, 'skipped'>): string {
  const spelt = speltExpression(reading);
  const isMixed = reading.skipped.includes('unreadableScore');
  const numbers = isMixed ? exactNumbers(spelt) : isTextScore(reading) ? `${spelt}.astype(float)` : spelt;
  const divided = reading.divisor === 1 ? numbers : `${numbers} / ${reading.divisor}`;
  return reading.isClipped ? `(${divided}).clip(0, 1)` : divided;
}

/** The lines that make probabilities of the logits of all classes; none elsewhere. */
export function softmaxLines({ softmax }: PandasReading): string {
  if (softmax.length === 0) return '';
  const logits = softmax.map((column) => `    ${columnExpression({ ...column, skipped: ['unreadableScore'] })},\n`);
  const names = quotedList(softmax.map(({ score }) => score));
  return `df[${names}] = softmax(np.column_stack([\n${logits.join('')}]), axis=1)\n`;
}

/** What the program makes of that column and, where it needs one, of the column besides. */
export function readScoreExpression(reading: PandasReading): string {
  const column = columnExpression(reading);
  const besides = columnOfReading(reading.scoreReading);
  const other = besides === null ? '' : `df[${quoted(besides)}]`;
  switch (reading.scoreReading.kind) {
    case 'asIs':
      return column;
    case 'sigmoid':
      return `1 / (1 + np.exp(-(${column})))`;
    case 'softmax':
      return `1 / (1 + np.exp(-(${column} - ${other})))`;
    case 'predictedLabel':
      return `(${column}).where(${other}.str.strip().isin(${quotedList(reading.scoredCells)}), 1 - (${column}))`;
  }
}
