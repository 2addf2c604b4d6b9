import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { LabelScores } from '../../../src/core/classes/labelScores.ts';
import type { DecisionRule } from '../../../src/core/scores/confusion.ts';

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

/** Some rows with few different scores, so that ties are common; a label or score may be missing. */
export const labelTables = fc
  .record({ labels: fc.integer({ min: 1, max: 4 }), rows: fc.integer({ min: 1, max: 12 }), weighs: fc.boolean() })
  .chain(({ labels, rows, weighs }) => {
    const column = <T>(cell: fc.Arbitrary<T>) => fc.array(cell, { minLength: rows, maxLength: rows });
    const perLabel = <T>(each: fc.Arbitrary<T>) => fc.array(each, { minLength: labels, maxLength: labels });
    const score = fc.constantFrom(0, 0.25, 0.5, 0.75, 1, Number.NaN);
    return fc.record({
      truth: perLabel(column(fc.constantFrom(0, 1))),
      score: perLabel(column(score)),
      weight: weighs ? column(fc.integer({ min: 0, max: 3 })) : fc.constant(null),
      thresholds: perLabel(fc.constantFrom(-1, 0, 0.25, 0.6, 0.75, Number.POSITIVE_INFINITY)),
      rule: fc.constantFrom<DecisionRule>('>=', '>'),
    });
  });

/** The scores of such a table; a label whose score is missing does not hold. */
export const labelScoresOf = ({
  truth,
  score,
  weight,
}: {
  truth: number[][];
  score: number[][];
  weight: number[] | null;
}) =>
  ({
    yTrue: truth.map((column, place) =>
      Uint8Array.from(column, (cell, row) => (Number.isNaN(score[place][row]) ? 0 : cell)),
    ),
    yScore: score.map((column) => Float64Array.from(column)),
    sampleWeight: weight === null ? null : Float64Array.from(weight),
  }) satisfies LabelScores;
