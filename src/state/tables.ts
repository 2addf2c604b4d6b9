/** A table as text and numbers, ready to be written as CSV. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}
