import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Whole pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const UNKNOWN: Size = { width: 0, height: 0 };
/**
 * A height that comes and goes, as beside a neighbor whose text wraps anew during a drag, must not draw a chart again and again: a
 * little more room is left empty, and any other change of height alone waits until all is quiet.
 */
const LITTLE = 48;
const QUIET_MS = 250;

/** The element's inner size, followed as it changes; 0 by 0 until it is known. */
export function useSize<E extends HTMLElement>(): readonly [RefObject<E | null>, Size] {
  const ref = useRef<E>(null);
  const [size, setSize] = useState(UNKNOWN);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    let known = UNKNOWN;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      const { clientWidth: width, clientHeight: height } = element;
      clearTimeout(timer);
      const isFilled = known.height > 0 && height >= known.height && height <= known.height + LITTLE;
      if (known.width === width && isFilled) return;
      const take = () => {
        known = { width, height };
        setSize(known);
      };
      if (known.width === width && known.height > 0) timer = setTimeout(take, QUIET_MS);
      else take();
    };
    follow();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(follow);
    observer.observe(element);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, []);
  return [ref, size];
}
