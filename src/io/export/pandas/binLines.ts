import { BIN_COUNT, BIN_LABEL } from '../../../core/roles/bins.ts';
import type { PandasReading } from './pandasReading.ts';
import { quoted } from './pythonLiteral.ts';

/** The lines that make rows of counts: each row of the file once with its positive cases and once with the others; none elsewhere. */
export function binLines({ bins, score }: PandasReading): string {
  if (bins === null) return '';
  const column = (name: string | null) => `df[${quoted(name ?? '')}]`;
  const positives = column(bins.positives);
  const negatives = bins.negatives === null ? `${column(bins.total)} - ${positives}` : column(bins.negatives);
  const middle = `df[${quoted(score)}] = (${column(bins.lower)} + ${column(bins.upper)}) / 2\n`;
  const rows = (outcome: number, count: string) =>
    `    df.assign(**{${quoted(BIN_LABEL)}: ${outcome}, ${quoted(BIN_COUNT)}: ${count}}),\n`;
  return `${bins.lower === null ? '' : middle}df = pd.concat([
${rows(1, positives)}${rows(0, negatives)}], ignore_index=True)
`;
}
