import type { CategoryColumn, Column } from '../../core/dataset/dataset.ts';
import { numbersSpelt } from '../../core/dataset/numberSpelling.ts';
import type { Finding } from '../../core/roles/finding.ts';

/** Weka writes the number of a class before its name, and a question mark for one that is not known. */
const NUMBERED = /^(\d+):(.+)$/;
const UNKNOWN = '?';
/** The columns in which it does so. */
const COLUMNS = ['actual', 'predicted'];

/**
 * Columns of Weka's predictions with the bare names of the classes: "2:yes" is "yes", and "1:?" is missing. The same columns, and
 * nothing to say, where they are none. O(columns + different cells).
 */
export function withoutClassNumbers(columns: readonly Column[]): {
  readonly columns: readonly Column[];
  readonly findings: readonly Finding[];
} {
  const numbered = columns.filter(
    (column): column is CategoryColumn => COLUMNS.includes(column.name) && isNumbered(column),
  );
  if (numbered.length < COLUMNS.length) return { columns, findings: [] };
  return {
    columns: columns.map((column) => (column.kind === 'category' && numbered.includes(column) ? bare(column) : column)),
    findings: numbered.map(({ name, dictionary }) => {
      const example = dictionary.find((cell) => NUMBERED.test(cell)) ?? '';
      return { code: 'numberedClasses', severity: 'note', values: { column: name, example, bare: nameIn(example) } };
    }),
  };
}

const nameIn = (cell: string): string => NUMBERED.exec(cell)?.[2] ?? cell;

function isNumbered(column: Column): boolean {
  if (column.kind !== 'category') return false;
  const present = column.dictionary.filter((_, code) => column.missing[code] === 0);
  const names = new Set(present.map(nameIn));
  return present.length > 0 && present.every((cell) => NUMBERED.test(cell)) && names.size === present.length;
}

function bare(column: CategoryColumn): CategoryColumn {
  const dictionary = column.dictionary.map((cell) => (nameIn(cell) === UNKNOWN ? '' : nameIn(cell)));
  const missing = column.missing.map((isMissing, code) => (dictionary[code] === '' ? 1 : isMissing));
  return { ...column, dictionary, missing, numbers: numbersSpelt(dictionary, 'plain') };
}
