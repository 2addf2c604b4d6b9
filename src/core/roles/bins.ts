import { type Column, columnNamed, type Dataset, type Exceptions, type Numbers, numberAt } from '../dataset/dataset.ts';
import type { LineRuns } from '../dataset/lineRuns.ts';
import type { ColumnProfile } from '../dataset/profile.ts';
import { columnWords } from './columnWords.ts';
import { isScoreName } from './roleEvidence.ts';

/** The columns of a table that has one row for each score, or range of scores, with the number of its cases. */
export interface BinColumns {
  /** The score of a row; null where it is a range. */
  readonly score: string | null;
  readonly lower: string | null;
  readonly upper: string | null;
  /** Cases of the positive class. */
  readonly positives: string;
  /** Those of the negative class; null where all cases are given instead. */
  readonly negatives: string | null;
  readonly total: string | null;
}

const named = (pattern: RegExp) => (name: string) => pattern.test(columnWords(name));

const IS_POSITIVES = named(
  /^(?:events?|n_?events?|num_events|n_pos(?:itives?)?|num_pos(?:itives?)?|positives?|bads?|n_bads?|num_bads?|defaults|n_defaults)$/,
);
const IS_NEGATIVES = named(
  /^(?:non_?events?|n_?non_?events?|n_neg(?:atives?)?|num_neg(?:atives?)?|negatives?|goods?|n_goods?|num_goods?)$/,
);
const IS_TOTAL = named(/^(?:n|total|totals|n_total|count|counts|rows|n_rows|num_rows|n_obs|obs|cases|n_cases|size)$/);
const IS_LOWER = named(
  /^(?:lower|low|min|from|bin_(?:lower|low|min|start|left)|score_(?:min|low|from)|min_score|lower_(?:bound|edge))$/,
);
const IS_UPPER = named(
  /^(?:upper|high|max|to|bin_(?:upper|high|max|end|right)|score_(?:max|high|to)|max_score|upper_(?:bound|edge))$/,
);
const IS_MEAN = named(
  /^(?:(?:mean|avg|average)_(?:score|prob|proba|probability|p|pred|prediction|predicted(?:_value)?)|score_band|decile|score_bin|bin)$/,
);

/** The names of the columns that stand for the label and the number of cases once each row is two. */
export const BIN_LABEL = 'outcome';
export const BIN_COUNT = 'row_count';
/** The name of the score that is the middle of a range. */
const BIN_SCORE = 'score';

/** More rows than this are no summary. */
const MOST_ROWS = 100_000;

/** The columns of a table of counts; null where the table is none. O(columns). */
export function binColumns(profiles: readonly ColumnProfile[], { rowCount, files }: Dataset): BinColumns | null {
  if (files.length !== 1 || rowCount === 0 || rowCount > MOST_ROWS) return null;
  const numeric = profiles.filter(({ numericShare }) => numericShare > 0.9);
  const counts = numeric.filter(({ isInteger, low }) => isInteger && low >= 0);
  const nameOf = (columns: readonly ColumnProfile[], is: (name: string) => boolean) =>
    columns.find(({ name }) => is(name))?.name ?? null;
  const positives = nameOf(counts, IS_POSITIVES);
  const negatives = nameOf(counts, IS_NEGATIVES);
  const total = nameOf(counts, IS_TOTAL);
  const most = Math.max(
    ...counts.filter(({ name }) => [positives, negatives, total].includes(name)).map((each) => each.high),
  );
  // Decisions of 0 and 1 in columns "good" and "bad" are no numbers of cases.
  if (positives === null || (negatives === null && total === null) || !(most > 1)) return null;
  const taken = [positives, negatives, total];
  const free = numeric.filter(({ name }) => !taken.includes(name));
  const lower = nameOf(free, IS_LOWER);
  const upper = nameOf(free, IS_UPPER);
  const hasRange = lower !== null && upper !== null;
  const score =
    nameOf(free, (name) => IS_MEAN(name) && !(hasRange && /^(?:bin|decile)$/.test(columnWords(name)))) ??
    (hasRange ? null : nameOf(free, isScoreName));
  if (score === null && !hasRange) return null;
  const edges = score === null ? { lower, upper } : { lower: null, upper: null };
  return { score, ...edges, positives, negatives, total: negatives === null ? total : null };
}

