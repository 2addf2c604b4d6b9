import './CellTable.css';

export interface CellTableProps {
  readonly name: string;
  readonly columns: readonly string[];
  /** Rows that never change, each with a cell for every column. */
  readonly rows: readonly (readonly string[])[];
}

/** Characters shown of a cell. */
const SHOWN = 60;

/** Cells of a file as they are written, in a table that scrolls by itself. */
export function CellTable({ name, columns, rows }: CellTableProps) {
  return (
    <section
      className="cellTableScroll"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label={name}
    >
      <table className="cellTable" aria-label={name}>
        <thead>
          <tr>
            {columns.map((column, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
              <th key={at} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows that never change
            <tr key={row}>
              {cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
                <td key={at}>{cell.length > SHOWN ? `${cell.slice(0, SHOWN)}…` : cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
