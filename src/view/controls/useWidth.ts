import { type RefObject, useLayoutEffect, useState } from 'react';

/** The width of an element in CSS pixels, kept true while the page changes; `initial` until it is known. */
export function useWidth(element: RefObject<HTMLElement | null>, initial: number): number {
  const [width, setWidth] = useState(initial);
  useLayoutEffect(() => {
    const node = element.current;
    if (node === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry.contentRect.width));
    observer.observe(node);
    setWidth(node.getBoundingClientRect().width || initial);
    return () => observer.disconnect();
  }, [element, initial]);
  return width;
}
