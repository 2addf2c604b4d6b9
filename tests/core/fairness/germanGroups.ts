import { readFileSync } from 'node:fs';
import type { PolicyGroup } from '../../../src/core/choose/perGroup.ts';
import { indexOf, rowsOf } from '../rows.ts';

const [header, ...lines] = readFileSync('tests/golden/german_credit.csv', 'utf8')
  .trim()
  .split(/\r?\n/)
  .map((line) => line.split(','));

/** The groups of one split of the German credit file by some columns; the bad risks are the positives. */
export function germanGroups(score: string, split: string, columns: readonly string[]): PolicyGroup[] {
  const at = (line: readonly string[], column: string) => line[header.indexOf(column)];
  const kept = lines.filter((line) => at(line, 'split') === split);
  const keyOf = (line: readonly string[]) => columns.map((column) => at(line, column)).join(' & ');
  return [...new Set(kept.map(keyOf))].sort().map((key) => {
    const own = kept.filter((line) => keyOf(line) === key);
    const rows = rowsOf(
      own.map((line) => Number(at(line, 'class') === 'bad')),
      own.map((line) => Number(at(line, score))),
    );
    return { key, index: indexOf(rows) };
  });
}
