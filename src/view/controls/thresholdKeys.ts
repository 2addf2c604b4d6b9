import type { KeyboardEvent } from 'react';
import type { ThresholdMove } from '../../state/thresholdMove.ts';

const MOVES: Readonly<Record<string, ThresholdMove>> = {
  ArrowRight: 'stepUp',
  ArrowUp: 'stepUp',
  ArrowLeft: 'stepDown',
  ArrowDown: 'stepDown',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'start',
  End: 'end',
};

const MOVES_WITH_SHIFT: Readonly<Record<string, ThresholdMove>> = {
  ArrowRight: 'nextChange',
  ArrowUp: 'nextChange',
  ArrowLeft: 'previousChange',
  ArrowDown: 'previousChange',
};

/** What a key asks of the threshold; null for every other key, and for keys that belong to the browser. */
export function thresholdMoveOf(event: KeyboardEvent): ThresholdMove | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return (event.shiftKey ? MOVES_WITH_SHIFT[event.key] : MOVES[event.key]) ?? null;
}
