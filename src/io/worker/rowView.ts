import { type Dataset, placeOf, textAt } from '../../core/dataset/dataset.ts';
import type { KeptRows } from '../../core/dataset/keptRows.ts';
import { isFlagged } from '../../core/scores/confusion.ts';
import type { RowPage, RowQuery, TableRow } from '../io.ts';
import { outcomeOf } from '../outcome.ts';

type Filter = Pick<RowQuery, 'order' | 'split' | 'outcome' | 'threshold' | 'rule'>;

/** The kept rows, page by page, in the order and with the filter asked for. Both are worked out once and kept for the next pages. */
export class RowView {
  readonly kept: KeptRows;
  readonly #dataset: Dataset;
  readonly #orders = new Map<RowQuery['order'], Uint32Array>();
  #filtered: { readonly key: string; readonly places: Uint32Array } | null = null;

  constructor(dataset: Dataset, kept: KeptRows) {
    this.#dataset = dataset;
    this.kept = kept;
  }

  page(query: RowQuery): RowPage {
    const places = this.#places(query);
    const shown = places.subarray(query.offset, query.offset + query.limit);
    return { total: places.length, rows: Array.from(shown, (place) => this.#row(place, query)) };
  }

  /** Places among the kept rows. */
  #places(filter: Filter): Uint32Array {
    const { order, split, outcome } = filter;
    const ordered = this.#ordered(order);
    if (split === null && outcome === null) return ordered;
    // Without an outcome the threshold changes nothing.
    const point = outcome === null ? null : [outcome, String(filter.threshold), filter.rule];
    const key = JSON.stringify([order, split, point]);
    if (this.#filtered?.key !== key) {
      this.#filtered = { key, places: ordered.filter(this.#isWanted(filter)) };
    }
    return this.#filtered.places;
  }

  #isWanted({ split, outcome, threshold, rule }: Filter): (place: number) => boolean {
    const { yTrue, yScore, splitOf, splits } = this.kept;
    const wantedSplit = split === null ? -1 : splits.indexOf(split);
    return (place) => {
      if (split !== null && (splitOf === null ? 0 : splitOf[place]) !== wantedSplit) return false;
      return outcome === null || outcomeOf(yTrue[place], isFlagged(yScore[place], threshold, rule)) === outcome;
    };
  }

  /** Equal scores stay in the order of the file, whichever way it goes. */
  #ordered(order: RowQuery['order']): Uint32Array {
    const known = this.#orders.get(order);
    if (known !== undefined) return known;
    const { yScore } = this.kept;
    const places = Uint32Array.from(yScore, (_, place) => place);
    if (order === 'scoreAscending') places.sort((a, b) => yScore[a] - yScore[b] || a - b);
    if (order === 'scoreDescending') places.sort((a, b) => yScore[b] - yScore[a] || a - b);
    this.#orders.set(order, places);
    return places;
  }

  #row(place: number, { threshold, rule }: RowQuery): TableRow {
    const row = this.kept.rows[place];
    const score = this.kept.yScore[place];
    const flagged = isFlagged(score, threshold, rule);
    return {
      row,
      ...placeOf(this.#dataset, row),
      score,
      isFlagged: flagged,
      outcome: outcomeOf(this.kept.yTrue[place], flagged),
      cells: this.#dataset.columns.map((column) => textAt(column, row)),
    };
  }
}
