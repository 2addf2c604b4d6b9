import { useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Charts that wait to be drawn, the topmost first. */
const waiting: (() => void)[] = [];
let isDrawing = false;

/** Draws the next chart within one task of its own, so that input is served between two charts. */
function drawNext(): void {
  const next = waiting.shift();
  isDrawing = next !== undefined;
  if (next === undefined) return;
  flushSync(next);
  setTimeout(drawNext);
}

/** False until it is this chart's turn to be drawn; true ever after. */
export function useTurn(): boolean {
  const [hasTurn, setHasTurn] = useState(false);
  useLayoutEffect(() => {
    const start = () => setHasTurn(true);
    if (isDrawing) waiting.push(start);
    else {
      isDrawing = true;
      start();
      setTimeout(drawNext);
    }
    return () => {
      const place = waiting.indexOf(start);
      if (place >= 0) waiting.splice(place, 1);
    };
  }, []);
  return hasTurn;
}
