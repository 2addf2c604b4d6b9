import { type PointerEvent, useRef } from 'react';

interface Press {
  readonly pointer: number;
  readonly gesture: string;
  readonly x: number;
  readonly y: number;
  /** False for a finger that may still turn out to scroll the page. */
  readonly isDrag: boolean;
}

const FINGER_SLOP = 6;
let presses = 0;

/** The button that presses is the first one, and the pointer the first one that touches. */
export const isMainPress = (event: PointerEvent): boolean => event.button === 0 && event.isPrimary;

/** The name of a new press, which all its moves share. */
export function newGesture(name: string): string {
  presses += 1;
  return `${name} ${presses}`;
}

/** A press, drag or tap that picks places; a finger that moves up or down scrolls the page and picks none. */
export function usePress<T extends Element>(name: string, onPick: (event: PointerEvent<T>, gesture: string) => void) {
  const press = useRef<Press | null>(null);
  const forget = () => {
    press.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent<T>) => {
      if (!isMainPress(event)) return;
      const isDrag = event.pointerType !== 'touch';
      const gesture = newGesture(name);
      press.current = { pointer: event.pointerId, gesture, x: event.clientX, y: event.clientY, isDrag };
      if (!isDrag) return;
      event.currentTarget.setPointerCapture?.(event.pointerId);
      onPick(event, gesture);
    },
    onPointerMove: (event: PointerEvent<T>) => {
      const held = press.current;
      if (held === null || held.pointer !== event.pointerId) return;
      // The button came up where nobody saw it.
      if (event.pointerType === 'mouse' && (event.buttons & 1) === 0) return forget();
      const sideways = Math.abs(event.clientX - held.x);
      if (!held.isDrag && (sideways < FINGER_SLOP || sideways < Math.abs(event.clientY - held.y))) return;
      press.current = { ...held, isDrag: true };
      onPick(event, held.gesture);
    },
    onPointerUp: (event: PointerEvent<T>) => {
      const held = press.current;
      forget();
      if (held !== null && held.pointer === event.pointerId && !held.isDrag) onPick(event, held.gesture);
    },
    onPointerCancel: forget,
  };
}
