import type { Dataset } from '../../core/dataset/dataset.ts';
import type { KeptRows } from '../../core/rows/keptRows.ts';
import { isFlagged } from '../../core/scores/confusion.ts';
import { type RowDecision, thresholdAt } from '../../core/scores/rowDecision.ts';
import { outcomeOf } from '../outcome.ts';
import type { RowPage, RowQuery } from '../rows.ts';
import { tableRow } from '../tableRow.ts';

type Filter = Pick<RowQuery, 'order' | 'split' | 'outcome'>;

interface Filtered {
  readonly key: string;
  readonly thresholds: RowDecision['thresholds'];
  readonly places: Uint32Array;
}

/**
 * The kept rows, page by page, in the order and with the filter asked for. The last order and the last filter are kept for the next
 * pages; the order of the file takes no memory.
 */
export class RowView {
  readonly dataset: Dataset;
  readonly kept: KeptRows;
  #ordered: { readonly order: RowQuery['order']; readonly places: Uint32Array } | null = null;
  #filtered: Filtered | null = null;

  constructor(dataset: Dataset, kept: KeptRows) {
    this.dataset = dataset;
    this.kept = kept;
  }

  /** `decision`: what the query asks for, the thresholds of groups sorted to their rows. */
  page(query: RowQuery, decision: RowDecision = query): RowPage {
    const places = this.#places(query, decision);
    const total = places?.length ?? this.kept.rows.length;
    const shown = Math.max(0, Math.min(query.limit, total - query.offset));
    const columns = query.columns?.map((place) => this.dataset.columns[place]) ?? this.dataset.columns;
    const rowOf = (at: number) =>
      tableRow(this.dataset, this.kept, places?.[query.offset + at] ?? query.offset + at, decision, columns);
    return { total, rows: Array.from({ length: shown }, (_, at) => rowOf(at)) };
  }

  /** Places among the kept rows; null for all of them as they are in the file. */
  #places(filter: Filter, decision: RowDecision): Uint32Array | null {
    const { order, split, outcome } = filter;
    const ordered = this.#placesInOrder(order);
    if (split === null && outcome === null) return ordered;
    // Without an outcome the threshold changes nothing.
    const point = outcome === null ? null : [outcome, String(decision.threshold), decision.rule];
    const key = JSON.stringify([order, split, point]);
    const { thresholds } = decision;
    if (this.#filtered?.key !== key || this.#filtered.thresholds !== thresholds) {
      this.#filtered = { key, thresholds, places: this.#wantedOf(ordered, filter, decision) };
    }
    return this.#filtered.places;
  }

  #wantedOf(ordered: Uint32Array | null, filter: Filter, decision: RowDecision): Uint32Array {
    const isWanted = this.#isWanted(filter, decision);
    const places = new Uint32Array(this.kept.rows.length);
    let count = 0;
    for (let at = 0; at < places.length; at++) {
      const place = ordered === null ? at : ordered[at];
      if (isWanted(place)) places[count++] = place;
    }
    return places.slice(0, count);
  }

  #isWanted({ split, outcome }: Filter, decision: RowDecision): (place: number) => boolean {
    const { yTrue, yScore, splitOf, splits } = this.kept;
    const wantedSplit = split === null ? -1 : splits.indexOf(split);
    return (place) => {
      if (split !== null && (splitOf === null ? 0 : splitOf[place]) !== wantedSplit) return false;
      if (outcome === null) return true;
      return outcomeOf(yTrue[place], isFlagged(yScore[place], thresholdAt(decision, place), decision.rule)) === outcome;
    };
  }

  /** Equal scores stay in the order of the file, whichever way it goes. Null for that order itself. */
  #placesInOrder(order: RowQuery['order']): Uint32Array | null {
    if (order === 'file') return null;
    if (this.#ordered?.order === order) return this.#ordered.places;
    const { yScore } = this.kept;
    const places = Uint32Array.from(yScore, (_, place) => place);
    if (order === 'scoreAscending') places.sort((a, b) => yScore[a] - yScore[b] || a - b);
    else places.sort((a, b) => yScore[b] - yScore[a] || a - b);
    this.#ordered = { order, places };
    return places;
  }
}
