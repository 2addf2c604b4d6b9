import { createContext, type ReactNode, useContext, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Charts that wait to be drawn, the topmost first. */
class Turns {
  readonly #waiting: (() => void)[] = [];
  #isDrawing = false;

  /** Draws at once if no other chart was drawn in this task; else later. Gives back how to wait no longer. */
  wait(draw: () => void): () => void {
    if (this.#isDrawing) this.#waiting.push(draw);
    else {
      this.#isDrawing = true;
      draw();
      setTimeout(() => this.#drawNext());
    }
    return () => {
      const place = this.#waiting.indexOf(draw);
      if (place >= 0) this.#waiting.splice(place, 1);
    };
  }

  #drawNext(): void {
    const next = this.#waiting.shift();
    this.#isDrawing = next !== undefined;
    if (next === undefined) return;
    flushSync(next);
    setTimeout(() => this.#drawNext());
  }
}

const TurnsContext = createContext<Turns | null>(null);

/** Has each chart in it drawn in a task of its own, so that input is served between two charts. */
export function ChartTurns({ children }: { readonly children: ReactNode }) {
  const [turns] = useState(() => new Turns());
  return <TurnsContext value={turns}>{children}</TurnsContext>;
}

/** False until it is this chart's turn to be drawn, true ever after; outside of `ChartTurns` it always is. */
export function useTurn(): boolean {
  const turns = useContext(TurnsContext);
  const [hasTurn, setHasTurn] = useState(turns === null);
  useLayoutEffect(() => turns?.wait(() => setHasTurn(true)), [turns]);
  return hasTurn;
}
