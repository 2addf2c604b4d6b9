import { numberIn, spellsMissing } from '../../../src/core/dataset/cell.ts';
import type { Column, Dataset } from '../../../src/core/dataset/dataset.ts';
import { profileColumns } from '../../../src/core/dataset/profile.ts';
import { prepare } from '../../../src/core/prepare/prepare.ts';
import type { Prepared } from '../../../src/core/prepare/prepared.ts';
import type { Finding, FindingCode } from '../../../src/core/roles/finding.ts';
import type { Interpretation } from '../../../src/core/roles/interpretation.ts';
import { inferInterpretation } from '../../../src/core/roles/roles.ts';
import type { ReadingNotes } from '../../../src/core/rows/accounting.ts';

/** A column as a reader would give it: text by cells, plain doubles by a Float64Array. */
type Cells = readonly (string | number)[] | Float64Array;

export const NO_NOTES: ReadingNotes = { skipped: [], blankLines: 0, findings: [] };

/** A dataset of one file, or of several with the given numbers of rows. */
export function tableOf(
  columns: Readonly<Record<string, Cells>>,
  fileRows?: Readonly<Record<string, number>>,
): Dataset {
  const entries = Object.entries(columns);
  const rowCount = entries[0][1].length;
  let firstRow = 0;
  const files = Object.entries(fileRows ?? { 'f.csv': rowCount }).map(([name, rows]) => {
    const file = { name, firstRow, rowCount: rows };
    firstRow += rows;
    return file;
  });
  // A header on line 1 of each file.
  const lines = {
    rows: Uint32Array.from(files, (file) => file.firstRow),
    lines: new Uint32Array(files.length).fill(2),
  };
  return { rowCount, files, lines, columns: entries.map(([name, cells]) => columnOf(name, cells)) };
}

function columnOf(name: string, cells: Cells): Column {
  if (cells instanceof Float64Array) {
    const exceptions = { rows: new Uint32Array(0), codes: new Uint8Array(0), texts: [] };
    const spelt = { spelling: 'plain', isAmbiguous: false, marks: null } as const;
    return { kind: 'number', name, values: cells, exceptions, ...spelt };
  }
  const texts = cells.map(String);
  const dictionary = [...new Set(texts)];
  return {
    kind: 'category',
    name,
    codes: Uint32Array.from(texts, (text) => dictionary.indexOf(text)),
    dictionary,
    numbers: Float64Array.from(dictionary, numberIn),
    missing: Uint8Array.from(dictionary, (text) => (spellsMissing(text) ? 1 : 0)),
    spelling: 'plain',
    isAmbiguous: false,
  };
}

export function inferred(dataset: Dataset): Interpretation {
  const interpretation = inferInterpretation(dataset, profileColumns(dataset));
  if ('problem' in interpretation) throw new Error(interpretation.problem);
  if ('question' in interpretation) throw new Error('Nobody is here to say which columns are meant.');
  return interpretation;
}

/** The dataset prepared as inferred, with part of the interpretation changed. */
export function preparedOf(dataset: Dataset, change: Partial<Interpretation> = {}, notes = NO_NOTES): Prepared {
  const prepared = prepare(dataset, profileColumns(dataset), { ...inferred(dataset), ...change }, notes);
  if ('problem' in prepared) throw new Error(prepared.problem);
  return prepared;
}

export function findingsOf(prepared: Prepared, code: FindingCode): Finding[] {
  return prepared.findings.filter((finding) => finding.code === code);
}

/** `count` cells, taken in turn from a list. */
export function inTurn<T>(list: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, at) => list[at % list.length]);
}

/** What is found about columns under a code, as inferred or with part of the interpretation changed. */
export function found(
  code: FindingCode,
  columns: Parameters<typeof tableOf>[0],
  change: Partial<Interpretation> = {},
  notes = NO_NOTES,
): Finding[] {
  return findingsOf(preparedOf(tableOf(columns), change, notes), code);
}
