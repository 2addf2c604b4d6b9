import type { ReactNode } from 'react';
import { useNarrow } from './useNarrow.ts';
import './Fold.css';

interface FoldProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  /** Stays on the page while it is closed, out of sight, since it cannot be drawn in time for a printer. */
  readonly isPrinted?: boolean;
  /** A panel with a heading of its own. */
  readonly children: ReactNode;
}

/** A panel that is only its heading on a narrow screen until it is opened. On a wide screen it is the panel and nothing else. */
export function Fold({ title, isOpen, onToggle, isPrinted = false, children }: FoldProps) {
  const isNarrow = useNarrow();
  const isFolded = isNarrow && !isOpen;
  return (
    <>
      {isNarrow && (
        // Open, the panel has the heading; the button stays the same, so that it keeps the focus.
        <div className={`fold ${isOpen ? 'isUnfolded' : 'isFolded'}${isPrinted ? ' isPrinted' : ''}`}>
          <div {...(isOpen ? {} : { role: 'heading', 'aria-level': 2 })}>
            <button type="button" className="foldButton" aria-expanded={isOpen} onClick={() => onToggle(!isOpen)}>
              <span className={isOpen ? 'visuallyHidden' : undefined}>{title}</span>
              <span className="foldMark" aria-hidden="true" />
            </button>
          </div>
        </div>
      )}
      {(!isFolded || isPrinted) && children}
    </>
  );
}
