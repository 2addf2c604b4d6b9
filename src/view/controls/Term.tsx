import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import './Term.css';

export interface TermProps {
  readonly children: ReactNode;
  /** What is shown on hover and focus; made only then. */
  readonly explain: () => ReactNode;
  readonly className?: string;
}

const GAP = 8;
const EDGE = 12;
const WIDTH = 320;

/** A word that explains itself on hover, focus and touch; Escape closes the explanation. */
export function Term({ children, explain, className }: TermProps) {
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number; above: boolean } | null>(null);

  const open = () => {
    const box = anchor.current?.getBoundingClientRect();
    if (box === undefined) return;
    const width = Math.min(WIDTH, window.innerWidth - 2 * EDGE);
    const left = Math.max(EDGE, Math.min(box.left, window.innerWidth - width - EDGE));
    const above = box.bottom > window.innerHeight * 0.65;
    setPlace({ left, top: above ? box.top - GAP : box.bottom + GAP, above });
  };
  const close = () => setPlace(null);
  const isOpen = place !== null;

  useEffect(() => {
    if (!isOpen) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setPlace(null);
    };
    const onScroll = () => setPlace(null);
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
        onPointerLeave={(event) => {
          const into = event.relatedTarget;
          if (!(into instanceof Element && into.closest(`[id="${id}"]`))) close();
        }}
        onFocus={open}
        onBlur={close}
        onClick={open}
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
            onPointerLeave={close}
          >
            {explain()}
          </div>,
          document.body,
        )}
    </>
  );
}
