import { columnNamed, type Dataset, isMissingAt, placeOf, textAt } from '../dataset/dataset.ts';
import type { Interpretation } from '../roles/interpretation.ts';
import type { Task } from '../roles/task.ts';
import { type KeptRows, MISSING, OTHER, sidesOf } from '../rows/keptRows.ts';

/** What became of the rows of a file of corrected labels; each row, or each case named twice, is counted once. */
export interface CorrectionReport {
  /** How rows were told to be the same: by the id column, or by the line in the file. */
  readonly by: 'id' | 'line';
  readonly read: number;
  /** Cases with another label than before, and those with the same. */
  readonly changed: number;
  readonly confirmed: number;
  /** Rows that name no case, several cases, or one that is not counted. */
  readonly unknown: number;
  /** Cases that are named twice with different labels: they keep the label they had. */
  readonly contradictory: number;
  /** Rows with a label that is no class, and those with none. */
  readonly noClass: number;
  readonly empty: number;
}

export interface CorrectedLabels {
  readonly yTrue: Uint8Array;
  readonly report: CorrectionReport;
}

/** Why a file holds no corrections: it names no cases, or has no labels. */
export type CorrectionProblem = 'noKey' | 'noLabel';

interface Labelled {
  readonly dataset: Dataset;
  readonly kept: Pick<KeptRows, 'rows' | 'yTrue'>;
  readonly interpretation: Interpretation;
  readonly task: Task;
}

/** Columns that a label may stand in besides the label column's own name, and those of the place of a row. */
const LABEL_COLUMNS = ['corrected_label', 'label'];
const LINE_COLUMNS = ['cutpoint_line', 'line'];
const FILE_COLUMN = 'cutpoint_file';

const AMBIGUOUS = -1;

/**
 * The labels of the kept rows as a table of corrections has them, matched by the id column where both have it, else by line (and file). The
 * label stands in `corrected_label`, the label column's own name, or `label`. The labels that are there are not changed. O(rows + corrections).
 */
export function correctLabels(present: Labelled, corrections: Dataset): CorrectedLabels | CorrectionProblem {
  const { interpretation, kept, task } = present;
  const [corrected, plain] = LABEL_COLUMNS;
  const label = [corrected, interpretation.label, plain].map((name) => columnNamed(corrections, name)).find(Boolean);
  if (label === undefined || label === null) return 'noLabel';
  const keys = keysOf(present.dataset, corrections, interpretation.id);
  if (keys === null) return 'noKey';

  const placeOfKey = new Map<string, number>();
  for (let place = 0; place < kept.rows.length; place++) {
    const key = keys.ofPresent(kept.rows[place]);
    if (key !== null) placeOfKey.set(key, placeOfKey.has(key) ? AMBIGUOUS : place);
  }
  const sides = sidesOf(label, interpretation, task, corrections.rowCount);
  const wanted = new Map<number, number>();
  const contradictory = new Set<number>();
  let unknown = 0;
  let noClass = 0;
  let empty = 0;
  for (let row = 0; row < corrections.rowCount; row++) {
    const place = placeOfKey.get(keys.ofCorrection(row) ?? '') ?? AMBIGUOUS;
    if (place === AMBIGUOUS) unknown++;
    else if (sides[row] === MISSING) empty++;
    else if (sides[row] === OTHER || !isClass(present, textAt(label, row))) noClass++;
    else if ((wanted.get(place) ?? sides[row]) !== sides[row]) contradictory.add(place);
    else wanted.set(place, sides[row]);
  }
  const yTrue = kept.yTrue.slice();
  let changed = 0;
  let confirmed = 0;
  for (const [place, side] of wanted) {
    if (contradictory.has(place)) continue;
    if (yTrue[place] === side) confirmed++;
    else changed++;
    yTrue[place] = side;
  }
  const report = { by: keys.by, read: corrections.rowCount, changed, confirmed, unknown, noClass, empty };
  return { yTrue, report: { ...report, contradictory: contradictory.size } };
}

/** Where every other label is negative, one that the file has nowhere is still no class. */
function isClass({ dataset, interpretation }: Labelled, text: string): boolean {
  const column = columnNamed(dataset, interpretation.label);
  return column?.kind !== 'category' || interpretation.negativeLabel !== null || column.dictionary.includes(text);
}

interface Keys {
  readonly by: 'id' | 'line';
  readonly ofPresent: (row: number) => string | null;
  readonly ofCorrection: (row: number) => string | null;
}

function keysOf(present: Dataset, corrections: Dataset, id: string | null): Keys | null {
  const ofPresent = columnNamed(present, id);
  const ofCorrection = columnNamed(corrections, id);
  if (ofPresent !== null && ofCorrection !== null) {
    const keyIn = (column: typeof ofPresent) => (row: number) =>
      isMissingAt(column, row) ? null : textAt(column, row);
    return { by: 'id', ofPresent: keyIn(ofPresent), ofCorrection: keyIn(ofCorrection) };
  }
  const line = LINE_COLUMNS.map((name) => columnNamed(corrections, name)).find(Boolean);
  if (line === undefined || line === null) return null;
  const file = columnNamed(corrections, FILE_COLUMN);
  const named = (name: string, at: string) => (file === null ? at : `${at} ${name}`);
  return {
    by: 'line',
    ofPresent: (row) => {
      const place = placeOf(present, row);
      return named(place.file, String(place.line));
    },
    ofCorrection: (row) => named(file === null ? '' : textAt(file, row), textAt(line, row)),
  };
}
