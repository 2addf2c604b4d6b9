import type { ReactNode } from 'react';
import './ScrollsSideways.css';

interface ScrollsSidewaysProps {
  readonly name: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** What is too wide for a small page scrolls by itself, by keyboard too. */
export function ScrollsSideways({ name, className = '', children }: ScrollsSidewaysProps) {
  return (
    <section
      className={`scrollsSideways ${className}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label={name}
    >
      {children}
    </section>
  );
}
