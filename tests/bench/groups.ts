import type { CategoryColumn, Dataset } from '../../src/core/dataset/dataset.ts';
import { confusionAt } from '../../src/core/scores/confusion.ts';
import { buildScoreIndex, buildScoreIndexes } from '../../src/core/scores/scoreIndex.ts';
import { groupFigure } from '../../src/core/slices/groupFigure.ts';
import { groupRows } from '../../src/core/slices/groupRows.ts';
import { measureGroups } from '../../src/core/slices/measureGroups.ts';
import { medians } from './medians.ts';
import { predictions } from './random.ts';
import type { Line } from './run.ts';

const GROUPS = 200;

/** A column of so many values, each as often. */
function columnOf(rows: number, values: number): CategoryColumn {
  const dictionary = Array.from({ length: values }, (_, at) => `group ${at}`);
  return {
    kind: 'category',
    name: 'group',
    codes: Uint8Array.from({ length: rows }, (_, row) => (row * 7) % values),
    dictionary,
    numbers: new Float64Array(values).fill(Number.NaN),
    missing: new Uint8Array(values),
    spelling: 'plain',
    isAmbiguous: false,
  };
}

/** 200 groups of a million rows: sorted out and measured as the worker does, and followed through a drag as the page does. */
export function groupsLines(rows = 1_000_000): Line[] {
  const { yTrue, yScore } = predictions(rows);
  const dataset: Dataset = {
    rowCount: rows,
    columns: [columnOf(rows, GROUPS)],
    files: [{ name: 'bench.csv', firstRow: 0, rowCount: rows }],
    lines: { rows: Uint32Array.of(0), lines: Uint32Array.of(2) },
  };
  const kept = { rows: Uint32Array.from(yTrue.keys()), yTrue, yScore, splitOf: null, sampleWeight: null };
  const grouping = { by: [{ column: 'group', edges: null }] };
  const measured = () => measureGroups(kept, groupRows(dataset, kept, grouping), null, 0);
  const { groups } = measured();
  let threshold = 0;
  let sink = 0;
  const times = medians(
    {
      measured: () => {
        sink += measured().groups.length;
      },
      sorted: () => {
        const { groups: sorted, groupOf } = groupRows(dataset, kept, grouping);
        sink += buildScoreIndexes(yTrue, yScore, groupOf, sorted.length, null).length;
      },
      whole: () => {
        sink += buildScoreIndex(yTrue, yScore).positives.scores.length;
      },
      moves: () => {
        for (let move = 0; move < 100; move++) {
          threshold = (threshold + 0.37) % 1;
          for (const group of groups) {
            const confusion = confusionAt(group.index, threshold, '>=');
            for (const id of ['selectionRate', 'precision', 'recall', 'fpr'] as const) {
              sink += groupFigure(id, group, confusion, threshold, { hasWeights: false, isDrawn: false }).value || 0;
            }
          }
        }
      },
    },
    7,
  );
  if (sink === 0) throw new Error('Nothing was computed.');
  return [
    { what: '200 groups of 1 M rows, sorted out and measured', value: times.measured, unit: 'ms', atMost: 2000 },
    { what: 'sorting out 200 groups / indexing all rows at once', value: times.sorted / times.whole, atMost: 4 },
    { what: 'one move: 4 metrics with intervals of 200 groups', value: times.moves / 100, unit: 'ms', atMost: 4 },
  ];
}
