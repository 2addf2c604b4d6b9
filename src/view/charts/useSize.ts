import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

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
/**
 * Of the shape of a third of a sheet's width: what a browser prints is laid out too late to be measured. The style sheet fits it to
 * the paper, a little smaller, so that its words are as large as those around it.
 */
const ON_PAPER: Size = { width: 284, height: 192 };
/** As wide as a sheet, where a chart is as wide as the screen; as high as what it shows needs. */
const ACROSS = { width: 880, height: 240 };
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
    const toPaper = () => {
      clearTimeout(timer);
      const isAcross = element.closest('.sheet') !== null && element.closest('.sheetPairs') === null;
      const height = Math.max(known.height, ACROSS.height);
      flushSync(() => setSize(isAcross ? { width: ACROSS.width, height } : ON_PAPER));
    };
    const toScreen = () => {
      known = UNKNOWN;
      follow();
    };
    window.addEventListener('beforeprint', toPaper);
    window.addEventListener('afterprint', toScreen);
    const leavePrinter = () => {
      window.removeEventListener('beforeprint', toPaper);
      window.removeEventListener('afterprint', toScreen);
    };
    follow();
    if (typeof ResizeObserver === 'undefined') return leavePrinter;
    const observer = new ResizeObserver(follow);
    observer.observe(element);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
      leavePrinter();
    };
  }, []);
  return [ref, size];
}
