import { useId, useState } from 'react';
import type { SaidValues } from '../../core/dataset/said.ts';
import { formatNumber } from '../../i18n/format.ts';
import { type TextKey, type TextValues, translate } from '../../i18n/translate.ts';
import type { Evidence as Shown } from '../../state/evidence.ts';
import { CellTable } from '../controls/CellTable.tsx';
import './Evidence.css';

/** Counts are written as counts, other numbers with four digits. */
export function shownNumbers(values: SaidValues): TextValues {
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
  /** Whether the rows of every file stand on lines; else they are only numbered. */
  readonly hasLines: boolean;
}

/** A button behind a sentence that opens what shows it: numbers, and the first rows concerned. */
export function Evidence({ evidence, of, hasFiles, hasLines }: EvidenceProps) {
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
          {evidence.rows.length > 0 && (
            <EvidenceTable evidence={evidence} of={of} hasFiles={hasFiles} hasLines={hasLines} />
          )}
        </div>
      )}
    </>
  );
}

function EvidenceTable({ evidence: { columns, rows }, of, hasFiles, hasLines }: EvidenceProps) {
  const fileHead = hasFiles ? [translate('evidence.file')] : [];
  return (
    <CellTable
      name={translate('evidence.table', { what: of })}
      columns={[...fileHead, translate(hasLines ? 'evidence.line' : 'evidence.row'), ...columns]}
      rows={rows.map(({ file, line, cells }) => [...(hasFiles ? [file] : []), String(line), ...cells])}
    />
  );
}
