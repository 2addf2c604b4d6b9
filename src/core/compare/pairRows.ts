/** The rows of one split that one model has scored. */
export interface ModelRows {
  /** Places of the rows in the dataset, ascending. */
  readonly rows: Uint32Array;
  /** 1 positive, 0 negative. */
  readonly yTrue: Uint8Array;
  readonly yScore: Float64Array;
  /** Null where every row counts 1. */
  readonly sampleWeight: Float64Array | null;
}

/** The rows that all of several models have scored, as parallel arrays in the order of the first model. */
export interface PairedRows {
  readonly yTrue: Uint8Array;
  /** For each model the scores of these rows. */
  readonly yScores: readonly Float64Array[];
  readonly sampleWeight: Float64Array | null;
  /** For each model the rows that it has scored and not all of the others have. */
  readonly alone: readonly number[];
  /** Rows of any model whose id is missing or comes twice among those of that model: they could be paired in several ways. */
  readonly ambiguous: number;
  /** Rows of the first model left out because another one has another label for them. */
  readonly contradicted: number;
}

/** What names a row across models: rows with the same key are one case; null where a row has none. */
export type RowKey = (row: number) => string | number | null;

const NONE = -1;

/**
 * Pairs the rows that several models have scored. `keyOf` null: the models' scores stand in columns of one row, so that a row is its own
 * key; else rows are one case where their keys agree. Rows that not all models have, that could be paired in several ways, or whose
 * labels contradict each other are counted and left out. Weights are the first model's. O(rows · models).
 */
export function pairRows(models: readonly ModelRows[], keyOf: RowKey | null): PairedRows {
  const [first] = models;
  const { places, ambiguous } = placesOf(models, keyOf);
  const kept = new Uint32Array(first.rows.length);
  let count = 0;
  let contradicted = 0;
  for (let i = 0; i < first.rows.length; i++) {
    let isInAll = true;
    let isAgreed = true;
    for (let at = 0; at < models.length && isInAll; at++) {
      const place = places[at][i];
      if (place === NONE) isInAll = false;
      else if (models[at].yTrue[place] !== first.yTrue[i]) isAgreed = false;
    }
    if (isInAll && isAgreed) kept[count++] = i;
    else if (isInAll) contradicted++;
  }
  const { sampleWeight } = first;
  const ofKept = (valueAt: (i: number) => number): Float64Array => {
    const values = new Float64Array(count);
    for (let k = 0; k < count; k++) values[k] = valueAt(kept[k]);
    return values;
  };
  return {
    yTrue: Uint8Array.from(kept.subarray(0, count), (i) => first.yTrue[i]),
    yScores: models.map(({ yScore }, at) => ofKept((i) => yScore[places[at][i]])),
    sampleWeight: sampleWeight === null ? null : ofKept((i) => sampleWeight[i]),
    alone: models.map(({ rows }, at) => rows.length - count - contradicted - ambiguous[at]),
    ambiguous: ambiguous.reduce((sum, rows) => sum + rows, 0),
    contradicted,
  };
}

/**
 * The second model's score of each row of the first one; NaN where `pairRows` would leave the row out. O(rows).
 */
export function pairedScores(first: ModelRows, second: ModelRows, keyOf: RowKey | null): Float64Array {
  const [own, others] = placesOf([first, second], keyOf).places;
  return Float64Array.from(others, (place, i) =>
    own[i] === NONE || place === NONE || second.yTrue[place] !== first.yTrue[i] ? Number.NaN : second.yScore[place],
  );
}

/** For each model the place of each row of the first one among its own; −1 where it has none. */
interface Places {
  readonly places: readonly Int32Array[];
  readonly ambiguous: readonly number[];
}

const placesOf = (models: readonly ModelRows[], keyOf: RowKey | null): Places =>
  keyOf === null ? placesByRow(models) : placesByKey(models, keyOf);

/** Rows ascend in every model, so that all can be gone through together. */
function placesByRow(models: readonly ModelRows[]): Places {
  const wanted = models[0].rows;
  const places = models.map(({ rows }) => {
    const of = new Int32Array(wanted.length).fill(NONE);
    for (let i = 0, place = 0; i < wanted.length; i++) {
      while (place < rows.length && rows[place] < wanted[i]) place++;
      if (rows[place] === wanted[i]) of[i] = place;
    }
    return of;
  });
  return { places, ambiguous: models.map(() => 0) };
}

function placesByKey(models: readonly ModelRows[], keyOf: RowKey): Places {
  const ambiguous: number[] = [];
  const byKey = models.map(({ rows }) => {
    const placeOf = new Map<string | number, number>();
    let unclear = 0;
    for (let place = 0; place < rows.length; place++) {
      const key = keyOf(rows[place]);
      if (key === null) {
        unclear++;
        continue;
      }
      const before = placeOf.get(key);
      if (before === undefined) placeOf.set(key, place);
      else {
        unclear += before === NONE ? 1 : 2;
        placeOf.set(key, NONE);
      }
    }
    ambiguous.push(unclear);
    return placeOf;
  });
  const places = byKey.map((placeOf) =>
    Int32Array.from(models[0].rows, (row, i) => {
      const key = keyOf(row);
      // A key that comes twice in the first model names none of its rows.
      return key === null || byKey[0].get(key) !== i ? NONE : (placeOf.get(key) ?? NONE);
    }),
  );
  return { places, ambiguous };
}