/**
 * The dataset with each row twice: once as its positive cases and once as its negative ones, with their number in the column `row_count`
 * and the class in `outcome`. A range of scores becomes its middle, or its only finite end. O(cells).
 */
export function unbinned(dataset: Dataset, bins: BinColumns): Dataset {
  const { rowCount, files, lines } = dataset;
  const column = (name: string | null) => {
    const found = columnNamed(dataset, name);
    if (found === null) throw new RangeError(`No column "${name}".`);
    return found;
  };
  const counts = new Float64Array(2 * rowCount);
  const positives = column(bins.positives);
  const others = column(bins.negatives ?? bins.total);
  for (let row = 0; row < rowCount; row++) {
    const positive = numberAt(positives, row);
    counts[row] = positive;
    counts[rowCount + row] = bins.negatives === null ? numberAt(others, row) - positive : numberAt(others, row);
  }
  const outcome: Column = {
    kind: 'category',
    name: BIN_LABEL,
    codes: Uint8Array.from({ length: 2 * rowCount }, (_, row) => (row < rowCount ? 0 : 1)),
    dictionary: ['1', '0'],
    numbers: Float64Array.of(1, 0),
    missing: Uint8Array.of(0, 0),
    spelling: 'plain',
    isAmbiguous: false,
  };
  const made = [outcome, ...scoreColumn(dataset, bins), numbersColumn(BIN_COUNT, counts)];
  const replaced: readonly (string | null)[] = [
    bins.positives,
    bins.negatives,
    bins.total,
    bins.lower,
    bins.upper,
    ...made.map(({ name }) => name),
  ];
  const kept = dataset.columns.filter(({ name, kind }) => kind !== 'text' && !replaced.includes(name));
  return {
    rowCount: 2 * rowCount,
    files: files.map((file) => ({ ...file, rowCount: 2 * file.rowCount })),
    lines: twiceLines(lines, rowCount),
    columns: [...kept.map((each) => twice(each, rowCount)), ...made],
  };
}

/** The middle of each range, where the table has ranges. */
function scoreColumn(dataset: Dataset, { lower, upper }: BinColumns): Column[] {
  const from = columnNamed(dataset, lower);
  const to = columnNamed(dataset, upper);
  if (from === null || to === null) return [];
  const middle = (row: number) => {
    const [low, high] = [numberAt(from, row), numberAt(to, row)];
    if (Number.isFinite(low) && Number.isFinite(high)) return (low + high) / 2;
    return Number.isFinite(low) ? low : high;
  };
  const { rowCount } = dataset;
  return [
    numbersColumn(
      BIN_SCORE,
      Float64Array.from({ length: 2 * rowCount }, (_, row) => middle(row % rowCount)),
    ),
  ];
}

const NO_EXCEPTIONS: Exceptions = { rows: new Uint32Array(0), codes: new Uint8Array(0), texts: [] };

function numbersColumn(name: string, values: Float64Array): Column {
  return {
    kind: 'number',
    name,
    values,
    exceptions: NO_EXCEPTIONS,
    spelling: 'plain',
    isAmbiguous: false,
    marks: null,
  };
}

function twice(column: Column, rowCount: number): Column {
  const repeated = (numbers: Numbers) =>
    Float64Array.from({ length: 2 * rowCount }, (_, row) => numbers[row % rowCount]);
  if (column.kind === 'category') return { ...column, codes: Uint32Array.from(repeated(column.codes)) };
  if (column.kind === 'text') return column;
  const { rows, codes, texts } = column.exceptions;
  const exceptions = {
    rows: Uint32Array.from([...rows, ...Array.from(rows, (row) => row + rowCount)]),
    codes: Uint32Array.from({ length: 2 * rows.length }, (_, at) => codes[at % rows.length]),
    texts,
  };
  const marks = column.marks === null ? null : Uint8Array.from(repeated(column.marks));
  return { ...column, values: repeated(column.values), exceptions, marks };
}

function twiceLines({ rows, lines }: LineRuns, rowCount: number): LineRuns {
  return {
    rows: Uint32Array.from([...rows, ...Array.from(rows, (row) => row + rowCount)]),
    lines: Uint32Array.from([...lines, ...lines]),
  };
}
