import { useId, useState } from 'react';
import { formatNumber } from '../../i18n/format.ts';
import { type TextKey, type TextValues, translate } from '../../i18n/translate.ts';
import type { Evidence as Shown } from '../../state/evidence.ts';
import './Evidence.css';

/** Counts are written as counts, other numbers with four digits. */
export function shownNumbers(values: Readonly<Record<string, string | number>>): TextValues {
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' && !Number.isInteger(value) ? formatNumber(value) : value,
  ]);
  return Object.fromEntries(shown);
}

function factSentence({ code, values }: Shown['facts'][number]): string {
  const shown = shownNumbers(values);
  const reason = values.reason === undefined ? '' : translate(`skip.${values.reason}` as TextKey);
  return translate(`fact.${code}` as TextKey, { ...shown, reason });
}

export interface EvidenceProps {
  readonly evidence: Shown;
  /** What it shows, as a sentence. */
  readonly of: string;
  /** Whether lines need the name of their file. */
  readonly hasFiles: boolean;
}

/** A button behind a sentence that opens what shows it: numbers, and the first rows concerned. */
export function Evidence({ evidence, of, hasFiles }: EvidenceProps) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className="linkButton evidenceButton"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={translate('evidence.showNamed', { what: of })}
        onClick={() => setIsOpen(!isOpen)}
      >
        {translate('evidence.show')} <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
      </button>
      {isOpen && (
        <div id={id} className="evidence">
          {evidence.facts.length > 0 && (
            <ul className="evidenceFacts">
              {evidence.facts.map((fact) => (
                <li key={JSON.stringify(fact)}>{factSentence(fact)}</li>
              ))}
            </ul>
          )}
          {evidence.rows.length > 0 && <EvidenceTable evidence={evidence} of={of} hasFiles={hasFiles} />}
        </div>
      )}
    </>
  );
}

const CELL_SHOWN = 60;

function EvidenceTable({ evidence: { columns, rows }, of, hasFiles }: EvidenceProps) {
  return (
    <section
      className="evidenceScroll"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label={translate('evidence.table', { what: of })}
    >
      <table className="evidenceTable">
        <thead>
          <tr>
            {hasFiles && <th scope="col">{translate('evidence.file')}</th>}
            <th scope="col">{translate('evidence.line')}</th>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ file, line, cells }) => (
            <tr key={`${file} ${line}`}>
              {hasFiles && <td>{file}</td>}
              <td>{line}</td>
              {cells.map((cell, at) => (
                <td key={columns[at]}>{cell.length > CELL_SHOWN ? `${cell.slice(0, CELL_SHOWN)}…` : cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
