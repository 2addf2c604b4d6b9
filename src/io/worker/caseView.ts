import type { CaseSelection } from '../../core/cases/caseSelection.ts';
import { correctLabels } from '../../core/cases/correctLabels.ts';
import { orderCases } from '../../core/cases/orderCases.ts';
import { searchCases } from '../../core/cases/searchCases.ts';
import { selectCases } from '../../core/cases/selectCases.ts';
import { columnNamed, type Dataset, numberAt, textAt } from '../../core/dataset/dataset.ts';
import { evaluationsOf } from '../../core/prepare/prepare.ts';
import type { Interpretation } from '../../core/roles/interpretation.ts';
import { isSameLabel } from '../../core/roles/labels.ts';
import { classPlaces } from '../../core/roles/task.ts';
import { classColumns } from '../../core/rows/classRows.ts';
import type { KeptRows } from '../../core/rows/keptRows.ts';
import type { ReadColumns } from '../../core/rows/readColumns.ts';
import type { RowDecision } from '../../core/scores/rowDecision.ts';
import { tracePrediction } from '../../core/trace/tracePrediction.ts';
import type { CasePage, CaseQuery, CaseWindow, Corrections, WholeCase } from '../cases.ts';
import { tableRow } from '../tableRow.ts';
import { stepped } from './stepped.ts';

interface Listed {
  readonly key: string;
  readonly thresholds: RowDecision['thresholds'];
  readonly places: Uint32Array;
}

/** What a list is held against besides the rows: the decision, and what it changes against another one where that is asked for. */
export interface CaseDecision extends RowDecision {
  readonly flips: Int8Array | null;
}

/** Lists of kept rows: selected, searched and put in order a step at a time, the last one kept for its further pages. */
export class CaseView {
  /** Cells as they stand in the file; conditions are held against the columns as they are read. */
  readonly #shown: Dataset;
  readonly #read: ReadColumns;
  readonly #kept: KeptRows;
  #found: Listed | null = null;
  #listed: Listed | null = null;

  constructor(shown: Dataset, read: ReadColumns, kept: KeptRows) {
    this.#shown = shown;
    this.#read = read;
    this.#kept = kept;
  }

  async page(signal: AbortSignal, query: CaseQuery, window: CaseWindow, decision: CaseDecision): Promise<CasePage> {
    const places = await this.places(signal, query, decision);
    const columns = window.columns?.map((place) => this.#shown.columns[place]) ?? this.#shown.columns;
    const shown = places.subarray(window.offset, window.offset + window.limit);
    return {
      total: places.length,
      rows: Array.from(shown, (place) => tableRow(this.#shown, this.#kept, place, decision, columns)),
    };
  }

  /** The places among the kept rows that a query lists. A cancelled one leaves what was there. */
  async places(signal: AbortSignal, query: CaseQuery, decision: CaseDecision): Promise<Uint32Array> {
    const { selection, order, search, marked } = query;
    const { threshold, rule, thresholds } = decision;
    const point = [threshold, rule].map(String);
    const foundKey = JSON.stringify([
      writtenOut(selection),
      search,
      selection.some(({ kind }) => kind === 'flagged' || kind === 'flip') ? point : null,
      selection.some(({ kind }) => kind === 'marked') ? marked : null,
      query.otherReading,
    ]);
    const listedKey = JSON.stringify([foundKey, order, order === 'distance' ? point : null]);
    const isSame = (known: Listed | null, key: string): known is Listed =>
      known?.key === key && known.thresholds === thresholds;
    if (isSame(this.#listed, listedKey)) return this.#listed.places;
    const found = isSame(this.#found, foundKey) ? this.#found.places : await this.#search(signal, query, decision);
    this.#found = { key: foundKey, thresholds, places: found };
    const places = await stepped(signal, orderCases(this.#read.dataset, this.#kept, found, order, decision));
    this.#listed = { key: listedKey, thresholds, places };
    return places;
  }

  async #search(signal: AbortSignal, query: CaseQuery, decision: CaseDecision): Promise<Uint32Array> {
    const { marked, selection, search } = query;
    const { dataset } = this.#read;
    const ground = { dataset, kept: this.#kept, marked: new Set(marked), ...decision };
    const selected = await stepped(signal, selectCases(ground, selection));
    return stepped(signal, searchCases(this.#shown.columns, this.#kept.rows, selected, search));
  }

  /** The row of a place in the dataset in full; null where it is not among the kept ones. */
  whole(row: number, decision: RowDecision, interpretation: Interpretation): WholeCase | null {
    const place = this.#kept.rows.indexOf(row);
    if (place < 0) return null;
    return {
      ...tableRow(this.#shown, this.#kept, place, decision, this.#shown.columns),
      isPositive: this.#kept.yTrue[place] === 1,
      names: this.#shown.columns.map(({ name }) => name),
      classes: this.#classesOf(row),
      trace: tracePrediction(this.#shown, this.#read, this.#kept, interpretation, place),
    };
  }

  /** The splits with the labels that a table corrects; folds are looked at together. */
  corrected(corrections: Dataset, interpretation: Interpretation, areFolds: boolean): Corrections {
    const { dataset, task } = this.#read;
    const found = correctLabels({ dataset, task, kept: this.#kept, interpretation }, corrections);
    if (typeof found === 'string') return { problem: found };
    const kept = { ...this.#kept, yTrue: found.yTrue };
    return {
      report: found.report,
      evaluations: evaluationsOf(
        areFolds && kept.splits.length > 1 ? { ...kept, splitOf: null, splits: ['all'] } : kept,
      ),
    };
  }

  #classesOf(row: number): WholeCase['classes'] {
    const { dataset, task } = this.#read;
    if (task.kind === 'multiclass') {
      const place = classPlaces(dataset, task)[row];
      const columns = classColumns(dataset, task);
      return task.classes.flatMap(({ label }, at) => {
        const column = columns[at];
        return column === null ? [] : [{ label, score: column[row], isTrue: at === place }];
      });
    }
    if (task.kind === 'binary') return [];
    return task.labels.flatMap(({ label, column, labelColumn, positiveLabel }) => {
      const scores = columnNamed(dataset, column);
      const labels = columnNamed(dataset, labelColumn);
      if (scores === null || labels === null) return [];
      const isTrue = isSameLabel(textAt(labels, row), positiveLabel);
      return [{ label, score: numberAt(scores, row), isTrue }];
    });
  }
}

/** JSON has no infinite numbers. */
const writtenOut = (selection: CaseSelection): string =>
  JSON.stringify(selection, (_, value) => (typeof value === 'number' ? String(value) : value));
