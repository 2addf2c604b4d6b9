import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import './Term.css';

export interface TermProps {
  readonly children: ReactNode;
  /** What is shown on hover and focus; made only then. */
  readonly explain: () => ReactNode;
  readonly className?: string;
  /** Opens more than fits here, in a dialog; the short explanation then makes room for it. */
  readonly onPress?: () => void;
}

const GAP = 8;
const EDGE = 12;
const WIDTH = 320;
/** Time for the pointer to travel from the word into its explanation. */
const TRAVEL_MS = 150;

interface Place {
  readonly left: number;
  readonly top: number;
  readonly above: boolean;
}

/** Above or below a word, wherever there is room in the window. */
function placeBeside(word: Element | null): Place | null {
  const box = word?.getBoundingClientRect();
  if (box === undefined) return null;
  const width = Math.min(WIDTH, window.innerWidth - 2 * EDGE);
  const left = Math.max(EDGE, Math.min(box.left, window.innerWidth - width - EDGE));
  const above = box.bottom > window.innerHeight * 0.65;
  return { left, top: above ? box.top - GAP : box.bottom + GAP, above };
}

/** A word that explains itself on hover, focus and touch; Escape closes the explanation. */
export function Term({ children, explain, className, onPress }: TermProps) {
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const [place, setPlace] = useState<Place | null>(null);

  const closing = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const stay = () => clearTimeout(closing.current);
  const open = () => {
    stay();
    setPlace(placeBeside(anchor.current));
  };
  const close = () => {
    stay();
    setPlace(null);
  };
  const closeSoon = () => {
    stay();
    closing.current = setTimeout(() => setPlace(null), TRAVEL_MS);
  };
  const isOpen = place !== null;
  useEffect(() => () => clearTimeout(closing.current), []);

  useEffect(() => {
    if (!isOpen) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setPlace(null);
    };
    // Closed by scrolling, it would be gone at once wherever the focus itself scrolls the word into sight.
    const onScroll = () => setPlace(placeBeside(anchor.current));
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('scroll', onScroll, { passive: true, capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('scroll', onScroll, { capture: true });
    };
  }, [isOpen]);

  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={`term ${className ?? ''}`}
        aria-describedby={isOpen ? id : undefined}
        onPointerEnter={open}
        onPointerLeave={closeSoon}
        onFocus={open}
        onBlur={close}
        aria-haspopup={onPress === undefined ? undefined : 'dialog'}
        onClick={() => {
          if (onPress === undefined) {
            open();
            return;
          }
          close();
          onPress();
        }}
      >
        {children}
      </button>
      {place !== null &&
        createPortal(
          <div
            id={id}
            role="tooltip"
            className={`termCard ${place.above ? 'termCardAbove' : ''}`}
            style={{ left: place.left, top: place.top }}
            onPointerEnter={stay}
            onPointerLeave={closeSoon}
          >
            {explain()}
          </div>,
          document.body,
        )}
    </>
  );
}
