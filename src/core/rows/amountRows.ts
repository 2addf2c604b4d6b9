import type { AmountColumns, AmountRows } from '../cost/amounts.ts';
import { columnNamed, type Dataset, numberAt } from '../dataset/dataset.ts';
import type { KeptRows } from './keptRows.ts';

/** The kept rows with what is at stake in each, by its class; 1 where its class has no column of amounts. O(rows). */
export function amountRows(dataset: Dataset, kept: KeptRows, columns: AmountColumns, isTogether: boolean): AmountRows {
  const ofPositives = columnNamed(dataset, columns.positives);
  const ofNegatives = columnNamed(dataset, columns.negatives);
  const amounts = Float64Array.from(kept.rows, (row, place) => {
    const column = kept.yTrue[place] === 1 ? ofPositives : ofNegatives;
    return column === null ? 1 : numberAt(column, row);
  });
  const { yTrue, yScore, sampleWeight } = kept;
  const splits = isTogether ? { splitOf: null, splits: ['all'] } : { splitOf: kept.splitOf, splits: kept.splits };
  return { yTrue, yScore, sampleWeight, amounts, ...splits };
}
