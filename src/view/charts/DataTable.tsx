import { useEffect, useId, useRef, useState } from 'react';
import { translate } from '../../i18n/translate.ts';

/** A chart's data as people read it: few rows, rounded, the first column naming the row. */
export interface ReadableTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface DataTableProps {
  readonly title: string;
  /** Asked once at every opening, so that a closed table costs nothing. */
  readonly readTable: () => ReadableTable;
  readonly onDownload: () => void;
}

/** The button "Table" and the dialog it opens. */
export function DataTable({ title, readTable, onDownload }: DataTableProps) {
  const [table, setTable] = useState<ReadableTable | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const isOpen = table !== null;
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
  }, [isOpen]);
  const name = translate('chart.dataOf', { title });
  return (
    <>
      <button
        type="button"
        className="chartButton"
        aria-haspopup="dialog"
        aria-label={translate('chart.tableOf', { title })}
        onClick={() => setTable(readTable())}
      >
        {translate('chart.table')}
      </button>
      {table !== null && (
        <dialog ref={dialog} className="chartDialog" aria-labelledby={titleId} onClose={() => setTable(null)}>
          <div className="chartDialogHead">
            <h3 id={titleId}>{name}</h3>
            <button type="button" className="chartButton" onClick={() => dialog.current?.close()}>
              {translate('chart.close')}
            </button>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className="chartDialogBody" aria-label={name} tabIndex={0}>
            <table className="chartTable" aria-label={name}>
              <thead>
                <tr>
                  {table.columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map(([first, ...cells]) => (
                  <tr key={first}>
                    <th scope="row">{first}</th>
                    {cells.map((cell, i) => (
                      <td key={table.columns[i + 1]}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <div className="chartDialogHead">
            <p className="chartNote">{table.caption}</p>
            <button type="button" className="chartButton" onClick={onDownload}>
              {translate('chart.fullCsv')}
            </button>
          </div>
        </dialog>
      )}
    </>
  );
}
