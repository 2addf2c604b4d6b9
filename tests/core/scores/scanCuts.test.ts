import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scanCuts } from '../../../src/core/scores/scanCuts.ts';
import { seededRandom } from '../../bench/random.ts';
import { arbitraryRows } from '../arbitraryRows.ts';
import { candidates, countConfusion, indexOf, type Rows, rowsOf } from '../rows.ts';

function cutsOf(rows: Rows) {
  const cuts: { threshold: number; tp: number; fp: number }[] = [];
  scanCuts(indexOf(rows), ({ count, thresholds, tps, fps }) => {
    for (let i = 0; i < count; i++) cuts.push({ threshold: thresholds[i], tp: tps[i], fp: fps[i] });
  });
  return cuts;
}

/** The same by going through every row for every candidate. */
function recounted(rows: Rows) {
  return candidates(rows, '>=').map((threshold) => {
    const { tp, fp } = countConfusion(rows, threshold, '>=');
    // The index keeps −0 as 0.
    return { threshold: threshold + 0, tp, fp };
  });
}

it('visits nobody, then every distinct score', () => {
  expect(cutsOf(rowsOf([1, 0, 1, 0], [0.9, 0.5, 0.5, 0.1]))).toEqual([
    { threshold: Infinity, tp: 0, fp: 0 },
    { threshold: 0.9, tp: 1, fp: 0 },
    { threshold: 0.5, tp: 2, fp: 1 },
    { threshold: 0.1, tp: 2, fp: 2 },
  ]);
});

it('visits the one cut of no rows', () => {
  expect(cutsOf(rowsOf([], []))).toEqual([{ threshold: Infinity, tp: 0, fp: 0 }]);
});

it('gives thresholds that really yield the counts beside them', () => {
  fc.assert(
    fc.property(arbitraryRows(), (rows) => {
      expect(cutsOf(rows)).toEqual(recounted(rows));
    }),
  );
});

it.each([1022, 1023, 1024, 2047, 2500])('leaves nothing out between the batches of %i distinct scores', (count) => {
  const random = seededRandom(count);
  const places = Array.from({ length: count }, (_, i) => i / count).flatMap((score) =>
    random() < 0.3 ? [score, score] : [score],
  );
  const yTrue = places.map(() => (random() < 0.5 ? 1 : 0));
  const rows = rowsOf(yTrue, places);
  expect(cutsOf(rows)).toEqual(recounted(rows));
});
