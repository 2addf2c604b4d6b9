import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import './Menu.css';

export interface MenuItem {
  readonly key: string;
  readonly name: string;
  /** A second line, said after the name. */
  readonly detail?: string;
  readonly onSelect: () => void;
}

export interface MenuProps {
  readonly name: string;
  readonly items: readonly MenuItem[];
  readonly isDisabled?: boolean;
  readonly className?: string;
  readonly footer?: ReactNode;
}

const EDGE = 8;

/** A button that opens a menu: arrows, Home and End move in it, Escape and a press elsewhere close it. */
export function Menu({ name, items, isDisabled = false, className, footer }: MenuProps) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);

  const entries = () => [...(frame.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  const close = () => {
    setIsOpen(false);
    button.current?.focus();
  };

  useEffect(() => {
    if (!isOpen) return;
    frame.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [isOpen]);

  // Where the button stands too far left, the menu that ends with it would begin outside of the window.
  useLayoutEffect(() => {
    const node = list.current;
    if (!isOpen || node === null) return;
    const { left } = node.getBoundingClientRect();
    if (left < EDGE) node.style.translate = `${EDGE - left}px 0`;
  }, [isOpen]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) {
      if (event.key === 'ArrowDown') {
        event.preventDefault();
        setIsOpen(true);
      }
      return;
    }
    const all = entries();
    const place = all.indexOf(document.activeElement as HTMLElement);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: (place + 1) % all.length,
      ArrowUp: (place - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    };
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') setIsOpen(false);
    else if (Object.hasOwn(moves, event.key)) {
      event.preventDefault();
      all[moves[event.key]]?.focus();
    }
  };

  return (
    <div className="menuFrame" ref={frame}>
      <button
        ref={button}
        type="button"
        className={`button ${className ?? ''}`}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        disabled={isDisabled}
        onKeyDown={onKeyDown}
        onClick={() => setIsOpen(!isOpen)}
      >
        {name} <span aria-hidden="true">▾</span>
      </button>
      {isOpen && (
        <div className="menu" ref={list}>
          <div id={id} role="menu" tabIndex={-1} aria-label={name} onKeyDown={onKeyDown}>
            {items.map((item) => (
              <div key={item.key} role="none" className="menuRow">
                <button
                  type="button"
                  role="menuitem"
                  tabIndex={-1}
                  className="menuItem"
                  aria-describedby={item.detail === undefined ? undefined : `${id}-${item.key}`}
                  onClick={() => {
                    close();
                    item.onSelect();
                  }}
                >
                  {item.name}
                </button>
                {item.detail !== undefined && (
                  <span id={`${id}-${item.key}`} className="hint">
                    {item.detail}
                  </span>
                )}
              </div>
            ))}
          </div>
          {footer}
        </div>
      )}
    </div>
  );
}
