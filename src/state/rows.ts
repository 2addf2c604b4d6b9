/** The words in which the view asks for rows; the worker answers them. */
export type { Outcome, RowPage, RowQuery, TableRow } from '../io/rows.ts';
