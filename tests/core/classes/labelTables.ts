import { readFileSync } from 'node:fs';
import type { LabelScores } from '../../../src/core/classes/labelScores.ts';

const LINES = readFileSync('tests/golden/multilabel.csv', 'utf8').trim().split('\n');
const [HEAD, ...ROWS] = LINES.map((line) => line.split(','));

/** The rows of one split of the golden multi-label file, read by a parser of its own. */
export function goldenLabels(split: string, labels: readonly string[]): LabelScores {
  const rows = ROWS.filter((row) => row[HEAD.indexOf('split')] === split);
  const cells = (name: string) => rows.map((row) => Number(row[HEAD.indexOf(name)]));
  return {
    yTrue: labels.map((label) => Uint8Array.from(cells(`y_${label}`))),
    yScore: labels.map((label) => Float64Array.from(cells(`p_${label}`))),
    sampleWeight: null,
  };
}
