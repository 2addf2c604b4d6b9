import type { Dataset, NumberColumn, Numbers } from '../dataset/dataset.ts';
import { columnNamed, numbersOf } from '../dataset/dataset.ts';
import type { ColumnProfile } from '../dataset/profile.ts';
import type { MulticlassTask } from './task.ts';

/**
 * The softmax of each row: e^xₖ / Σ e^xⱼ, a column for each one given. NaN in rows that lack a number. Agrees with
 * `scipy.special.softmax(x, axis=1)`. O(rows · columns).
 */
export function softmaxColumns(columns: readonly Numbers[], rowCount: number): Float64Array[] {
  const shares = columns.map(() => new Float64Array(rowCount));
  for (let row = 0; row < rowCount; row++) {
    // The greatest exponent becomes 0, so that nothing overflows.
    let most = Number.NEGATIVE_INFINITY;
    for (const column of columns) most = Math.max(most, column[row]);
    let sum = 0;
    for (let at = 0; at < columns.length; at++) sum += shares[at][row] = Math.exp(columns[at][row] - most);
    for (const share of shares) share[row] /= sum;
  }
  return shares;
}

/** What a dataset and its profiles become where the scores of the classes are logits. O(rows · classes). */
export function withClassSoftmax(
  { dataset, profiles }: { readonly dataset: Dataset; readonly profiles: readonly ColumnProfile[] },
  { classes }: MulticlassTask,
): { readonly dataset: Dataset; readonly profiles: readonly ColumnProfile[] } {
  const { rowCount } = dataset;
  const logits = classes.flatMap(({ column: name }) => columnNamed(dataset, name) ?? []);
  const shares = softmaxColumns(
    logits.map((column) => numbersOf(column, rowCount)),
    rowCount,
  );
  const made = new Map(logits.map(({ name }, at) => [name, shares[at]]));
  return {
    dataset: {
      ...dataset,
      columns: dataset.columns.map((column) => {
        const values = made.get(column.name);
        return values === undefined ? column : numberColumn(column.name, values);
      }),
    },
    profiles: profiles.map((profile) => {
      const values = made.get(profile.name);
      return values === undefined ? profile : { ...profile, ...rangeOf(values), isInteger: false, topValues: [] };
    }),
  };
}

function numberColumn(name: string, values: Float64Array): NumberColumn {
  const exceptions = { rows: new Uint32Array(), codes: new Uint8Array(), texts: [] };
  return { kind: 'number', name, values, exceptions, spelling: 'plain', isAmbiguous: false, marks: null };
}

/** The least and the greatest number; NaN without any. */
function rangeOf(values: Float64Array): Pick<ColumnProfile, 'low' | 'high'> {
  let low = Number.NaN;
  let high = Number.NaN;
  for (const value of values) {
    if (!(value >= low) && !Number.isNaN(value)) low = value;
    if (!(value <= high) && !Number.isNaN(value)) high = value;
  }
  return { low, high };
}
