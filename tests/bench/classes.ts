import type { ClassScores } from '../../src/core/classes/classScores.ts';
import { confusionMatrixOf } from '../../src/core/classes/confusionMatrix.ts';
import { decideRows } from '../../src/core/classes/decide.ts';
import { medians } from './medians.ts';
import type { Line } from './run.ts';

const ROWS = 100_000;
const CLASSES = 10;

/** The same scores every time: multiples of an irrational number, each row made to add up to 1. */
function scoresOf(rows: number, classes: number): ClassScores {
  const yScore = Array.from({ length: classes }, (_, place) =>
    Float64Array.from({ length: rows }, (__, row) => ((row * classes + place + 1) * Math.SQRT2) % 1),
  );
  for (let row = 0; row < rows; row++) {
    const sum = yScore.reduce((total, column) => total + column[row], 0);
    for (const column of yScore) column[row] /= sum;
  }
  return { yTrue: Uint16Array.from({ length: rows }, (_, row) => (row * 7) % classes), yScore, sampleWeight: null };
}

/** Row by row, as it is written down at first. */
function decidedPlainly({ yTrue, yScore }: ClassScores, thresholds: readonly number[]): number[][] {
  const counts = yScore.map(() => Array<number>(yScore.length + 1).fill(0));
  for (let row = 0; row < yTrue.length; row++) {
    const reached = yScore.map((column, place) => {
      const score = column?.[row] ?? Number.NEGATIVE_INFINITY;
      return score >= thresholds[place] ? score : Number.NEGATIVE_INFINITY;
    });
    const best = Math.max(...reached);
    counts[yTrue[row]][best === Number.NEGATIVE_INFINITY ? yScore.length : reached.indexOf(best)]++;
  }
  return counts;
}

/** A drag of one class's threshold decides every row anew, within a frame. */
export function classesLines(): Line[] {
  const scores = scoresOf(ROWS, CLASSES);
  const thresholds = scores.yScore.map(() => 0.15);
  const { plainly, here } = medians({
    plainly: () => decidedPlainly(scores, thresholds),
    here: () =>
      confusionMatrixOf(scores, decideRows(scores, { kind: 'thresholds', thresholds, rule: '>=', fallback: 'other' })),
  });
  const what = `deciding ${ROWS.toLocaleString('en')} rows among ${CLASSES} classes`;
  return [
    { what: `${what}, against row by row`, value: plainly / here, atLeast: 3 },
    { what, value: here, unit: 'ms' },
  ];
}
