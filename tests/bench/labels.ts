import type { LabelScores } from '../../src/core/classes/labelScores.ts';
import { decideLabels } from '../../src/core/classes/multilabel.ts';
import { medians } from './medians.ts';
import type { Line } from './run.ts';

const ROWS = 100_000;
const LABELS = 14;

/** The same scores every time: multiples of an irrational number. */
function scoresOf(rows: number, labels: number): LabelScores {
  const places = Array.from({ length: labels }, (_, place) => place);
  return {
    yTrue: places.map((place) => Uint8Array.from({ length: rows }, (_, row) => ((row * 7 + place) % 5 === 0 ? 1 : 0))),
    yScore: places.map((place) =>
      Float64Array.from({ length: rows }, (_, row) => ((row * labels + place + 1) * Math.SQRT2) % 1),
    ),
    sampleWeight: null,
  };
}

/** Case by case with lists of labels, as it is written down at first. */
function decidedPlainly({ yTrue, yScore }: LabelScores, thresholds: readonly number[]): number {
  let exact = 0;
  for (let row = 0; row < yTrue[0].length; row++) {
    const truths = yTrue.flatMap((column, place) => (column[row] === 1 ? [place] : []));
    const picks = yScore.flatMap((column, place) => (column[row] >= thresholds[place] ? [place] : []));
    if (truths.join() === picks.join()) exact++;
  }
  return exact;
}

/** A drag of one label's threshold decides every label of every row anew, within a frame. */
export function labelsLines(): Line[] {
  const scores = scoresOf(ROWS, LABELS);
  const thresholds = scores.yScore.map(() => 0.8);
  const { plainly, here } = medians({
    plainly: () => decidedPlainly(scores, thresholds),
    here: () => decideLabels(scores, thresholds, '>='),
  });
  const what = `deciding ${LABELS} labels of ${ROWS.toLocaleString('en')} rows`;
  return [
    { what: `${what}, against case by case`, value: plainly / here, atLeast: 3 },
    { what, value: here, unit: 'ms' },
  ];
}
